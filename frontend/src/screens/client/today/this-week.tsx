import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { loadHistoryWords } from '../../../text/history';

type WeekProps = { today: string };

/** The week's row comes after the day itself is shown; its room is kept, so that nothing moves. */
export function ThisWeek({ today }: WeekProps) {
  const [Week, setWeek] = useState<ComponentType<WeekProps> | null>(null);
  useEffect(() => {
    let wanted = true;
    const coming = Promise.all([import('../parts/days/week'), loadHistoryWords()]);
    coming.then(
      ([page]) => wanted && setWeek(() => page.Week),
      // Without a network before the first start is over: the day is whole without its week.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, []);
  return <div class="today-week">{Week && <Week today={today} />}</div>;
}
