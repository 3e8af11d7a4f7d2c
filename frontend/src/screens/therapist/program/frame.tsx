import { type Draft, ITEMS_WITHOUT_REASON } from '../../../domain/desk/draft';
import { desk } from '../../../text/desk';
import { Field } from '../../../ui';
import { DayChips } from '../parts/day-chips';

const words = () => desk.builder;

export interface FrameProps {
  draft: Draft;
  isFirst: boolean;
  fields: Record<string, string>;
  onChange: (part: Partial<Draft>) => void;
}

/** On which days, from when, and why. */
export function Frame({ draft, isFirst, fields, onChange }: FrameProps) {
  return (
    <div class="frame">
      <div class="frame-days">
        <p class="field-label">{words().days}</p>
        <DayChips label={words().days} days={draft.days} onChange={(days) => onChange({ days })} />
        {fields.days && <p class="field-error">{fields.days}</p>}
      </div>
      <Field
        label={words().startsOn}
        name="starts-on"
        type="date"
        value={draft.starts_on}
        error={fields.starts_on}
        onInput={(starts_on) => onChange({ starts_on })}
      />
      <div class="frame-why">
        <Field
          label={isFirst ? words().reasonFirst : words().reason}
          name="reason"
          hint={words().reasonHint}
          value={draft.reason}
          maxlength={500}
          error={fields.reason}
          onInput={(reason) => onChange({ reason })}
        />
      </div>
      {draft.items.length > ITEMS_WITHOUT_REASON && (
        <div class="frame-why">
          <Field
            label={words().overReason}
            name="over-limit-reason"
            hint={words().overReasonHint}
            value={draft.over_limit_reason}
            maxlength={500}
            error={fields.over_limit_reason}
            onInput={(over_limit_reason) => onChange({ over_limit_reason })}
          />
        </div>
      )}
    </div>
  );
}
