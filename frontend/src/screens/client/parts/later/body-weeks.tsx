import { markSets, twoWeeks } from '../../../../domain/bodymap';
import { voidedIds } from '../../../../domain/logs';
import { logs } from '../../../../store';
import { body as words } from '../../../../text/body';
import { TwoWeeks } from '../../../../ui/body-map';
import { BodyRow } from './body-row';
import { shortDay } from './dates';

/** Where it hurt about a week ago and where it does now; before the first marks only the way to make them. */
export function BodyWeeks() {
  const weeks = twoWeeks(markSets(logs.value, voidedIds(logs.value)));
  return (
    <section class="stack-tight">
      <h2>{words.changeTitle}</h2>
      {weeks && <TwoWeeks {...weeks} day={shortDay} />}
      <BodyRow from="history" />
    </section>
  );
}
