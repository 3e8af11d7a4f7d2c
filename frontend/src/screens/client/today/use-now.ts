import { useEffect, useState } from 'preact/hooks';
import { lookAtDay } from '../../../store/screening';

interface Now {
  date: string;
  hour: number;
}

function read(): Now {
  return { date: lookAtDay(), hour: new Date().getHours() };
}

/** The day that is lived now; an app left open over midnight shows the new one when it is looked at. */
export function useNow(): Now {
  const [now, setNow] = useState(read);
  useEffect(() => {
    const look = () => setNow((before) => (same(before, read()) ? before : read()));
    const timer = setInterval(look, 60_000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return now;
}

function same(a: Now, b: Now): boolean {
  return a.date === b.date && a.hour === b.hour;
}
