"""Seconds of dose a day, as they are after cuts and within a budget."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pith.domain.dose.history import ItemFacts

WEEK = range(7)


def after_cuts(dose_s: int, least_s: int, cuts: int) -> int:
    """Each cut takes a quarter, rounded away from her, and leaves `least_s`: one breath a spot."""
    for _ in range(cuts):
        dose_s = max(min(least_s, dose_s), dose_s - -(-dose_s // 4))
    return dose_s


def heaviest_s(items: Iterable[ItemFacts], cuts: Mapping[str, int], budget_s: int | None = None) -> int:
    """The weekday with most. Levels and pauses change no seconds: what rests comes back."""
    left = [(item.days, after_cuts(item.dose_s, item.least_s, cuts.get(item.technique_id, 0))) for item in items]
    most = max(sum(s for days, s in left if day in days) for day in WEEK)
    return most if budget_s is None else min(most, budget_s)
