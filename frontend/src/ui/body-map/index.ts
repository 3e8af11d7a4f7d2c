export { BodyMap, type BodyMapProps } from './body-map';
export { MarkTable } from './mark-table';
export { BodyPicker, type BodyPickerProps } from './picker';
export { MiniFigure } from './picture';
export { PlaceList } from './place-list';
export { marksInWords, TwoWeeks, type TwoWeeksProps } from './two-weeks';
