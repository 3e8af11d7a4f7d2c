/** The keyboard's way through the form: arrows between options, and on to the next question after a single answer. */

const CONTROLS = '.option, input, textarea, select';

/** Up and down go to the option before and after, within one question. */
export function nextOption(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  const from = event.target;
  if (step === undefined || !(from instanceof HTMLElement) || !from.classList.contains('option')) return;
  const options = [...(from.closest('.options')?.querySelectorAll<HTMLElement>('.option') ?? [])];
  const to = options[options.indexOf(from) + step];
  if (!to) return;
  event.preventDefault();
  to.focus();
}

/**
 * After an answer that says it all the keyboard stands at the next question. Whoever taps looks where she taps next, and
 * an answer that opens something more to tell is not finished.
 */
export function toNextQuestion(id: string): void {
  const here = document.getElementById(`room-${id}`);
  const focused = document.activeElement;
  if (!here || !focused?.matches(':focus-visible') || !here.contains(focused)) return;
  const before = here.querySelectorAll(CONTROLS).length;
  requestAnimationFrame(() => {
    if (here.querySelectorAll(CONTROLS).length > before) return;
    const all = [...document.querySelectorAll<HTMLElement>('.room-question')];
    const next = all[all.indexOf(here) + 1];
    next?.querySelector<HTMLElement>(CONTROLS)?.focus();
  });
}
