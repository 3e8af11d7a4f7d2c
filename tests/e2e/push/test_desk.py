"""Reminders as the therapist sees them: set together in the room, tested there, and what her list says when they stop;
and her own alerts, which say at once what must not wait."""

from __future__ import annotations

import time
from typing import Any

import pytest

from tests.e2e import axe, walks
from tests.e2e.api import ZONE, Therapist
from tests.e2e.chromium import ChromiumPhone
from tests.e2e.conftest import Drawer
from tests.e2e.push_server import push_phone
from tests.e2e.pushes import PushPhone, remind
from tests.e2e.server import Server
from tests.fakes.push_service import PushService

SILENT = "Reminders not working since today"
EVERY_DAY = {"timezone": ZONE, "slots": [{"time": "07:00", "days": [0, 1, 2, 3, 4, 5, 6], "enabled": True}]}


@pytest.fixture
def room(phones: Drawer, therapist: Therapist, service: PushService) -> tuple[ChromiumPhone, PushPhone, str]:
    """The desk, Ada's phone with her program beside it, and her id."""
    phone = push_phone(phones, service)
    client_id = walks.ready_phone(phone.phone, therapist)
    return phones.desk(therapist), phone, client_id


def turn_on(phone: PushPhone) -> None:
    """She allowed it before her times were set in the room: nothing is left for her to do."""
    phone.phone.go("/reminders")
    phone.eventually(lambda: phone.ask("/reminders")["browsers"] == 1, "a browser that takes pushes")


def send_test(desk: ChromiumPhone, server: Server, service: PushService) -> None:
    with desk.page.expect_response("**/push/test"):
        desk.tap("Send a test")
    desk.see("On its way to the phone.")
    remind(server, service)


def row(therapist: Therapist) -> Any:
    (found,) = therapist.call("GET", "/api/v1/clients")["clients"]
    return found["reminders"]


def gone(desk: ChromiumPhone, text: str, within_s: float = 10) -> None:
    ends = time.monotonic() + within_s
    while desk.sees(text):
        assert time.monotonic() < ends, f"still there: {text}"
        desk.page.wait_for_timeout(100)


def test_set_together_in_the_room_it_is_on_the_phone_and_a_test_proves_it(
    room: tuple[ChromiumPhone, PushPhone, str], server: Server, service: PushService, therapist: Therapist
) -> None:
    desk, phone, client_id = room
    desk.go(f"/desk/clients/{client_id}")
    desk.see("No time is set.")
    assert not desk.sees("Reminders not working")
    desk.tap("Set reminders together")
    desk.tap("Add a time")
    desk.write("Time 1", "06:45")
    desk.page.get_by_role("button", name="Sunday").click()
    assert axe.violations(desk) == []
    desk.tap("Save times")
    desk.see("Mo Tu We Th Fr Sa")
    desk.see(SILENT)  # nothing takes them yet, and that is said at once
    phone.phone.reload()
    phone.phone.go("/reminders")
    phone.phone.see("6:45")
    turn_on(phone)
    desk.reload()
    desk.see("Ready. Nothing was due since the phone takes reminders.")
    assert not desk.sees("Reminders not working")
    send_test(desk, server, service)
    phone.deliver_taken()
    desk.see("The phone showed it.", 30)
    desk.see("They arrive on the phone, without a break since today.")
    assert row(therapist)["state"] == "shown"
    assert axe.violations(desk) == []
    assert desk.faults == []


def test_the_list_says_since_when_a_phone_is_silent_and_is_calm_again_when_it_was_opened(
    room: tuple[ChromiumPhone, PushPhone, str], server: Server, service: PushService, therapist: Therapist
) -> None:
    desk, phone, client_id = room
    therapist.call("PUT", f"/api/v1/clients/{client_id}/reminders", EVERY_DAY)
    turn_on(phone)
    service.answers("phone-1", 410)
    desk.go(f"/desk/clients/{client_id}")
    desk.see("Ready.")
    send_test(desk, server, service)
    desk.see("It did not arrive. The phone ended them by itself.", 30)
    desk.see("Not working since today")
    desk.see("In the next visit: open the app on the phone.")
    assert row(therapist)["reason"] == "gone"
    desk.go("/desk")
    desk.see(SILENT)
    desk.see("Nobody needs you now.")  # the inbox has it with its next round
    assert axe.violations(desk) == []
    phone.phone.reload()
    phone.eventually(lambda: phone.ask("/reminders")["browsers"] == 1, "a phone that mended itself")
    desk.reload()
    desk.see("Ada")
    gone(desk, "Reminders not working")
    desk.see("Nothing waits for your client.")


def test_a_stop_reaches_the_desk_of_who_turned_alerts_on(
    phones: Drawer, server: Server, service: PushService, therapist: Therapist
) -> None:
    client = phones.chromium("Pixel 7")
    client_id = walks.ready_phone(client, therapist)
    desk = PushPhone(phones.desk(therapist, permissions=["notifications"]), service)
    desk.phone.go("/desk/practice")
    desk.phone.see("Nobody tells you at once now.")
    desk.phone.tap("Turn on here")
    desk.phone.see("Alerts come here, even when the desk is closed.")
    gone(desk.phone, "Nobody tells you at once now.")
    walks.begin(client)
    client.tap("This hurts")
    client.tap("Sharp")
    desk.eventually(lambda: therapist.call("GET", "/api/v1/clients")["clients"][0]["stopped"], "the stop", 30)
    remind(server, service)
    told = desk.deliver_taken()["notification"]
    assert told["navigate"].startswith(f"{server.origin}/desk/clients/{client_id}")
    assert "Ada" not in str(told["title"])
    desk.phone.reload()
    desk.phone.see("Last one today")
    desk.eventually(lambda: therapist.call("GET", "/api/v1/me/alerts")["last"]["state"] == "shown", "the receipt")
    assert axe.violations(desk.phone) == []
