"""Days on which she was told to rest are owed to nobody: one answer for consistency, days kept, silence and phones."""

from __future__ import annotations

from typing import Any

import pytest

from pith.config import Settings
from pith.services.inbox_round import Looks
from pith.services.transaction import AnySession
from tests import logs
from tests.conftest import Clock
from tests.dose_world import TECHNIQUE, hurt_at, session_on
from tests.services.dosing_world import Room, reaction
from tests.services.inbox_world import Inboxes, holds_program

Told = dict[str, Any]


class Desk:
    """What the desk says of her days, and what it asks about."""

    def __init__(self, room: Room, inboxes: Inboxes, master: bytes) -> None:
        self.room, self.inboxes, self.looks = room, inboxes, Looks(master)

    def owed(self) -> tuple[int, int]:
        """Days practised and prescribed of the last 7."""
        found = self.room.desk.get(f"{self.room.url}/consistency").json
        return found["practised"], found["prescribed"]

    def kept(self) -> tuple[int, int]:
        """Days kept and prescribed of the last 14."""
        [row] = [one for one in self.room.desk.get("/api/v1/clients").json["clients"] if one["id"] == self.client]
        return row["days_kept_14"]["kept"], row["days_kept_14"]["prescribed"]

    @property
    def client(self) -> str:
        return self.room.cast.client.id

    def rests(self) -> list[Told]:
        """The same for the desk and for her phone."""
        told: list[Told] = self.room.desk.get(f"{self.room.url}/program").json["rests"]
        assert self.room.view()["rests"] == told
        return told

    def asked_about(self) -> set[str]:
        """What waits after the worker's rounds: the ranks."""
        self.room.round()
        self.room.session.rollback()
        self.looks.look(self.room.session, self.room.clock())
        return {rank for rank, _ in self.inboxes.told(self.room.cast.owner)}


@pytest.fixture
def desk(room: Room, session: AnySession, clock: Clock, settings: Settings) -> Desk:
    room.tell(holds_program(room.clock()))
    return Desk(room, Inboxes(session, clock, settings), settings.secrets.master)


def closed(room: Room) -> Told:
    room.tell(told := logs.make("flag", room.clock(), flag_id="rf_dvt", sites=[]))
    return told


def opened(room: Room, told: Told) -> None:
    lift = {"act": "lift", "flag_id": "rf_dvt", "lifts": told["id"], "reason": "Ultrasound is clear, no clot found"}
    assert room.desk.post(f"{room.url}/flags", json=lift | {"role": "physician"}).status_code in (200, 201)


def rest(target: str, first: str, last: str | None) -> Told:
    return {"target": target, "from": first, "until": last}


def test_days_on_which_a_red_flag_stands_are_owed_to_nobody(room: Room, desk: Desk) -> None:
    room.days(2)
    flag = closed(room)
    assert desk.rests() == [rest("", "2026-03-04", None)]
    room.go_on(4)
    assert (desk.owed(), desk.kept()) == ((2, 2), (2, 2))
    opened(room, flag)
    assert desk.rests() == [rest("", "2026-03-04", "2026-03-08")]
    room.go_on(2)
    assert (desk.owed(), desk.kept()) == ((0, 1), (2, 3))


def test_the_day_of_the_closing_is_kept_where_she_had_practised_before_it(room: Room, desk: Desk) -> None:
    room.days(2)
    room.tell(session_on(room.clock()))
    closed(room)
    assert desk.owed() == (3, 3)
    room.go_on(3)
    assert (desk.owed(), desk.kept()) == ((3, 3), (3, 3))


def test_who_is_closed_for_weeks_is_not_said_to_be_silent_by_anybody(room: Room, desk: Desk) -> None:
    room.days(1)
    closed(room)
    room.go_on(20)
    assert desk.asked_about() == {"urgent"}
    assert ("D06", True) in {(row.rule, row.withdrawn_at is None) for row in room.rows()}, "her dose starts anew"


def test_who_leaves_out_as_many_days_unasked_is_said_to_be_silent(room: Room, desk: Desk) -> None:
    room.days(1)
    room.go_on(20)
    assert desk.asked_about() >= {"silence"}
    assert [rule for _, rule, _ in room.standing()] == ["D07", "D06"]
    assert len(room.alerts()) == 1


def test_silence_begins_to_count_when_she_may_practise_again(room: Room, desk: Desk) -> None:
    room.days(1)
    flag = closed(room)
    room.go_on(10)
    opened(room, flag)
    room.go_on(4)
    assert "silence" not in desk.asked_about()
    room.go_on(1)
    assert "silence" in desk.asked_about()


