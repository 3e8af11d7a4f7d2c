"""The phone's system has dropped its subscription. The desk says since when; the app mends it on its next open."""

from __future__ import annotations

from datetime import timedelta

from tests.e2e import walks
from tests.e2e.api import Therapist
from tests.e2e.conftest import Drawer
from tests.e2e.push_server import push_phone
from tests.e2e.pushes import PushPhone, remind, soon_after
from tests.e2e.server import Server
from tests.e2e.stopwatch import Stopwatch
from tests.fakes.push_service import PushService

# What iOS does when it clears up: the subscription is gone from the browser as well.
DROPPED = "localStorage.removeItem('push-of-the-test')"


def test_the_silent_reminder(
    phones: Drawer, server: Server, service: PushService, therapist: Therapist, stopwatch: Stopwatch
) -> None:
    pushes = push_phone(phones, service)
    phone = pushes.phone
    walks.ready_phone(phone, therapist)
    phone.go("/reminders")
    phone.tap("Turn on reminders")
    phone.tap("Add a time")
    phone.tap("Save")
    phone.see("All saved", 20)
    due = soon_after(reminders(pushes)["next_due_at"])
    remind(server, service, due)
    assert reminders(pushes)["last"]["state"] == "accepted"

    service.answers("phone-1", 410)
    phone.run(DROPPED)
    phone.context.set_offline(True)
    remind(server, service, due + timedelta(days=1))
    desk = phones.desk(therapist)
    desk.go("/desk")
    desk.see("Reminders not working since")

    stopwatch.start()
    phone.context.set_offline(False)
    phone.go("/today")
    pushes.eventually(lambda: reminders(pushes)["browsers"] == 1, "another subscription")
    stopwatch.lap("mended by opening the app", 0)
    assert pushes.made == ["phone-1", "phone-2"]
    remind(server, service, due + timedelta(days=2))
    assert service.taken[-1].path == "/push/phone-2"
    pushes.deliver_taken()
    pushes.eventually(lambda: reminders(pushes)["last"]["state"] == "shown", "the proof")
    # The inbox looks once an hour.
    remind(server, service, due + timedelta(days=2, hours=1))
    desk.go("/desk")
    desk.see("Nobody needs you now.", 20)
    assert not desk.sees("Reminders not working")


def reminders(pushes: PushPhone) -> dict[str, object]:
    found: dict[str, object] = pushes.ask("/reminders")
    return found
