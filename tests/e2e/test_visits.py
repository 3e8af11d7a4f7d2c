"""After a visit: written down in three taps; at home it stays gentle for 48 hours, with and without a network."""

from __future__ import annotations

import time
from datetime import timedelta

from playwright.sync_api import expect

from tests.e2e import axe, walks
from tests.e2e.api import Therapist, today_here
from tests.e2e.conftest import BOTH, Drawer
from tests.e2e.phone import Phone
from tests.e2e.server import Server
from tests.e2e.stopwatch import Stopwatch

# The clock of a phone that nobody has spoken to for so long.
LATER = """
const RealDate = Date;
window.Date = class extends RealDate {
  constructor(...given) { given.length > 0 ? super(...given) : super(RealDate.now() + %d); }
  static now() { return RealDate.now() + %d; }
};
"""


@BOTH
def test_a_visit_is_written_down_in_three_taps_and_her_phone_stays_gentle(
    engine: str, phones: Drawer, therapist: Therapist, record_property: object
) -> None:
    phone = phones.chromium()
    client_id = walks.ready_phone(phone, therapist, f"Vis {engine}", items=walks.ONE)
    phone.see("Hold 20 s")
    desk = phones.any(engine)
    walks.sign_in(desk, therapist)
    desk.go(f"/desk/clients/{client_id}")
    desk.see("No visit is written down yet")
    watch = Stopwatch(record_property)  # type: ignore[arg-type]
    desk.taps = 0
    watch.start()
    desk.tap("Write the visit down")
    desk.tap("Indirect")
    desk.tap("Save")
    desk.see("At home it stays gentle until")
    watch.lap(f"{engine}: a visit written down", desk.taps)
    assert desk.taps == 3
    desk.see("50 min, indirect")
    assert axe.violations(desk) == []
    (visit,) = therapist.call("GET", f"/api/v1/clients/{client_id}/visits")["visits"]
    assert (visit["on"], visit["minutes"], visit["kind"]) == (today_here().isoformat(), 50, "indirect")

    phone.reload()
    phone.see("Your visit was today. We keep it gentle until", 20)
    phone.see("Hold 15 s")
    assert axe.violations(phone) == []
    desk.tap("Take back the visit of")
    desk.see("Take this visit back?")
    desk.tap("Take back")
    desk.see("No visit is written down yet")
    phone.reload()
    phone.see("Hold 20 s", 20)
    assert not phone.sees("Your visit was")


def test_after_48_hours_it_is_gentle_no_more_even_without_a_network(
    phones: Drawer, therapist: Therapist, server: Server
) -> None:
    phone = phones.chromium()
    client_id = walks.ready_phone(phone, therapist, "Vito", items=walks.ONE)
    write(therapist, client_id)
    phone.reload()
    phone.see("Hold 15 s", 20)
    server.kill()
    phone.reload()
    phone.see("Your visit was today")
    phone.see("Hold 15 s")
    hours_later(phone, 47)
    phone.see("We keep it gentle until")
    phone.see("Hold 15 s")
    hours_later(phone, 2)
    phone.see("Hold 20 s")
    assert not phone.sees("Your visit was")
    assert phone.faults == []


def test_the_whole_visit_by_keyboard_with_places_and_a_note(phones: Drawer, therapist: Therapist) -> None:
    client_id = walks.add_client(therapist, "Kay")
    desk = phones.desk(therapist)
    page = desk.page
    desk.go(f"/desk/clients/{client_id}")
    desk.see("No visit is written down yet")
    page.get_by_role("button", name="Write the visit down").press("Enter")
    expect(page.get_by_role("button", name="Direct", exact=True)).to_be_focused()
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Both")).to_have_attribute("aria-pressed", "true")
    page.get_by_text("Where, note, reaction").press("Enter")
    page.get_by_role("button", name="From a list").press("Enter")
    page.locator("[name=place]").fill("jaw")
    page.keyboard.press("Enter")
    page.get_by_role("dialog").get_by_role("button", name="Left").first.press("Enter")
    page.keyboard.press("Escape")
    page.get_by_label("Note").fill("The jaw let go.")
    page.get_by_role("button", name="Save", exact=True).press("Enter")
    expect(page.get_by_text("50 min, direct and indirect").first).to_be_visible()
    expect(page.get_by_text("The jaw let go.").first).to_be_visible()
    expect(page.get_by_role("button", name="Write the visit down")).to_be_focused()
    (visit,) = therapist.call("GET", f"/api/v1/clients/{client_id}/visits")["visits"]
    assert [one["region"] for one in visit["regions"]] == ["jaw"]


def test_a_course_is_planned_and_counts_its_visits(phones: Drawer, therapist: Therapist) -> None:
    client_id = walks.add_client(therapist, "Cora")
    write(therapist, client_id, days_ago=3)
    desk = phones.desk(therapist)
    desk.go(f"/desk/clients/{client_id}")
    desk.tap("Plan a course of care")
    desk.tap("5")
    desk.write("Began on", (today_here() - timedelta(days=7)).isoformat())
    desk.tap("Save the course")
    desk.see("1 of 5 visits")
    desk.see("after 6 weeks")


def write(therapist: Therapist, client_id: str, days_ago: int = 0) -> None:
    on = (today_here() - timedelta(days=days_ago)).isoformat()
    body = {"id": f"00000000-0000-7000-8000-{time.time_ns() % 10**12:012d}", "on": on, "minutes": 50, "kind": "both"}
    therapist.call("POST", f"/api/v1/clients/{client_id}/visits", body)


def hours_later(phone: Phone, hours: int) -> None:
    """The phone is opened again so many hours later."""
    shift = hours * 3_600_000
    phone.context.add_init_script(LATER % (shift, shift))  # type: ignore[attr-defined]
    phone.reload()
