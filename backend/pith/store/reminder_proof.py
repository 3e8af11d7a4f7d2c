"""What tells whether reminders arrive, for every client of a practice in one go."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, and_, case, func, or_, select

from pith.store.accounts import AnySession
from pith.store.deliveries import TELLS, Delivery
from pith.store.reminders import PushSubscription, Reminder


def chosen(session: AnySession, practice_id: str) -> list[Row[Any]]:
    """`client_id, slots, calendar, changed_at` of everybody who ever chose."""
    wanted = select(Reminder.client_id, Reminder.slots, Reminder.calendar, Reminder.changed_at)
    return list(session.execute(wanted.where(Reminder.practice_id == practice_id)))


def browsers(session: AnySession, practice_id: str) -> list[Row[Any]]:
    """`client_id, living, seen_at, ended_at`: how many of a client's browsers take pushes, when one of those was last
    heard of, and when the last of the others ended."""
    lives = PushSubscription.ended_at.is_(None)
    wanted = select(
        PushSubscription.client_id,
        func.sum(case((lives, 1), else_=0)).label("living"),
        func.max(case((lives, PushSubscription.seen_at))).label("seen_at"),
        func.max(PushSubscription.ended_at).label("ended_at"),
    ).where(PushSubscription.practice_id == practice_id, PushSubscription.client_id.is_not(None))
    return list(session.execute(wanted.group_by(PushSubscription.client_id)))


def runs(session: AnySession, practice_id: str) -> list[Row[Any]]:
    """`client_id, ended_at, status, channel, reason, shown_at, opened_at` of the first and the last line of each
    client's newest unbroken run: of all that went out, or of all that failed. The lines between change nothing."""
    # What a phone showed has worked, whatever became of the worker that was sending it.
    worked = or_(Delivery.status == "done", Delivery.shown_at.is_not(None), Delivery.opened_at.is_not(None))
    tells = and_(
        Delivery.practice_id == practice_id,
        Delivery.recipient_id == Delivery.client_id,
        Delivery.ended_at.is_not(None),
        TELLS,
    )
    turn = (
        select(
            Delivery.client_id,
            func.max(case((worked, Delivery.ended_at))).label("worked_at"),
            func.max(case((~worked, Delivery.ended_at))).label("broke_at"),
        )
        .where(tells)
        .group_by(Delivery.client_id)
        .subquery()
    )
    alike = or_(
        and_(worked, or_(turn.c.broke_at.is_(None), Delivery.ended_at >= turn.c.broke_at)),
        and_(~worked, or_(turn.c.worked_at.is_(None), Delivery.ended_at > turn.c.worked_at)),
    )
    hers = Delivery.client_id
    latest, first = (Delivery.ended_at.desc(), Delivery.id.desc()), (Delivery.ended_at, Delivery.id)
    run = (
        select(
            *_TOLD,
            func.row_number().over(partition_by=hers, order_by=latest).label("newest"),
            func.row_number().over(partition_by=hers, order_by=first).label("oldest"),
        )
        .join(turn, turn.c.client_id == Delivery.client_id)
        .where(tells, alike)
        .subquery()
    )
    ends = or_(run.c.newest == 1, run.c.oldest == 1)
    return list(session.execute(select(*(run.c[column.key] for column in _TOLD)).where(ends)))


_TOLD = (
    Delivery.client_id,
    Delivery.ended_at,
    Delivery.status,
    Delivery.channel,
    Delivery.reason,
    Delivery.shown_at,
    Delivery.opened_at,
)
