export { BodyMap, type BodyMapProps } from './body-map';
export { MarkTable } from './mark-table';
export { BodyPicker, type BodyPickerProps } from './picker';
export { BodyPicture, cropOf, MiniFigure } from './picture';
export { PlaceList } from './place-list';
export { marksInWords, TwoWeeks, type TwoWeeksProps, viewsFor } from './two-weeks';
