"""Two therapists press at the same instant: one step is taken, or none; nobody's answer is lost under another's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from pith.domain.program_compose import Draft, ItemDraft
from pith.services import clients, dosing_desk, programs
from pith.services.transaction import AnySession
from pith.store.db import db
from tests import logs
from tests.cast import Cast, Someone
from tests.conftest import Clock
from tests.dose_world import TECHNIQUE, hurt_at
from tests.services.dosing_world import CONTENT, EVERY_DAY, Room
from tests.services.test_at_once import at_once


@pytest.fixture
def room(room: Room, session: AnySession, cast: Cast, clock: Clock) -> Room:
    """With two therapists who may act."""
    clients.give_access(session, cast.owner.actor, clock.now, cast.client.id, cast.colleague.id)
    return room


def proposal(room: Room) -> str:
    room.days(8)
    room.round()
    found: str = room.dose()["proposal"]["id"]
    return found


def does(room: Room, who: Someone, what: Callable[..., Any], *more: str) -> Callable[[], object]:
    return lambda: what(db.session, who.actor, room.clock.now, CONTENT, room.cast.client.id, *more)


def test_of_two_who_take_the_same_step_one_does(app: Flask, room: Room) -> None:
    step = proposal(room)
    both = [does(room, who, dosing_desk.accept, step) for who in (room.cast.owner, room.cast.colleague)]
    assert at_once(app, *both) == ["ProposalGone", "done"]
    assert room.view()["program"]["number"] == 2


def test_a_step_is_taken_or_declined_never_both(app: Flask, room: Room) -> None:
    step = proposal(room)
    take = does(room, room.cast.owner, dosing_desk.accept, step)
    refuse = does(room, room.cast.colleague, dosing_desk.decline, step, "A hard week ahead")
    assert at_once(app, take, refuse) == ["ProposalGone", "done"]
    [row] = [row for row in room.rows() if row.id == step]
    assert room.view()["program"]["number"] == (2 if row.act == "accepted" else 1)


def test_a_step_taken_while_a_version_is_saved_does_not_write_over_it(app: Flask, room: Room) -> None:
    step = proposal(room)
    draft = Draft((ItemDraft(TECHNIQUE, 1),), tuple(EVERY_DAY), "Because")

    def saves() -> object:
        who, now = room.cast.colleague.actor, room.clock.now
        return programs.save_version(db.session, who, now, CONTENT, room.cast.client.id, draft, logs.new_id(), 1)

    ends = at_once(app, does(room, room.cast.owner, dosing_desk.accept, step), saves)
    assert ends in (["BaseStale", "done"], ["ProposalGone", "done"])
    assert room.view()["program"]["number"] == 2


def test_of_two_who_undo_the_same_stop_one_gives_the_reason(app: Flask, room: Room) -> None:
    room.tell(hurt_at(room.clock()))
    [stop] = room.rows()
    both = [does(room, who, dosing_desk.undo, stop.id, who.id) for who in (room.cast.owner, room.cast.colleague)]
    assert at_once(app, *both) == ["NotUndone", "done"]
    [row] = room.rows()
    assert row.reason == row.acted_by_id
