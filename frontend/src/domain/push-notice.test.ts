import { expect, test } from 'vitest';
import { mayLeave, noticeOf, openedBy, pathOn } from './push-notice';

const HERE = 'https://pith.example.org';
const GENERIC = { title: 'Something new', lang: '', tag: 'pith', path: '/today', id: null };
const SENT = {
  web_push: 8030,
  notification: {
    title: 'Time for your practice',
    lang: 'en',
    dir: 'auto',
    navigate: `${HERE}/today?r=7`,
    tag: 'pith-reminder',
    data: { id: '7', kind: 'reminder' },
    actions: [{ action: 'start', title: 'Start', navigate: `${HERE}/today?r=7` }],
  },
  app_badge: 1,
};
const read = (message: unknown) => noticeOf(JSON.stringify(message), HERE, 'Something new');

test('a message of the server is shown as it says', () => {
  expect(read(SENT)).toMatchObject({
    title: 'Time for your practice',
    lang: 'en',
    tag: 'pith-reminder',
    path: '/today?r=7',
    id: '7',
    actions: SENT.notification.actions,
    badge: 1,
  });
});

test('spaces that hide its length do not hide the message', () => {
  expect(noticeOf(`${JSON.stringify(SENT)}${' '.repeat(200)}`, HERE, 'x').title).toBe(
    'Time for your practice',
  );
});

test.each([
  ['nothing', null],
  ['no text at all', ''],
  ['half a message', '{"web_push":8030,"notif'],
  ['a number', '7'],
  ['null', 'null'],
  ['a list', '[1]'],
  ['a notification that is a word', '{"notification":"x"}'],
  ['a title that is no word', '{"notification":{"title":7}}'],
  ['a message without a notification', '{"web_push":8030}'],
])('of %s a generic notice is made', (_what, text) => {
  expect(noticeOf(text, HERE, 'Something new')).toEqual({ ...GENERIC, actions: [], badge: 0 });
});

test('what a message leaves out is left out', () => {
  expect(read({ notification: { title: 'New' } })).toEqual({
    ...GENERIC,
    title: 'New',
    actions: [],
    badge: 0,
  });
});

test.each([
  [`${HERE}/desk/clients/3?r=7#x`, '/desk/clients/3?r=7#x'],
  ['/desk', '/desk'],
  ['https://elsewhere.example.org/today', '/today'],
  ['//elsewhere.example.org/x', '/today'],
  ['javascript:alert(1)', '/today'],
  ['https://[', '/today'],
  [undefined, '/today'],
])('%s leads to %s and never off this site', (address, path) => {
  expect(pathOn(HERE, address)).toBe(path);
});

test('a practice under way stays on screen', () => {
  expect(['/practice', '/after', '/today', '/desk'].map(mayLeave)).toEqual([false, false, true, true]);
});

test('an address names the reminder that it was opened from', () => {
  expect(openedBy('?r=7')).toEqual({ id: '7', later: false });
  expect(openedBy('?r=7&later')).toEqual({ id: '7', later: true });
  expect(openedBy('?later')).toBeNull();
  expect(openedBy('')).toBeNull();
});
