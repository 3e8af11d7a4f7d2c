"""What the rules decide is kept once, however and whenever it is told, and goes when nothing told leads to it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from pith.services import dosing_look
from tests import logs
from tests.cast import Someone
from tests.dose_world import TECHNIQUE, hurt_at, session_on
from tests.services.conftest import SECOND_DEVICE
from tests.services.dosing_world import Room, reaction
from tests.services.sync_world import push, send


def test_a_sharp_hurt_lets_its_technique_rest_and_makes_no_second_alert(room: Room) -> None:
    hurt = hurt_at(room.clock())
    room.tell(hurt)
    [row] = room.rows()
    assert (row.rule, row.decision, row.target, row.notice) == ("D02", "PAUSE_TECHNIQUE", TECHNIQUE, "same_day")
    assert (row.source, row.after["paused"]) == (hurt["id"], True)
    assert room.alerts() == []
    assert [(level, gone) for _, level, gone in room.alerts("hurt")] == [("same_day", False)]


def test_a_stop_that_was_told_as_a_number_alone_has_an_alert(room: Room) -> None:
    room.tell(session_on(room.clock(), peak=9))
    assert ("D02", "same_day") in {(row.rule, row.notice) for row in room.rows()}
    stop = next(row for row in room.rows() if row.rule == "D02")
    assert (stop.id, "same_day", False) in room.alerts()


@pytest.mark.parametrize(
    ("told", "rule", "level"),
    [({"peak": 6}, "D05", "review"), ({"pain_before": 2, "pain_after": 5}, "D04", "same_day")],
)
def test_too_much_steps_back_with_an_alert_of_its_level(
    room: Room, told: dict[str, Any], rule: str, level: str
) -> None:
    room.tell(session_on(room.clock(), **told))
    [row] = room.rows()
    assert (row.rule, row.target, row.after["cuts"]) == (rule, TECHNIQUE, 1)
    assert room.alerts() == [(row.id, level, False)]
    assert row.inputs["deltas"] == [told.get("pain_after", 3) - told.get("pain_before", 3)]


def test_what_is_told_late_withdraws_what_does_not_follow_any_more(room: Room) -> None:
    room.days(1)
    late = [session_on(room.clock() + timedelta(days=number)) for number in range(9)]
    room.go_on(9)
    room.round()
    [less] = [row for row in room.rows() if row.rule == "D07"]
    assert less.withdrawn_at is None
    assert room.view()["dose"]["decisions"][0]["rule"] == "D07"
    room.tell(*late)
    assert room.standing() == []
    assert [row.rule for row in room.rows() if row.withdrawn_at] == ["D07"]
    assert room.view()["dose"]["decisions"] == []


def test_what_she_takes_back_takes_its_decision_and_alert_with_it(room: Room) -> None:
    told = session_on(room.clock(), peak=7)
    room.tell(told)
    room.tell(logs.make("void", room.clock(), voids=told["id"]))
    [row] = room.rows()
    assert row.withdrawn_at == room.clock()
    assert [gone for _, _, gone in room.alerts()] == [True]


def test_a_batch_that_comes_twice_changes_nothing(room: Room) -> None:
    body = logs.batch(session_on(room.clock(), peak=7), hurt_at(room.clock()), at=room.clock())
    before = []
    for _ in range(2):
        assert send(room.cast.client, body).status_code == 200
        told = [(row.id, row.made_at, row.inputs, row.withdrawn_at) for row in room.rows()]
        before.append((told, room.alerts(), room.view()["view_version"]))
    assert before[0] == before[1]


def test_two_phones_in_either_order_leave_the_same_rows(room: Room, second_phone: Someone) -> None:
    other = room.cast.other_client
    program = {"items": [{"technique_id": TECHNIQUE, "level": 1}], "days": [0, 1, 2, 3, 4, 5, 6], "reason": "Because"}
    url = f"/api/v1/clients/{other.id}/program/versions"
    assert room.desk.post(url, json=program).status_code == 201
    room.clock.forward(minutes=5)
    morning = [session_on(room.clock(), peak=6), session_on(room.clock() + timedelta(days=1), pain_after=6)]
    evening = [hurt_at(room.clock() + timedelta(hours=1)), reaction(morning[0], "still", room.clock())]
    room.go_on(3)
    push(room.cast.client, *morning, at=room.clock())
    send(second_phone, logs.batch(*evening, at=room.clock(), device_id=SECOND_DEVICE))
    push(other, *(_renamed(one) for one in evening), at=room.clock())
    push(other, *(_renamed(one) for one in morning), at=room.clock())
    room.round()
    mine = room.standing()
    room.cast.client = other
    assert room.standing() == mine
    assert {rule for _, rule, _ in mine} >= {"D02", "D05"}


def _renamed(log: dict[str, Any]) -> dict[str, Any]:
    """The same told by another client: ids are hers alone, but keep their order."""
    swapped = {
        name: log[name][:-1] + ("0" if log[name][-1] != "0" else "1") for name in ("id", "session_id") if name in log
    }
    return log | swapped


def test_what_the_author_of_a_version_had_not_seen_goes_on_and_what_she_had_ends(room: Room) -> None:
    room.tell(hurt_at(room.clock()))
    [stop] = room.rows()
    room.clock.forward(minutes=5)
    room.save()
    dose = room.view()["dose"]
    assert [one["id"] for one in dose["carried"]] == [stop.id]
    assert room.dose()["decisions"][0]["in_effect"] is True
    room.clock.forward(minutes=5)
    room.save(seen_decisions=[stop.id])
    dose = room.view()["dose"]
    assert (dose["carried"], dose["decisions"]) == ([], [])
    assert room.dose()["decisions"][0]["in_effect"] is False


def test_what_was_told_on_the_first_day_of_a_version_before_it_was_written_is_not_told_again(room: Room) -> None:
    room.tell(session_on(room.clock(), peak=7))
    [back] = room.rows()
    room.clock.forward(minutes=5)
    room.save(seen_decisions=[back.id])
    [over] = room.view()["dose"]["undone"]
    assert over == f"{back.id}/{back.source}", "a phone derives that day anew"
    room.clock.forward(minutes=5)
    room.tell(session_on(room.clock(), peak=7, version=2))
    [again] = room.rows()
    assert (again.id, again.version) == (back.id, 2)
    assert room.view()["dose"]["undone"] == []
    assert [one["id"] for one in room.view()["dose"]["decisions"]] == [back.id]


def test_what_is_felt_for_too_long_rests_also_where_a_version_came_between(room: Room) -> None:
    practice = session_on(room.clock())
    room.tell(practice)
    room.clock.forward(minutes=5)
    room.save()
    assert room.rows() == []
    room.go_on(1)
    room.tell(reaction(practice, "still", room.clock()))
    room.go_on(2)
    room.round()
    [rest] = room.rows()
    assert (rest.rule, rest.decision, rest.target, rest.version) == ("D03", "PAUSE_REGION", TECHNIQUE, 2)


def test_the_desk_hears_of_what_lasts_too_long_when_48_hours_are_over(room: Room) -> None:
    practice = session_on(room.clock())
    ended = datetime.fromisoformat(practice["ended_at"])
    room.tell(practice)
    room.clock.now = ended + timedelta(hours=47)
    room.tell(reaction(practice, "still", room.clock()))
    assert room.round() == 0
    room.clock.now = ended + timedelta(hours=48, seconds=1)
    assert room.round() == 1
    [rest] = room.rows()
    assert (rest.rule, rest.decision) == ("D03", "PAUSE_REGION")
    assert room.alerts() == [(rest.id, "same_day", False)]
    assert room.round() == 0, "until her next day"


def test_a_red_flag_stops_all_until_it_is_lifted(room: Room) -> None:
    room.tell(logs.make("flag", room.clock(), flag_id="rf_dvt", sites=[]))
    told = [row for row in room.rows() if row.rule == "D01"]
    if not told:  # the name of the flag is the content's
        pytest.fail(str(room.dose()["today"]))
    assert room.dose()["today"]["rule"] == "D01"
    assert room.act(told[0].id, "undo", reason="Not so").status_code == 409
    assert room.alerts() == []


def test_whatever_goes_wrong_with_a_dose_her_logs_are_kept(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: Any) -> None:
        raise RuntimeError("a line of ours is wrong")

    monkeypatch.setattr(dosing_look, "derive", fails)
    assert room.tell(session_on(room.clock(), peak=7)) == ["stored"]
    assert room.rows() == []
    monkeypatch.undo()
    room.go_on(1)
    room.round()
    assert [row.rule for row in room.rows()] == ["D05"]
