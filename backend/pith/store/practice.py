"""Tables and queries of practice: what the phone told (logs, insert-only), and what it set off."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    Row,
    String,
    and_,
    case,
    delete,
    exists,
    func,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column, scoped_session

from pith.store.accounts import Client, Erased, Id, Practice, Whose, seen_by
from pith.store.db import Base, UtcDateTime

AnySession = Session | scoped_session[Any]

# These updates touch rows that no one holds as objects: nothing in the session needs a refresh.
_PLAIN = {"synchronize_session": False}


# The cause of an alert that no void withdraws.
RED_FLAG = "red_flag"


class Log(Base):
    """One frozen log. `body` is the item as sent without free text; `words` is that text, sealed with the client's
    own key. `seq` is its place in the practice's feed; `digest` tells a duplicate from a conflict."""

    __tablename__ = "log"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    client_id: Mapped[str] = mapped_column(Id, primary_key=True)
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(16))
    digest: Mapped[str] = mapped_column(String(64))
    local_date: Mapped[str] = mapped_column(String(10))
    device_id: Mapped[str] = mapped_column(Id)
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    skew_s: Mapped[int] = mapped_column(BigInteger)
    clock_suspect: Mapped[bool] = mapped_column()
    target: Mapped[str | None] = mapped_column(String(64))  # void: the log it voids; read: what and ref
    body: Mapped[str] = mapped_column()
    words: Mapped[bytes | None] = mapped_column(LargeBinary)
    __table_args__ = (
        Index("uq_log_seq", "practice_id", "seq", unique=True),
        Index("ix_log_client_day", "practice_id", "client_id", "local_date"),
        Index("ix_log_client_kind", "practice_id", "client_id", "kind", "seq"),
        Index("ix_log_target", "practice_id", "client_id", "target"),
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
    )


class Alert(Base):
    """Something a therapist must see; at most one a client, cause and source log."""

    __tablename__ = "alert"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    client_id: Mapped[str] = mapped_column(Id, primary_key=True)
    cause: Mapped[str] = mapped_column(String(32), primary_key=True)
    source_id: Mapped[str] = mapped_column(Id, primary_key=True)
    level: Mapped[str] = mapped_column(String(16))  # urgent | same_day | review | info
    detail: Mapped[dict[str, Any]] = mapped_column(JSON)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    __table_args__ = (
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
    )


