"""Tables and queries of screening: who says that this person may practise, and what was ever told of her flags."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKeyConstraint, String, Text, and_, or_, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Mapped, mapped_column

from pith.store.accounts import AnySession, Id
from pith.store.db import Base, UtcDateTime


class Clearance(Base):
    """The therapist's record that she screened the client herself. Ended, never deleted."""

    __tablename__ = "clearance"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    client_id: Mapped[str] = mapped_column(Id, primary_key=True)
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    by_id: Mapped[str] = mapped_column(Id)
    by_name: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    __table_args__ = (
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
    )


class FlagEntry(Base):
    """One log of a flag: of the client (`by_id` None), out of the log `log_id`, or of a therapist. Never changed.

    `id` is the log's own, with ":n" where an answer raised it. `at` is the corrected time, by which entries fold.
    """

    __tablename__ = "flag_entry"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    client_id: Mapped[str] = mapped_column(Id, primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    log_id: Mapped[str | None] = mapped_column(Id)
    flag: Mapped[str] = mapped_column(String(64))
    act: Mapped[str] = mapped_column(String(16))  # raise | lower | confirm | lift
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    sites: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    since: Mapped[str | None] = mapped_column(String(10))
    source: Mapped[str | None] = mapped_column(String(64))
    reason: Mapped[str] = mapped_column(Text)
    role: Mapped[str | None] = mapped_column(String(32))  # who agreed to what a therapist did
    covers: Mapped[list[str]] = mapped_column(JSON)  # the raises that an act is about
    question: Mapped[str | None] = mapped_column(String(64))  # what was asked when it was raised
    by_id: Mapped[str | None] = mapped_column(Id)
    by_name: Mapped[str | None] = mapped_column(Text)
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    __table_args__ = (
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
    )


def flag_entries(session: AnySession, practice_id: str, client_id: str) -> Sequence[FlagEntry]:
    """All that was ever told of a client's flags, in the order in which it counts."""
    return session.scalars(
        select(FlagEntry)
        .where(FlagEntry.practice_id == practice_id, FlagEntry.client_id == client_id)
        .order_by(FlagEntry.at, FlagEntry.id)
    ).all()


def entries_of(
    session: AnySession, practice_id: str, flags: Collection[str], clients: Collection[str]
) -> Sequence[FlagEntry]:
    """All that was ever told of these flags of these clients, in the order in which it counts."""
    mine = FlagEntry.practice_id == practice_id, FlagEntry.client_id.in_(clients), FlagEntry.flag.in_(flags)
    return session.scalars(select(FlagEntry).where(*mine).order_by(FlagEntry.at, FlagEntry.id)).all()


def raisers(session: AnySession, practice_id: str, flags: Collection[str]) -> Sequence[str]:
    """Every client of a practice of whom one of these flags was told and not lifted by name, by a therapist."""
    rows = session.execute(
        select(FlagEntry.client_id, FlagEntry.id, FlagEntry.act, FlagEntry.covers)
        .where(FlagEntry.practice_id == practice_id, FlagEntry.flag.in_(flags))
        .where(or_(FlagEntry.act == "raise", and_(FlagEntry.act == "lift", FlagEntry.by_id.is_not(None))))
    ).all()
    lifted = {(row.client_id, covered) for row in rows if row.act == "lift" for covered in row.covers}
    return sorted({row.client_id for row in rows if row.act == "raise" and (row.client_id, row.id) not in lifted})


def insert_flag_entries(session: AnySession, rows: list[dict[str, Any]]) -> None:
    """An entry that is there already stays as it is."""
    dialect = session.get_bind().dialect.name
    insert = postgresql_insert if dialect == "postgresql" else sqlite_insert
    session.connection().execute(insert(FlagEntry).on_conflict_do_nothing(), rows)


def clearance_in_force(session: AnySession, practice_id: str, client_id: str) -> Clearance | None:
    return session.scalars(
        select(Clearance).where(
            Clearance.practice_id == practice_id, Clearance.client_id == client_id, Clearance.ended_at.is_(None)
        )
    ).first()


def screened_ids(session: AnySession, practice_id: str) -> set[str]:
    """Every client of a practice with a clearance in force."""
    return set(
        session.scalars(
            select(Clearance.client_id).where(Clearance.practice_id == practice_id, Clearance.ended_at.is_(None))
        )
    )


def clearances_in_force(session: AnySession, practice_id: str) -> Sequence[Clearance]:
    return session.scalars(
        select(Clearance).where(Clearance.practice_id == practice_id, Clearance.ended_at.is_(None))
    ).all()


def end_clearance(session: AnySession, practice_id: str, client_id: str, now: datetime) -> bool:
    """True when there was one to end."""
    ended = session.scalars(
        update(Clearance)
        .where(Clearance.practice_id == practice_id, Clearance.client_id == client_id, Clearance.ended_at.is_(None))
        .values(ended_at=now)
        .returning(Clearance.id)
    )
    return bool(ended.all())
