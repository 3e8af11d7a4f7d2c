"""What a worker holds of the ledger, from the claim of a line to its end.

Each statement asks for what one worker holds, or for single lines by their id. So it is built once, and takes as long
in a ledger of millions as in a small one.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Row, Table, and_, bindparam, exists, func, null, or_, select, update

from pith.store.accounts import AnySession, Client
from pith.store.deliveries import OPEN, URGENT, Delivery
from pith.store.hot import Hot, driver_of
from pith.store.practice import Log
from pith.store.reminders import Reminder

_LEDGER, _CLIENTS, _REMINDERS, _LOGS = (cast(Table, kind.__table__) for kind in (Delivery, Client, Reminder, Log))
_LINE, _CLIENT, _REMINDER, _LOG = _LEDGER.c, _CLIENTS.c, _REMINDERS.c, _LOGS.c
_VOID = _LOGS.alias("taken_back").c
_CLAIMED = _LINE.worker == bindparam("by"), _LINE.status == "claimed"
_ABOUT_HER = _LOG.practice_id == _LINE.practice_id, _LOG.client_id == _LINE.client_id, _LOG.kind == "session"

_READY = OPEN, _LINE.at <= bindparam("now"), or_(_LINE.status == "due", _LINE.lease_until < bindparam("now"))
_HELD = (
    *("id", "practice_id", "client_id", "recipient_id", "kind", "local_date", "slot"),
    *("timezone", "at", "not_after", "tries", "channel"),
)


def _claiming(*of: Any) -> Any:
    wanted = select(_LINE.id).where(*_READY, *of).order_by(_LINE.at).limit(bindparam("limit"))
    return (
        update(_LEDGER)
        .where(_LINE.id.in_(select(wanted.with_for_update(skip_locked=True).cte("wanted").c.id)))
        .values(status="claimed", worker=bindparam("by"), lease_until=bindparam("until"))
        .returning(*(_LINE[name] for name in _HELD))
    )


_CLAIM, _CLAIM_URGENT = _claiming(), _claiming(URGENT)
_ANY_URGENT = Hot(select(_LINE.id).where(*_READY, URGENT).limit(1))
_BEGIN = (
    update(_LEDGER)
    .where(_LINE.id.in_(bindparam("ids", expanding=True)), *_CLAIMED)
    .values(status="sending")
    .returning(_LINE.id)
)
# On SQLite one text for any number of ids, so that it is prepared once.
_GIVEN = func.json_each(bindparam("ids")).table_valued("value")
_BEGIN_ON_SQLITE = Hot(
    update(_LEDGER).where(_LINE.id.in_(select(_GIVEN.c.value)), *_CLAIMED).values(status="sending").returning(_LINE.id)
)
_SETTLE = Hot(
    update(_LEDGER)
    .where(_LINE.id == bindparam("which"))
    .values(
        status=bindparam("to_status"),
        channel=bindparam("to_channel"),
        reason=bindparam("to_reason"),
        at=bindparam("to_at"),
        ended_at=bindparam("to_end"),
        tries=bindparam("to_tries"),
        worker=null(),
        lease_until=null(),
    )
)
_LOST = (
    update(_LEDGER)
    .where(_LINE.worker.is_not(None), _LINE.status == "sending", _LINE.not_after < bindparam("now"))
    .values(status="failed", reason="unknown", ended_at=bindparam("now"), worker=null(), lease_until=null())
)
_ALERTS_AGAIN = (
    update(_LEDGER)
    .where(
        *(_LINE.worker.is_not(None), _LINE.status == "sending", _LINE.kind == "alert"),
        *(_LINE.lease_until < bindparam("before"), _LINE.not_after >= bindparam("now")),
    )
    .values(status="due", worker=null(), lease_until=null())
)
_THERE = (
    select(_LINE.id)
    .join(_CLIENTS, and_(_CLIENT.practice_id == _LINE.practice_id, _CLIENT.id == _LINE.client_id))
    .where(_LINE.id.in_(bindparam("ids", expanding=True)))
    .with_for_update(read=True, key_share=True, of=_CLIENTS)
)
_STANDING = (
    select(
        _LINE.id,
        _CLIENT.archived_at,
        _REMINDER.quiet,
        _REMINDER.away_until,
        _REMINDER.follow_up_min,
        _REMINDER.calendar,
        _REMINDER.slots,
    )
    .select_from(_LEDGER)
    .join(_CLIENTS, and_(_CLIENT.practice_id == _LINE.practice_id, _CLIENT.id == _LINE.client_id))
    .outerjoin(_REMINDERS, and_(_REMINDER.practice_id == _LINE.practice_id, _REMINDER.client_id == _LINE.client_id))
    .where(*_CLAIMED)
)
_PRACTISED = (
    select(_LINE.id, _LOG.local_date, _LOG.body)
    .select_from(_LEDGER)
    .join(_LOGS, and_(*_ABOUT_HER, _LOG.local_date == _LINE.local_date))
    .where(
        *_CLAIMED,
        ~exists().where(
            _VOID.practice_id == _LOG.practice_id,
            _VOID.client_id == _LOG.client_id,
            _VOID.target == _LOG.id,
            _VOID.kind == "void",
        ),
    )
)
_SENT = _LEDGER.alias("sent").c
_NEWEST_PRACTICE = select(_LOG.local_date).where(*_ABOUT_HER).order_by(_LOG.local_date.desc()).limit(1)
_REMINDED = (
    select(_LINE.id, func.count().label("unanswered"), func.max(_SENT.local_date).label("last_sent"))
    .select_from(_LEDGER)
    .join(
        _SENT.id.table,
        and_(
            _SENT.client_id == _LINE.client_id,
            _SENT.practice_id == _LINE.practice_id,
            _SENT.kind == "reminder",
            _SENT.status == "done",
            _SENT.local_date > func.coalesce(_NEWEST_PRACTICE.correlate(_LEDGER).scalar_subquery(), ""),
        ),
    )
    .where(*_CLAIMED)
    .group_by(_LINE.id)
)


def claim(session: AnySession, now: datetime, limit: int, worker: str, until: datetime) -> list[Row[Any]]:
    """Takes lines whose time has come and that nobody works on, or whose worker let its lease run out: alerts first,
    however many others have waited for longer; then the earliest. What another worker takes at this instant is passed
    over."""
    urgent = claim_urgent(session, now, limit, worker, until)
    told = {"now": now, "limit": limit - len(urgent), "by": worker, "until": until}
    others = session.connection().execute(_CLAIM, told).all()
    return urgent + sorted(others, key=lambda row: (row.kind != "alert", row.at))


def claim_urgent(session: AnySession, now: datetime, limit: int, worker: str, until: datetime) -> list[Row[Any]]:
    """The same of alerts alone. Asked before every window and nearly always in vain, so it looks before it takes."""
    connection = session.connection()
    if not _ANY_URGENT.run(connection, {"now": now}):
        return []
    told = {"now": now, "limit": limit, "by": worker, "until": until}
    return sorted(connection.execute(_CLAIM_URGENT, told), key=lambda row: row.at)


def begin_sending(session: AnySession, worker: str, ids: Sequence[str]) -> frozenset[str]:
    """Moves this worker's claims to `sending`; those that another took over meanwhile are not among the answer."""
    connection = session.connection()
    if driver_of(connection) is None:
        return frozenset(connection.execute(_BEGIN, {"by": worker, "ids": ids}).scalars())
    begun = _BEGIN_ON_SQLITE.run(connection, {"by": worker, "ids": json.dumps(ids)})
    return frozenset(one for (one,) in begun)


