import { useMemo } from 'preact/hooks';
import type { ScreeningWords } from '../../../content/screening-words';
import { flagChoices, stopChoices } from '../../../domain/desk/choices';
import { type OwnDraft, screenedOf, tagged } from '../../../domain/desk/own-technique';
import { TELLING, type Told, whoCouldNot } from '../../../domain/desk/who-could-not';
import type { Do, Level, Policy } from '../../../domain/screening';
import { desk } from '../../../text/desk';
import { Section } from '../parts/page';
import { Picks } from '../parts/picks';
import type { FormProps } from './form';

const words = () => desk.content.editor;

interface CareProps extends FormProps {
  policy: Policy;
  said: ScreeningWords;
  level: Level;
}

/** Stop signs; who must not do it and who needs care; and what the rules make of all that. */
export function Care({ policy, said, level, ...form }: CareProps) {
  const { draft, catalogue, wrong, onChange } = form;
  const flags = flagChoices(said.flags, Object.keys(policy.flags));
  const list = (how: 'exclude' | 'caution') => ({
    name: `technique-${how}`,
    list: flags,
    chosen: draft[how],
    add: words().flagAdd,
    error: wrong(how),
    onChange: (chosen: string[]) => onChange(moved(draft, how, chosen)),
  });
  return (
    <>
      <Section title={words().stop}>
        <Picks
          label={words().stop}
          untitled
          name="technique-stop"
          list={stopChoices(catalogue)}
          chosen={draft.stop}
          add={words().stopAdd}
          hint={words().stopHint}
          error={wrong('stop')}
          onChange={(stop) => onChange({ stop })}
        />
      </Section>
      <Section title={words().flags}>
        <p class="small soft">{words().flagsAbout}</p>
        <Picks label={words().exclude} {...list('exclude')} />
        <Picks label={words().caution} {...list('caution')} />
      </Section>
      <Who draft={draft} policy={policy} said={said} level={level} tools={catalogue.tools} />
    </>
  );
}

/** One flag came or went; one that comes leaves the other list. */
function moved(draft: OwnDraft, how: 'exclude' | 'caution', chosen: string[]): Partial<OwnDraft> {
  const come = chosen.find((flag) => !draft[how].includes(flag));
  return come === undefined ? { [how]: chosen } : tagged(draft, come, how);
}

interface WhoProps {
  draft: OwnDraft;
  policy: Policy;
  said: ScreeningWords;
  level: Level;
  tools: FormProps['catalogue']['tools'];
}

/** The engine's own answer for each flag alone, strictest first, so that the author sees what her choices do. */
function Who({ draft, policy, said, level, tools }: WhoProps) {
  const groups = useMemo(
    () => whoCouldNot(policy, screenedOf(draft, 'own-draft', tools), level),
    [draft, policy, level, tools],
  );
  if (draft.regions.length === 0) {
    return (
      <Section title={words().who}>
        <p class="small soft">{words().noRegions}</p>
      </Section>
    );
  }
  return (
    <Section title={words().who}>
      <p class="small soft">
        {words().whoAbout(level)} {words().whoRedFlag}
      </p>
      {TELLING.map((found) => (
        <Group key={found} found={found} told={groups[found]} said={said} />
      ))}
      <p class="small soft">{words().whoGroups.ok(groups.ok.length)}</p>
    </Section>
  );
}

function Group({ found, told, said }: { found: Do; told: readonly Told[]; said: ScreeningWords }) {
  return (
    <details class={`technique-who technique-who-${found}`}>
      <summary>{words().whoGroups[found](told.length)}</summary>
      {told.length === 0 && <p class="small soft">{words().whoNone}</p>}
      <ul class="desk-rows">
        {told.map((one) => (
          <li key={one.flag}>
            <p>
              {said.flags[one.flag] ?? one.flag}
              {one.placed && <span class="small soft"> {words().whoThere}</span>}
            </p>
            <p class="small soft figures">{reasons(one, said)}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Who must agree, what is limited, and the sentence of each rule with its id. */
function reasons({ needs, limits, rules }: Told, said: ScreeningWords): string {
  const agreed = needs.length > 0 ? [words().whoNeeds(needs.map(desk.safety.role).join(', '))] : [];
  const limited = Object.entries(limits).flatMap(([name, value]) => limitWords(name, value));
  return [...agreed, ...limited, ...rules.map((rule) => ruleWords(rule, said))].join(' · ');
}

function ruleWords(rule: string, said: ScreeningWords): string {
  if (rule.startsWith('exclude:')) return words().whoOwn.exclude;
  if (rule.startsWith('caution:')) return words().whoOwn.caution;
  return `${rule}: ${said.rules[rule] ?? ''}`;
}

function limitWords(name: string, value: number | true): string[] {
  const known = (desk.safety.limit as Record<string, string | ((n: number) => string)>)[name];
  if (known === undefined) return [];
  return [typeof known === 'string' ? known : known(Number(value))];
}
