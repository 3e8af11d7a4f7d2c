"""How it goes overall: asked at the start and four weeks on, answered without a network, read against the start."""

from __future__ import annotations

from tests.e2e import walks
from tests.e2e.api import Therapist
from tests.e2e.axe import violations
from tests.e2e.conftest import BOTH, Drawer
from tests.e2e.phone import Phone
from tests.e2e.server import Server

ORDER = ["pain_avg", "psfs", "groc"]
ROW = "How is it going overall?"
# The calendar of this page goes on; whoever looks at the app again sees the day that it is then.
LATER = """
const wall = Date.now.bind(Date);
Date.now = () => wall() + arguments_days * 86_400_000;
document.dispatchEvent(new Event('visibilitychange'));
"""


def answer_at_the_start(phone: Phone) -> None:
    phone.see("2 questions, one minute")
    phone.tap("Answer")
    phone.see("1 of 2")
    assert violations(phone) == []
    phone.tap("6")
    phone.tap("Next")
    phone.see("2 of 2")
    phone.write("What would you like to do again?", "Climb the stairs")
    phone.tap("3")
    phone.tap("Next")
    phone.see("Thank you")
    phone.tap("To today")
    phone.arrive("/today")


def answer_four_weeks_on(phone: Phone) -> None:
    phone.run(LATER.replace("arguments_days", "28"))
    phone.tap("Me")
    phone.tap("3 questions, one minute")
    phone.see("1 of 3")
    phone.tap("4")
    phone.tap("Next")
    phone.see("2 of 3")
    phone.see("Climb the stairs")
    phone.tap("6")
    phone.tap("Next")
    phone.see("3 of 3")
    assert violations(phone) == []
    phone.tap("+3, better")
    phone.tap("Next")
    phone.see("Thank you")


def sends(phone: Phone, server: Server) -> None:
    server.start()
    phone.go("/today")
    phone.see("All saved", 20)


@BOTH
def test_measures_are_answered_without_a_network_and_change_is_said_at_the_desk(
    engine: str, phones: Drawer, server: Server, therapist: Therapist
) -> None:
    phone = phones.any(engine)
    client_id = walks.ready_phone(phone, therapist, "Ida")
    phone.see(ROW)
    server.kill()
    answer_at_the_start(phone)
    assert not phone.sees(ROW)
    sends(phone, server)
    assert told(therapist, client_id) == [("pain_avg", {"avg": 6}), ("psfs", {"Climb the stairs": 3})]
    desk = phones.desk(therapist)
    desk.go(f"/desk/clients/{client_id}")
    desk.see("The next one shows the change.")
    server.kill()
    answer_four_weeks_on(phone)
    sends(phone, server)
    assert told(therapist, client_id)[2:] == [
        ("pain_avg", {"avg": 4}),
        ("psfs", {"Climb the stairs": 6}),
        ("groc", {"change": 3}),
    ]
    desk.go(f"/desk/clients/{client_id}")
    desk.see("−2. Likely a real change, not proof.")
    desk.see("+3. A large change.")
    assert violations(desk) == []


def told(therapist: Therapist, client_id: str) -> list[tuple[str, dict[str, int]]]:
    """Oldest first, and what was told on one day in the order in which it was asked."""
    file = therapist.call("GET", f"/api/v1/clients/{client_id}/measures")
    found = sorted(file["readings"], key=lambda one: (one["on"], ORDER.index(one["measure_id"])))
    # Goals that were named are an answer of the intake too, of the same day and with the same scores.
    return [(one["measure_id"], one["values"]) for at, one in enumerate(found) if one not in found[:at]]