def test_while_all_of_it_rests_for_a_reaction_nothing_is_owed_and_nobody_is_silent(room: Room, desk: Desk) -> None:
    practice = session_on(room.clock())
    room.tell(practice)
    room.go_on(1)
    room.tell(reaction(practice, "still", room.clock()))
    room.go_on(18)
    assert desk.asked_about() == {"reaction"}
    assert desk.rests() == [rest(TECHNIQUE, "2026-03-04", None)]
    assert (desk.owed(), desk.kept()) == ((0, 0), (0, 0))
    room.tell(reaction(practice, "gone", room.clock()))
    room.go_on(3)
    assert desk.rests() == [rest(TECHNIQUE, "2026-03-04", "2026-03-21")]
    assert desk.owed() == (0, 2)


def test_a_rest_that_ends_at_midnight_ended_the_day_before(room: Room, desk: Desk) -> None:
    practice = session_on(room.clock())
    room.tell(practice, reaction(practice, "still", room.clock()))
    room.go_on(2)
    room.round()
    assert desk.rests() == [rest(TECHNIQUE, "2026-03-04", None)]
    room.tell(reaction(practice, "gone", room.clock()))
    room.go_on(1)
    room.round()
    assert desk.rests() == [rest(TECHNIQUE, "2026-03-04", "2026-03-04")]


def test_one_technique_of_two_that_rests_leaves_the_day_owed(room: Room, desk: Desk) -> None:
    room.save({"technique_id": TECHNIQUE, "level": 1}, {"technique_id": "temple-hold", "level": 1})
    room.tell(hurt_at(room.clock(), program_version=2))
    room.go_on(3)
    assert desk.rests() == [rest(TECHNIQUE, "2026-03-02", None)]
    assert desk.owed() == (0, 3)
    room.tell(hurt_at(room.clock(), "temple-hold", program_version=2))
    room.go_on(2)
    assert desk.owed() == (0, 3)


def test_a_number_as_strong_as_a_pain_rests_too(room: Room, desk: Desk) -> None:
    room.tell(session_on(room.clock(), peak=9))
    room.go_on(3)
    assert desk.rests() == [rest(TECHNIQUE, "2026-03-02", None)]
    assert desk.owed() == (1, 1)


def test_from_when_a_therapist_lets_go_of_a_stop_the_days_are_owed_again(room: Room, desk: Desk) -> None:
    room.tell(hurt_at(room.clock()))
    room.go_on(3)
    [stop] = room.rows()
    assert desk.owed() == (0, 0)
    assert room.act(stop.id, "undo", reason="Seen in the room").status_code == 200
    room.go_on(3)
    assert desk.rests() == [rest(TECHNIQUE, "2026-03-02", "2026-03-05")]
    assert desk.owed() == (0, 2)


def test_a_version_by_an_author_who_knew_ends_the_rest_and_another_does_not(room: Room, desk: Desk) -> None:
    room.tell(hurt_at(room.clock()))
    [stop] = room.rows()
    room.go_on(2)
    room.save()
    room.go_on(1)
    assert desk.rests() == [rest(TECHNIQUE, "2026-03-02", None)]
    room.save(seen_decisions=[stop.id], starts_on="2026-03-07")
    assert desk.rests() == [rest(TECHNIQUE, "2026-03-02", "2026-03-06")]
    room.go_on(4)
    assert desk.owed() == (0, 2)


def test_what_was_taken_back_was_no_rest(room: Room, desk: Desk) -> None:
    room.tell(hurt := hurt_at(room.clock()))
    room.go_on(2)
    assert desk.owed() == (0, 0)
    room.tell(logs.make("void", room.clock(), voids=hurt["id"]))
    assert (desk.rests(), desk.owed()) == ([], (0, 2))


def test_a_phone_is_told_of_rests_as_far_back_as_its_program_reaches(room: Room, desk: Desk) -> None:
    flag = closed(room)
    opened(room, flag)
    room.go_on(3)
    room.save()
    room.go_on(1)
    assert room.view()["rests"] == []
    told = room.desk.get(f"{room.url}/program").json["rests"]
    assert told == [rest("", "2026-03-02", "2026-03-02")]
    again = closed(room)
    assert room.view()["rests"] == [rest("", "2026-03-06", None)]
    opened(room, again)
    assert room.view()["rests"] == [rest("", "2026-03-06", "2026-03-06")]


def test_of_two_red_flags_the_last_one_opens_the_program(room: Room, desk: Desk) -> None:
    first = closed(room)
    room.go_on(1)
    room.tell(second := logs.make("flag", room.clock(), flag_id="rf_fracture", sites=[]))
    room.go_on(1)
    opened(room, first)
    assert desk.rests() == [rest("", "2026-03-02", None)]
    room.go_on(1)
    lift = {"act": "lift", "flag_id": "rf_fracture", "lifts": second["id"], "reason": "An X-ray showed no fracture"}
    assert room.desk.post(f"{room.url}/flags", json=lift | {"role": "physician"}).status_code in (200, 201)
    assert desk.rests() == [rest("", "2026-03-02", "2026-03-05")]


def test_a_client_without_a_program_has_nothing_to_rest_from(desk: Desk) -> None:
    assert desk.room.cast.other_client.http.get("/api/v1/sync").json["rests"] == []
