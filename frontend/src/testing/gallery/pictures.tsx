import type { Off } from '../../domain/adherence';
import { addDays } from '../../domain/days';
import type { DayMark } from '../../domain/history/calendar';
import { medianLine } from '../../domain/history/course';
import { Course, Day, Icon, type IconName, Slice } from '../../ui';
import { PATHS } from '../../ui/icon';

const FILLS: readonly (readonly number[])[] = [
  [],
  [0, 0, 0, 0, 0],
  [1, 0.5, 0, 0, 0],
  [1, 1, 1, 0.3, 0],
  [1, 1, 1, 1, 1],
];
const COUNTS = [1, 2, 3, 4, 5, 6, 7, 8];

/** From the day's page to a dot in a month; from one technique to eight. */
export function Slices() {
  return (
    <>
      <div class="row">
        {[12, 8].map((size) => (
          <Slice
            key={size}
            parts={[1, 1, 0.5, 0, 0]}
            size={size}
            label={`${size} rem`}
            core={{ value: '6', unit: 'min' }}
          />
        ))}
        <Slice parts={[1, 1, 1, 1, 1]} size={12} label="full, poured in turn" pour="in turn" />
      </div>
      {[4.5, 2.5, 1.75].map((size) => (
        <div class="row" key={size}>
          {FILLS.map((parts, index) => (
            <Slice key={index} parts={parts} size={size} label={`${size} rem, ${parts.join(' ')}`} />
          ))}
          {COUNTS.map((count) => (
            <Slice
              key={count}
              parts={Array.from({ length: count }, (_, at) => (at === count - 1 ? 0 : 1))}
              size={size}
              label={`${count} segments, ${size} rem`}
            />
          ))}
        </div>
      ))}
    </>
  );
}

const WHY: readonly Off[] = ['rest', 'travel', 'pause', 'reaction', 'none'];

export function Days() {
  const marks: DayMark[] = [
    { kind: 'practised', parts: [1, 1, 1, 1], done_s: 360 },
    { kind: 'practised', parts: [1, 0.4, 0], done_s: 140 },
    { kind: 'quiet' },
    { kind: 'open' },
    ...WHY.map((why) => ({ kind: 'off' as const, why })),
    { kind: 'ahead' },
  ];
  return (
    <div class="row">
      {marks.map((mark, index) => (
        <figure key={index} class="centre small">
          <Day mark={mark} size={2.5} label={mark.kind} />
          <figcaption class="soft">{mark.kind === 'off' ? mark.why : mark.kind}</figcaption>
        </figure>
      ))}
    </div>
  );
}

const BEGIN = '2026-11-01';
const PAIN = [6, 6, 5, 7, 5, 5, 4, 6, 4, 5, 3, 4, 3, 3, 4, 2, 3, 2];

export function Charts() {
  return (
    <div class="gallery-fields">
      <Example days={PAIN.length} />
      <Example days={3} />
    </div>
  );
}

function Example({ days }: { days: number }) {
  const before = PAIN.slice(0, days).map((value, at) => ({ date: addDays(BEGIN, at), value }));
  const after = before.map(({ date, value }) => ({ date, value: Math.max(0, value - 2) }));
  return (
    <Course
      label={`Pain before and after ${days} practices`}
      from={BEGIN}
      to={addDays(BEGIN, 29)}
      ends={['1 November', '30 November']}
      series={[
        { tone: 'before', name: 'before', dots: before, line: medianLine(before) },
        { tone: 'after', name: 'after', dots: after, line: medianLine(after) },
      ]}
      marks={[{ date: addDays(BEGIN, 9), label: 'v2' }]}
      notes={['line: the middle of 7 days']}
      table={{
        title: 'As a table',
        heads: ['Day', 'before', 'after'],
        rows: before.map(({ date, value }, at) => ({
          id: date,
          head: date,
          cells: [value, after[at]?.value ?? '–'],
        })),
      }}
    />
  );
}

export function Icons() {
  return (
    <div class="row">
      {Object.keys(PATHS).map((name) => (
        <figure key={name} class="gallery-icon small soft">
          <Icon name={name as IconName} />
          <figcaption>{name}</figcaption>
        </figure>
      ))}
    </div>
  );
}
