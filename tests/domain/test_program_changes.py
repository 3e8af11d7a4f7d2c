"""What differs between two versions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pith.domain.catalogue import Dose
from pith.domain.program_changes import Change, changes
from pith.domain.programs import Item, Plan

BALL = Item("i1", "back-ball", 1, "both", {"left": Dose(2, 24, 0, 0), "right": Dose(2, 24, 0, 0)})
REST = Item("i2", "rest", 1, "both", {"both": Dose(1, 60, 0, 0)})
OLD = Plan((BALL, REST), (0, 1, 2, 3, 4, 5, 6), date(2026, 3, 2))
DOSE = {"spots": 2, "hold_s": 24, "roll_s": 0, "move_s": 0}


def told(new: Plan, old: Plan | None = OLD) -> list[Change]:
    return list(changes(old, new))


def test_two_equal_plans_differ_in_nothing() -> None:
    assert told(OLD) == []


def test_a_first_program_is_all_added_in_its_order() -> None:
    found = told(OLD, None)
    assert [(change.code, change.technique_id, change.before) for change in found] == [
        ("added", "back-ball", None),
        ("added", "rest", None),
    ]
    assert found[0].after == {
        "level": 1,
        "side": "both",
        "dose": {"left": DOSE, "right": DOSE},
        "days": None,
        "note": None,
    }


def test_what_went_is_told_with_what_it_was() -> None:
    [change] = told(replace(OLD, items=(BALL,)))
    assert (change.code, change.technique_id, change.key, change.after) == ("removed", "rest", "i2", None)
    assert change.before["dose"] == {"both": {"spots": 1, "hold_s": 60, "roll_s": 0, "move_s": 0}}


def test_a_level_a_note_and_days_of_its_own() -> None:
    new = replace(BALL, level=2, note="Slowly", days=(0, 2))
    assert told(replace(OLD, items=(new, REST))) == [
        Change("level", 1, 2, technique_id="back-ball", key="i1"),
        Change("item_days", None, [0, 2], technique_id="back-ball", key="i1"),
        Change("note", None, "Slowly", technique_id="back-ball", key="i1"),
    ]


def test_a_longer_left_side_names_that_side_only() -> None:
    new = replace(BALL, dose={"left": Dose(3, 24, 0, 0), "right": Dose(2, 24, 0, 0)})
    assert told(replace(OLD, items=(new, REST))) == [
        Change("dose", DOSE, DOSE | {"spots": 3}, technique_id="back-ball", key="i1", side="left")
    ]


def test_a_side_that_is_dropped_has_no_dose_afterwards() -> None:
    new = replace(BALL, side="left", dose={"left": Dose(2, 24, 0, 0)})
    assert told(replace(OLD, items=(new, REST))) == [
        Change("side", "both", "left", technique_id="back-ball", key="i1"),
        Change("dose", DOSE, None, technique_id="back-ball", key="i1", side="right"),
    ]


def test_the_order_counts_only_what_stayed() -> None:
    assert told(replace(OLD, items=(REST, BALL))) == [Change("order", ["i1", "i2"], ["i2", "i1"])]
    new = Item("i3", "foot-roll", 1, "both", {"both": Dose(0, 0, 60, 0)})
    assert [change.code for change in told(replace(OLD, items=(new, BALL, REST)))] == ["added"]


def test_days_and_start_belong_to_the_program() -> None:
    assert told(replace(OLD, days=(0, 2), starts_on=date(2026, 3, 9))) == [
        Change("days", [0, 1, 2, 3, 4, 5, 6], [0, 2]),
        Change("starts_on", "2026-03-02", "2026-03-09"),
    ]


def test_a_key_given_to_another_technique_is_another_item() -> None:
    other = replace(REST, technique_id="neck-rest")
    assert [(change.code, change.technique_id) for change in told(replace(OLD, items=(BALL, other)))] == [
        ("added", "neck-rest"),
        ("removed", "rest"),
    ]
