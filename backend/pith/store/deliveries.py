"""The ledger of what was sent, or why it was not.

Its key is what keeps a slot from being served twice: one line for a recipient, local date and slot, whatever channel it
goes by. A line moves due -> claimed -> sending -> done | skipped | failed. From `sending` it goes back to `due` only
where a push service said itself that it took nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ForeignKeyConstraint,
    Index,
    String,
    and_,
    func,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Mapped, mapped_column

from pith.store.accounts import AnySession, Id
from pith.store.db import Base, UtcDateTime
from pith.store.practice import Log

# In the words of its index: SQLite takes a partial index only for a question that says the same.
OPEN = text("status IN ('due', 'claimed')")
URGENT = text("kind = 'alert'")
_OPEN_AND_URGENT = text(f"{OPEN.text} AND {URGENT.text}")


class Delivery(Base):
    """One line of the ledger. `recipient_id`: the client herself, or a therapist; `client_id`: whom it is about, None
    for a therapist's test. A slot names whom it is about where its recipient may be told of several. `at`: not before
    this instant (jitter is in it); `lease_until`: when a claim that was not finished may be taken over."""

    __tablename__ = "delivery"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    client_id: Mapped[str | None] = mapped_column(Id)
    recipient_id: Mapped[str] = mapped_column(Id, primary_key=True)
    local_date: Mapped[str] = mapped_column(String(10), primary_key=True)
    slot: Mapped[str] = mapped_column(String(64), primary_key=True)
    id: Mapped[str] = mapped_column(Id, unique=True)
    kind: Mapped[str] = mapped_column(String(16))  # reminder | follow_up | snooze | test | news | alert
    timezone: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    not_after: Mapped[datetime] = mapped_column(UtcDateTime)
    status: Mapped[str] = mapped_column(String(8))
    worker: Mapped[str | None] = mapped_column(String(64))
    lease_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    tries: Mapped[int] = mapped_column(default=0)
    channel: Mapped[str | None] = mapped_column(String(8))  # push | mail
    reason: Mapped[str | None] = mapped_column(String(32))
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    shown_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    opened_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    __table_args__ = (
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
        Index("ix_delivery_client", "client_id", "local_date"),
        Index("ix_delivery_open", "at", sqlite_where=OPEN, postgresql_where=OPEN),
        # SQLite prefers it to the one of all open lines only for the column more that a question names.
        Index("ix_delivery_urgent", "kind", "at", sqlite_where=_OPEN_AND_URGENT, postgresql_where=_OPEN_AND_URGENT),
        Index(
            "ix_delivery_held",
            "worker",
            sqlite_where=text("worker IS NOT NULL"),
            postgresql_where=text("worker IS NOT NULL"),
        ),
    )


def enter(session: AnySession, rows: list[dict[str, Any]]) -> None:
    """New lines of the ledger; a slot that has its line keeps it."""
    dialect = session.get_bind().dialect.name
    insert = postgresql_insert if dialect == "postgresql" else sqlite_insert
    session.connection().execute(insert(Delivery).on_conflict_do_nothing(), rows)


def line_of(session: AnySession, practice_id: str, recipient_id: str, line_id: str) -> Delivery | None:
    """One line of this recipient's; what another was sent does not exist for her."""
    return session.scalars(
        select(Delivery).where(
            Delivery.id == line_id, Delivery.practice_id == practice_id, Delivery.recipient_id == recipient_id
        )
    ).one_or_none()


def count_of(session: AnySession, practice_id: str, recipient_id: str, day: str, kind: str) -> int:
    """How many of a kind she was sent on a local date."""
    mine = Delivery.practice_id == practice_id, Delivery.recipient_id == recipient_id
    return session.scalar(select(func.count()).where(*mine, Delivery.local_date == day, Delivery.kind == kind)) or 0


def slots_of(session: AnySession, practice_id: str, recipient_id: str, day: str) -> frozenset[str]:
    """The slots that have their line on a local date."""
    mine = Delivery.practice_id == practice_id, Delivery.recipient_id == recipient_id
    return frozenset(session.scalars(select(Delivery.slot).where(*mine, Delivery.local_date == day)))


def move_open(
    session: AnySession, practice_id: str, recipient_id: str, slots: Sequence[str], at: datetime, not_after: datetime
) -> bool:
    """Puts a line of hers under one of these slots, that nobody works on yet, to another time; False: there is none."""
    moved = session.scalars(
        update(Delivery)
        .where(
            Delivery.practice_id == practice_id,
            Delivery.recipient_id == recipient_id,
            Delivery.slot.in_(slots),
            Delivery.status == "due",
        )
        .values(at=at, not_after=not_after)
        .returning(Delivery.id)
        .execution_options(synchronize_session=False)
    )
    return moved.first() is not None


def end_overdue(session: AnySession, now: datetime) -> None:
    """Ends what was due before now and is open, but for alerts."""
    overdue = update(Delivery).where(OPEN, Delivery.at <= now, Delivery.kind != "alert")
    ended = {"status": "skipped", "reason": "late", "ended_at": now, "worker": None, "lease_until": None}
    session.execute(overdue.values(ended).execution_options(synchronize_session=False))


# What says whether reminders arrive: a mail that asks for a yes does not, nor does news to who wants none.
TELLS = and_(
    Delivery.kind != "confirm",
    or_(
        Delivery.status.in_(("done", "failed")),
        and_(Delivery.reason == "no_channel", Delivery.kind != "news"),
    ),
)


def newest_of(session: AnySession, practice_id: str, client_id: str) -> Delivery | None:
    """The newest reminder or test that went out to a client, or failed to."""
    return session.scalars(
        select(Delivery)
        .where(
            Delivery.practice_id == practice_id,
            Delivery.client_id == client_id,
            Delivery.recipient_id == client_id,
            TELLS,
        )
        .order_by(Delivery.ended_at.desc())
        .limit(1)
    ).one_or_none()


def note_receipt(
    session: AnySession, practice_id: str, recipient_id: str, line_id: str, what: str, now: datetime
) -> None:
    """That a line was shown or opened; the first word counts."""
    field = Delivery.opened_at if what == "opened" else Delivery.shown_at
    session.execute(
        update(Delivery)
        .where(
            Delivery.id == line_id,
            Delivery.practice_id == practice_id,
            Delivery.recipient_id == recipient_id,
            field.is_(None),
        )
        .values({field: now})
        .execution_options(synchronize_session=False)
    )


def unanswered(session: AnySession, practice_id: str, client_id: str) -> int:
    """How many reminders went out to her on dates after her newest practice."""
    hers = Log.practice_id == practice_id, Log.client_id == client_id, Log.kind == "session"
    newest = select(Log.local_date).where(*hers).order_by(Log.local_date.desc()).limit(1).scalar_subquery()
    return (
        session.scalar(
            select(func.count()).where(
                Delivery.practice_id == practice_id,
                Delivery.client_id == client_id,
                Delivery.kind == "reminder",
                Delivery.status == "done",
                Delivery.local_date > func.coalesce(newest, ""),
            )
        )
        or 0
    )


def oldest_open(session: AnySession) -> datetime | None:
    """Since when the oldest line waits that may go out; None when none does."""
    return session.scalar(select(func.min(Delivery.at)).where(OPEN))
