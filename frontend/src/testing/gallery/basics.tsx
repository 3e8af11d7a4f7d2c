import { Fragment } from 'preact';

const PAIRS = [
  ['ink', 'canvas'],
  ['ink-soft', 'canvas'],
  ['ink', 'paper'],
  ['ink', 'quiet'],
  ['on-ink', 'ink'],
  ['action', 'canvas'],
  ['on-action', 'action'],
  ['on-action', 'action-press'],
  ['leaf', 'leaf-soft'],
  ['clay', 'clay-soft'],
  ['juice', 'canvas'],
  ['line', 'canvas'],
  ['far', 'canvas'],
] as const;

/** Each role on what it stands on. */
export function Colours() {
  return (
    <div class="gallery-tiles">
      {PAIRS.map(([front, back]) => (
        <div
          key={front + back}
          class="gallery-tile"
          style={{ background: `var(--${back})`, color: `var(--${front})` }}
        >
          <strong>Aa 12</strong>
          <small>
            {front} on {back}
          </small>
        </div>
      ))}
    </div>
  );
}

const SIZES = ['xl', 'lg', 'md', 'sm'];

export function Type() {
  return (
    <div class="stack-tight">
      {SIZES.map((size) => (
        <p key={size} style={{ fontSize: `var(--text-${size})` }}>
          {size}: Upper back on two balls, 4 spots <span class="soft">and softly said</span>
        </p>
      ))}
      <p class="figures">
        {[0, 1, 2].map((row) => (
          <Fragment key={row}>
            1:1{row} · 8:8{row}
            <br />
          </Fragment>
        ))}
      </p>
      <p>
        <a href="#type">A link in a sentence</a>
      </p>
      <details>
        <summary>Something to open</summary>
        <p>It was here all the time.</p>
      </details>
      <div class="card">A card</div>
    </div>
  );
}
