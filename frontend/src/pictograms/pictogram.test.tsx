import { render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Pictogram } from './pictogram';

afterEach(() => vi.unstubAllGlobals());

const strokes = (at: Element) => [...at.querySelectorAll('path')].map((path) => path.getAttribute('d'));
const drawn = async (at: Element) => {
  await waitFor(() => expect(at.querySelectorAll('path').length).toBeGreaterThan(4));
  return strokes(at);
};

test('a picture keeps its place, and fills it when the drawings have come', async () => {
  const { container } = render(<Pictogram technique="plantar-golf-ball" level={2} />);
  expect(container.querySelector('.pictogram')).not.toBeNull();
  await drawn(container);
});

test('beside words a picture is an ornament; with a label it is an image of that name', () => {
  const { container } = render(<Pictogram technique="plantar-golf-ball" level={2} />);
  expect(container.querySelector('.pictogram')?.getAttribute('aria-hidden')).toBe('true');
  render(<Pictogram technique="plantar-golf-ball" level={2} label="Sole of the foot" />);
  expect(screen.getByRole('img', { name: 'Sole of the foot' })).toBeTruthy();
});

test('left and right are mirrors of one another', async () => {
  const mirrored = async (side: 'left' | 'right') => {
    const { container } = render(<Pictogram technique="plantar-golf-ball" level={2} side={side} />);
    await drawn(container);
    return container.querySelector('g')?.hasAttribute('transform');
  };
  expect([await mirrored('left'), await mirrored('right')].filter(Boolean)).toHaveLength(1);
});

test('another technique is another picture', async () => {
  const { container, rerender } = render(<Pictogram technique="plantar-golf-ball" level={2} />);
  const first = await drawn(container);
  rerender(<Pictogram technique="jaw-hold" level={1} />);
  expect(await drawn(container)).not.toEqual(first);
});

test('it moves while it runs and is seen, and not where people ask for stillness', async () => {
  let see: ((entries: { isIntersecting: boolean }[]) => void) | undefined;
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(tell: typeof see) {
        see = tell;
      }
      observe() {}
      disconnect() {}
    },
  );
  const motion = { kind: 'roll', periodS: 0.4, running: true } as const;
  const { container } = render(<Pictogram technique="plantar-golf-ball" level={2} motion={motion} />);
  const still = await drawn(container);
  expect(strokes(container)).toEqual(still);
  see?.([{ isIntersecting: true }]);
  await waitFor(() => expect(strokes(container)).not.toEqual(still));

  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  see = undefined;
  const calm = render(<Pictogram technique="plantar-golf-ball" level={2} motion={motion} />);
  await drawn(calm.container);
  expect(see).toBeUndefined();
});

test('a technique of the practice’s own shows its photo where others show a figure', async () => {
  const photo = { url: '/api/v1/photos/p1', alt: 'A ball at the wall' };
  const { container } = render(<Pictogram technique="own-1" level={1} photo={photo} label={photo.alt} />);
  const shown = container.querySelector('img');
  expect(shown?.getAttribute('src')).toBe(photo.url);
  expect(container.querySelector('.pictogram')?.getAttribute('aria-label')).toBe(photo.alt);
});
