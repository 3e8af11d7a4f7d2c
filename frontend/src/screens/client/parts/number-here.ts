import { useEffect, useState } from 'preact/hooks';
import { numberToCall } from '../../../domain/emergency';
import { deviceZone, view } from '../../../store';
import { loadScreeningWords } from '../../../store/content';

type Numbers = Parameters<typeof numberToCall>[0];

/** Whom to call where this phone is now; the number of her practice until the list of places is here. */
export function useNumberHere(): string {
  const practice = view.value?.me.emergency_number ?? '';
  const [numbers, setNumbers] = useState<Numbers>();
  useEffect(() => {
    loadScreeningWords().then((said) => setNumbers(said.numbers), reportError);
  }, []);
  return numbers ? numberToCall(numbers, deviceZone(), navigator.languages, practice) : practice;
}
