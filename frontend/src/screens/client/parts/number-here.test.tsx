import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadScreeningWords } from '../../../store/content';
import { anasPhone } from '../../../testing/page';
import { useNumberHere } from './number-here';

vi.mock('../../../store/content', async (real) => ({
  ...(await real<object>()),
  loadScreeningWords: vi.fn(),
}));
const HERE = { numbers: { zones: { '': '911' }, regions: {} } };

beforeEach(() => anasPhone({}));
afterEach(cleanup);

function Shown() {
  return <p>{useNumberHere()}</p>;
}

test("the number of the practice stands until that of the phone's place is known", async () => {
  vi.mocked(loadScreeningWords).mockResolvedValue(HERE as never);
  render(<Shown />);
  expect(screen.getByText('112')).toBeTruthy();
  expect(await screen.findByText('911')).toBeTruthy();
});

test('where the list of places cannot be had the number of the practice stays, and the fault is told', async () => {
  const told = vi.fn();
  vi.stubGlobal('reportError', told);
  vi.mocked(loadScreeningWords).mockRejectedValue(new Error('no list'));
  render(<Shown />);
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
  expect(screen.getByText('112')).toBeTruthy();
});
