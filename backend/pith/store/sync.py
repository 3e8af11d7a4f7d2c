"""Tables and queries of sync: what is there of a client, what a push adds, what could not be taken."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

from sqlalchemy import ForeignKeyConstraint, LargeBinary, Row, String, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Mapped, Session, mapped_column, scoped_session

from pith.store.accounts import Client, Id, Practice, Therapist
from pith.store.db import Base, UtcDateTime
from pith.store.practice import Consent, Log
from pith.store.programs import ProgramVersion

AnySession = Session | scoped_session[Any]

# These updates touch rows that no one holds as objects: nothing in the session needs a refresh.
_PLAIN = {"synchronize_session": False}


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


# What a push must know of the client before it takes anything.
CLIENT = (Client.view_version, Client.text_key, Client.head_from, Client.head_count, Client.head_xor)


def client_head(session: AnySession, practice_id: str, client_id: str, *, lock: bool = False) -> Row[Any] | None:
    """`view_version, text_key, head_from, head_count, head_xor` of a client; None when there is no such client.

    With `lock`, pushes of one client's phones wait for each other, so that what a push found stays true until its
    end. (Referring rows may still be written: the key itself is not locked.)
    """
    query = select(*CLIENT).where(Client.practice_id == practice_id, Client.id == client_id)
    found = session.execute(query.with_for_update(key_share=True) if lock else query)
    return cast("Row[Any] | None", found.one_or_none())


def save_head(session: AnySession, practice_id: str, client_id: str, values: dict[str, Any]) -> None:
    """Writes what changed on the client's row: `head_*`, and `view_version` where the view did."""
    session.execute(
        update(Client).where(Client.practice_id == practice_id, Client.id == client_id).values(**values),
        execution_options=_PLAIN,
    )


def known_digests(session: AnySession, practice_id: str, client_id: str, ids: list[str]) -> dict[str, str]:
    """Digests by id of those logs that are stored for this client."""
    rows = session.execute(
        select(Log.id, Log.digest).where(Log.practice_id == practice_id, Log.client_id == client_id, Log.id.in_(ids))
    )
    return {row.id: row.digest for row in rows}


def window_ids(session: AnySession, practice_id: str, client_id: str, first: str) -> list[str]:
    """Ids of this client's logs from local date `first` on, without an upper bound."""
    return list(
        session.scalars(
            select(Log.id)
            .where(Log.practice_id == practice_id, Log.client_id == client_id, Log.local_date >= first)
            .order_by(Log.local_date, Log.id)
        )
    )


def program_numbers(session: AnySession, practice_id: str, client_id: str) -> frozenset[int]:
    """Numbers of every version ever made for this client."""
    mine = (ProgramVersion.practice_id == practice_id, ProgramVersion.client_id == client_id)
    return frozenset(session.scalars(select(ProgramVersion.number).where(*mine)))


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


def next_seqs(session: AnySession, practice_id: str, count: int) -> int:
    """Takes `count` places in the practice's feed and returns the first. Holds the practice's row until the end of
    the transaction, so that a reader who sees a place has seen every one before it."""
    last = session.execute(
        update(Practice)
        .where(Practice.id == practice_id)
        .values(log_seq=Practice.log_seq + count)
        .returning(Practice.log_seq),
        execution_options=_PLAIN,
    ).scalar_one()
    return int(last) - count + 1


def insert_logs(session: AnySession, rows: list[dict[str, Any]]) -> set[str]:
    """Inserts logs and returns the ids of those that were not there yet."""
    insert = postgresql_insert if session.get_bind().dialect.name == "postgresql" else sqlite_insert
    statement = insert(Log).on_conflict_do_nothing().returning(Log.id)
    return set(session.connection().execute(statement, rows).scalars())


def quarantine(session: AnySession, rows: list[dict[str, Any]]) -> None:
    """Keeps refused items; the same item refused again is kept once."""
    insert = postgresql_insert if session.get_bind().dialect.name == "postgresql" else sqlite_insert
    session.connection().execute(insert(Quarantined).on_conflict_do_nothing(), rows)


def who_am_i(session: AnySession, practice_id: str, client_id: str) -> Row[Any]:
    """`name, timezone, practice_name, settings, therapist_name` for a client's own phone."""
    return session.execute(
        select(
            Client.name,
            Client.timezone,
            Practice.name.label("practice_name"),
            Practice.settings,
            Therapist.name.label("therapist_name"),
        )
        .join(Practice, Practice.id == Client.practice_id)
        .outerjoin(Therapist, (Therapist.practice_id == Client.practice_id) & (Therapist.id == Client.created_by))
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
