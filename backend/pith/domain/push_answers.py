"""What an answer of a push service means for the push, for the browser it was for, and for the service itself.

Source: PUSH 4 (reaction table). Nothing that may be our own fault (a key, a clock) ends a subscription, because one
wrong setting would end them all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Literal

TRIES = 3
# Waits before another try grow from the first to the last of these.
FIRST_WAIT = timedelta(seconds=10)
LONGEST_WAIT = timedelta(minutes=15)
# How long a service that refuses our signature is left alone; each further refusal doubles it.
CLOSED_FIRST = timedelta(minutes=5)
CLOSED_LONGEST = timedelta(hours=6)
# The same for one that never answered in time: waiting for it costs everybody else.
SILENT_FIRST = timedelta(seconds=30)
SILENT_LONGEST = timedelta(minutes=15)
KEY_MISMATCH = "VapidPkHashMismatch"

# Of the seconds of a Retry-After; a number with more of them is longer than anything.
_DIGITS = 10

Fate = Literal["accepted", "gone", "again", "refused", "resubscribe", "lost"]


@dataclass(frozen=True, slots=True)
class Reaction:
    """`fate`: accepted | gone (the browser's address has ended) | again (later, after `wait`) | resubscribe (made for
    another key) | refused (our signature) | lost (no use in another try). `closes`: the service is left alone."""

    fate: Fate
    wait: timedelta | None = None
    closes: bool = False


def react(status: int | None, retry_after: str | None, reason: str, now: datetime) -> Reaction:
    """`status` None: nothing answered in time. `retry_after` as the header is written."""
    if status is None or status >= 500 or status == 429:
        return Reaction("again", waiting(retry_after, now), closes=status == 429)
    if KEY_MISMATCH in reason:
        return Reaction("resubscribe")
    if 200 <= status < 300:
        return Reaction("accepted")
    if status in (401, 403):
        return Reaction("refused", closes=True)
    return Reaction("gone" if status in (404, 410) else "lost")


def waiting(retry_after: str | None, now: datetime) -> timedelta | None:
    """What a Retry-After asks for (seconds or an HTTP date), never negative and never longer than a
    service is left alone; None where it cannot be read."""
    if retry_after is None:
        return None
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return min(CLOSED_LONGEST, timedelta(seconds=int(text))) if len(text) <= _DIGITS else CLOSED_LONGEST
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, OverflowError, LookupError):
        return None
    aware = until.replace(tzinfo=UTC) if until.tzinfo is None else until
    return min(CLOSED_LONGEST, max(timedelta(), aware - now))


def next_try(
    tries: int,
    asked: timedelta | None,
    now: datetime,
    not_after: datetime,
    chance: Callable[[], float],
    urgent: bool = False,
) -> datetime | None:
    """When to try again after `tries` failures: as the service asked, else at a time of chance in a growing span. None
    when it was the last try or it would be too late. `chance` gives 0 to 1. `urgent`: there is no last try, and no
    wait beyond the longest."""
    span: timedelta = min(LONGEST_WAIT, FIRST_WAIT * 6 ** min(max(0, tries - 1), 10))
    wait = asked if asked is not None else span * chance()
    at = now + (min(wait, LONGEST_WAIT) if urgent else wait)
    return at if (urgent or tries < TRIES) and at < not_after else None


def closed_for(refusals: int, asked: timedelta | None) -> timedelta:
    """How long a service is left alone after this many refusals in a row."""
    grown: timedelta = min(CLOSED_LONGEST, CLOSED_FIRST * 2 ** min(refusals - 1, 10))
    return grown if asked is None else min(CLOSED_LONGEST, max(asked, timedelta(seconds=1)))


def silent_for(silences: int) -> timedelta:
    """How long a service is left alone that left this many windows in a row without any answer."""
    grown: timedelta = min(SILENT_LONGEST, SILENT_FIRST * 2 ** min(silences - 1, 10))
    return grown
