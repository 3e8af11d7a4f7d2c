export { answerOf, formOf, noAnswer } from './answers';
export type { Entry, Form, Goal, Kind, Option, Question } from './form';
export { EMPTY, endsIt, entryOf, isNothing, kindOf, placesOf, tapped, withEntry } from './form';
export type { Part } from './parts';
export { isComplete, isDay, isGated, isPress, partsOf } from './parts';
