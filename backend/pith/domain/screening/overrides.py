"""When a verdict that somebody may override is overridden. A block never is.

Source: domain.md 2.4: a reason of 15 letters, who cleared it and when; it ends after 90 days or when the flag changes.
Whoever agreed to something soft agreed to nothing harder, and to nothing that another rule asks about.
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
    """`needs`: who cleared, as the rule calls it; `on`: the date of the clearance; `basis`: see `basis_of`.

    `level`: the one that it was given for; `expires_on`: the first day on which it counts no more, as written then.
    """

    needs: str
    reason: str
    on: date
    basis: str
    level: int
    expires_on: date


def permits(
    verdict: Verdict, level: int, overrides: Iterable[Override], basis: str, today: date, days: int = OVERRIDE_DAYS
) -> bool:
    """Whether this may be assigned and practised at that level: an override stands only when every need of it is
    answered. `basis` is that of the verdict; `days`: so long a clearance counts in this practice now."""
    if verdict.do == "block":
        return False
    given = {one.needs for one in overrides if stands(one, level, basis, today, days)}
    return set(verdict.needs) <= given


def basis_of(verdict: Verdict, active: Iterable[Active]) -> str:
    """What an override is asked for, as one text: each rule with its flag and the places of that."""
    asking = [finding for finding in verdict.findings if finding.do == "override"]
    written = {f"{one.rule}:{_written(flag)}" for one in asking for flag in active if flag.flag == one.flag}
    return " ".join(sorted(written))


def stands(one: Override, level: int, basis: str, today: date, days: int) -> bool:
    """Whether it counts for this basis at this level: nothing harder, and nothing that it was not given for."""
    age = (today - one.on).days
    covers = level <= one.level and set(basis.split()) <= set(one.basis.split())
    return covers and len(one.reason.strip()) >= REASON_MIN and 0 <= age < days and today < one.expires_on


def _written(flag: Active) -> str:
    places = sorted(f"{site.region}:{site.side}" for site in flag.sites)
    return "@".join([flag.flag, ",".join(places)])
