"""Where a step of D12 goes: a breath more for each hold, or 15 s more for each roll, in the therapist's order.

Source: domain.md 3.1 (limits), 3.3 "RAISE_TIME distribution". Both sides of a technique rise together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pith.domain.catalogue import Dose
from pith.domain.dose.decide import BREATH_S
from pith.domain.dose.seconds import WEEK

ROLL_S = 15
PRESS_MOST_S, EASE_MOST_S = 90, 180  # one hold of a style that presses; of ease, skin or breath
ROLL_MOST_S = 120  # rolling of one side
EASY_STYLES = frozenset({"position_of_ease", "skin_glide", "breath"})


@dataclass(frozen=True, slots=True)
class Raisable:
    """An item of the program: the dose of each side, its weekdays, how long one hold and one side's rolling may be."""

    key: str
    dose: Mapping[str, Dose]
    days: frozenset[int]
    hold_most_s: int = PRESS_MOST_S
    roll_most_s: int = ROLL_MOST_S


def longest_hold_s(style: str) -> int:
    return EASE_MOST_S if style in EASY_STYLES else PRESS_MOST_S


def raised(items: Sequence[Raisable], step_s: int, most: int) -> dict[str, dict[str, Dose]]:
    """The new doses by key, of those that rise. Together they rise by at most `step_s`, and no weekday rises over
    `most`; what does not fit whole goes to the next in order, so that a little of a step may stay unused."""
    doses = {item.key: dict(item.dose) for item in items}
    left, rises = step_s, True
    while rises:
        rises = False
        for item in items:
            for more in _steps(item, doses[item.key]):
                extra = _total(more) - _total(doses[item.key])
                if extra <= min(left, _room(item, items, doses, most)):
                    doses[item.key], left, rises = more, left - extra, True
                    break
    return {item.key: doses[item.key] for item in items if doses[item.key] != item.dose}


def _steps(item: Raisable, dose: Mapping[str, Dose]) -> Iterable[dict[str, Dose]]:
    """A breath more in each hold, else rolling more, each on all sides."""
    if all(side.spots and 0 < side.hold_s <= item.hold_most_s - BREATH_S for side in dose.values()):
        yield {name: replace(side, hold_s=side.hold_s + BREATH_S) for name, side in dose.items()}
    if all(0 < side.roll_s <= item.roll_most_s - ROLL_S for side in dose.values()):
        yield {name: replace(side, roll_s=side.roll_s + ROLL_S) for name, side in dose.items()}


def _total(dose: Mapping[str, Dose]) -> int:
    return sum(side.total_s for side in dose.values())


def _room(item: Raisable, items: Iterable[Raisable], doses: Mapping[str, Mapping[str, Dose]], most: int) -> int:
    """What the fullest of the item's weekdays still takes."""
    held = (sum(_total(doses[one.key]) for one in items if day in one.days) for day in WEEK if day in item.days)
    return most - max(held, default=most)
