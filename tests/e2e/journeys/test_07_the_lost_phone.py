"""A phone is lost: closed from the desk; a new one has everything, and nothing of hers was readable on the way."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from tests.e2e import walks
from tests.e2e.api import ZONE, Therapist, today_here
from tests.e2e.conftest import Drawer
from tests.e2e.phone import Phone
from tests.e2e.push_server import push_phone
from tests.e2e.pushes import remind, soon_after
from tests.e2e.server import Server
from tests.e2e.stopwatch import Stopwatch
from tests.fakes.push_service import PushService

NAME = "Zita Quell"
WORD = "left-shoulder-secret"
DATABASES = "return (await indexedDB.databases()).filter(({ name }) => name.startsWith('pith-')).length"


def test_the_lost_phone(
    phones: Drawer, server: Server, service: PushService, therapist: Therapist, stopwatch: Stopwatch
) -> None:
    pushes = push_phone(phones, service)
    lost = pushes.phone
    client_id = walks.ready_phone(lost, therapist, NAME)
    practised(lost)
    lost.go("/reminders")
    lost.tap("Turn on reminders")
    lost.tap("Add a time")
    lost.tap("Save")
    lost.see("All saved", 20)
    pushes.eventually(lambda: pushes.ask("/reminders")["next_due_at"], "a time that is due")
    due = soon_after(pushes.ask("/reminders")["next_due_at"])
    if due.astimezone(ZoneInfo(ZONE)).date() == today_here():  # she has practised: none comes before tomorrow
        remind(server, service, due)
        assert service.taken == []
        due += timedelta(days=1)
    remind(server, service, due)
    nothing_of_hers_was_readable(server, service)

    stopwatch.start()
    link = closed_and_invited(phones, therapist, client_id)
    found = phones.chromium("Pixel 7")
    walks.join(found, link)
    stopwatch.lap("from the desk to a new phone with everything")
    found.go("/history")
    found.see("Pain before 5, after 3")
    found.see(WORD)
    found.go("/reminders")
    found.see("Every day")
    found.go("/today")
    found.see("All done for today")

    lost.go("/today")
    lost.see("This phone was closed", 20)
    assert lost.run(DATABASES) == 0
    assert not lost.sees(NAME)


def practised(phone: Phone) -> None:
    walks.practise(phone)
    phone.tap("3")
    phone.write("A word for your therapist", WORD)
    phone.tap("Save")
    phone.see("Your therapist can read it now", 20)


def closed_and_invited(phones: Drawer, therapist: Therapist, client_id: str) -> str:
    """The therapist closes the phone at her desk and shows a new code; the link that it holds."""
    desk = phones.desk(therapist)
    desk.go(f"/desk/clients/{client_id}")
    desk.see(NAME)
    desk.tap("Lost phone")
    desk.tap("Close this phone")
    desk.see("Closed. Hand over again")
    return therapist.invite(client_id)


def nothing_of_hers_was_readable(server: Server, service: PushService) -> None:
    (taken,) = service.taken
    for where in (server.words(), str(taken.headers), taken.plain.decode()):
        assert NAME not in where
        assert WORD not in where
