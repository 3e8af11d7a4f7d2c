"""What a client sees of whether her reminders arrive, with a push service, the server's worker and a real service
worker between the phone and her screen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.e2e import axe, walks
from tests.e2e.api import Therapist
from tests.e2e.conftest import Drawer
from tests.e2e.push_server import push_phone
from tests.e2e.pushes import PushPhone, remind, soon_after
from tests.e2e.server import Server
from tests.fakes.push_service import PushService


@pytest.fixture
def pushes(phones: Drawer, server: Server, service: PushService) -> PushPhone:
    """Ada's phone with one time a day, on, and nothing sent yet."""
    made = push_phone(phones, service)
    phone = made.phone
    walks.ready_phone(phone, Therapist(server.origin).sign_up())
    phone.go("/reminders")
    phone.tap("Turn on reminders")
    phone.tap("Add a time")
    phone.tap("Save")
    phone.see("All saved", 20)
    phone.see("None has come yet", 20)
    return made


def test_one_that_is_sent_now_is_seen_to_arrive(pushes: PushPhone, server: Server, service: PushService) -> None:
    phone = pushes.phone
    phone.tap("Send me one now")
    pushes.eventually(lambda: service.taken or remind(server, service, datetime.now(UTC)), "one that was sent", 30)
    pushes.deliver_taken()
    phone.see("It arrived. Reminders work on this phone", 20)
    assert axe.violations(phone) == []


def test_one_that_is_refused_says_why_and_one_tap_mends_it(
    pushes: PushPhone, server: Server, service: PushService
) -> None:
    phone = pushes.phone
    service.answers("phone-1", 410)
    phone.tap("Send me one now")
    pushes.eventually(
        lambda: remind(server, service, datetime.now(UTC)) or phone.sees("did not arrive"), "its fate", 30
    )
    phone.see("This phone had let go of its link")
    phone.tap("Mend it")
    phone.see("Mended. Try one now", 20)
    pushes.eventually(lambda: pushes.ask("/reminders")["browsers"] == 1, "another subscription")


def test_the_last_one_is_proved_and_its_age_is_said_without_a_network(
    pushes: PushPhone, server: Server, service: PushService
) -> None:
    phone = pushes.phone
    remind(server, service, soon_after(pushes.ask("/reminders")["next_due_at"]))
    pushes.deliver_taken()
    pushes.eventually(lambda: pushes.ask("/reminders")["last"]["state"] == "shown", "the receipt")
    phone.reload()
    phone.see("Last reminder arrived today at", 20)
    assert not phone.sees("when there was a network")
    server.kill()
    phone.context.add_init_script("const wall = Date.now; Date.now = () => wall() + 120_000;")
    phone.reload()
    phone.see("Last reminder arrived")
    phone.see("when there was a network")


def test_later_asks_how_much_later_and_that_very_reminder_comes_again(
    pushes: PushPhone, server: Server, service: PushService
) -> None:
    phone = pushes.phone
    remind(server, service, soon_after(pushes.ask("/reminders")["next_due_at"]))
    told = service.taken[-1].payload["notification"]["data"]["id"]
    phone.go(f"/today?r={told}&later")
    phone.see("In 30 minutes")
    assert axe.violations(phone) == []
    phone.tap("In 30 minutes")
    phone.see("Good. It comes at")
    remind(server, service, datetime.now(UTC) + timedelta(minutes=31))
    assert service.taken[-1].payload["notification"]["data"]["kind"] == "snooze"


def test_she_may_put_it_off_before_it_comes(pushes: PushPhone, server: Server, service: PushService) -> None:
    phone = pushes.phone
    phone.go("/today")
    phone.tap("Remind me later", 20)
    phone.tap("In 1 hour")
    phone.see("Good. It comes at")
    remind(server, service, datetime.now(UTC) + timedelta(minutes=61))
    assert service.taken[-1].payload["notification"]["data"]["kind"] == "snooze"
    assert phone.faults == []
