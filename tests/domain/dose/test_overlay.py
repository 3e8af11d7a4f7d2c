"""Overlays together, and the names of decisions."""

from __future__ import annotations

import uuid
from datetime import date

import pytest

from pith.domain.dose import Overlay, decision_id, lower, overlay_of, standing
from tests.domain.dose.histories import TABLE, decision_of, history_of

SPACE = uuid.UUID("6f0e1c52-6f0b-5d5a-9d43-6d0f4f3d0c11")


def test_of_two_overlays_the_stricter_holds_in_each_respect() -> None:
    one = Overlay(paused={"a": "D03", "b": "D03"}, max_level={"a": 2, "b": 1}, cuts={"a": 1}, budget_s=300)
    other = Overlay(True, {"a": "D02"}, {"a": 1, "c": 2}, {"a": 2, "c": 1}, 240, True)
    both = Overlay(True, {"a": "D02", "b": "D03"}, {"a": 1, "b": 1, "c": 2}, {"a": 2, "c": 1}, 240, True)
    assert lower(one, other) == lower(other, one) == both


def test_an_overlay_and_none_is_that_overlay() -> None:
    one = Overlay(False, {"a": "D02"}, {"a": 1}, {"b": 2}, 300, True)
    assert lower(one, Overlay()) == lower(Overlay(), one) == one


@pytest.mark.parametrize("target", ["", "foot-ball", "fußball"])
def test_a_decision_is_named_by_whom_when_rule_and_target(target: str) -> None:
    on = date(2026, 3, 3)
    assert decision_id("c1", on, "D05", target) == str(uuid.uuid5(SPACE, f"c1/2026-03-03/D05/{target}"))


def test_decisions_that_stand_come_to_the_overlay_that_was_derived() -> None:
    """But for who was already as low: the effects of rows alone are never laxer."""
    for case in TABLE["cases"]:
        history, out = history_of(case["in"]), case["out"]
        made = [*history.carried, *(decision_of(one) for one in out["decisions"])]
        found = overlay_of(standing(made, history.undone, history.program.items), stopped=bool(history.red))
        derived = Overlay(**{**out["overlay"], "gentle": False})
        assert lower(found, derived) == found, case["name"]
        assert found.paused.keys() == derived.paused.keys(), case["name"]
        assert (found.cuts, found.budget_s) == (derived.cuts, derived.budget_s), case["name"]
