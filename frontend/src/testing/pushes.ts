/** Stands in for src/push where a screen is tested: `vi.mock('.../push', () => import('.../testing/pushes'))`. */
import { vi } from 'vitest';
import type * as real from '../push';
import { signal } from '../signals';

export const pushState: typeof real.pushState = signal('on');
export const pushLost: typeof real.pushLost = signal(false);
export const laterAsked: typeof real.laterAsked = signal(null);
export const turnOnPush = vi.fn<typeof real.turnOnPush>();
export const turnOffPush = vi.fn<typeof real.turnOffPush>();
export const renewPush = vi.fn<typeof real.renewPush>();
export const sendTestPush = vi.fn<typeof real.sendTestPush>();
export const snooze = vi.fn<typeof real.snooze>();

/** A browser in this state, in which everything goes well. */
export function pushesAre(state: real.PushState): void {
  pushState.value = state;
  laterAsked.value = null;
  for (const call of [turnOnPush, turnOffPush, renewPush, sendTestPush, snooze]) call.mockReset();
  turnOnPush.mockImplementation(async () => {
    pushState.value = 'on';
    return 'on';
  });
  turnOffPush.mockResolvedValue();
  renewPush.mockResolvedValue();
  sendTestPush.mockResolvedValue({ kind: 'shown' });
  snooze.mockResolvedValue('ok');
}
