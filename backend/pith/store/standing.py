"""What stands between a reminder and its client, for all lines that a worker has claimed in one read each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Row, Table, and_, bindparam, func, select

from pith.store.accounts import AnySession
from pith.store.answers import AnswerEntry, NewsEntry
from pith.store.deliveries import Delivery
from pith.store.programs import ProgramVersion
from pith.store.screening import Clearance, FlagEntry

_LEDGER, _VERSIONS, _CLEARANCES, _NEWS, _ANSWERS = (
    cast(Table, kind.__table__) for kind in (Delivery, ProgramVersion, Clearance, NewsEntry, AnswerEntry)
)
_LINE, _VERSION, _CLEARED, _NEW, _ANSWER = (one.c for one in (_LEDGER, _VERSIONS, _CLEARANCES, _NEWS, _ANSWERS))
_CLAIMED = _LINE.worker == bindparam("by"), _LINE.status == "claimed"
_STARTED = _VERSIONS.alias("started").c


def _hers(table: Any) -> ColumnElement[bool]:
    """Rows of the client whom a line is about."""
    return and_(table.practice_id == _LINE.practice_id, table.client_id == _LINE.client_id)


_IN_FORCE = (
    select(func.max(_STARTED.number))
    .where(_hers(_STARTED), _STARTED.starts_on <= _LINE.local_date)
    .correlate(_LEDGER)
    .scalar_subquery()
)
_DUE_DAYS = (
    select(_LINE.id, _VERSION.due_days)
    .select_from(_LEDGER)
    .join(_VERSIONS, and_(_hers(_VERSION), _VERSION.number == _IN_FORCE))
    .where(*_CLAIMED)
)
_CLEARANCE = (
    select(_LINE.id, _CLEARED.at)
    .select_from(_LEDGER)
    .join(_CLEARANCES, _hers(_CLEARED))
    .where(*_CLAIMED, _CLEARED.ended_at.is_(None))
)
_TOLD = select(_LINE.id, _NEW.at, _NEW.reask).select_from(_LEDGER).join(_NEWS, _hers(_NEW)).where(*_CLAIMED)
_SAID = (
    select(_LINE.id, _ANSWER.question_id, _ANSWER.told_on, _ANSWER.at, _ANSWER.told)
    .select_from(_LEDGER)
    .join(_ANSWERS, _hers(_ANSWER))
    .where(*_CLAIMED, _ANSWER.question_id.in_(bindparam("questions", expanding=True)))
    .order_by(_ANSWER.at, _ANSWER.id)
)
_FLAGS = (
    select(_LINE.id, FlagEntry)
    .select_from(_LEDGER)
    .join(FlagEntry, _hers(FlagEntry))
    .where(*_CLAIMED, FlagEntry.flag.in_(bindparam("flags", expanding=True)))
    .order_by(FlagEntry.at, FlagEntry.id)
)


def due_days(session: AnySession, worker: str) -> dict[str, list[int]]:
    """By line: the weekdays of the version in force on its local date; nothing where none is."""
    return {row.id: row.due_days for row in session.connection().execute(_DUE_DAYS, {"by": worker})}


def flag_entries(session: AnySession, worker: str, flags: Collection[str]) -> dict[str, Sequence[FlagEntry]]:
    """By line: all that was ever told of these flags, in the order in which it counts."""
    found: defaultdict[str, list[FlagEntry]] = defaultdict(list)
    for line, entry in session.execute(_FLAGS, {"by": worker, "flags": list(flags)}):
        found[line].append(entry)
    return dict(found)


def cleared(session: AnySession, worker: str) -> dict[str, datetime]:
    """By line: when the clearance in force was given."""
    return {row.id: row.at for row in session.connection().execute(_CLEARANCE, {"by": worker})}


def news(session: AnySession, worker: str) -> list[Row[Any]]:
    """`id` of the line, `at, reask`."""
    return list(session.connection().execute(_TOLD, {"by": worker}))


def answers(session: AnySession, worker: str, questions: Collection[str]) -> list[Row[Any]]:
    """`id` of the line, `question_id, told_on, at, told` of every answer, in the order in which they count."""
    return list(session.connection().execute(_SAID, {"by": worker, "questions": list(questions)}))
