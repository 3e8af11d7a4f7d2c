import type { ScreeningWords } from '../../../../content/screening-words';
import { versionOn } from '../../../../domain/today';
import { view } from '../../../../store';
import { mayDo } from '../../../../store/dose';
import { safety } from '../../../../store/screening';
import { safety as words } from '../../../../text/safety';
import { lines } from './because';
import { Reasons } from './reasons';

/** Which of her answers changed her program and how, as it stands today. */
export function WhatChanged({ said }: { said: ScreeningWords }) {
  const version = view.value && safety.value ? versionOn(view.value, safety.value.today) : null;
  const day = version && mayDo(version.items);
  if (!day) return null;
  const rows = [
    ...lines(said, day.softer, words.softer),
    ...lines(said, day.paused, words.paused),
    ...lines(said, day.care, words.heed),
  ];
  return (
    <section class="me-part">
      <h2>{words.changes}</h2>
      <p class="soft">{rows.length > 0 ? words.changesSome : words.changesNone}</p>
      {rows.length > 0 && <Reasons rows={rows} />}
    </section>
  );
}
