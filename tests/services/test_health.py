"""What a monitor sees of the worker: whether one lives, and how long reminders wait."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from pith.services import due, health, upkeep
from pith.services.transaction import AnySession, read, write
from pith.store.accounts import Client
from pith.store.deliveries import Delivery
from pith.store.reminders import Reminder, WorkerBeat
from tests.cast import Cast
from tests.conftest import Clock

HOUSES = ("one", "two")


def seen(session: AnySession, clock: Clock) -> dict[str, Any]:
    found: dict[str, Any] = health.report(session, clock())["worker"]
    return found


def choose(session: AnySession, cast: Cast, clock: Clock) -> None:
    """Seven in the morning of Berlin, each day."""
    with write(session):
        slots = [{"time": "07:00", "days": list(range(7)), "enabled": True}]
        told = {"timezone": "Europe/Berlin", "follows_phone": True, "slots": slots, "changed_at": clock.now}
        client = session.get_one(Client, (cast.client.actor.practice_id, cast.client.id))
        row = Reminder(practice_id=client.practice_id, client_id=client.id, **told)
        due.place(row, clock.now)
        session.add(row)


def test_a_worker_that_dies_is_no_longer_counted_while_the_other_lives(session: AnySession, clock: Clock) -> None:
    assert seen(session, clock) == {"last_beat": None, "alive": 0, "lag_s": 0}
    one, two = (upkeep.House(b"k" * 32, name) for name in HOUSES)
    for house in (one, two):
        house.keep(session, clock())
    assert seen(session, clock)["alive"] == 2
    for _ in range(4):
        one.keep(session, clock.forward(seconds=30))
    assert seen(session, clock) == {"last_beat": clock.now, "alive": 1, "lag_s": 0}
    clock.forward(seconds=90)
    assert seen(session, clock)["alive"] == 0


def test_a_beat_is_given_each_half_minute_and_forgotten_after_a_day(session: AnySession, clock: Clock) -> None:
    house = upkeep.House(b"k" * 32, "one")
    house.keep(session, clock())
    began = clock.now
    house.keep(session, clock.forward(seconds=29))
    assert seen(session, clock)["last_beat"] == began
    house.keep(session, clock.forward(seconds=1))
    assert seen(session, clock)["last_beat"] == clock.now
    upkeep.House(b"k" * 32, "two").keep(session, clock.forward(hours=25))
    with read(session):
        assert session.scalars(select(WorkerBeat.name)).all() == ["two"]


def test_what_nobody_sends_shows_as_lag_that_grows_until_it_is_claimed_and_sent(
    session: AnySession, cast: Cast, clock: Clock
) -> None:
    choose(session, cast, clock)
    with read(session):
        at = session.scalars(select(Reminder.next_due_at)).one()
    assert at is not None
    clock.now = at - timedelta(seconds=1)
    assert seen(session, clock)["lag_s"] == 0
    clock.now = at + timedelta(minutes=5)
    assert seen(session, clock)["lag_s"] == 300
    due.claim(session, clock())
    with read(session):
        waited = clock.now - session.scalars(select(Delivery.at)).one()
    assert seen(session, clock)["lag_s"] == round(waited.total_seconds()) > 200
    with write(session):
        session.scalars(select(Delivery)).one().status = "done"
    assert seen(session, clock)["lag_s"] == 0
