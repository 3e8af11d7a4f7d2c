"""The bounds of the dose rules: who goes the slow lane, and when a no has waited long enough."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from pith.domain.dose import PainFacts
from pith.domain.dose_bounds import in_slow_lane, is_aged, may_be_proposed

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
TODAY = date(2026, 3, 2)


def slow(**known: Any) -> bool:
    usual: dict[str, Any] = {
        "lane": "auto",
        "aged": False,
        "overridden": False,
        "flags": (),
        "slow_flags": {"fibromyalgia"},
    }
    return in_slow_lane(**{**usual, "pains": (), "now": NOW, **known})


def pains(*values: int, days_ago: float = 1) -> list[PainFacts]:
    return [PainFacts(NOW - timedelta(days=days_ago), value) for value in values]


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({}, False),
        ({"aged": True}, True),
        ({"overridden": True}, True),
        ({"flags": {"fibromyalgia"}}, True),
        ({"flags": {"hypermobility"}}, False),
        ({"pains": pains(7, 7)}, True),
        ({"pains": pains(7, 6)}, False),
        ({"pains": pains(9, days_ago=14)}, True),
        ({"pains": pains(9, days_ago=14.1)}, False),
        ({"pains": pains(9, days_ago=-1)}, False),
    ],
)
def test_without_a_choice_her_answers_say_which_lane(known: dict[str, Any], expected: bool) -> None:
    assert slow(**known) is expected


def test_the_therapists_choice_of_a_lane_counts() -> None:
    assert slow(lane="slow") is True
    assert slow(lane="usual", aged=True, overridden=True, flags={"fibromyalgia"}, pains=pains(10)) is False


@pytest.mark.parametrize(("told", "expected"), [(74, False), (75, True), (None, False), ("old", False)])
def test_seventy_five_is_old(told: object, expected: bool) -> None:
    assert is_aged(told) is expected


def test_a_no_waits_as_long_as_a_step_does() -> None:
    week, two = TODAY - timedelta(days=7), TODAY - timedelta(days=14)
    assert may_be_proposed([], TODAY, slow_lane=False)
    assert may_be_proposed([week], TODAY, slow_lane=False)
    assert not may_be_proposed([two, week + timedelta(days=1)], TODAY, slow_lane=False)
    assert not may_be_proposed([week], TODAY, slow_lane=True)
    assert may_be_proposed([two], TODAY, slow_lane=True)
