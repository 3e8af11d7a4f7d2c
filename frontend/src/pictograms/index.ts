export type { Motion } from './motion';
export { Pictogram, type PictogramProps } from './pictogram';
