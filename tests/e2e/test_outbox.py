"""What was saved stays saved and arrives once: dead browsers, false answers, other people's links, closed places."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Playwright

from tests.e2e import between as nets
from tests.e2e import chromium, walks
from tests.e2e.api import Therapist
from tests.e2e.between import Answer, Between
from tests.e2e.conftest import BOTH, Drawer
from tests.e2e.server import Server

DATABASES = "return (await indexedDB.databases()).map((d) => d.name).filter((n) => n.startsWith('pith-')).length"


def test_a_browser_killed_right_after_saved_loses_nothing(
    playwright: Playwright, server: Server, therapist: Therapist, tmp_path: Path
) -> None:
    profile = tmp_path / "profile"
    with chromium.durable(playwright, profile, server.origin) as phone:
        # Chromium writes a fresh cookie to its disk only after half a minute or at its end: joining was yesterday.
        client_id = walks.ready_phone(phone, therapist, "Pia")
    with chromium.durable(playwright, profile, server.origin) as phone:
        phone.go("/today")
        server.kill()
        walks.practise(phone)
        walks.save(phone)
        chromium.kill(profile)
    with chromium.durable(playwright, profile, server.origin) as phone:
        phone.go("/today")
        phone.see("2 not sent yet")
        assert not phone.has("Finish your notes")
        server.start()
        phone.see("All saved", 40)
        (log,) = therapist.logs(client_id, "session")
        assert (log["status"], log["pain_after"]) == ("complete", 3)
        phone.reload()
        phone.see("All saved", 20)
        assert len(therapist.logs(client_id, "session")) == 1


def test_the_unsent_count_is_true(phones: Drawer, therapist: Therapist) -> None:
    phone = phones.chromium()
    client_id = walks.ready_phone(phone, therapist, "Rut")
    phone.context.set_offline(True)
    for count in (1, 2, 3):
        phone.go("/today")
        walks.practise(phone, "Start" if count == 1 else "Once more")
        walks.save(phone)
        phone.tap("Back to today")
        # Each time what was told before it, and the practice.
        phone.see(f"{2 * count} not sent yet")
        assert therapist.logs(client_id, "session") == []
    phone.context.set_offline(False)
    phone.see("All saved", 40)
    assert len(therapist.logs(client_id, "session")) == 3


@BOTH
def test_a_hotel_network_takes_nothing_away(
    engine: str, phones: Drawer, therapist: Therapist, between: Between
) -> None:
    phones.origin = between.origin
    phone = phones.any(engine)
    client_id = walks.add_client(therapist, "Sol")
    walks.join(phone, between.through(therapist.invite(client_id)))
    phone.see("All saved")
    phone.offline_ready()
    between.meddle = nets.captive
    walks.practise(phone)
    walks.save(phone)
    phone.tap("Back to today")
    phone.see("2 not sent yet")
    phone.reload()
    phone.see("2 not sent yet")
    assert therapist.logs(client_id, "session") == []
    between.meddle = nets.untouched
    phone.reload()
    phone.see("All saved", 40)
    assert len(therapist.logs(client_id, "session")) == 1


def test_a_closed_place_wipes_only_when_its_own_answer_says_so(
    phones: Drawer, therapist: Therapist, between: Between
) -> None:
    phones.origin = between.origin
    phone = phones.chromium()
    client_id = walks.add_client(therapist, "Tea")
    walks.join(phone, between.through(therapist.invite(client_id)))
    phone.see("All saved")
    between.meddle = wiping(b'{"code": "client_revoked", "wipe": true, "client_id": "x", "practice_id": "y"}')
    phone.reload()
    phone.see("Tea")
    between.meddle = wiping(b"<h1>410 Gone</h1>", "text/html")
    phone.reload()
    phone.see("Tea")
    assert phone.run(DATABASES) == 1
    between.meddle = nets.untouched
    therapist.revoke_devices(client_id)
    phone.reload()
    phone.see("This phone was closed", 20)
    assert not phone.sees("Tea")
    assert phone.run(DATABASES) == 0


@BOTH
def test_signing_in_as_somebody_else_mixes_nothing(engine: str, phones: Drawer, therapist: Therapist) -> None:
    phone = phones.any(engine)
    first = walks.ready_phone(phone, therapist, "Uta")
    second = walks.add_client(therapist, "Wim")
    link = therapist.invite(second)
    phone.run("window.realFetch = window.fetch; window.fetch = () => Promise.reject(new TypeError('no network'))")
    walks.practise(phone)
    walks.save(phone)
    phone.go(link)
    phone.see("already belongs to Uta")
    assert not phone.sees("Wim")
    phone.tap("Back to my program")
    phone.see("All saved", 40)
    assert len(therapist.logs(first, "session")) == 1
    assert therapist.logs(second) == []


@BOTH
def test_a_hand_over_code_brings_the_installed_app_in(engine: str, phones: Drawer, therapist: Therapist) -> None:
    phone = phones.any(engine)
    walks.ready_phone(phone, therapist, "Ylva")
    phone.go("/me")
    phone.tap("Use it in the app")
    phone.see("Good until")
    code = str(
        phone.run("return document.body.innerText.match(/\\b[0-9A-HJKMNP-TV-Z]{5}[ -]?[0-9A-HJKMNP-TV-Z]{5}\\b/)[0]")
    )
    app = phones.chromium("Pixel 7")
    app.go("/")
    app.tap("I have a code")
    app.write("Your code", code.lower())
    app.tap("Open my program")
    app.arrive("/today")
    app.see("Ylva")
    third = phones.chromium("Pixel 7")
    third.go("/join")
    third.write("Your code", code)
    third.tap("Open my program")
    third.see("This code does not fit")


def test_a_lost_phone_is_closed_and_a_new_one_has_the_history(phones: Drawer, therapist: Therapist) -> None:
    lost = phones.chromium()
    client_id = walks.ready_phone(lost, therapist, "Zita")
    walks.practise(lost)
    walks.save(lost)
    lost.see("Your therapist can read it now", 20)
    therapist.revoke_devices(client_id)
    found = phones.chromium("Pixel 7")
    walks.join(found, therapist.invite(client_id))
    found.go("/history")
    found.see("Pain before 5, after 3")
    lost.go("/today")
    lost.see("This phone was closed", 20)


def test_signing_out_with_an_unsent_log_warns_and_wipes(phones: Drawer, therapist: Therapist) -> None:
    phone = phones.chromium()
    walks.ready_phone(phone, therapist, "Xenia")
    phone.context.set_offline(True)
    walks.practise(phone)
    walks.save(phone)
    phone.go("/me")
    phone.tap("Sign out")
    phone.tap("Sign out")
    phone.see("not been sent. If you sign out now")
    assert phone.run(DATABASES) == 1
    phone.tap("Sign out and lose them")
    phone.see("I have a code", 20)
    assert phone.run(DATABASES) == 0
    assert not phone.sees("Xenia")


def wiping(body: bytes, kind: str = "application/json") -> Callable[[str, str, Callable[[], Answer]], Answer]:
    def meddle(method: str, path: str, ask: Callable[[], Answer]) -> Answer:
        return Answer(410, [("Content-Type", kind)], body) if path.startswith("/api/v1/sync") else ask()

    return meddle
