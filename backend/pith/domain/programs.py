"""A client's program: what it holds, how long it takes, which version is in force on a day.

Times are seconds, weekdays 0-6 with 0 = Monday, sides are left, right, both (both = one centred timer).
The phone computes the same lengths and days; tests/contract/session_length.json and in_force.json hold both to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from pith.domain.catalogue import Dose

SIDES = ("left", "right", "both")
WEEK = range(7)
PLACE_S = 12
FIND_S = 8
TURN_S = 2


@dataclass(frozen=True)
class Item:
    """One technique as prescribed. `key` is unique in its version and stays with the item from version to version.

    `dose` has a dose for each timer: `both`, or `left` and/or `right`. `days` None means the program's days.
    """

    key: str
    technique_id: str
    level: int
    side: str
    dose: Mapping[str, Dose]
    days: tuple[int, ...] | None = None
    note: str | None = None


@dataclass(frozen=True)
class Plan:
    """What a version prescribes: the part of it that does not depend on who wrote it and when."""

    items: tuple[Item, ...]
    days: tuple[int, ...]
    starts_on: date


@dataclass(frozen=True)
class Length:
    """Seconds of dose, and of dose with changes of place and side. Compares by dose first."""

    dose_s: int
    with_setup_s: int


class Dated(Protocol):
    @property
    def number(self) -> int: ...
    @property
    def starts_on(self) -> date: ...


class Dosed(Protocol):
    @property
    def dose(self) -> Mapping[str, Dose]: ...
    @property
    def days(self) -> Sequence[int] | None: ...


AnyDated = TypeVar("AnyDated", bound=Dated)
AnyDosed = TypeVar("AnyDosed", bound=Dosed)


def dose_seconds(dose: Mapping[str, Dose]) -> int:
    """Holding, rolling and moving over all timers."""
    return sum(side.total_s for side in dose.values())


def setup_seconds(dose: Mapping[str, Dose]) -> int:
    """12 s to get in place once, 8 s to find each spot (at least one a timer), 2 s to turn to the other side."""
    finds = sum(max(side.spots, 1) for side in dose.values())
    return PLACE_S + FIND_S * finds + TURN_S * max(len(dose) - 1, 0)


def length(items: Iterable[Dosed]) -> Length:
    """The length of these items one after the other."""
    doses = [item.dose for item in items]
    dose_s = sum(map(dose_seconds, doses))
    return Length(dose_s, dose_s + sum(map(setup_seconds, doses)))


def on_weekday(items: Iterable[AnyDosed], days: Sequence[int], weekday: int) -> tuple[AnyDosed, ...]:
    """The items of that weekday, in the therapist's order: an item's own days win over the program's."""
    return tuple(item for item in items if weekday in (days if item.days is None else item.days))


def due_weekdays(items_days: Iterable[Sequence[int] | None], days: Sequence[int]) -> list[int]:
    """The weekdays on which anything is due, from the days of each item (None: those of the program)."""
    return sorted({day for own in items_days for day in (days if own is None else own)})


def week(items: Sequence[Dosed], days: Sequence[int]) -> tuple[Length, ...]:
    """The length of each weekday, Monday first; a rest day is 0 s."""
    return tuple(length(on_weekday(items, days, weekday)) for weekday in WEEK)


def heaviest(items: Sequence[Dosed], days: Sequence[int]) -> Length:
    """The day with most dose; among equals the one with most set-up. It stands for the program."""
    return max(week(items, days), key=lambda day: (day.dose_s, day.with_setup_s))


def in_force(versions: Iterable[AnyDated], day: date) -> AnyDated | None:
    """The version that holds on a local date: the highest number that has started; None before the first."""
    started = [version for version in versions if version.starts_on <= day]
    return max(started, key=lambda version: version.number, default=None)


def prescribed(items: Iterable[AnyDosed], days: Sequence[int], day: date) -> tuple[AnyDosed, ...]:
    """The items that a version with these items and days prescribes on a local date."""
    return on_weekday(items, days, day.weekday())


def fitted(dose: Dose, limit_s: int) -> Dose:
    """The dose cut to `limit_s` (at least 1): whole spots go first, then moving, rolling and the last hold."""
    if dose.total_s <= limit_s:
        return dose
    spots = dose.spots
    while spots > 1 and spots * dose.hold_s + dose.roll_s + dose.move_s > limit_s:
        spots -= 1
    hold_s = min(dose.hold_s, limit_s // max(spots, 1))
    roll_s = min(dose.roll_s, limit_s - spots * hold_s)
    return Dose(spots, hold_s, roll_s, min(dose.move_s, limit_s - spots * hold_s - roll_s))
