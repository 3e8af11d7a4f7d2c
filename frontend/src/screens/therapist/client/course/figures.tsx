import type { ComponentChildren } from 'preact';
import type { Figures } from '../../../../domain/desk/page/figures';
import type { Side } from '../../../../domain/program';
import { page } from '../../../../text/desk-page';
import './figures.css';
import { minutesNumber, plainNumber, signedNumber } from './numbers';

const SIDES: readonly Side[] = ['left', 'right', 'both'];
const ANSWERS = ['gone', 'still', 'worse', 'new_sign'] as const;

/** The figures since the start, each with what it stands on; what nobody told is left out. */
export function FigureList({ figures }: { figures: Figures }) {
  const { kept, practices, seconds, stops, reactions } = figures;
  const answers = reactionWords(reactions);
  return (
    <dl class="page-figures figures">
      {kept.prescribed > 0 && (
        <One name={page.figure.kept} value={page.value.kept(kept.kept, kept.prescribed)}>
          {page.base.kept(Math.round((100 * kept.kept) / kept.prescribed))}
        </One>
      )}
      {practices > 0 && (
        <One name={page.figure.practised} value={page.value.minutes(minutesNumber(seconds))}>
          {page.base.practices(practices)}
        </One>
      )}
      <PainBefore {...figures.before} />
      <PainChange change={figures.change} />
      <Softening softening={figures.softening} />
      <Peaks {...figures.peaks} />
      {answers && (
        <One name={page.figure.reactions} value={answers}>
          {page.base.reactions}
        </One>
      )}
      {practices + stops > 0 && (
        <One name={page.figure.stops} value={plainNumber(stops)}>
          {page.base.stops}
        </One>
      )}
    </dl>
  );
}

/** "1 gone, 1 worse"; empty where nothing was answered. */
export function reactionWords(reactions: Figures['reactions']): string {
  return ANSWERS.filter((answer) => reactions[answer] > 0)
    .map((answer) => `${reactions[answer]}\u00a0${page.reaction[answer]}`)
    .join(', ');
}

function PainBefore({ earlier, lately, verdict }: Figures['before']) {
  if (lately.value === null) return null;
  const now = plainNumber(lately.value);
  const value = earlier.value === null ? now : page.value.fromTo(plainNumber(earlier.value), now);
  return (
    <One name={page.figure.before} value={value} unit={page.value.ofTen}>
      {page.base.before(earlier.n, lately.n)}. {page.verdict[verdict]}
    </One>
  );
}

function PainChange({ change }: { change: Figures['change'] }) {
  const { all } = change;
  if (all.value === null) return null;
  const sides = SIDES.filter((side) => change[side].value !== null);
  return (
    <One name={page.figure.change} value={signedNumber(all.value)} unit={page.value.points(all.value)}>
      {page.base.change(all.n)}
      {sides.length > 1 && (
        <ul>
          {sides.map((side) => (
            <li key={side}>
              {page.worked[side]}: <strong>{signedNumber(change[side].value ?? 0)}</strong> ({change[side].n})
            </li>
          ))}
        </ul>
      )}
    </One>
  );
}

function Softening({ softening }: { softening: Figures['softening'] }) {
  const told = SIDES.filter((side) => softening[side].value !== null);
  if (told.length === 0) return null;
  return (
    <Cell name={page.figure.softening}>
      {told.map((side) => (
        <Value key={side} unit={page.base.spots(softening[side].n)}>
          {`${page.side[side]} ${signedNumber(softening[side].value ?? 0)}`}
        </Value>
      ))}
    </Cell>
  );
}

function Peaks({ highest, n, over }: Figures['peaks']) {
  if (highest === null) return null;
  return (
    <One name={page.figure.peaks} value={plainNumber(highest)} unit={page.value.ofTen}>
      {page.base.peaks(n, over)}
    </One>
  );
}

interface OneProps {
  name: string;
  value: string;
  unit?: string;
  children: ComponentChildren;
}

function One({ name, value, unit, children }: OneProps) {
  return (
    <Cell name={name}>
      <Value unit={unit}>{value}</Value>
      <div class="page-base soft">{children}</div>
    </Cell>
  );
}

function Value({ unit, children }: { unit?: string | undefined; children: string }) {
  return (
    <strong class="page-value">
      {children} {unit && <small>{unit}</small>}
    </strong>
  );
}

function Cell({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="page-figure">
      <dt class="small soft">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
