import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { Refused } from '../../api/desk-call';
import { type Action, useAction } from './use-action';

const lost = () => new Refused('offline', '', {}, {}, 0);
const PAIN = { measure_id: 'pain_avg', values: { avg: 5 } };
const CHANGE = { measure_id: 'groc', values: { change: 2 } };

afterEach(cleanup);

function opened(): { current: Action } {
  return renderHook(() => useAction()).result;
}

/** Sends these one after the other; the answer to the one at `lostAt` never comes. */
async function send(form: { current: Action }, bodies: readonly object[], lostAt = -1): Promise<string[]> {
  const names: string[] = [];
  await act(async () => {
    await form.current.run(async (named) => {
      for (const [place, body] of bodies.entries()) {
        names.push(named(body).id);
        if (place === lostAt) throw lost();
      }
    });
  });
  return names;
}

it('keeps the name of what is sent until all of it got through', async () => {
  const form = opened();
  const [pain, change] = await send(form, [PAIN, CHANGE], 1);
  expect(change).not.toBe(pain);
  expect(await send(form, [PAIN, CHANGE], 0)).toEqual([pain]);
  expect(await send(form, [PAIN, CHANGE])).toEqual([pain, change]);
  const [again] = await send(form, [PAIN]);
  expect(again).not.toBe(pain);
});

it('names anew what was changed after it was sent once, and the same words in another form', async () => {
  const form = opened();
  const [pain] = await send(form, [PAIN], 0);
  const [other] = await send(form, [{ ...PAIN, values: { avg: 6 } }], 0);
  expect(other).not.toBe(pain);
  expect(await send(form, [PAIN])).toEqual([pain]);
  const [elsewhere] = await send(opened(), [PAIN]);
  expect(elsewhere).not.toBe(pain);
});
