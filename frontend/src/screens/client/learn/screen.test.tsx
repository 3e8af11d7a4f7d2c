import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CARD_GROUPS, type CardId } from '../../../domain/learn';
import * as store from '../../../store';
import { expectAccessible } from '../../../testing/axe';
import { anasPhone, newPhone, show } from '../../../testing/page';
import { learn } from '../../../text/learn';
import { Learn } from './screen';

const CARDS = Object.values(CARD_GROUPS).flat() as CardId[];

beforeEach(() => anasPhone({}));
afterEach(cleanup);

test('all cards are listed, each with a way to it', async () => {
  show(Learn, '/learn');
  const ways = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
  expect(ways).toEqual(expect.arrayContaining(CARDS.map((id) => `/learn/${id}`)));
  await expectAccessible();
});

test.each(CARDS)('the card %s says something under its own heading', async (id) => {
  show(Learn, `/learn/${id}`);
  expect(screen.getByRole('heading', { level: 1, name: learn.cards[id].title })).toBeTruthy();
  await expectAccessible();
});

test.each(CARDS)('the card %s has at most 150 words', (id) => {
  const { title, parts } = learn.cards[id];
  const all = [title, ...parts.flatMap((part) => [part.title ?? '', part.text ?? '', ...(part.list ?? [])])];
  expect(all.join(' ').split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(150);
});

test('one card leads to the next, and the page stays', async () => {
  show(Learn, '/learn/fascia');
  const title = learn.cards['two-ways'].title;
  fireEvent.click(screen.getByRole('link', { name: `Next: ${title}` }));
  expect(await screen.findByRole('heading', { level: 1, name: title })).toBeTruthy();
  await waitFor(() => expect(document.activeElement?.textContent).toBe(title));
});

test('an address that names no card shows all of them', () => {
  show(Learn, '/learn/nowhere');
  expect(screen.getByRole('heading', { level: 1, name: 'Good to know' })).toBeTruthy();
});

test('when to stop begins with what to do and has the number to call', () => {
  show(Learn, '/learn/stop');
  expect(document.querySelector('main p:not(.screen-eyebrow)')?.textContent).toMatch(/^Stop now\./);
  expect(screen.getByRole('link', { name: 'Call 112' }).getAttribute('href')).toBe('tel:112');
});

test('who reads in the middle of a practice finds the way back', () => {
  store.draft.value = { session_id: 's' } as never;
  show(Learn, '/learn/feel');
  expect(screen.getByRole('link', { name: 'Back to your practice' }).getAttribute('href')).toBe('/practice');
  store.draft.value = null;
});

test('a phone that belongs to nobody may read, without ways to pages that need a person', async () => {
  await newPhone();
  show(Learn, '/learn');
  expect(screen.queryByRole('navigation')).toBeNull();
  expect(screen.getByRole('link', { name: /What fascia is/ })).toBeTruthy();
});
