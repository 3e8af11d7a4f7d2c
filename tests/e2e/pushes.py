"""What a push needs on one machine: a push service, a server that may talk to it, a browser that subscribes there.

A browser without a screen has no push service of its own, so its two calls to one are played; all the rest is real.
What the push service has opened is handed to the real service worker as a browser would hand it over.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from playwright.sync_api import Worker

from tests.e2e.chromium import ChromiumPhone
from tests.e2e.server import PITH, ROOT, Server, clean_environment
from tests.fakes.push_service import PushService

# A browser's own calls to its push service. What it holds outlives the page, as it does in a real one.
SUBSCRIBING = """
(() => {
  const KEPT = 'push-of-the-test';
  const made = (kept) => kept && {
    endpoint: kept.told.endpoint,
    options: { userVisibleOnly: true, applicationServerKey: Uint8Array.from(kept.key).buffer },
    toJSON: () => kept.told,
    unsubscribe: async () => { localStorage.removeItem(KEPT); return true; },
  };
  const held = () => made(JSON.parse(localStorage.getItem(KEPT)));
  PushManager.prototype.getSubscription = async () => held();
  PushManager.prototype.subscribe = async (options) => {
    const told = await window.newSubscription();
    localStorage.setItem(KEPT, JSON.stringify({ told, key: [...new Uint8Array(options.applicationServerKey)] }));
    return held();
  };
})();
"""

SHOWN = """
const shown = await (await navigator.serviceWorker.ready).getNotifications();
return shown.map(({ title, tag, lang, data, actions }) => ({ title, tag, lang, data, actions }));
"""

# A tap cannot be played from outside; the event is made by hand, and waited for as the browser would.
TAP = """
async (action) => {
  const [notification] = await self.registration.getNotifications();
  const event = new NotificationEvent('notificationclick', { notification, action });
  const waits = [];
  Object.defineProperty(event, 'waitUntil', { value: (wait) => waits.push(wait) });
  // Without a finger on the screen no window may be opened: what is asked for is noted.
  self.opened = [];
  self.clients.openWindow = async (path) => { self.opened.push(path); return null; };
  self.dispatchEvent(event);
  await Promise.all(waits);
  return self.opened;
}
"""


def settings_for(service: PushService) -> dict[str, str]:
    """What a server needs to send to this push service."""
    return {
        "PITH_PUSH_EXTRA_HOSTS": service.origin,
        "PITH_PUSH_PRIVATE": "yes",
        "PITH_PUSH_AUTHORITY": str(service.authority),
    }


class PushPhone:
    """A phone that may be reminded: what its screen shows as notifications, and a finger on them."""

    def __init__(self, phone: ChromiumPhone, service: PushService) -> None:
        self.phone, self.service = phone, service
        self.made: list[str] = []
        self._line = phone.context.new_cdp_session(phone.page)
        self._registrations: dict[str, str] = {}
        self._line.on("ServiceWorker.workerRegistrationUpdated", self._note)
        self._line.send("ServiceWorker.enable")
        phone.context.expose_function("newSubscription", self._subscribe)
        phone.context.add_init_script(SUBSCRIBING)

    def hand_over(self, plain: str) -> None:
        """Hands a message to the service worker."""
        (number,) = self._registrations.values()
        told = {"origin": self.phone.origin, "registrationId": number, "data": plain}
        self._line.send("ServiceWorker.deliverPushMessage", told)

    def deliver(self, plain: str) -> None:
        """The same, and waits until it is on screen."""
        before = len(self.shown())
        self.hand_over(plain)
        self.eventually(lambda: len(self.shown()) > before, "the notification")

    def deliver_taken(self) -> dict[str, Any]:
        """Hands over the newest message that the push service took; what it says."""
        newest = self.service.taken[-1]
        self.deliver(newest.plain.decode())
        return newest.payload

    def shown(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.phone.run(SHOWN)
        return found

    def tap(self, action: str = "") -> list[str]:
        """Taps the first notification, or a button of it; the windows that were asked for."""
        opened: list[str] = self.worker.evaluate(TAP, action)
        return opened

    @property
    def worker(self) -> Worker:
        return self.phone.context.service_workers[0]

    def ask(self, path: str, method: str = "GET", body: Any = None) -> Any:
        """The server's answer to this phone."""
        script = """
            const [path, method, body] = arguments;
            const headers = { 'content-type': 'application/json' };
            const told = method === 'GET' ? {} : { body: JSON.stringify(body ?? {}), headers };
            const answer = await fetch('/api/v1' + path, { method, ...told });
            return answer.status === 204 ? null : await answer.json();
        """
        return self.phone.run(script, path, method, body)

    def eventually(self, done: Callable[[], Any], what: str, within_s: float = 10) -> None:
        ends = time.monotonic() + within_s
        while not done():
            assert time.monotonic() < ends, f"never: {what}"
            self.phone.page.wait_for_timeout(50)

    def _note(self, event: dict[str, Any]) -> None:
        for one in event["registrations"]:
            if not one["isDeleted"]:
                self._registrations[one["scopeURL"]] = one["registrationId"]

    def _subscribe(self) -> dict[str, Any]:
        name = f"phone-{len(self.made) + 1}"
        self.made.append(name)
        return self.service.subscribe(name).told()


def remind(server: Server, service: PushService, at: datetime | None = None) -> None:
    """One round of the real background worker, as if it were `at` now."""
    now = at or datetime.now(UTC)
    service.clock = lambda: now
    env = clean_environment(server.data, server.port, **server.settings)
    told = [PITH, "reminders", "run", "--once", "--now", now.isoformat()]
    done = subprocess.run(told, env=env, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr


def soon_after(due: str) -> datetime:
    """After the seconds that spread reminders, well inside their window."""
    return datetime.fromisoformat(due) + timedelta(minutes=5)


ROTATE = """
import os
from datetime import UTC, datetime
from pith.app import create_core
from pith.config import load_settings
from pith.services import subscriptions
from pith.store.db import db

settings = load_settings(os.environ)
with create_core(settings).app_context():
    subscriptions.rotate(db.session, datetime.now(UTC), settings.secrets.master)
"""


def rotate(server: Server) -> None:
    """A new key for what is signed from now on."""
    env = clean_environment(server.data, server.port, **server.settings)
    done = subprocess.run([sys.executable, "-c", ROTATE], env=env, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
