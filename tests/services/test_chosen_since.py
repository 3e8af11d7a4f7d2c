"""What she chose after a line was written, and what she asked for herself, as it goes out or does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest

from pith.domain.reminders import Choice, Quiet, Slot
from pith.services import delivering, due, reminders
from pith.services.transaction import AnySession
from tests.cast import Cast
from tests.conftest import Clock
from tests.services.test_delivering import DUE, Heard, lines
from tests.services.test_reminders import CHOICE, came_at_seven, round_of


@pytest.fixture
def out(clock: Clock) -> Heard:
    return Heard(clock)


def chooses(session: AnySession, cast: Cast, clock: Clock, choice: Choice) -> None:
    reminders.choose(session, cast.client.actor, clock(), cast.client.id, choice)


ONE_MORE = replace(CHOICE, follow_up_min=60)


@pytest.mark.parametrize(
    "choice",
    [CHOICE, replace(ONE_MORE, slots=()), replace(ONE_MORE, slots=(Slot(time(7), enabled=False),))],
)
def test_one_more_does_not_come_once_she_turned_it_or_every_time_off(
    session: AnySession, cast: Cast, clock: Clock, out: Heard, choice: Choice
) -> None:
    came_at_seven(session, cast, clock, out, ONE_MORE)
    clock.forward(minutes=10)
    chooses(session, cast, clock, choice)
    clock.forward(minutes=55)
    round_of(session, clock, out)
    assert [one.kind for one in out.lines] == ["reminder"]
    assert [(one.kind, one.reason) for one in lines(session)] == [("reminder", None), ("follow_up", "changed")]


def test_one_more_still_comes_when_she_changed_another_thing(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    came_at_seven(session, cast, clock, out, ONE_MORE)
    chooses(session, cast, clock, replace(ONE_MORE, slots=(Slot(time(8), frozenset({6})),)))
    clock.forward(minutes=61)
    round_of(session, clock, out)
    assert [one.kind for one in out.lines] == ["reminder", "follow_up"]


@pytest.mark.parametrize(
    "slots",
    [(), (Slot(time(7), enabled=False),), (Slot(time(7, 30)),), (Slot(time(7), frozenset({0})),)],
)
def test_a_reminder_does_not_go_out_once_its_time_is_off(
    session: AnySession, cast: Cast, clock: Clock, out: Heard, slots: tuple[Slot, ...]
) -> None:
    came_at_seven(session, cast, clock, out)
    clock.now = DUE + timedelta(days=1, minutes=1)
    due.claim(session, clock())
    chooses(session, cast, clock, replace(CHOICE, slots=slots))
    delivering.deliver(session, clock, "one", out)
    assert [one.local_date for one in out.lines] == ["2026-03-03"]
    assert [(one.local_date, one.reason) for one in lines(session)] == [("2026-03-03", None), ("2026-03-04", "changed")]


@pytest.mark.parametrize(
    "more", [{"quiet": Quiet(time(7, 10), time(9))}, {"away_until": date(2026, 3, 9)}], ids=["quiet", "away"]
)
def test_a_snooze_comes_when_she_said_in_quiet_hours_and_on_days_away_too(
    session: AnySession, cast: Cast, clock: Clock, out: Heard, more: dict[str, Any]
) -> None:
    told = came_at_seven(session, cast, clock, out)
    chooses(session, cast, clock, replace(CHOICE, **more))
    reminders.snooze(session, cast.client.actor, clock(), told, 30)
    clock.forward(minutes=31)
    round_of(session, clock, out)
    assert [one.kind for one in out.lines] == ["reminder", "snooze"]


def test_one_more_does_not_come_in_the_night_of_the_next_date(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    came_at_seven(session, cast, clock, out)
    chooses(session, cast, clock, Choice("Europe/Berlin", (Slot(time(22)),), follow_up_min=180))
    clock.now = DUE + timedelta(hours=15, minutes=1)
    round_of(session, clock, out)
    assert [(one.kind, one.slot) for one in lines(session)] == [("reminder", "07:00"), ("reminder", "22:00")]
