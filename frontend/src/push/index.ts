// Pushes on this browser, of a client or of a therapist: whoever is signed in.
import { Unreachable } from '../api/client';
import { askSnooze, fateOf, NotTaken, sendTest } from '../api/push';
import {
  isAppleTab,
  type PushState,
  stateOf,
  type TestOutcome,
  type TurnedOn,
  testOutcome,
  whyNotOn,
} from '../domain/push-state';
import { computed, type Signal, signal } from '../signals';
import { markPushWanted, pushWanted } from '../store/push';
import { view } from '../store/state';
import { noteLanguage, registerWorker } from '../sw-bridge';
import { endSubscribed, inTime, keepSubscribed } from './subscribing';

export type { PushState, TestOutcome, TurnedOn };

const ASK_EVERY_MS = 1000;
const LOST: readonly PushState[] = ['ask', 'denied', 'broken'];

/** What a screen may say of them; known once `renewPush` has looked. */
export const pushState: Signal<PushState> = signal('unknown');

const wished = signal(false);

/** They are wanted here and do not come: an end that nobody has seen. */
export const pushLost = computed(() => wished.value && LOST.includes(pushState.value));

/** Whether a client waits for something of her times. */
export const timesAreOn = computed(() => {
  const known = view.value?.reminders;
  return Boolean(known && !known.calendar && known.slots.some(({ enabled }) => enabled));
});

/** The reminder whose "Later" opened the app, where a notification cannot do it by itself; null again once it was asked
 * how much later. */
export const laterAsked: Signal<string | null> = signal(null);

/** Call it in the tap itself, or the browser does not ask her. */
export async function turnOnPush(): Promise<TurnedOn> {
  try {
    // Her wish is kept whatever the browser answers, for Today says of a wish that is blocked what helps.
    const [answer, before] = await Promise.all([Notification.requestPermission(), wish()]);
    if (answer !== 'granted') {
      if (answer !== 'denied') await markPushWanted(before);
      await look();
      return answer === 'denied' ? 'denied' : 'dismissed';
    }
    await keepSubscribed(await readyWorker());
    pushState.value = 'on';
    return 'on';
  } catch (error) {
    pushState.value = 'broken';
    return whyNotOn((error as Error).name);
  }
}

/** Nothing is sent to this browser any more; what is set for other browsers stays. */
export async function turnOffPush(): Promise<void> {
  await markPushWanted(false);
  await endHere();
  await look();
}

/** On every open: what could have ended unseen is made good, and `pushState` says what stands. */
export async function renewPush(): Promise<void> {
  const state = await look();
  if (state === 'off') return endHere();
  if (state !== 'on' && state !== 'broken') return;
  try {
    await keepSubscribed(await readyWorker());
    pushState.value = 'on';
  } catch (error) {
    // Without the server's word the browser's own stands.
    if (!isSilence(error)) pushState.value = 'broken';
  }
}

/** Has one sent now, and follows it for up to half a minute. */
export async function sendTestPush(): Promise<TestOutcome> {
  const startedAt = Date.now();
  let takenAt = Number.POSITIVE_INFINITY;
  try {
    const { id } = await sendTest();
    for (;;) {
      const fate = await fateOf(id);
      const now = Date.now();
      if (fate.status === 'done') takenAt = Math.min(takenAt, now);
      const outcome = testOutcome(fate, now - startedAt, now - takenAt);
      if (outcome) return outcome;
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    }
  } catch (error) {
    if (error instanceof Unreachable) return { kind: 'offline' };
    if (!(error instanceof NotTaken)) throw error;
    const much = error.status === 422 || error.status === 429;
    return much ? { kind: 'too-many' } : { kind: 'failed', reason: `http_${error.status}` };
  }
}

/** Once more in so many minutes; without `id` because she asks for it in the app. */
export async function snooze(minutes: number, id?: string): Promise<'ok' | 'offline' | 'refused'> {
  try {
    await askSnooze(minutes, id);
    return 'ok';
  } catch (error) {
    if (error instanceof Unreachable) return 'offline';
    if (error instanceof NotTaken) return 'refused';
    throw error;
  }
}

/** Resolves with what she wished before. */
async function wish(): Promise<boolean> {
  const before = (await pushWanted()) === true;
  await markPushWanted(true);
  return before;
}

async function look(): Promise<PushState> {
  const able = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
  const standalone = matchMedia('(display-mode: standalone)').matches;
  const wanted = able ? await pushWanted() : null;
  wished.value = wanted === true;
  pushState.value = stateOf({
    able,
    appleTab: isAppleTab(navigator.userAgent, navigator.maxTouchPoints, standalone),
    permission: able ? Notification.permission : 'default',
    wanted,
    subscribed: able && (await isSubscribed()),
    expected: timesAreOn.value,
  });
  return pushState.value;
}

async function isSubscribed(): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration();
  return ((await registration?.pushManager.getSubscription()) ?? null) !== null;
}

/** Also one that should have ended, and could not be ended then. */
async function endHere(): Promise<void> {
  await endSubscribed(await navigator.serviceWorker.getRegistration());
}

/** A therapist's browser has no worker until then. */
async function readyWorker(): Promise<ServiceWorkerRegistration> {
  if (!(await navigator.serviceWorker.getRegistration())) {
    // Before the worker installs itself: it stores the words of the one language that is noted.
    await noteLanguage(document.documentElement.lang);
    await registerWorker();
  }
  return inTime(navigator.serviceWorker.ready);
}

/** No network, a server in trouble, or nobody signed in: it says nothing about this browser. */
function isSilence(error: unknown): boolean {
  if (error instanceof NotTaken) return error.status === 401 || error.status >= 500;
  return error instanceof Unreachable;
}
