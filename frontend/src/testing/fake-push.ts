import { vi } from 'vitest';

/** The server's key in these tests, and another. */
export const KEY = 'AQID';
export const OTHER_KEY = 'AQIE';

/** A browser's pushes: what it holds, how it answers, and what was asked of it. */
export class FakeBrowser {
  held: FakeSubscription | null = null;
  permission: NotificationPermission = 'default';
  /** What she taps when she is asked. */
  answer: NotificationPermission = 'granted';
  /** How `subscribe` fails; a promise that never ends for `never`. */
  subscribing: 'works' | 'never' | DOMException = 'works';
  /** No worker is registered yet, as in a therapist's browser. */
  workerless = false;
  asked = 0;
  made = 0;
  shown: { title: string; options: NotificationOptions; close: () => void }[] = [];
  closed = 0;
  synced: string[] = [];

  readonly registration = {
    pushManager: {
      getSubscription: async () => this.held,
      subscribe: (options: { applicationServerKey: Uint8Array<ArrayBuffer> }) => this.#subscribe(options),
    },
    showNotification: async (title: string, options: NotificationOptions) => {
      this.shown.push({ title, options, close: () => undefined });
    },
    getNotifications: async () =>
      this.shown.map((one) => ({ ...one, close: () => this.shown.splice(this.shown.indexOf(one), 1) })),
    sync: {
      register: async (tag: string) => {
        this.synced.push(tag);
      },
    },
  };

  hold(key: string, endpoint = 'https://push.example.org/held'): FakeSubscription {
    const bytes = Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0));
    this.held = new FakeSubscription(endpoint, bytes.buffer, () => {
      this.held = null;
    });
    return this.held;
  }

  /** Puts it in place of the browser's own. */
  install(): void {
    const workers = {
      ready: Promise.resolve(this.registration),
      getRegistration: async () => (this.workerless ? undefined : this.registration),
      register: async () => {
        this.workerless = false;
        return this.registration;
      },
      controller: null,
      addEventListener: () => undefined,
    };
    vi.stubGlobal('PushManager', class {});
    vi.stubGlobal('Notification', this.#notification());
    Object.defineProperty(navigator, 'serviceWorker', { value: workers, configurable: true });
  }

  #notification() {
    const { permission, requestPermission } = {
      permission: () => this.permission,
      requestPermission: async () => {
        this.asked += 1;
        this.permission = this.answer;
        return this.answer;
      },
    };
    return Object.defineProperty({ requestPermission, maxActions: 2 }, 'permission', { get: permission });
  }

  async #subscribe(options: { applicationServerKey: Uint8Array<ArrayBuffer> }): Promise<FakeSubscription> {
    if (this.subscribing === 'never') return new Promise(() => undefined);
    if (this.subscribing instanceof DOMException) throw this.subscribing;
    this.made += 1;
    return this.hold(btoa(String.fromCharCode(...options.applicationServerKey)), `https://push/${this.made}`);
  }
}

class FakeSubscription {
  readonly options: { applicationServerKey: ArrayBuffer };

  constructor(
    readonly endpoint: string,
    key: ArrayBuffer,
    private readonly end: () => void,
  ) {
    this.options = { applicationServerKey: key };
  }

  async unsubscribe(): Promise<boolean> {
    this.end();
    return true;
  }

  toJSON() {
    return { endpoint: this.endpoint, expirationTime: null, keys: { p256dh: 'p', auth: 'a' } };
  }
}

/** The server's side: what was said to it, and how it answers. */
export class FakePushServer {
  key = KEY;
  /** Null: no network. Otherwise the answer to a path that starts so. */
  answers: Record<string, { status: number; body?: unknown } | null> = {};
  heard: { path: string; method: string; body: unknown }[] = [];

  readonly fetch: typeof fetch = async (input, init) => {
    const path = String(input).replace('/api/v1', '');
    const method = init?.method ?? 'GET';
    const told = Object.entries(this.answers).find(([start]) => `${method} ${path}`.startsWith(start));
    if (told && told[1] === null) throw new TypeError('no network');
    this.heard.push({ path, method, body: init?.body ? JSON.parse(String(init.body)) : null });
    const { status, body } = told?.[1] ?? this.#usual(path, method);
    const headers = { 'content-type': 'application/json' };
    return new Response(status === 204 ? null : JSON.stringify(body ?? { code: 'refused' }), {
      status,
      headers,
    });
  };

  offline(): void {
    this.answers = { '': null };
  }

  told(path: string, method = 'POST'): unknown[] {
    return this.heard.filter((one) => one.path === path && one.method === method).map((one) => one.body);
  }

  #usual(path: string, method: string): { status: number; body?: unknown } {
    if (path === '/push/key') return { status: 200, body: { key: this.key } };
    if (path === '/push/subscriptions' && method === 'POST') {
      return { status: 201, body: { browsers: 1, anew: false } };
    }
    return { status: 204 };
  }
}
