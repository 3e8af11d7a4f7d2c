"""The client scans the code beside her therapist, and the first technique plays; the reminder is set and tested
together."""

from __future__ import annotations

from tests.e2e import walks
from tests.e2e.api import Therapist
from tests.e2e.chromium import ChromiumPhone
from tests.e2e.conftest import Drawer
from tests.e2e.push_server import push_phone
from tests.e2e.pushes import PushPhone, remind
from tests.e2e.server import Server
from tests.e2e.stopwatch import Stopwatch
from tests.fakes.push_service import PushService


def test_the_hand_over_in_the_room(
    phones: Drawer, server: Server, service: PushService, therapist: Therapist, stopwatch: Stopwatch
) -> None:
    client_id = walks.add_client(therapist, "Una", walks.TWO)
    desk = phones.desk(therapist)
    pushes = push_phone(phones, service)
    link = code_of(desk, client_id)
    phone = pushes.phone
    stopwatch.start()
    walks.join(phone, link)
    walks.begin(phone)
    stopwatch.lap("scan to first technique", phone.taps)
    phone.see("breathe", 60)
    assert stopwatch.lap("scan to first hold", phone.taps) < 60
    assert phone.taps <= 4
    desk.tap("Close")
    stopwatch.start()
    remind_together(desk, pushes, server, service, client_id)
    stopwatch.lap("reminder set together, tested, and seen to arrive")
    assert phone.faults == desk.faults == []


def code_of(desk: ChromiumPhone, client_id: str) -> str:
    """No password and no store: the link that the code on the screen holds."""
    desk.go(f"/desk/clients/{client_id}")
    desk.tap("Hand over")
    desk.see("Works once, until")
    return str(desk.run("return [...document.body.innerText.matchAll(/http\\S+\\/join\\?\\S+/g)][0][0]"))


def remind_together(
    desk: ChromiumPhone, pushes: PushPhone, server: Server, service: PushService, client_id: str
) -> None:
    desk.tap("Set reminders together")
    desk.tap("Add a time")
    desk.write("Time 1", "06:45")
    desk.tap("Save times")
    desk.see("No phone takes reminders")
    pushes.phone.go("/reminders")
    pushes.phone.see("6:45")
    pushes.eventually(lambda: pushes.ask("/reminders")["browsers"] == 1, "a browser that takes pushes")
    desk.go(f"/desk/clients/{client_id}")
    desk.see("Ready. Nothing was due since the phone takes reminders.")
    with desk.page.expect_response("**/push/test"):
        desk.tap("Send a test")
    remind(server, service)
    pushes.deliver_taken()
    desk.see("The phone showed it.", 30)
