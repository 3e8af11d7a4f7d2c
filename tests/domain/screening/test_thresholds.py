"""Numbers that a practice moved: the same table as the phone's (frontend/src/domain/screening/thresholds.test.ts)."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from pith.content.loader import load_content
from pith.domain.catalogue import Level, Technique
from pith.domain.screening import Override, Policy, Raised, Use, active_flags, permits, verdict
from pith.domain.screening.policy import Pointer, Threshold
from pith.domain.screening.thresholds import clipped, with_thresholds

TABLE: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "contract" / "thresholds.json").read_text(encoding="utf-8")
)
CONTENT = load_content()
POLICY = CONTENT.policy
TECHNIQUES = CONTENT.catalogue.techniques
TODAY = date(2026, 3, 2)


def cases(part: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", TABLE[part], ids=[case["name"] for case in TABLE[part]])


def limit(policy: Policy, at: str) -> int:
    id_, name = at.split(".")
    return next(rule.limits[name] for rule in policy.rules if rule.id == id_)


def first_day(policy: Policy, at: str) -> int | None:
    flag, name = at.split(".")
    timeline = policy.timelines[flag]
    return timeline.ends if name == "ends" else dict(timeline.phases)[name]


@cases("cases")
def test_numbers_that_a_practice_moved(case: dict[str, Any]) -> None:
    moved = with_thresholds(POLICY, case["values"])
    assert {at: limit(moved, at) for at in case.get("limits", {})} == case.get("limits", {})
    assert {at: first_day(moved, at) for at in case.get("days", {})} == case.get("days", {})
    assert {**moved.numbers, **case.get("numbers", {})} == moved.numbers


@cases("active")
def test_what_is_on_after_a_day_was_moved(case: dict[str, Any]) -> None:
    raised = Raised(case["flag"], since=TODAY - timedelta(days=case["day"]))
    active = active_flags(with_thresholds(POLICY, case["values"]), [raised], TODAY)
    assert [one.flag for one in active] == case["on"]


@cases("verdicts")
def test_verdicts_by_the_numbers_of_a_practice(case: dict[str, Any]) -> None:
    moved = with_thresholds(POLICY, case["values"])
    use = Use(TECHNIQUES[case["technique"]], case["level"])
    found = verdict(moved, use, [Raised(flag) for flag in case["flags"]], TODAY)
    assert (found.do, found.limits) == (case["do"], case["limits"])


@cases("overrides")
def test_how_long_a_clearance_counts(case: dict[str, Any]) -> None:
    moved = with_thresholds(POLICY, case["values"])
    found = verdict(moved, Use(TECHNIQUES["upper-back-two-balls"], 2), [Raised("blood_thinners")], TODAY)
    given = [
        Override(needs, "Her physician agreed.", TODAY - timedelta(days=case["age"]), "x", 2, date.max)
        for needs in found.needs
    ]
    assert given
    assert permits(found, 2, given, "x", TODAY, moved.numbers["override_days"]) is case["out"]


@pytest.mark.parametrize("case", TABLE["own"]["cases"], ids=lambda case: " ".join([*case["flags"], str(case["level"])]))
def test_a_technique_of_its_own_is_judged_as_any_other(case: dict[str, Any]) -> None:
    own = TABLE["own"]["technique"]
    model = TECHNIQUES["calf-roller"]
    levels = tuple(_level(model.at(number), row) for number, row in enumerate(own["levels"], 1))
    technique = Technique(
        **{**vars(model), "id": own["id"], "regions": tuple(own["regions"]), "levels": levels},
    )
    lists = {"exclude": tuple(own["exclude"]), "caution": tuple(own["caution"])}
    use = Use(Technique(**{**vars(technique), **lists}), case["level"])
    assert verdict(POLICY, use, [Raised(flag) for flag in case["flags"]], TODAY).do == case["do"]


def _level(model: Level, row: dict[str, Any]) -> Level:
    lists = {name: tuple(row[name]) for name in ("tools", "props", "pos", "near")}
    return Level(**{**vars(model), **lists, "load": row["load"], "style": row["style"], "hard": row["hard"]})


def test_nothing_else_moves_and_the_policy_itself_stays() -> None:
    before = {rule.id: rule for rule in POLICY.rules}
    moved = with_thresholds(POLICY, {"hold_thinners": 16})
    assert {rule.id for rule in moved.rules if rule != before[rule.id]} == {"S25", "S27"}
    assert (moved.timelines, moved.numbers) == (POLICY.timelines, POLICY.numbers)
    assert (moved.flags, moved.questions, moved.intake) == (POLICY.flags, POLICY.questions, POLICY.intake)
    assert limit(POLICY, "S25.max_hold_s") == 24


@pytest.mark.parametrize(("value", "kept"), [(4, 5), (5, 5), (7, 7), (9, 9), (10, 9)])
def test_a_number_stays_within_its_bounds(value: int, kept: int) -> None:
    assert clipped(Threshold("x", (Pointer("number", "pain_gate"),), 8, 5, 9, "lower"), value) == kept


def test_the_first_phase_is_never_a_threshold_and_every_threshold_moves_something() -> None:
    for id_, threshold in POLICY.thresholds.items():
        value = threshold.high if threshold.stricter == "higher" else threshold.low
        moved = with_thresholds(POLICY, {id_: value})
        assert (moved.rules, moved.timelines, moved.numbers) != (POLICY.rules, POLICY.timelines, POLICY.numbers), id_
        assert all(line.phases[0][1] == 0 for line in moved.timelines.values()), id_
