"""`pith dose`: the dose rules, asked from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import orjson
import pytest
from click.testing import CliRunner, Result

from pith.cli import group

EXAMPLES = json.loads((Path(__file__).parents[1] / "contract" / "dose.json").read_text())["cases"]


def pith(told: Any, *, raw: str | None = None) -> Result:
    text = json.dumps(told) if raw is None else raw
    return CliRunner().invoke(group, ["dose", "--json", "-"], input=text)


@pytest.mark.parametrize("case", EXAMPLES, ids=lambda case: case["name"])
def test_a_case_is_decided_and_printed_as_one_object(case: dict[str, Any]) -> None:
    result = pith(case["in"])
    assert result.exit_code == 0, result.output
    assert orjson.loads(result.output) == case["out"]


def test_a_file_is_read_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_text('{"red_flag": true}')
    result = CliRunner().invoke(group, ["dose", "--json", str(file)])
    assert orjson.loads(result.output)["rule"] == "D01"


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"speed": 3}, "speed: no such input"),
        ({"level": 4}, "level is a whole number from 1 to 3"),
        ({"cur_s": "300"}, "cur_s is a whole number from 0"),
        ({"cur_s": True}, "cur_s is a whole number"),
        ({"cur_s": 1.5}, "cur_s is a whole number"),
        ({"reaction_h": "long"}, "reaction_h is a number"),
        ({"deltas": 3}, "deltas is a list"),
        ({"peaks": [3, 11]}, "peaks.1 is a whole number from 0 to 10"),
        ({"red_flag": 1}, "red_flag is true or false"),
        ([], "one JSON object"),
    ],
)
def test_what_cannot_be_a_case_is_refused_by_name(told: Any, says: str) -> None:
    result = pith(told)
    assert result.exit_code == 2
    assert says in result.output


def test_what_is_no_json_is_refused() -> None:
    assert "this is no JSON" in pith(None, raw="{").output


def test_half_hours_of_a_reaction_count() -> None:
    assert orjson.loads(pith({"reaction_h": 24.5}).output)["rule"] == "D10"
