"""Length, days and versions in force: the tables that the phone runs as well."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pith.domain.catalogue import Dose
from pith.domain.programs import (
    Item,
    dose_seconds,
    due_weekdays,
    fitted,
    heaviest,
    in_force,
    prescribed,
    setup_seconds,
    week,
)

CONTRACT = Path(__file__).parents[1] / "contract"


def cases(name: str) -> list[Any]:
    return [pytest.param(case["in"], case["out"], id=case["name"]) for case in table(name)]


def table(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((CONTRACT / f"{name}.json").read_text())["cases"]
    return found


def item(data: dict[str, Any]) -> Item:
    dose = {side: Dose(**values) for side, values in data.get("dose", {}).items()}
    days = None if data["days"] is None else tuple(data["days"])
    return Item(data.get("key", ""), "x", 1, "both", dose, days)


@dataclass(frozen=True)
class Version:
    number: int
    starts_on: date
    days: tuple[int, ...]
    items: tuple[Item, ...]


@pytest.mark.parametrize(("given_", "expected"), cases("session_length"))
def test_session_length(given_: dict[str, Any], expected: dict[str, Any]) -> None:
    items = [item(data) for data in given_["items"]]
    longest = heaviest(items, given_["days"])
    assert {
        "items": [{"dose_s": dose_seconds(one.dose), "setup_s": setup_seconds(one.dose)} for one in items],
        "week": [[day.dose_s, day.with_setup_s] for day in week(items, given_["days"])],
        "dose_s": longest.dose_s,
        "with_setup_s": longest.with_setup_s,
    } == expected


@pytest.mark.parametrize(("given_", "expected"), cases("in_force"))
def test_in_force(given_: dict[str, Any], expected: dict[str, Any]) -> None:
    day = date.fromisoformat(given_["date"])
    versions = [
        Version(
            data["number"], date.fromisoformat(data["starts_on"]), tuple(data["days"]), tuple(map(item, data["items"]))
        )
        for data in given_["versions"]
    ]
    held = in_force(versions, day)
    keys = [one.key for one in prescribed(held.items, held.days, day)] if held else []
    assert {"number": held.number if held else None, "keys": keys} == expected


@pytest.mark.parametrize("name", ["session_length", "in_force"])
def test_the_table_has_at_least_20_cases_of_different_names(name: str) -> None:
    names = [case["name"] for case in table(name)]
    assert len(names) >= 20
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("dose", "limit", "cut"),
    [
        (Dose(2, 24, 10, 5), 100, Dose(2, 24, 10, 5)),
        (Dose(2, 24, 10, 5), 63, Dose(2, 24, 10, 5)),
        (Dose(2, 24, 10, 5), 62, Dose(1, 24, 10, 5)),
        (Dose(1, 24, 10, 5), 38, Dose(1, 24, 10, 4)),
        (Dose(1, 24, 10, 5), 30, Dose(1, 24, 6, 0)),
        (Dose(1, 24, 10, 5), 20, Dose(1, 20, 0, 0)),
        (Dose(0, 0, 60, 0), 45, Dose(0, 0, 45, 0)),
    ],
)
def test_a_dose_is_cut_from_its_spots_first(dose: Dose, limit: int, cut: Dose) -> None:
    assert fitted(dose, limit) == cut


@given(
    st.builds(Dose, st.integers(0, 8), st.integers(0, 180), st.integers(0, 180), st.integers(0, 180)),
    st.integers(1, 720),
)
def test_a_cut_dose_never_passes_the_limit_nor_grows(dose: Dose, limit: int) -> None:
    cut = fitted(dose, limit)
    assert cut.total_s <= limit
    assert cut.spots <= dose.spots
    assert cut.hold_s <= dose.hold_s
    assert cut.roll_s <= dose.roll_s
    assert cut.move_s <= dose.move_s
    assert cut == dose or dose.total_s > limit


def test_something_is_due_on_the_days_of_the_items_and_of_the_program_where_they_have_none() -> None:
    assert due_weekdays([None, (5,)], (0, 2)) == [0, 2, 5]
    assert due_weekdays([(5,), (1, 5)], (0, 2)) == [1, 5]
    assert due_weekdays([()], (0, 2)) == []
    assert due_weekdays([], (0, 2)) == []
