"""Short measures of how it goes: which are due when, what they add up to, and whether a change is likely a real one.

Source: domain.md 4.1. PSFS: her own activities, 0 (not at all) to 10 (as before), their mean; 1.3, 2.3 and 2.7 are a
small, a medium and a large change. Average pain of 7 days, 0-10: at least 2 points and 30 %, which is likely, not
proof. How it changed since the start, -5 to +5: from 2.5 on. Nothing here is called normal or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import floor
from typing import Any, Literal

Reach = Literal["none", "likely", "small", "medium", "large"]
Way = Literal["better", "worse", "same"]

MEASURES = ("pain_avg", "psfs", "groc")
GOALS = "q27"  # the question of the intake whose answer names her activities, each with its first score

ROUNDS = (0, 28, 56, 84)  # days after the first program
EARLY_DAYS = 7  # told so much before its day, it counts for that round
INTAKE_DAYS = 28  # what she told before the first program counts for the start
LATE_DAYS = 21  # asked for so long; late is fine

PSFS_REACH: tuple[tuple[float, Reach], ...] = ((2.7, "large"), (2.3, "medium"), (1.3, "small"))
PAIN_POINTS, PAIN_SHARE = 2, 0.3
GROC_POINTS = 2.5
_RANGE = {"pain_avg": (0, 10), "psfs": (0, 10), "groc": (-5, 5)}
_FIELD = {"pain_avg": "avg", "groc": "change"}


@dataclass(frozen=True, slots=True)
class Due:
    """What is asked now, in this order; `weeks` since the first program, 0 at the start."""

    weeks: int
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One measure as it was told on a local date; values by name are whole numbers within its range."""

    measure_id: str
    on: date
    values: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Point:
    on: date
    score: float


@dataclass(frozen=True, slots=True)
class Change:
    """Against the start; `start` is None where the measure itself asks for the change. PSFS: goals told at both."""

    start: float | None
    start_on: date | None
    now: float
    now_on: date
    by: float
    reach: Reach
    way: Way


@dataclass(frozen=True, slots=True)
class Course:
    measure_id: str
    points: tuple[Point, ...]
    change: Change | None


def due(
    since: date | None,
    today: date,
    told: Iterable[tuple[str, date]],
    not_before: date | None = None,
    busy: bool = False,
) -> Due | None:
    """What is due on `today`; `since` is the day of the first program, `told` what was told when.

    `not_before`: she put it off until then. `busy`: something else is asked of her on this day, and that is enough.
    """
    if since is None or busy or (not_before is not None and today < not_before):
        return None
    day = (today - since).days
    start = next((one for one in ROUNDS if one <= day < one + LATE_DAYS), None)
    if start is None:
        return None
    early = EARLY_DAYS if start else INTAKE_DAYS
    given = {name for name, on in told if start - early <= (on - since).days < start + LATE_DAYS}
    asked = tuple(name for name in MEASURES if name not in given and (start or name != "groc"))
    return Due(start // 7, asked) if asked else None


def reading(measure_id: str, on: date, values: Any) -> Reading | None:
    """A measure as a log told it, without what cannot be read; None where nothing is left."""
    if measure_id not in MEASURES or not isinstance(values, dict):
        return None
    low, high = _RANGE[measure_id]
    field = _FIELD.get(measure_id)
    kept = {
        name: value
        for name, value in values.items()
        if (field is None or name == field) and type(value) is int and low <= value <= high
    }
    return Reading(measure_id, on, kept) if kept else None


def goals_in(answer: Any) -> dict[str, int]:
    """Her activities and their scores in an answer to the question about them."""
    told = answer if isinstance(answer, list) else []
    pairs = [(one.get("activity"), one.get("score")) for one in told if isinstance(one, dict)]
    return {name.strip(): score for name, score in pairs if isinstance(name, str) and type(score) is int}


def courses(readings: Iterable[Reading], since: date | None = None) -> tuple[Course, ...]:
    """Each measure over time, oldest first, and its change against the start. Of two on one date the later counts;
    what was told long before the first program belongs to an earlier course of care."""
    first = None if since is None else since - timedelta(days=INTAKE_DAYS)
    by_day: dict[tuple[str, date], Reading] = {}
    for one in readings:
        if first is None or one.on >= first:
            by_day[one.measure_id, one.on] = one
    return tuple(
        _course(name, sorted((one for one in by_day.values() if one.measure_id == name), key=lambda one: one.on))
        for name in MEASURES
    )


def is_better(told: Iterable[Course]) -> bool:
    """Whether any of her measures says that she is better than at the start by more than chance."""
    changes = [one.change for one in told if one.change is not None]
    return any(change.way == "better" and change.reach != "none" for change in changes)


def _course(name: str, told: Sequence[Reading]) -> Course:
    points = tuple(Point(one.on, _tenths(_mean(one.values))) for one in told)
    return Course(name, points, _change(name, told))


def _change(name: str, told: Sequence[Reading]) -> Change | None:
    if not told:
        return None
    now = told[-1]
    if name == "groc":
        by = float(now.values["change"])
        return Change(None, None, by, now.on, by, "likely" if abs(by) >= GROC_POINTS else "none", _way(by))
    both = set(told[0].values) & set(now.values)
    if len(told) < 2 or not both:
        return None
    start, end = (_mean({key: one.values[key] for key in both}) for one in (told[0], now))
    # Judged as it is shown: published changes are rounded to tenths too.
    size = _tenths(abs(end - start))
    reach = _psfs_reach(size) if name == "psfs" else _pain_reach(size, start)
    by = -size if end < start else size
    way = _way(by if name == "psfs" else -by)
    return Change(_tenths(start), told[0].on, _tenths(end), now.on, by, reach, way)


def _psfs_reach(by: float) -> Reach:
    return next((reach for points, reach in PSFS_REACH if by >= points), "none")


def _pain_reach(by: float, start: float) -> Reach:
    return "likely" if by >= PAIN_POINTS and by >= PAIN_SHARE * start else "none"


def _way(better_by: float) -> Way:
    return "same" if better_by == 0 else "better" if better_by > 0 else "worse"


def _mean(values: Mapping[str, int]) -> float:
    return sum(values.values()) / len(values)


def _tenths(value: float) -> float:
    """Rounded half up, as the phone rounds."""
    return floor(value * 10 + 0.5) / 10
