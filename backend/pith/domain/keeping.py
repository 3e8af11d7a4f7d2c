"""How long things are kept: copies of the database, logs, clients who left, grave stones.

Instants are aware UTC `datetime`s, dates are local or UTC `date`s as said. Nothing here reads a clock.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Collection
from datetime import UTC, date, datetime, timedelta

from pith.domain.days import WINDOW_DAYS

HOURLY, DAILY, MONTHLY = 24, 14, 12

# A phone sends again what the server lacks of the last 60 days (DESIGN 4); deleting inside that window would only make
# the two argue. Two days more, for zones and late requests.
_PHONES_COMPARE = timedelta(days=WINDOW_DAYS + 2)

# What wears off with time. Flags (but those that last days: services/retention.py), answers, news, settings, consents,
# read marks hold until they are changed: a safety flag does not expire because it is old.
HISTORY = frozenset({"session", "hurt", "reaction", "check", "body", "note", "question", "measure", "decision"})

# Grave stones: no phone keeps an outbox for more than 13 months (RELIABILITY case 41).
STONES_KEPT = timedelta(days=396)

# How long the feed still names an erased client's id to desks that were closed meanwhile.
FEED_NAMES_ERASED = timedelta(days=90)


def backups_to_keep(made: Collection[datetime]) -> frozenset[datetime]:
    """Of copies made at these instants, those that stay: the newest of each of the last 24 hours, 14 days and 12
    months that have a copy at all. Gaps do not use up places, so a server that slept for a year loses nothing."""
    return (
        _newest_of_each(made, HOURLY, lambda at: at.strftime("%Y-%m-%dT%H"))
        | _newest_of_each(made, DAILY, lambda at: at.strftime("%Y-%m-%d"))
        | _newest_of_each(made, MONTHLY, lambda at: at.strftime("%Y-%m"))
    )


def _newest_of_each(made: Collection[datetime], places: int, stretch: Callable[[datetime], str]) -> frozenset[datetime]:
    newest: dict[str, datetime] = {}
    for at in sorted(made):
        newest[stretch(at.astimezone(UTC))] = at
    return frozenset(newest[name] for name in sorted(newest, reverse=True)[:places])


def months_before(day: date, months: int) -> date:
    """The same day of the month, `months` earlier; the month's last day where it is shorter (31 March - 1 = 28 Feb)."""
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    if year < date.min.year:
        return date.min
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def logs_end(now: datetime, retention_months: int) -> date:
    """Logs of history from before this UTC date may go; never inside the window that phones compare."""
    today = now.astimezone(UTC).date()
    return min(months_before(today, retention_months), today - _PHONES_COMPARE)


def archive_is_over(archived_at: datetime, now: datetime, retention_months: int) -> bool:
    """True when a client was put away longer ago than her practice keeps files."""
    return archived_at.astimezone(UTC).date() < months_before(now.astimezone(UTC).date(), retention_months)
