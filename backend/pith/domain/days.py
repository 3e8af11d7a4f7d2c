"""Days as people live them: local dates, zones, and what a phone's clock may claim.

Instants are aware `datetime`s, local dates are `date`s, zones are IANA names. Nothing here reads a clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

WINDOW_DAYS = 60  # how far back phone and server compare what they hold (DESIGN 4)
SKEW_LIMIT_S = 300  # a clock that is further off than this is said to be wrong (RELIABILITY 1, rule 8)
LOST_DAY_MIN = 720  # a clock put forward by this much takes most of a date away
FIRST_SANE_DATE = date(2020, 1, 1)  # phones that lost their clock wake up in 1970


def local_date(at: datetime, zone: str) -> date:
    """The calendar date at the instant `at` in `zone`."""
    return at.astimezone(ZoneInfo(zone)).date()


def utc_offset_min(at: datetime, zone: str) -> int:
    """Minutes east of UTC at the instant `at` in `zone`."""
    offset = at.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()
    return int(offset.total_seconds() // 60)


def window_start(now: datetime) -> date:
    """The first local date of the window in which phone and server compare their logs: UTC date less 60 days."""
    return now.astimezone(UTC).date() - timedelta(days=WINDOW_DAYS)


def last_days(today: date, count: int) -> list[date]:
    """The `count` dates that end with `today`, oldest first."""
    return [today - timedelta(days=back) for back in range(count - 1, -1, -1)]


def skew_seconds(server_time: datetime, device_time: datetime) -> int:
    """How far the server's clock is ahead of the phone's, in whole seconds; negative when the phone is ahead."""
    return round((server_time - device_time).total_seconds())


def corrected(claimed: datetime, skew_s: int) -> datetime:
    """What the server's clock showed when the phone's showed `claimed`, in UTC.

    A claim at the edge of the calendar that cannot be moved stays where it is: sorting must not fail on it.
    """
    try:
        return in_utc(claimed + timedelta(seconds=skew_s))
    except OverflowError:
        return in_utc(claimed)


def in_utc(at: datetime) -> datetime:
    """The instant in UTC; at the edge of the calendar, where UTC has no such date, its own hands in UTC."""
    try:
        return at.astimezone(UTC)
    except OverflowError:
        return at.replace(tzinfo=UTC)


def read_instant(text: str) -> datetime:
    """The aware instant of an RFC 3339 text. A leap second counts as the last second of its minute."""
    return datetime.fromisoformat(text.upper().replace(":60", ":59", 1) if ":60" in text else text.upper())


@dataclass(frozen=True, slots=True)
class Claim:
    """What a log says about its own time. `started` and `ended` are only there for a session."""

    local_date: date
    recorded_at: datetime
    started_at: datetime | None = None
    ended_at: datetime | None = None


def clock_suspect(claim: Claim, skew_s: int, now: datetime) -> bool:
    """True when the phone's clock was wrong, or jumped, by what this log says; it is taken all the same.

    Suspect: the phone is more than 5 minutes off now; the local date has not begun anywhere on earth (later than the
    server's date + 1 day, which is what UTC+14 can reach); it was recorded after it was sent; before 2020;
    or it ended before it started (RELIABILITY 1, rule 8 and case 23).
    """
    sent_at = corrected(now, -skew_s)
    return (
        abs(skew_s) > SKEW_LIMIT_S
        or claim.local_date > now.astimezone(UTC).date() + timedelta(days=1)
        or claim.local_date < FIRST_SANE_DATE
        or claim.recorded_at > corrected(sent_at, SKEW_LIMIT_S)
        or claim.recorded_at.date() < FIRST_SANE_DATE
        or _backwards(claim)
    )


def _backwards(claim: Claim) -> bool:
    if claim.started_at is None or claim.ended_at is None:
        return False
    return claim.ended_at < claim.started_at


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where a person's calendar stood once: an instant (corrected), the local date then, minutes east of UTC."""

    at: datetime
    local_date: date
    utc_offset_min: int


def skipped_dates(sightings: Iterable[Sighting]) -> frozenset[date]:
    """Dates that travel took away: the clock was put forward by half a day or more, and no practice is known between.

    Who flies from Honolulu (UTC-10) to Auckland (UTC+13) lives one hour of the date between; it is not owed then
    (DECISIONS "Sync": dates skipped by travel leave `prescribed`).
    """
    ordered = sorted(sightings, key=lambda seen: (seen.at, seen.local_date))
    return frozenset(
        after.local_date - timedelta(days=1)
        for before, after in pairwise(ordered)
        if after.utc_offset_min - before.utc_offset_min >= LOST_DAY_MIN
        and (after.local_date - before.local_date).days > 1
    )
