"""Queries behind the therapist's client list: how each visible client is doing, a query a question."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, bindparam, exists, func, or_, select
from sqlalchemy.orm import Session, aliased, scoped_session

from pith.store.accounts import Client, Whose, seen_by
from pith.store.hot import Hot
from pith.store.practice import PRIVATE, Alert, Log, ReadMark
from pith.store.programs import ProgramVersion

AnySession = Session | scoped_session[Any]

# Of the visible clients these; None stands for all.
Only = Collection[str] | None

# Logs that say how the app is used, not how the client is: they never make a client "unread".
QUIET_KINDS = ("read", "setting")


# The phone's view asks this each time: it walks the days backwards, and stops at the first session.
_LAST_SESSION = Hot(
    select(Log.local_date)
    .where(
        Log.practice_id == bindparam("practice"),
        Log.client_id == bindparam("client"),
        Log.kind == "session",
        Log.local_date <= bindparam("latest"),
    )
    .order_by(Log.local_date.desc())
    .limit(1)
)


def clients(session: AnySession, practice_id: str, whose: Whose, only: Only = None) -> list[Row[Any]]:
    """`id, timezone` of visible clients."""
    return list(session.execute(select(Client.id, Client.timezone).where(_seen(practice_id, whose, only))))


def clients_here(session: AnySession, practice_id: str, whose: Whose) -> set[str]:
    """Visible clients who are not put away."""
    return set(session.scalars(select(Client.id).where(seen_by(practice_id, whose), Client.archived_at.is_(None))))


def sessions_since(
    session: AnySession, practice_id: str, whose: Whose, first: str, only: Only = None
) -> list[Row[Any]]:
    """`client_id, id, skew_s, body` of the sessions that stand, from local date `first` on."""
    return list(
        session.execute(
            select(Log.client_id, Log.id, Log.skew_s, Log.body)
            .join(Client, _owner_of(Log))
            .where(_seen(practice_id, whose, only), _stands("session"), Log.local_date >= first)
        )
    )


def sessions_between(session: AnySession, practice_id: str, client_id: str, first: str, last: str) -> list[Row[Any]]:
    """`id, skew_s, body` of one client's sessions that stand, of these local dates."""
    mine = Log.practice_id == practice_id, Log.client_id == client_id, Log.local_date.between(first, last)
    return list(session.execute(select(Log.id, Log.skew_s, Log.body).where(*mine, _stands("session"))))


def newest_scores(session: AnySession, practice_id: str, only: Collection[str], measure_id: str) -> dict[str, Row[Any]]:
    """By client `id, local_date, body, words, text_key` of the newest log of a measure that stands."""
    columns: tuple[Any, ...] = (Log.client_id, Log.id, Log.local_date, Log.body, Log.words, Client.text_key)
    rows = session.execute(
        select(*columns)
        .join(Client, _owner_of(Log))
        .where(Log.practice_id == practice_id, Log.client_id.in_(only), _stands("measure"))
        .where(Log.body.contains(f'"{measure_id}"'))
        .order_by(Log.local_date, Log.seq)
    )
    return {row.client_id: row for row in rows}


def reactions_since(
    session: AnySession, practice_id: str, whose: Whose, first: str, only: Only = None
) -> list[Row[Any]]:
    """`client_id, body` of what was told of the day after, as far as it stands, from local date `first` on."""
    return list(
        session.execute(
            select(Log.client_id, Log.body)
            .join(Client, _owner_of(Log))
            .where(_seen(practice_id, whose, only), _stands("reaction"), Log.local_date >= first)
        )
    )


def may_stop(session: AnySession, practice_id: str, client_id: str, before: datetime) -> list[Row[Any]]:
    """`id, received_at, body` of one client's logs that may tell a stop, as far as they came before an instant."""
    told = or_(Log.kind == "hurt", and_(Log.kind == "session", Log.body.contains('"holds"')))
    mine = (Log.practice_id == practice_id, Log.client_id == client_id, told, Log.received_at < before)
    return list(session.execute(select(Log.id, Log.received_at, Log.body).where(*mine).order_by(Log.id)))


