"""The bounds within which the rules of the dose move: how much a day at most, how fast, and who taps.

Source: domain.md 3.1 (ceiling, slow lane), 3.3 "Who decides".
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta

from pith.domain.dose.decide import CEILING_S, SLOW_WAIT_DAYS, WAIT_DAYS
from pith.domain.dose.history import PainFacts

CAP_S = CEILING_S
LOWEST_CAP_S, HIGHEST_CAP_S = 180, 720
LANES = ("auto", "slow", "usual")
MODES = ("suggest", "auto")
OLD = 75
MUCH_PAIN = 7
PAIN_DAYS = timedelta(days=14)


def in_slow_lane(
    *,
    lane: str,
    aged: bool,
    overridden: bool,
    flags: Collection[str],
    slow_flags: Collection[str],
    pains: Iterable[PainFacts],
    now: datetime,
) -> bool:
    """Whether steps are half as long and wait twice as long: by the therapist's choice, else for age, a flag that asks
    for it, somebody's override of a flag, or much pain on average over the last two weeks."""
    if lane != "auto":
        return lane == "slow"
    told = [one.pain for one in pains if now - PAIN_DAYS <= one.at <= now]
    hurting = bool(told) and sum(told) >= MUCH_PAIN * len(told)
    return aged or overridden or hurting or not set(flags).isdisjoint(slow_flags)


def is_aged(years: object) -> bool:
    """Whether an answer about her age says so; anything that is no number says nothing."""
    return isinstance(years, int | float) and years >= OLD


def may_be_proposed(declined: Iterable[date], today: date, slow_lane: bool) -> bool:
    """After a no, a step is proposed again when the time between two steps is over."""
    wait = timedelta(days=SLOW_WAIT_DAYS if slow_lane else WAIT_DAYS)
    return all(today - day >= wait for day in declined)
