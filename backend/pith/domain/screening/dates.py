"""Flags that move on by their stored date, computed anew each day, so that an offline phone moves on too.

Source: domain.md 2.1 (time-based flags), DECISIONS "Verdict, dose, flags": a date adds the later flag at once; the
earlier one stays until the therapist confirms, the first 72 hours and the gates of one day excepted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from pith.domain.screening.policy import Policy, Timeline
from pith.domain.screening.sites import Site

PREGNANCY_DAYS = 280


@dataclass(frozen=True)
class Raised:
    """A flag as somebody raised it. `since` is day 0 of its timeline; `confirmed`: until when the therapist confirmed
    that the days have passed; `log` is the flag log that raised it."""

    flag: str
    sites: tuple[Site, ...] = ()
    since: date | None = None
    confirmed: date | None = None
    log: str = ""


@dataclass(frozen=True)
class Active:
    """A flag that is on today."""

    flag: str
    sites: tuple[Site, ...] = ()
    log: str = ""


def active_flags(policy: Policy, raised: Iterable[Raised], today: date) -> tuple[Active, ...]:
    """What is on today, in the order in which it was raised."""
    return tuple(Active(flag, one.sites, one.log) for one in raised for flag in _flags_on(policy, one, today))


def is_over(policy: Policy, raised: Raised, day: date) -> bool:
    """Whether this was over by itself on that day; what waits for the therapist's word never is."""
    return ends_by_itself(policy, raised.flag) and not _flags_on(policy, raised, day)


def ends_by_itself(policy: Policy, flag: str) -> bool:
    """Whether the days of this flag end without the therapist's word."""
    return flag in policy.timelines and policy.timelines[flag].by_itself


def phase_on(timeline: Timeline, since: date | None, today: date) -> str | None:
    """The flag of the phase that `today` is in; without a date the first and strictest; None when all is over."""
    day = 0 if since is None else (today - since).days
    if timeline.ends is not None and day >= timeline.ends:
        return None
    begun = [flag for flag, first in timeline.phases if first <= day]
    return begun[-1] if begun else timeline.phases[0][0]


def pregnancy_start(due: date) -> date:
    """Day 0 of a pregnancy, from which its weeks are counted."""
    return due - timedelta(days=PREGNANCY_DAYS)


def assumed_start(policy: Policy, flag: str, told_on: date) -> date | None:
    """Day 0 of a flag that has no end of its own and was told on that day without a date: its phase may end tomorrow,
    so the next one comes at once rather than never. None where the flag as it was told is the strictest."""
    timeline = policy.timelines.get(flag)
    if timeline is None or timeline.ends is not None:
        return None
    own = dict(timeline.phases)[flag]
    later = [first for _, first in timeline.phases if first > own]
    return date.fromordinal(max(1, told_on.toordinal() - later[0] + 1)) if later else None


def _flags_on(policy: Policy, raised: Raised, today: date) -> list[str]:
    timeline = policy.timelines.get(raised.flag)
    if timeline is None or raised.since is None:
        return [raised.flag]
    ahead = (today - raised.since).days
    confirmed = -1 if raised.confirmed is None else (raised.confirmed - raised.since).days
    over = ahead if timeline.by_itself else min(confirmed, ahead)
    phases = timeline.phases
    ends = [first for _, first in phases[1:]] + [timeline.ends]
    own = [flag for flag, _ in phases].index(raised.flag)
    return [
        flag
        for at, ((flag, first), end) in enumerate(zip(phases, ends, strict=True))
        if at >= own and (at == own or first <= ahead) and (end is None or over < end)
    ]
