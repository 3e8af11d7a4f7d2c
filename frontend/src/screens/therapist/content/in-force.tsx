import { useState } from 'preact/hooks';
import type { ContentFile, ContentPart, SignOffs } from '../../../sync/desk/content';
import { desk } from '../../../text/desk';
import { Button } from '../../../ui';
import { Section } from '../parts/page';
import { deviceZone, instantWords } from '../parts/when';
import { SignDialog } from './sign-dialog';

const words = () => desk.content.force;

interface InForceProps {
  file: ContentFile;
  owner: boolean;
  onSigned: (signOffs: SignOffs) => void;
  onStale: () => void;
}

/** Each part of the content: how much of it, from where, which version, and who reviewed it. */
export function InForce({ file, owner, onSigned, onStale }: InForceProps) {
  const [signing, setSigning] = useState<ContentPart | null>(null);
  const { parts, history } = file.signOffs;
  const moved = file.thresholds.thresholds.filter((one) => one.value !== one.default).length;
  return (
    <Section title={words().title} aside={words().about} class="content-force">
      <ul class="desk-rows">
        {parts.map((part) => (
          <li class="content-part" key={part.part}>
            <div class="content-words">
              <p class="content-name">{words().part(part.part, part.label)}</p>
              <p class="small soft figures">{lineOf(part, file)}</p>
              <Signed part={part} />
              {part.part === 'rules' && moved > 0 && <p class="small soft">{words().moved(moved)}</p>}
            </div>
            {owner && (
              <Button kind="link" label={words().signOf(nameOf(part))} onClick={() => setSigning(part)}>
                {words().sign}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {history.length > 0 && (
        <details>
          <summary class="small">{words().earlier}</summary>
          <ul class="stack-tight small soft figures">
            {history.map((one) => (
              <li key={`${one.part} ${one.at}`}>
                {words().line(
                  nameOf(parts.find(({ part }) => part === one.part) ?? { part: one.part, label: one.part }),
                  one.version,
                  one.name,
                  one.role,
                  instantWords(one.at, deviceZone()),
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      <SignDialog
        part={signing}
        onClose={() => setSigning(null)}
        onSigned={onSigned}
        onStale={onStale}
        nameOf={nameOf}
      />
    </Section>
  );
}

function Signed({ part: { signed } }: { part: ContentPart }) {
  if (!signed) return <span class="badge">{words().unsigned}</span>;
  return (
    <p class="small content-signed">
      {words().signed(signed.name, signed.role, instantWords(signed.at, deviceZone()))}
    </p>
  );
}

function nameOf({ part, label }: Pick<ContentPart, 'part' | 'label'>): string {
  return words().part(part, label);
}

function lineOf({ part, version }: ContentPart, { policy, catalogue }: ContentFile): string {
  const flags = Object.keys(policy.flags).length + policy.red_flags.length;
  const shared = catalogue.techniques.filter((technique) => !technique.own).length;
  const said: Record<string, string[]> = {
    rules: [words().count.rules(policy.rules.length), words().source.rules],
    flags: [words().count.flags(flags, Object.keys(policy.questions).length), words().source.flags],
    techniques: [words().count.techniques(shared), words().source.techniques],
  };
  const [count, source] = said[part] ?? [];
  const head = [count, words().version(version)].filter(Boolean).join(' · ');
  return source ? `${head}. ${source}` : head;
}
