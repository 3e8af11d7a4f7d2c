"""At home, alone: the safety questions, pictures, five minutes, how it is now, saved; only then a word of reminders."""

from __future__ import annotations

from tests.e2e import walks
from tests.e2e.api import Therapist
from tests.e2e.axe import violations
from tests.e2e.conftest import Drawer
from tests.e2e.phone import Phone
from tests.e2e.server import Server
from tests.e2e.stopwatch import Stopwatch
from tests.e2e.test_intake import ONE_TAP, fresh_phone, read_the_red_flags, tell_the_pain
from tests.e2e.test_reminders_phone import UNDECIDED

OFFER = "A reminder for next time?"
PICTURES = "return document.querySelectorAll('.pictogram svg, svg.pictogram').length"


def test_the_first_practice_at_home(phones: Drawer, server: Server, therapist: Therapist, stopwatch: Stopwatch) -> None:
    phone = phones.chromium()
    phone.context.add_init_script(UNDECIDED % "default")
    client_id = fresh_phone(phone, therapist)
    phone.taps = 0
    stopwatch.start()
    answer(phone)
    stopwatch.lap("the safety questions", phone.taps)
    phone.see("All saved", 20)
    assert not phone.sees(OFFER)
    assert phone.run(PICTURES) >= 1
    phone.taps = 0
    stopwatch.start()
    walks.begin(phone)
    assert phone.run(PICTURES) >= 1
    stopwatch.lap("start to first technique", phone.taps)
    walks.hurry(phone)
    phone.see("How is it now?", 60)
    assert not phone.sees(OFFER)
    phone.taps = 0
    stopwatch.start()
    walks.save(phone)
    stopwatch.lap("how it is now, saved", phone.taps)
    phone.see(OFFER)
    assert phone.run("return window.asked") == 0
    assert violations(phone) == []
    phone.see("Your therapist can read it now", 20)
    (log,) = therapist.logs(client_id, "session")
    assert (log["pain_before"], log["pain_after"], log["status"]) == (5, 3, "complete")
    assert phone.faults == []


def answer(phone: Phone) -> None:
    phone.tap("Answer the questions")
    tell_the_pain(phone)
    read_the_red_flags(phone)
    for number, said in ONE_TAP.items():
        phone.see(f"{number} of 24")
        phone.tap(said)
    phone.see("Your program is open")
    phone.tap("Later")
    phone.arrive("/today")
