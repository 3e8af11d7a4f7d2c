"""The sheet before a practice: what comes later moves nothing, and the bar below never hides what has the focus."""

from __future__ import annotations

from playwright.sync_api import ViewportSize

from tests.e2e import axe, walks
from tests.e2e.api import Therapist
from tests.e2e.conftest import Drawer

# As the browser counts it: how much of the window moved, and how far.
MOVED = """
const moved = [];
const watch = new PerformanceObserver((list) => moved.push(...list.getEntries()));
watch.observe({ type: 'layout-shift', buffered: true });
await new Promise((done) => setTimeout(done, 500));
return moved.reduce((sum, { value }) => sum + value, 0);
"""
UNDER_THE_BAR = """
const at = document.activeElement, bar = document.querySelector('.screen-foot');
const end = at.getBoundingClientRect().bottom, from = bar.getBoundingClientRect().top;
return at.closest('main') && end > from ? `${at.textContent} ends at ${end}, the bar begins at ${from}` : '';
"""
LEFT = "return document.documentElement.scrollHeight - innerHeight - scrollY"
SCREENS: list[ViewportSize] = [{"width": 320, "height": 568}, {"width": 412, "height": 823}]


def test_the_start_sheet_does_not_move_when_its_options_come(phones: Drawer, therapist: Therapist) -> None:
    phone = phones.chromium("Pixel 7")
    walks.ready_phone(phone, therapist, "Eva", walks.TWO)
    phone.go("/practice")
    phone.see("Have ready")
    assert phone.run(MOVED) < 0.02


def test_on_any_screen_the_bar_hides_no_focus_and_leaves_every_target_its_size_wherever_the_page_is_scrolled(
    phones: Drawer, therapist: Therapist
) -> None:
    phone = phones.chromium("Pixel 7")
    walks.ready_phone(phone, therapist, "Eva", walks.TWO)
    for size in SCREENS:
        phone.page.set_viewport_size(size)
        phone.go("/practice")
        phone.see("Have ready")
        for _ in range(16):
            phone.key("Tab")
            assert phone.run(UNDER_THE_BAR) == "", size
        phone.run("scrollTo(0, 0)")
        while phone.run(LEFT) > 1:
            assert axe.violations(phone) == [], size
            phone.run("scrollBy(0, 30)")
