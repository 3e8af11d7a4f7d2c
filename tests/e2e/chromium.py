"""Chromium through Playwright: throw-away phones for most tests, and one with a profile on disk that can be killed."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ElementHandle, Page, Playwright
from playwright.sync_api import Error as PlaywrightError

from tests.e2e.phone import FINDER, TAPPABLE, Phone

CHROMIUM = Path("/usr/bin/chromium")
# Nothing leaves this machine: no update check, no variations, no safe-browsing lists.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]
DESK = {"viewport": {"width": 1280, "height": 800}}


def launch(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)


def device(playwright: Playwright, name: str, **more: Any) -> dict[str, Any]:
    """A phone's screen, touch and agent string; `more` as in `new_context` (colour scheme, reduced motion)."""
    found = {key: value for key, value in playwright.devices[name].items() if key != "default_browser_type"}
    return {**found, "permissions": ["screen-wake-lock"], "service_workers": "allow", **more}


class ChromiumPhone(Phone):
    engine = "chromium"

    def __init__(self, context: BrowserContext, origin: str) -> None:
        super().__init__()
        self.origin = origin
        self.context = context
        self.page: Page = context.pages[0] if context.pages else context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", self._hear)

    def go(self, path: str) -> None:
        self.page.goto(path if "://" in path else self.origin + path)

    def reload(self) -> None:
        self.page.reload()

    def run(self, script: str, *arguments: Any) -> Any:
        return self._evaluate(script, arguments)

    def shot(self, path: Path, full: bool = False) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=path, full_page=full)

    def key(self, name: str) -> None:
        self.page.keyboard.press(name)

    def _touch(self, name: str) -> bool:
        found = self._find(TAPPABLE + "return e;", name)
        if found is None:
            return False
        try:
            found.click(timeout=2000)
        except PlaywrightError:
            return False  # redrawn, moved or covered in that moment: the caller looks again
        return True

    def _fill(self, name: str, value: str) -> bool:
        found = self._find(FINDER + "return hit?.[0] ?? null;", name)
        if found is None:
            return False
        try:
            found.fill(value, timeout=2000)
        except PlaywrightError:
            return False
        return True

    def _find(self, script: str, name: str) -> ElementHandle | None:
        try:
            return self.page.evaluate_handle(_function(script), [name]).as_element()
        except PlaywrightError:
            return None  # the page was just being replaced

    def _evaluate(self, script: str, arguments: tuple[Any, ...]) -> Any:
        for _ in range(40):
            try:
                return self.page.evaluate(_function(script), list(arguments))
            except PlaywrightError as error:
                if "Execution context was destroyed" not in str(error):
                    raise
                time.sleep(0.05)
        raise AssertionError("the page never came to rest")

    def _hear(self, message: Any) -> None:
        """Broken policies and script errors only show on the console. A dead server is not the page's fault."""
        if message.type == "error" and "net::ERR" not in message.text and "the server responded" not in message.text:
            self.faults.append(message.text)


def _function(script: str) -> str:
    return f"async (list) => (async function () {{ {script} }}).apply(null, list)"


@contextmanager
def durable(playwright: Playwright, profile: Path, origin: str) -> Iterator[ChromiumPhone]:
    """A phone whose storage lives in `profile`, so that it outlives its browser."""
    context = playwright.chromium.launch_persistent_context(
        profile, executable_path=CHROMIUM, args=ARGUMENTS, **device(playwright, "Pixel 7")
    )
    try:
        yield ChromiumPhone(context, origin)
    finally:
        with contextlib.suppress(PlaywrightError):
            context.close()


def kill(profile: Path) -> None:
    """SIGKILL to the browser that runs on this very profile, as when a battery dies. No other browser is touched."""
    mark = f"--user-data-dir={profile}".encode()
    killed = []
    for process in Path("/proc").iterdir():
        if not process.name.isdigit():
            continue
        with contextlib.suppress(OSError):
            words = (process / "cmdline").read_bytes().split(b"\0")
            if mark in words and not any(word.startswith(b"--type=") for word in words):
                os.kill(int(process.name), signal.SIGKILL)
                killed.append(process)
    assert killed, "no browser runs on this profile"
    ends = time.monotonic() + 10
    while any((process / "exe").exists() for process in killed) and time.monotonic() < ends:
        time.sleep(0.05)
