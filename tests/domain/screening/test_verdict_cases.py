"""The cases written by hand, which the phone runs too."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pith.content.loader import load_content
from pith.domain.screening import Raised, Site, Use, verdict

TABLE = json.loads((Path(__file__).parents[2] / "contract" / "verdicts.json").read_text())
TODAY = date.fromisoformat(TABLE["today"])
CONTENT = load_content()


def raised(given: dict[str, Any]) -> Raised:
    since, confirmed = (date.fromisoformat(given[name]) if name in given else None for name in ("since", "confirmed"))
    return Raised(given["flag"], tuple(Site(*site) for site in given["sites"]), since, confirmed)


@pytest.mark.parametrize("case", TABLE["cases"], ids=[case["name"] for case in TABLE["cases"]])
def test_the_verdict_is_what_the_papers_say(case: dict[str, Any]) -> None:
    technique = CONTENT.catalogue.techniques[case["technique"]]
    sides = frozenset(case.get("sides", ("left", "right")))
    marks = tuple(Site(*mark) for mark in case.get("marks", ()))
    use = Use(technique, case["level"], sides, marks)
    found = verdict(CONTENT.policy, use, [raised(flag) for flag in case["flags"]], TODAY)
    assert {
        "do": found.do,
        "rules": sorted(found.rules),
        "needs": list(found.needs),
        "limits": dict(found.limits),
    } == {**case["out"], "rules": sorted(case["out"]["rules"])}


def test_every_rule_has_a_case_in_which_it_fires_and_one_in_which_it_does_not() -> None:
    fires = {rule for case in TABLE["cases"] for rule in case["out"]["rules"]}
    told = [({flag["flag"] for flag in case["flags"]}, case["out"]["rules"]) for case in TABLE["cases"]]
    everywhere = {"S01", "S02", "S79"}  # these match all techniques
    for rule in CONTENT.policy.rules:
        silent = any(flags & set(rule.when) and rule.id not in rules for flags, rules in told)
        assert rule.id in fires and (silent or rule.id in everywhere), rule.id
