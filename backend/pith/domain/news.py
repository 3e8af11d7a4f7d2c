"""What is told between the reminders: news to a client, and what a therapist must hear of at once. Nothing reads a
clock.

A client is told of the first thing at once, and of all that follows within five minutes by one more at their end.
Source: DECISIONS "Reminders".
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from pith.domain.days import local_date
from pith.domain.reminders import Quiet, instant_of

News = Literal["program", "answer"]

# Between two of them.
APART = timedelta(minutes=5)
# Between two alerts about one client to one therapist, red flags apart: who was told a moment ago is looking already.
ALERTS_APART = timedelta(minutes=10)
# As long as it is still news, and as long as a therapist must still hear of what happened.
WORTH = timedelta(hours=24)
# What one says that stands for both.
BOTH = "news"
# A red flag, and a stop: the other levels wait in the inbox.
AT_ONCE = frozenset({"urgent", "same_day"})


@dataclass(frozen=True, slots=True)
class Last:
    """The newest one that a client has. `waits`: nobody has begun to send it."""

    says: str
    at: datetime
    waits: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """What goes out when; `joins`: it takes the place of the one that waits."""

    says: str
    at: datetime
    joins: bool = False


def place(what: News, last: Last | None, now: datetime) -> Placed:
    """When a client is told of this."""
    if last is None:
        return Placed(what, now)
    if last.waits:
        return Placed(what if last.says == what else BOTH, last.at, joins=True)
    return Placed(what, max(now, last.at + APART))


def alert_at(level: str, last: datetime | None, now: datetime) -> datetime:
    """When a therapist is told. A red flag: at once, always. A stop: at once, or together with what else comes within
    ten minutes after `last`, the newest that she was told or will be told about this client."""
    if level == "urgent" or last is None or now >= last + ALERTS_APART:
        return now
    return last if last > now else last + ALERTS_APART


def once_not_quiet(at: datetime, quiet: Quiet | None, zone: str) -> datetime:
    """`at`, or the end of the quiet hours that it falls into."""
    if quiet is None or not quiet.holds(at.astimezone(ZoneInfo(zone)).time()):
        return at
    day = local_date(at, zone)
    ends = (instant_of(day + timedelta(days=ahead), quiet.end, zone) for ahead in range(3))
    return next((end for end in ends if end is not None and end > at), at)


def slot_of_alert(client_id: str, cause: str, source_id: str) -> str:
    """The slot of an alert in the ledger: one for each, whoever is told of it, and it names nobody."""
    told = hashlib.blake2s(f"{client_id}|{cause}|{source_id}".encode(), digest_size=12)
    return f"alert:{told.hexdigest()}"
