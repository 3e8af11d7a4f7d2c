"""What every day tells is stored at once and worked out before anybody reads it: a push has nothing to wait for."""

from __future__ import annotations

from typing import Any

import pytest

from pith.services import dosing
from tests.dose_world import hurt_at, session_on
from tests.services.dosing_world import Room
from tests.services.sync_world import push


def sent(room: Room, *told: dict[str, Any]) -> None:
    """The phone is off before it asks what is new."""
    push(room.cast.client, *told, at=room.clock())


def rules(room: Room) -> list[str]:
    return [rule for _, rule, _ in room.standing()]


def test_her_phone_reads_what_follows_from_what_it_has_just_sent(room: Room) -> None:
    held = room.view()["view_version"]
    sent(room, session_on(room.clock(), peak=7))
    assert rules(room) == []
    view = room.view()
    assert [one["rule"] for one in view["dose"]["decisions"]] == ["D05"]
    assert view["view_version"] != held


def test_the_desk_reads_what_follows_though_her_phone_never_asked(room: Room) -> None:
    sent(room, session_on(room.clock(), peak=7))
    assert [one["rule"] for one in room.dose()["decisions"]] == ["D05"]
    assert room.round() == 0, "nothing waits any more"


def test_the_worker_finds_it_where_nobody_reads(room: Room) -> None:
    sent(room, session_on(room.clock(), peak=7))
    assert room.round() == 1
    assert rules(room) == ["D05"]
    assert [level for _, level, _ in room.alerts()] == ["review"]
    assert room.round() == 0


def test_what_stops_is_worked_out_with_the_push(room: Room) -> None:
    sent(room, hurt_at(room.clock()))
    assert rules(room) == ["D02"]


def test_a_day_that_has_begun_still_waits_for_the_worker(room: Room) -> None:
    room.go_on(1)
    room.tell(session_on(room.clock()))
    assert room.round() == 1


def test_what_cannot_be_worked_out_keeps_nobody_from_reading(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("a rule of ours is wrong")

    sent(room, session_on(room.clock(), peak=7))
    with monkeypatch.context() as patched:
        patched.setattr(dosing, "settle", broken)
        assert room.view()["program"]["number"] == 1
    assert rules(room) == []
    assert room.round() == 1, "the worker tries it again"
    assert rules(room) == ["D05"]
