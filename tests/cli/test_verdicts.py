"""`pith verdicts`: the rules, asked from the command line."""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from click.testing import CliRunner, Result
from flask import Flask

from pith.cli import group


def pith(app: Flask, *words: str) -> Result:
    return CliRunner().invoke(group, ["verdicts", *words], obj=app)


def told(app: Flask, *words: str) -> dict[str, dict[str, Any]]:
    result = pith(app, *words, "--json")
    assert result.exit_code == 0, result.output
    return {row["technique_id"]: row for row in orjson.loads(result.output)}


def test_without_flags_every_technique_is_fine_at_its_usual_level(app: Flask) -> None:
    rows = told(app)
    assert len(rows) == 48
    assert {row["verdict"] for row in rows.values()} == {"ok"}
    assert (rows["calf-roller"]["level"], rows["jaw-hold"]["level"]) == (2, 1)


def test_a_row_says_verdict_rules_limits_and_reasons(app: Flask) -> None:
    row = told(app, "--flag", "blood_thinners", "--level", "glute-ball-wall=3")["glute-ball-wall"]
    assert row == {
        "technique_id": "glute-ball-wall",
        "level": 3,
        "verdict": "override",
        "rules": ["S26", "S27"],
        "needs": ["physician"],
        "limits": {"max_level": 1, "max_hold_s": 24, "discomfort_ceiling": 3},
        "reasons": [
            "Hard tools may cause bruises. A doctor must agree.",
            "Keep the pressure light. Tell your therapist about any bruise.",
        ],
    }


def test_a_place_is_told_with_its_side_and_a_flag_without_one_touches_all(app: Flask) -> None:
    placed = told(app, "--flag", "open_wound@hand:left")
    assert [id_ for id_, row in placed.items() if row["verdict"] != "ok"] == [
        "palm-ball-table", "thumb-base-hold", "scar-edge-hold", "scar-glide",
    ]  # fmt: skip
    assert {row["verdict"] for row in told(app, "--flag", "open_wound").values()} == {"block"}


def test_a_list_of_a_technique_gives_its_reason_with_the_flags_own_label(app: Flask) -> None:
    row = told(app, "--flag", "osteoporosis")["upper-back-two-balls"]
    assert "exclude:osteoporosis" in row["rules"]
    assert "Not this one for you. You told us: Osteoporosis or a fragility fracture." in row["reasons"]


def test_a_red_flag_blocks_everything(app: Flask) -> None:
    assert {row["verdict"] for row in told(app, "--flag", "rf_dvt").values()} == {"block"}


def test_a_dated_flag_moves_on_with_the_day_that_is_judged(app: Flask) -> None:
    asked = ("--flag", "acute_injury@calf:left", "--since", "acute_injury=2026-03-01")
    assert told(app, *asked, "--today", "2026-03-03")["calf-stick"]["verdict"] == "block"
    assert told(app, *asked, "--today", "2026-03-04")["calf-stick"]["verdict"] == "ok"


def test_without_json_a_line_a_technique(app: Flask) -> None:
    lines = pith(app, "--flag", "minor").output.splitlines()
    assert lines[0] == "override scalp-glide 1  S79"
    assert len(lines) == 48


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--flag", "nothing"), "'nothing' is not a known flag"),
        (("--flag", "open_wound@nose:left"), "'nose' is not a known region"),
        (("--flag", "open_wound@calf:up"), "'up' is not left, right, middle or both"),
        (("--level", "calf-roller"), "has no '='"),
        (("--level", "calf-rolle=1"), "'calf-rolle' is not a known technique"),
        (("--level", "calf-roller=4"), "'4' is not 1, 2 or 3"),
        (("--today", "tomorrow"), "'tomorrow' is not a date like"),
        (("--since", "dvt=2026-01-01"), "dvt: no such --flag is given"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_one_line(app: Flask, words: tuple[str, ...], said: str) -> None:
    result = pith(app, *words)
    assert result.exit_code == 2
    assert said in result.output
