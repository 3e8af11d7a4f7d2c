"""In a hold it turns sharp. Everything stops; the dose has gone down before anybody has a network; the desk has it
first, and the answer comes back to that very spot."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e import walks
from tests.e2e.api import Therapist
from tests.e2e.chromium import ChromiumPhone
from tests.e2e.conftest import BOTH, Drawer
from tests.e2e.phone import Phone
from tests.e2e.server import Server
from tests.e2e.stopwatch import Stopwatch

HURT = "Scalp glide"
ANSWER = "Leave it out. I look at it on Tuesday."


@BOTH
def test_the_bad_day(engine: str, phones: Drawer, server: Server, therapist: Therapist, stopwatch: Stopwatch) -> None:
    someone_asks(phones, therapist)
    phone = phones.any(engine)
    name = f"Mia {engine}"
    client_id = walks.ready_phone(phone, therapist, name, items=walks.TWO)
    server.kill()
    phone.reload()
    it_turns_sharp(phone, stopwatch)
    phone.go("/today")
    phone.see("It hurt, so leave it out")
    server.start()
    phone.reload()
    phone.see("All saved", 40)

    stopwatch.start()
    desk = phones.desk(therapist)
    answered_on_the_spot(desk, name)
    stopwatch.lap("seen first and answered")
    phone.reload()
    phone.see("Vera Holm has answered you", 20)
    phone.go("/history")
    phone.see(ANSWER)
    therapist.await_reading(client_id)
    desk.go(f"/desk/clients/{client_id}")
    desk.see("read today", 20)
    phone.go("/today")
    phone.see("It hurt, so leave it out")
    decisions = therapist.call("GET", f"/api/v1/clients/{client_id}/dose")["decisions"]
    assert [(one["rule"], one["target"]) for one in decisions] == [("D02", "scalp-glide")]


def it_turns_sharp(phone: Phone, stopwatch: Stopwatch) -> None:
    walks.begin(phone)
    phone.taps = 0
    stopwatch.start()
    phone.tap("This hurts")
    phone.see("Stop now.")
    stopwatch.lap("everything stops", phone.taps)
    phone.tap("Sharp")
    phone.see(f"{HURT} rests now")
    phone.see("Vera Holm has NOT been told yet")
    phone.tap("End here")
    phone.tap("Save")
    phone.see("Saved")


def someone_asks(phones: Drawer, therapist: Therapist) -> None:
    """Another client waits for an answer already: her question must not stand before a pain."""
    phone = phones.chromium()
    walks.ready_phone(phone, therapist, "Kim")
    phone.go("/ask")
    phone.write("Your question", "May I do it in the evening?")
    phone.tap("Send")
    phone.see("Saved and sent", 20)


def answered_on_the_spot(desk: ChromiumPhone, name: str) -> None:
    desk.go("/desk")
    items = desk.page.locator(".inbox-item")
    expect(items.first).to_contain_text(name)
    expect(items.first).to_contain_text("Sharp")
    items.first.get_by_role("button", name="Answer").click()
    desk.page.get_by_label("Your answer").fill(ANSWER)
    desk.page.get_by_role("button", name="Send the answer").click()
    expect(items.first).not_to_contain_text(name)
