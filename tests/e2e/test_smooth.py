"""The player on a slow phone (a fourth of this machine): nothing stutters while a hold runs, taps are answered at once,
and a hidden page does nothing.

This machine may be busy with other things. What the page itself takes is seen in two ways: the processor time of its
main thread, which no neighbour changes, and the long tasks and answers as a person has them, in the best of a few
stretches: what is slow by itself is slow in all of them.
"""

from __future__ import annotations

import json
import statistics
import time
from typing import Any

import pytest

from tests.e2e import walks
from tests.e2e.api import Therapist
from tests.e2e.chromium import ChromiumPhone
from tests.e2e.conftest import Drawer

SLOWDOWN = 4
TASK_MS = 50
PAINT_MS = 100
HOLD = [
    {
        "technique_id": "foot-ball-hold",
        "level": 1,
        "dose": {"both": {"spots": 1, "hold_s": 90, "roll_s": 0, "move_s": 0}},
    }
]
WATCH = """
window.tasks = []; window.answers = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) tasks.push(entry.duration);
}).observe({ type: 'longtask' });
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (entry.interactionId) answers.push(entry.duration);
}).observe({ type: 'event', durationThreshold: 16 });
"""
# One dot that moves as often as the player's picture does: what that costs now is the machine's doing.
DOT = """
const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
svg.setAttribute('style', 'position:fixed;inset:0 auto auto 0;inline-size:12rem;block-size:9rem');
const dot = document.createElementNS(svg.namespaceURI, 'circle');
dot.setAttribute('cy', 40);
dot.setAttribute('r', 20);
svg.append(dot);
document.body.append(svg);
let at = 0;
setInterval(() => dot.setAttribute('cx', at++ % 100), 50);
"""


@pytest.mark.alone
def test_a_hold_runs_without_a_long_task(phones: Drawer, therapist: Therapist) -> None:
    phone = holding(phones, therapist)
    busiest_ms = SLOWDOWN * busiest_task(phone, 8)
    slow_down(phone)
    assert busiest_ms <= TASK_MS
    stretches: list[float] = []
    while len(stretches) < 4 and min(stretches, default=TASK_MS + 1) > TASK_MS:
        stretches.append(watched(phone, 6))
    print(f"\nbusiest task {busiest_ms:.0f} ms, longest as had {stretches} ms")
    allowed = TASK_MS if min(stretches) <= TASK_MS else TASK_MS + machine_ms(phone)
    assert min(stretches) <= allowed


@pytest.mark.alone
def test_a_tap_in_a_hold_is_answered_at_once(phones: Drawer, therapist: Therapist) -> None:
    phone = holding(phones, therapist)
    toggle, hurts = middle(phone, "Pause"), middle(phone, "This hurts")
    slow_down(phone)
    answers = [answered(phone, toggle) for _ in range(8)]
    stops = []
    for _ in range(3):
        stops.append(answered(phone, hurts))
        phone.tap("It did not hurt. Go back")
        phone.see("Get ready")
    print(f"\npause and go on {answers} ms, this hurts {stops} ms")
    assert statistics.median(answers) <= PAINT_MS
    assert statistics.median(stops) <= PAINT_MS


def test_a_hidden_page_does_nothing(phones: Drawer, therapist: Therapist) -> None:
    phone = holding(phones, therapist)
    phone.run(
        "Object.defineProperty(document, 'visibilityState', { get: () => window.shown ?? 'hidden' });"
        "document.dispatchEvent(new Event('visibilitychange'));"
        "const real = performance.now.bind(performance); window.looks = 0;"
        "performance.now = () => { window.looks += 1; return real(); };"
    )
    left = phone.run("return document.querySelector('[role=timer]').textContent")
    time.sleep(3)
    assert phone.run("return window.looks") == 0, "the player looked at the clock while nobody could see it"
    assert phone.run("return document.querySelector('[role=timer]').textContent") == left
    phone.run("window.shown = 'visible'; document.dispatchEvent(new Event('visibilitychange'))")
    phone.see("Get ready")


def test_the_stop_is_sixty_pixels_high_on_every_screen(phones: Drawer, therapist: Therapist) -> None:
    phone = holding(phones, therapist)
    for dark in (False, True):
        if dark:
            phone.tap("Dark screen")
        for width, height in [(390, 844), (320, 568), (568, 320), (844, 390)]:
            phone.page.set_viewport_size({"width": width, "height": height})
            box = phone.page.get_by_role("button", name="This hurts").bounding_box()
            assert box is not None
            assert box["height"] >= 60 and box["y"] + box["height"] <= height, (dark, width, box)


def holding(phones: Drawer, therapist: Therapist) -> ChromiumPhone:
    phone = phones.chromium()
    walks.ready_phone(phone, therapist, "Ivo", HOLD)
    walks.begin(phone)
    phone.tap("Next")
    phone.tap("Found one")
    phone.see("breathe")
    phone.run(WATCH)
    return phone


def machine_ms(phone: ChromiumPhone) -> float:
    """What one dot alone takes on this machine now."""
    phone.tap("Pause")
    phone.run(DOT)
    longest = max(watched(phone, 6) for _ in range(2))
    print(f"one dot alone {longest:.0f} ms")
    return longest


def slow_down(phone: ChromiumPhone) -> None:
    session = phone.page.context.new_cdp_session(phone.page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    time.sleep(0.5)


def busiest_task(phone: ChromiumPhone, seconds: float) -> float:
    """Milliseconds of processor time of the page's busiest task in a stretch of time."""
    browser = phone.context.browser
    assert browser is not None
    browser.start_tracing(page=phone.page, categories=["toplevel", "disabled-by-default-devtools.timeline"])
    time.sleep(seconds)
    events: list[dict[str, Any]] = json.loads(browser.stop_tracing())["traceEvents"]
    mains = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    tasks = [event for event in events if "RunTask" in event["name"] and (event["pid"], event["tid"]) in mains]
    assert tasks, "the trace holds no task of the page"
    return float(max(event.get("tdur", 0) for event in tasks)) / 1000


def watched(phone: ChromiumPhone, seconds: float) -> float:
    """The longest task of a stretch of time in which the test asks nothing of the page; 0 where none was long."""
    phone.run("tasks.length = 0")
    time.sleep(seconds)
    return max(phone.run("return tasks.splice(0)"), default=0.0)


def middle(phone: ChromiumPhone, name: str) -> tuple[float, float]:
    box = phone.page.get_by_role("button", name=name).bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def answered(phone: ChromiumPhone, place: tuple[float, float]) -> float:
    """Milliseconds from a tap to the next picture; 0 where it was too short to be listed."""
    phone.run("answers.length = 0")
    phone.page.mouse.click(*place)
    time.sleep(0.8)
    return max(phone.run("return answers.splice(0)"), default=0.0)
