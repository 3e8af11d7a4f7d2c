export { QuestionField, type QuestionFieldProps } from './field';
export { Options } from './options';
export { answerWords, partTitle } from './said';
