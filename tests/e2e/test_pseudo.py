"""Every screen in a language that nobody speaks, four tenths longer than English: nothing is cut off, nothing sticks
out, and nothing was left untranslated.

Like test_screens.py: each tour is walked once, and everything is looked at on the way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from pith.content.loader import load_content
from tests.e2e import chromium, tour
from tests.e2e.api import Therapist
from tests.e2e.chromium import ChromiumPhone
from tests.e2e.conftest import Drawer, need
from tests.e2e.pseudo import CUT_OFF, UNSAID, PseudoPhone, build
from tests.e2e.server import ROOT, Server
from tests.e2e.test_screens import tour_of

PARTS = ["client", "door", "desk"]
SIZES = [(390, 844), (320, 568)]
# Days and months come from the browser in the page's language, and people and places have names of their own.
DATES = (
    r"\b(Mon|Tues?|Wed(nes)?|Thu(rs)?|Fri|Sat(ur)?|Sun)(day)?\b|\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
    r"(uary|ruary|ch|il|e|y|ust|ember|tember|ober)?\b"
)
PEOPLE = r"\b(Pith|Ada|Bea|English|Deutsch|Europe|Berlin)\b"
MACHINES = r"\b(Chrome|HeadlessChrome|Safari|Edge|Linux|Windows|Mac|iPhone|Python-urllib)\b"


@dataclass
class Findings:
    cut: dict[str, list[str]] = field(default_factory=dict)
    unsaid: dict[str, list[str]] = field(default_factory=dict)


@pytest.fixture(scope="module")
def look_at(
    request: pytest.FixtureRequest, own_installation: tuple[Server, Therapist], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], Findings]]:
    """Walks a part of the tour the first time it is asked for."""
    need(ROOT / "frontend" / "node_modules" / "vite")
    server, therapist = own_installation
    dist = build(tmp_path_factory.mktemp("pseudo"))
    drawer = _Drawer(request, server.origin, dist)

    @cache
    def look(part: str) -> Findings:
        phone, stops = tour_of(part, drawer, therapist)
        data = words_of(therapist)
        found = Findings()
        for stop in stops:
            stop.show(phone)
            inspect(phone, stop, data, found)
        return found

    yield look
    drawer.close()


@pytest.mark.parametrize("part", PARTS, scope="module")
def test_nothing_is_cut_off_when_words_are_longer(part: str, look_at: Callable[[str], Findings]) -> None:
    assert look_at(part).cut == {}


@pytest.mark.parametrize("part", PARTS, scope="module")
def test_nothing_was_left_untranslated(part: str, look_at: Callable[[str], Findings]) -> None:
    assert look_at(part).unsaid == {}


def test_the_eye_sees_what_is_cut_off_and_what_is_plain(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.set_content(
        """<p style="width: 4rem; overflow: hidden; white-space: nowrap">[Ä lóng séntencé ~~~~]</p>
        <p style="height: 1rem; overflow: hidden; line-height: 2rem">[Á lów óné]</p>
        <button aria-label="Close">[Çlósé ~~]</button><p>[Whólé] plain</p>"""
    )
    cut, unsaid = (page.evaluate(f"() => {{ {script} }}") for script in (CUT_OFF, UNSAID))
    assert [fault.split(" ")[0] for fault in cut] == ["wide", "low"]
    assert sorted(unsaid) == ["Close", "plain"]
    page.close()


class _Drawer(Drawer):
    """Phones and desks out of the drawer that speak it."""

    def __init__(self, request: pytest.FixtureRequest, origin: str, dist: Path) -> None:
        super().__init__(request, origin)
        self._dist = dist

    def chromium(self, model: str = "iPhone 15", **more: Any) -> ChromiumPhone:
        found = chromium.device(self._request.getfixturevalue("playwright"), model, **more)
        return self._phone({**found, "service_workers": "block"})

    def desk(self, therapist: Therapist | None = None, **more: Any) -> ChromiumPhone:
        phone = self._phone({**chromium.DESK, "service_workers": "block", **more})
        if therapist:
            phone.context.add_cookies([therapist.cookie()])
        return phone

    def _phone(self, settings: dict[str, Any]) -> ChromiumPhone:
        context = self._request.getfixturevalue("browser").new_context(**settings)
        self._opened.append(context)
        return PseudoPhone(context, self.origin, self._dist)


def inspect(phone: ChromiumPhone, stop: tour.Stop, data: re.Pattern[str], found: Findings) -> None:
    """Both checks on the screen that is shown; leaves the page as it was."""
    assert "~" in phone.words(), f"{stop.name} speaks plain English"
    usual = phone.page.viewport_size
    for width, height in SIZES:
        phone.page.set_viewport_size({"width": width, "height": height})
        if cut := phone.run(CUT_OFF):
            found.cut[f"{stop.name} at {width}"] = cut
    phone.page.set_viewport_size(usual or {"width": 390, "height": 844})
    if unsaid := [text for text in phone.run(UNSAID) if re.search(r"[^\W\d_]{2}", data.sub("", text))]:
        found.unsaid[stop.name] = unsaid


def words_of(therapist: Therapist) -> re.Pattern[str]:
    """What is data and no words of the app: dates, names, what a therapist wrote, and the content, which has languages
    of its own."""
    content: set[str] = set()

    def collect(value: Any, key: str = "") -> None:
        if isinstance(value, dict):
            for name, inner in value.items():
                collect(inner, name)
        elif isinstance(value, list):
            for inner in value:
                collect(inner, key)
        elif key in ("name", "label", "steps", "feel", "say", "text", "ladder", "often", "why"):
            content.add(str(value))

    collect(therapist.call("GET", "/api/v1/techniques?lang=en"))
    collect(therapist.call("GET", "/api/v1/clients"))
    collect(therapist.call("GET", "/api/v1/practices/me/thresholds"))
    content |= {str(rule["text"]) for rule in load_content().screening.rules.values()}
    said = {"Fascia Room", "Vera Holm", therapist.email, "First program", "Screened in the room."}
    longest_first = sorted(content | said, key=len, reverse=True)
    return re.compile("|".join([*map(re.escape, longest_first), DATES, PEOPLE, MACHINES]), re.IGNORECASE)
