"""What decisions lay over a program, and the stricter of two such overlays."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from pith.domain.dose.decide import Rule
from pith.domain.dose.history import Decision, ItemFacts, Overlay, State

ALL = ""  # the target that is the whole program
AS_WRITTEN = State(paused=False, level=None, cuts=0, budget_s=None, s=0)


@dataclass
class Layers:
    """An overlay in the making. A technique rests because it hurt, because a reaction lasted, or for both: each with
    the decision that says so."""

    hurting: dict[str, Decision] = field(default_factory=dict)
    reacting: dict[str, Decision] = field(default_factory=dict)
    max_level: dict[str, int] = field(default_factory=dict)
    cuts: dict[str, int] = field(default_factory=dict)
    budget_s: int | None = None

    def apply(self, made: Decision, techniques: Collection[str]) -> None:
        """What this decision changed, never what it only found. A red flag's stop is its flag's alone (D01)."""
        if made.rule == "D02":
            self.hurting[made.target] = made
        elif made.decision == "PAUSE_REGION":
            self.reacting[made.target] = made
        elif made.rule == "D03":
            self.reacting.pop(made.target, None)
        self._lower(made, techniques)

    def take_back(self, made: Decision) -> None:
        """What was undone does nothing, but that of a reaction, or the return from it, ends the rest: all as before."""
        if made.rule == "D03":
            self.reacting.pop(made.target, None)

    def rests(self, target: str) -> bool:
        return target in self.hurting or target in self.reacting

    def pauses(self) -> list[Decision]:
        """Those in force, by time."""
        return sorted((*self.hurting.values(), *self.reacting.values()), key=lambda one: (one.at, one.id))

    def _lower(self, made: Decision, techniques: Collection[str]) -> None:
        before, after = made.before, made.after
        if after.level is not None and (before.level is None or after.level < before.level):
            for one in techniques if made.target == ALL else (made.target,):
                self.max_level[one] = min(self.max_level.get(one, after.level), after.level)
        if after.cuts > before.cuts:
            self.cuts[made.target] = max(self.cuts.get(made.target, 0), after.cuts)
        if after.budget_s is not None:
            self.budget_s = after.budget_s if self.budget_s is None else min(self.budget_s, after.budget_s)


def is_undone(made: Decision, undone: Collection[str]) -> bool:
    """Whether it has no effect: taken back, or over as far as it comes from that log."""
    return made.id in undone or f"{made.id}/{made.source or ''}" in undone


def standing(decisions: Iterable[Decision], undone: Collection[str], items: Iterable[ItemFacts]) -> Layers:
    """What decisions that were made elsewhere do together, in the order of their time: the lowest level, most cuts and
    least budget that any of them ended with, and each rest until it ended."""
    layers = Layers()
    techniques = {item.technique_id for item in items}
    for made in sorted(decisions, key=lambda one: (one.at, one.id)):
        if is_undone(made, undone):
            layers.take_back(made)
        else:
            layers.apply(replace(made, before=AS_WRITTEN), techniques)
    return layers


def overlay_of(layers: Layers, *, stopped: bool = False, gentle: bool = False) -> Overlay:
    # A pain outlasts a reaction: only the therapist ends its rest.
    paused: dict[str, Rule] = {**dict.fromkeys(layers.reacting, "D03"), **dict.fromkeys(layers.hurting, "D02")}
    return Overlay(stopped, paused, dict(layers.max_level), dict(layers.cuts), layers.budget_s, gentle)


def lower(one: Overlay, other: Overlay) -> Overlay:
    """The stricter of two in each respect: what a phone holds to until the server has answered."""
    budgets = [budget for budget in (one.budget_s, other.budget_s) if budget is not None]
    return Overlay(
        one.stopped or other.stopped,
        {name: min(_rests(name, one, other)) for name in (*one.paused, *other.paused)},
        _each(one.max_level, other.max_level, min),
        _each(one.cuts, other.cuts, max),
        min(budgets, default=None),
        one.gentle or other.gentle,
    )


def _rests(name: str, *overlays: Overlay) -> list[Rule]:
    return [overlay.paused[name] for overlay in overlays if name in overlay.paused]


def _each(one: Mapping[str, int], other: Mapping[str, int], stricter: Callable[[int, int], int]) -> dict[str, int]:
    return {
        name: stricter(one.get(name, other.get(name, 0)), other.get(name, one.get(name, 0))) for name in {*one, *other}
    }
