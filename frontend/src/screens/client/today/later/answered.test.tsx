import { cleanup, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { answerReadLog } from '../../../../domain/history/replies';
import * as store from '../../../../store';
import { expectAccessible } from '../../../../testing/axe';
import { anasPhone, show } from '../../../../testing/page';
import { note } from '../../../../testing/phone';
import { Reminding } from './reminding';

const Top = () => <Reminding at="top" date={store.todayDate()} />;

afterEach(cleanup);

test('one line says that somebody answered, until it was read', async () => {
  const asked = note('Ice or warmth?');
  const at = new Date(Date.now() - 60_000).toISOString();
  await anasPhone({ replies: [{ log_id: asked.id, text: 'Warmth.', at, by: 'Vera Holm' }] });
  await store.saveLog(asked);
  show(Top, '/today');
  const line = screen.getByRole('link', { name: 'Vera Holm has answered you' });
  expect(line.getAttribute('href')).toBe('/history');
  expect(screen.queryByText('Warmth.')).toBeNull();
  await expectAccessible();
  cleanup();
  await store.saveLog(answerReadLog(asked.id, store.newLogId(), Date.now(), store.deviceZone()));
  show(Top, '/today');
  expect(screen.queryByRole('link', { name: 'Vera Holm has answered you' })).toBeNull();
});
