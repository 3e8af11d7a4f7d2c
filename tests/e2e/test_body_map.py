"""Where it hurts: marked by touch, by keyboard and from a list, without a network; the therapist sees it, once."""

from __future__ import annotations

from tests.e2e import walks
from tests.e2e.api import Therapist
from tests.e2e.axe import violations
from tests.e2e.chromium import ChromiumPhone
from tests.e2e.conftest import BOTH, Drawer
from tests.e2e.server import Server

# The middle of a place on the drawing that is shown, in pixels of the window.
SPOT = """
const spots = [...document.querySelectorAll(`.body-map [data-area="${arguments[0]}"]`)];
const spot = spots.find((e) => e.getBoundingClientRect().height > 0);
spot.scrollIntoView({ block: 'center', behavior: 'instant' });
const { left, top, width, height } = spot.getBoundingClientRect();
return [left + width / 2, top + height / 2, width];
"""


def touch_beside(phone: ChromiumPhone, area: str, off: float) -> None:
    """A fingertip that lands `off` pixels to the right of a place and as far below it."""
    x, y, _ = phone.run(SPOT, area)
    phone.page.touchscreen.tap(x + off, y + off)


def test_marks_by_touch_by_keyboard_and_from_a_list_reach_the_therapist_once(
    phones: Drawer, server: Server, therapist: Therapist
) -> None:
    phone = phones.chromium()
    client_id = walks.ready_phone(phone, therapist, "Una")
    server.kill()
    phone.go("/body?from=me")
    phone.tap("Front")
    touch_beside(phone, "knee/left", 7)
    phone.see("Left knee")
    phone.tap("6")
    phone.tap("Back")
    phone.run("[...document.querySelectorAll('.body-map [tabindex=\"0\"]')].at(-1).focus()")
    phone.key("ArrowDown")
    phone.key("Enter")
    phone.tap("From a list")  # what the keyboard asked is left open: nothing is marked without a strength
    phone.write("Find a part of the body", "everywhere")
    phone.tap("Whole body")
    phone.tap("2")
    phone.run("document.querySelector('.body-map:last-child [data-area=\"calf/right\"]').focus()")
    phone.key("Enter")
    phone.see("Right calf")
    phone.key("Tab")
    phone.key("Tab")
    phone.key("ArrowRight")
    phone.key("Enter")
    phone.tap("Save")
    phone.see("Saved on this phone")
    phone.see("1 not sent yet")
    server.start()
    phone.reload()
    phone.see("All saved", 20)
    phone.reload()
    phone.see("All saved", 20)
    (log,) = therapist.logs(client_id, "body")
    marks = {(mark["region"], mark["side"]): mark["strength"] for mark in log["marks"]}
    assert marks.keys() == {("knee", "left"), ("whole_body", "both"), ("calf", "right")}
    assert (marks["knee", "left"], marks["whole_body", "both"]) == (6, 2)
    desk = phones.desk(therapist)
    desk.go(f"/desk/clients/{client_id}")
    desk.see("Also: Whole body · 2")
    desk.tap("As a table")
    desk.see("Left knee")
    assert phone.faults == desk.faults == []


@BOTH
def test_a_mark_on_the_way_home_from_a_practice_loses_none_of_its_answers(
    engine: str, phones: Drawer, therapist: Therapist
) -> None:
    phone = phones.any(engine)
    client_id = walks.ready_phone(phone, therapist, "Ole")
    walks.practise(phone)
    phone.tap("3")
    phone.tap("Where is it today?")
    phone.tap("From a list")
    phone.tap("Right jaw")
    phone.tap("4")
    phone.tap("Save")
    phone.arrive("/after")
    phone.see("Marked: Right jaw · 4")
    phone.tap("Save")
    phone.see("Your therapist can read it now", 20)
    (session,) = therapist.logs(client_id, "session")
    (body,) = therapist.logs(client_id, "body")
    assert session["pain_after"] == 3
    assert body["marks"] == [{"region": "jaw", "side": "right", "strength": 4}]


def test_every_state_of_the_map_is_accessible_light_and_dark(phones: Drawer, therapist: Therapist) -> None:
    phone = phones.chromium()
    walks.ready_phone(phone, therapist, "Eva")
    found: dict[str, list[str]] = {}

    def look_at(state: str) -> None:
        found[state] = violations(phone)
        phone.page.emulate_media(color_scheme="dark")
        found[f"{state}, dark"] = violations(phone, colours_alone=True)
        phone.page.emulate_media(color_scheme="light")

    phone.go("/body")
    phone.see("Tap to mark")
    look_at("empty")
    phone.tap("Front")
    phone.tap("Left knee")
    phone.see("worst imaginable")
    look_at("asking")
    phone.tap("7")
    look_at("marked")
    phone.tap("From a list")
    phone.see("Where does it hurt?")
    look_at("list")
    phone.tap("Close")
    phone.tap("Save")
    phone.see("Saved on this phone")
    look_at("history")
    assert found == {state: [] for state in found}


def test_neighbouring_places_are_touch_targets_of_24_pixels_on_any_phone(phones: Drawer, therapist: Therapist) -> None:
    phone = phones.chromium()
    walks.ready_phone(phone, therapist, "Ida")
    for width, size in ((320, "100%"), (320, "200%"), (390, "100%"), (390, "200%")):
        phone.page.set_viewport_size({"width": width, "height": 568})
        phone.go("/body")
        phone.tap("Front")
        phone.run("document.documentElement.style.fontSize = arguments[0]", size)
        assert phone.run(SPOT, "knee/left")[2] >= 24
        assert phone.run("return document.documentElement.scrollWidth") <= width
