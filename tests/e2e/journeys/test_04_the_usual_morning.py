"""07:00, one quiet notification. Tap, two check questions, eyes closed until the end; pain after, one word; saved."""

from __future__ import annotations

from tests.e2e import walks
from tests.e2e.api import ZONE, Therapist
from tests.e2e.conftest import Drawer
from tests.e2e.phone import Phone
from tests.e2e.push_server import push_phone
from tests.e2e.pushes import PushPhone, remind, soon_after
from tests.e2e.server import Server
from tests.e2e.stopwatch import Stopwatch
from tests.fakes.push_service import PushService

AT_SEVEN = {
    "timezone": ZONE,
    "follows_phone": False,
    "slots": [{"time": "07:00", "days": [0, 1, 2, 3, 4, 5, 6], "enabled": True}],
}
WORD = "softer"


def test_the_usual_morning(
    phones: Drawer, server: Server, service: PushService, therapist: Therapist, stopwatch: Stopwatch
) -> None:
    pushes = push_phone(phones, service)
    phone = pushes.phone
    client_id = walks.ready_phone(phone, therapist, items=walks.TWO)
    reminded(pushes, server, service)
    phone.taps = 0
    stopwatch.start()
    assert pushes.tap() == []
    phone.arrive("/today")
    walks.begin(phone)
    assert stopwatch.lap("notification to first technique", 1 + phone.taps) < 30
    walks.hurry(phone)
    phone.see("How is it now?", 60)
    phone.taps = 0
    stopwatch.start()
    phone.tap("3")
    phone.write("A word for your therapist", WORD)
    phone.tap("Save")
    phone.see("Saved")
    stopwatch.lap(f"pain after, one word of {len(WORD)} letters, saved", phone.taps)
    phone.tap("Back to today")
    phone.see("All done for today")
    phone.see("All saved", 20)
    (log,) = therapist.logs(client_id, "session")
    assert (log["pain_before"], log["pain_after"], log["word"], log["shortened"]) == (5, 3, WORD, False)
    twice_is_extra(phone, therapist, client_id)
    assert phone.faults == []


def reminded(pushes: PushPhone, server: Server, service: PushService) -> None:
    """One notification at seven, and one only."""
    pushes.phone.go("/reminders")
    pushes.phone.tap("Turn on reminders")
    pushes.eventually(lambda: pushes.ask("/reminders")["browsers"] == 1, "a browser that takes pushes")
    at = soon_after(pushes.ask("/reminders", "PUT", AT_SEVEN)["next_due_at"])
    remind(server, service, at)
    remind(server, service, at)
    assert len(service.taken) == 1
    pushes.deliver_taken()
    (shown,) = pushes.shown()
    assert shown["title"] == "Time for your 5 minutes"


def twice_is_extra(phone: Phone, therapist: Therapist, client_id: str) -> None:
    """In the evening again: told, and owed by nobody."""

    def kept() -> dict[str, int]:
        (row,) = [row for row in therapist.call("GET", "/api/v1/clients")["clients"] if row["id"] == client_id]
        found: dict[str, int] = row["days_kept_14"]
        return found

    once = kept()
    phone.reload()
    walks.practise(phone, "Once more", within_s=60)
    walks.save(phone)
    phone.see("Your therapist can read it now", 20)
    assert len(therapist.logs(client_id, "session")) == 2
    assert kept() == once == {"kept": 1, "prescribed": 1}