def latest_sessions(session: AnySession, practice_id: str, client_id: str, limit: int) -> list[Row[Any]]:
    """`client_id, id, skew_s, body` of one client's latest sessions that stand, for somebody who has been quiet."""
    return list(
        session.execute(
            select(Log.client_id, Log.id, Log.skew_s, Log.body)
            .where(Log.practice_id == practice_id, Log.client_id == client_id, _stands("session"))
            .order_by(Log.local_date.desc(), Log.id.desc())
            .limit(limit)
        )
    )


def last_session_day(session: AnySession, practice_id: str, client_id: str, now: datetime) -> str | None:
    """The local date of a client's newest session; a phone that is years ahead is not believed."""
    asked = {"practice": practice_id, "client": client_id, "latest": _tomorrow(now)}
    found = _LAST_SESSION.run(session.connection(), asked)
    return str(found[0][0]) if found else None


def last_session_days(session: AnySession, practice_id: str, now: datetime) -> dict[str, str]:
    """The same of every client of a practice, by client."""
    query = select(Log.client_id, func.max(Log.local_date)).where(
        Log.practice_id == practice_id, Log.kind == "session", Log.local_date <= _tomorrow(now)
    )
    return {row[0]: row[1] for row in session.execute(query.group_by(Log.client_id))}


def _tomorrow(now: datetime) -> str:
    """It may be there already where she is."""
    return (now + timedelta(days=1)).date().isoformat()


def versions(session: AnySession, practice_id: str, whose: Whose, only: Only = None) -> list[Row[Any]]:
    """`client_id, number, starts_on, created_at, days, items` of every version, in order."""
    return list(
        session.execute(
            select(
                ProgramVersion.client_id,
                ProgramVersion.number,
                ProgramVersion.starts_on,
                ProgramVersion.created_at,
                ProgramVersion.days,
                ProgramVersion.items,
            )
            .join(Client, _owner_of(ProgramVersion))
            .where(_seen(practice_id, whose, only))
            .order_by(ProgramVersion.client_id, ProgramVersion.number)
        )
    )


def unread(session: AnySession, practice_id: str, whose: Whose, reader_id: str) -> dict[str, int]:
    """How many logs by client the reader has not marked as read."""
    marked = and_(
        ReadMark.practice_id == Log.practice_id,
        ReadMark.client_id == Log.client_id,
        ReadMark.therapist_id == reader_id,
    )
    rows = session.execute(
        select(Log.client_id, func.count())
        .join(Client, _owner_of(Log))
        .outerjoin(ReadMark, marked)
        .where(
            seen_by(practice_id, whose),
            Log.seq > func.coalesce(ReadMark.seq, 0),
            Log.kind.not_in(QUIET_KINDS),
            ~PRIVATE,
        )
        .group_by(Log.client_id)
    )
    return {client_id: count for client_id, count in rows}


def programs_fetched(session: AnySession, practice_id: str, only: Only = None) -> list[Row[Any]]:
    """`client_id, target, skew_s, body` of what phones told of programs they hold (`target` is `program:<number>`);
    of these clients, or of all of the practice."""
    query = select(Log.client_id, Log.target, Log.skew_s, Log.body).where(
        Log.practice_id == practice_id, Log.kind == "read", Log.target.like("program:%")
    )
    return list(session.execute(query if only is None else query.where(Log.client_id.in_(only))))


def hurts(session: AnySession, practice_id: str, whose: Whose, since: datetime) -> list[Row[Any]]:
    """`client_id, detail` of alerts about pain that stand, since an instant."""
    return list(
        session.execute(
            select(Alert.client_id, Alert.detail)
            .join(Client, _owner_of(Alert))
            .where(
                seen_by(practice_id, whose),
                Alert.cause == "hurt",
                Alert.withdrawn_at.is_(None),
                Alert.created_at >= since,
            )
        )
    )


def _seen(practice_id: str, whose: Whose, only: Only) -> ColumnElement[bool]:
    seen = seen_by(practice_id, whose)
    return seen if only is None else and_(seen, Client.id.in_(only))


def _owner_of(table: Any) -> ColumnElement[bool]:
    return and_(Client.practice_id == table.practice_id, Client.id == table.client_id)


def _stands(kind: str) -> ColumnElement[bool]:
    """A log of this kind that no void takes back."""
    void = aliased(Log)
    taken_back = exists().where(
        void.practice_id == Log.practice_id,
        void.client_id == Log.client_id,
        void.kind == "void",
        void.target == Log.id,
    )
    return and_(Log.kind == kind, ~taken_back)
