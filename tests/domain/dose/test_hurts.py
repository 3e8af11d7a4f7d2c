"""How strong a "This hurts" counts: one table for server and phone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pith.domain.dose.pain import peak_of_hurt

CASES = json.loads((Path(__file__).parents[2] / "contract" / "dose_hurts.json").read_text())["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['feeling']} at {case['discomfort']}")
def test_a_hurt_counts_as_strong_as_the_table_says(case: dict[str, Any]) -> None:
    assert peak_of_hurt(case["feeling"], case["discomfort"]) == case["peak"]
