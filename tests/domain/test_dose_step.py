"""A step as a program: what she does now, with all that was taken worked in, and then a step more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from pith.content.loader import load_content
from pith.domain.catalogue import Dose
from pith.domain.dose import Overlay, Today
from pith.domain.dose_step import as_done, draft_of_item, stepped
from pith.domain.programs import Item, Plan, dose_seconds, heaviest

CATALOGUE = load_content().catalogue
EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)


def item(technique_id: str, level: int, key: str = "i1", **changes: Any) -> Item:
    at = CATALOGUE.techniques[technique_id].at(level)
    timers = ("left", "right") if at.side == "per_side" else ("both",)
    return Item(**{"key": key, "technique_id": technique_id, "level": level, "side": "both",
                   "dose": dict.fromkeys(timers, at.dose), **changes})  # fmt: skip


def plan(*items: Item) -> Plan:
    return Plan(items, EVERY_DAY, date(2026, 3, 2))


def total(items: tuple[Item, ...]) -> int:
    return heaviest(items, EVERY_DAY).dose_s


def raise_to(new_s: int) -> Today:
    return Today("D12", "RAISE_TIME", "info", new_s, "")


def test_without_anything_over_it_the_program_is_done_as_written() -> None:
    written = plan(item("scalp-glide", 1), item("temple-hold", 2, "i2"))
    assert as_done(written, Overlay(), CATALOGUE) == written.items


def test_a_level_lower_takes_no_more_time_and_its_own_timers() -> None:
    for technique_id, technique in CATALOGUE.techniques.items():
        for level in (2, 3):
            written = item(technique_id, level)
            [now] = as_done(plan(written), Overlay(max_level={technique_id: level - 1}), CATALOGUE)
            assert now.level == level - 1
            assert 0 < dose_seconds(now.dose) <= dose_seconds(written.dose), technique_id
            assert ("both" in now.dose) == (technique.at(level - 1).side != "per_side"), technique_id


def test_a_cut_takes_a_quarter_and_leaves_a_breath() -> None:
    written = item("scalp-glide", 1, dose={"both": Dose(3, 20, 10, 5)})
    [once] = as_done(plan(written), Overlay(cuts={"scalp-glide": 1}), CATALOGUE)
    [often] = as_done(plan(written), Overlay(cuts={"scalp-glide": 9}), CATALOGUE)
    assert once.dose == {"both": Dose(3, 15, 8, 5)}
    assert often.dose == {"both": Dose(3, 8, 8, 5)}


def test_a_budget_makes_every_technique_shorter_in_proportion() -> None:
    written = plan(item("scalp-glide", 1), item("temple-hold", 2, "i2"))
    half = total(written.items) // 2
    now = as_done(written, Overlay(budget_s=half), CATALOGUE)
    assert half // 3 <= total(now) <= half
    assert all(dose_seconds(one.dose) > 0 for one in now)
    assert as_done(written, Overlay(budget_s=total(written.items)), CATALOGUE) == written.items


def test_what_the_catalogue_has_no_more_stays_as_it_was() -> None:
    gone = replace(item("scalp-glide", 2), technique_id="no-more")
    written = plan(gone, item("temple-hold", 1, "i2"))
    now = as_done(written, Overlay(max_level={"no-more": 1}), CATALOGUE)
    then = stepped(now, written, raise_to(total(now) + 60), CATALOGUE, {})
    assert (now[0], then[0]) == (gone, gone)


def test_time_rises_in_the_therapists_order_to_the_new_sum_at_most() -> None:
    written = plan(item("scalp-glide", 1), item("temple-hold", 1, "i2"))
    then = stepped(written.items, written, raise_to(total(written.items) + 60), CATALOGUE, {})
    assert total(written.items) < total(then) <= total(written.items) + 60
    assert dose_seconds(then[0].dose) > dose_seconds(written.items[0].dose)


def test_no_hold_rises_over_what_the_rules_of_safety_leave_her() -> None:
    written = plan(item("scalp-glide", 1, days=(0,), dose={"both": Dose(1, 20, 0, 0)}))
    then = stepped(written.items, written, raise_to(80), CATALOGUE, {"scalp-glide": 24})
    assert then == written.items


def test_a_level_more_costs_no_time() -> None:
    written = plan(item("scalp-glide", 1), item("temple-hold", 1, "i2"))
    proposal = Today("D13", "PROPOSE_LEVEL", "review", total(written.items), "temple-hold")
    then = stepped(written.items, written, proposal, CATALOGUE, {})
    assert (then[0], then[1].level) == (written.items[0], 2)
    assert total(then) <= total(written.items)


def test_a_draft_says_every_second() -> None:
    one = item("scalp-glide", 1, days=(1, 3), note="slowly")
    draft = draft_of_item(one)
    said = {side: Dose(d.spots or 0, d.hold_s or 0, d.roll_s or 0, d.move_s or 0) for side, d in draft.dose.items()}
    assert (said, draft.days, draft.note, draft.side) == (one.dose, (1, 3), "slowly", "both")
