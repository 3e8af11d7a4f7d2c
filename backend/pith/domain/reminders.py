"""When a reminder is due, and whether it is sent: local minutes, weekdays, gaps and overlaps. Nothing reads a clock.

A slot is a time of day on some weekdays in a zone. It fires once on each local date that is lived: where the clocks
leave its minute out, as much later as they were put forward; where they show it twice, the first time. Instants are
aware, in UTC.
Source: DESIGN 6, DECISIONS "Reminders"; fading: domain.md 6.1.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from pith.domain.days import local_date
from pith.domain.errors import Invalid

ALL_DAYS = frozenset(range(7))
# Sent up to this long after it was due, and kept no longer by a push service.
LATE_AFTER = timedelta(minutes=90)
# The first second of its minute that is too late to begin in.
JITTER_S = 56
# Unanswered ones in a row after which they come once a week, and after which none come (domain.md 6.1, rule 7).
WEEKLY_FROM = 7
NONE_FROM = WEEKLY_FROM + 4

MOST_SLOTS = 12
FOLLOW_UP_MIN = (30, 360)
SNOOZE_MIN = (5, 240)

# Of those that she asks for herself, without a notification that they put off.
SNOOZES_A_DAY = 5

Skip = Literal[
    "late",
    "ended",
    "changed",
    "calendar",
    "paused",
    "no_program",
    "rest",
    "away",
    "practised",
    "quiet",
    "faded",
    "fading",
]


@dataclass(frozen=True, slots=True)
class Slot:
    """A time of day, to the minute, on these weekdays (0 = Monday)."""

    at: time
    days: frozenset[int] = ALL_DAYS
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Due:
    """One slot on one local date; its minute begins at `at`."""

    slot: Slot
    local_date: date
    at: datetime

    @property
    def not_after(self) -> datetime:
        return self.at + LATE_AFTER


@dataclass(frozen=True, slots=True)
class Quiet:
    """From `start` until just before `end`, local time; over midnight where `end` is the earlier one."""

    start: time
    end: time

    def holds(self, at: time) -> bool:
        if self.start <= self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of one client when a slot is due. `changed`: she chose anew, and this is no more of it; `paused`:
    her program is closed, by a red flag or for want of answers; `rest`: nothing of it is due on that date.
    `away_until`: the first date she is back. `unanswered`: reminders since her last practice, in a row; `last_sent`:
    the local date of the newest one."""

    practised: bool = False
    paused: bool = False
    no_program: bool = False
    rest: bool = False
    calendar: bool = False
    ended: bool = False
    changed: bool = False
    away_until: date | None = None
    quiet: Quiet | None = None
    unanswered: int = 0
    last_sent: date | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """What a client chose. `follows_phone`: the zone moves with the phone. `follow_up_min`: minutes after a slot at
    which one more is sent where nothing was practised; None: never. `calendar`: her phone's own
    calendar reminds her."""

    timezone: str
    slots: tuple[Slot, ...]
    follows_phone: bool = True
    quiet: Quiet | None = None
    away_until: date | None = None
    follow_up_min: int | None = None
    calendar: bool = False


def check_choice(choice: Choice) -> None:
    """Raises Invalid by field, as they are called on the wire."""
    found: dict[str, str] = {}
    if len(choice.slots) > MOST_SLOTS:
        found["slots"] = f"At most {MOST_SLOTS} times."
    taken: set[tuple[time, int]] = set()
    for place, slot in enumerate(choice.slots):
        again = taken & {(slot.at, day) for day in slot.days}
        if again:
            found[f"slots.{place}.time"] = "This time is there twice on the same day."
        taken |= {(slot.at, day) for day in slot.days}
    low, high = FOLLOW_UP_MIN
    if choice.follow_up_min is not None and not low <= choice.follow_up_min <= high:
        found["follow_up_min"] = f"From {low} to {high} minutes."
    if found:
        raise Invalid(found)


def instant_of(day: date, at: time, zone: str) -> datetime | None:
    """When it is `at` on a local date; None where that date was never lived (Samoa left out 30 December 2011)."""
    found = datetime.combine(day, at, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    return found if local_date(found, zone) == day else None


def upcoming(slot: Slot, zone: str, after: datetime) -> Iterator[Due]:
    """Each time the slot is due strictly after `after`, in order, to the end of the calendar."""
    day = local_date(after, zone)
    while slot.enabled and slot.days and day < date.max:
        if day.weekday() in slot.days:
            at = instant_of(day, slot.at, zone)
            if at is not None and at > after:
                yield Due(slot, day, at)
        day += timedelta(days=1)


def next_due(
    slots: Iterable[Slot], zone: str, after: datetime, served: Collection[tuple[time, date]] = ()
) -> Due | None:
    """The first of all slots due after `after`, or None. `served` (time of day, local date) is left out: who flies back
    over the date line lives a date twice, and is reminded of it once."""
    found = []
    for slot in slots:
        ahead = (due for due in upcoming(slot, zone, after) if (slot.at, due.local_date) not in served)
        found += [due for due in [next(ahead, None)] if due is not None]
    return min(found, key=lambda due: due.at, default=None)


def is_on(slots: Iterable[Slot], at: time, day: date) -> bool:
    """Whether one of these slots is due at this time of day on this date."""
    return any(slot.enabled and slot.at == at and day.weekday() in slot.days for slot in slots)


def one_more_at(at: datetime, wait_min: int | None, zone: str, day: date) -> datetime | None:
    """When one more comes after the reminder of `day` that came at `at`; None where none was asked for, or it would be
    another date by then."""
    if wait_min is None:
        return None
    later = at + timedelta(minutes=wait_min)
    return later if local_date(later, zone) == day else None


def jitter(client_id: str) -> timedelta:
    """How far into its minute a client's reminders come: spread over clients, always the same for one, never early."""
    digest = hashlib.blake2s(client_id.encode(), digest_size=4).digest()
    return timedelta(seconds=int.from_bytes(digest) % JITTER_S)


def fading(unanswered: int) -> Literal["weekly", "none"] | None:
    """How her reminders have thinned out after so many unanswered ones; None: they come as she chose."""
    if unanswered >= NONE_FROM:
        return "none"
    return "weekly" if unanswered >= WEEKLY_FROM else None


def refused(due: Due, standing: Standing, zone: str, now: datetime) -> Skip | None:
    """Why this reminder is not sent at `now`; None when it is. The first reason counts."""
    thinned = fading(standing.unanswered)
    reasons: tuple[tuple[Skip, bool], ...] = (
        ("late", now > due.not_after),
        ("ended", standing.ended),
        ("changed", standing.changed),
        ("calendar", standing.calendar),
        ("paused", standing.paused),
        ("no_program", standing.no_program),
        ("rest", standing.rest),
        ("away", standing.away_until is not None and due.local_date < standing.away_until),
        ("practised", standing.practised),
        ("quiet", standing.quiet is not None and standing.quiet.holds(now.astimezone(ZoneInfo(zone)).time())),
        ("faded", thinned == "none"),
        ("fading", thinned == "weekly" and not _week_after(standing.last_sent, due.local_date)),
    )
    return next((reason for reason, holds in reasons if holds), None)


def _week_after(sent: date | None, day: date) -> bool:
    return sent is None or day - sent >= timedelta(days=7)
