"""The safer step: where a verdict is too strict, the next lower level that she may do with what she owns.

Source: DECISIONS "Verdict, dose, flags".
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from pith.domain.catalogue import BARE
from pith.domain.screening.dates import Raised, active_flags
from pith.domain.screening.person import person_of
from pith.domain.screening.policy import RANKS, Policy
from pith.domain.screening.verdicts import Use, judge


def safer_step(policy: Policy, use: Use, raised: Iterable[Raised], today: date, owned: Collection[str]) -> int | None:
    """The next lower level whose verdict is at most `adapt`, within its own limits; None: the technique pauses."""
    person = person_of(policy, active_flags(policy, raised, today))
    for number in range(use.level - 1, 0, -1):
        level = use.technique.at(number)
        found = judge(person, replace(use, level=number))
        fits = found.limits.get("max_level", number) >= number and found.limits.get("tools_max_hard", 3) >= level.hard
        if found.rank <= RANKS.index("adapt") and fits and set(level.tools) <= BARE | set(owned):
            return number
    return None
