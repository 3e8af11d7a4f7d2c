"""A visit is written down once, corrected by another entry, withdrawn for all to see; her phone learns when it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import orjson
import pytest
from flask import Flask
from sqlalchemy import func, select

from pith.config import Settings
from pith.content.loader import load_content
from pith.domain.errors import Conflict, Invalid, NotFound
from pith.domain.visits import VisitDraft
from pith.services import clients, sync, visits
from pith.services.transaction import AnySession, read
from pith.store.db import db
from pith.store.visits import Course, Visit
from tests.cast import Cast
from tests.conftest import MONDAY, Clock
from tests.furnished import everywhere
from tests.services.test_at_once import at_once

FIRST, SECOND, THIRD, FOURTH = (f"00000000-0000-7000-8000-0000000000f{n}" for n in (1, 2, 3, 4))
TODAY = date(2026, 3, 2)
DRAFT = VisitDraft(TODAY, 50, "indirect", (("calf", "left"),), "Her left calf gave way.", "Tired and warm.")


@pytest.fixture
def master(settings: Settings) -> bytes:
    return settings.secrets.master


@pytest.fixture
def room(session: AnySession, cast: Cast, clock: Clock, master: bytes) -> Room:
    return Room(session, cast, clock, master)


class Room:
    """The owner with her client; every act in its own transaction."""

    def __init__(self, session: AnySession, cast: Cast, clock: Clock, master: bytes) -> None:
        self.session, self.cast, self.clock, self.master = session, cast, clock, master
        self.client_id = cast.client.id

    def write(self, visit_id: str = FIRST, draft: VisitDraft = DRAFT) -> dict[str, Any]:
        self.session.rollback()
        owner = self.cast.owner.actor
        return visits.write_down(self.session, owner, self.clock(), self.master, self.client_id, visit_id, draft)

    def correct(self, old: str, new: str, draft: VisitDraft = DRAFT) -> dict[str, Any]:
        self.session.rollback()
        owner = self.cast.owner.actor
        return visits.correct(self.session, owner, self.clock(), self.master, self.client_id, old, new, draft)

    def withdraw(self, visit_id: str = FIRST) -> None:
        self.session.rollback()
        visits.withdraw(self.session, self.cast.owner.actor, self.clock(), self.client_id, visit_id)

    def plan(self, planned: int, began: date = TODAY) -> dict[str, Any]:
        self.session.rollback()
        return visits.set_course(self.session, self.cast.owner.actor, self.clock(), self.client_id, planned, began)

    def file(self) -> dict[str, Any]:
        self.session.rollback()
        return visits.visits_of(self.session, self.cast.owner.actor, self.clock(), self.master, self.client_id)

    def phone(self) -> tuple[str, list[str]]:
        """The version of the view, and the instants in it."""
        self.session.rollback()
        pulled = sync.pull(self.session, self.cast.client.actor, self.clock(), self.master, load_content())
        assert pulled.body is not None
        return pulled.view_version, orjson.loads(pulled.body)["visits"]


def test_a_visit_comes_back_as_it_was_written(room: Room) -> None:
    told = room.write()
    by = {"id": room.cast.owner.id, "name": "Owner of Practice A"}
    assert told == {
        "id": FIRST,
        "on": "2026-03-02",
        "at": MONDAY,
        "minutes": 50,
        "kind": "indirect",
        "regions": [{"region": "calf", "side": "left"}],
        "note": "Her left calf gave way.",
        "reaction": "Tired and warm.",
        "by": by,
        "written_at": MONDAY,
        "replaces": None,
        "replaced_by": None,
        "withdrawn": None,
    }
    assert room.file() == {"visits": [told], "course": None}


def test_nobody_reads_its_words_in_the_tables(room: Room) -> None:
    room.write()
    assert everywhere(room.session, "left calf gave", "Tired and warm") == []


def test_the_phone_is_told_when_it_was_and_nothing_else(room: Room) -> None:
    before, none = room.phone()
    room.write()
    after, there = room.phone()
    assert (none, there) == ([], ["2026-03-02T07:00:00Z"])
    assert after != before


def test_the_phone_is_told_of_the_newest_three(room: Room) -> None:
    for number, visit_id in enumerate((FIRST, SECOND, THIRD, FOURTH)):
        room.write(visit_id, replace(DRAFT, on=TODAY - timedelta(days=number)))
    assert room.phone()[1] == ["2026-03-02T07:00:00Z", "2026-03-01T22:59:00Z", "2026-02-28T22:59:00Z"]


def test_sent_twice_it_stands_once(room: Room) -> None:
    first = room.write()
    room.clock.forward(minutes=2)
    assert room.write() == first
    assert len(room.file()["visits"]) == 1


def test_an_id_says_one_thing_only(room: Room) -> None:
    room.write()
    with pytest.raises(Conflict) as error:
        room.write(draft=replace(DRAFT, minutes=40))
    assert error.value.code == "visit_exists"


def test_a_correction_is_another_entry_and_keeps_the_hour(room: Room) -> None:
    room.write()
    room.clock.forward(minutes=30)
    new = room.correct(FIRST, SECOND, replace(DRAFT, minutes=60))
    assert (new["replaces"], new["at"], new["written_at"]) == (FIRST, MONDAY, room.clock())
    assert room.correct(FIRST, SECOND, replace(DRAFT, minutes=60)) == new
    both = {one["id"]: one for one in room.file()["visits"]}
    assert (both[FIRST]["replaced_by"], both[FIRST]["minutes"]) == (SECOND, 50)
    assert room.phone()[1] == ["2026-03-02T07:00:00Z"]


def test_a_correction_of_the_day_moves_the_hour(room: Room) -> None:
    room.write()
    room.correct(FIRST, SECOND, replace(DRAFT, on=TODAY - timedelta(days=3)))
    assert room.phone()[1] == ["2026-02-27T22:59:00Z"]


def test_what_stands_no_more_is_not_corrected(room: Room) -> None:
    room.write()
    room.correct(FIRST, SECOND)
    with pytest.raises(Conflict) as error:
        room.correct(FIRST, THIRD)
    assert error.value.code == "visit_changed"
    room.withdraw(SECOND)
    with pytest.raises(Conflict):
        room.correct(SECOND, THIRD)
    with pytest.raises(Conflict):
        room.withdraw(FIRST)


def test_a_withdrawn_visit_stays_to_be_seen_with_who_and_when(room: Room) -> None:
    room.write()
    before, _ = room.phone()
    at = room.clock.forward(minutes=5)
    room.withdraw()
    room.clock.forward(minutes=5)
    room.withdraw()
    [row] = room.file()["visits"]
    assert row["withdrawn"] == {"by": {"id": room.cast.owner.id, "name": "Owner of Practice A"}, "at": at}
    after, there = room.phone()
    assert there == [] and after != before


def test_a_withdrawn_correction_does_not_bring_the_first_entry_back(room: Room) -> None:
    room.write()
    room.correct(FIRST, SECOND)
    room.withdraw(SECOND)
    assert room.phone()[1] == []


def test_a_visit_of_another_client_is_nowhere(room: Room) -> None:
    room.write()
    room.client_id = room.cast.other_client.id
    for act in (lambda: room.correct(FIRST, SECOND), room.withdraw):
        with pytest.raises(NotFound):
            act()
    assert room.file()["visits"] == []


def test_a_visit_that_makes_no_sense_is_not_kept(room: Room) -> None:
    room.write()
    for act in (room.write, lambda visit_id, draft: room.correct(FIRST, visit_id, draft)):
        with pytest.raises(Invalid):
            act(SECOND, replace(DRAFT, on=TODAY + timedelta(days=1)))
    assert len(room.file()["visits"]) == 1


def test_the_day_is_that_of_where_she_lives(room: Room) -> None:
    room.session.rollback()
    clients.change_client(
        room.session, room.cast.owner.actor, room.clock(), room.client_id, {"timezone": "Pacific/Auckland"}
    )
    room.clock.forward(hours=5)
    assert room.write(draft=replace(DRAFT, on=date(2026, 3, 3)))["at"] == room.clock()


def test_a_course_counts_its_visits_and_says_when_it_is_looked_at(room: Room) -> None:
    room.write(FIRST, replace(DRAFT, on=date(2026, 2, 1)))
    room.write(SECOND, replace(DRAFT, on=date(2026, 2, 20)))
    room.write(THIRD)
    room.withdraw(THIRD)
    room.write(FOURTH)
    told = room.plan(6, date(2026, 2, 16))
    assert told == {
        "visits_planned": 6,
        "started_on": "2026-02-16",
        "visits_done": 2,
        "next_review": {"weeks": 6, "due_on": "2026-03-30"},
        "by": {"id": room.cast.owner.id, "name": "Owner of Practice A"},
        "at": MONDAY,
    }
    assert room.file()["course"] == told


def test_a_course_that_is_over_has_no_review_ahead(room: Room) -> None:
    assert room.plan(12, date(2025, 3, 1))["next_review"] is None


def test_the_same_plan_again_changes_nothing_and_another_one_counts(room: Room) -> None:
    room.plan(3)
    room.clock.forward(minutes=1)
    assert room.plan(3)["at"] == MONDAY
    assert room.plan(10)["visits_planned"] == 10
    assert room.session.scalar(select(func.count()).select_from(Course)) == 2
    with pytest.raises(Invalid):
        room.plan(8)


def test_an_ended_course_is_over_and_the_one_before_does_not_come_back(room: Room) -> None:
    room.plan(3)
    room.plan(10)
    for _ in range(2):
        room.session.rollback()
        visits.end_course(room.session, room.cast.owner.actor, room.clock(), room.client_id)
    assert room.file()["course"] is None
    with read(room.session):
        ended = [row.ended_by_name for row in room.session.scalars(select(Course)) if row.ended_at]
    assert ended == ["Owner of Practice A"]


def test_of_two_corrections_at_once_one_stands(app: Flask, room: Room) -> None:
    room.write()
    owner, now = room.cast.owner.actor, room.clock()

    def correction(new_id: str) -> Any:
        return lambda: visits.correct(db.session, owner, now, room.master, room.client_id, FIRST, new_id, DRAFT)

    assert at_once(app, correction(SECOND), correction(THIRD)) == ["Conflict", "done"]
    assert room.session.scalar(select(func.count()).select_from(Visit)) == 2


def test_a_visit_sent_twice_at_once_stands_once(app: Flask, room: Room) -> None:
    owner, now = room.cast.owner.actor, room.clock()

    def send() -> None:
        visits.write_down(db.session, owner, now, room.master, room.client_id, FIRST, DRAFT)

    assert at_once(app, *[send] * 3) == ["done"] * 3
    assert room.session.scalar(select(func.count()).select_from(Visit)) == 1
