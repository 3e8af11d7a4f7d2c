"""The pain of a daily check counts in the dose like that before a practice, though its answers are sealed."""

from __future__ import annotations

from tests import logs
from tests.dose_world import TECHNIQUE, session_on
from tests.services.dosing_world import Room


def test_more_pain_the_day_after_steps_back_when_only_a_check_tells_it(room: Room) -> None:
    room.tell(session_on(room.clock(), pain_before=3, pain_after=3))
    assert room.standing() == []
    room.clock.forward(days=1)
    room.tell(logs.make("check", room.clock(), answers={"d1": [], "d3": 6}))
    assert [(rule, target) for _, rule, target in room.standing()] == [("D04", TECHNIQUE)]


def test_a_check_without_a_pain_changes_nothing(room: Room) -> None:
    room.tell(session_on(room.clock(), pain_before=3, pain_after=3))
    room.clock.forward(days=1)
    room.tell(logs.make("check", room.clock(), answers={"d1": []}))
    assert room.standing() == []
    assert room.desk.get(f"{room.url}/dose").status_code == 200
