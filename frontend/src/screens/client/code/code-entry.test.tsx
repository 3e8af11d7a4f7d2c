import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { expectAccessible } from '../../../testing/axe';
import { newPhone, show } from '../../../testing/page';
import { CodeEntry, readCode } from './code-entry';

beforeEach(newPhone);
afterEach(cleanup);

test.each([
  ['v0jr1-g15ag', 'V0JR1G15AG'],
  [' VOJRI GL5AG ', 'V0JR1G15AG'],
])('%s is read as %s: case, gaps and letters that look like figures do not matter', (typed, read) => {
  expect(readCode(typed)).toBe(read);
});

test('a whole code is sent, a part of one is not', async () => {
  const onCode = vi.fn();
  show(() => <CodeEntry busy={false} trouble={null} onCode={onCode} />, '/join');
  const field = screen.getByLabelText('Your code');
  fireEvent.input(field, { target: { value: 'v0jr1' } });
  fireEvent.click(screen.getByRole('button', { name: 'Open my program' }));
  expect(await screen.findByText('The code has 10 letters and numbers.')).toBeTruthy();
  expect(onCode).not.toHaveBeenCalled();
  await expectAccessible();
  fireEvent.input(field, { target: { value: 'v0jr1-g15ag' } });
  fireEvent.click(screen.getByRole('button', { name: 'Open my program' }));
  expect(onCode).toHaveBeenCalledWith('V0JR1G15AG');
});
