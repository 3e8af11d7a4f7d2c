import { clientDb } from './db';
import { profile, todayDate } from './index';
import { readMeta, writeMeta } from './meta';

/** Goals that she rated today before she left: beside the data, since a measure is told whole. */
interface Half {
  on: string;
  values: Record<string, number>;
}

const KEY = 'measures_half';

/** What she has rated today; nothing where the phone cannot say it: then she is asked again. */
export async function halfTold(): Promise<Record<string, number>> {
  const who = profile.value;
  if (!who) return {};
  try {
    const half = await readMeta<Half>(await clientDb(who), KEY);
    return half?.on === todayDate() ? half.values : {};
  } catch {
    return {};
  }
}

/** False when the phone could not keep it for the next time. */
export async function keepHalf(values: Record<string, number>): Promise<boolean> {
  const who = profile.value;
  if (!who) return false;
  try {
    await writeMeta(await clientDb(who), KEY, { on: todayDate(), values } satisfies Half);
    return true;
  } catch {
    return false;
  }
}
