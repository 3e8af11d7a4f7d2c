"""How steadily somebody practises: the table that the phone shares, in every zone."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from pith.domain.consistency import consistency, looked_at
from pith.domain.days import Sighting, local_date, read_instant, skipped_dates, utc_offset_min
from pith.domain.practice import Entry, Hurt, Reaction, Session, pause_dates, practised_dates, reaction_dates
from tests.domain.test_practice import due_by_date, rests_in

TABLE = json.loads((Path(__file__).parents[1] / "contract" / "consistency.json").read_text())["cases"]


def session_of(told: dict[str, Any]) -> Session:
    entries = tuple(Entry(one["technique_id"], one["planned_s"], one["done_s"]) for one in told["items"])
    return Session(told["id"], local_date(read_instant(told["started_at"]), told["tz"]), entries)


def sighting_of(told: dict[str, Any]) -> Sighting:
    at = read_instant(told["started_at"])
    return Sighting(at, local_date(at, told["tz"]), utc_offset_min(at, told["tz"]))


def on_its_date(told: dict[str, Any]) -> dict[str, Any]:
    return told | {"local_date": date.fromisoformat(told["local_date"])}


@pytest.mark.parametrize("case", TABLE, ids=lambda case: str(case["name"]))
def test_the_shared_table_of_consistency_holds_in_every_zone(case: dict[str, Any]) -> None:
    given = case["in"]
    today = local_date(read_instant(given["now"]), given["zone"])
    due = due_by_date(today, len(looked_at(today)), given["versions"])
    standing = [told for told in given["sessions"] if told["id"] not in given.get("voided", ())]
    off = skipped_dates(map(sighting_of, standing))
    hurts = [Hurt(**on_its_date(told)) for told in given.get("hurts", ())]
    off |= pause_dates(due, hurts, rests_in(given), practised_dates(due, map(session_of, standing)))
    off |= reaction_dates([Reaction(**on_its_date(told)) for told in given.get("reactions", ())])
    assert asdict(consistency(today, due, map(session_of, standing), off)) == case["out"]


@pytest.mark.parametrize("weekday", range(7))
def test_eight_weeks_begin_on_a_monday_and_fit_into_what_a_phone_holds(weekday: int) -> None:
    today = date(2026, 11, 16) + timedelta(days=weekday)
    dates = looked_at(today)
    assert dates[0].weekday() == 0 and dates[-1] == today
    assert 50 <= len(dates) <= 56
