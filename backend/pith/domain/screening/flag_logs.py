"""From the logs of flags to the flags in force. Nothing is ever deleted: a flag is lowered, and its logs stay.

Source: domain.md 2.5 (a therapist may lower a flag with a reason), DECISIONS "Verdict, dose, flags" (a late red flag
always locks; a lift names the flag log that it lifts).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from pith.domain.screening.dates import Raised
from pith.domain.screening.policy import ANY_RED_FLAG, Policy
from pith.domain.screening.sites import Site


@dataclass(frozen=True)
class FlagLog:
    """`act`: raise, lower, or confirm (the days of a dated flag until `since` have passed). `at` is the corrected time.

    A lift of a red flag names the log that it lifts in `lifts`.
    """

    id: str
    at: datetime
    act: str
    flag: str
    by_therapist: bool = False
    sites: tuple[Site, ...] = ()
    since: date | None = None
    reason: str = ""
    lifts: str | None = None


def fold(policy: Policy, logs: Iterable[FlagLog]) -> tuple[Raised, ...]:
    """The flags in force, in the order of (corrected time, id), however the logs arrived.

    Only a therapist lowers or confirms, and she gives a reason; anything else changes nothing. A later raise that
    tells the place stands for the earlier ones of that flag that told none.
    """
    ordered = sorted({log.id: log for log in logs}.values(), key=lambda log: (log.at, log.id))
    lifted = {log.lifts for log in ordered if _may_lower(log)}
    raised: dict[str, Raised] = {}
    for log in ordered:
        if log.act == "raise":
            raised = _with(raised, log)
        elif log.flag in policy.red_flags or log.flag == ANY_RED_FLAG:
            continue  # which lift takes back which red flag does not hang on any clock
        elif _may_lower(log):
            raised = {id_: one for id_, one in raised.items() if one.flag != log.flag}
        elif _may_confirm(log):
            raised = {id_: _confirmed(one, log) for id_, one in raised.items()}
    red = {*policy.red_flags, ANY_RED_FLAG}
    return tuple(one for one in raised.values() if not (one.flag in red and one.log in lifted))


def _with(raised: dict[str, Raised], log: FlagLog) -> dict[str, Raised]:
    kept = {id_: one for id_, one in raised.items() if not (log.sites and one.flag == log.flag and not one.sites)}
    return {**kept, log.id: Raised(log.flag, log.sites, log.since, log=log.id)}


def _confirmed(one: Raised, log: FlagLog) -> Raised:
    if one.flag != log.flag or log.since is None:
        return one
    return replace(one, confirmed=max(log.since, one.confirmed or log.since))


def _may_lower(log: FlagLog) -> bool:
    return log.act == "lower" and _answered_for(log)


def _may_confirm(log: FlagLog) -> bool:
    return log.act == "confirm" and _answered_for(log)


def _answered_for(log: FlagLog) -> bool:
    return log.by_therapist and log.reason.strip() != ""
