import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Area, areaKey, type Mark, type Place } from '../../domain/body-places';
import { marked, strengthAt, unmarked } from '../../domain/bodymap';
import { body as words } from '../../text/body';
import { Button, Dialog, PainScale } from '..';
import { BodyMap } from './body-map';
import { pointOf, VIEWS, type View, viewsOf } from './geometry';
import { MiniFigure } from './picture';
import { PlaceList } from './place-list';
import './body-map.css';

/** The strength of a mark that has none. */
const PLAIN = 1;

export interface BodyPickerProps {
  value: readonly Mark[];
  onChange: (marks: Mark[]) => void;
  /** Earlier marks, seen behind these, and the words that say of when they are. */
  last?: { marks: readonly Mark[]; named: string } | null | undefined;
  /** Only these places; all of them where it is left out. */
  allowed?: readonly Place[] | undefined;
  /** Only where, not how strong: a tap marks a place or takes its mark back. */
  plain?: boolean | undefined;
  /** Whose left and right these are, where it is not the reader who is drawn. */
  sides?: string | undefined;
  /** True while the strength of a place is asked: a page hides its own bottom bar then. */
  onAsking?: ((asking: boolean) => void) | undefined;
}

/**
 * Places with a strength each, on the picture or from a list. A tap on a place asks how strong it is; nothing is marked
 * before that is said, so that no number is made up and a slip of the finger leaves nothing behind.
 */
export function BodyPicker({ value, onChange, last, allowed, plain, sides, onAsking }: BodyPickerProps) {
  const trace = last?.marks ?? [];
  const [view, setView] = useState<View>(() => firstView(value, trace));
  const [asked, setAsked] = useState<Area | null>(null);
  const [listed, setListed] = useState(false);
  const ask = (area: Area | null) => {
    setAsked(area);
    onAsking?.(area !== null);
    if (area && !pointOf(view, area)) setView(viewsOf(area)[0] ?? view);
  };
  const root = useRef<HTMLDivElement>(null);
  const close = () => {
    ask(null);
    // Back to the place; the one on the drawing that is not shown takes no focus.
    const places = asked ? root.current?.querySelectorAll<SVGElement>(`[data-area="${areaKey(asked)}"]`) : [];
    for (const place of places ?? []) place.focus({ preventScroll: true });
  };
  const tap = (area: Area) => {
    if (!plain) return ask(area);
    onChange(strengthAt(value, area) === null ? marked(value, area, PLAIN) : unmarked(value, area));
  };
  const pick = (area: Area) => {
    // Of places alone several are picked from the list, one after the other.
    if (!plain) setListed(false);
    tap(area);
  };
  const map = { marks: value, trace, asked, allowed, plain, onPick: tap };
  return (
    <div class="body-picker" ref={root}>
      {last && trace.length > 0 && <p class="small soft body-last">{last.named}</p>}
      <ViewSwitch view={view} marks={value} trace={trace} onChange={setView} />
      <div class="body-stage" data-view={view}>
        {VIEWS.map((one) => (
          <BodyMap key={one} view={one} {...map} />
        ))}
      </div>
      <p class="small soft centre">{sides ?? words.sidesHint}</p>
      <MarkChips marks={value} plain={plain} onPick={tap} onList={() => setListed(true)}>
        {value.length === 0 && trace.length > 0 && (
          <Button kind="quiet" onClick={() => onChange([...trace])}>
            {words.asLast}
          </Button>
        )}
      </MarkChips>
      <Dialog
        title={plain ? words.listPlain : words.listTitle}
        open={listed}
        onClose={() => setListed(false)}
      >
        <PlaceList marks={value} allowed={allowed} plain={plain} onPick={pick} />
      </Dialog>
      {asked && (
        <Strength
          key={areaKey(asked)}
          area={asked}
          strength={strengthAt(value, asked)}
          onSay={(strength) => onChange(marked(value, asked, strength))}
          onRemove={() => onChange(unmarked(value, asked))}
          onClose={close}
        />
      )}
    </div>
  );
}

interface ViewSwitchProps {
  view: View;
  marks: readonly Mark[];
  trace: readonly Mark[];
  onChange: (view: View) => void;
}

