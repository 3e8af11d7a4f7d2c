import { signal } from '../signals';
import { Button } from './button';
import './toast.css';

export interface ToastMessage {
  text: string;
  action?: { label: string; run: () => void } | undefined;
  /** Stays until it is answered; others leave by themselves. */
  sticky?: boolean | undefined;
}

const current = signal<(ToastMessage & { key: number }) | null>(null);
const SHOWN_MS = 6000;
let count = 0;

export function showToast(message: ToastMessage): void {
  const key = ++count;
  current.value = { ...message, key };
  if (!message.sticky) {
    setTimeout(() => {
      if (current.value?.key === key) current.value = null;
    }, SHOWN_MS);
  }
}

export function hideToast(): void {
  current.value = null;
}

/** The one place where short news appears; mounted once, by the application. */
export function Toast() {
  const message = current.value;
  return (
    <div class="toast-place" role="status" aria-live="polite">
      {message && (
        <div class="toast" key={message.key}>
          <p>{message.text}</p>
          {message.action && (
            <Button kind="quiet" onClick={message.action.run}>
              {message.action.label}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
