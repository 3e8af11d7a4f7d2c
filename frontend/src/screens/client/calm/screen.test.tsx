import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { numberToCall } from '../../../domain/emergency';
import type { NoteLog } from '../../../domain/types';
import * as store from '../../../store';
import { loadScreeningWords } from '../../../store/content';
import * as disk from '../../../store/logs';
import { expectAccessible } from '../../../testing/axe';
import { anasPhone, show } from '../../../testing/page';
import { Calm } from './screen';

const said = await loadScreeningWords();
const Page = () => <Calm said={said} />;
const HARM = 'I think of harming myself';

beforeEach(async () => {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
  await anasPhone({});
});
afterEach(cleanup);

const notes = () => store.logs.value.filter((log): log is NoteLog => log.kind === 'note');
const write = (value: string) =>
  fireEvent.input(screen.getByLabelText('Write it down, if you like'), { target: { value } });
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('it says that this can happen, what to do, and whom to talk to', async () => {
  show(Page, '/calm?from=after');
  expect(screen.getByRole('heading', { level: 1, name: 'This can happen' })).toBeTruthy();
  expect(screen.getAllByRole('listitem').map((step) => step.textContent)).toEqual([
    'Stop. Nothing else needs you now.',
    'Feel your feet on the floor.',
    'Breathe out slowly. Let the next breath come.',
  ]);
  expect(screen.getByText('Talk to someone you trust, if you like.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Back' }).getAttribute('href')).toBe('/after');
  expect(screen.queryByRole('alert')).toBeNull();
  await expectAccessible();
  cleanup();
  show(Page, '/calm');
  expect(screen.getByRole('link', { name: 'Back' }).getAttribute('href')).toBe('/today');
});

test('a note is hers alone unless she shares it', async () => {
  show(Page, '/calm');
  write('It all came back.');
  tap('Keep it');
  expect(await screen.findByText(/Only you are shown it/)).toBeTruthy();
  expect(notes().map(({ text, private: own }) => [text, own])).toEqual([['It all came back.', true]]);
  expect(screen.getByLabelText('Write it down, if you like')).toHaveProperty('value', '');
});

test('what she shares says who may see it, and that this may take time', async () => {
  show(Page, '/calm');
  write('I cried.');
  tap('Marit and me');
  expect(screen.getByText('Marit may not see this at once.')).toBeTruthy();
  tap('Keep it');
  expect(await screen.findByText(/NOT been told yet/)).toBeTruthy();
  expect(notes()[0]?.private).toBe(false);
});

test('what the phone could not keep stays in the field and is not called kept', async () => {
  show(Page, '/calm');
  write('I cried.');
  vi.spyOn(disk, 'addLogs').mockRejectedValueOnce(new disk.NotSaved('quota'));
  tap('Keep it');
  expect(await screen.findByText(/^Not saved\./)).toBeTruthy();
  expect(screen.getByLabelText('Write it down, if you like')).toHaveProperty('value', 'I cried.');
  expect(screen.queryByText(/Only you are shown it/)).toBeNull();
});

test('who thinks of harming herself sees whom to call where she is, before any other word', async () => {
  show(Page, '/calm');
  tap(HARM);
  const number = numberToCall(said.numbers, store.deviceZone(), navigator.languages, '112');
  const alert = screen.getByRole('alert');
  expect(alert.textContent).toMatch(new RegExp(`^Call ${number} now`));
  expect(screen.getByRole('link', { name: `Call ${number}` }).getAttribute('href')).toBe(`tel:${number}`);
  expect(document.activeElement?.textContent).toBe(`Call ${number} now`);
  expect(screen.getByText(/Do not stay alone with this/)).toBeTruthy();
  await expectAccessible();
  // Nobody was told: that is her choice.
  expect(store.logs.value).toEqual([]);
});

test('telling her practice is a second choice, and pauses everything', async () => {
  show(Page, '/calm');
  tap(HARM);
  tap('Tell Marit, too');
  await waitFor(() =>
    expect(store.logs.value).toMatchObject([{ kind: 'flag', flag_id: 'rf_self_harm', on: true }]),
  );
  expect(await screen.findByText(/^Everything is paused\./)).toBeTruthy();
});

test('words of harming herself bring help beside them, and leave the pen in her hand', () => {
  show(Page, '/calm');
  const field = screen.getByLabelText('Write it down, if you like');
  field.focus();
  write('I do not want to live any more');
  const alert = screen.getByRole('alert');
  expect(alert.textContent).toMatch(/^Call \d+ now/);
  // Right above where she writes, and brought into sight.
  expect(alert.nextElementSibling?.contains(field)).toBe(true);
  expect(window.scrollTo).toHaveBeenCalled();
  expect(document.activeElement).toBe(field);
  expect(field).toHaveProperty('value', 'I do not want to live any more');
});

test('the way to call follows what is seen when a keyboard moves it over the page', () => {
  const seen = Object.assign(new EventTarget(), { offsetTop: 0 });
  vi.stubGlobal('visualViewport', seen);
  show(Page, '/calm');
  tap(HARM);
  const call = screen.getByRole('link', { name: /^Call \d+$/ }).closest<HTMLElement>('.calm-call');
  seen.offsetTop = 120;
  seen.dispatchEvent(new Event('scroll'));
  expect(call?.style.getPropertyValue('--above')).toBe('120px');
  seen.offsetTop = 0;
  seen.dispatchEvent(new Event('resize'));
  expect(call?.style.getPropertyValue('--above')).toBe('0px');
  cleanup();
  seen.offsetTop = 50;
  seen.dispatchEvent(new Event('scroll'));
  expect(call?.style.getPropertyValue('--above')).toBe('0px');
  vi.unstubAllGlobals();
});
