"""What stands between a reminder and its client, for all lines of a batch in one read each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, func, select
from sqlalchemy.orm import aliased

from pith.store.accounts import AnySession
from pith.store.answers import AnswerEntry, NewsEntry
from pith.store.deliveries import Delivery
from pith.store.programs import ProgramVersion
from pith.store.screening import Clearance, FlagEntry


def due_days(session: AnySession, lines: Collection[str]) -> dict[str, list[int]]:
    """By line: the weekdays of the version in force on its local date; nothing where none is."""
    started = aliased(ProgramVersion)
    newest = (
        select(func.max(started.number))
        .where(
            started.practice_id == Delivery.practice_id,
            started.client_id == Delivery.client_id,
            started.starts_on <= Delivery.local_date,
        )
        .correlate(Delivery)
        .scalar_subquery()
    )
    rows = session.execute(
        select(Delivery.id, ProgramVersion.due_days)
        .join(ProgramVersion, and_(_hers(ProgramVersion), ProgramVersion.number == newest))
        .where(Delivery.id.in_(lines))
    )
    return {row.id: row.due_days for row in rows}


def flag_entries(session: AnySession, lines: Collection[str], flags: Collection[str]) -> dict[str, Sequence[FlagEntry]]:
    """By line: all that was ever told of these flags, in the order in which it counts."""
    found: defaultdict[str, list[FlagEntry]] = defaultdict(list)
    rows = session.execute(
        select(Delivery.id, FlagEntry)
        .join(FlagEntry, _hers(FlagEntry))
        .where(Delivery.id.in_(lines), FlagEntry.flag.in_(flags))
        .order_by(FlagEntry.at, FlagEntry.id)
    )
    for line, entry in rows:
        found[line].append(entry)
    return dict(found)


def cleared(session: AnySession, lines: Collection[str]) -> dict[str, datetime]:
    """By line: when the clearance in force was given."""
    rows = session.execute(
        select(Delivery.id, Clearance.at)
        .join(Clearance, _hers(Clearance))
        .where(Delivery.id.in_(lines), Clearance.ended_at.is_(None))
    )
    return {row.id: row.at for row in rows}


def news(session: AnySession, lines: Collection[str]) -> list[Row[Any]]:
    """`id` of the line, `at, reask`."""
    wanted = select(Delivery.id, NewsEntry.at, NewsEntry.reask).join(NewsEntry, _hers(NewsEntry))
    return list(session.execute(wanted.where(Delivery.id.in_(lines))))


def answers(session: AnySession, lines: Collection[str], questions: Collection[str]) -> list[Row[Any]]:
    """`id` of the line, `question_id, told_on, at, told` of every answer, in the order in which they count."""
    wanted = select(Delivery.id, AnswerEntry.question_id, AnswerEntry.told_on, AnswerEntry.at, AnswerEntry.told)
    return list(
        session.execute(
            wanted.join(AnswerEntry, _hers(AnswerEntry))
            .where(Delivery.id.in_(lines), AnswerEntry.question_id.in_(questions))
            .order_by(AnswerEntry.at, AnswerEntry.id)
        )
    )


def _hers(table: Any) -> ColumnElement[bool]:
    """Rows of the client whom a line is about."""
    return and_(table.practice_id == Delivery.practice_id, table.client_id == Delivery.client_id)
