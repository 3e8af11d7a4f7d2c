import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ScreeningWords } from '../../../content/screening-words';
import { flagLog } from '../../../domain/daily';
import { numberToCall } from '../../../domain/emergency';
import { deviceZone, newLogId, view } from '../../../store';
import { tell } from '../../../store/screening';
import { care } from '../../../text/care';
import { safety } from '../../../text/safety';
import { Button } from '../../../ui';

const HARM = 'rf_self_harm';
/** The frame and some air above the first line. */
const ABOVE_PX = 32;

/**
 * Somebody who thinks of harming herself: whom to call where she is, before any other word. Telling the practice is her
 * choice; it pauses everything, as each warning sign does.
 */
export function Crisis({ said, who }: { said: ScreeningWords; who: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const call = useRef<HTMLDivElement>(null);
  const practice = view.value?.me.emergency_number ?? '';
  const number = numberToCall(said.numbers, deviceZone(), navigator.languages, practice);
  useLayoutEffect(() => {
    // Wherever on the page she is, this is what she sees now.
    scrollTo(0, scrollY + (heading.current?.getBoundingClientRect().top ?? 0) - ABOVE_PX);
    // Beside words that she is writing it is told, and does not take the pen from her hand.
    if (document.activeElement?.tagName !== 'TEXTAREA') heading.current?.focus({ preventScroll: true });
    return staysInSight(call.current as HTMLElement);
  }, []);
  const raise = () => {
    const now = { id: newLogId(), at_ms: Date.now(), zone: deviceZone() };
    // It counts from here on; what the disk did with it stands on the page that comes now.
    tell([flagLog(HARM, 'calm', now)]).catch(() => undefined);
  };
  return (
    <section class="calm-crisis" role="alert">
      <h2 tabIndex={-1} ref={heading}>
        {said.emergency.emergency.title.replace('{number}', number)}
      </h2>
      <div class="calm-call" ref={call}>
        <Button wide kind="danger" icon="phone" href={`tel:${number.replace(/[^\d+]/g, '')}`}>
          {safety.lock.call(number)}
        </Button>
      </div>
      <div class="stack-tight">
        <p>{safety.lock.harm}</p>
        <p class="small">{care.calm.tellText(who)}</p>
        <Button kind="quiet" onClick={raise}>
          {care.calm.tell(who)}
        </Button>
      </div>
    </section>
  );
}

/** A keyboard moves what is seen over the page, which the page itself does not know: what sticks to its top would go. */
function staysInSight(part: HTMLElement): (() => void) | undefined {
  const seen = window.visualViewport;
  if (!seen) return;
  const follow = () => part.style.setProperty('--above', `${seen.offsetTop}px`);
  seen.addEventListener('scroll', follow);
  seen.addEventListener('resize', follow);
  return () => {
    seen.removeEventListener('scroll', follow);
    seen.removeEventListener('resize', follow);
  };
}