/** Front or back, each with a small picture of what is marked there. Where both have room, both are shown. */
function ViewSwitch({ view, marks, trace, onChange }: ViewSwitchProps) {
  return (
    <div class="body-views">
      {VIEWS.map((one) => {
        const count = marks.filter((mark) => pointOf(one, mark) !== null).length;
        return (
          <button
            key={one}
            type="button"
            class="body-view"
            aria-pressed={one === view}
            aria-label={words.marksOn(words.views[one], count)}
            onClick={() => onChange(one)}
          >
            <MiniFigure view={one} marks={marks} trace={trace} />
            <span>{words.views[one]}</span>
          </button>
        );
      })}
    </div>
  );
}

interface MarkChipsProps {
  marks: readonly Mark[];
  plain: boolean | undefined;
  onPick: (area: Area) => void;
  onList: () => void;
  children: ComponentChildren;
}

function MarkChips({ marks, plain, onPick, onList, children }: MarkChipsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a wrapping row in every engine
    <div class="chips" role="group" aria-label={words.yourMarks}>
      {marks.map((mark) => (
        <button
          key={areaKey(mark)}
          type="button"
          class="chip body-chip"
          aria-label={plain ? words.removeOf(words.area(mark)) : undefined}
          onClick={() => onPick(mark)}
        >
          {plain ? `${words.area(mark)} ✕` : words.chip(words.area(mark), mark.strength)}
        </button>
      ))}
      <Button kind="quiet" icon="plus" onClick={onList}>
        {words.fromList}
      </Button>
      {children}
    </div>
  );
}

interface StrengthProps {
  area: Area;
  strength: number | null;
  onSay: (strength: number) => void;
  onRemove: () => void;
  onClose: () => void;
}

/** How strong it is at one place: one tap on a number says it and is done; the arrow keys choose, Enter is done. */
function Strength({ area, strength, onSay, onRemove, onClose }: StrengthProps) {
  const name = words.area(area);
  const heading = useRef<HTMLHeadingElement>(null);
  const sheet = useRef<HTMLElement>(null);
  // At once: the next key belongs to what is on the screen.
  useLayoutEffect(() => {
    heading.current?.focus({ preventScroll: true });
    if (sheet.current) uncover(area, sheet.current);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const inScale = event.target instanceof HTMLInputElement;
    if (event.key !== 'Escape' && !(event.key === 'Enter' && inScale && strength !== null)) return;
    event.preventDefault();
    onClose();
  };
  // The number comes with the tap: once this is gone, the radio button tells nobody of its change.
  const tap = (said: number) => {
    onSay(said);
    onClose();
  };
  const remove = () => {
    onRemove();
    onClose();
  };
  return (
    <section class="body-strength" ref={sheet} aria-label={name} onKeyDown={onKeyDown}>
      <div class="body-strength-head">
        <h2 ref={heading} tabIndex={-1}>
          {name}
        </h2>
        {strength !== null && (
          <Button kind="quiet" icon="trash" label={words.removeOf(name)} onClick={remove}>
            {''}
          </Button>
        )}
        <Button kind="quiet" icon="check" label={words.done} onClick={onClose}>
          {''}
        </Button>
      </div>
      <PainScale value={strength} onChange={onSay} onTap={tap} label={words.howStrong} />
    </section>
  );
}

/** Scrolls the page so far that the sheet at its foot does not hide the place that it asks about. */
function uncover(area: Area, sheet: Element): void {
  const places = sheet.parentElement?.querySelectorAll(`[data-area="${areaKey(area)}"]`) ?? [];
  for (const place of places) {
    const { bottom, height } = place.getBoundingClientRect();
    const hidden = bottom + 16 - sheet.getBoundingClientRect().top;
    if (height > 0 && hidden > 0) scrollBy({ top: hidden });
  }
}

/** The view with more of the marks, or of the last ones; the back in doubt, where most of it is felt. */
function firstView(marks: readonly Mark[], trace: readonly Mark[]): View {
  const seen = marks.length > 0 ? marks : trace;
  const on = (view: View) => seen.filter((mark) => viewsOf(mark)[0] === view).length;
  return on('front') > on('back') ? 'front' : 'back';
}
