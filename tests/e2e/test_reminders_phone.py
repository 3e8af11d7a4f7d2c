"""A client sets her reminders on her phone: without a network, in every state that a browser's permission can be in,
and where no browser can."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from tests.e2e import axe, walks
from tests.e2e.api import Therapist
from tests.e2e.chromium import ChromiumPhone
from tests.e2e.conftest import BOTH, Drawer
from tests.e2e.phone import Phone
from tests.e2e.server import Server

NOTIFY = ["screen-wake-lock", "notifications"]
# A browser without a screen refuses unasked; this one waits to be asked, and then says what `said` holds.
UNDECIDED = """
window.asked = 0;
let said = 'default';
Object.defineProperty(Notification, 'permission', { get: () => said });
Notification.requestPermission = async () => { window.asked += 1; said = %r; return said; };
"""
BLOCKED = "Object.defineProperty(Notification, 'permission', { get: () => 'denied' });"
# An iPhone has these only in an app on the home screen.
TAB_OF_AN_IPHONE = "delete window.PushManager;"
ZONE = "return new Intl.DateTimeFormat().resolvedOptions().timeZone"
WEEK = [0, 1, 2, 3, 4, 5, 6]


def reminders(therapist: Therapist, client_id: str) -> dict[str, Any]:
    """What the practice knows of her choice."""
    found: dict[str, Any] = therapist.call("GET", f"/api/v1/clients/{client_id}/reminders")
    return found


def arrives(known: Callable[[], bool], within_s: float = 20) -> None:
    """Waits until the practice knows it."""
    ends = time.monotonic() + within_s
    while not known():
        assert time.monotonic() < ends, "it never arrived"
        time.sleep(0.2)


def add_time(phone: Phone) -> None:
    phone.tap("Add a time")
    phone.tap("Save")
    phone.see("Every day")


@BOTH
def test_times_are_set_while_the_server_is_dead_and_arrive_when_it_is_back(
    engine: str, phones: Drawer, server: Server, therapist: Therapist
) -> None:
    phone = phones.any(engine)
    client_id = walks.ready_phone(phone, therapist, "Ola")
    phone.go("/reminders")
    phone.see("No time is set yet")
    server.kill()
    add_time(phone)
    phone.see("Saved on this phone")
    phone.see("1 not sent yet")
    phone.reload()
    phone.see("Every day")
    phone.tap("For a week")
    phone.see("Off until")
    phone.tap("I am back")
    phone.see("No reminders while you are away")
    server.start()
    phone.reload()
    phone.see("All saved", 40)
    chosen = reminders(therapist, client_id)
    assert chosen["slots"] == [{"time": "07:00", "days": WEEK, "enabled": True}]
    assert (chosen["away_until"], chosen["follows_phone"]) == (None, True)
    assert chosen["next_due_at"] is not None


def test_what_was_set_in_the_room_is_on_the_phone_and_changed_there(phones: Drawer, therapist: Therapist) -> None:
    phone = phones.chromium()
    client_id = walks.ready_phone(phone, therapist, "Pam")
    therapist.call(
        "PUT",
        f"/api/v1/clients/{client_id}/reminders",
        {"timezone": "Europe/Berlin", "slots": [{"time": "18:45", "days": WEEK, "enabled": True}]},
    )
    phone.go("/today")
    phone.see("All saved")
    phone.go("/reminders")
    phone.see("18:45", 20)
    phone.tap("18:45 Every day")
    phone.tap("Saturday")
    phone.tap("Sunday")
    phone.tap("Save")
    phone.see("Monday to Friday")
    arrives(lambda: reminders(therapist, client_id)["slots"][0]["days"] == [0, 1, 2, 3, 4])


def test_her_times_travel_with_the_phone(phones: Drawer, therapist: Therapist) -> None:
    phone = phones.chromium()
    client_id = walks.ready_phone(phone, therapist, "Quinn")
    phone.go("/reminders")
    add_time(phone)
    phone.see("All saved", 20)
    assert reminders(therapist, client_id)["timezone"] == phone.run(ZONE)
    phone.context.new_cdp_session(phone.page).send("Emulation.setTimezoneOverride", {"timezoneId": "America/New_York"})
    phone.go("/today")
    arrives(lambda: reminders(therapist, client_id)["timezone"] == "America/New_York")


def test_the_browser_is_asked_after_the_first_practice_by_her_tap_alone(phones: Drawer, therapist: Therapist) -> None:
    phone = phones.chromium()
    phone.context.add_init_script(UNDECIDED % "default")
    client_id = walks.ready_phone(phone, therapist, "Rosa")
    assert not phone.sees("A reminder for next time?")
    walks.practise(phone)
    walks.save(phone)
    phone.see("A reminder for next time?")
    assert phone.run("return window.asked") == 0
    assert axe.violations(phone) == []
    phone.tap("Remind me")
    phone.see("Your time is kept")
    assert phone.run("return window.asked") == 1
    arrives(lambda: len(reminders(therapist, client_id)["slots"]) == 1)
    phone.tap("Not now")
    arrives(lambda: not phone.sees("A reminder for next time?"))
    phone.go("/today")
    walks.practise(phone, "Once more")
    walks.save(phone)
    phone.see("Your therapist can read it now", 20)
    assert not phone.sees("A reminder for next time?")
    assert phone.faults == []


def test_a_refused_permission_has_its_screen(phones: Drawer, therapist: Therapist) -> None:
    phone = phones.chromium()
    phone.context.add_init_script(UNDECIDED % "denied")
    walks.ready_phone(phone, therapist, "Sven")
    phone.go("/reminders")
    phone.see("Let this phone remind you")
    phone.tap("Turn on reminders")
    phone.see("This phone blocks notes from Pith")
    phone.see("Allow notifications there")
    assert phone.faults == []


def test_a_push_service_out_of_reach_leaves_one_button_that_mends(phones: Drawer, therapist: Therapist) -> None:
    phone = phones.chromium("Pixel 7", permissions=NOTIFY)
    walks.ready_phone(phone, therapist, "Thea")
    phone.go("/reminders")
    phone.see("Off on this phone")
    add_time(phone)
    phone.tap("Turn on reminders")  # this browser has no push service behind it
    phone.see("Reminders do not reach this phone", 20)
    phone.see("It did not work this time")
    assert phone.has("Mend it")
    phone.go("/today")
    phone.see("Reminders do not reach this phone", 20)
    assert phone.has("Mend it")


@pytest.mark.parametrize(
    ("model", "script", "words"),
    [
        ("iPhone 15", TAB_OF_AN_IPHONE, "First put Pith on your home screen"),
        ("Pixel 7", TAB_OF_AN_IPHONE, "This browser cannot show reminders"),
        ("Pixel 7", BLOCKED, "This phone blocks notes from Pith"),
    ],
    ids=["install-first", "unsupported", "denied"],
)
def test_where_no_push_can_come_other_ways_are_open(
    model: str, script: str, words: str, phones: Drawer, therapist: Therapist
) -> None:
    phone: ChromiumPhone = phones.chromium(model)
    phone.context.add_init_script(script)
    walks.ready_phone(phone, therapist, "Uma")
    phone.go("/reminders")
    phone.see(words)
    assert not phone.has("Turn on reminders")
    add_time(phone)
    phone.see("In your own calendar")
    assert axe.violations(phone) == []
    assert phone.faults == []


def test_webkit_outside_the_home_screen_says_so_and_keeps_her_times(phones: Drawer, therapist: Therapist) -> None:
    phone = phones.webkit()
    client_id = walks.ready_phone(phone, therapist, "Vito")
    phone.go("/reminders")
    phone.see("This browser cannot show reminders")
    assert not phone.has("Turn on reminders")
    add_time(phone)
    phone.see("All saved", 20)
    phone.see("In your own calendar")
    assert [slot["time"] for slot in reminders(therapist, client_id)["slots"]] == ["07:00"]
