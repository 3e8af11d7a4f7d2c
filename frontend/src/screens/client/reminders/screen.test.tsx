import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { addDays } from '../../../domain/days';
import { noChoice } from '../../../domain/reminders';
import { stamp } from '../../../domain/stamp';
import * as store from '../../../store';
import { proof } from '../../../store/reminders';
import { tell } from '../../../store/screening';
import { expectAccessible } from '../../../testing/axe';
import { show } from '../../../testing/page';
import { pushesAre, pushState } from '../../../testing/pushes';
import { ALL, chosen, onARemindedPhone, press, slot, told, WELL, ZONE } from '../../../testing/reminders';
import { Toast } from '../../../ui';
import { Reminders } from './screen';

vi.mock('../../../push', () => import('../../../testing/pushes'));

onARemindedPhone();

function WithToast() {
  return (
    <>
      <Reminders />
      <Toast />
    </>
  );
}

describe('her times', () => {
  test('a time is set without a network, and both what comes next and what is on the way are said', async () => {
    show(Reminders, '/reminders');
    expect(screen.getByText('No time is set yet.')).toBeTruthy();
    press('Add a time');
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.input(sheet.getByLabelText('Time'), { target: { value: '19:30' } });
    fireEvent.click(sheet.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Today at 19:30')).toBeTruthy();
    expect(await screen.findByText(/Saved on this phone/)).toBeTruthy();
    expect(told()).toEqual({ ...noChoice(ZONE), slots: [slot('19:30')] });
    await expectAccessible();
  });

  test('the seven days are toggles; a time keeps to those that are chosen', async () => {
    chosen({ slots: [slot('07:00')] });
    show(Reminders, '/reminders');
    press(/07:00/);
    const sheet = within(await screen.findByRole('dialog'));
    for (const day of ['Saturday', 'Sunday']) fireEvent.click(sheet.getByRole('button', { name: day }));
    expect(sheet.getByRole('button', { name: 'Sunday' }).getAttribute('aria-pressed')).toBe('false');
    await expectAccessible();
    fireEvent.click(sheet.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Monday to Friday')).toBeTruthy();
    expect(told()?.slots).toEqual([slot('07:00', [0, 1, 2, 3, 4])]);
  });

  test('no day at all, and the same time twice, are said before anything is kept', async () => {
    chosen({ slots: [slot('07:00', [0])] });
    show(Reminders, '/reminders');
    expect(screen.getByText('Monday')).toBeTruthy();
    press('Add a time');
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.click(sheet.getByRole('button', { name: 'Save' }));
    expect(await sheet.findByText('This time is there already on one of these days.')).toBeTruthy();
    for (const button of sheet.getAllByRole('button', { pressed: true })) fireEvent.click(button);
    fireEvent.click(sheet.getByRole('button', { name: 'Save' }));
    expect(await sheet.findByText('Choose at least one day.')).toBeTruthy();
    expect(told()).toBeUndefined();
  });

  test('a time can be off for a while, and be taken away', async () => {
    chosen({ slots: [slot('07:00'), slot('19:00', [1, 3])] });
    show(Reminders, '/reminders');
    expect(screen.getByText('Tue, Thu')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: '07:00 is on' }));
    await waitFor(() => expect(told()?.slots).toEqual([slot('07:00', ALL, false), slot('19:00', [1, 3])]));
    press(/07:00/);
    fireEvent.click(await screen.findByRole('button', { name: 'Remove this time' }));
    await waitFor(() => expect(told()?.slots).toEqual([slot('19:00', [1, 3])]));
    expect(screen.getByText('Tuesday at 19:00')).toBeTruthy();
  });

  test('a phone without room says that nothing has changed', async () => {
    vi.stubGlobal('reportError', () => undefined);
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    chosen({ slots: [slot('07:00')] });
    show(WithToast, '/reminders');
    fireEvent.click(screen.getByRole('checkbox', { name: '07:00 is on' }));
    expect(await screen.findByText(/no room to save it/)).toBeTruthy();
    press(/^07:00/);
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.click(sheet.getByRole('button', { name: 'Save' }));
    expect(await sheet.findByText(/no room to save it/)).toBeTruthy();
  });

  test('a time in her quiet hours says that it does not come', async () => {
    chosen({ slots: [slot('06:00'), slot('09:00')], quiet: { from: '22:00', to: '07:00' } });
    show(Reminders, '/reminders');
    expect(screen.getAllByText('In your quiet hours: does not come.')).toHaveLength(1);
    press(/^09:00/);
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.input(sheet.getByLabelText('Time'), { target: { value: '23:00' } });
    expect(await sheet.findByText('In your quiet hours: does not come.')).toBeTruthy();
  });

  test('two switches of one time are told apart by their days', () => {
    chosen({ slots: [slot('07:00', [0]), slot('07:00', [1])] });
    show(Reminders, '/reminders');
    expect(screen.getByRole('checkbox', { name: '07:00, Tuesday, is on' })).toBeTruthy();
  });

  test('after a time is taken away the focus is at its heading', async () => {
    chosen({ slots: [slot('07:00')] });
    show(Reminders, '/reminders');
    press(/^07:00/);
    fireEvent.click(await screen.findByRole('button', { name: 'Remove this time' }));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Times'));
  });
});

