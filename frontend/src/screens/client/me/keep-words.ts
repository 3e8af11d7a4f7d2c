import { noteLanguage } from '../../../sw-bridge';

/** How long the worker may take to fetch the words of a language. */
const ANSWER_MS = 15_000;

/** Has the worker keep the words of `language` on this phone, for days without a network; false when it cannot have them. */
export async function keepWords(language: string): Promise<boolean> {
  const worker = navigator.serviceWorker?.controller;
  if (worker && !(await asked(worker, language))) return false;
  await noteLanguage(language);
  return true;
}

function asked(worker: ServiceWorker, language: string): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = (event: MessageEvent<boolean>) => resolve(event.data);
    setTimeout(() => resolve(false), ANSWER_MS);
    worker.postMessage({ words: language }, [port2]);
  });
}
