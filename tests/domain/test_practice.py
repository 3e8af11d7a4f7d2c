"""Kept days, alerts, and what the client list says."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from pith.domain.days import Sighting, read_instant, skipped_dates
from pith.domain.practice import (
    HURT_LEVEL,
    Due,
    Entry,
    Hurt,
    Reaction,
    Rest,
    Session,
    alert_of,
    days_kept,
    last_practised,
    latest_pain,
    may_be_answered,
    pause_dates,
    practised_dates,
    reaction_dates,
    stops_in,
)
from pith.domain.programs import in_force
from tests import logs

TABLE = json.loads((Path(__file__).parents[1] / "contract" / "adherence.json").read_text())["cases"]
TODAY = date(2026, 3, 2)


@dataclass(frozen=True)
class Version:
    number: int
    starts_on: date
    days: list[int]
    items: list[dict[str, Any]]


def due_by_date(today: date, window_days: int, told: list[dict[str, Any]]) -> dict[date, Due]:
    versions = [Version(v["number"], date.fromisoformat(v["starts_on"]), v["days"], v["items"]) for v in told]
    answered = {v["number"]: frozenset(v["answered"]) for v in told if "answered" in v}
    found = {}
    for back in range(window_days):
        day = today - timedelta(days=back)
        version = in_force(versions, day)
        items = version.items if version else []
        own = version.days if version else []
        due = [item for item in items if day.weekday() in (own if item["days"] is None else item["days"])]
        if version and due:
            techniques = frozenset(item.get("technique_id", item["key"]) for item in due)
            dose_s = sum(item["dose_s"] for item in due)
            found[day] = Due(version.number, dose_s, techniques, answered.get(version.number))
    return found


def off_dates(given: dict[str, Any], due: dict[date, Due]) -> frozenset[date]:
    """Travel, pause and reaction together, as the list of clients takes them."""
    seen = [
        Sighting(read_instant(told["at"]), date.fromisoformat(told["local_date"]), told["utc_offset_min"])
        for told in given.get("sightings", [])
    ]
    hurts = [Hurt(**(told | {"local_date": date.fromisoformat(told["local_date"])})) for told in given.get("hurts", [])]
    reactions = [
        Reaction(date.fromisoformat(told["local_date"]), told["answer"]) for told in given.get("reactions", [])
    ]
    practised = practised_dates(due, standing_in(given))
    return skipped_dates(seen) | pause_dates(due, hurts, rests_in(given), practised) | reaction_dates(reactions)


def rests_in(given: dict[str, Any]) -> list[Rest]:
    return [
        Rest(
            told["target"],
            date.fromisoformat(told["from"]),
            None if told["until"] is None else date.fromisoformat(told["until"]),
        )
        for told in given.get("rests", [])
    ]


def standing_in(given: dict[str, Any]) -> list[Session]:
    return [session_of(told) for told in given["sessions"] if told["id"] not in given["voided"]]


def session_of(told: dict[str, Any]) -> Session:
    entries = tuple(Entry(item["technique_id"], item["planned_s"], item["done_s"]) for item in told["items"])
    return Session(told["id"], date.fromisoformat(told["local_date"]), entries)


@pytest.mark.parametrize("case", TABLE, ids=lambda case: str(case["name"]))
def test_the_shared_table_of_adherence_holds(case: dict[str, Any]) -> None:
    given = case["in"]
    today = date.fromisoformat(given["today"])
    due = due_by_date(today, given["window_days"], given["versions"])
    found = days_kept(today, due, standing_in(given), window_days=given["window_days"], off=off_dates(given, due))
    assert {
        "kept": found.kept,
        "prescribed": found.prescribed,
        "practised": [day.isoformat() for day in found.practised],
    } == case["out"]


def test_a_date_off_is_not_owed() -> None:
    due = {TODAY - timedelta(days=back): Due(1, 100, frozenset("a")) for back in range(14)}
    assert days_kept(TODAY, due, []).prescribed == 13
    assert days_kept(TODAY, due, [], off={TODAY - timedelta(days=3)}).prescribed == 12


@pytest.mark.parametrize("feeling", HURT_LEVEL)
def test_every_hurt_becomes_an_alert_with_what_happened_and_where(feeling: str) -> None:
    log = logs.make("hurt", feeling=feeling)
    alert = alert_of(log, voided=())
    assert alert is not None
    assert (alert.cause, alert.source_id, alert.withdrawn) == ("hurt", log["id"], False)
    assert alert.level == ("review" if feeling == "too_much" else "same_day")
    assert alert.detail == {name: log[name] for name in ("technique_id", "level", "side", "second", "feeling")}


def test_an_alert_whose_void_arrived_first_is_born_withdrawn() -> None:
    log = logs.make("hurt")
    alert = alert_of(log, voided={log["id"]})
    assert alert is not None and alert.withdrawn


@pytest.mark.parametrize(("discomfort", "level"), [(0, "review"), (7, "review"), (8, "same_day"), (10, "same_day")])
def test_just_too_much_is_told_the_same_day_from_8_of_10_on(discomfort: int, level: str) -> None:
    alert = alert_of(logs.make("hurt", feeling="too_much", discomfort=discomfort), ())
    assert alert is not None
    assert (alert.level, alert.detail["discomfort"]) == (level, discomfort)


def test_a_number_never_makes_a_sharp_pain_less_urgent() -> None:
    alert = alert_of(logs.make("hurt", feeling="sharp", discomfort=2), ())
    assert alert is not None and alert.level == "same_day"


@pytest.mark.parametrize("pain", [8, 10, 9.0])
def test_strong_pain_before_a_practice_is_for_review(pain: float) -> None:
    log = logs.make("check", answers={"d3": pain})
    alert = alert_of(log, voided=())
    assert alert is not None
    assert (alert.cause, alert.source_id, alert.level) == ("strong_pain", log["id"], "review")
    assert (alert.detail, alert.withdrawn) == ({"pain": pain}, False)
    taken_back = alert_of(log, voided={log["id"]})
    assert taken_back is not None and taken_back.withdrawn


@pytest.mark.parametrize(
    ("log", "stops"),
    [
        ({"kind": "hurt", "feeling": "sharp"}, True),
        ({"kind": "hurt", "feeling": "too_much"}, False),
        ({"kind": "hurt", "feeling": "too_much", "discomfort": 7}, False),
        ({"kind": "hurt", "feeling": "too_much", "discomfort": 8}, True),
        ({"kind": "session", "items": [{}]}, False),
        ({"kind": "session", "items": [{"holds": [{"start": 4, "discomfort": 7, "end": None}]}]}, False),
        ({"kind": "session", "items": [{}, {"holds": [{"start": 4, "discomfort": 8, "end": None}]}]}, True),
        ({"kind": "session", "items": [{"holds": [{"start": None, "discomfort": None, "end": 9}]}]}, True),
    ],
)
def test_what_lets_a_technique_rest(log: dict[str, Any], stops: bool) -> None:
    assert stops_in(log) is stops


def test_a_practice_may_call_a_lower_pain_strong() -> None:
    log = logs.make("check", answers={"d3": 6})
    assert alert_of(log, (), strong=7) is None
    alert = alert_of(log, (), strong=6)
    assert alert is not None and alert.detail == {"pain": 6}


@pytest.mark.parametrize("answers", [{"d3": 7}, {"d3": "9"}, {"d3": None}, {"d3": True}, {"d1": 9}, {}])
def test_any_other_daily_answer_is_no_alert(answers: dict[str, Any]) -> None:
    assert alert_of(logs.make("check", answers=answers), ()) is None


def test_no_other_kind_of_log_raises_an_alert_by_itself() -> None:
    assert [kind for kind in logs.BY_KIND if alert_of(logs.make(kind), ()) is not None] == ["hurt"]


def practised(log_id: str, day: date, done_s: int = 60, **pain: int) -> Session:
    return Session(log_id, day, (Entry("a", 60, done_s),), pain.get("before"), pain.get("after"))


def test_pain_is_that_of_the_latest_session_that_tells_both() -> None:
    told = [
        practised("b", TODAY - timedelta(days=1), before=6, after=4),
        practised("c", TODAY - timedelta(days=1), before=5, after=2),
        practised("d", TODAY, before=5),
    ]
    assert latest_pain(told) == (5, 2)
    assert latest_pain(told[2:]) is None


def test_last_practised_looks_at_days_on_which_anything_was_done() -> None:
    told = [practised("a", TODAY - timedelta(days=4)), practised("b", TODAY, done_s=0)]
    assert last_practised(told) == TODAY - timedelta(days=4)
    assert last_practised([]) is None


@pytest.mark.parametrize(
    ("log", "may"),
    [
        ({"kind": "question"}, True),
        ({"kind": "hurt"}, True),
        ({"kind": "note", "private": False}, True),
        ({"kind": "note", "private": True}, False),
        ({"kind": "session", "word": "Softer."}, True),
        ({"kind": "session", "word": None}, False),
        ({"kind": "session"}, False),
        ({"kind": "check", "answers": {}}, False),
    ],
)
def test_an_answer_is_for_what_was_said_to_somebody(log: dict[str, Any], may: bool) -> None:
    assert may_be_answered(log) is may
