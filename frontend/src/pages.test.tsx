import { cleanup, render, screen } from '@testing-library/preact';
import { Component, type ComponentChildren } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { here, later, Shown } from './pages';

afterEach(cleanup);

const First = () => <h1>First</h1>;
const Second = () => <h1>Second</h1>;

class Boundary extends Component<{ children: ComponentChildren }, { failed: boolean }> {
  override state = { failed: false };
  static override getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? <p>It failed</p> : this.props.children;
  }
}

it('shows a page that is here at once', () => {
  render(<Shown page={here(First)} />);
  expect(screen.getByText('First')).toBeTruthy();
});

it('keeps the page before until the next one has arrived', async () => {
  let arrive: () => void = () => undefined;
  const next = later(() => new Promise((resolve) => (arrive = () => resolve(Second))));
  const { rerender } = render(<Shown page={here(First)} />);
  await Promise.resolve();
  rerender(<Shown page={next} />);
  expect(screen.getByText('First')).toBeTruthy();
  arrive();
  expect(await screen.findByText('Second')).toBeTruthy();
  expect(screen.queryByText('First')).toBe(null);
});

it('is not overtaken by a page that is no longer wanted', async () => {
  let arrive: () => void = () => undefined;
  const slow = later(() => new Promise((resolve) => (arrive = () => resolve(Second))));
  const { rerender } = render(<Shown page={slow} />);
  rerender(<Shown page={here(First)} />);
  arrive();
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(screen.queryByText('Second')).toBe(null);
});

it('tells the boundary when a page cannot come, and asks for it again the next time', async () => {
  let asked = 0;
  const page = later(async () => {
    asked += 1;
    if (asked === 1) throw new Error('no network');
    return Second;
  });
  const { unmount } = render(
    <Boundary>
      <Shown page={page} />
    </Boundary>,
  );
  expect(await screen.findByText('It failed')).toBeTruthy();
  unmount();
  render(<Shown page={page} />);
  expect(await screen.findByText('Second')).toBeTruthy();
});
