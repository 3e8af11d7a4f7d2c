"""Every screen, light and dark: axe finds nothing, nothing is cut off at twice the text or from right to left, nothing
moves unasked.

Walking there takes longer than looking, so each tour is walked once and everything is looked at on the way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache

import pytest

from tests.e2e import axe, tour, walks
from tests.e2e.api import Therapist
from tests.e2e.chromium import ChromiumPhone
from tests.e2e.conftest import Drawer
from tests.e2e.server import Server

PARTS = ["client", "door", "desk"]
WIDTHS = [390, 320]
SIDEWAYS = """
document.documentElement.style.fontSize = '200%';
await new Promise((done) => setTimeout(done, 60));
const wide = document.documentElement.scrollWidth, fits = innerWidth;
const right = (e) => Math.round(e.getBoundingClientRect().right);
const far = [...document.querySelectorAll('body *')].filter((e) => right(e) > fits).slice(0, 4);
const names = far.map((e) => `${e.tagName.toLowerCase()}.${e.className} to ${right(e)}`);
document.documentElement.style.fontSize = '';
return wide <= fits ? [] : [`${wide} px wide on ${fits}`, ...names];
"""
# Read from right to left: what sticks out would be scrolled to on the left, and arrows must point the other way.
TURNED = """
document.documentElement.dir = 'rtl';
await new Promise((done) => setTimeout(done, 60));
const wide = document.documentElement.scrollWidth, fits = innerWidth;
const edge = (e) => Math.round(e.getBoundingClientRect().left);
const seen = (e) => e.checkVisibility() && getComputedStyle(e).clipPath === 'none';
const far = [...document.querySelectorAll('body *')].filter((e) => edge(e) < 0 && seen(e)).slice(0, 4);
const arrows = [...document.querySelectorAll('.icon-pointing')].filter((e) => getComputedStyle(e).scale !== '-1 1');
document.documentElement.dir = 'ltr';
const names = far.map((e) => `${e.tagName}.${e.className} at ${edge(e)}`);
return [
  ...(wide <= fits ? [] : [`${wide} px wide on ${fits}`, ...names]),
  ...(arrows.length ? [`${arrows.length} arrows point the wrong way`] : []),
];
"""
# Anything that still moves after the time in which a screen may settle.
MOVING = """
await new Promise((done) => setTimeout(done, 60));
return document.getAnimations().filter((a) => a.playState === 'running')
  .map((a) => `${a.animationName ?? a.transitionProperty ?? 'animation'} on ${a.effect?.target?.className}`);
"""


@dataclass
class Findings:
    """What was found, by screen; empty when all is well."""

    axe: dict[str, list[str]] = field(default_factory=dict)
    sideways: dict[str, list[str]] = field(default_factory=dict)
    turned: dict[str, list[str]] = field(default_factory=dict)
    moving: dict[str, list[str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def look_at(
    request: pytest.FixtureRequest, own_installation: tuple[Server, Therapist]
) -> Iterator[Callable[[str], Findings]]:
    """Walks a part of the tour the first time it is asked for."""
    server, therapist = own_installation
    drawer = Drawer(request, server.origin)

    @cache
    def look(part: str) -> Findings:
        phone, stops = tour_of(part, drawer, therapist)
        found = Findings()
        for stop in stops:
            stop.show(phone)
            inspect(phone, stop.name, found)
        found.faults += phone.faults
        return found

    yield look
    drawer.close()


@pytest.mark.parametrize("part", PARTS, scope="module")
def test_axe_finds_nothing_on_any_screen(part: str, look_at: Callable[[str], Findings]) -> None:
    assert look_at(part).axe == {}


@pytest.mark.parametrize("part", PARTS, scope="module")
def test_twice_the_text_needs_no_sideways_scrolling(part: str, look_at: Callable[[str], Findings]) -> None:
    assert look_at(part).sideways == {}


@pytest.mark.parametrize("part", PARTS, scope="module")
def test_from_right_to_left_everything_fits_and_arrows_turn(part: str, look_at: Callable[[str], Findings]) -> None:
    assert look_at(part).turned == {}


@pytest.mark.parametrize("part", PARTS, scope="module")
def test_with_reduced_motion_nothing_moves(part: str, look_at: Callable[[str], Findings]) -> None:
    assert look_at(part).moving == {}


@pytest.mark.parametrize("part", PARTS, scope="module")
def test_no_screen_breaks_a_policy_or_throws(part: str, look_at: Callable[[str], Findings]) -> None:
    assert look_at(part).faults == []


def inspect(phone: ChromiumPhone, name: str, found: Findings) -> None:
    """All checks on the screen that is shown; leaves the page as it was."""
    usual = phone.page.viewport_size
    assert usual is not None
    # Without motion, so that no colour is caught half-way; what still moves then is a fault by itself.
    for scheme in ("dark", "light"):
        phone.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        note(found.axe, f"{name}, {scheme}", axe.violations(phone, colours_alone=scheme == "dark"))
    for width in WIDTHS:
        phone.page.set_viewport_size({"width": width, "height": 700})
        note(found.sideways, f"{name} at {width}", phone.run(SIDEWAYS))
        note(found.turned, f"{name} at {width}", phone.run(TURNED))
    if usual["width"] > max(WIDTHS):
        note(found.axe, f"{name}, narrow", axe.violations(phone))
    phone.page.set_viewport_size(usual)
    note(found.turned, name, phone.run(TURNED))
    note(found.moving, name, phone.run(MOVING))
    phone.page.emulate_media(reduced_motion="no-preference")


def note(found: dict[str, list[str]], name: str, faults: list[str]) -> None:
    if faults:
        found[name] = faults


def tour_of(part: str, drawer: Drawer, therapist: Therapist) -> tuple[ChromiumPhone, list[tour.Stop]]:
    """The phone or desk for this part, and its screens in order."""
    if part == "client":
        link = therapist.invite(walks.add_client(therapist, "Ada", walks.TWO))
        return drawer.chromium(), list(tour.client_tour(link))
    if part == "door":
        return drawer.chromium(), list(tour.door_tour())
    client_id = tour.client_with_a_past(therapist, drawer.chromium())
    return drawer.desk(therapist), list(tour.desk_tour(client_id, therapist.add_client("Bea")))
