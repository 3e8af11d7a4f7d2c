import './reasons.css';

/** What changed, in bold, and why. */
export function Reasons({ rows }: { rows: readonly { title: string; why: string }[] }) {
  return (
    <ul class="reasons">
      {rows.map(({ title, why }) => (
        <li key={title + why}>
          <strong>{title}</strong> {why}
        </li>
      ))}
    </ul>
  );
}
