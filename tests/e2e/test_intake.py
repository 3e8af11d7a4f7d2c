"""The questions before the first practice: on the client's own phone, without a network, begun and gone on with."""

from __future__ import annotations

import time
from typing import Any

from tests.e2e import walks
from tests.e2e.api import Therapist
from tests.e2e.axe import violations
from tests.e2e.conftest import BOTH, Drawer
from tests.e2e.phone import Phone
from tests.e2e.server import Server

# Of 24 questions, what a healthy person who takes blood thinners says to those after the pain; one tap each.
ONE_TAP = {
    6: "None of these",
    7: "No",
    8: "No",
    9: "No",
    10: "No",
    11: "No",
    12: "Yes",  # blood thinners
    13: "No",
    14: "No",
    15: "No",
    16: "No",
    17: "No",
    18: "None of these",
    19: "None of these",
    20: "None of these",
    21: "None of these",
    22: "None of these",
    23: "None of these",
    24: "All of it is fine",
}
MIDDLE = 15


def fresh_phone(phone: Phone, therapist: Therapist) -> str:
    """A client with a program whom nobody has screened, on her phone."""
    client_id = therapist.add_client("Nora")
    therapist.assign(client_id, walks.ONE)
    walks.join(phone, therapist.invite(client_id))
    phone.see("All saved")
    phone.offline_ready()
    phone.keeps_words_of("en")
    return client_id


def tell_the_pain(phone: Phone) -> None:
    phone.see("1 of 24")
    phone.write("Years", "44")
    phone.tap("Next")
    phone.see("2 of 24")
    phone.tap("From a list")
    phone.tap("Left knee")
    phone.tap("Close")
    phone.tap("Next")
    phone.see("3 of 24")
    phone.tap("4")
    phone.see("4 of 24")
    phone.tap("Over 3 months")


def read_the_red_flags(phone: Phone) -> None:
    phone.see("5 of 24")
    phone.tap("None of these")
    phone.see("5 of 24")  # this one alone wants to be confirmed
    phone.tap("Next")


def focus_moves_to_the_heading(phone: Phone) -> bool:
    """A screen reader reads on from there; the focus follows the picture by a frame."""
    for _ in range(20):
        if phone.run("return document.activeElement?.tagName === 'H1'"):
            return True
        time.sleep(0.05)
    return False


@BOTH
def test_a_fresh_client_answers_without_a_network_and_opens_her_program(
    engine: str, phones: Drawer, server: Server, therapist: Therapist
) -> None:
    phone = phones.any(engine)
    client_id = fresh_phone(phone, therapist)
    assert not phone.has("Start")
    server.kill()
    before, began = phone.taps, time.monotonic()
    phone.tap("Answer the questions")
    tell_the_pain(phone)
    read_the_red_flags(phone)
    for number, answer in ONE_TAP.items():
        phone.see(f"{number} of 24")
        assert focus_moves_to_the_heading(phone)
        if number == MIDDLE:
            phone.reload()
            phone.see(f"{number} of 24")
        phone.tap(answer)
    phone.see("Your program is open")
    print(f"{engine}: {phone.taps - before} taps and 2 digits, {time.monotonic() - began:.0f} s")
    assert violations(phone) == []
    phone.tap("Later")
    phone.arrive("/today")
    phone.see("not sent yet")
    assert phone.has("Start")
    server.start()
    phone.reload()
    phone.see("All saved", 20)
    assert_the_practice_knows(therapist, client_id)


def assert_the_practice_knows(therapist: Therapist, client_id: str) -> None:
    intake: dict[str, Any] = therapist.call("GET", f"/api/v1/clients/{client_id}/intake")
    answers = {one["question_id"]: one["answer"] for one in intake["answers"]}
    assert intake["open"]
    assert answers["q01"] == 44
    assert answers["q02"] == [{"region": "knee", "side": "left"}]
    assert answers["q05"] == ["none"]
    assert answers["q15"] == {"chosen": "no", "entries": []}
    assert len(therapist.logs(client_id, "intake")) == len(answers) == 24
    flags = therapist.call("GET", f"/api/v1/clients/{client_id}/flags")
    assert [flag["flag_id"] for flag in flags["flags"]] == ["blood_thinners"]
