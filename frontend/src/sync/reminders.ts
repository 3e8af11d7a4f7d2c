import { ApiError, call, Unreachable } from '../api/client';
import type { Proof } from '../domain/reminders';
import { keepProof } from '../store/reminders';

/** `offline`: nobody answered. `refused`: the practice did not take it. */
export type Told = 'ok' | 'offline' | 'refused';

/** Whether they arrive, as the practice knows it now; false when it could not be asked. */
export async function fetchProof(): Promise<Told> {
  return attempt(async () => keepProof(await call<Proof>('/api/v1/reminders')));
}

/** Asks for reminders by e-mail where nothing else arrives; she confirms it from a mail. */
export function chooseMail(address: string): Promise<Told> {
  return mail({ method: 'PUT', body: { address } });
}

export function endMail(): Promise<Told> {
  return mail({ method: 'DELETE' });
}

function mail(request: { method: 'PUT' | 'DELETE'; body?: unknown }): Promise<Told> {
  return attempt(async () => {
    await call('/api/v1/reminders/mail', request);
    await fetchProof();
  });
}

async function attempt(work: () => Promise<unknown>): Promise<Told> {
  try {
    await work();
    return 'ok';
  } catch (error) {
    if (error instanceof ApiError) return 'refused';
    if (error instanceof Unreachable) return 'offline';
    throw error;
  }
}
