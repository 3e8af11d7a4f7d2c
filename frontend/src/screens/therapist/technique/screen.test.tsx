import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as store from '../../../store/desk';
import { ownDrafts } from '../../../store/desk-content';
import { expectAccessible } from '../../../testing/axe';
import { catalogue, wall } from '../../../testing/desk-catalogue';
import { own } from '../../../testing/desk-content';
import { marit } from '../../../testing/desk-samples';
import { type Asked, Status, serve } from '../../../testing/desk-server';
import { desk } from '../../../text/desk';
import { Toast } from '../../../ui';
import { TechniquePage } from './screen';

const words = () => desk.content.editor;
const known = {
  ...catalogue,
  techniques: [{ ...wall, caution: ['bruises_easily'] }, ...catalogue.techniques.slice(1)],
};

beforeEach(() => {
  vi.stubGlobal('scrollTo', () => undefined);
  vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('no pictures here')));
  store.me.value = marit;
  URL.createObjectURL = () => 'blob:photo';
  URL.revokeObjectURL = () => undefined;
});
afterEach(() => {
  cleanup();
  store.forgetDesk();
  store.catalogue.value = null;
  ownDrafts.value = {};
});

function open(id: string | null, answers: Record<string, unknown> = {}): Asked[] {
  const asked = serve({
    'GET /techniques': known,
    'GET /practices/me/techniques': { techniques: [own] },
    'GET /practices/me/thresholds': { thresholds: [{ id: 'hold_thinners', value: 16 }], history: [] },
    'POST /practices/me/techniques': { ...own, version: 1, photo: null },
    ...answers,
  });
  render(
    <LocationProvider>
      <TechniquePage id={id} />
      <Toast />
    </LocationProvider>,
  );
  return asked;
}

const sent = (asked: Asked[], method: string, path: string) =>
  asked.filter((request) => request.method === method && request.path === path);
