"""From an empty account to a program on the client's phone, and the next client."""

from __future__ import annotations

from tests.e2e import walks
from tests.e2e.api import Therapist
from tests.e2e.conftest import BOTH, Drawer
from tests.e2e.phone import Phone
from tests.e2e.server import Server
from tests.e2e.stopwatch import Stopwatch
from tests.e2e.test_desk import choose_program, name_first_client, sign_up

DROPPED = "Upper back on two tennis balls"


@BOTH
def test_the_first_ten_minutes(engine: str, phones: Drawer, empty_server: Server, stopwatch: Stopwatch) -> None:
    phones.origin = empty_server.origin
    desk = phones.webkit() if engine == "webkit" else phones.desk()
    stopwatch.start()
    sign_up(desk)
    name_first_client(desk, "Ada")
    choose_program(desk, "Ada")
    on_her_phone(phones, hand_over(desk, "Ada"), "Ada")
    assert stopwatch.lap(f"{engine}: empty account to a program on a phone", desk.taps) < 300
    desk.taps = 0
    stopwatch.start()
    desk.go("/desk/clients")
    desk.tap("Add client")
    desk.write("Name", "Bea")
    desk.tap("Add and choose a program")
    choose_program(desk, "Bea")
    on_her_phone(phones, hand_over(desk, "Bea"), "Bea")
    assert stopwatch.lap(f"{engine}: the next client", desk.taps) < 90
    as_it_was_chosen(Therapist(empty_server.origin).sign_in())


def hand_over(desk: Phone, name: str) -> str:
    """The code is there as soon as the program is given. Returns the link it holds."""
    desk.see(f"Hand over to {name}")
    desk.tap("I screened this client myself")
    desk.see("Works once, until")
    return str(desk.run("return [...document.body.innerText.matchAll(/http\\S+\\/join\\?\\S+/g)][0][0]"))


def on_her_phone(phones: Drawer, link: str, name: str) -> None:
    phone = phones.chromium()
    walks.join(phone, link)
    phone.see(name)
    phone.see("Neck and shoulder")
    assert not phone.sees(DROPPED)
    assert phone.has("Start")


def as_it_was_chosen(therapist: Therapist) -> None:
    """One technique dropped, and the left side of the other held longer, for both."""
    rows = therapist.call("GET", "/api/v1/clients")["clients"]
    assert sorted(row["name"] for row in rows) == ["Ada", "Bea"]
    for row in rows:
        (item,) = therapist.call("GET", f"/api/v1/clients/{row['id']}/program")["program"]["items"]
        assert item["dose"]["left"]["hold_s"] > item["dose"]["right"]["hold_s"]
