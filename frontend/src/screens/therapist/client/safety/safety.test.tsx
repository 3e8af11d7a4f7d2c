import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FlagSheet } from '../../../../domain/desk/flags';
import * as store from '../../../../store/desk';
import { expectAccessible } from '../../../../testing/axe';
import {
  allAnswered,
  byMarit,
  calf,
  fileOf,
  knee,
  kneeMoved,
  sheetOf,
  thinners,
  told,
} from '../../../../testing/desk-screening';
import { type Asked, Status, said, serve } from '../../../../testing/desk-server';
import { desk } from '../../../../text/desk';
import { FlagsPanel } from './flags-panel';
import { RedBanner } from './red-banner';

const ZONE = 'Europe/Berlin';
const POST = 'POST /clients/c1/flags';
const words = desk.screening;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T09:00:00Z') });
});
afterEach(() => {
  cleanup();
  store.forgetDesk();
  vi.useRealTimers();
});

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const write = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const sent = (asked: Asked[]) => asked.filter((one) => one.method === 'POST').map(said);

async function openFlags(sheet: FlagSheet, answers: Record<string, unknown> = {}) {
  const asked = serve({ 'GET /clients': { clients: [] }, ...answers });
  const file = await fileOf(sheet, allAnswered);
  const onSheet = vi.fn();
  render(
    <main>
      <h1>Ana</h1>
      <FlagsPanel id="c1" file={file} zone={ZONE} onSheet={onSheet} />
    </main>,
  );
  return { asked, onSheet };
}

describe('the flags of a client', () => {
  it('are none, and she can raise one', async () => {
    await openFlags(sheetOf([]));
    expect(screen.getByText(words.flags.none)).toBeTruthy();
    expect(button(words.flags.raise)).toBeTruthy();
    await expectAccessible();
  });

  it('stand with place, date and who told it how, the red ones first', async () => {
    await openFlags(sheetOf([thinners, knee, calf], [kneeMoved]));
    const items = screen.getAllByRole('listitem').map((item) => item.textContent ?? '');
    expect(items[0]).toContain('Red flag One calf or leg newly swollen');
    expect(items[0]).toContain('Told by the client in the daily check, today 07:12, arrived today 09:40');
    expect(items[1]).toContain('Left knee, Right knee · since Thu 8 Oct');
    expect(items[2]).toContain(
      'Takes blood thinnersTold by the client in the safety questions, Fri 20 Nov 09:00',
    );
    await expectAccessible();
  });

  it('say of a dated one what is over and waits, and what its date brings', async () => {
    await openFlags(sheetOf([knee], [kneeMoved]));
    expect(screen.getByText(words.flags.waits('Thu 19 Nov'))).toBeTruthy();
    expect(screen.getByText(words.flags.also('Surgery 6 to 8 weeks ago'))).toBeTruthy();
    expect(screen.getByText('Over on Thu 3 Dec; waits for your confirmation.')).toBeTruthy();
  });

  it('say when a date moves one on, and what ends by itself', async () => {
    const recent = told('surgery_lt_1w', 'Surgery less than 1 week ago', { since: '2026-11-19' });
    const injury = told('acute_injury', 'New injury', { since: '2026-11-21', sites: [] });
    const undated = told('recent_injection', 'Injection');
    await openFlags(sheetOf([recent, injury, undated]));
    expect(
      screen.getByText('From Thu 26 Nov: Surgery 1 to 6 weeks ago; waits for your confirmation.'),
    ).toBeTruthy();
    expect(screen.getByText(words.flags.endsAlone('Tue 24 Nov'))).toBeTruthy();
    expect(screen.getByText(words.flags.undated)).toBeTruthy();
    expect(screen.getAllByText(words.flags.placeless)).toHaveLength(3);
  });

  it('stand with the note of whoever raised it', async () => {
    await openFlags(sheetOf([byMarit({ ...thinners, reason: 'Said so at the door' })]));
    const [row] = screen.getAllByRole('listitem');
    expect(row?.textContent).toContain('Raised by Marit, Fri 20 Nov 09:00Said so at the door');
  });

  it('keep every telling and act in a history, newest first, which nothing deletes', async () => {
    const lowered = byMarit({ ...thinners, id: 'low', act: 'lower', reason: 'Stopped in May' });
    await openFlags({ ...sheetOf([]), history: [lowered, thinners] });
    const history = screen.getByText(words.history.title(2)).closest('details') as HTMLElement;
    const rows = within(history)
      .getAllByRole('listitem')
      .map((row) => row.textContent);
    expect(rows[0]).toBe('Lowered: Takes blood thinnersby Marit, Fri 20 Nov 09:00Stopped in May');
    expect(rows[1]).toContain('Raised: Takes blood thinners');
    expect(within(history).queryByRole('button')).toBeNull();
  });
});

