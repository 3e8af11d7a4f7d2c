import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, it } from 'vitest';
import type { Mark, Place } from '../../domain/body-places';
import { expectAccessible } from '../../testing/axe';
import { BodyPicker } from '.';

afterEach(cleanup);

let told: Mark[] = [];

interface HolderProps {
  start?: Mark[];
  last?: Mark[];
  allowed?: readonly Place[];
}

function Holder({ start = [], last, allowed }: HolderProps) {
  const [marks, setMarks] = useState(start);
  told = marks;
  return (
    <main>
      <h1>Where</h1>
      <BodyPicker
        value={marks}
        onChange={setMarks}
        last={last ? { marks: last, named: 'Dashed: 15 November' } : null}
        allowed={allowed}
      />
    </main>
  );
}

const mark = (region: Place, side: Mark['side'], strength: number): Mark => ({ region, side, strength });
const view = (name: string) => within(screen.getByRole('group', { name: `Body from the ${name}` }));
const place = (name: string, on = 'back') => view(on).getByRole('button', { name });
const number = (name: string) => screen.getByRole('radio', { name });
/** As a finger does it: a click that was pressed. */
const touch = (element: Element) => fireEvent.click(element, { detail: 1 });

it('a touch on a place and a touch on a number mark it', async () => {
  render(<Holder />);
  touch(place('Middle of the low back'));
  expect(screen.getByRole('radiogroup', { name: 'How strong is it there?' })).toBeTruthy();
  expect(told).toEqual([]);
  await expectAccessible();
  touch(number('6'));
  expect(told).toEqual([mark('lower_back', 'middle', 6)]);
  expect(screen.queryByRole('radiogroup')).toBe(null);
  expect(place('Middle of the low back, 6 of 10').getAttribute('aria-pressed')).toBe('true');
  await expectAccessible();
});

it('a slip of the finger marks nothing: the next place is asked instead', () => {
  render(<Holder />);
  touch(place('Left knee'));
  touch(place('Right knee'));
  touch(number('2'));
  expect(told).toEqual([mark('knee', 'right', 2)]);
});

it('a marked place is asked again, changed, and taken away', () => {
  render(<Holder start={[mark('knee', 'left', 4), mark('jaw', 'right', 3)]} />);
  touch(place('Left knee, 4 of 10'));
  touch(number('7'));
  expect(told).toEqual([mark('knee', 'left', 7), mark('jaw', 'right', 3)]);
  touch(screen.getByRole('button', { name: 'Left knee · 7' }));
  touch(screen.getByRole('button', { name: 'Remove Left knee' }));
  expect(told).toEqual([mark('jaw', 'right', 3)]);
});

it('the keyboard goes from place to place, marks with Enter, and comes back to the place', () => {
  render(<Holder start={[mark('lower_back', 'middle', 5)]} />);
  const map = screen.getByRole('group', { name: 'Body from the back' });
  const at = () => map.querySelector('[tabindex="0"]')?.getAttribute('aria-label');
  expect(at()).toBe('Middle of the low back, 5 of 10');
  expect(map.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  const press = (key: string) => fireEvent.keyDown(map.querySelector('[tabindex="0"]') as Element, { key });
  press('ArrowUp');
  expect(at()).toBe('Middle of the mid-back');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Middle of the mid-back');
  press('Enter');
  expect(document.activeElement?.textContent).toBe('Middle of the mid-back');
  fireEvent.click(number('3'));
  expect(told).toContainEqual(mark('mid_back', 'middle', 3));
  fireEvent.keyDown(number('3'), { key: 'Enter' });
  expect(screen.queryByRole('radiogroup')).toBe(null);
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Middle of the mid-back, 3 of 10');
});

it('Escape leaves the question, and nothing is marked', () => {
  render(<Holder />);
  touch(place('Tailbone'));
  fireEvent.keyDown(screen.getByRole('heading', { name: 'Tailbone' }), { key: 'Escape' });
  expect(screen.queryByRole('radiogroup')).toBe(null);
  expect(told).toEqual([]);
});

it('the list has every place by name and by other words, and does the same', async () => {
  render(<Holder />);
  fireEvent.click(screen.getByRole('button', { name: 'From a list' }));
  const find = (words: string) =>
    fireEvent.input(screen.getByLabelText('Find a part of the body'), { target: { value: words } });
  expect(screen.getAllByRole('listitem')).toHaveLength(43);
  await expectAccessible();
  find('xylophone');
  expect(screen.getByText(/No place has this name/)).toBeTruthy();
  find('THROAT');
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
  find('everywhere');
  fireEvent.click(screen.getByRole('button', { name: 'Whole body' }));
  touch(number('2'));
  expect(told).toEqual([mark('whole_body', 'both', 2)]);
});

it('the last marks lie behind, and one tap takes them over', () => {
  const last = [mark('knee', 'left', 4)];
  const { container } = render(<Holder last={last} />);
  expect(screen.getByText('Dashed: 15 November')).toBeTruthy();
  expect(container.querySelectorAll('.body-trace').length).toBeGreaterThan(0);
  fireEvent.click(screen.getByRole('button', { name: 'Same as last time' }));
  expect(told).toEqual(last);
  expect(screen.queryByRole('button', { name: 'Same as last time' })).toBe(null);
});

it('shows the side of the body where the marks are, and says how many are on each', () => {
  render(<Holder start={[mark('shin', 'left', 4)]} />);
  expect(screen.getByRole('button', { name: 'Front, 1 place marked' }).getAttribute('aria-pressed')).toBe(
    'true',
  );
  fireEvent.click(screen.getByRole('button', { name: 'Back' }));
  expect(screen.getByRole('button', { name: 'Back' }).getAttribute('aria-pressed')).toBe('true');
});

it('offers only the places that are allowed, on the picture and in the list', () => {
  render(<Holder allowed={['knee', 'calf']} />);
  expect(view('back').getAllByRole('button')).toHaveLength(4);
  expect(view('front').getAllByRole('button')).toHaveLength(2);
  fireEvent.click(screen.getByRole('button', { name: 'From a list' }));
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
});
