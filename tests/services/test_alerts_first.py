"""An urgent alert overtakes whatever else is open: at the claim, and between the windows of one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text
from uuid_utils import uuid7

from pith.services import delivering, worker
from pith.services.delivering import CLAIMED, WINDOW, Line, Settled
from pith.services.transaction import AnySession, write
from pith.store import deliveries
from tests.cast import Cast
from tests.conftest import Clock
from tests.services.ways_world import Pushing, done, fates, may_practise, stops


@pytest.fixture
def pushes(session: AnySession, cast: Cast, clock: Clock) -> Pushing:
    """A way out that takes everything. She may practise, which was told to her already."""
    made = Pushing()
    made.fate = done
    may_practise(cast)
    delivering.deliver(session, clock, "one", made)
    made.lines.clear()
    return made


def backlog(session: AnySession, cast: Cast, clock: Clock, count: int) -> None:
    """So many lines for others, each open for longer than anything that comes up from now on."""
    at = clock.now - timedelta(minutes=30)
    told = {"practice_id": cast.owner.actor.practice_id, "client_id": None, "kind": "test", "timezone": "UTC", "at": at}
    told |= {"local_date": "2026-03-02", "not_after": at + timedelta(hours=4), "status": "due", "tries": 0}
    rows = [told | {"recipient_id": str(uuid7()), "slot": "test:1", "id": str(uuid7())} for _ in range(count)]
    with write(session):
        deliveries.enter(session, rows)


def places_of_alerts(pushes: Pushing) -> list[int]:
    return [place for place, line in enumerate(pushes.lines) if line.kind == "alert"]


def test_an_alert_behind_more_older_lines_than_a_claim_takes_goes_out_first(
    session: AnySession, cast: Cast, clock: Clock, pushes: Pushing
) -> None:
    backlog(session, cast, clock, CLAIMED + WINDOW)
    stops(cast, clock, "sharp")
    assert delivering.deliver(session, clock, "one", pushes) == CLAIMED
    assert places_of_alerts(pushes) == [0]
    assert fates(session, "alert") == [("done", "push", None)]


def test_an_alert_that_comes_up_meanwhile_waits_for_one_window_at_most(
    session: AnySession, cast: Cast, clock: Clock, pushes: Pushing
) -> None:
    backlog(session, cast, clock, CLAIMED)

    def stops_in_the_second_window(line: Line) -> Settled:
        if len(pushes.lines) == WINDOW + 1:
            stops(cast, clock, "sharp")
        return done(line)

    pushes.fate = stops_in_the_second_window
    assert delivering.deliver(session, clock, "one", pushes) == CLAIMED + 1
    assert places_of_alerts(pushes) == [2 * WINDOW]
    assert len(pushes.lines) == len({line.id for line in pushes.lines}) == CLAIMED + 1
    assert fates(session, "test") == [("done", "push", None)] * CLAIMED


def test_an_alert_that_is_tried_again_meanwhile_waits_for_its_time(
    session: AnySession, cast: Cast, clock: Clock, pushes: Pushing
) -> None:
    backlog(session, cast, clock, 2 * WINDOW)
    stops(cast, clock, "sharp")
    again = clock.now + timedelta(minutes=1)
    pushes.fate = lambda line: done(line) if line.kind == "test" else Settled(line, "due", "push", "busy", again)
    delivering.deliver(session, clock, "one", pushes)
    assert places_of_alerts(pushes) == [0]
    clock.now = again
    delivering.deliver(session, clock, "one", pushes)
    assert places_of_alerts(pushes) == [0, 2 * WINDOW + 1]


def test_one_that_was_dealt_with_meanwhile_does_not_go_out(
    session: AnySession, cast: Cast, clock: Clock, pushes: Pushing
) -> None:
    backlog(session, cast, clock, 2 * WINDOW)

    def stops_and_is_archived(line: Line) -> Settled:
        if len(pushes.lines) == 1:
            stops(cast, clock, "sharp")
            with write(session):
                session.execute(text("UPDATE client SET archived_at = :now"), {"now": clock.now})
        return done(line)

    pushes.fate = stops_and_is_archived
    delivering.deliver(session, clock, "one", pushes)
    assert places_of_alerts(pushes) == []
    assert fates(session, "alert") == [("skipped", None, "ended")]


def test_a_worker_goes_on_at_once_when_an_alert_made_its_claim_longer(
    session: AnySession, cast: Cast, clock: Clock, pushes: Pushing
) -> None:
    backlog(session, cast, clock, CLAIMED + 1)
    first = [True]

    def stops_once(line: Line) -> Settled:
        if first.pop() if first else False:
            stops(cast, clock, "sharp")
        return done(line)

    pushes.fate = stops_once
    assert worker.round_of_reminders(session, clock, "one", pushes)
    worker.round_of_reminders(session, clock, "one", pushes)
    assert fates(session, "test") == [("done", "push", None)] * (CLAIMED + 1)
