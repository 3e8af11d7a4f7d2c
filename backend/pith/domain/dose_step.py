"""A step that the rules propose, as a program: what she does now, after all that was taken from it, and a step more.

Source: domain.md 3.3 (RAISE_TIME distribution, PROPOSE_LEVEL), 3.1 ("time first, later level": a level costs no time).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from pith.domain.catalogue import BREATH_S, Catalogue, Dose, Technique
from pith.domain.dose.history import Overlay, Today
from pith.domain.dose.raises import Raisable, raised
from pith.domain.program_compose import DoseDraft, ItemDraft
from pith.domain.program_safety import LONGEST_HOLD_S, at_most
from pith.domain.programs import Item, Plan, dose_seconds, heaviest

Holds = Mapping[str, int]


def as_done(plan: Plan, overlay: Overlay, catalogue: Catalogue) -> tuple[Item, ...]:
    """The items with what lies over the program worked into them."""
    items = [_eased(item, overlay, catalogue.techniques.get(item.technique_id)) for item in plan.items]
    most, budget_s = heaviest(items, plan.days).dose_s, overlay.budget_s
    if budget_s is None or most <= budget_s:
        return tuple(items)
    return tuple(_with(item, lambda dose: at_most(dose, dose.total_s * budget_s // most)) for item in items)


def stepped(items: Sequence[Item], plan: Plan, today: Today, catalogue: Catalogue, holds: Holds) -> tuple[Item, ...]:
    """The same a step further: a level more of one technique (D13), else more time in the therapist's order (D12), to
    `today.new_s` on the heaviest day. `holds`: the longest that the rules of safety leave a technique, in seconds."""
    if today.rule == "D13":
        return tuple(_higher(item, catalogue) if item.technique_id == today.target else item for item in items)
    found = raised(
        [_raisable(item, plan, catalogue, holds) for item in items if item.technique_id in catalogue.techniques],
        today.new_s - heaviest(items, plan.days).dose_s,
        today.new_s,
    )
    return tuple(replace(item, dose=found.get(item.key, item.dose)) for item in items)


def draft_of_item(item: Item) -> ItemDraft:
    """The item as somebody would have written it, every second said."""
    dose = {side: DoseDraft(one.spots, one.hold_s, None, one.roll_s, one.move_s) for side, one in item.dose.items()}
    return ItemDraft(item.technique_id, item.level, item.side, dose, item.days, item.note)


def _eased(item: Item, overlay: Overlay, technique: Technique | None) -> Item:
    level = min(item.level, overlay.max_level.get(item.technique_id, item.level))
    if technique is not None and level < item.level:
        item = _at_level(item, technique, level)
    for _ in range(overlay.cuts.get(item.technique_id, 0)):
        item = _with(item, _quarter_less)
    return item


def _higher(item: Item, catalogue: Catalogue) -> Item:
    return _at_level(item, catalogue.techniques[item.technique_id], item.level + 1)


def _at_level(item: Item, technique: Technique, number: int) -> Item:
    """At another level, in no more time than before."""
    level = technique.at(number)
    side = "both" if level.side == "both" else item.side
    timers: tuple[str, ...] = (side,)
    if side == "both" and level.side == "per_side":
        timers = ("left", "right")
    limit_s = dose_seconds(item.dose) // len(timers)
    return replace(item, level=number, side=side, dose=dict.fromkeys(timers, at_most(level.dose, limit_s)))


def _raisable(item: Item, plan: Plan, catalogue: Catalogue, holds: Holds) -> Raisable:
    technique = catalogue.techniques[item.technique_id]
    longest = min(technique.at(item.level).hold_limit_s, holds.get(item.technique_id, LONGEST_HOLD_S))
    days = frozenset(plan.days if item.days is None else item.days)
    return Raisable(item.key, item.dose, days, longest, technique.roll_limit_s)


def _with(item: Item, change: Callable[[Dose], Dose]) -> Item:
    return replace(item, dose={side: change(dose) for side, dose in item.dose.items()})


def _quarter_less(dose: Dose) -> Dose:
    """As a phone cuts it (frontend/src/domain/dose/day.ts): a breath stays of whatever is longer than one."""
    hold_s, roll_s, move_s = (
        max(min(BREATH_S, part), part * 3 // 4) for part in (dose.hold_s, dose.roll_s, dose.move_s)
    )
    return Dose(dose.spots, hold_s, roll_s, move_s)