const type = async (label: string, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const choose = async (label: string, value: string) =>
  fireEvent.change(await screen.findByLabelText(label), { target: { value } });

async function beginWithWall(): Promise<void> {
  await choose(words().start, 'wall');
  await press(words().startGo);
}

it('marks nothing on an empty page, and everything that is missing once she saves', async () => {
  const asked = open(null);
  expect(await screen.findByText(words().hints(7))).toBeTruthy();
  expect(screen.queryByText(words().fault.missing)).toBeNull();
  await press(words().save);
  expect((await screen.findAllByText(words().fault.missing)).length).toBeGreaterThan(3);
  expect(screen.getByText(words().blocked)).toBeTruthy();
  expect(sent(asked, 'POST', '/practices/me/techniques')).toHaveLength(0);
  await expectAccessible();
});

it('begins from a technique of the catalogue, and saves what came along', async () => {
  const asked = open(null);
  await beginWithWall();
  expect(await screen.findByDisplayValue(words().copyName(wall.name))).toBeTruthy();
  await type(words().name, 'Shoulder at the door');
  await press(words().save);
  await waitFor(() => expect(sent(asked, 'POST', '/practices/me/techniques')).toHaveLength(1));
  expect(sent(asked, 'POST', '/practices/me/techniques')[0]?.body).toMatchObject({
    name: 'Shoulder at the door',
    caution: ['bruises_easily'],
    levels: [{ side: 'per_side' }, { side: 'per_side' }, { side: 'per_side' }],
  });
  expect(await screen.findByText(words().saved('Shoulder at the door'))).toBeTruthy();
});

it('checks the words of each step while they are written', async () => {
  open('own-1');
  await type(words().step(2), 'Lean in until it heals.');
  expect(await screen.findByText(words().fault.plain('forbidden: heals'))).toBeTruthy();
  await expectAccessible();
  await type(words().step(2), 'Lean in.');
  await waitFor(() => expect(screen.queryByText(words().fault.plain('forbidden: heals'))).toBeNull());
});

it('shows the total as the dose changes, within the limits', async () => {
  open('own-1');
  expect(await screen.findByText(words().total('1 min 4 s'))).toBeTruthy();
  await press(desk.builder.chosen.more(words().field.hold_s));
  expect(await screen.findByText(words().total('1 min 20 s'))).toBeTruthy();
});

it('says who could not do it, as the rules see it, and what her own tags add', async () => {
  open('own-1');
  const blocked = await screen.findByText(/^Not at all \(\d+\)$/);
  const before = Number(/\d+/.exec(blocked.textContent ?? '')?.[0]);
  fireEvent.change(document.querySelector('[name="technique-exclude"]') as HTMLSelectElement, {
    target: { value: 'hypermobility' },
  });
  const add = [...document.querySelectorAll<HTMLElement>('.picks')].find((part) =>
    part.querySelector('[name="technique-exclude"]'),
  );
  fireEvent.click(add?.querySelector('.picks-add button') as HTMLButtonElement);
  expect(await screen.findByText(words().whoGroups.block(before + 1))).toBeTruthy();
});

it('tells limits by the numbers that the practice moved', async () => {
  open('own-1');
  expect((await screen.findAllByText(new RegExp(desk.safety.limit.max_hold_s(16)))).length).toBeGreaterThan(
    0,
  );
  expect(screen.queryByText(/Takes blood thinners.*24 s/)).toBeNull();
});

it('has up to three levels; a further one is a copy, and comes back when it was removed', async () => {
  open('own-1');
  await press(words().addLevel);
  expect(await screen.findByDisplayValue('Lean into the ball.')).toBeTruthy();
  await press(words().removeLevel(2));
  await press(desk.undo);
  expect(await screen.findByRole('button', { name: words().level(2) })).toBeTruthy();
});

it('takes a photo only with words for who cannot see it, and sends it after the words', async () => {
  const asked = open(null, { 'PUT /practices/me/techniques/own-1/photo': own });
  await beginWithWall();
  const file = new File(['x'], 'ball.jpg', { type: 'image/jpeg' });
  const field = document.querySelector('input[type=file]') as HTMLInputElement;
  expect(field.getAttribute('capture')).toBe('environment');
  fireEvent.change(field, { target: { files: [file] } });
  await screen.findByLabelText(words().photoAlt);
  await press(words().save);
  expect(await screen.findByText(words().photoAltMissing)).toBeTruthy();
  await type(words().photoAlt, 'A ball at a door frame');
  await press(words().save);
  await waitFor(() => expect(sent(asked, 'PUT', '/practices/me/techniques/own-1/photo')).toHaveLength(1));
  expect(sent(asked, 'PUT', '/practices/me/techniques/own-1/photo')[0]?.query).toBe(
    'alt=A+ball+at+a+door+frame',
  );
});

it('keeps the words when the photo is refused, and says which of the two is missing', async () => {
  const refused = new Status(413, { code: 'too_large', message: '' });
  const asked = open('own-1', {
    'PUT /practices/me/techniques/own-1': { ...own, version: 3 },
    'PUT /practices/me/techniques/own-1/photo': refused,
  });
  await screen.findByText(words().next(3));
  const field = document.querySelector('input[type=file]') as HTMLInputElement;
  fireEvent.change(field, { target: { files: [new File(['x'], 'huge.jpg')] } });
  await type(words().photoAlt, 'A ball');
  await press(words().save);
  expect(await screen.findByText(words().photoTooLarge)).toBeTruthy();
  expect(sent(asked, 'PUT', '/practices/me/techniques/own-1')).toHaveLength(1);
  expect(await screen.findByText(words().next(4))).toBeTruthy();
});

it('offers to save over what a colleague saved meanwhile', async () => {
  const stale = new Status(409, { code: 'base_version_stale', message: '', current: 5 });
  const bodies: unknown[] = [];
  const answer = ({ body }: Asked) => {
    bodies.push(body);
    return bodies.length === 1 ? stale : { ...own, version: 6 };
  };
  open('own-1', { 'PUT /practices/me/techniques/own-1': answer });
  await type(words().name, 'Shoulder at the gate');
  await press(words().save);
  await press(words().over(5));
  await waitFor(() => expect(bodies).toHaveLength(2));
  expect(bodies).toMatchObject([{ base_version: 2 }, { base_version: 5, name: 'Shoulder at the gate' }]);
});

it('marks what the server marks', async () => {
  const fields = { 'levels.0.steps.1': 'Please say it in other words.' };
  open('own-1', {
    'PUT /practices/me/techniques/own-1': new Status(422, { code: 'invalid', message: '', fields }),
  });
  await press(words().save);
  expect(await screen.findByText('Please say it in other words.')).toBeTruthy();
});

it('retires a technique after asking', async () => {
  const asked = open('own-1', { 'DELETE /practices/me/techniques/own-1': new Status(204) });
  await press(words().retire);
  await press(words().retireDo);
  await waitFor(() => expect(sent(asked, 'DELETE', '/practices/me/techniques/own-1')).toHaveLength(1));
});

it('keeps what she wrote when she walks away and comes back', async () => {
  open('own-1');
  await type(words().name, 'Half written');
  cleanup();
  open('own-1');
  expect(await screen.findByDisplayValue('Half written')).toBeTruthy();
  await press(words().drop);
  expect(await screen.findByDisplayValue(own.name)).toBeTruthy();
});

it('says that there is nothing under an address that nobody has', async () => {
  open('own-9');
  expect(await screen.findByText(words().gone)).toBeTruthy();
});

it('shows it as the client will see it', async () => {
  open('own-1');
  await press(words().previewPart.play);
  const phone = document.querySelector('.technique-phone') as HTMLElement;
  expect(phone.querySelector('img')?.getAttribute('src')).toBe('/api/v1/photos/p1');
  expect(phone.textContent).toContain('Lean into the ball.');
  expect(phone.textContent).toContain(own.feel);
});

it('checks words in the language in which they were written', async () => {
  open('own-1', { 'GET /practices/me/techniques': { techniques: [{ ...own, language: 'de' }] } });
  await type(words().step(2), 'Lehn dich an, bis es heilt.');
  expect(await screen.findByText(words().fault.plain('forbidden: heilt'))).toBeTruthy();
});
