"""The timetable: whose reminder is due, and everybody's next time.

Read and written for thousands at once, so as plain rows. On SQLite a due row is written by its number: by its key it
would be looked up once more through the tree of keys, of which in a large table each client has a page of her own.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Integer, Row, Table, Text, bindparam, func, literal_column, or_, select, update
from sqlalchemy import cast as as_type

from pith.store.accounts import AnySession
from pith.store.hot import Hot, driver_of
from pith.store.reminders import Reminder

_REMINDERS = cast(Table, Reminder.__table__)
_COLUMN = _REMINDERS.c
_READ = ("practice_id", "client_id", "timezone", "calendar", "next_due_at", "next_date", "next_slot")
_DUE = (
    select(*(_COLUMN[name] for name in _READ), as_type(_COLUMN.slots, Text).label("slots"))
    .where(_COLUMN.next_due_at <= bindparam("now"))
    .order_by(_COLUMN.next_due_at)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
_DUE_ON_SQLITE = _DUE.add_columns(literal_column("reminder.rowid", Integer).label("number"))
_NEXT: dict[str, Any] = {
    "next_due_at": bindparam("to_at"),
    "next_date": bindparam("to_date"),
    "next_slot": bindparam("to_slot"),
}
_ADVANCE = (
    update(_REMINDERS)
    .where(_COLUMN.practice_id == bindparam("who_practice"), _COLUMN.client_id == bindparam("who_client"))
    .values(_NEXT)
)
_ADVANCE_ON_SQLITE = Hot(update(_REMINDERS).where(literal_column("rowid", Integer) == bindparam("which")).values(_NEXT))


def due_reminders(session: AnySession, now: datetime, limit: int) -> Sequence[Row[Any]]:
    """The next `limit` that are due, held until this transaction ends; what another worker holds is passed over. Of
    each `practice_id, client_id, timezone, calendar, next_due_at, next_date, next_slot`, and `slots` as JSON."""
    connection = session.connection()
    wanted: Any = _DUE if driver_of(connection) is None else _DUE_ON_SQLITE
    return connection.execute(wanted, {"now": now, "limit": limit}).all()


def advance(
    session: AnySession, ahead: Sequence[tuple[Row[Any], tuple[datetime | None, str | None, str | None]]]
) -> None:
    """Puts each of the rows that `due_reminders` gave in this transaction at its next time, date and slot."""
    connection = session.connection()
    if driver_of(connection) is None:
        moved = [
            {"who_practice": row.practice_id, "who_client": row.client_id, "to_at": at, "to_date": day, "to_slot": slot}
            for row, (at, day, slot) in ahead
        ]
        connection.execute(_ADVANCE, moved)
        return
    _ADVANCE_ON_SQLITE.change_all(
        connection,
        [{"which": row.number, "to_at": at, "to_date": day, "to_slot": slot} for row, (at, day, slot) in ahead],
    )


def next_due(session: AnySession) -> datetime | None:
    """When the next reminder of anybody is due; None when none is."""
    return session.scalar(select(func.min(Reminder.next_due_at)).where(Reminder.next_due_at.is_not(None)))


def all_placed(session: AnySession) -> Sequence[Reminder]:
    """All that have a next time, held."""
    return session.scalars(select(Reminder).where(Reminder.next_due_at.is_not(None)).with_for_update()).all()


def stale_reminders(session: AnySession, tzdata: str, far: datetime) -> Sequence[Reminder]:
    """Those whose next time was worked out with other rules of time zones, or lies beyond `far`; held."""
    odd = or_(Reminder.tzdata != tzdata, Reminder.next_due_at > far)
    return session.scalars(select(Reminder).where(Reminder.next_due_at.is_not(None), odd).with_for_update()).all()
