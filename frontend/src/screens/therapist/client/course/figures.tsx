import type { ComponentChildren } from 'preact';
import type { Figures } from '../../../../domain/desk/page/figures';
import type { Side } from '../../../../domain/program';
import { page } from '../../../../text/desk-page';
import './figures.css';
import { minutesNumber, plainNumber, signedNumber } from './numbers';

const SIDES: readonly Side[] = ['left', 'right', 'both'];
const ANSWERS = ['gone', 'still', 'worse', 'new_sign'] as const;

/** The figures since the start, each with what it stands on. */
export function FigureList({ figures }: { figures: Figures }) {
  const { kept, practices, seconds, stops } = figures;
  return (
    <dl class="page-figures figures">
      <One name={page.figure.kept} value={page.value.kept(kept.kept, kept.prescribed)}>
        {kept.prescribed > 0
          ? page.base.kept(Math.round((100 * kept.kept) / kept.prescribed))
          : page.base.noDays}
      </One>
      <One name={page.figure.practised} value={page.value.minutes(minutesNumber(seconds))}>
        {page.base.practices(practices)}
      </One>
      <PainBefore {...figures.before} />
      <PainChange change={figures.change} />
      <Softening softening={figures.softening} />
      <Peaks {...figures.peaks} />
      <One name={page.figure.reactions} value={reactionWords(figures.reactions) || page.value.none}>
        {page.base.reactions}
      </One>
      <One name={page.figure.stops} value={plainNumber(stops)}>
        {page.base.stops}
      </One>
    </dl>
  );
}

/** "1 gone, 1 worse"; empty where nothing was answered. */
export function reactionWords(reactions: Figures['reactions']): string {
  return ANSWERS.filter((answer) => reactions[answer] > 0)
    .map((answer) => `${reactions[answer]} ${page.reaction[answer]}`)
    .join(', ');
}

function PainBefore({ earlier, lately, verdict }: Figures['before']) {
  const value =
    earlier.value === null || lately.value === null
      ? lately.value === null
        ? page.value.none
        : plainNumber(lately.value)
      : page.value.fromTo(plainNumber(earlier.value), plainNumber(lately.value));
  return (
    <One name={page.figure.before} value={value}>
      {page.base.before(earlier.n, lately.n)}. {page.verdict[verdict]}
    </One>
  );
}

function PainChange({ change }: { change: Figures['change'] }) {
  const sides = SIDES.filter((side) => change[side].value !== null);
  return (
    <One name={page.figure.change} value={signed(change.all.value)}>
      {page.base.change(change.all.n)}
      {sides.length > 0 && (
        <ul>
          {sides.map((side) => (
            <li key={side}>
              {page.worked[side]}: <strong>{signed(change[side].value)}</strong> ({change[side].n})
            </li>
          ))}
        </ul>
      )}
    </One>
  );
}

function Softening({ softening }: { softening: Figures['softening'] }) {
  const told = SIDES.filter((side) => softening[side].value !== null);
  const value = told.map((side) => `${page.side[side]} ${signed(softening[side].value)}`).join(', ');
  return (
    <One name={page.figure.softening} value={value || page.value.none}>
      {told.map((side) => `${page.side[side]}: ${page.base.spots(softening[side].n)}`).join(', ')}
    </One>
  );
}

function Peaks({ highest, n, over }: Figures['peaks']) {
  return (
    <One name={page.figure.peaks} value={highest === null ? page.value.none : plainNumber(highest)}>
      {n > 0 && page.base.peaks(n, over)}
    </One>
  );
}

function signed(value: number | null): string {
  return value === null ? page.value.none : signedNumber(value);
}

function One({ name, value, children }: { name: string; value: string; children: ComponentChildren }) {
  return (
    <div class="page-figure">
      <dt class="small soft">{name}</dt>
      <dd>
        <strong class="page-value">{value}</strong>
        <div class="page-base soft">{children}</div>
      </dd>
    </div>
  );
}
