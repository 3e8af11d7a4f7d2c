"""The loop, end to end in both engines: assign, join, practise with the server dead, report once."""

from __future__ import annotations

from tests.e2e import walks
from tests.e2e.api import Therapist
from tests.e2e.conftest import BOTH, Drawer
from tests.e2e.server import Server


@BOTH
def test_a_session_with_the_server_dead_reaches_the_therapist_once(
    engine: str, phones: Drawer, server: Server, therapist: Therapist
) -> None:
    phone = phones.any(engine)
    client_id = walks.ready_phone(phone, therapist, items=walks.TWO)
    server.kill()
    phone.reload()
    walks.practise(phone)
    walks.save(phone)
    phone.tap("Back to today")
    phone.see("2 not sent yet")
    server.start()
    phone.reload()
    phone.see("All saved", 20)
    (log,) = therapist.logs(client_id, "session")
    assert (log["pain_before"], log["pain_after"], log["status"]) == (5, 3, "complete")
    assert {item["outcome"] for item in log["items"]} == {"done"}
    phone.reload()
    phone.see("All saved", 20)
    assert len(therapist.logs(client_id, "session")) == 1


@BOTH
def test_joining_by_link_takes_one_tap_and_the_link_works_once(
    engine: str, phones: Drawer, therapist: Therapist
) -> None:
    client_id = walks.add_client(therapist, "Ida")
    link = therapist.invite(client_id)
    phone = phones.any(engine)
    walks.join(phone, link)
    assert phone.taps == 1
    phone.see("Ida")
    assert "#" not in phone.run("return location.href")
    other = phones.chromium("Pixel 7")
    other.go(link)
    other.tap("Start")
    other.see("This link has been used")
