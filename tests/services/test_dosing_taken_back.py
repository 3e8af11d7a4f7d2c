"""What a therapist takes back is told to her phone, for as long as the version holds in which it was changed."""

from __future__ import annotations

from tests.dose_world import session_on
from tests.services.dosing_world import Room


def shown(room: Room) -> list[str]:
    return [one["id"] for one in room.view()["dose"]["decisions"]]


def test_her_phone_is_told_what_was_taken_back_until_the_next_version(room: Room) -> None:
    room.tell(session_on(room.clock(), peak=7))
    [step_back] = room.dose()["decisions"]
    held = room.view()["view_version"]
    assert room.act(step_back["id"], "undo", reason="A slip of the thumb").status_code == 200
    view = room.view()
    assert view["view_version"] != held
    assert (shown(room), view["dose"]["undone"]) == ([step_back["id"]], [step_back["id"]])
    room.go_on(1)
    room.save(base_version=1)
    assert (shown(room), room.view()["dose"]["undone"]) == ([], [step_back["id"]])


def test_what_is_taken_back_of_an_earlier_version_is_told_as_well(room: Room) -> None:
    room.tell(session_on(room.clock(), peak=7))
    room.go_on(1)
    room.save(base_version=1)
    [carried] = room.view()["dose"]["carried"]
    assert room.act(carried["id"], "undo", reason="Seen in the room").status_code == 200
    dose = room.view()["dose"]
    assert (dose["carried"], [one["id"] for one in dose["decisions"]]) == ([], [carried["id"]])