describe('what she does about a flag', () => {
  it('lowers it with a reason, not without', async () => {
    const after = sheetOf([]);
    const { asked, onSheet } = await openFlags(sheetOf([thinners]), { [POST]: new Status(201, after) });
    fireEvent.click(button('Lower: Takes blood thinners'));
    fireEvent.click(button(words.act.lowerDo));
    expect(screen.getByText(desk.errors.required)).toBeTruthy();
    write(words.act.reason, 'Stopped in May');
    await expectAccessible();
    fireEvent.click(button(words.act.lowerDo));
    await waitFor(() => expect(onSheet).toHaveBeenCalledWith(after));
    expect(sent(asked)).toEqual([
      { flag_id: 'blood_thinners', act: 'lower', covers: ['told-blood_thinners'], reason: 'Stopped in May' },
    ]);
  });

  it('confirms the days of a dated one until today, by the flag that was raised', async () => {
    const { asked } = await openFlags(sheetOf([knee], [kneeMoved]), { [POST]: new Status(201, sheetOf([])) });
    fireEvent.click(button('Confirm days: Surgery 1 to 6 weeks ago'));
    write(words.act.reason, 'The surgeon is content');
    fireEvent.click(button(words.act.confirmDo));
    await waitFor(() => expect(sent(asked)).toHaveLength(1));
    expect(sent(asked)[0]).toEqual({
      flag_id: 'surgery_1_6w',
      act: 'confirm',
      covers: ['told-surgery_1_6w'],
      reason: 'The surgeon is content',
      since: '2026-11-22',
    });
  });

  it('shows what the server says at its field, and keeps what was written', async () => {
    const fields = { since: 'This day is still to come.', flag_id: 'This flag is not on.' };
    await openFlags(sheetOf([knee], [kneeMoved]), {
      [POST]: new Status(422, { code: 'invalid', message: '', fields }),
    });
    fireEvent.click(button('Confirm days: Surgery 1 to 6 weeks ago'));
    write(words.act.reason, 'The surgeon is content');
    fireEvent.click(button(words.act.confirmDo));
    const day = await screen.findByLabelText(words.act.until);
    await waitFor(() => expect(day.getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getByText(fields.flag_id)).toBeTruthy();
    expect((screen.getByLabelText(words.act.reason) as HTMLTextAreaElement).value).toBe(
      'The surgeon is content',
    );
  });

  it('lifts a red flag only with 15 characters of what was done, by the log that told it', async () => {
    const { asked } = await openFlags(sheetOf([calf]), { [POST]: new Status(201, sheetOf([])) });
    fireEvent.click(button(/^Lift: One calf/));
    write(words.act.done, 'Called her');
    fireEvent.click(button(words.act.liftDo));
    expect(screen.getByText(words.act.doneShort(5))).toBeTruthy();
    write(words.act.done, 'Seen by her doctor today');
    fireEvent.click(button(words.act.liftDo));
    await waitFor(() => expect(sent(asked)).toHaveLength(1));
    expect(sent(asked)[0]).toEqual({
      flag_id: 'rf_dvt',
      act: 'lift',
      reason: 'Seen by her doctor today',
      lifts: 'told-rf_dvt',
    });
  });

  it('raises one that she finds by a word, with its place, its day and a note', async () => {
    const { asked } = await openFlags(sheetOf([]), { [POST]: new Status(201, sheetOf([])) });
    fireEvent.click(button(words.flags.raise));
    write(words.raise.search, 'surg less');
    expect(screen.getByText(words.raise.found(1))).toBeTruthy();
    await expectAccessible();
    fireEvent.click(button('Surgery less than 1 week ago'));
    fireEvent.input(screen.getByLabelText(words.raise.date), { target: { value: '2026-11-20' } });
    expect(screen.getByText(desk.sides)).toBeTruthy();
    fireEvent.click(screen.getAllByRole('button', { name: 'Left knee' })[0] as HTMLElement);
    write(words.raise.note, 'Told on the phone');
    await expectAccessible();
    fireEvent.click(button(words.raise.do));
    await waitFor(() => expect(sent(asked)).toHaveLength(1));
    expect(sent(asked)[0]).toEqual({
      flag_id: 'surgery_lt_1w',
      act: 'raise',
      reason: 'Told on the phone',
      sites: [{ region: 'knee', side: 'left' }],
      since: '2026-11-20',
    });
  });

  it('counts the weeks of a pregnancy back from the due date', async () => {
    const { asked } = await openFlags(sheetOf([]), { [POST]: new Status(201, sheetOf([])) });
    fireEvent.click(button(words.flags.raise));
    write(words.raise.search, 'pregnant weeks 14');
    fireEvent.submit(screen.getByLabelText(words.raise.search).closest('form') as HTMLFormElement);
    fireEvent.input(await screen.findByLabelText(words.raise.due), { target: { value: '2027-05-01' } });
    fireEvent.click(button(words.raise.do));
    await waitFor(() => expect(sent(asked)).toHaveLength(1));
    expect(sent(asked)[0]).toEqual({
      flag_id: 'pregnancy_t2',
      act: 'raise',
      reason: '',
      since: '2026-07-25',
    });
  });
});

describe('a red flag on the page', () => {
  async function openBanner(sheet: FlagSheet, answers: Record<string, unknown> = {}) {
    const asked = serve({ 'GET /clients': { clients: [] }, ...answers });
    const file = await fileOf(sheet, allAnswered);
    render(
      <main>
        <h1>Ana</h1>
        <RedBanner id="c1" file={file} zone={ZONE} practiceNumber="112" onSheet={() => undefined} />
      </main>,
    );
    return asked;
  }

  it('says which sign, when it was told and arrived, and the two next steps', async () => {
    await openBanner(sheetOf([calf]));
    const alert = screen.getByRole('alert').textContent;
    expect(alert).toContain('One calf or leg newly swollen');
    expect(alert).toContain('today 07:12, arrived today 09:40');
    expect(alert).toContain(words.red.call);
    expect(alert).toContain(words.red.emergency('112'));
    expect(button(words.red.liftDo)).toBeTruthy();
    await expectAccessible();
  });

  it('lifts several in one go, and leaves out what she takes out', async () => {
    const cord = told('rf_cord', 'New clumsy hands', { at: '2026-11-22T06:13:00Z' });
    const nameless = told('any_red_flag', 'any_red_flag', { red: true });
    const asked = await openBanner(sheetOf([calf, cord, nameless]), { [POST]: new Status(201, sheetOf([])) });
    fireEvent.click(button(words.red.liftDo));
    fireEvent.click(screen.getByRole('checkbox', { name: new RegExp(words.flags.anyRed) }));
    write(words.act.done, 'Seen by her doctor today');
    fireEvent.click(button(words.act.liftDo));
    await waitFor(() => expect(sent(asked)).toHaveLength(2));
    expect(sent(asked)).toMatchObject([{ lifts: 'told-rf_cord' }, { lifts: 'told-rf_dvt' }]);
  });

  it('is silent without one', async () => {
    await openBanner(sheetOf([thinners]));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
