import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { View } from '../../../../domain/types';
import { expectAccessible } from '../../../../testing/axe';
import { history } from '../../../../text/history';
import { ProgramNews } from './program-news';

vi.mock('../../../../store', () => ({
  programSeen: () => Promise.resolve(1),
  markProgramSeen: () => Promise.resolve(),
}));
afterEach(cleanup);

const away = { from: '2026-03-09', until: '2026-03-20', cover_name: 'Vera' };
const shown = (date: string) => {
  const me = { therapist_name: 'Marit', away } as unknown as View['me'];
  render(
    <main>
      <ProgramNews view={{ me, program: null, earlier: [] } as unknown as View} date={date} />
    </main>,
  );
  return screen.queryByText(history.news.away('Marit', 'Friday 20 March', 'Vera'));
};

it('says in one quiet line who is there while her therapist is away', async () => {
  expect(shown('2026-03-10')).toBeTruthy();
  await expectAccessible();
});

it('says nothing of it on other days', () => {
  expect(shown('2026-03-21')).toBeNull();
});
