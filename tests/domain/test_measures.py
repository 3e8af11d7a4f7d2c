"""Which measures are due, and whether a change against the start is likely a real one."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pith.domain.measures import Reading, courses, due, goals_in, is_better, reading

TABLE = json.loads((Path(__file__).parents[1] / "contract" / "measures.json").read_text())
MONDAY = date(2026, 3, 2)


def named(name: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", TABLE[name], ids=lambda case: str(case["name"]))


def day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def plain(value: Any) -> Any:
    """As JSON has it, whole numbers and all."""
    return json.loads(json.dumps(value, default=str))


@named("due")
def test_the_shared_table_of_what_is_due_holds(case: dict[str, Any]) -> None:
    given = case["in"]
    told = [(one["measure_id"], date.fromisoformat(one["on"])) for one in given["told"]]
    rest = day(given.get("not_before")), given.get("busy", False)
    found = due(day(given["since"]), date.fromisoformat(given["today"]), told, *rest)
    assert (found and plain(asdict(found))) == case["out"]


@named("readings")
def test_the_shared_table_of_what_a_log_told_holds(case: dict[str, Any]) -> None:
    found = reading(case["in"]["measure_id"], MONDAY, case["in"]["values"])
    assert (found and found.values) == case["out"]


@named("goals")
def test_the_shared_table_of_goals_holds(case: dict[str, Any]) -> None:
    assert goals_in(case["in"]) == case["out"]


@named("courses")
def test_the_shared_table_of_changes_holds(case: dict[str, Any]) -> None:
    given = case["in"]["readings"]
    told = [Reading(one["measure_id"], date.fromisoformat(one["on"]), one["values"]) for one in given]
    assert [plain(asdict(one)) for one in courses(told, day(case["in"]["since"]))] == case["out"]


@pytest.mark.parametrize(
    ("start", "now", "better"), [(6, 4, True), (6, 5, False), (4, 6, False), (6, 6, False), (6, None, False)]
)
def test_she_is_better_only_by_more_than_chance(start: int, now: int | None, better: bool) -> None:
    told = [Reading("pain_avg", MONDAY, {"avg": start})]
    told += [] if now is None else [Reading("pain_avg", date(2026, 3, 30), {"avg": now})]
    assert is_better(courses(told)) is better
