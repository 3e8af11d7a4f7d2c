"""Nobody is reminded of a program that is closed, is not there, or has nothing for her that day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from pith.domain.reminders import Choice, Slot
from pith.services import delivering, due, reminders
from pith.services.transaction import AnySession, write
from pith.store.db import db
from tests import logs
from tests.cast import Cast, Someone
from tests.conftest import Clock
from tests.services.flags_world import act
from tests.services.intake_world import push, told_all
from tests.services.reminder_world import cleared, with_program
from tests.services.test_delivering import DUE, Heard, lines

MINUTE = timedelta(minutes=1)
CHOICE = Choice("Europe/Berlin", (Slot(time(7)),))


@contextmanager
def _counted() -> Iterator[list[str]]:
    """The statements that are run inside."""
    seen: list[str] = []

    def note(_: Any, __: Any, statement: str, *___: Any) -> None:
        seen.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(db.engine, "before_cursor_execute", note)


@pytest.fixture
def out(clock: Clock) -> Heard:
    return Heard(clock)


def has(session: AnySession, who: Someone, at: datetime, clearance: bool = True, **version: Any) -> None:
    with write(session):
        if clearance:
            cleared(session, who, at)
        with_program(session, who, at, **version)


def sends(session: AnySession, cast: Cast, clock: Clock, out: Heard, days: int = 0) -> str | None:
    """What becomes of the reminder of that day: None when it went out, else why it did not."""
    clock.now = DUE + timedelta(days=days, hours=-1)
    reminders.choose(session, cast.client.actor, clock.now, cast.client.id, CHOICE)
    clock.now = DUE + timedelta(days=days, minutes=1)
    due.claim(session, clock())
    delivering.deliver(session, clock, "one", out)
    [line] = [one for one in lines(session) if one.kind == "reminder"]
    assert (line.status == "done") == any(one.kind == "reminder" for one in out.lines)
    return line.reason


def test_who_may_practise_today_is_reminded(session: AnySession, cast: Cast, clock: Clock, out: Heard) -> None:
    has(session, cast.client, clock.now)
    assert sends(session, cast, clock, out) is None


def test_who_has_no_program_is_not_reminded_of_one(session: AnySession, cast: Cast, clock: Clock, out: Heard) -> None:
    with write(session):
        cleared(session, cast.client, clock.now)
    assert sends(session, cast, clock, out) == "no_program"


def test_a_program_that_begins_tomorrow_is_none_today(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    has(session, cast.client, clock.now, starts_on="2026-03-04")
    assert sends(session, cast, clock, out) == "no_program"


def test_a_day_of_rest_is_left_in_peace(session: AnySession, cast: Cast, clock: Clock, out: Heard) -> None:
    has(session, cast.client, clock.now, days=[0, 2])  # the 3rd of March is a Tuesday
    assert sends(session, cast, clock, out) == "rest"


def test_a_technique_with_days_of_its_own_is_reminded_of_on_them(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    has(session, cast.client, clock.now, days=[0], items=[{"days": None}, {"days": [1]}])
    assert sends(session, cast, clock, out) is None


def test_the_version_that_holds_on_that_date_counts(session: AnySession, cast: Cast, clock: Clock, out: Heard) -> None:
    has(session, cast.client, clock.now)
    with write(session):
        with_program(session, cast.client, clock.now, 2, days=[0])
        with_program(session, cast.client, clock.now, 3, days=[1], starts_on="2026-03-04")
    assert sends(session, cast, clock, out) == "rest"


def test_who_never_answered_the_safety_questions_is_not_told_to_practise(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    has(session, cast.client, clock.now, clearance=False)
    assert sends(session, cast, clock, out) == "paused"


def test_her_own_answers_open_the_program(session: AnySession, cast: Cast, clock: Clock, out: Heard) -> None:
    has(session, cast.client, clock.now, clearance=False)
    push(cast.client, *told_all())
    assert sends(session, cast, clock, out) is None


def test_one_question_left_empty_keeps_it_closed(session: AnySession, cast: Cast, clock: Clock, out: Heard) -> None:
    has(session, cast.client, clock.now, clearance=False)
    push(cast.client, *told_all(q11=None))
    assert sends(session, cast, clock, out) == "paused"


def test_what_is_only_old_is_asked_when_she_comes_and_she_is_still_told_to(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    has(session, cast.client, clock.now, clearance=False)
    push(cast.client, *told_all())
    assert sends(session, cast, clock, out, days=371) is None


def test_a_clearance_that_was_taken_back_closes_the_program(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    has(session, cast.client, clock.now)
    push(cast.client, *told_all())
    clock.forward(minutes=1)
    assert cast.owner.http.delete(f"/api/v1/clients/{cast.client.id}/clearance").status_code == 204
    assert sends(session, cast, clock, out) == "paused"


@pytest.mark.parametrize(("lifted", "why"), [(False, "paused"), (True, None)])
def test_a_red_flag_closes_it_until_it_is_lifted(
    session: AnySession, cast: Cast, clock: Clock, out: Heard, lifted: bool, why: str | None
) -> None:
    has(session, cast.client, clock.now)
    raised = logs.make("flag", flag_id="rf_dvt", on=True)
    push(cast.client, raised)
    if lifted:
        act(cast, "rf_dvt", "lift", lifts=raised["id"], reason="Seen by a physician", role="physician")
    assert sends(session, cast, clock, out) == why


def test_another_flag_does_not_close_it(session: AnySession, cast: Cast, clock: Clock, out: Heard) -> None:
    has(session, cast.client, clock.now)
    push(cast.client, logs.make("flag"))
    assert sends(session, cast, clock, out) is None


def test_a_snooze_that_she_asked_for_comes_on_a_day_of_rest_too(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    has(session, cast.client, clock.now, days=[5])
    reminders.snooze(session, cast.client.actor, clock.now, None, 30)
    clock.forward(minutes=31)
    delivering.deliver(session, clock, "one", out)
    assert [one.kind for one in out.lines] == ["snooze"]


def test_a_calendar_that_was_chosen_after_a_slot_was_entered_keeps_it_from_going_out(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    has(session, cast.client, clock.now)
    reminders.choose(session, cast.client.actor, clock.now, cast.client.id, CHOICE)
    clock.now = DUE + MINUTE
    due.claim(session, clock())
    calendar = Choice("Europe/Berlin", (Slot(time(7)),), calendar=True)
    reminders.choose(session, cast.client.actor, clock.now, cast.client.id, calendar)
    delivering.deliver(session, clock, "one", out)
    assert [(one.status, one.reason) for one in lines(session)] == [("skipped", "calendar")]


def test_a_batch_is_looked_at_in_as_many_reads_for_three_clients_as_for_one(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    counts = []
    for day, people in enumerate(([cast.client], [cast.client, cast.other_client, cast.strangers_client])):
        for who in people[day:]:
            has(session, who, clock.now)
            reminders.choose(session, who.actor, clock.now, who.id, CHOICE)
        clock.now = DUE + timedelta(days=day, minutes=1)
        due.claim(session, clock())
        with _counted() as seen:
            assert delivering.deliver(session, clock, "one", out) == len(people)
        counts.append(len(seen))
    assert counts[0] == counts[1]
    assert len(out.lines) == 4
