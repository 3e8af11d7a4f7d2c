"""From logs and answers to flags, safer steps and overrides: the table that the phone runs too."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from pith.content.loader import load_content
from pith.domain.screening import (
    Answer,
    FlagLog,
    Override,
    Raised,
    Site,
    Use,
    active_flags,
    basis_of,
    fold,
    permits,
    raised_by,
    safer_step,
    verdict,
)

TABLE = json.loads((Path(__file__).parents[2] / "contract" / "screening.json").read_text())
TODAY = date.fromisoformat(TABLE["today"])
CONTENT = load_content()
POLICY, TECHNIQUES = CONTENT.policy, CONTENT.catalogue.techniques
MIDNIGHT = datetime(2026, 3, 2, tzinfo=UTC)


def cases(part: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", TABLE[part], ids=[case["name"] for case in TABLE[part]])


def sites(given: list[list[str]]) -> tuple[Site, ...]:
    return tuple(Site(*site) for site in given)


def day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def log_of(given: dict[str, Any]) -> FlagLog:
    return FlagLog(
        given["id"],
        MIDNIGHT + timedelta(minutes=given["min"]),
        given["act"],
        given["flag"],
        given.get("by_therapist", False),
        sites(given.get("sites", [])),
        day(given.get("since")),
        given.get("reason", ""),
        tuple(given.get("covers", ())),
        given.get("question", ""),
    )


def raised(flags: list[dict[str, Any]]) -> list[Raised]:
    return [Raised(flag["flag"], sites(flag.get("sites", []))) for flag in flags]


@cases("fold")
def test_flags_in_force(case: dict[str, Any]) -> None:
    found = fold([log_of(log) for log in case["logs"]])
    assert found == tuple(
        Raised(one["flag"], sites(one["sites"]), day(one["since"]), day(one["confirmed"]), one["log"])
        for one in case["out"]
    )


@cases("answers")
def test_what_an_answer_raises(case: dict[str, Any]) -> None:
    given = case["answer"]
    answer = Answer(
        tuple(given.get("chosen", ())),
        given.get("number"),
        day(given.get("on")),
        sites(given.get("sites", [])),
        given.get("agreed", False),
    )
    found = raised_by(POLICY, case["question"], answer, TODAY)
    assert found == tuple(Raised(one["flag"], sites(one["sites"]), day(one["since"])) for one in case["out"])


@cases("steps")
def test_the_safer_step(case: dict[str, Any]) -> None:
    use = Use(TECHNIQUES[case["technique"]], case["level"])
    flags = [Raised(flag) for flag in case["flags"]]
    assert safer_step(POLICY, use, flags, TODAY, case["owned"]) == case["out"]


@cases("overrides")
def test_when_an_override_stands(case: dict[str, Any]) -> None:
    flags = raised(case["flags"])
    found = verdict(POLICY, Use(TECHNIQUES[case["technique"]], case["level"]), flags, TODAY)
    basis = basis_of(found, active_flags(POLICY, flags, TODAY))
    given = [
        Override(
            needs=one["needs"],
            reason=one["reason"],
            on=TODAY - timedelta(days=one["age"]),
            basis=one.get("basis", basis),
            level=one.get("level", case["level"]),
            expires_on=TODAY + timedelta(days=one.get("left", 90 - one["age"])),
        )
        for one in case["given"]
    ]
    assert permits(found, case["level"], given, basis, TODAY, case.get("days", 90)) is case["out"]


@cases("basis")
def test_what_an_override_rests_on(case: dict[str, Any]) -> None:
    flags = raised(case["flags"])
    found = verdict(POLICY, Use(TECHNIQUES[case["technique"]], case["level"]), flags, TODAY)
    assert basis_of(found, active_flags(POLICY, flags, TODAY)) == case["out"]
