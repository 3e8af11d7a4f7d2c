/** /dev/pictograms, in development only: every pose with its keyframes, beside its technique's own steps. */
import '../styles/layers.css';
import '../styles/tokens.css';
import '../styles/base.css';
import '../pictograms/pictogram.css';
import './pictogram-sheet.css';
import { render } from 'preact';
import records from '../../../tests/contract/techniques.json';
import { draw } from '../pictograms/draw';
import { Figure } from '../pictograms/figure';
import type { Level, Pose } from '../pictograms/format';
import { POSES } from '../pictograms/poses';

const LEVELS: readonly Level[] = [1, 2, 3];
const only = new URLSearchParams(location.search).get('only')?.split(',');

function Sheet() {
  const shown = records.filter(({ id, family }) => !only || only.includes(id) || only.includes(family));
  return (
    <main class="sheet">
      {shown.map((record) => (
        <section key={record.id} id={record.id} data-family={record.family}>
          <h2>
            {record.name} <small>{record.id}</small>
          </h2>
          {LEVELS.map((level) => (
            <LevelRow key={level} record={record} level={level} pose={POSES[record.id]?.[level]} />
          ))}
        </section>
      ))}
    </main>
  );
}

interface LevelProps {
  record: (typeof records)[number];
  level: Level;
  pose: Pose | undefined;
}

function LevelRow({ record, level, pose }: LevelProps) {
  const said = record.levels[level - 1];
  if (!pose || !said) return null;
  const phases = (pose.frames ?? []).length > 0 ? [0, 0.5, 1] : [0];
  return (
    <div class="sheet-level">
      <div class="sheet-figures">
        {phases.map((phase) => (
          <div key={phase} class="pictogram">
            <Figure strokes={draw(pose, { phase, breath: 0 })} />
          </div>
        ))}
        <div class="pictogram">
          <Figure mirrored strokes={draw(pose, { phase: 0, breath: 1 })} />
        </div>
      </div>
      <div>
        <p>
          <strong>{level}</strong> {[...said.pos, ...said.tools, said.style].join(', ')}
        </p>
        <ol>
          {said.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </div>
    </div>
  );
}

const place = document.getElementById('sheet');
if (place) render(<Sheet />, place);
