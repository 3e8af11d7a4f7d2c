"""A stop that was told as a number in a hold, not by "This hurts", is a stop: therapists hear of it at once."""

from __future__ import annotations

from sqlalchemy import select

from pith.services.transaction import read
from pith.store.deliveries import Delivery
from tests.dose_world import hurt_at, session_on
from tests.services.dosing_world import Room


def pushed(room: Room) -> list[str]:
    room.session.rollback()
    with read(room.session):
        return list(room.session.scalars(select(Delivery.recipient_id).where(Delivery.kind == "alert")))


def test_a_stop_told_in_a_hold_is_pushed_once(room: Room) -> None:
    room.tell(session_on(room.clock.now, peak=9))
    assert [rule for _, rule, _ in room.standing()] == ["D02"]
    assert pushed(room) == [room.cast.owner.id]
    room.go_on(1)
    room.round()
    assert len(pushed(room)) == 1


def test_a_stop_that_was_told_as_pain_has_its_own(room: Room) -> None:
    room.tell(session_on(room.clock.now, peak=3), hurt_at(room.clock.now))
    assert [rule for _, rule, _ in room.standing()] == ["D02"]
    assert pushed(room) == [room.cast.owner.id]


def test_a_stop_that_arrives_when_its_technique_is_gone_is_pushed_all_the_same(room: Room) -> None:
    room.go_on(1)
    offline = session_on(room.clock.now, peak=9)
    room.go_on(1)
    room.save({"technique_id": "temple-hold", "level": 1})
    room.go_on(1)
    room.tell(offline)
    assert [row.rule for row in room.rows()] == ["D02"]
    assert pushed(room) == [room.cast.owner.id]


def test_a_step_back_waits_in_the_inbox(room: Room) -> None:
    room.tell(session_on(room.clock.now, peak=6))
    assert [rule for _, rule, _ in room.standing()] == ["D05"]
    assert pushed(room) == []
