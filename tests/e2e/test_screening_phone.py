"""Safe for this person, on her phone and without a server: a warning sign pauses everything, and days move flags on."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.e2e import walks
from tests.e2e.api import Therapist, today_here
from tests.e2e.conftest import BOTH, Drawer
from tests.e2e.phone import Phone
from tests.e2e.server import Server

WHY = "Seen by her doctor, no clot."
# The phone's clock goes on by whole days; a person looks at it again.
LATER = """
const wall = Date.now.bind(Date), ahead = arguments[0] * 86400000;
Date.now = () => wall() + ahead;
document.dispatchEvent(new Event('visibilitychange'));
"""


@BOTH
def test_a_swollen_calf_told_in_flight_mode_pauses_everything_until_the_therapist_lifts_it(
    engine: str, phones: Drawer, server: Server, therapist: Therapist
) -> None:
    phone = phones.any(engine)
    name = f"Ines {engine}"
    client_id = walks.ready_phone(phone, therapist, name, items=walks.TWO)
    server.kill()
    phone.reload()
    phone.tap("Start")
    phone.tap("Something is different today")
    phone.keep_tapping("Something on the warning list", until="Which one is it?")
    phone.tap("One calf or leg newly swollen, warm, red or tender")
    phone.tap("Tell this and pause everything")
    sees_the_lock(phone)
    phone.see("Vera Holm has NOT been told yet")
    phone.go("/practice")
    phone.arrive("/today")
    phone.reload()
    sees_the_lock(phone)
    server.start()
    phone.reload()
    phone.see("Vera Holm was told", 20)
    sees_the_lock(phone)
    assert name in urgent_at_the_desk(phones, therapist)
    (raised,) = [one for one in flags(therapist, client_id) if one["red"]]
    lift = {"act": "lift", "flag_id": raised["flag_id"], "lifts": raised["id"], "reason": WHY}
    therapist.call("POST", f"/api/v1/clients/{client_id}/flags", lift)
    phone.reload()
    phone.tap("Start", 20)
    phone.see("Before you start")


@BOTH
def test_a_surgery_moves_on_by_its_date_on_a_phone_without_a_network(
    engine: str, phones: Drawer, server: Server, therapist: Therapist
) -> None:
    phone = phones.any(engine)
    client_id = therapist.add_client(f"Olga {engine}")
    therapist.clear(client_id)
    today = today_here()
    head = [{"region": "head", "side": "left"}]
    # Tomorrow is day 42: the weeks 6 to 8 begin, for which nobody has agreed to anything yet.
    surgery = {"act": "raise", "flag_id": "surgery_1_6w", "sites": head, "since": str(today - timedelta(41))}
    therapist.call("POST", f"/api/v1/clients/{client_id}/flags", surgery)
    agreed = {"role": "surgeon", "reason": "The surgeon agreed on the phone.", "cleared_on": str(today)}
    glide, foot = walks.TWO
    therapist.assign(client_id, [{**glide, "overrides": [agreed]}, foot])
    walks.join(phone, therapist.invite(client_id))
    phone.see("All saved")
    phone.offline_ready()
    phone.see("Scalp glide")
    assert not phone.sees("Scalp glide: not today")
    server.kill()
    phone.run(LATER, 1)
    phone.see("Scalp glide: not today")
    phone.see("Vera Holm noted: Surgery")
    phone.tap("Start")
    phone.see("1 technique")


def sees_the_lock(phone: Phone) -> None:
    """The action and the number first, and no way to begin anything."""
    phone.see("One calf or leg newly swollen, warm, red or tender")
    phone.see("Everything is paused")
    title = str(phone.run("return document.querySelector('h1').innerText"))
    assert title.startswith("Call ") and title.endswith(" now")
    assert str(phone.run("return document.querySelector('main a').href")).startswith("tel:")
    assert not phone.has("Start")


def urgent_at_the_desk(phones: Drawer, therapist: Therapist) -> list[str]:
    """Who leads the inbox: the names before anything that is less than urgent."""
    desk = phones.desk(therapist)
    desk.go("/desk")
    desk.see("Ines")
    script = """
        const ranks = [...document.querySelectorAll('.inbox-item')].map((item) => [
          item.querySelector('.inbox-urgent') !== null, item.querySelector('.inbox-name').innerText]);
        const end = ranks.findIndex(([urgent]) => !urgent);
        return ranks.slice(0, end < 0 ? undefined : end).map(([, name]) => name);
    """
    return list(desk.run(script))


def flags(therapist: Therapist, client_id: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = therapist.call("GET", f"/api/v1/clients/{client_id}/flags")["flags"]
    return found
