"""WebKit (the engine of iPhones) through Debian's WebKitWebDriver: plain W3C WebDriver over http.client."""

from __future__ import annotations

import base64
import http.client
import json
import os
import subprocess
import time
from pathlib import Path
from typing import Any

from tests.e2e.phone import FINDER, TAPPABLE, Phone
from tests.e2e.server import free_port

DRIVER = Path("/usr/bin/WebKitWebDriver")
XVFB = Path("/usr/bin/Xvfb")
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
# What a page that is being replaced, or an element that was redrawn, answers: look again.
PASSING = {
    "stale element reference",
    "element not interactable",
    "element click intercepted",
    "no such element",
    "javascript error",
}
# What a tap on it did: null until there was one, false where it hit something else.
AWAITED = """
window.tapped = null;
addEventListener('click', (event) => {
  const hit = event.composedPath();
  window.tapped = [e, ...(e.labels ?? [])].some((one) => hit.includes(one));
}, { capture: true, once: true });
return e;
"""
# A page that was opened by the tap knows of none.
TAPPED = """
for (let look = 0; look < 40 && window.tapped === null; look += 1) await new Promise((done) => setTimeout(done, 25));
return window.tapped ?? window.tapped === undefined;
"""
RESTS = """
const place = () => JSON.stringify(arguments[0].getBoundingClientRect());
const before = place();
await new Promise((done) => setTimeout(done, 50));
return place() === before;
"""


class WebDriverError(Exception):
    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code


class WebKit:
    """A private screen and driver; `phone()` opens a fresh browser with nothing stored."""

    def __init__(self, home: Path) -> None:
        home.mkdir(parents=True, exist_ok=True)
        # Larger than a phone, so that the window gets the size it asks for.
        self._screen = subprocess.Popen(
            [XVFB, "-displayfd", "1", "-screen", "0", "1000x1200x24", "-nolisten", "tcp"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert self._screen.stdout is not None
        display = self._screen.stdout.readline().decode().strip()
        self.port = free_port()
        env = {
            **os.environ,
            "DISPLAY": f":{display}",
            "GDK_BACKEND": "x11",
            "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
        }
        self._log = (home / "driver.log").open("ab")
        self._driver = subprocess.Popen([DRIVER, f"--port={self.port}"], env=env, stdout=self._log, stderr=self._log)
        self._wait()

    def phone(self, origin: str) -> WebKitPhone:
        return WebKitPhone(self.port, origin)

    def close(self) -> None:
        for process in (self._driver, self._screen):
            process.terminate()
            process.wait(10)
        assert self._screen.stdout is not None
        self._screen.stdout.close()
        self._log.close()

    def _wait(self) -> None:
        for _ in range(100):
            try:
                call(self.port, "GET", "/status")
                return
            except OSError:
                time.sleep(0.05)
        raise AssertionError("WebKitWebDriver does not answer")


def call(port: int, method: str, path: str, body: Any = None) -> Any:
    """One command. Raises WebDriverError."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        text = None if body is None else json.dumps(body)
        connection.request(method, path, text, {"Content-Type": "application/json"})
        value = json.loads(connection.getresponse().read())["value"]
    finally:
        connection.close()
    if isinstance(value, dict) and "error" in value:
        raise WebDriverError(value["error"], value.get("message", ""))
    return value


class WebKitPhone(Phone):
    """MiniBrowser in automation: storage lasts as long as the session, so reloads count and restarts do not."""

    engine = "webkit"

    def __init__(self, port: int, origin: str) -> None:
        super().__init__()
        self.origin = origin
        self._port = port
        (browser,) = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"))
        options = {"binary": str(browser), "args": ["--automation"]}
        wanted = {"browserName": "MiniBrowser", "webkitgtk:browserOptions": options}
        opened = call(port, "POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self._session = f"/session/{opened['sessionId']}"
        self._call("POST", "/window/rect", {"x": 0, "y": 0, "width": 480, "height": 900})

    def go(self, path: str) -> None:
        self._call("POST", "/url", {"url": path if "://" in path else self.origin + path})

    def reload(self) -> None:
        self._call("POST", "/refresh", {})

    def run(self, script: str, *arguments: Any) -> Any:
        body = {
            "script": "const done = arguments[arguments.length - 1];"
            f"(async function () {{ {script} }}).apply(null, [...arguments].slice(0, -1))"
            ".then((v) => done([v ?? null]), (e) => done(String(e)));",
            "args": list(arguments),
        }
        answer = self._answer(body)
        if isinstance(answer, str):
            raise WebDriverError("javascript error", answer)
        return answer[0]

    def _answer(self, body: dict[str, Any]) -> Any:
        for _ in range(40):
            try:
                return self._call("POST", "/execute/async", body)
            except WebDriverError as error:
                if "unload" not in str(error):
                    raise
                time.sleep(0.05)  # the page was just being replaced
        raise AssertionError("the page never came to rest")

    def shot(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(base64.b64decode(self._call("GET", "/screenshot")))

    def close(self) -> None:
        self._call("DELETE", "")

    def _touch(self, name: str) -> bool:
        """The driver taps a place on the screen: first it must have come to rest, and what it hit is looked at."""
        found = self._find(TAPPABLE + AWAITED, name)
        if found is None or not self._rests(found) or not self._try("POST", f"/element/{found}/click", {}):
            return False
        try:
            return bool(self.run(TAPPED))
        except WebDriverError as error:
            if error.code in PASSING:
                return True  # the tap has led to another page
            raise

    def _rests(self, found: str) -> bool:
        try:
            return bool(self.run(RESTS, {ELEMENT: found}))
        except WebDriverError as error:
            if error.code in PASSING:
                return False
            raise

    def _fill(self, name: str, value: str) -> bool:
        found = self._find(FINDER + "return hit?.[0] ?? null;", name)
        if found is None or not self._try("POST", f"/element/{found}/clear", {}):
            return False
        return self._try("POST", f"/element/{found}/value", {"text": value})

    def _find(self, script: str, name: str) -> str | None:
        try:
            found = self._call("POST", "/execute/sync", {"script": script, "args": [name]})
        except WebDriverError as error:
            if error.code in PASSING:
                return None
            raise
        return found and str(found[ELEMENT])

    def _try(self, method: str, path: str, body: Any) -> bool:
        try:
            self._call(method, path, body)
        except WebDriverError as error:
            if error.code in PASSING:
                return False
            raise
        return True

    def _call(self, method: str, path: str, body: Any = None) -> Any:
        return call(self._port, method, self._session + path, body)
