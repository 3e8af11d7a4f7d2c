import { expect, test } from 'vitest';
import { mayMeanHarm } from './harm-words';

test.each([
  'I want to die',
  'Sometimes I think about suicide.',
  'I could kill myself',
  'I am thinking of harming  myself again',
  'I don’t want to live anymore',
  'no reason to live',
  'I wish I were dead',
  'taking my own life',
  'I keep cutting myself',
  'I feel like hurting myself',
  'thoughts of self-harm',
  'There is no point in living.',
  'Life is not worth living',
  'Ich will nicht mehr leben',
  'Ich ritze mich wieder',
  'Gedanken an Selbstverletzung',
  'meinem Leben ein Ende setzen',
  'Ohne mich besser dran',
  'Ich möchte am liebsten sterben',
  'Ich habe Angst, mir etwas anzutun',
  'Ich bringe mich um',
  'Ich denke an Selbstmord',
  'mir das Leben nehmen',
  'mich selbst zu verletzen',
])('help stands beside: %s', (text) => {
  expect(mayMeanHarm(text)).toBe(true);
});

test.each([
  '',
  'I cried and it was good.',
  'I hurt myself on the ball, left heel.',
  'It is killing my back',
  'I like to hurt less',
  'Ich ritze den Ball mit dem Messer an.',
  'My mother died last year, and it all came back.',
  'Ich musste weinen, es war gut.',
  'Das Leben ist schön, ich habe mir etwas Zeit genommen.',
  'Ich wollte nicht mehr weiter üben.',
])('and not beside: %s', (text) => {
  expect(mayMeanHarm(text)).toBe(false);
});
