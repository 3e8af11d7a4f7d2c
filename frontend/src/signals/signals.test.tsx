import { act, cleanup, render } from '@testing-library/preact';
import { Component } from 'preact';
import { useEffect } from 'preact/hooks';
import { afterEach, expect, it, vi } from 'vitest';
import { computed, signal, useComputed, useSignal } from '.';

afterEach(cleanup);

it('draws again what reads a signal, and nothing else', () => {
  const name = signal('Ana');
  const drawn = vi.fn();
  const Reader = () => <p>{name.value}</p>;
  const Beside = () => {
    drawn();
    return <hr />;
  };
  const { container } = render(
    <>
      <Reader />
      <Beside />
    </>,
  );
  act(() => {
    name.value = 'Ben';
  });
  expect(container.textContent).toBe('Ben');
  expect(drawn).toHaveBeenCalledTimes(1);
});

it('does not draw again while what follows from a signal stays the same', () => {
  const seconds = signal(61);
  const minutes = computed(() => Math.floor(seconds.value / 60));
  const drawn = vi.fn();
  const Clock = () => {
    drawn();
    return <p>{minutes.value}</p>;
  };
  const { container } = render(<Clock />);
  act(() => {
    seconds.value = 62;
  });
  expect(drawn).toHaveBeenCalledTimes(1);
  act(() => {
    seconds.value = 121;
  });
  expect(container.textContent).toBe('2');
});

it('follows what the last drawing has read', () => {
  const open = signal(false);
  const words = signal('warm');
  const drawn = vi.fn();
  const Note = () => {
    drawn();
    return <p>{open.value ? words.value : 'closed'}</p>;
  };
  const { container } = render(<Note />);
  act(() => {
    words.value = 'cool';
  });
  expect(drawn).toHaveBeenCalledTimes(1);
  act(() => {
    open.value = true;
  });
  act(() => {
    words.value = 'sore';
  });
  expect(container.textContent).toBe('sore');
});

it('keeps a component’s own signals through its drawings', () => {
  const Counter = () => {
    const count = useSignal(1);
    const twice = useComputed(() => count.value * 2);
    return (
      <button type="button" onClick={() => (count.value += 1)}>
        {twice.value}
      </button>
    );
  };
  const { container } = render(<Counter />);
  act(() => container.querySelector('button')?.click());
  act(() => container.querySelector('button')?.click());
  expect(container.textContent).toBe('6');
});

it('lets go of a component that is gone', () => {
  const name = signal('Ana');
  const drawn = vi.fn();
  const Reader = () => {
    drawn();
    useEffect(() => () => void name.peek(), []);
    return <p>{name.value}</p>;
  };
  render(<Reader />).unmount();
  act(() => {
    name.value = 'Ben';
  });
  expect(drawn).toHaveBeenCalledTimes(1);
});

it('goes on after a drawing that failed', () => {
  const broken = signal(true);
  const Fragile = () => {
    if (broken.value) throw new Error('broken');
    return <p>well</p>;
  };
  class Boundary extends Component<{ again: number }, { failed: boolean }> {
    override state = { failed: false };
    override componentDidCatch() {
      this.setState({ failed: true });
    }
    override componentDidUpdate({ again }: { again: number }) {
      if (again !== this.props.again) this.setState({ failed: false });
    }
    override render() {
      return this.state.failed ? <p>failed</p> : <Fragile />;
    }
  }
  const { container, rerender } = render(<Boundary again={0} />);
  expect(container.textContent).toBe('failed');
  broken.value = false;
  rerender(<Boundary again={1} />);
  expect(container.textContent).toBe('well');
});
