"""What comes into the inbox, in which order, and what nobody told: silence, a slow rise of pain, time for a review."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from pith.domain.days import last_days
from pith.domain.inbox import (
    RANKS,
    Course,
    alert_of,
    rank_of,
    silent_days,
    subject,
    was_silent,
    week_of,
    weekly,
    worsening,
)
from pith.domain.practice import AlertRow
from tests import logs

TODAY = date(2026, 11, 23)  # a Monday, week 48


def ago(*days: int) -> list[date]:
    return [TODAY - timedelta(days=back) for back in days]


def every_day(count: int, since: int = 0) -> frozenset[date]:
    """The last `count` dates that end `since` days ago."""
    return frozenset(last_days(TODAY - timedelta(days=since), count))


STEADY = Course(
    today=TODAY,
    began=TODAY - timedelta(days=30),
    due=every_day(28),
    practised=every_day(28, since=1),
    pains=[(day, 3) for day in every_day(28)],
)


def found(course: Course) -> list[tuple[str, str]]:
    return [(one.cause, one.source_id) for one in weekly(course)]


@pytest.mark.parametrize(
    ("level", "cause", "rule", "rank"),
    [
        ("urgent", "red_flag", "", "urgent"),
        ("urgent", "dose", "D01", "urgent"),
        ("urgent", "reaction", "", "urgent"),
        ("same_day", "hurt", "", "stop"),
        ("review", "hurt", "", "review"),
        ("same_day", "dose", "D02", "stop"),
        ("same_day", "dose", "D03", "reaction"),
        ("same_day", "reaction", "", "reaction"),
        ("same_day", "dose", "D04", "worsening"),
        ("review", "worsening", "", "worsening"),
        ("review", "dose", "D05", "review"),
        ("review", "dose", "D06", "silence"),
        ("review", "dose", "D13", "review"),
        ("review", "question", "", "question"),
        ("review", "silence", "", "silence"),
        ("review", "strong_pain", "", "review"),
        ("review", "review", "", "review"),
        ("info", "note", "", "info"),
        ("info", "reminders", "", "info"),
        ("", "of a later version", "", "info"),
    ],
)
def test_everything_has_its_place_by_level_cause_and_rule(level: str, cause: str, rule: str, rank: str) -> None:
    assert rank_of(level, cause, rule) == rank
    assert rank in RANKS


@pytest.mark.parametrize(
    ("log", "cause", "level", "detail"),
    [
        (logs.make("question"), "question", "review", {}),
        (logs.make("note"), "note", "info", {}),
        (logs.make("reaction", answer="worse"), "reaction", "same_day", {"answer": "worse"}),
        (logs.make("reaction", answer="new_sign"), "reaction", "same_day", {"answer": "new_sign"}),
        (logs.make("hurt"), "hurt", "same_day", {"feeling": "sharp"}),
        (logs.make("check", answers={"d3": 9}), "strong_pain", "review", {"pain": 9}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_log_that_needs_somebody_makes_its_alert(
    log: dict[str, Any], cause: str, level: str, detail: dict[str, Any]
) -> None:
    alert = alert_of(log, ())
    assert alert is not None
    assert (alert.cause, alert.source_id, alert.level, alert.withdrawn) == (cause, log["id"], level, False)
    assert detail.items() <= dict(alert.detail).items()
    taken_back = alert_of(log, {log["id"]})
    assert taken_back is not None and taken_back.withdrawn


@pytest.mark.parametrize(
    "log",
    [
        logs.make("note", private=True),
        logs.make("reaction", answer="gone"),
        logs.make("reaction", answer="still"),
        logs.make("session"),
        logs.make("check"),
    ],
    ids=lambda log: log["kind"],
)
def test_a_diary_and_what_is_usual_make_none(log: dict[str, Any]) -> None:
    assert alert_of(log, ()) is None


def test_who_practises_as_prescribed_is_left_alone() -> None:
    assert weekly(STEADY) == []


def test_before_the_program_is_on_her_phone_nothing_is_looked_for() -> None:
    assert weekly(Course(TODAY, None, due=every_day(28))) == []
    assert silent_days(Course(TODAY, None, due=every_day(28))) == 0


def test_four_prescribed_days_without_practice_are_silence_once_a_week() -> None:
    quiet = replace(STEADY, practised=every_day(20, since=5))
    assert weekly(quiet) == [AlertRow("silence", "2026-W48", "review", {"days": 4, "last": "2026-11-18"})]
    assert weekly(replace(STEADY, practised=every_day(20, since=4))) == []


def test_today_is_not_over_and_days_off_are_not_owed() -> None:
    quiet = replace(STEADY, practised=every_day(20, since=5))
    assert silent_days(quiet) == 4
    assert silent_days(replace(quiet, due=quiet.due - set(ago(1, 2)))) == 2


def test_two_weeks_left_out_are_silence_as_far_as_she_was_not_told_to_rest() -> None:
    assert was_silent(ago(*range(1, 15)), ())
    assert not was_silent(ago(*range(1, 15)), ago(14))
    assert was_silent(ago(*range(1, 16)), ago(15, 20))
    assert not was_silent(ago(*range(1, 14), 13), ())


def test_who_never_began_is_silent_from_the_day_after_the_hand_over() -> None:
    never = replace(STEADY, began=ago(5)[0], practised=frozenset(), pains=())
    assert weekly(never) == [AlertRow("silence", "2026-W48", "review", {"days": 4, "last": None})]


def test_the_week_is_that_of_the_calendar_also_over_new_year() -> None:
    assert week_of(date(2027, 1, 3)) == "2026-W53"
    assert week_of(date(2027, 1, 4)) == "2027-W01"


def test_a_week_that_is_two_points_worse_than_the_one_before_is_worsening() -> None:
    pains = [(day, 3) for day in ago(7, 9, 13)] + [(day, 5) for day in ago(0, 2, 6)]
    assert worsening(TODAY, pains) == (3, 5)
    [alert] = weekly(replace(STEADY, pains=pains))
    assert (alert.cause, alert.source_id, alert.detail) == ("worsening", "2026-W48", {"before": 3, "now": 5})


@pytest.mark.parametrize(
    "pains",
    [
        [(day, 3) for day in ago(7, 8)] + [(day, 4) for day in ago(0, 1)],
        [(day, 3) for day in ago(7)] + [(day, 9) for day in ago(0, 1)],
        [(day, 3) for day in ago(7, 8)] + [(day, 9) for day in ago(0)],
        [],
    ],
)
def test_one_point_or_a_single_value_is_no_worsening(pains: list[tuple[date, int]]) -> None:
    assert worsening(TODAY, pains) is None


def reviews(course: Course) -> list[tuple[str, dict[str, Any]]]:
    return [(one.source_id, dict(one.detail)) for one in weekly(course) if one.cause == "review"]


def six_weeks(before: int, now: int, days: int = 42) -> Course:
    began = TODAY - timedelta(days=days)
    first = [(began + timedelta(days=ahead), before) for ahead in range(3)]
    return replace(STEADY, began=began, pains=first + [(day, now) for day in ago(0, 1, 2)])


def test_two_values_a_week_are_enough_to_be_compared_and_are_looked_at_without_hurry() -> None:
    pains = [*((day, 5) for day in ago(1, 2)), *((day, 3) for day in ago(8, 9))]
    assert worsening(TODAY, pains) == (3.0, 5.0)
    [alert] = weekly(replace(STEADY, pains=pains))
    assert (alert.cause, alert.level) == ("worsening", "review")


def test_two_values_of_the_first_week_are_enough_and_its_last_day_is_the_seventh() -> None:
    began = TODAY - timedelta(days=42)
    last = [(day, 4) for day in ago(1, 2)]
    two = [(began, 4), (began + timedelta(days=6), 4)]
    assert [one.level for one in weekly(replace(STEADY, began=began, pains=[*two, *last]))] == ["review"]
    late = [(began, 4), (began + timedelta(days=7), 4)]
    assert weekly(replace(STEADY, began=began, pains=[*late, *last])) == []


def test_after_six_weeks_without_a_change_that_matters_it_is_time_for_a_look() -> None:
    said = {"why": "no_change", "weeks": 6, "before": 5, "now": 4}
    assert reviews(six_weeks(5, 4)) == [("no_change:6", said)]
    assert reviews(six_weeks(5, 4, days=83)) == [("no_change:6", said)]
    assert reviews(six_weeks(5, 4, days=84)) == [("no_change:12", said | {"weeks": 12})]


@pytest.mark.parametrize("course", [six_weeks(5, 3), six_weeks(5, 4, days=41), replace(six_weeks(5, 4), pains=())])
def test_a_change_that_matters_a_shorter_time_or_no_values_ask_for_none(course: Course) -> None:
    assert reviews(course) == []


def test_a_third_less_is_needed_where_pain_was_strong() -> None:
    assert reviews(six_weeks(9, 7)) == [("no_change:6", {"why": "no_change", "weeks": 6, "before": 9, "now": 7})]
    assert reviews(six_weeks(9, 6)) == []


def test_activities_that_go_as_before_are_a_goal_that_is_met() -> None:
    told = replace(STEADY, goals=(9, 10, 9.5), goals_on=date(2026, 11, 9))
    assert reviews(told) == [("goal_met:2026-11-09", {"why": "goal_met", "goals": 3})]
    assert reviews(replace(STEADY, goals=(9, 8.5))) == []


def test_less_than_forty_percent_in_each_of_two_weeks_is_little_practice() -> None:
    little = replace(STEADY, practised=frozenset(ago(1, 3, 8, 10)))
    said = {"why": "low_practice", "kept": 4, "prescribed": 14}
    assert reviews(little) == [("low_practice:2026-W48", said)]
    assert reviews(replace(little, practised=frozenset(ago(1, 3, 5, 8, 10)))) == []


def test_forty_percent_of_what_was_owed_is_not_little() -> None:
    due = frozenset(ago(1, 2, 3, 4, 5, 8, 9, 10, 11, 12))
    assert found(replace(STEADY, due=due, practised=frozenset(ago(1, 2, 8, 9)), pains=[])) == []
    assert found(replace(STEADY, due=due, practised=frozenset(ago(1, 2, 8)), pains=[])) == []
    assert found(replace(STEADY, due=due, practised=frozenset(ago(1, 8)), pains=[])) == [
        ("review", "low_practice:2026-W48")
    ]


def test_of_silence_and_little_practice_one_is_said() -> None:
    assert found(replace(STEADY, practised=frozenset(ago(8, 10)))) == [("silence", "2026-W48")]


def test_a_week_in_which_nothing_was_owed_says_nothing_of_practice() -> None:
    assert reviews(replace(STEADY, due=every_day(7, since=8), practised=frozenset(ago(1)))) == []


def test_three_steps_back_within_two_weeks_ask_for_a_look() -> None:
    assert reviews(replace(STEADY, step_backs=ago(0, 5, 13))) == [
        ("step_backs:2026-11-23", {"why": "step_backs", "times": 3})
    ]
    assert reviews(replace(STEADY, step_backs=ago(0, 5, 14))) == []


@pytest.mark.parametrize(
    ("cause", "source", "about"),
    [
        ("silence", "2026-W48", "silence"),
        ("worsening", "2026-W47", "worsening"),
        ("reminders", "since:2026-11-20", "reminders"),
        ("review", "course:2026-08-31:12", "review:course"),
        ("review", "no_change:6", "review:no_change"),
    ],
)
def test_two_alerts_of_the_round_about_the_same_are_known_by_their_subject(cause: str, source: str, about: str) -> None:
    assert subject(cause, source) == about
