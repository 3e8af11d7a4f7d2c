"""A step that the rules propose: the inbox leads to it, a tap takes it, and her next day is longer."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

from tests import logs
from tests.dose_world import session_on
from tests.e2e import walks
from tests.e2e.api import Therapist
from tests.e2e.conftest import BOTH, Drawer
from tests.e2e.phone import Phone
from tests.e2e.server import Server

FOOT = "foot-ball-hold"
ITEMS: list[dict[str, Any]] = [{"technique_id": FOOT, "level": 2}, {"technique_id": "plantar-golf-ball", "level": 1}]
WEEKS = 21
SEND = """
return fetch('/api/v1/sync/logs', {
  method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(arguments[0]),
}).then((answer) => answer.json());
"""
# The phone's clock goes on by whole days; a person looks at it again.
LATER = """
const wall = Date.now.bind(Date), ahead = arguments[0] * 86400000;
Date.now = () => wall() + ahead;
document.dispatchEvent(new Event('visibilitychange'));
"""
# How far from the top of the window the part stands that the inbox means, when all of the page has come.
PLACE = "return document.querySelector('#dose .dose-step')?.getBoundingClientRect().top / innerHeight"
STILL_S = 1.0


@BOTH
def test_after_three_good_weeks_a_tap_makes_her_next_day_a_step_longer(
    engine: str, phones: Drawer, server: Server, therapist: Therapist
) -> None:
    phone = phones.chromium()
    name = f"Nora {engine}"
    client_id = walks.ready_phone(phone, therapist, name, items=ITEMS)
    began_earlier(server, client_id, WEEKS + 1)
    practised(phone, WEEKS)
    before = program(therapist, client_id)
    phone.reload()
    phone.see("All saved", 20)
    phone.see(a_side(before))

    desk = phones.webkit() if engine == "webkit" else phones.desk()
    walks.sign_in(desk, therapist)
    desk.tap(name)
    desk.arrive(f"/desk/clients/{client_id}")
    stands_in_sight(desk)
    desk.see("The rules propose it. Nothing changes until you tap.")
    desk.tap("Accept")
    desk.see("Saved as a new program.")
    after = program(therapist, client_id)
    assert after["number"] == 2
    assert 60 / 2 <= after["dose_s"] - before["dose_s"] <= 60, "whole breaths in each hold, on both sides"
    assert side_s(after) > side_s(before), "the first in her order gets more first"

    phone.run(LATER, 1)
    phone.reload()
    phone.run(LATER, 1)
    phone.see(a_side(after), 20)
    assert phone.faults == []


def stands_in_sight(desk: Phone) -> None:
    """The proposal, once what lies above it is there: it does not slide away when that arrives."""
    for part in ("Line of time", "Consistency", "As it came in"):
        desk.see(part, 20)
    ends = time.monotonic() + 20
    since = None
    while since is None or time.monotonic() - since < STILL_S:
        at = desk.run(PLACE)
        seen = at is not None and 0 <= at < 0.75
        since = (since or time.monotonic()) if seen else None
        assert time.monotonic() < ends, f"the proposal stands at {at} windows from the top"


def began_earlier(server: Server, client_id: str, days: int) -> None:
    """Moves what was written of her program back, and lets the server look at it anew."""
    with closing(sqlite3.connect(server.data / "pith.db")) as connection, connection:
        [(created_at, starts_on)] = connection.execute(
            "SELECT created_at, starts_on FROM program_version WHERE client_id = ?", (client_id,)
        ).fetchall()
        day = (datetime.fromisoformat(starts_on) - timedelta(days=days)).date().isoformat()
        made = (datetime.fromisoformat(created_at[:10]) - timedelta(days=days)).date().isoformat() + created_at[10:]
        moved = "UPDATE program_version SET created_at = ?, starts_on = ? WHERE client_id = ?"
        connection.execute(moved, (made, day, client_id))
        connection.execute(
            "UPDATE dose_setting SET version = 0, since = NULL, level_since = NULL WHERE client_id = ?", (client_id,)
        )


def practised(phone: Phone, days: int) -> None:
    """A practice that went well on each of so many dates, sent by her phone."""
    now = datetime.now(UTC)
    told = [session_on(now - timedelta(days=back), FOOT) for back in range(days, 0, -1)]
    answer = phone.run(SEND, logs.batch(*told, at=now))
    assert {one["status"] for one in answer["results"]} == {"stored"}


def program(therapist: Therapist, client_id: str) -> dict[str, Any]:
    found: dict[str, Any] = therapist.call("GET", f"/api/v1/clients/{client_id}/program")["program"]
    return found


def side_s(version: dict[str, Any]) -> int:
    dose = version["items"][0]["dose"]["left"]
    return int(dose["spots"] * dose["hold_s"] + dose["roll_s"] + dose["move_s"])


def a_side(version: dict[str, Any]) -> str:
    """As her day says it."""
    minutes, seconds = divmod(side_s(version), 60)
    return f"{minutes} min {seconds} s each side" if minutes else f"{seconds} s each side"
