"""Browsers and the real server for the tests of this folder. A missing browser skips with its name; on CI it fails."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.e2e import chromium, stopwatch, webkit
from tests.e2e.api import ZONE, Therapist
from tests.e2e.between import Between
from tests.e2e.chromium import ChromiumPhone
from tests.e2e.phone import Phone
from tests.e2e.server import Server
from tests.e2e.webkit import WebKit

ROOT = Path(__file__).parents[2]
# Phones live where the practice does: else a program of today is one of tomorrow between the two midnights.
os.environ["TZ"] = ZONE
# What takes longest, the longest first: else one core would stand idle at the end.
LONG = ("test_screens", "test_pseudo", "test_two_phones", "test_06", "test_02", "test_03", "test_intake")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    def place(item: pytest.Item) -> int:
        return next((at for at, begins in enumerate(LONG) if item.path.name.startswith(begins)), len(LONG))

    items.sort(key=place)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    stopwatch.report(terminalreporter)


def need(*paths: Path) -> None:
    """Without these the test cannot run: said by name, and on CI that is a failure."""
    missing = [str(path) for path in paths if not path.exists()]
    if not missing:
        return
    words = f"not on this machine: {', '.join(missing)}"
    if os.environ.get("CI") == "true":
        pytest.fail(words)
    pytest.skip(words)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    need(chromium.CHROMIUM)
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    started = chromium.launch(playwright)
    yield started
    started.close()


@pytest.fixture(scope="session")
def webkit_driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebKit]:
    need(webkit.DRIVER, webkit.XVFB)
    started = WebKit(tmp_path_factory.mktemp("webkit"))
    yield started
    started.close()


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Therapist]]:
    yield from _installed(tmp_path_factory)


@pytest.fixture(scope="module")
def own_installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Therapist]]:
    """For a tour: what its screens show must not depend on the clients of the tests before it."""
    yield from _installed(tmp_path_factory)


def _installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Therapist]]:
    need(ROOT / "frontend" / "dist" / "index.html")
    server = Server(tmp_path_factory.mktemp("pith") / "data").start()
    yield server, Therapist(server.origin).sign_up()
    server.stop()


@pytest.fixture
def server(installation: tuple[Server, Therapist]) -> Iterator[Server]:
    """The one server of this run. A test may kill it; the next one finds it running again."""
    server = installation[0]
    yield server
    if not server.running:
        server.start()


@pytest.fixture
def therapist(server: Server, installation: tuple[Server, Therapist]) -> Therapist:
    return installation[1]


@pytest.fixture
def empty_server(tmp_path: Path) -> Iterator[Server]:
    """An installation nobody has signed up at."""
    need(ROOT / "frontend" / "dist" / "index.html")
    server = Server(tmp_path / "data").start()
    yield server
    server.stop()


class Drawer:
    """Phones out of one drawer: each with nothing on it, all closed at the end."""

    def __init__(self, request: pytest.FixtureRequest, origin: str) -> None:
        self._request, self.origin = request, origin
        self._opened: list[Any] = []

    def chromium(self, model: str = "iPhone 15", **more: Any) -> ChromiumPhone:
        browser: Browser = self._request.getfixturevalue("browser")
        playwright: Playwright = self._request.getfixturevalue("playwright")
        context = browser.new_context(**chromium.device(playwright, model, **more))
        self._opened.append(context)
        return ChromiumPhone(context, self.origin)

    def desk(self, therapist: Therapist | None = None, **more: Any) -> ChromiumPhone:
        """A wide screen, signed in when a therapist is given."""
        browser: Browser = self._request.getfixturevalue("browser")
        context = browser.new_context(**{**chromium.DESK, **more})
        self._opened.append(context)
        if therapist:
            context.add_cookies([therapist.cookie()])
        return ChromiumPhone(context, self.origin)

    def webkit(self) -> Phone:
        driver: WebKit = self._request.getfixturevalue("webkit_driver")
        phone = driver.phone(self.origin)
        self._opened.append(phone)
        return phone

    def any(self, engine: str) -> Phone:
        return self.webkit() if engine == "webkit" else self.chromium()

    def close(self) -> None:
        for opened in reversed(self._opened):
            opened.close()


@pytest.fixture
def phones(request: pytest.FixtureRequest, server: Server) -> Iterator[Drawer]:
    drawer = Drawer(request, server.origin)
    yield drawer
    drawer.close()


@pytest.fixture
def between(server: Server) -> Iterator[Between]:
    """A proxy in front of the server; phones out of the drawer talk to it when their origin is set to it."""
    made = Between(server)
    yield made
    made.close()


BOTH = pytest.mark.parametrize("engine", ["chromium", "webkit"])
