"""One day's decision about the dose: the table of both sides, and what holds for every case."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pith.domain.dose import Case, decide

TABLE = json.loads((Path(__file__).parents[2] / "contract" / "dose.json").read_text())["cases"]
PAIN = st.lists(st.integers(-10, 10), max_size=6).map(tuple)
CASES = st.builds(
    Case,
    cur_s=st.integers(1, 720),
    cap_s=st.integers(180, 720),
    step_s=st.none() | st.integers(15, 120),
    slow_lane=st.booleans(),
    level=st.integers(1, 3),
    max_level=st.integers(1, 3),
    deltas=PAIN,
    peaks=st.lists(st.integers(0, 10), max_size=6).map(tuple),
    reaction_h=st.none() | st.floats(0, 200),
    stop_symptom=st.booleans(),
    red_flag=st.booleans(),
    gap_days=st.integers(0, 40),
    practised=st.integers(0, 7),
    prescribed=st.integers(0, 7),
    since_change_days=st.integers(0, 60),
    since_level_days=st.none() | st.integers(0, 60),
)


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case["name"])
def test_a_day_decides_as_the_table_says(case: dict[str, Any]) -> None:
    told = {name: tuple(value) if isinstance(value, list) else value for name, value in case["in"].items()}
    found = decide(Case(**told))
    assert {name: getattr(found, name) for name in ("rule", "decision", "notice", "new_s")} == case["out"]


@given(CASES)
def test_a_dose_rises_only_by_a_step_within_the_cap_with_nothing_against_it(case: Case) -> None:
    found = decide(case)
    if found.new_s <= case.cur_s:
        return
    assert found.rule == "D12"
    assert found.new_s <= min(case.cap_s, case.cur_s + case.step)
    assert not case.red_flag and not case.stop_symptom and case.gap_days < 3
    assert case.reaction_h is None or case.reaction_h <= 24
    assert case.deltas and max(case.deltas) <= 1 and max(case.peaks, default=0) <= 4


def test_the_last_breath_of_a_dose_stays() -> None:
    assert decide(Case(cur_s=8, level=1, deltas=(3,))).new_s == 8
