import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { firstVersion } from '../../../testing/desk-samples';
import { desk } from '../../../text/desk';
import { Stopped } from './setup';

afterEach(cleanup);

it.each([
  [8, 'sharp'],
  [7, 'tooMuch'],
] as const)('says of too much at %i whether the technique rests', (discomfort, advice) => {
  const stopped = {
    at: '2026-11-22T06:00:00Z',
    technique_id: 'wall',
    feeling: 'too_much' as const,
    discomfort,
  };
  render(<Stopped stopped={stopped} rows={[]} program={firstVersion} zone="Europe/Berlin" />);
  expect(screen.getByText(desk.client.stopped[advice])).toBeTruthy();
  expect(screen.getByText(new RegExp(`· ${discomfort} of 10$`))).toBeTruthy();
});
