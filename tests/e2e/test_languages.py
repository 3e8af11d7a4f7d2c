"""A client reads in her own language: from the first page on, when her therapist chooses, and when she does herself."""

from __future__ import annotations

from tests.e2e import walks
from tests.e2e.api import Therapist
from tests.e2e.conftest import BOTH, Drawer
from tests.e2e.phone import Phone
from tests.e2e.server import Server

CHOOSE = """
const [language] = arguments, list = document.querySelector('select[name=language]');
list.value = language;
list.dispatchEvent(new Event('change', { bubbles: true }));
"""
SPEAKS = "return document.documentElement.lang"


def speak(therapist: Therapist, client_id: str, language: str) -> None:
    therapist.call("PATCH", f"/api/v1/clients/{client_id}", {"language": language})


def choose(phone: Phone, language: str) -> None:
    """On her own page; the page opens again in it."""
    phone.run(CHOOSE, language)


@BOTH
def test_the_link_of_a_german_client_opens_in_german_on_any_phone(
    engine: str, phones: Drawer, therapist: Therapist
) -> None:
    client_id = walks.add_client(therapist, "Ute")
    speak(therapist, client_id, "de")
    phone = phones.any(engine)
    phone.go(therapist.invite(client_id))
    phone.see("Dein Programm für zu Hause")
    assert phone.run(SPEAKS) == "de"
    phone.tap("Start")
    phone.arrive("/today")
    phone.see("Kopfhaut")
    phone.see("Alles gespeichert")


@BOTH
def test_a_client_turns_to_her_language_and_has_it_without_a_network_from_then_on(
    engine: str, phones: Drawer, server: Server, therapist: Therapist
) -> None:
    phone = phones.any(engine)
    client_id = walks.ready_phone(phone, therapist, "Ina")
    phone.go("/me")
    phone.see("Pith and your program speak")
    choose(phone, "de")
    phone.see("Pith und dein Programm sprechen")
    phone.go("/today")
    phone.see("Kopfhaut", 60)
    assert therapist.call("GET", f"/api/v1/clients/{client_id}")["language"] == "de"
    server.kill()
    phone.reload()
    phone.see("Kopfhaut")
    phone.tap("Start")
    phone.see("Bevor du beginnst")
    phone.go("/learn")
    phone.see("Gut zu wissen")


def test_a_language_that_is_not_on_the_phone_needs_the_network_and_the_phone_says_so(
    phones: Drawer, server: Server, therapist: Therapist
) -> None:
    phone = phones.chromium()
    walks.ready_phone(phone, therapist, "Una")
    phone.go("/me")
    phone.see("Pith and your program speak")
    server.kill()
    choose(phone, "de")
    phone.see("This language is not on this phone yet")
    phone.reload()
    phone.see("Pith and your program speak")


def test_a_phone_turns_when_the_therapist_chooses_another_language(
    phones: Drawer, server: Server, therapist: Therapist
) -> None:
    phone = phones.chromium()
    client_id = walks.ready_phone(phone, therapist, "Elsa")
    speak(therapist, client_id, "de")
    phone.reload()
    phone.see("Alles gespeichert", 20)
    phone.see("Kopfhaut")
    phone.keeps_words_of("de")
    server.kill()
    phone.go("/learn")
    phone.see("Gut zu wissen")


def test_a_therapist_reads_the_whole_desk_in_her_language(phones: Drawer, therapist: Therapist) -> None:
    client_id = walks.add_client(therapist, "Mia")
    desk = phones.desk(therapist)
    desk.go("/desk/practice")
    desk.see("Your language")
    desk.run(CHOOSE.replace("name=language", "name=own-language"), "de")
    desk.see("Ihre Sprache")
    desk.go(f"/desk/clients/{client_id}")
    desk.see("Kopfhaut")
    desk.see("Programm anpassen")
    therapist.call("PATCH", "/api/v1/me", {"language": "en"})
