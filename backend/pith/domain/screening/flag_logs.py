"""From the logs of flags to the flags in force. Nothing is ever deleted: a flag is lowered, and its logs stay.

Source: domain.md 2.5 (a therapist may lower a flag with a reason), DECISIONS "Verdict, dose, flags" (a late red flag
always locks; a lift names the flag log that it lifts). An act is about what the therapist saw, never about a raise that
came later or was not sent yet; so it names the raises that it covers, and no clock decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from pith.domain.screening.dates import Raised
from pith.domain.screening.sites import Site


@dataclass(frozen=True)
class FlagLog:
    """`act`: raise, lower, or confirm (the days of a dated flag until `since` have passed). `at` is the corrected time.

    `covers`: the raises that a lowering, a lift or a confirmation is about. `question`: the one of the intake
    that raised a flag; "" where it was none, or is not known. The `id` begins with that of the phone's log, up to a
    colon.
    """

    id: str
    at: datetime
    act: str
    flag: str
    by_therapist: bool = False
    sites: tuple[Site, ...] = ()
    since: date | None = None
    reason: str = ""
    covers: tuple[str, ...] = ()
    question: str = ""


def fold(logs: Iterable[FlagLog]) -> tuple[Raised, ...]:
    """The flags in force, in the order of (corrected time, id), however the logs arrived.

    Only a therapist lowers or confirms, and she gives a reason; anything else changes nothing.
    """
    ordered = sorted({log.id: log for log in logs}.values(), key=lambda log: (log.at, log.id))
    acts = [log for log in ordered if log.by_therapist and log.reason.strip()]
    lowered = {(log.flag, covered) for log in acts if log.act == "lower" for covered in log.covers}
    confirmed: dict[tuple[str, str], date] = {}
    for log in acts:
        if log.act == "confirm" and log.since is not None:
            for key in ((log.flag, covered) for covered in log.covers):
                confirmed[key] = max(log.since, confirmed.get(key, log.since))
    return tuple(
        Raised(log.flag, log.sites, log.since, confirmed.get((log.flag, log.id)), log.id)
        for log in _standing([log for log in ordered if log.act == "raise"])
        if (log.flag, log.id) not in lowered
    )


def _standing(raises: Sequence[FlagLog]) -> Sequence[FlagLog]:
    """Without those that told no place, where a later log answers the same question, for the same day, with one."""
    return [
        log
        for at, log in enumerate(raises)
        if log.sites or not any(_tells_again(log, later) for later in raises[at + 1 :])
    ]


def _tells_again(log: FlagLog, later: FlagLog) -> bool:
    same = (log.flag, log.since, log.question) == (later.flag, later.since, later.question) and log.question != ""
    return same and later.sites != () and _source(log) != _source(later)


def _source(log: FlagLog) -> str:
    return log.id.partition(":")[0]