class ReadMark(Base):
    """How far a therapist has read one client's logs."""

    __tablename__ = "read_mark"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    client_id: Mapped[str] = mapped_column(Id, primary_key=True)
    therapist_id: Mapped[str] = mapped_column(Id, primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    __table_args__ = (
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
    )


class Consent(Base):
    """What the client agreed to, version by version; the newest row counts."""

    __tablename__ = "consent"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    client_id: Mapped[str] = mapped_column(Id, primary_key=True)
    log_id: Mapped[str] = mapped_column(Id, primary_key=True)
    version: Mapped[int] = mapped_column()
    given: Mapped[bool] = mapped_column()
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    __table_args__ = (
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
    )


# What a therapist reads of a log, and what she is never shown: the client's own diary.
_READ = (Log.seq, Log.id, Log.client_id, Log.received_at, Log.clock_suspect, Log.body, Log.words)
PRIVATE = and_(Log.kind == "note", func.coalesce(Log.target, "") == "private")


def insert_alerts(session: AnySession, rows: list[dict[str, Any]]) -> None:
    """At most one alert a client, cause and source: a second one changes nothing."""
    session.connection().execute(_insert(session, Alert).on_conflict_do_nothing(), rows)


def withdraw_alerts(session: AnySession, practice_id: str, client_id: str, sources: list[str], now: datetime) -> None:
    """Marks alerts whose source log was taken back; they stay on record. A red flag's is no client's to take back."""
    session.execute(
        update(Alert)
        .where(
            Alert.practice_id == practice_id,
            Alert.client_id == client_id,
            Alert.source_id.in_(sources),
            Alert.cause != RED_FLAG,
            Alert.withdrawn_at.is_(None),
        )
        .values(withdrawn_at=now),
        execution_options=_PLAIN,
    )


def insert_consents(session: AnySession, rows: list[dict[str, Any]]) -> None:
    session.connection().execute(_insert(session, Consent).on_conflict_do_nothing(), rows)


def delete_consents(session: AnySession, practice_id: str, client_id: str, log_ids: list[str]) -> int:
    """Takes back consents whose log was voided; returns how many there were."""
    gone = session.execute(
        delete(Consent)
        .where(Consent.practice_id == practice_id, Consent.client_id == client_id, Consent.log_id.in_(log_ids))
        .returning(Consent.log_id),
        execution_options=_PLAIN,
    )
    return len(gone.all())


def stored_since(session: AnySession, practice_id: str, client_id: str, first: str) -> list[Row[Any]]:
    """`id, body, words` of one client's logs from local date `first` on, newest day first."""
    return list(
        session.execute(
            select(Log.id, Log.body, Log.words)
            .where(Log.practice_id == practice_id, Log.client_id == client_id, Log.local_date >= first)
            .order_by(Log.local_date.desc(), Log.seq.desc())
        )
    )


def one_clients_page(
    session: AnySession,
    practice_id: str,
    client_id: str,
    before_seq: int | None,
    limit: int,
    kinds: list[str] | None = None,
) -> list[Row[Any]]:
    """What a therapist may read of one client, newest first: `seq, id, received_at, clock_suspect, body, words,
    voided`."""
    void = aliased(Log)
    voided = exists().where(
        void.practice_id == Log.practice_id, void.client_id == Log.client_id, void.target == Log.id, void.kind == "void"
    )
    query = (
        select(*_READ, voided.label("voided"))
        .where(Log.practice_id == practice_id, Log.client_id == client_id, ~PRIVATE)
        .order_by(Log.seq.desc())
        .limit(limit)
    )
    if before_seq is not None:
        query = query.where(Log.seq < before_seq)
    if kinds is not None:
        query = query.where(Log.kind.in_(kinds))
    return list(session.execute(query))


def feed_page(session: AnySession, practice_id: str, whose: Whose, after: int, limit: int) -> list[Row[Any]]:
    """The practice's logs after place `after`, in order: `seq, id, client_id, received_at, clock_suspect, body,
    words, text_key`. Of the clients of those therapists; None stands for all."""
    return list(
        session.execute(
            select(*_READ, Client.text_key)
            .join(Client, (Client.practice_id == Log.practice_id) & (Client.id == Log.client_id))
            .where(seen_by(practice_id, whose), Log.practice_id == practice_id, Log.seq > after, ~PRIVATE)
            .order_by(Log.seq)
            .limit(limit)
        )
    )


def set_read_mark(
    session: AnySession, practice_id: str, client_id: str, therapist_id: str, seq: int, now: datetime
) -> None:
    """Moves a therapist's mark forward, never back and never beyond what there is."""
    newest = select(Practice.log_seq).where(Practice.id == practice_id).scalar_subquery()
    made = _insert(session, ReadMark).values(
        practice_id=practice_id, client_id=client_id, therapist_id=therapist_id, at=now,
        seq=case((newest < seq, newest), else_=seq),
    )  # fmt: skip
    session.execute(
        made.on_conflict_do_update(
            index_elements=[ReadMark.practice_id, ReadMark.client_id, ReadMark.therapist_id],
            set_={"seq": made.excluded.seq, "at": now},
            where=ReadMark.seq < made.excluded.seq,
        )
    )


def furthest_mark(session: AnySession, practice_id: str, client_id: str) -> int:
    """How far somebody at the practice has read of a client; 0 where nobody has."""
    query = select(func.coalesce(func.max(ReadMark.seq), 0)).where(
        ReadMark.practice_id == practice_id, ReadMark.client_id == client_id
    )
    return int(session.execute(query).scalar_one())


def said_to_practice(session: AnySession, practice_id: str, client_id: str, limit: int) -> list[Row[Any]]:
    """`id, seq` of a client's newest questions and notes for her therapist, the newest first."""
    mine = Log.practice_id == practice_id, Log.client_id == client_id, Log.kind.in_(("question", "note")), ~PRIVATE
    return list(session.execute(select(Log.id, Log.seq).where(*mine).order_by(Log.seq.desc()).limit(limit)))


def _insert(session: AnySession, table: type[Base]) -> Any:
    dialect = session.get_bind().dialect.name
    return (postgresql_insert if dialect == "postgresql" else sqlite_insert)(table)


def newest_seq(session: AnySession, practice_id: str) -> int:
    """The last place taken in the practice's feed."""
    return int(session.execute(select(Practice.log_seq).where(Practice.id == practice_id)).scalar_one())


def erased_between(session: AnySession, practice_id: str, after: int, last: int) -> list[Row[Any]]:
    """`seq, client_id` of clients erased in this span of the feed, as far as their ids are still named."""
    return list(
        session.execute(
            select(Erased.seq, Erased.client_id)
            .where(
                Erased.practice_id == practice_id,
                Erased.what == "client",
                Erased.client_id.is_not(None),
                Erased.seq > after,
                Erased.seq <= last,
            )
            .order_by(Erased.seq)
        )
    )
