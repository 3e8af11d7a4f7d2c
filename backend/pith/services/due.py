"""From the clock to the ledger: whose reminder is due gets a line, and her next time. Nothing is sent here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from importlib.metadata import version
from typing import Any

import orjson
import uuid_utils

from pith.domain.reminders import ALL_DAYS, LATE_AFTER, Due, Slot, instant_of, is_on, jitter, next_due
from pith.services.transaction import AnySession, write
from pith.store import deliveries
from pith.store import schedule as store
from pith.store.reminders import Reminder

BATCH = 500
_Next = tuple[datetime | None, str | None, str | None]
# No weekday is further away: what stands beyond it was placed by a clock that ran ahead.
_FAR = timedelta(days=8)
# Before an instant, so that what is due at it is found.
_JUST = timedelta(seconds=1)


def tzdata() -> str:
    """The version of the rules of time zones in use."""
    return version("tzdata")


def claim(session: AnySession, now: datetime, limit: int = BATCH) -> int:
    """Enters up to `limit` due reminders into the ledger and puts each at its next time; how many there were.

    One transaction: a worker that dies here has done nothing. Two workers never take the same one, and a slot that has
    its line for this local date (she chose anew, or flew back over the date line) gets no second one.
    """
    with write(session):
        rows = store.due_reminders(session, now, limit)
        if rows:
            deliveries.enter(session, [_line(row, now) for row in rows])
            store.advance(session, [(row, _ahead(row, now)) for row in rows])
    return len(rows)


def recompute(session: AnySession, now: datetime) -> int:
    """Works every reminder out again that was worked out with other rules of time zones, or by a clock that ran ahead;
    how many there were. One that is due and that nobody claimed yet stays due."""
    with write(session):
        rows = store.stale_reminders(session, tzdata(), now + _FAR)
        for row in rows:
            place(row, min(now, row.next_due_at or now) - _JUST)
    return len(rows)


def begin_anew(session: AnySession, now: datetime) -> None:
    """After a copy was put back: what was due before now may have gone out since the copy was made, and does not go
    out twice. Alerts do. Inside the caller's transaction."""
    deliveries.end_overdue(session, now)
    for row in store.all_placed(session):
        place(row, now)


def place(row: Reminder, after: datetime) -> None:
    """Puts one reminder at its first time after `after`, inside the caller's transaction."""
    due = next_due(slots_of(row.slots), row.timezone, after)
    row.next_due_at, row.next_date, row.next_slot = _where(due)
    row.tzdata = tzdata()


def place_anew(row: Reminder, zone_before: str | None, now: datetime) -> None:
    """Puts one reminder at its next time after its client chose anew. What is due by both choices and waits for its
    claim stays."""
    if row.timezone != zone_before or not _awaits_claim(row, now):
        place(row, now)


def slots_of(told: Iterable[Mapping[str, Any]]) -> tuple[Slot, ...]:
    """Slots as they stand in the table and on the wire: `{time: "07:00", days: [0..6], enabled}`."""
    return tuple(
        Slot(time.fromisoformat(one["time"]), frozenset(one.get("days", ALL_DAYS)), one.get("enabled", True))
        for one in told
    )


def _awaits_claim(row: Reminder, now: datetime) -> bool:
    at, day, slot = row.next_due_at, row.next_date, row.next_slot
    if at is None or day is None or slot is None or not at <= now <= at + LATE_AFTER:
        return False
    return is_on(slots_of(row.slots), time.fromisoformat(slot), date.fromisoformat(day))


def _line(row: Any, now: datetime) -> dict[str, Any]:
    """The ledger's line of the slot that is due; skipped at once when its time is over (the server was down), or when
    her phone's own calendar reminds her."""
    due = _due(row.next_date, row.next_slot, row.timezone, now)
    why = "late" if now > due.not_after else "calendar" if row.calendar else None
    return {
        "practice_id": row.practice_id,
        "client_id": row.client_id,
        "recipient_id": row.client_id,
        "local_date": row.next_date,
        "slot": row.next_slot,
        "id": str(uuid_utils.uuid7()),
        "kind": "reminder",
        "timezone": row.timezone,
        "at": due.at + jitter(row.client_id),
        "not_after": due.not_after,
        "status": "skipped" if why else "due",
        "reason": why,
        "tries": 0,
        "ended_at": now if why else None,
    }


def _ahead(row: Any, now: datetime) -> _Next:
    return _next(row.slots, row.timezone, max(now, row.next_due_at))


# Who is due in one minute mostly chose alike: both are worked out once for all of them.
@lru_cache(1024)
def _due(day: str, slot: str, zone: str, now: datetime) -> Due:
    on, at = date.fromisoformat(day), time.fromisoformat(slot)
    return Due(Slot(at), on, instant_of(on, at, zone) or now)


@lru_cache(1024)
def _next(slots: str, zone: str, after: datetime) -> _Next:
    return _where(next_due(slots_of(orjson.loads(slots)), zone, after))


def _where(due: Due | None) -> _Next:
    if due is None:
        return None, None, None
    return due.at, due.local_date.isoformat(), f"{due.slot.at:%H:%M}"
