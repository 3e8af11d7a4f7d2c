"""What an answer of a push service means."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pith.domain.push_answers import (
    CLOSED_LONGEST,
    LONGEST_WAIT,
    SILENT_LONGEST,
    TRIES,
    closed_for,
    next_try,
    react,
    silent_for,
    waiting,
)

NOW = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
LATE = NOW + timedelta(minutes=90)


@pytest.mark.parametrize(
    ("status", "reason", "fate", "closes"),
    [
        (201, "", "accepted", False),
        (200, "", "accepted", False),
        (202, "", "accepted", False),
        (301, "", "lost", False),
        (400, "BadWebPushTopic", "lost", False),
        (400, '{"reason":"VapidPkHashMismatch"}', "resubscribe", False),
        (401, "", "refused", True),
        (403, "BadJwtToken", "refused", True),
        (403, "VapidPkHashMismatch", "resubscribe", False),
        (404, "", "gone", False),
        (410, "", "gone", False),
        (413, "", "lost", False),
        (429, "", "again", True),
        (500, "", "again", False),
        (503, "", "again", False),
        (None, "", "again", False),
    ],
)
def test_each_answer_has_its_meaning(status: int | None, reason: str, fate: str, closes: bool) -> None:
    found = react(status, None, reason, NOW)
    assert (found.fate, found.closes) == (fate, closes)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        (None, None),
        ("120", 120),
        (" 0 ", 0),
        ("-5", None),
        ("soon", None),
        ("Mon, 02 Mar 2026 06:01:00 GMT", 60),
        ("Mon, 02 Mar 2026 06:01:00", 60),
        ("Mon, 02 Mar 2026 05:00:00 GMT", 0),
        ("99999999", 6 * 3600),
        ("9" * 40, 6 * 3600),
        ("9" * 5000, 6 * 3600),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 6 * 3600),
        ("Fri, 31 Dec 99999999999999999999 23:59:59 GMT", None),
    ],
)
def test_a_service_may_ask_for_patience_in_seconds_or_by_a_date(text: str | None, seconds: int | None) -> None:
    assert waiting(text, NOW) == (None if seconds is None else timedelta(seconds=seconds))


@given(st.integers(1, 10), st.floats(0, 1))
def test_another_try_comes_within_the_window_or_not_at_all(tries: int, chance: float) -> None:
    found = next_try(tries, None, NOW, LATE, lambda: chance)
    assert (found is None) == (tries >= TRIES)
    assert found is None or NOW <= found < LATE


def test_a_service_is_not_asked_again_before_it_wants_to_be() -> None:
    assert next_try(1, timedelta(minutes=2), NOW, LATE, lambda: 0) == NOW + timedelta(minutes=2)
    assert next_try(1, timedelta(hours=2), NOW, LATE, lambda: 0) is None


@given(st.integers(1, 300), st.floats(0, 1))
def test_what_is_urgent_is_tried_until_it_is_too_late_and_never_waits_long(tries: int, chance: float) -> None:
    found = next_try(tries, None, NOW, LATE, lambda: chance, urgent=True)
    assert found is not None
    assert NOW <= found <= NOW + LONGEST_WAIT
    assert next_try(tries, timedelta(hours=6), NOW, LATE, lambda: 0, urgent=True) == NOW + LONGEST_WAIT
    assert next_try(tries, LONGEST_WAIT, NOW, NOW + LONGEST_WAIT, lambda: 0, urgent=True) is None


def test_a_service_that_says_nothing_is_left_alone_ever_longer() -> None:
    spans = [silent_for(number) for number in range(1, 30)]
    assert spans == sorted(spans)
    assert (spans[0], spans[1], spans[-1]) == (timedelta(seconds=30), timedelta(minutes=1), SILENT_LONGEST)


def test_no_service_is_left_alone_for_longer_than_six_hours() -> None:
    assert closed_for(1, timedelta(days=115)) == CLOSED_LONGEST


def test_a_service_that_goes_on_refusing_is_left_alone_ever_longer() -> None:
    spans = [closed_for(number, None) for number in range(1, 30)]
    assert spans == sorted(spans)
    assert spans[0] == timedelta(minutes=5)
    assert spans[-1] == CLOSED_LONGEST
    assert closed_for(3, timedelta(seconds=90)) == timedelta(seconds=90)
    assert closed_for(3, timedelta()) == timedelta(seconds=1)
