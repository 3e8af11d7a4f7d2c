"""How a target stands, and how it stands after a decision."""

from __future__ import annotations

from dataclasses import replace

from pith.domain.dose.decide import Ruling
from pith.domain.dose.history import ProgramFacts, State
from pith.domain.dose.overlay import ALL, Layers
from pith.domain.dose.seconds import heaviest_s


def state_of(program: ProgramFacts, layers: Layers, target: str, *, stopped: bool = False) -> State:
    """What rests or is stopped takes no seconds. A technique that the program does not have has no level."""
    if target == ALL:
        s = 0 if stopped else heaviest_s(program.items, layers.cuts, layers.budget_s)
        return State(stopped, None, 0, layers.budget_s, s)
    rests, cuts = layers.rests(target), layers.cuts.get(target, 0)
    return State(rests, level_of(program, layers, target), cuts, None, _seconds(program, target, rests, cuts))


def level_of(program: ProgramFacts, layers: Layers, target: str) -> int | None:
    """The highest level at which it is to be done; it may stand in the program twice."""
    levels = [item.level for item in program.items if item.technique_id == target]
    return min(max(levels), layers.max_level.get(target, max(levels))) if levels else None


def changed(program: ProgramFacts, layers: Layers, target: str, ruling: Ruling, before: State) -> State:
    """The state after a decision. D06 lets no technique be above level 1; a step back ends the rest for a reaction, and
    takes a level, at level 1 a quarter of the time."""
    if ruling.rule == "D01":
        return replace(before, paused=True, s=0)
    if target == ALL:
        s = 0 if before.paused else ruling.new_s
        return replace(before, level=1 if ruling.rule == "D06" else None, budget_s=ruling.new_s, s=s)
    if ruling.decision != "STEP_BACK":
        return replace(before, paused=True, s=0)
    rests = target in layers.hurting or (before.paused and ruling.rule != "D03")
    if before.level is None:
        return replace(before, paused=rests)
    if before.level > 1:
        return State(rests, before.level - 1, before.cuts, None, _seconds(program, target, rests, before.cuts))
    return State(rests, before.level, before.cuts + 1, None, _seconds(program, target, rests, before.cuts + 1))


def seconds_of(program: ProgramFacts, target: str, cuts: int) -> int:
    """Of one technique, on the day with most of it."""
    return heaviest_s((item for item in program.items if item.technique_id == target), {target: cuts})


def _seconds(program: ProgramFacts, target: str, rests: bool, cuts: int) -> int:
    return 0 if rests else seconds_of(program, target, cuts)
