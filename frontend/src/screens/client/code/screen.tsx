import { useJoin } from '../parts/use-join';
import { CodeEntry } from './code-entry';
import './screen.css';

/** The other door: a code instead of a link. */
export function Code() {
  const { busy, trouble, start } = useJoin();
  return <CodeEntry busy={busy} trouble={trouble} onCode={(code) => void start({ code })} />;
}
