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
    Row,
    String,
    and_,
    bindparam,
    exists,
    func,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Mapped, aliased, mapped_column

from pith.store.accounts import AnySession, Client, Id
from pith.store.db import Base, UtcDateTime
from pith.store.practice import Log
from pith.store.reminders import Reminder


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
        Index(
            "ix_delivery_open",
            "at",
            sqlite_where=text("status IN ('due', 'claimed')"),
            postgresql_where=text("status IN ('due', 'claimed')"),
        ),
    )


def enter(session: AnySession, rows: list[dict[str, Any]]) -> None:
    """New lines of the ledger; a slot that has its line keeps it."""
    dialect = session.get_bind().dialect.name
    insert = postgresql_insert if dialect == "postgresql" else sqlite_insert
    session.connection().execute(insert(Delivery).on_conflict_do_nothing(), rows)


def open_deliveries(session: AnySession, now: datetime, limit: int) -> Sequence[Delivery]:
    """Lines whose time has come and that nobody works on, or whose worker let its lease run out; held, the earliest
    first."""
    free = or_(Delivery.status == "due", and_(Delivery.status == "claimed", Delivery.lease_until < now))
    wanted = (
        select(Delivery)
        .where(Delivery.status.in_(("due", "claimed")), Delivery.at <= now, free)
        .order_by(Delivery.at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return session.scalars(wanted).all()


def begin_sending(session: AnySession, worker: str, ids: Sequence[str]) -> frozenset[str]:
    """Moves this worker's claims to `sending`; those that another took over meanwhile are not among the answer."""
    moved = session.scalars(
        update(Delivery)
        .where(Delivery.id.in_(ids), Delivery.status == "claimed", Delivery.worker == worker)
        .values(status="sending", tries=Delivery.tries + 1)
        .returning(Delivery.id)
        .execution_options(synchronize_session=False)
    )
    return frozenset(moved)


def settle(session: AnySession, rows: list[dict[str, Any]]) -> None:
    """What became of deliveries. Rows: which, to_status, to_channel, to_reason, to_at, to_end."""
    session.connection().execute(
        update(Delivery.__table__)  # type: ignore[arg-type]
        .where(Delivery.id == bindparam("which"))
        .values(
            status=bindparam("to_status"),
            channel=bindparam("to_channel"),
            reason=bindparam("to_reason"),
            at=bindparam("to_at"),
            ended_at=bindparam("to_end"),
            worker=None,
            lease_until=None,
        ),
        rows,
    )


def lost_in_sending(session: AnySession, now: datetime) -> int:
    """Ends what a worker was sending when it died: nobody knows whether it went out, so it is not sent again."""
    ended = session.scalars(
        update(Delivery)
        .where(Delivery.status == "sending", Delivery.not_after < now)
        .values(status="failed", reason="unknown", ended_at=now)
        .returning(Delivery.id)
        .execution_options(synchronize_session=False)
    )
    return len(ended.all())


def standing(session: AnySession, clients: Sequence[str]) -> list[Row[Any]]:
    """`id, practice_id, archived_at, language, quiet, away_until` of these clients."""
    return list(
        session.execute(
            select(
                Client.id, Client.practice_id, Client.archived_at, Client.language, Reminder.quiet, Reminder.away_until
            )
            .outerjoin(Reminder, and_(Reminder.practice_id == Client.practice_id, Reminder.client_id == Client.id))
            .where(Client.id.in_(clients))
        )
    )


def practised(session: AnySession, clients: Sequence[str], since: str) -> list[Row[Any]]:
    """`client_id, local_date, body` of the sessions that stand from a local date on."""
    taken_back = aliased(Log)
    voided = exists().where(
        taken_back.practice_id == Log.practice_id,
        taken_back.client_id == Log.client_id,
        taken_back.kind == "void",
        taken_back.target == Log.id,
    )
    return list(
        session.execute(
            select(Log.client_id, Log.local_date, Log.body).where(
                Log.client_id.in_(clients), Log.kind == "session", Log.local_date >= since, ~voided
            )
        )
    )


def reminded(session: AnySession, clients: Sequence[str]) -> list[Row[Any]]:
    """`client_id, unanswered, last_sent`: reminders that went out on dates after her newest practice."""
    newest = (
        select(Log.client_id, func.max(Log.local_date).label("day"))
        .where(Log.client_id.in_(clients), Log.kind == "session")
        .group_by(Log.client_id)
        .subquery()
    )
    return list(
        session.execute(
            select(
                Delivery.client_id, func.count().label("unanswered"), func.max(Delivery.local_date).label("last_sent")
            )
            .outerjoin(newest, newest.c.client_id == Delivery.client_id)
            .where(
                Delivery.client_id.in_(clients),
                Delivery.kind == "reminder",
                Delivery.status == "done",
                Delivery.local_date > func.coalesce(newest.c.day, ""),
            )
            .group_by(Delivery.client_id)
        )
    )


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


def newest_of(session: AnySession, practice_id: str, client_id: str) -> Delivery | None:
    """The newest reminder or test that went out to a client, or failed to."""
    return session.scalars(
        select(Delivery)
        .where(
            Delivery.practice_id == practice_id,
            Delivery.client_id == client_id,
            Delivery.recipient_id == client_id,
            or_(Delivery.status.in_(("done", "failed")), Delivery.reason == "no_channel"),
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


def follow_ups(session: AnySession, clients: Sequence[str]) -> dict[str, int]:
    """Minutes after a slot at which these clients want one more, for those who do."""
    rows = session.execute(
        select(Reminder.client_id, Reminder.follow_up_min).where(
            Reminder.client_id.in_(clients), Reminder.follow_up_min.is_not(None)
        )
    )
    return {row.client_id: row.follow_up_min or 0 for row in rows}


def oldest_open(session: AnySession) -> datetime | None:
    """Since when the oldest line waits that may go out; None when none does."""
    return session.scalar(select(func.min(Delivery.at)).where(Delivery.status.in_(("due", "claimed"))))