def settle(session: AnySession, rows: Sequence[dict[str, Any]]) -> None:
    """What became of deliveries. Rows: which, to_status, to_channel, to_reason, to_at, to_end, to_tries."""
    _SETTLE.change_all(session.connection(), rows)


def lost_in_sending(session: AnySession, now: datetime) -> int:
    """Ends what a worker was sending when it died: nobody knows whether it went out, so it is not sent again."""
    return session.connection().execute(_LOST, {"now": now}).rowcount


def alerts_again(session: AnySession, now: datetime, before: datetime) -> int:
    """Opens alerts again that a worker was sending when it died: its lease ended before `before`. An alert that comes
    twice does less harm than one that never comes."""
    return session.connection().execute(_ALERTS_AGAIN, {"now": now, "before": before}).rowcount


def still_there(session: AnySession, ids: Sequence[str]) -> frozenset[str]:
    """Those of these lines that are there, with their client, and stay so until this transaction ends: she may be
    erased while one of hers is sent."""
    return frozenset(session.connection().execute(_THERE, {"ids": ids}).scalars()) if ids else frozenset()


def standing(session: AnySession, worker: str) -> list[Row[Any]]:
    """`id` of each line that this worker has claimed, and of its client `archived_at, quiet, away_until,
    follow_up_min, calendar, slots`; nothing of a line that is about nobody."""
    return list(session.connection().execute(_STANDING, {"by": worker}))


def practised(session: AnySession, worker: str) -> list[Row[Any]]:
    """`id` of a claimed line, `local_date` and `body` of each session that stands on its local date."""
    return list(session.connection().execute(_PRACTISED, {"by": worker}))


def reminded(session: AnySession, worker: str) -> list[Row[Any]]:
    """`id` of a claimed line, and of its client `unanswered, last_sent`: reminders that went out on dates after her
    newest practice."""
    return list(session.connection().execute(_REMINDED, {"by": worker}))
