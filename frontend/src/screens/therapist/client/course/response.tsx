import { useMemo } from 'preact/hooks';
import { type Response, responses } from '../../../../domain/desk/page/response';
import type { ClientFile } from '../../../../sync/desk/client';
import { page } from '../../../../text/desk-page';
import { techniqueName } from '../../parts/names';
import { Section } from '../../parts/page';
import { signedNumber } from './numbers';
import './response.css';
import type { PageData } from './use-page';

const words = () => page.response;

export interface ResponsesProps {
  file: ClientFile;
  data: PageData;
  /** On paper: so many, each in few letters. */
  most?: number;
}

/** Which technique goes with how much change, and on how much that rests. */
export function Responses(props: ResponsesProps) {
  return (
    <Section title={words().title}>
      <p class="small soft">{words().about}</p>
      <ResponseTable {...props} />
    </Section>
  );
}

export function ResponseTable({ file, data, most }: ResponsesProps) {
  const all = useMemo(() => responses(data.told.sessions), [data.told]);
  if (all.length === 0) return <p class="soft">{words().none}</p>;
  return (
    <table class="responses figures small">
      <thead>
        <tr>
          <th scope="col">{words().technique}</th>
          <th scope="col">{words().change}</th>
          <th scope="col">{words().softening}</th>
        </tr>
      </thead>
      <tbody>
        {all.slice(0, most).map((one) => (
          <tr key={one.technique_id}>
            <th scope="row">{techniqueName(one.technique_id, file.program.program)}</th>
            <td>
              <Change response={one} short={most !== undefined} />
            </td>
            <td>
              <Softened response={one} short={most !== undefined} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  response: Response;
  short: boolean;
}

function Change({ response: { few, change }, short }: CellProps) {
  if (few || change.value === null) return <span class="soft">{words().few(change.n)}</span>;
  return (
    <>
      <strong>{signedNumber(change.value)}</strong>{' '}
      <span class="soft">{short ? `(${change.n})` : words().on(change.n)}</span>
    </>
  );
}

function Softened({ response: { softening }, short }: CellProps) {
  if (softening.value === null) return <span class="soft">{page.value.none}</span>;
  return (
    <>
      <strong>{signedNumber(softening.value)}</strong>{' '}
      <span class="soft">{short ? `(${softening.n})` : words().spots(softening.n)}</span>
    </>
  );
}
