"""Tables and queries of the inbox: how what needed somebody was closed, and who stands in for whom."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ForeignKeyConstraint,
    Index,
    Row,
    String,
    and_,
    delete,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Mapped, aliased, mapped_column

from pith.store.accounts import AnySession, Client, ClientAccess, Id, Practice, Therapist
from pith.store.db import Base, UtcDateTime
from pith.store.practice import Alert, Log
from pith.store.replies import Reply

REOPENED = "reopened"


class AlertOutcome(Base):
    """How an alert was closed, or that it was opened again: a row each time, never an edit. `number` counts them from
    1, so that of two who close it at once one finds the place taken; an odd one closes, an even one opens."""

    __tablename__ = "alert_outcome"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    client_id: Mapped[str] = mapped_column(Id, primary_key=True)
    cause: Mapped[str] = mapped_column(String(32), primary_key=True)
    source_id: Mapped[str] = mapped_column(Id, primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    outcome: Mapped[str] = mapped_column(String(16))  # domain/inbox.py OUTCOMES, or reopened
    by_id: Mapped[str] = mapped_column(Id)
    by_name: Mapped[str] = mapped_column(String(200))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    __table_args__ = (
        ForeignKeyConstraint(
            ["practice_id", "client_id", "cause", "source_id"],
            ["alert.practice_id", "alert.client_id", "alert.cause", "alert.source_id"],
            ondelete="CASCADE",
        ),
        Index("ix_alert_outcome_at", "practice_id", "at"),
    )


class TherapistAway(Base):
    """The days (of the practice's calendar, both included) on which a colleague stands in for a therapist: one span a
    therapist; the next one takes its place."""

    __tablename__ = "therapist_away"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    therapist_id: Mapped[str] = mapped_column(Id, primary_key=True)
    covered_by: Mapped[str] = mapped_column(Id)
    first_day: Mapped[str] = mapped_column(String(10))
    last_day: Mapped[str] = mapped_column(String(10))
    set_at: Mapped[datetime] = mapped_column(UtcDateTime)
    __table_args__ = (
        ForeignKeyConstraint(["practice_id", "therapist_id"], ["therapist.practice_id", "therapist.id"]),
        ForeignKeyConstraint(["practice_id", "covered_by"], ["therapist.practice_id", "therapist.id"]),
        Index("ix_therapist_away_cover", "practice_id", "covered_by"),
    )


def times_closed() -> ColumnElement[int]:
    """How often an alert was closed and opened again. Counted for each by its key: a join would be slow where
    PostgreSQL knows nothing of the tables yet."""
    each = aliased(AlertOutcome)
    return select(func.count()).select_from(each).where(*same_alert(each, Alert)).correlate(Alert).scalar_subquery()


def is_closed() -> ColumnElement[bool]:
    """An alert that was closed and not opened again."""
    return times_closed() % 2 == 1


def same_alert(one: Any, other: Any) -> tuple[ColumnElement[bool], ...]:
    names = "practice_id", "client_id", "cause", "source_id"
    return tuple(getattr(one, name) == getattr(other, name) for name in names)


ALERT = (Alert.client_id, Alert.cause, Alert.source_id, Alert.level, Alert.detail, Alert.created_at)
_CLIENT = (Client.name, Client.timezone, Client.text_key, Client.archived_at)
_LOG = (Log.kind.label("log_kind"), Log.body, Log.words)


def open_alerts(session: AnySession, seen: ColumnElement[bool]) -> list[Row[Any]]:
    """What nobody closed and nobody took back, of the clients that `seen` admits: the alert, `name, timezone, text_key,
    archived_at` of the client, `log_kind, body, words` of the log behind it (None without one), and `replied`."""
    reply = exists().where(
        Reply.practice_id == Alert.practice_id, Reply.client_id == Alert.client_id, Reply.log_id == Alert.source_id
    )
    return list(
        session.execute(
            select(*ALERT, *_CLIENT, *_LOG, reply.label("replied"))
            .join(Client, and_(Client.practice_id == Alert.practice_id, Client.id == Alert.client_id))
            .outerjoin(Log, _source())
            .where(seen, Alert.withdrawn_at.is_(None), ~is_closed())
        )
    )


def _source() -> ColumnElement[bool]:
    return and_(Log.practice_id == Alert.practice_id, Log.client_id == Alert.client_id, Log.id == Alert.source_id)


def alert_of(session: AnySession, practice_id: str, client_id: str, cause: str, source_id: str) -> Alert | None:
    return session.get(Alert, (practice_id, client_id, cause, source_id))


def alerts_about(session: AnySession, practice_id: str, client_id: str, source_id: str) -> Sequence[Alert]:
    """Every alert of one source: a log, or a decision."""
    mine = Alert.practice_id == practice_id, Alert.client_id == client_id, Alert.source_id == source_id
    return session.scalars(select(Alert).where(*mine)).all()


def as_old_as(session: AnySession, alert: Alert) -> Sequence[Alert]:
    """The other alerts of the same client and cause that came no later, and that nobody took back."""
    same = Alert.practice_id == alert.practice_id, Alert.client_id == alert.client_id, Alert.cause == alert.cause
    older = Alert.created_at <= alert.created_at, Alert.source_id != alert.source_id, Alert.withdrawn_at.is_(None)
    return session.scalars(select(Alert).where(*same, *older, ~is_closed())).all()


def made_with(session: AnySession, alert: Alert) -> Sequence[Alert]:
    """The other alerts of the same client and cause that came at the same instant, and that nobody took back."""
    same = Alert.practice_id == alert.practice_id, Alert.client_id == alert.client_id, Alert.cause == alert.cause
    at_once = Alert.created_at == alert.created_at, Alert.source_id != alert.source_id, Alert.withdrawn_at.is_(None)
    return session.scalars(select(Alert).where(*same, *at_once)).all()


def newest_number(session: AnySession, alert: Alert) -> int:
    """How often it was closed and opened again: odd while it is closed."""
    query = select(func.coalesce(func.max(AlertOutcome.number), 0)).where(*same_alert(AlertOutcome, alert))
    return int(session.execute(query).scalar_one())


def add_outcome(
    session: AnySession, alert: Alert, number: int, outcome: str, by: tuple[str, str], at: datetime
) -> bool:
    """Writes the row; False where a colleague took that number at the same instant."""
    insert = postgresql_insert if session.get_bind().dialect.name == "postgresql" else sqlite_insert
    made = insert(AlertOutcome).values(
        practice_id=alert.practice_id, client_id=alert.client_id, cause=alert.cause, source_id=alert.source_id,
        number=number, outcome=outcome, by_id=by[0], by_name=by[1], at=at,
    )  # fmt: skip
    return session.execute(made.on_conflict_do_nothing().returning(AlertOutcome.number)).first() is not None


def closed_among(session: AnySession, practice_id: str, client_id: str, logs: Collection[str]) -> frozenset[str]:
    """Those of these logs whose alert is closed: somebody has read them, whatever her read mark says."""
    query = select(Alert.source_id).where(
        Alert.practice_id == practice_id, Alert.client_id == client_id, Alert.source_id.in_(logs), is_closed()
    )
    return frozenset(session.scalars(query))


def away_of(session: AnySession, practice_id: str, therapist_id: str) -> TherapistAway | None:
    return session.get(TherapistAway, (practice_id, therapist_id))


def covers(session: AnySession, practice_id: str, cover_id: str, today: date) -> list[Row[Any]]:
    """`therapist_id, name, last_day` of whom this therapist stands in for on a date of the practice's calendar."""
    day = today.isoformat()
    return list(
        session.execute(
            select(TherapistAway.therapist_id, Therapist.name, TherapistAway.last_day)
            .join(
                Therapist,
                and_(
                    Therapist.practice_id == TherapistAway.practice_id,
                    Therapist.id == TherapistAway.therapist_id,
                    Therapist.ended_at.is_(None),
                ),
            )
            .where(
                TherapistAway.practice_id == practice_id,
                TherapistAway.covered_by == cover_id,
                TherapistAway.first_day <= day,
                TherapistAway.last_day >= day,
            )
            .order_by(Therapist.name, Therapist.id)
        )
    )


def stands_in_on(
    session: AnySession, practice_id: str, cover_id: str, first: date, last: date
) -> list[tuple[TherapistAway, str]]:
    """The spans of colleagues for whom this therapist stands in on any of these days, each with whose it is by name."""
    rows = session.execute(
        select(TherapistAway, Therapist.name)
        .join(
            Therapist,
            and_(Therapist.practice_id == TherapistAway.practice_id, Therapist.id == TherapistAway.therapist_id),
        )
        .where(
            TherapistAway.practice_id == practice_id,
            TherapistAway.covered_by == cover_id,
            TherapistAway.first_day <= last.isoformat(),
            TherapistAway.last_day >= first.isoformat(),
        )
        .order_by(TherapistAway.first_day, Therapist.name, Therapist.id)
    )
    return [(row, name) for row, name in rows]


def all_away(session: AnySession) -> list[Row[Any]]:
    """`practice_id, therapist_id, last_day, timezone` of every span, whichever practice it belongs to."""
    span = TherapistAway.practice_id, TherapistAway.therapist_id, TherapistAway.last_day
    return list(
        session.execute(select(*span, Practice.timezone).join(Practice, Practice.id == TherapistAway.practice_id))
    )


def away_of_client(session: AnySession, practice_id: str, client_id: str) -> Row[Any] | None:
    """`first_day, last_day, name` (of who stands in) for the therapist who is named on a client's phone, as long as
    she is one of this client's: else who stands in for her does not see this one."""
    cover = and_(Therapist.practice_id == TherapistAway.practice_id, Therapist.id == TherapistAway.covered_by)
    named = and_(Client.practice_id == TherapistAway.practice_id, Client.created_by == TherapistAway.therapist_id)
    given = and_(
        ClientAccess.practice_id == Client.practice_id,
        ClientAccess.client_id == Client.id,
        ClientAccess.therapist_id == Client.created_by,
    )
    told: tuple[Any, ...] = (TherapistAway.first_day, TherapistAway.last_day, Therapist.name)
    mine = Client.practice_id == practice_id, Client.id == client_id
    query = select(*told).join(Client, named).join(ClientAccess, given).join(Therapist, cover)
    return session.execute(query.where(*mine)).one_or_none()


def clients_named_after(session: AnySession, practice_id: str, therapist_id: str) -> list[str]:
    """The clients on whose phones this therapist is named."""
    query = select(Client.id).where(Client.practice_id == practice_id, Client.created_by == therapist_id)
    return list(session.scalars(query))


def forget_away(session: AnySession, practice_id: str, therapist_id: str) -> None:
    """Who leaves is away no more, and stands in for nobody."""
    either = or_(TherapistAway.therapist_id == therapist_id, TherapistAway.covered_by == therapist_id)
    session.execute(delete(TherapistAway).where(TherapistAway.practice_id == practice_id, either))


def clients_of(session: AnySession, practice_id: str, therapist_id: str) -> list[str]:
    """The clients that a therapist was given."""
    mine = ClientAccess.practice_id == practice_id, ClientAccess.therapist_id == therapist_id
    return list(session.scalars(select(ClientAccess.client_id).where(*mine)))
