"""What a whole history does to the dose: the table of both sides, written by hand."""

from __future__ import annotations

from typing import Any

import pytest

from pith.domain.dose import derive
from tests.domain.dose.histories import TABLE, as_json, history_of


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_a_history_comes_to_what_the_table_says(case: dict[str, Any]) -> None:
    assert as_json(derive(history_of(case["in"]))) == case["out"]
