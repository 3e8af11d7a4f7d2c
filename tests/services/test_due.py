"""From the clock to the ledger: what is due is claimed, whatever was worked out or chosen anew in between."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest
from sqlalchemy import select

from pith.domain.reminders import Choice, Slot
from pith.services import due, reminders
from pith.services.transaction import AnySession, read, write
from pith.store.reminders import Reminder
from tests.cast import Cast
from tests.conftest import Clock
from tests.services.test_delivering import DUE, MINUTE, lines

CHOICE = Choice("Europe/Berlin", (Slot(time(7)),))


def chooses(session: AnySession, cast: Cast, clock: Clock, choice: Choice = CHOICE) -> None:
    reminders.choose(session, cast.client.actor, clock(), cast.client.id, choice)


def waits_for_its_claim(session: AnySession, cast: Cast, clock: Clock, minutes: int = 2) -> None:
    """She is reminded at 7, and no worker has looked since."""
    clock.now = DUE - timedelta(hours=10)
    chooses(session, cast, clock)
    clock.now = DUE + minutes * MINUTE


def test_what_is_due_is_not_lost_to_new_rules_of_time_zones(session: AnySession, cast: Cast, clock: Clock) -> None:
    waits_for_its_claim(session, cast, clock)
    with write(session):
        session.scalars(select(Reminder)).one().tzdata = "2020.1"
    assert due.recompute(session, clock()) == 1
    assert due.claim(session, clock()) == 1
    assert [(one.local_date, one.slot, one.status) for one in lines(session)] == [("2026-03-03", "07:00", "due")]


def test_what_is_due_is_not_lost_to_a_choice_that_leaves_its_time(
    session: AnySession, cast: Cast, clock: Clock
) -> None:
    waits_for_its_claim(session, cast, clock)
    chooses(session, cast, clock, replace(CHOICE, follow_up_min=60))
    assert due.claim(session, clock()) == 1
    assert due.claim(session, clock()) == 0
    assert [(one.local_date, one.slot) for one in lines(session)] == [("2026-03-03", "07:00")]


@pytest.mark.parametrize(
    ("choice", "minutes"),
    [
        (replace(CHOICE, slots=(Slot(time(7, 30)),)), 2),
        (replace(CHOICE, slots=(Slot(time(7), frozenset({0})),)), 2),
        (replace(CHOICE, slots=(Slot(time(7), enabled=False),)), 2),
        (replace(CHOICE, timezone="America/New_York"), 2),
        (replace(CHOICE, follow_up_min=60), 91),
    ],
)
def test_a_time_that_she_took_away_or_that_is_over_is_not_claimed_after_she_chose_anew(
    session: AnySession, cast: Cast, clock: Clock, choice: Choice, minutes: int
) -> None:
    waits_for_its_claim(session, cast, clock, minutes)
    chooses(session, cast, clock, choice)
    assert due.claim(session, clock()) == 0


def test_a_clock_that_ran_ahead_for_one_round_takes_no_reminders_away(
    session: AnySession, cast: Cast, clock: Clock
) -> None:
    clock.now = DUE - timedelta(hours=10)
    chooses(session, cast, clock)
    due.claim(session, clock() + timedelta(days=4000))
    assert due.recompute(session, clock()) == 1
    assert due.recompute(session, clock()) == 0
    with read(session):
        assert session.scalars(select(Reminder.next_due_at)).one() == DUE
