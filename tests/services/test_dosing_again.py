"""What she takes back may follow once more from what she tells late: then it stands again, and is seen."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from pith.config import Settings
from pith.services.transaction import AnySession
from tests import logs
from tests.conftest import Clock
from tests.dose_world import TECHNIQUE, hurt_at, session_on
from tests.services.dosing_world import Room
from tests.services.inbox_world import Inboxes
from tests.services.sync_world import push


@pytest.fixture
def inboxes(session: AnySession, clock: Clock, settings: Settings) -> Inboxes:
    return Inboxes(session, clock, settings)


def void(room: Room, log: dict[str, Any]) -> dict[str, Any]:
    return logs.make("void", room.clock(), voids=log["id"])


def item(room: Room) -> str:
    [row] = [row for row in room.rows() if row.rule not in ("D12", "D13")]
    return f"{room.cast.client.id}:dose:{row.id}"


def waiting(room: Room, inboxes: Inboxes) -> list[tuple[str, datetime]]:
    return [(one["id"], one["since"]) for one in inboxes.items(room.cast.owner) if one["cause"] == "dose"]


def test_a_step_back_that_was_taken_back_under_an_earlier_version_stands_again_by_a_late_log(room: Room) -> None:
    told, late = session_on(room.clock(), peak=7), session_on(room.clock(), peak=7)
    room.tell(told)
    room.tell(void(room, told))
    room.go_on(1)
    room.save()
    assert room.view()["dose"]["carried"] == []
    room.tell(late)
    [back] = room.rows()
    assert (back.version, back.source, back.withdrawn_at) == (1, late["id"], None)
    assert [one["id"] for one in room.view()["dose"]["carried"]] == [back.id]
    assert room.alerts() == [(back.id, "review", False)]
    before = room.view()["view_version"]
    room.tell(late)
    assert room.view()["view_version"] == before


def test_what_a_therapist_undid_does_not_stand_again_for_an_earlier_version(room: Room) -> None:
    told, late = session_on(room.clock(), peak=7), session_on(room.clock(), peak=7)
    room.tell(told)
    [back] = room.rows()
    assert room.act(back.id, "undo", reason="Talked about it").status_code == 200
    room.tell(void(room, told))
    room.go_on(1)
    room.save()
    room.tell(late)
    [row] = room.rows()
    assert (row.act, row.withdrawn_at is None) == ("undone", False)
    assert room.view()["dose"]["carried"] == []


def test_a_closed_alert_waits_again_when_another_log_leads_to_the_same(room: Room, inboxes: Inboxes) -> None:
    told = session_on(room.clock(), peak=7)
    room.tell(told)
    began = room.clock()
    assert waiting(room, inboxes) == [(item(room), began)]
    inboxes.close(room.cast.owner, item(room), "called")
    room.tell(void(room, told))
    room.tell(late := session_on(room.clock.forward(minutes=30), peak=7))
    assert waiting(room, inboxes) == [(item(room), room.clock())]
    [row] = room.rows()
    assert (row.source, row.withdrawn_at) == (late["id"], None)
    inboxes.close(room.cast.owner, item(room), "seen")
    assert waiting(room, inboxes) == []


def test_a_step_back_by_the_next_version_on_the_day_of_one_that_was_answered_is_seen(
    room: Room, inboxes: Inboxes
) -> None:
    room.tell(session_on(room.clock(), peak=7))
    [back] = room.rows()
    inboxes.close(room.cast.owner, item(room), "adjusted")
    room.clock.forward(minutes=5)
    room.save(seen_decisions=[back.id])
    room.clock.forward(minutes=30)
    room.tell(again := session_on(room.clock(), peak=7, version=2))
    [row] = room.rows()
    assert (row.version, row.source) == (2, again["id"])
    assert waiting(room, inboxes) == [(item(room), room.clock())]


def test_what_she_takes_back_in_the_same_breath_as_another_log_leads_to_it_is_named_after_that(
    room: Room, inboxes: Inboxes
) -> None:
    told = session_on(room.clock(), peak=7)
    room.tell(told)
    inboxes.close(room.cast.owner, item(room), "seen")
    room.clock.forward(minutes=30)
    room.tell(void(room, told), other := session_on(room.clock(), peak=7))
    [row] = room.rows()
    assert (row.source, row.withdrawn_at) == (other["id"], None)
    assert waiting(room, inboxes) == [(item(room), room.clock())]


def test_what_stands_again_for_the_reason_that_was_known_stays_closed(room: Room, inboxes: Inboxes) -> None:
    room.days(1)
    room.go_on(14)
    room.round()
    [start] = [row for row in room.rows() if row.rule == "D06"]
    about = f"{room.cast.client.id}:dose:{start.id}"
    assert [one for one, _ in waiting(room, inboxes)] == [about]
    inboxes.close(room.cast.owner, about, "called")
    late = session_on(room.clock() - timedelta(days=5))
    room.tell(late)
    [gone] = [row for row in room.rows() if row.rule == "D06"]
    assert gone.withdrawn_at is not None
    room.tell(void(room, late))
    [row] = [row for row in room.rows() if row.rule == "D06"]
    assert (row.id, row.withdrawn_at) == (start.id, None)
    assert waiting(room, inboxes) == []


def test_a_late_practice_of_the_same_day_leaves_a_closed_alert_closed(room: Room, inboxes: Inboxes) -> None:
    early = session_on(room.clock(), peak=7, started_at="2026-03-02T15:00:00Z", ended_at="2026-03-02T15:09:00Z")
    room.tell(session_on(room.clock(), peak=7))
    inboxes.close(room.cast.owner, item(room), "seen")
    push(room.cast.client, early, at=room.clock())
    room.view()
    assert waiting(room, inboxes) == []


def test_of_a_stop_that_stands_again_by_another_number_therapists_hear_at_once(room: Room, told_of: list[str]) -> None:
    told = session_on(room.clock(), peak=8)
    room.tell(told)
    room.tell(void(room, told))
    room.tell(session_on(room.clock.forward(minutes=30), peak=9))
    assert [row.rule for row in room.rows()] == ["D02"]
    assert told_of == [room.rows()[0].id] * 2


@pytest.fixture
def told_of(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Of which decisions therapists were told at once."""
    found: list[str] = []

    def note(_: Any, __: Any, ___: Any, alerts: list[dict[str, Any]]) -> None:
        found.extend(one["source_id"] for one in alerts)

    monkeypatch.setattr("pith.services.dosing_keep.tell_therapists", note)
    return found


def test_a_stop_told_as_pain_has_an_alert_of_its_own_each_time(room: Room, told_of: list[str]) -> None:
    first = hurt_at(room.clock())
    room.tell(first)
    room.tell(void(room, first), second := hurt_at(room.clock.forward(minutes=5)))
    [row] = room.rows()
    assert (row.target, row.source, row.withdrawn_at) == (TECHNIQUE, second["id"], None)
    assert told_of == []
    assert room.alerts() == []
