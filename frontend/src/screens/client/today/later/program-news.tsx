import { useEffect, useState } from 'preact/hooks';
import { awayOn } from '../../../../domain/away';
import { comingVersion, versionOn } from '../../../../domain/today';
import type { View } from '../../../../domain/types';
import { markProgramSeen, programSeen } from '../../../../store';
import { history } from '../../../../text/history';
import { Banner, Button } from '../../../../ui';
import { longDay } from '../../parts/dates';

/** Says that the program has changed and why, until the person has taken note; the first one is no change. */
export function ProgramNews({ view, date }: { view: View; date: string }) {
  const words = history.news;
  const [seen, setSeen] = useState<number | null | undefined>(undefined);
  const version = versionOn(view, date);
  const coming = comingVersion(view, date);
  useEffect(() => {
    void programSeen().then(setSeen);
  }, []);
  useEffect(() => {
    if (seen === null && version) void note(version.number);
  }, [seen, version?.number]);
  const note = async (number: number) => {
    await markProgramSeen(number);
    setSeen(number);
  };
  const isChanged = typeof seen === 'number' && version !== null && version.number > seen;
  const away = awayOn(view.me.away, date);
  return (
    <>
      {away && <p class="soft">{words.away(view.me.therapist_name, longDay(away.until), away.cover_name)}</p>}
      {isChanged && (
        <Banner
          tone="calm"
          icon="edit"
          title={words.title}
          action={
            <Button kind="quiet" onClick={() => void note(version.number)}>
              {words.ok}
            </Button>
          }
        >
          <p>{words.text(version.author.name, version.reason)}</p>
        </Banner>
      )}
      {coming && (
        <Banner tone="calm" icon="history" title={words.coming(longDay(coming.starts_on))}>
          {coming.reason !== '' && <p>{words.text(coming.author.name, coming.reason)}</p>}
        </Banner>
      )}
    </>
  );
}
