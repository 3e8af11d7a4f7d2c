"""Numbers that a practice may move: what could not be moved refuses to start, and names the file, the id, the field."""

from __future__ import annotations

from pathlib import Path

import pytest

from pith.content.loader import load_content
from tests.content.refusing import refusal

FILE = "thresholds.yaml"
# what to replace in thresholds.yaml (first place), with what, then the id and field that must be named
FAULTS = {
    "an unknown rule": ("{rule: S25,", "{rule: S99,", "hold_thinners", "at.0.rule"),
    "a limit that the rule has not": (
        "{rule: S25, limit: max_hold_s}",
        "{rule: S25, limit: discomfort_ceiling}",
        "hold_thinners",
        "at.0.limit",
    ),
    "a switch, which is no number": (
        "{rule: S53, limit: max_level}",
        "{rule: S53, limit: small_movement}",
        "level_hypermobility",
        "at.0.limit",
    ),
    "an unknown timeline": ("{timeline: birth,", "{timeline: wedding,", "birth_over", "at.0.timeline"),
    "an unknown phase": ("day: surgery_1_6w", "day: surgery_2_6w", "surgery_first_work", "at.0.day"),
    "the first phase, which begins on day 0": (
        "day: surgery_1_6w",
        "day: surgery_lt_1w",
        "surgery_first_work",
        "at.0.day",
    ),
    "an end where there is none": ("timeline: birth, day: ends", "timeline: pregnancy, day: ends", "birth_over", "at"),
    "an unknown number": ("{number: pain_gate}", "{number: luck}", "pain_gate", "at.0.number"),
    "a place with more than it takes": ("{number: pain_gate}", "{number: pain_gate, x: 1}", "pain_gate", "at.0.x"),
    "no place": ("[{number: pain_gate}]", "[]", "pain_gate", "at"),
    "places that hold different numbers": (
        "[{rule: S28, limit: discomfort_ceiling}]",
        "[{rule: S28, limit: discomfort_ceiling}, {rule: S67, limit: discomfort_ceiling}]",
        "discomfort_bruises",
        "at",
    ),
    "a day and a limit in one": (
        "[{rule: S70, limit: max_hold_s}]",
        "[{rule: S70, limit: max_hold_s}, {timeline: birth, day: ends}]",
        "hold_fibromyalgia",
        "at",
    ),
    "two thresholds for one number": (
        "[{rule: S67, limit: discomfort_ceiling}]",
        "[{rule: S27, limit: discomfort_ceiling}]",
        "discomfort_headache",
        "at",
    ),
    "a default below the bounds": ("low: 56, high: 180", "low: 57, high: 180", "surgery_over", "low"),
    "a default above the bounds": ("low: 8, high: 24", "low: 8, high: 23", "hold_thinners", "low"),
    "bounds the wrong way round": ("low: 4, high: 8", "low: 9, high: 8", "pain_gate", "low"),
    "a limit laxer than any rule may have": ("low: 8, high: 24", "low: 8, high: 91", "hold_thinners", "low"),
    "a limit stricter than any rule may have": ("low: 8, high: 24", "low: 7, high: 24", "hold_thinners", "low"),
    "a phase that could reach the next one": ("low: 42, high: 55", "low: 42, high: 56", "surgery_light_work", "high"),
    "a phase that could be overtaken by the next one": (
        "low: 7, high: 21",
        "low: 7, high: 42",
        "surgery_first_work",
        "high",
    ),
    "a bound that is no number": ("low: 4, high: 8", 'low: "4", high: 8', "pain_gate", "low"),
    "words that lack": ('unit: "level", ', "", "level_bruises", "unit"),
    "a field too many": ("low: 4, high: 8", "low: 4, high: 8, middle: 6", "pain_gate", "middle"),
    "the same id twice": ("id: pain_gate", "id: pause_days", "pause_days", "id"),
    "a number that code asks for and that lacks": ("  pain_gate: 8\n", "", "(whole file)", "numbers.pain_gate"),
    "a number that nothing asks for": ("  pain_gate: 8\n", "  pain_gate: 8\n  x: 1\n", "(whole file)", "numbers.x"),
}


@pytest.mark.parametrize("fault", FAULTS, ids=list(FAULTS))
def test_a_threshold_that_could_not_be_moved_does_not_start(tmp_path: Path, fault: str) -> None:
    old, new, id_, field = FAULTS[fault]
    told = refusal(tmp_path, FILE, old, new)
    assert told.startswith(f"content/{FILE}: {id_}: {field}"), told


@pytest.mark.parametrize(
    ("old", "new", "id_"),
    [
        ("- {id: pain_gate,", "- {id: pain_gates,", "pain_gates"),
        ('unit: "Stufe", ', "", "level_bruises"),
        ("- {id: birth_over", "# - {id: birth_over", "birth_over"),
    ],
)
def test_a_threshold_without_german_words_does_not_start(tmp_path: Path, old: str, new: str, id_: str) -> None:
    assert refusal(tmp_path, f"de/{FILE}", old, new).startswith(f"content/de/{FILE}: {id_}: ")


def test_a_rule_that_changed_beyond_the_bounds_does_not_start(tmp_path: Path) -> None:
    told = refusal(tmp_path, "rules.yaml", "adapt: {max_level: 2, discomfort_ceiling: 4}", "adapt: {max_level: 2}")
    assert told.startswith(f"content/{FILE}: discomfort_bruises: at.0.limit")


def test_no_threshold_is_laxer_than_the_content_but_where_it_is_our_own_choice() -> None:
    """The brief marks these numbers as our own; all others may only be stricter."""
    laxer = {
        id_
        for id_, one in load_content().policy.thresholds.items()
        if (one.low if one.stricter == "higher" else one.high) != one.default
    }
    assert laxer == {"neck_trauma_over", "injection_over", "pause_days", "override_days"}
