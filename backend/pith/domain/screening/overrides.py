"""When a verdict that somebody may override is overridden. A block never is.

Source: domain.md 2.4: a reason of 15 letters, who cleared it and when; it ends after 90 days or when the flag changes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pith.domain.screening.dates import Active
from pith.domain.screening.verdicts import Verdict

REASON_MIN = 15
OVERRIDE_DAYS = 90


@dataclass(frozen=True)
class Override:
    """`needs`: who cleared, as the rule calls it; `on`: the date of the clearance; `basis`: see `basis_of`."""

    needs: str
    reason: str
    on: date
    basis: str


def permits(
    verdict: Verdict, overrides: Iterable[Override], basis: str, today: date, days: int = OVERRIDE_DAYS
) -> bool:
    """Whether this may be assigned and practised: an override stands only when every need of it is answered. `days`:
    so long a clearance counts in this practice."""
    if verdict.do == "block":
        return False
    given = {one.needs for one in overrides if _in_force(one, basis, today, days)}
    return set(verdict.needs) <= given


def basis_of(verdict: Verdict, active: Iterable[Active]) -> str:
    """The flags behind an override with their places, as one text: when it changes, the clearance ends."""
    behind = {finding.flag for finding in verdict.findings if finding.do == "override"}
    return " ".join(sorted(_written(flag) for flag in active if flag.flag in behind))


def _in_force(one: Override, basis: str, today: date, days: int) -> bool:
    age = (today - one.on).days
    return len(one.reason.strip()) >= REASON_MIN and one.basis == basis and 0 <= age < days


def _written(flag: Active) -> str:
    places = sorted(f"{site.region}:{site.side}" for site in flag.sites)
    return "@".join([flag.flag, ",".join(places)])
