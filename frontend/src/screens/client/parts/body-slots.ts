import { loadBodyWords } from '../../../text/body';
import { slot } from './later-part';

/** Leads to the picture of the body; says what is marked today. */
export const BodyRow = slot(() => import('./later/body-row').then((m) => m.BodyRow), loadBodyWords);

/** Where it hurt last week and this week, side by side. */
export const BodyWeeks = slot(() => import('./later/body-weeks').then((m) => m.BodyWeeks), loadBodyWords);
