import type { Area } from '../../domain/body-places';
import { BodyPicker } from '../body-map';

interface PlacesProps {
  /** Whose left and right, where it is not the reader's own. */
  whose?: string | undefined;
  sites: readonly Area[];
  onChange: (sites: readonly Area[]) => void;
}

/** Places and their sides, on the picture or from the list, without a strength. */
export function Places({ sites, whose, onChange }: PlacesProps) {
  const marks = sites.map(({ region, side }) => ({ region, side, strength: 1 }));
  return (
    <BodyPicker
      plain
      sides={whose}
      value={marks}
      onChange={(next) => onChange(next.map(({ region, side }) => ({ region, side })))}
    />
  );
}
