"""What was decided stays until somebody who knew of it answers: no late log, no lost log, no new version ends it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from pith.services import retention
from pith.services.transaction import write
from pith.store.accounts import Practice
from tests import logs
from tests.dose_world import TECHNIQUE, hurt_at, session_on
from tests.services.dosing_world import Room, reaction

TEMPLE = {"technique_id": "temple-hold", "level": 1}


@pytest.fixture
def short_memory(room: Room) -> Iterator[None]:
    """A practice that keeps what was told for two months."""
    room.session.rollback()
    with write(room.session):
        practice = room.session.scalars(select(Practice).where(Practice.id == room.cast.owner.actor.practice_id)).one()
        practice.settings = {**practice.settings, "retention_months": 2}
    yield


def forget(room: Room) -> None:
    room.session.rollback()
    retention.clear(room.session, room.clock(), room.master)
    room.round()


def test_a_step_back_that_a_phone_told_late_outlives_the_step_up_that_was_taken_meanwhile(room: Room) -> None:
    room.days(8)
    offline = session_on(room.clock(), pain_before=3, pain_after=7)
    room.go_on(1)
    room.round()
    proposal = room.dose()["proposal"]
    assert room.act(proposal["id"], "accept").status_code == 200
    assert room.view()["program"]["number"] == 2
    room.go_on(1)
    room.tell(offline)
    [back] = [row for row in room.rows() if row.rule == "D04"]
    assert (back.version, back.day, back.withdrawn_at) == (1, offline["local_date"], None)
    dose = room.view()["dose"]
    assert [one["id"] for one in dose["carried"]] == [back.id]
    assert room.dose()["decisions"][0]["in_effect"] is True
    assert (back.id, "same_day", False) in room.alerts()
    before = room.view()["view_version"]
    room.tell(offline)
    assert room.view()["view_version"] == before, "it is written once"
    assert [source for source, _, _ in room.alerts()].count(back.id) == 1
    room.clock.forward(minutes=5)
    room.save(seen_decisions=[back.id])
    room.go_on(1)
    room.round()
    assert room.view()["dose"]["carried"] == [], "her therapist has answered it"


def test_what_came_in_time_is_not_worked_out_again_by_what_came_late(room: Room) -> None:
    room.tell(session_on(room.clock(), peak=7))
    [back] = room.rows()
    room.go_on(1)
    room.save(seen_decisions=[back.id])
    room.tell(session_on(room.clock() - timedelta(days=1), pain_before=3, pain_after=3))
    assert [(row.id, row.version) for row in room.rows()] == [(back.id, 1)]
    assert room.view()["dose"]["carried"] == []


def test_a_late_practice_from_before_a_version_that_felt_sore_for_too_long_rests_its_region(room: Room) -> None:
    practice = session_on(room.clock())
    sore = reaction(practice, "still", told_at := room.clock() + timedelta(hours=50))
    room.go_on(3)
    assert told_at < room.clock()
    room.save()
    room.tell(practice, sore)
    [rest] = room.rows()
    assert (rest.rule, rest.decision, rest.version) == ("D03", "PAUSE_REGION", 1)
    assert [one["rule"] for one in room.view()["dose"]["carried"]] == ["D03"]


def test_a_practice_of_days_ago_rests_when_she_says_under_a_newer_version_that_she_still_feels_it(room: Room) -> None:
    practice = session_on(room.clock())
    room.tell(practice)
    room.go_on(4)
    room.save()
    room.go_on(1)
    room.tell(reaction(practice, "still", room.clock()))
    [rest] = room.rows()
    assert (rest.rule, rest.target, rest.version) == ("D03", TECHNIQUE, 2)
    assert room.alerts() == [(rest.id, "same_day", False)]


def test_what_lasts_too_long_rests_its_place_and_is_heard_of_also_where_the_technique_is_gone(room: Room) -> None:
    practice = session_on(room.clock())
    room.tell(practice)
    room.go_on(1)
    room.save(TEMPLE)
    room.tell(reaction(practice, "still", room.clock()))
    room.go_on(2)
    room.round()
    assert {(row.rule, row.target) for row in room.rows()} == {("D03", TECHNIQUE), ("D03", "temple-hold")}
    assert "same_day" in {level for _, level, _ in room.alerts()}


def test_a_stop_outlasts_its_log(room: Room, short_memory: None) -> None:
    room.tell(hurt_at(room.clock()))
    [stop] = room.rows()
    for _ in range(4):
        room.go_on(30)
        forget(room)
    [row] = [row for row in room.rows() if row.id == stop.id]
    assert row.withdrawn_at is None
    assert stop.id in {one["id"] for one in room.view()["dose"]["decisions"]}
    dose = room.dose()
    assert next(one for one in dose["decisions"] if one["id"] == stop.id)["in_effect"] is True
    assert dose["today"]["rule"] == "D02"
    assert room.act(stop.id, "undo", reason="Seen in the room").status_code == 200


def test_nobody_is_said_to_have_been_away_because_her_logs_are_gone(room: Room, short_memory: None) -> None:
    for _ in range(100):
        room.days(1)
    forget(room)
    room.go_on(1)
    forget(room)
    assert [row.rule for row in room.rows() if row.rule in ("D06", "D07")] == []


def test_who_stays_away_for_good_is_told_of_once(room: Room, short_memory: None) -> None:
    room.days(1)
    for _ in range(20):
        room.go_on(8)
        forget(room)
    assert sorted(row.rule for row in room.rows()) == ["D06", "D07"]


def test_a_red_flag_is_let_go_at_the_moment_of_its_lift_and_nothing_rises_for_a_week(room: Room) -> None:
    room.days(9)
    room.tell(log := logs.make("flag", room.clock(), flag_id="rf_dvt", sites=[]))
    assert [row.withdrawn_at for row in room.rows() if row.rule == "D01"] == [None]
    assert room.dose()["proposal"] is None
    lift = {"act": "lift", "flag_id": "rf_dvt", "lifts": log["id"], "reason": "Ultrasound is clear, no clot found"}
    lifted = room.desk.post(f"{room.url}/flags", json=lift | {"role": "physician"})
    assert lifted.status_code in (200, 201), lifted.text
    assert [row.withdrawn_at for row in room.rows() if row.rule == "D01"] == [room.clock()]
    for _ in range(6):
        room.days(1)
        room.round()
        assert room.dose()["proposal"] is None
    room.days(2)
    room.round()
    assert room.dose()["proposal"]["rule"] == "D12"


def test_a_red_flag_that_a_therapist_raises_stops_at_once(room: Room) -> None:
    raised = room.desk.post(f"{room.url}/flags", json={"act": "raise", "flag_id": "rf_dvt", "sites": []})
    assert raised.status_code in (200, 201), raised.text
    assert [row.rule for row in room.rows()] == ["D01"]


def test_just_too_much_without_a_number_steps_back_and_alerts_no_twice(room: Room) -> None:
    practice = session_on(room.clock())
    hurt = hurt_at(room.clock(), feeling="too_much", session_id=practice["id"])
    room.tell(hurt)
    assert room.rows() == [], "the practice is still going on"
    room.tell(practice)
    [row] = room.rows()
    assert (row.rule, row.target, row.inputs["peaks"], row.source) == ("D05", TECHNIQUE, [6], practice["id"])
    room.tell(logs.make("void", room.clock(), voids=hurt["id"]))
    assert room.standing() == []


def test_what_comes_again_on_the_day_of_a_new_version_is_news_for_a_phone_that_cannot_ask(room: Room) -> None:
    told = session_on(room.clock(), peak=7)
    room.tell(told)
    [back] = room.rows()
    room.clock.forward(minutes=5)
    room.save(seen_decisions=[back.id])
    assert room.view()["dose"]["undone"] == [f"{back.id}/{told['id']}"]


def test_levels_that_a_decision_had_lowered_are_new_when_they_are_written_again(room: Room) -> None:
    def levels_since() -> Any:
        return room.view()["dose"]["level_since"]

    room.save({"technique_id": TECHNIQUE, "level": 2})
    room.go_on(3)
    began = levels_since()
    room.save({"technique_id": TECHNIQUE, "level": 2})
    assert levels_since() == began
    room.tell(session_on(room.clock(), peak=6, version=3))
    [back] = room.rows()
    assert (back.before["level"], back.after["level"]) == (2, 1)
    room.go_on(1)
    room.save({"technique_id": TECHNIQUE, "level": 2}, seen_decisions=[back.id])
    assert levels_since() == room.clock().date().isoformat()


def test_pain_that_rose_from_one_version_to_the_next_holds_the_step_after_it(room: Room) -> None:
    room.days(8, pain_before=2, pain_after=2)
    room.round()
    assert room.act(room.dose()["proposal"]["id"], "accept").status_code == 200
    for _ in range(7):
        room.days(1, pain_before=5, pain_after=5, version=2)
        room.round()
        assert room.dose()["proposal"] is None
    assert room.dose()["today"]["rule"] == "D11"
