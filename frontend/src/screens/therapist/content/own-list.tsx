import type { OwnTechnique } from '../../../domain/desk/own-technique';
import { Pictogram } from '../../../pictograms';
import { desk } from '../../../text/desk';
import { Button } from '../../../ui';
import { Section } from '../parts/page';
import { deviceZone, instantWords } from '../parts/when';

const words = () => desk.content.own;

/** What the practice wrote itself; what is retired stays behind a word. */
export function OwnList({ own }: { own: readonly OwnTechnique[] }) {
  const active = own.filter((technique) => !technique.retired);
  const retired = own.filter((technique) => technique.retired);
  return (
    <Section title={words().title} class="content-own">
      <p class="small soft">{active.length === 0 ? words().none : words().about}</p>
      <Rows list={active} />
      <div>
        <Button kind="quiet" href="/desk/content/techniques/new">
          {words().add}
        </Button>
      </div>
      {retired.length > 0 && (
        <details>
          <summary class="small">{words().retired(retired.length)}</summary>
          <Rows list={retired} />
        </details>
      )}
    </Section>
  );
}

function Rows({ list }: { list: readonly OwnTechnique[] }) {
  const force = desk.content.force;
  return (
    <ul class="desk-rows">
      {list.map((technique) => {
        const { id, name, version, levels, photo, signoff } = technique;
        return (
          <li key={id}>
            <a class="content-row" href={`/desk/content/techniques/${id}`}>
              <Pictogram technique={id} level={1} photo={photo} />
              <span class="content-words">
                <span class="content-name">{name}</span>
                <span class="small soft figures">{words().line(levels.length, version)}</span>
                <span class="small soft">
                  {signoff
                    ? force.signed(signoff.name, signoff.role, instantWords(signoff.at, deviceZone()))
                    : force.unsigned}
                </span>
              </span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
