import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import type { ComponentType } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fetchRules, lookAtDay, safety } from '../../../store/screening';
import { expectAccessible } from '../../../testing/axe';
import { answers, CLOSED, told } from '../../../testing/intake';
import { anasPhone, show } from '../../../testing/page';
import { loadIntake } from './screen';

const TODAY = '2026-11-22';
let Intake: ComponentType;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(`${TODAY}T08:00:00Z`) });
  await fetchRules();
  lookAtDay();
  Intake = await loadIntake();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const newest = () => answers()[0];
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const asked = (text: RegExp) => screen.findByRole('heading', { level: 1, name: text });

it('asks one question a screen, saves it when it is answered, and says how far it is', async () => {
  await anasPhone(CLOSED);
  show(Intake, '/intake');
  await asked(/How old are you/);
  expect(screen.getByText('1 of 24')).toBeTruthy();
  await expectAccessible();
  expect(screen.getByRole('button', { name: 'Next' }).hasAttribute('disabled')).toBe(true);
  fireEvent.input(screen.getByLabelText('Years'), { target: { value: '44' } });
  press('Next');
  const heading = await asked(/Where do you feel pain/);
  expect(answers()).toEqual([['q01', 44]]);
  await waitFor(() => expect(document.activeElement).toBe(heading));
  expect(screen.getByText('2 of 24')).toBeTruthy();
  await expectAccessible();
});

it('goes on at the first question that is not answered', async () => {
  await anasPhone(CLOSED);
  await told(TODAY, 'q14', 'q20');
  show(Intake, '/intake');
  await asked(/Do you bruise easily/);
  expect(screen.getByText('14 of 24')).toBeTruthy();
  press('Not sure');
  await asked(/less feeling in any area/);
  expect(newest()).toEqual(['q14', 'not sure']);
});

it('where nothing hurts, nobody asks how much and since when', async () => {
  await anasPhone(CLOSED);
  await told(TODAY, 'q02', 'q03', 'q04', 'q14');
  show(Intake, '/intake');
  await asked(/Where do you feel pain/);
  press('Nowhere right now');
  await asked(/Do you bruise easily/);
  expect(Object.fromEntries(answers())).toMatchObject({ q02: 'no', q03: 0, q04: 'none' });
});

it('a pain that is new asks how strong and since when, and an injury lies where it hurts', async () => {
  await anasPhone(CLOSED);
  await told(TODAY, 'q14');
  show(Intake, '/intake?q=q02');
  await asked(/Where do you feel pain/);
  fireEvent.click(screen.getAllByRole('button', { name: 'Left knee' })[0] as Element);
  press('Next');
  await asked(/How strong is it/);
  fireEvent.click(screen.getByRole('radio', { name: '4' }), { detail: 1 });
  await waitFor(() => expect(location.search).toBe(''));
  await asked(/How long have you had it/);
  press('Under 3 days');
  await asked(/Did it begin with an injury/);
  await expectAccessible();
  press('Yes');
  await asked(/Do you bruise easily/);
  const site = { region: 'knee', side: 'left' };
  expect(newest()).toEqual(['q04', { chosen: 'under 3 days', follow_up: 'yes', sites: [site] }]);
  expect(safety.value?.active).toMatchObject([{ flag: 'acute_injury', sites: [site] }]);
});

it('all red flags are read: none of them is ticked, and then confirmed', async () => {
  await anasPhone(CLOSED);
  await told(TODAY, 'q05', 'q14');
  show(Intake, '/intake');
  await asked(/any of these right now/);
  expect(screen.getAllByRole('button', { pressed: false })).toHaveLength(18);
  await expectAccessible();
  press('None of these');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/any of these right now/);
  press('Next');
  await asked(/Do you bruise easily/);
  expect(newest()).toEqual(['q05', ['none']]);
});

it('a red flag leads to the page that says what to do', async () => {
  await anasPhone(CLOSED);
  await told(TODAY, 'q05', 'q14');
  show(Intake, '/intake');
  await asked(/any of these right now/);
  press(/One calf or leg/);
  press('Next');
  await waitFor(() => expect(location.pathname).toBe('/today'));
  await waitFor(() => expect(newest()).toEqual(['q05', ['rf_dvt']]));
});

it('a fall asks when, and for signs of a broken bone', async () => {
  await anasPhone(CLOSED);
  await told(TODAY, 'q07', 'q14');
  show(Intake, '/intake');
  await asked(/a fall, crash or blow/);
  press('Head or concussion');
  press('Next');
  await asked(/Head or concussion/);
  await expectAccessible();
  fireEvent.input(screen.getByLabelText('When was it?'), { target: { value: '2027-01-01' } });
  expect(await screen.findByText(/This day cannot be right/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Next' }).hasAttribute('disabled')).toBe(true);
  press('Yes, that is so');
  await waitFor(() => expect(location.pathname).toBe('/today'));
  await waitFor(() => expect(newest()).toEqual(['q05', ['rf_fracture']]));
});

it('several operations, each with its own day and place', async () => {
  await anasPhone(CLOSED);
  await told(TODAY, 'q15', 'q25');
  show(Intake, '/intake');
  await asked(/surgery in the last 12 months/);
  press('Yes');
  await asked(/Your operation/);
  await expectAccessible();
  fireEvent.input(screen.getByLabelText('When was it?'), { target: { value: '2026-11-01' } });
  fireEvent.click(screen.getAllByRole('button', { name: 'Left knee' })[0] as Element);
  fireEvent.click(within(screen.getByRole('group', { name: /surgeon agree/ })).getByText('Yes'));
  press('Add another operation');
  await asked(/Operation 2/);
  press('I cannot say where');
  await asked(/get down to the floor/);
  const sites = [{ region: 'knee', side: 'left' }];
  expect(newest()).toEqual([
    'q15',
    { entries: [{ on: '2026-11-01', sites, agreed: 'yes' }, { agreed: 'not sure' }] },
  ]);
});

it('after the last question it is open, and the rest may wait', async () => {
  await anasPhone(CLOSED);
  await told(TODAY, 'q25');
  show(Intake, '/intake');
  await asked(/get down to the floor/);
  press('All of it is fine');
  await screen.findByText('2 more minutes, or later');
  await expectAccessible();
  press('2 more minutes');
  await asked(/gentler or more careful/);
  press('Skip');
  await asked(/like to do again/);
  await expectAccessible();
  fireEvent.input(screen.getByLabelText('What would you like to do again?'), {
    target: { value: 'climb stairs' },
  });
  fireEvent.click(screen.getByRole('radio', { name: '4' }));
  press('Next');
  await asked(/have at home/);
  press('Soft ball');
  press('Next');
  await asked(/When in the day/);
  await expectAccessible();
  fireEvent.input(screen.getByLabelText('Time of day'), { target: { value: '07:00' } });
  press('Yes');
  press('Next');
  await waitFor(() => expect(location.pathname).toBe('/today'));
  expect(Object.fromEntries(answers())).toMatchObject({
    q27: [{ activity: 'climb stairs', score: 4 }],
    q28: ['soft_ball'],
    q29: { time: '07:00', consent: 'yes' },
  });
  expect(Object.fromEntries(answers())).not.toHaveProperty('q26');
});
