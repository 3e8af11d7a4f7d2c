"""Visits in the room: what may be written down, when a course is looked at, and how long practice stays gentle."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from pith.domain.errors import Invalid
from pith.domain.visits import (
    Review,
    VisitDraft,
    check_course,
    check_visit,
    gentle_until,
    instant_of,
    next_review,
    reviews_due,
    visits_in,
)

CASES = json.loads((Path(__file__).parents[1] / "contract" / "gentle.json").read_text())
TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
GOOD = VisitDraft(TODAY, 50, "direct", (("calf", "left"), ("calf", "right")), "Left calf softer.", "Warm.")
BEGAN = date(2026, 1, 5)


@pytest.mark.parametrize("case", CASES, ids=[case["rule"] for case in CASES])
def test_practice_is_gentle_for_48_hours_after_the_newest_visit(case: dict[str, Any]) -> None:
    until = gentle_until([datetime.fromisoformat(one) for one in case["visits"]], datetime.fromisoformat(case["now"]))
    assert until == (None if case["until"] is None else datetime.fromisoformat(case["until"]))


def test_a_whole_visit_is_taken() -> None:
    check_visit(GOOD, TODAY)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"on": TODAY + timedelta(days=1)}, "on"),
        ({"on": date(2019, 12, 31)}, "on"),
        ({"minutes": 4}, "minutes"),
        ({"minutes": 301}, "minutes"),
        ({"kind": "hard"}, "kind"),
        ({"regions": (("calf", "left"), ("calf", "left"))}, "regions"),
        ({"regions": tuple((f"place{n}", "left") for n in range(61))}, "regions"),
        ({"regions": (("calf", "left"), ("calf", "middle"))}, "regions.1"),
        ({"regions": (("soul", "left"),)}, "regions.0"),
        ({"note": "x" * 2001}, "note"),
        ({"reaction": "x" * 2001}, "reaction"),
    ],
)
def test_what_makes_no_sense_is_refused_by_its_field(wrong: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        check_visit(replace(GOOD, **wrong), TODAY)
    assert field in refused.value.fields
    assert all(name.split(".")[0] == field.split(".")[0] for name in refused.value.fields)


@pytest.mark.parametrize("minutes", [5, 300])
@pytest.mark.parametrize("kind", ["direct", "indirect", "both"])
def test_the_shortest_and_the_longest_of_each_kind_are_taken(minutes: int, kind: str) -> None:
    check_visit(replace(GOOD, minutes=minutes, kind=kind), TODAY)


@pytest.mark.parametrize("planned", [3, 4, 5, 6, 10, 11, 12])
def test_a_course_has_three_to_six_visits_or_ten_to_twelve(planned: int) -> None:
    check_course(planned, TODAY, TODAY)


@pytest.mark.parametrize("planned", [0, 1, 2, 7, 8, 9, 13, -3])
def test_a_course_of_another_length_is_refused(planned: int) -> None:
    with pytest.raises(Invalid) as refused:
        check_course(planned, TODAY, TODAY)
    assert list(refused.value.fields) == ["visits_planned"]


@pytest.mark.parametrize("began", [date(2019, 12, 31), TODAY + timedelta(days=367), date.max])
def test_a_course_begins_on_a_day_that_can_be(began: date) -> None:
    with pytest.raises(Invalid) as refused:
        check_course(6, began, TODAY)
    assert list(refused.value.fields) == ["started_on"]


def test_a_visit_of_today_counts_from_now() -> None:
    assert instant_of(TODAY, NOW, "Europe/Berlin") == NOW


def test_a_visit_of_a_day_before_counts_from_late_on_that_day_where_she_lives() -> None:
    assert instant_of(date(2026, 3, 1), NOW, "Europe/Berlin") == datetime(2026, 3, 1, 22, 59, tzinfo=UTC)
    assert instant_of(date(2026, 3, 1), NOW, "Asia/Tokyo") == datetime(2026, 3, 1, 14, 59, tzinfo=UTC)


def test_no_visit_counts_from_later_than_now() -> None:
    at = datetime(2026, 3, 1, 22, 59, 30, tzinfo=UTC)
    assert instant_of(date(2026, 3, 1), at, "Europe/Berlin") == at
    assert instant_of(date(2026, 3, 1), at + timedelta(seconds=40), "Europe/Berlin") <= at


def test_visits_count_from_the_day_on_which_the_course_began() -> None:
    assert visits_in(BEGAN, [date(2026, 1, 4), BEGAN, date(2026, 1, 12)]) == 2


@pytest.mark.parametrize(
    ("today", "weeks"),
    [
        (date(2026, 2, 15), None),
        (date(2026, 2, 16), 6),
        (date(2026, 3, 29), 6),
        (date(2026, 3, 30), 12),
        (date(2026, 12, 31), 12),
    ],
)
def test_reviews_fall_due_after_six_weeks_and_after_twelve(today: date, weeks: int | None) -> None:
    assert [one.weeks for one in reviews_due(BEGAN, [], (), today)] == ([] if weeks is None else [weeks])


def test_a_review_says_how_many_visits_there_were_by_then() -> None:
    visits = [date(2026, 1, 1), BEGAN, date(2026, 2, 2), date(2026, 3, 3)]
    assert reviews_due(BEGAN, visits, (), TODAY) == (Review(6, date(2026, 2, 16), 2),)


@pytest.mark.parametrize(("closed", "waiting"), [({6}, []), ({12}, []), ({6, 12}, []), (set(), [12]), ({6}, [12])])
def test_a_closed_review_waits_no_more_and_an_earlier_one_never_comes_back(
    closed: set[int], waiting: list[int]
) -> None:
    today = date(2026, 4, 1) if 12 in {*closed, *waiting} else TODAY
    assert [one.weeks for one in reviews_due(BEGAN, [], closed, today)] == waiting


def test_the_next_review_is_the_one_ahead_or_todays() -> None:
    assert next_review(BEGAN, date(2026, 2, 16)) == (6, date(2026, 2, 16))
    assert next_review(BEGAN, date(2026, 2, 17)) == (12, date(2026, 3, 30))
    assert next_review(BEGAN, date(2026, 3, 31)) is None
