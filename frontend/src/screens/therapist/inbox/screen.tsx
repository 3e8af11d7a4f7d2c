import { useEffect, useRef, useState } from 'preact/hooks';
import type { Refused } from '../../../api/desk-call';
import {
  actOf,
  after,
  type Inbox as InboxOf,
  type Item,
  neighbour,
  type Outcome,
} from '../../../domain/desk/inbox';
import { clients, inbox } from '../../../store/desk';
import { noteEnd } from '../../../sync/desk/clients';
import { closeItem, refreshInbox, reopenItem } from '../../../sync/desk/inbox';
import { desk } from '../../../text/desk';
import { Slice, showToast } from '../../../ui';
import { TroubleNote } from '../parts/trouble-note';
import { plainDay, todayIn } from '../parts/when';
import { ClosedToday } from './closed';
import './inbox.css';
import { InboxLine, type Open } from './line';

const words = () => desk.inbox;

/** What needs her, the most urgent first; empty means empty. */
export function Inbox({ first }: { first: boolean }) {
  const found = inbox.value;
  useEffect(() => {
    void refreshInbox();
  }, [clients.value]);
  if (found === null) return <p class="soft">{desk.loading}</p>;
  return <Waiting found={found} first={first} />;
}

function Waiting({ found, first }: { found: InboxOf; first: boolean }) {
  const list = useRef<HTMLElement>(null);
  const [open, setOpen] = useState<{ id: string; what: Open } | null>(null);
  const [problem, setProblem] = useState<Refused | null>(null);
  const ids = found.items.map((item) => item.id);
  const go = (id: string | null) => focusOn(list.current, id);
  const tried = async (work: () => Promise<unknown>) => {
    setProblem(null);
    try {
      await work();
    } catch (error) {
      if (!noteEnd(error)) setProblem(error as Refused);
    }
  };
  const gone = (item: Item, outcome: Outcome) => {
    const next = after(ids, item.id);
    setOpen(null);
    const back = () => void tried(() => reopenItem(item.id));
    const text = words().closed(item.client.name, words().outcome[outcome]);
    showToast({ text, action: { label: words().undo, run: back } });
    // The line that has the keyboard leaves the page with the next drawing.
    requestAnimationFrame(() => go(next));
  };
  const close = (item: Item, outcome: Outcome) => {
    gone(item, outcome);
    void tried(() => closeItem(item.id, outcome));
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const act = actOf(event.key);
    const at = event.target instanceof Element ? itemAt(event.target) : null;
    const item = found.items.find((one) => one.id === at);
    if (act === null || ('close' in act && !item)) return;
    event.preventDefault();
    if ('go' in act) go(neighbour(ids, at, act.go));
    else if (item) close(item, act.close);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for the whole part, as long as the keyboard is within it
    <section class="inbox" ref={list} onKeyDown={press}>
      <Head found={found} first={first} />
      <TroubleNote problem={problem} />
      <Covering found={found} />
      {ids.length > 0 && (
        <ul class="inbox-list" aria-label={words().list}>
          {found.items.map((item) => (
            <InboxLine
              key={item.id}
              item={item}
              open={open?.id === item.id ? open.what : null}
              onOpen={(what) => setOpen(what && { id: item.id, what })}
              onClose={(outcome) => close(item, outcome)}
              onAnswered={() => gone(item, 'answered')}
            />
          ))}
        </ul>
      )}
      {ids.length > 0 && <p class="inbox-keys small soft">{words().keys}</p>}
      <ClosedToday closed={found.closed_today} onReopen={(id) => tried(() => reopenItem(id))} />
    </section>
  );
}

function Head({ found, first }: { found: InboxOf; first: boolean }) {
  const { clients: waiting, fine, open } = found.counts;
  const title = open === 0 ? words().empty : desk.list.need(waiting, fine);
  return (
    <div class={open === 0 ? 'inbox-head inbox-head-empty' : 'inbox-head'}>
      {open === 0 && <Slice parts={[1, 1, 1, 1, 1]} size={5} label="" />}
      {first ? <Title title={title} /> : <h2 tabIndex={-1}>{title}</h2>}
      {open === 0 && <p class="soft">{words().fine(fine)}</p>}
    </div>
  );
}

/** Takes the keyboard when the page opens; later changes of the count leave it where it is. */
function Title({ title }: { title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  useEffect(() => {
    document.title = `${title} · ${desk.brand}`;
  }, [title]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {title}
    </h1>
  );
}

function Covering({ found }: { found: InboxOf }) {
  return (
    <>
      {found.covering.map((one) => (
        <p class="small soft" key={one.therapist_id}>
          {words().covering(one.name, plainDay(one.until, todayIn('UTC')))}
        </p>
      ))}
    </>
  );
}

function focusOn(list: HTMLElement | null, id: string | null): void {
  const line = id === null ? null : list?.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`);
  const target = line
    ? line.querySelector<HTMLElement>('.inbox-name')
    : list?.querySelector<HTMLElement>('h1, h2');
  target?.focus();
  line?.scrollIntoView({ block: 'nearest' });
}

function itemAt(element: Element): string | null {
  return element.closest<HTMLElement>('[data-item]')?.dataset.item ?? null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement
  );
}
