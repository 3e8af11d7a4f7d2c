"""Whether a client's reminders arrive, and since when: pure, from the newest lines of her ledger.

Three states say something of the phone: it showed the newest one, a push service took it (many iPhones say no more),
or it failed. Two say that there is nothing to judge: no time is on, or nothing went out since her phone came back.
Source: DECISIONS "Reminders"; journey 10.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from typing import Literal

State = Literal["none", "untried", "shown", "accepted", "failed"]
NO_CHANNEL = "no_channel"
CALENDAR = "calendar"
# What her phone mends by itself when it is opened: no browser of hers took pushes any more.
MENDED_BY_OPENING = (NO_CHANNEL, "gone", "resubscribe")


@dataclass(frozen=True, slots=True)
class Chosen:
    """`on`: a time is on; `calendar`: her own calendar reminds her instead; `at`: when she chose."""

    on: bool
    calendar: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Told:
    """One line that says something: it went out (`works`), and was perhaps shown; or it failed, for a reason."""

    at: datetime
    works: bool
    shown: bool = False
    by_mail: bool = False
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Browsers:
    """`seen_at`: when a living one was last heard of; `ended_at`: when the last of the others ended."""

    living: int = 0
    seen_at: datetime | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """`since`: from when on it has been working, or not working, without a break; None where nobody knows."""

    state: State
    since: datetime | None = None
    reason: str | None = None


def proof_of(chosen: Chosen | None, lines: Sequence[Told], browsers: Browsers) -> Proof:
    """The state of one client's reminders. `lines` in any order; only the newest unbroken run of them counts."""
    if chosen is None or not chosen.on:
        return Proof("none")
    if chosen.calendar:
        return Proof("none", reason=CALENDAR)
    if not lines:
        return Proof("untried") if browsers.living else _silent(browsers.ended_at, chosen.at)
    newest, first = _run(lines)
    if newest.works:
        return _working(newest, first.at, browsers)
    if newest.reason in MENDED_BY_OPENING and browsers.seen_at is not None and browsers.seen_at > newest.at:
        return Proof("untried")
    # Once the browser is gone every later line finds none: why it went says more.
    known = first.reason if newest.reason == NO_CHANNEL and first.reason in MENDED_BY_OPENING else newest.reason
    return Proof("failed", first.at, known)


def _run(lines: Sequence[Told]) -> tuple[Told, Told]:
    """The newest line, and the first of those that went like it without a break. Of two at one instant the one that
    went out counts."""
    ordered = sorted(lines, key=lambda line: (line.at, line.works), reverse=True)
    newest = ordered[0]
    *_, first = takewhile(lambda line: line.works == newest.works, ordered)
    return newest, first


def _working(newest: Told, since: datetime, browsers: Browsers) -> Proof:
    if not browsers.living and not newest.by_mail:  # it went to a browser that is no longer there
        return Proof("failed", browsers.ended_at, NO_CHANNEL)
    return Proof("shown" if newest.shown else "accepted", since)


def _silent(ended_at: datetime | None, chosen_at: datetime) -> Proof:
    """Times are on, and nothing could ever go out."""
    return Proof("failed", max(ended_at or chosen_at, chosen_at), NO_CHANNEL)
