"""What is told between the reminders, and when."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from itertools import pairwise

import pytest

from pith.domain.news import APART, BOTH, Last, Placed, alert_at, once_not_quiet, place, slot_of_alert
from pith.domain.reminders import Quiet

NOW = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
NIGHT = Quiet(time(22), time(7))


def test_the_first_news_go_out_at_once() -> None:
    assert place("program", None, NOW) == Placed("program", NOW)


def test_what_follows_within_five_minutes_waits_for_their_end() -> None:
    sent = Last("program", NOW - 2 * MINUTE, waits=False)
    assert place("program", sent, NOW) == Placed("program", NOW + 3 * MINUTE)


@pytest.mark.parametrize("gone", [APART, APART + MINUTE, timedelta(days=3)])
def test_after_five_minutes_news_go_out_at_once_again(gone: timedelta) -> None:
    assert place("answer", Last("program", NOW - gone, waits=False), NOW) == Placed("answer", NOW)


def test_what_comes_while_one_waits_goes_with_it() -> None:
    waiting = Last("program", NOW + 3 * MINUTE, waits=True)
    assert place("program", waiting, NOW) == Placed("program", NOW + 3 * MINUTE, joins=True)


def test_two_kinds_together_say_a_third_sentence() -> None:
    waiting = Last("program", NOW + 3 * MINUTE, waits=True)
    both = place("answer", waiting, NOW)
    assert both == Placed(BOTH, NOW + 3 * MINUTE, joins=True)
    assert place("program", Last(both.says, both.at, waits=True), NOW).says == BOTH


def test_a_storm_of_news_is_one_at_once_and_one_every_five_minutes() -> None:
    went: list[datetime] = []
    last: Last | None = None
    for second in range(0, 20 * 60, 7):
        now = NOW + timedelta(seconds=second)
        if last is not None and last.waits and last.at <= now:
            last = Last(last.says, last.at, waits=False)
        placed = place("program", last, now)
        if not placed.joins:
            went.append(placed.at)
        last = Last(placed.says, placed.at, waits=placed.at > now)
    assert went[0] == NOW
    assert all(later - earlier >= APART for earlier, later in pairwise(went))
    assert len(went) == 5


@pytest.mark.parametrize(
    ("at", "goes"),
    [
        (datetime(2026, 3, 2, 12, 0, tzinfo=UTC), datetime(2026, 3, 2, 12, 0, tzinfo=UTC)),
        (datetime(2026, 3, 2, 22, 30, tzinfo=UTC), datetime(2026, 3, 3, 6, 0, tzinfo=UTC)),
        (datetime(2026, 3, 3, 3, 0, tzinfo=UTC), datetime(2026, 3, 3, 6, 0, tzinfo=UTC)),
        # The night in which the clocks go forward is an hour shorter.
        (datetime(2026, 3, 28, 22, 30, tzinfo=UTC), datetime(2026, 3, 29, 5, 0, tzinfo=UTC)),
    ],
)
def test_news_wait_for_the_end_of_the_quiet_hours(at: datetime, goes: datetime) -> None:
    assert once_not_quiet(at, NIGHT, "Europe/Berlin") == goes


def test_without_quiet_hours_nothing_waits() -> None:
    midnight = datetime(2026, 3, 3, tzinfo=UTC)
    assert once_not_quiet(midnight, None, "Europe/Berlin") == midnight


def test_an_alerts_slot_is_its_own_and_names_nobody() -> None:
    slot = slot_of_alert("client", "hurt", "log")
    assert slot == slot_of_alert("client", "hurt", "log")
    others = {slot_of_alert("other", "hurt", "log"), slot_of_alert("client", "red_flag", "log")}
    assert len({slot, *others, slot_of_alert("client", "hurt", "log-2")}) == 4
    assert len(slot) <= 64
    assert "client" not in slot


@pytest.mark.parametrize(
    ("level", "last_min", "told_min"),
    [
        ("same_day", None, 0),
        ("same_day", -10, 0),
        ("same_day", -9, 1),
        ("same_day", 0, 10),
        ("same_day", 4, 4),
        ("urgent", -1, 0),
        ("urgent", 4, 0),
    ],
)
def test_a_red_flag_is_told_at_once_and_of_many_stops_the_first(
    level: str, last_min: int | None, told_min: int
) -> None:
    last = None if last_min is None else NOW + timedelta(minutes=last_min)
    assert alert_at(level, last, NOW) == NOW + timedelta(minutes=told_min)
