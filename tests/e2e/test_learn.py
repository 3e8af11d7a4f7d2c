"""The cards to read: all of them without a network, and the way there and back from the middle of a practice."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Playwright

from tests.e2e import chromium, walks
from tests.e2e.api import CALL, Therapist
from tests.e2e.conftest import BOTH, Drawer
from tests.e2e.server import Server

# What each card is called in the list, and words that stand only on it.
CARDS = {
    "What fascia is": "Think of an orange",
    "Lean in, or ease off": "Nothing presses",
    "Hands-on and at home": "That can get strong fast",
    "How much is enough": "Harder is not better",
    "What you may feel": "When feelings come up",
    "When to stop": "Take the tool away",
    "Where not to press": "The bones of the spine",
    "The next 2 days": "water and a gentle walk",
    "Tools, and what will do": "rolling pin",
    "Common questions": "Who pays?",
    "Pregnant, or after surgery": "Ask your surgeon first",
    "Finding a therapist": "Ask before you book",
    "Warning signs": "works with great force",
}


def test_every_card_opens_on_a_phone_that_starts_cold_while_the_server_is_dead(
    playwright: Playwright, server: Server, therapist: Therapist, tmp_path: Path
) -> None:
    profile = tmp_path / "profile"
    with chromium.durable(playwright, profile, server.origin) as phone:
        walks.ready_phone(phone, therapist, "Liv")
    server.kill()
    with chromium.durable(playwright, profile, server.origin) as phone:
        phone.context.set_offline(True)
        phone.go("/learn")
        for title, words in CARDS.items():
            phone.tap(title)
            phone.see(words)
            phone.tap("All cards")
            phone.see("Get to know it")
        phone.go("/learn/stop")
        phone.see("Call for help now")
        assert phone.has(CALL)
        assert phone.faults == []


@BOTH
def test_a_card_can_be_reached_without_the_server(
    engine: str, phones: Drawer, server: Server, therapist: Therapist
) -> None:
    phone = phones.any(engine)
    walks.ready_phone(phone, therapist, "Ina")
    server.kill()
    phone.reload()
    phone.tap("Good to know")
    phone.arrive("/learn")
    phone.tap("The next 2 days")
    phone.see("as after sport")
    phone.tap("Next: Tools, and what will do")
    phone.see("rolling pin")


def test_who_looks_up_when_to_stop_finds_the_way_back_to_the_practice(phones: Drawer, therapist: Therapist) -> None:
    phone = phones.chromium()
    walks.ready_phone(phone, therapist, "Eva")
    walks.begin(phone)
    phone.tap("This hurts")
    phone.tap("Just too much")
    phone.see("Noted on this phone")
    phone.tap("When to stop")
    phone.see("Call for help now")
    phone.tap("Back to your practice")
    phone.arrive("/practice")
    phone.see("This hurts")
