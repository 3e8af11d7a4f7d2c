"""What a hand and an eye can do with a phone's browser, whichever engine is in it."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Any

# Long enough for a machine that is busy with something else: nothing waits longer than it takes.
PATIENCE_S = 20.0

# Finds what is shown and can be tapped, by the name that a screen reader would speak: exact first, then by its
# beginning, so that "Start" finds "Start, 6 minutes" but never "Restart". Dialogs in front hide what is behind.
FINDER = """
const [name] = arguments;
const front = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
const shown = (e) => { const r = e.getBoundingClientRect(); return r.width > 0 && r.height > 0
  && getComputedStyle(e).visibility !== 'hidden' && !e.closest('[inert]'); };
const said = (e) => {
  const by = e.getAttribute('aria-labelledby');
  const own = e.getAttribute('aria-label')
    ?? (by && by.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' '))
    ?? (e.labels?.length ? [...e.labels].map((l) => l.innerText).join(' ') : e.innerText || e.textContent);
  return own.replace(/\\s+/g, ' ').trim().toLowerCase();
};
const wanted = name.toLowerCase();
const all = [...front.querySelectorAll(
  'button, a[href], summary, input, select, textarea, [role=button], [role=radio], [role=switch], [role=tab]')];
const seen = all.map((e) => [e, said(e)]).filter(([e]) => shown(e) || (e.labels?.[0] && shown(e.labels[0])));
const hit = seen.find(([, t]) => t === wanted)
  ?? seen.find(([, t]) => t.startsWith(wanted) && !/\\w/.test(t[wanted.length] ?? ' '));
"""
# A radio or checkbox may be drawn by its label: the finger lands there. What is tapped is `e`.
TAPPABLE = (
    FINDER
    + """
if (!hit || hit[0].disabled || hit[0].getAttribute('aria-busy') === 'true') return null;
const e = shown(hit[0]) && hit[0].getBoundingClientRect().width > 4 ? hit[0] : (hit[0].labels?.[0] ?? hit[0]);
e.scrollIntoView({ block: 'center', behavior: 'instant' });
"""
)

# What is in front, without the lists of every time zone, which would drown all other words.
WORDS = """
const hidden = [...document.querySelectorAll('select')].map((e) => e.innerText).filter((t) => t.length > 2000);
const front = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
return hidden.reduce((text, list) => text.replace(list, ''), front?.innerText ?? '');
"""


class NotThere(AssertionError):
    """What a person would look for is not on the screen. Carries what is."""


DRAFTS = """
const named = (await indexedDB.databases()).map((one) => one.name).filter((name) => /^pith-.{36}-/.test(name));
const counts = await Promise.all(named.map((name) => new Promise((done, fail) => {
  const opening = indexedDB.open(name);
  opening.onerror = () => fail(opening.error);
  opening.onsuccess = () => {
    const count = opening.result.transaction('draft').objectStore('draft').count();
    count.onsuccess = () => { opening.result.close(); done(count.result); };
  };
})));
return counts.some((count) => count > 0);
"""


class Phone(ABC):
    """One browser with one profile. Names are those that a screen reader speaks, texts those that are shown."""

    engine: str
    origin: str

    def __init__(self) -> None:
        self.taps = 0

    @abstractmethod
    def go(self, path: str) -> None:
        """Types an address (or opens a scanned link)."""

    @abstractmethod
    def reload(self) -> None: ...

    @abstractmethod
    def run(self, script: str, *arguments: Any) -> Any:
        """The value of a function body in the page; promises are awaited."""

    @abstractmethod
    def shot(self, path: Path) -> None: ...

    @abstractmethod
    def _touch(self, name: str) -> bool:
        """Taps what is called `name`; False when it is not there (yet)."""

    @abstractmethod
    def _fill(self, name: str, value: str) -> bool: ...

    def tap(self, name: str, within_s: float = PATIENCE_S) -> None:
        """One tap on the button, link or choice of that name, as soon as it is shown and enabled."""
        self._patiently(lambda: self._touch(name), f"to tap: {name!r}", within_s)
        self.taps += 1

    def keep_tapping(self, name: str, until: str) -> None:
        """Taps again and again until the words `until` are shown."""
        self._patiently(lambda: self.sees(until) or (self._touch(name) and False), f"the words: {until!r}", 30)

    def write(self, label: str, value: str) -> None:
        self._patiently(lambda: self._fill(label, value), f"a field: {label!r}")

    def see(self, text: str, within_s: float = PATIENCE_S) -> None:
        """Waits until `text` is shown (in any case of letters)."""
        self._patiently(lambda: self.sees(text), f"the words: {text!r}", within_s)

    def sees(self, text: str) -> bool:
        return text.lower() in self.words().lower()

    def words(self) -> str:
        """Everything that is shown, in reading order."""
        return " ".join(str(self.run(WORDS)).split())

    def has(self, name: str) -> bool:
        """Whether something of that name could be tapped now."""
        return bool(self.run(FINDER + "return hit !== undefined;", name))

    def path(self) -> str:
        return str(self.run("return location.pathname"))

    def arrive(self, path: str, within_s: float = PATIENCE_S) -> None:
        self._patiently(lambda: self.path() == path, f"the page {path}", within_s)

    def offline_ready(self) -> None:
        """Waits until the service worker holds the whole app, as the phone would after a few seconds."""
        self._patiently(
            lambda: self.run(
                "return !!navigator.serviceWorker.controller && !(await navigator.serviceWorker.ready).installing"
            ),
            "a service worker in charge",
            20,
        )

    def keeps_session(self) -> None:
        """What a practice has come to is on disk: from here on a page that ends takes nothing along."""
        self._patiently(lambda: self.run(DRAFTS), "session under way on disk")

    def keeps_words_of(self, language: str) -> None:
        """Until the words of a language are stored for days without a network."""
        script = """
            const [language] = arguments, cache = await caches.open('pith-words');
            return (await cache.keys()).some((kept) => kept.url.includes(`/later-${language}-`));
        """
        self._patiently(lambda: self.run(script, language), f"stored words of {language!r}", 20)

    def waits_for_update(self) -> None:
        """Until a newer service worker is installed and waits for its turn."""
        script = "return !!(await navigator.serviceWorker.getRegistration()).waiting"
        self._patiently(lambda: self.run(script), "newer worker that waits", 20)

    def _patiently(self, done: Callable[[], Any], what: str, within_s: float = PATIENCE_S) -> None:
        ends = time.monotonic() + within_s
        while True:
            if done():
                return
            if time.monotonic() > ends:
                raise NotThere(f"no {what} on {self.path()} within {within_s} s; it shows: {self.words()[:900]}")
            time.sleep(0.05)
