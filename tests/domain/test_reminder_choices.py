"""Rules about reminders that the phone keeps too, in one table of cases (the phone: reminders.test.ts)."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from pith.domain.errors import Invalid
from pith.domain.reminders import ALL_DAYS, Choice, Quiet, Slot, check_choice, instant_of

TABLE = json.loads((Path(__file__).parents[1] / "contract" / "reminders.json").read_text())


def name(case: dict[str, Any]) -> str:
    return str(case["name"])


@pytest.mark.parametrize("case", TABLE["choices"], ids=name)
def test_the_same_choices_are_refused_as_on_the_phone(case: dict[str, Any]) -> None:
    slots = tuple(
        Slot(time.fromisoformat(one["time"]), frozenset(one.get("days", ALL_DAYS)), one.get("enabled", True))
        for one in case["slots"]
    )
    choice = Choice("Europe/Berlin", slots, follow_up_min=case.get("follow_up_min"))
    found: list[str] = []
    try:
        check_choice(choice)
    except Invalid as refused:
        found = sorted(refused.fields)
    assert found == case["faults"]


@pytest.mark.parametrize("case", TABLE["instants"], ids=name)
def test_a_local_time_is_the_same_instant_as_on_the_phone(case: dict[str, Any]) -> None:
    found = instant_of(date.fromisoformat(case["date"]), time.fromisoformat(case["time"]), case["zone"])
    assert found == (case["at"] and datetime.fromisoformat(case["at"]))


@pytest.mark.parametrize("case", TABLE["quiet"], ids=name)
def test_quiet_hours_hold_as_on_the_phone(case: dict[str, Any]) -> None:
    quiet = Quiet(time.fromisoformat(case["from"]), time.fromisoformat(case["to"]))
    assert quiet.holds(time.fromisoformat(case["time"])) is case["quiet"]
