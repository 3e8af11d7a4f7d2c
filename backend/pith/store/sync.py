"""Tables and queries of sync: what is there of a client, what a push adds, what could not be taken."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from operator import itemgetter
from typing import Any, NamedTuple, cast

from sqlalchemy import (
    Connection,
    ForeignKeyConstraint,
    LargeBinary,
    Row,
    String,
    Table,
    bindparam,
    exists,
    func,
    select,
    update,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Mapped, Session, mapped_column, scoped_session

from pith.domain.sync import Head
from pith.store.accounts import Client, Erased, Id, Practice, Therapist
from pith.store.db import Base, UtcDateTime
from pith.store.hot import Hot, driver_of
from pith.store.practice import Consent, Log

AnySession = Session | scoped_session[Any]
# A push takes the connection out of its session once: each time costs as much as a small query.
Asked = AnySession | Connection


class Quarantined(Base):
    """A refused item, verbatim (sealed with the client's key, cut at 64 KB), once per client, item id and content."""

    __tablename__ = "sync_quarantine"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    client_id: Mapped[str] = mapped_column(Id, primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    log_id: Mapped[str | None] = mapped_column(String(64))
    status: Mapped[str] = mapped_column(String(16))
    code: Mapped[str] = mapped_column(String(64))
    field: Mapped[str | None] = mapped_column(String(200))
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    raw: Mapped[bytes] = mapped_column(LargeBinary)
    __table_args__ = (
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
    )


# The statements of the hot doors are built once, on plain tables: made anew each time, and read through the ORM, they
# cost several times as much as SQLite's answers to them (docs/performance.md).
_CLIENT, _LOG, _PRACTICE, _STONE = (kind.__table__.c for kind in (Client, Log, Practice, Erased))
_MINE: Any = (bindparam("practice"), bindparam("client"))
_THIS_CLIENT = (_CLIENT.practice_id == _MINE[0], _CLIENT.id == _MINE[1])
_HER_LOGS = (_LOG.practice_id == _MINE[0], _LOG.client_id == _MINE[1])
_HEAD = select(_CLIENT.view_version, _CLIENT.text_key, _CLIENT.head_from, _CLIENT.head_count, _CLIENT.head_xor).where(
    *_THIS_CLIENT
)
_FOR_PUSH = Hot(
    select(
        _CLIENT.text_key,
        _CLIENT.head_from,
        _CLIENT.head_count,
        _CLIENT.head_xor,
        _CLIENT.programs_given,
        exists().where(_STONE.practice_id == _MINE[0], _STONE.what == "log"),
    )
    .where(*_THIS_CLIENT)
    .with_for_update(key_share=True)
)
_SAVE_HEAD = Hot(
    update(cast(Table, Client.__table__))
    .where(*_THIS_CLIENT)
    .values(head_from=bindparam("first"), head_count=bindparam("count"), head_xor=bindparam("xor"))
)
# On SQLite one text for any number of ids, so that it is prepared once.
_GIVEN = func.json_each(bindparam("ids")).table_valued("value")
_DIGESTS_ON_SQLITE = Hot(select(_LOG.id, _LOG.digest).where(*_HER_LOGS, _LOG.id.in_(select(_GIVEN.c.value))))
_DIGESTS = select(_LOG.id, _LOG.digest).where(*_HER_LOGS, _LOG.id.in_(bindparam("ids", expanding=True)))
_WINDOW = select(_LOG.id).where(*_HER_LOGS, _LOG.local_date >= bindparam("first")).order_by(_LOG.local_date, _LOG.id)
_NEXT_SEQS = Hot(
    update(cast(Table, Practice.__table__))
    .where(_PRACTICE.id == _MINE[0])
    .values(log_seq=_PRACTICE.log_seq + bindparam("count"))
    .returning(_PRACTICE.log_seq, _PRACTICE.content_rev)
)
_COLUMNS = [column.name for column in _LOG]
_INSERT_ON_SQLITE = (
    f"INSERT INTO log ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))}) ON CONFLICT DO NOTHING"
)
_as_row = itemgetter(*_COLUMNS)
_as_stored = cast("Callable[[datetime], str]", UtcDateTime().bind_processor(sqlite.dialect()))
_INSERT_ON_POSTGRESQL = postgresql_insert(cast(Table, Log.__table__)).on_conflict_do_nothing().returning(_LOG.id)


def client_head(session: Asked, practice_id: str, client_id: str) -> Row[Any] | None:
    """`view_version, text_key, head_from, head_count, head_xor` of a client; None when there is no such client."""
    found = _connection(session).execute(_HEAD, _who(practice_id, client_id))
    return cast("Row[Any] | None", found.one_or_none())


class ForPush(NamedTuple):
    """What a push must know of its client. `programs_given` is 0 where she has no program yet; `has_stones` tells
    whether any log was ever erased in this practice."""

    text_key: bytes
    head_from: str | None
    head_count: int
    head_xor: str
    programs_given: int
    has_stones: bool


def client_for_push(session: Asked, practice_id: str, client_id: str) -> ForPush | None:
    """None when there is no such client.

    Pushes of one client's phones wait here for each other, so that what a push found stays true until its end.
    (Rows that refer to her may still be written: her key itself is not locked.)
    """
    found = _FOR_PUSH.run(_connection(session), _who(practice_id, client_id))
    return ForPush(*found[0]) if found else None


def save_head(session: Asked, practice_id: str, client_id: str, first: str, head: Head) -> None:
    """Writes the head of the window that starts at local date `first`."""
    values = {"first": first, "count": head.count, "xor": f"{head.xor:032x}"}
    _SAVE_HEAD.change(_connection(session), {**_who(practice_id, client_id), **values})


def known_digests(session: Asked, practice_id: str, client_id: str, ids: list[str]) -> dict[str, str]:
    """Digests by id of those logs that are stored for this client."""
    connection = _connection(session)
    if driver_of(connection):
        found = _DIGESTS_ON_SQLITE.run(connection, {**_who(practice_id, client_id), "ids": json.dumps(ids)})
    else:
        found = connection.execute(_DIGESTS, {**_who(practice_id, client_id), "ids": ids}).all()
    return {log_id: digest for log_id, digest in found}


def window_ids(session: Asked, practice_id: str, client_id: str, first: str) -> list[str]:
    """Ids of this client's logs from local date `first` on, without an upper bound."""
    return list(_connection(session).execute(_WINDOW, {**_who(practice_id, client_id), "first": first}).scalars())


def _connection(asked: Asked) -> Connection:
    return asked if isinstance(asked, Connection) else asked.connection()


def _who(practice_id: str, client_id: str) -> dict[str, Any]:
    return {"practice": practice_id, "client": client_id}


def voided_among(session: AnySession, practice_id: str, client_id: str, ids: list[str]) -> frozenset[str]:
    """Those of the ids that a stored void log takes back."""
    return frozenset(
        session.scalars(
            select(Log.target).where(
                Log.practice_id == practice_id,
                Log.client_id == client_id,
                Log.kind == "void",
                Log.target.in_(ids),
            )
        )
    )


class Places(NamedTuple):
    """The first of some places in the practice's feed, and the practice's `content_rev`, which comes along free."""

    first: int
    content_rev: str


def next_places(session: Asked, practice_id: str, count: int) -> Places:
    """Takes `count` places in the practice's feed. Holds the practice's row until the end of the transaction, so that a
    reader who sees a place has seen every one before it."""
    [(taken, rev)] = _NEXT_SEQS.run(_connection(session), {"practice": practice_id, "count": count})
    return Places(int(taken) - count + 1, rev)


def next_seqs(session: Asked, practice_id: str, count: int) -> int:
    """The same for whoever needs nothing but the first place."""
    return next_places(session, practice_id, count).first


def insert_logs(session: Asked, rows: list[dict[str, Any]]) -> set[str]:
    """Inserts logs and returns the ids of those that were not there yet.

    SQLite is asked for the count alone, which costs a third of asking for each id: the caller holds the client's row
    and has looked before, so it is all of them. Were it ever some of several, the count cannot say which:
    RuntimeError, and the caller takes them one by one.
    """
    connection = _connection(session)
    driver = driver_of(connection)
    if driver is None:
        return set(connection.execute(_INSERT_ON_POSTGRESQL, rows).scalars())
    plain = [_as_row({**row, "received_at": _as_stored(row["received_at"])}) for row in rows]
    count = driver.executemany(_INSERT_ON_SQLITE, plain).rowcount
    if count not in (0, len(rows)):
        raise RuntimeError(f"{count} of {len(rows)} logs were new, though none was known")
    return {row["id"] for row in rows} if count else set()


def quarantine(session: AnySession, rows: list[dict[str, Any]]) -> None:
    """Keeps refused items; the same item refused again is kept once."""
    insert = postgresql_insert if session.get_bind().dialect.name == "postgresql" else sqlite_insert
    session.connection().execute(insert(Quarantined).on_conflict_do_nothing(), rows)


def who_am_i(session: AnySession, practice_id: str, client_id: str) -> Row[Any]:
    """`name, timezone, language, practice_name, settings, therapist_name` for a client's own phone."""
    return session.execute(
        select(
            Client.name,
            Client.timezone,
            Client.language,
            Practice.name.label("practice_name"),
            Practice.settings,
            Therapist.name.label("therapist_name"),
        )
        .join(Practice, Practice.id == Client.practice_id)
        .outerjoin(
            Therapist,
            (Therapist.practice_id == Client.practice_id)
            & (Therapist.id == Client.created_by)
            & Therapist.ended_at.is_(None),
        )
        .where(Client.practice_id == practice_id, Client.id == client_id)
    ).one()


def consent_version(session: AnySession, practice_id: str, client_id: str) -> int | None:
    """The version that the client agrees to now; None where she never did, or took it back."""
    newest = session.execute(
        select(Consent.version, Consent.given)
        .where(Consent.practice_id == practice_id, Consent.client_id == client_id)
        .order_by(Consent.at.desc(), Consent.log_id.desc())
        .limit(1)
    ).one_or_none()
    return newest.version if newest is not None and newest.given else None