describe('the next one', () => {
  beforeEach(() => chosen({ slots: [slot('07:00')] }));
  const said = () => document.querySelector('.rem-next-when')?.textContent;

  test('is not promised where no phone takes it', async () => {
    pushesAre('denied');
    proof.value = { proof: { ...WELL, browsers: 0 }, at: new Date().toISOString() };
    show(Reminders, '/reminders');
    expect(said()).toBe('No phone takes them yet.');
    pushState.value = 'on';
    await waitFor(() => expect(said()).toBe('Tomorrow at 07:00'));
  });

  test.each([
    ['weekly', 'Reminders come once a week now. One practice brings them back.'],
    ['none', 'Reminders rest now. One practice brings them back.'],
  ] as const)('fading (%s) says so instead of a time', (fading, words) => {
    proof.value = { proof: { ...WELL, fading }, at: new Date().toISOString() };
    show(Reminders, '/reminders');
    expect(said()).toBe(words);
  });

  test('waits while the program is closed', async () => {
    const common = stamp(store.newLogId(), Date.now(), ZONE);
    await tell([{ ...common, kind: 'flag', flag_id: 'rf_dvt', on: true, source: 'c1' }]);
    show(Reminders, '/reminders');
    expect(said()).toBe('They wait until your program is open again.');
  });
});

describe('her own calendar', () => {
  beforeEach(() => chosen({ slots: [slot('07:00')], calendar: true }));

  test('a changed time is an old one in it, and the new ones are one tap away', async () => {
    show(Reminders, '/reminders');
    fireEvent.click(screen.getByRole('checkbox', { name: '07:00 is on' }));
    fireEvent.click(screen.getByRole('checkbox', { name: '07:00 is on' }));
    expect(await screen.findByText('Your calendar still has the old times.')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: 'Add my times' }).length).toBeGreaterThan(0);
  });

  test('knows no quiet hours and no second one, and rings on in time off', () => {
    show(Reminders, '/reminders');
    expect(screen.queryByText('Quiet hours')).toBeNull();
    expect(screen.queryByLabelText('One more the same day')).toBeNull();
    expect(screen.getByText('Your calendar rings on.')).toBeTruthy();
    expect(screen.getByText('Other ways').closest('details')?.open).toBe(true);
  });
});

describe('what else she chooses', () => {
  beforeEach(() => chosen({ slots: [slot('07:00')] }));

  test.each([
    ['Until tomorrow', 1],
    ['For a week', 7],
  ])('%s is one tap, and one tap takes it back', async (name, days) => {
    show(Reminders, '/reminders');
    press(name);
    await waitFor(() => expect(told()?.away_until).toBe(addDays(store.todayDate(), days)));
    expect(screen.getAllByText(/^Off until/)).toHaveLength(2);
    await expectAccessible();
    press('I am back');
    await waitFor(() => expect(told()?.away_until).toBeNull());
    expect(screen.getByText('Tomorrow at 07:00')).toBeTruthy();
  });

  test('time off may end on a date', async () => {
    show(Reminders, '/reminders');
    press('Until a date');
    fireEvent.input(screen.getByLabelText('Back on'), { target: { value: '2026-12-24' } });
    press('Save');
    await waitFor(() => expect(told()?.away_until).toBe('2026-12-24'));
    expect(screen.getAllByText('Off until Thursday 24 December.')).toHaveLength(2);
  });

  test('quiet hours are set and dropped', async () => {
    show(Reminders, '/reminders');
    press(/Quiet hours/);
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.input(sheet.getByLabelText('To'), { target: { value: '06:30' } });
    await expectAccessible();
    fireEvent.click(sheet.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('22:00 to 06:30')).toBeTruthy();
    expect(told()?.quiet).toEqual({ from: '22:00', to: '06:30' });
    press(/Quiet hours/);
    fireEvent.click(await screen.findByRole('button', { name: 'No quiet hours' }));
    await waitFor(() => expect(told()?.quiet).toBeNull());
  });

  test('one more comes only where it is asked for', async () => {
    show(Reminders, '/reminders');
    const more = screen.getByLabelText('One more the same day') as HTMLSelectElement;
    expect(more.value).toBe('');
    fireEvent.change(more, { target: { value: '120' } });
    await waitFor(() => expect(told()?.follow_up_min).toBe(120));
    fireEvent.change(more, { target: { value: '' } });
    await waitFor(() => expect(told()?.follow_up_min).toBeNull());
  });

  test('the zone is named in words, and follows the phone or stays', async () => {
    chosen({ slots: [slot('07:00')], timezone: 'America/New_York', follows_phone: false });
    show(Reminders, '/reminders');
    const zone = screen.getByLabelText('Time zone') as HTMLSelectElement;
    expect(zone.selectedOptions[0]?.textContent).toBe('Always New York');
    fireEvent.change(zone, { target: { value: '' } });
    await waitFor(() => expect(told()).toMatchObject({ timezone: ZONE, follows_phone: true }));
  });
});
