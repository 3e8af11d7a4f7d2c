"""Tables and queries of reminders: what each client chose, the browsers that take pushes, the worker's sign of life."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple, cast

from sqlalchemy import (
    JSON,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    String,
    Table,
    Text,
    bindparam,
    delete,
    func,
    select,
    text,
    update,
)
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Mapped, mapped_column

from pith.store.accounts import AnySession, Id
from pith.store.db import Base, UtcDateTime
from pith.store.hot import Hot, driver_of


class WorkerBeat(Base):
    """When a background worker last finished a round; `/healthz` shows the newest."""

    __tablename__ = "worker_beat"
    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class Reminder(Base):
    """What one client chose, and when she is reminded next. `slots`: [{time, days, enabled}]; `next_due_at` is None
    while nothing is on. `tzdata` names the rules of time zones that it was worked out with; `log_id` the log by which
    her phone told it, None where it was set at a desk."""

    __tablename__ = "reminder"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    client_id: Mapped[str] = mapped_column(Id, primary_key=True)
    timezone: Mapped[str] = mapped_column(String(64))
    follows_phone: Mapped[bool] = mapped_column()
    slots: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    quiet: Mapped[dict[str, str] | None] = mapped_column(JSON)
    away_until: Mapped[str | None] = mapped_column(String(10))
    follow_up_min: Mapped[int | None] = mapped_column()
    calendar: Mapped[bool] = mapped_column(default=False)
    next_due_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    next_date: Mapped[str | None] = mapped_column(String(10))
    next_slot: Mapped[str | None] = mapped_column(String(5))
    tzdata: Mapped[str] = mapped_column(String(16))
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    log_id: Mapped[str | None] = mapped_column(Id)
    __table_args__ = (
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
        Index(
            "ix_reminder_next",
            "next_due_at",
            sqlite_where=text("next_due_at IS NOT NULL"),
            postgresql_where=text("next_due_at IS NOT NULL"),
        ),
    )


class PushSubscription(Base):
    """One browser that takes pushes, of a client or of a therapist. `hash` is that of its address, which names a
    device and so is as private as she is. `door`: her phone's id, a therapist's sign-in; it ends with that. Ended ones
    stay a while, to say why."""

    __tablename__ = "push_subscription"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    person_id: Mapped[str] = mapped_column(Id, primary_key=True)
    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    client_id: Mapped[str | None] = mapped_column(Id)  # None: a therapist's
    endpoint: Mapped[str] = mapped_column(Text)
    origin: Mapped[str] = mapped_column(Text)
    p256dh: Mapped[str] = mapped_column(String(128))
    auth: Mapped[str] = mapped_column(String(64))
    key_id: Mapped[str] = mapped_column(String(16))
    language: Mapped[str] = mapped_column(String(8))
    door: Mapped[str | None] = mapped_column(Id)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    accepted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    failures: Mapped[int] = mapped_column(default=0)
    last_status: Mapped[int | None] = mapped_column()
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_because: Mapped[str | None] = mapped_column(String(16))
    __table_args__ = (
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
        Index("ix_push_subscription_person", "person_id"),
    )


class Browser(NamedTuple):
    """What sending needs of a living subscription."""

    practice_id: str
    person_id: str
    hash: str
    endpoint: str
    origin: str
    p256dh: str
    auth: str
    key_id: str
    language: str
    failures: int


class PushHost(Base):
    """A push service that refuses us or asks for patience: nothing is sent there before `closed_until`."""

    __tablename__ = "push_host"
    origin: Mapped[str] = mapped_column(String(255), primary_key=True)
    closed_until: Mapped[datetime] = mapped_column(UtcDateTime)
    because: Mapped[str] = mapped_column(String(32))
    refusals: Mapped[int] = mapped_column(default=0)


class PushKeyRow(Base):
    """A key that signs pushes, its private half sealed with the installation's master key. The highest number is the
    one for new subscriptions."""

    __tablename__ = "push_key"
    number: Mapped[int] = mapped_column(primary_key=True)
    public: Mapped[str] = mapped_column(Text)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime, default=func.now())


_BROWSER, _HOST = (cast(Table, kind.__table__).c for kind in (PushSubscription, PushHost))
_LIVING = select(*(_BROWSER[name] for name in Browser._fields)).where(_BROWSER.ended_at.is_(None))
_BROWSERS = _LIVING.where(_BROWSER.person_id.in_(bindparam("people", expanding=True)))
# On SQLite one text for any number of people, so that it is prepared once.
_GIVEN = func.json_each(bindparam("people")).table_valued("value")
_BROWSERS_ON_SQLITE = Hot(_LIVING.where(_BROWSER.person_id.in_(select(_GIVEN.c.value))))
_HOSTS = select(_HOST.origin, _HOST.closed_until)
_ACCEPTED = Hot(
    update(cast(Table, PushSubscription.__table__))
    .where(
        _BROWSER.practice_id == bindparam("practice"),
        _BROWSER.person_id == bindparam("person"),
        _BROWSER.hash == bindparam("hashed"),
    )
    .values(last_status=bindparam("answered"), accepted_at=bindparam("now"), failures=0)
)


def subscriptions(session: AnySession, people: Sequence[str]) -> Sequence[PushSubscription]:
    """The living subscriptions of these people."""
    return session.scalars(
        select(PushSubscription).where(PushSubscription.person_id.in_(people), PushSubscription.ended_at.is_(None))
    ).all()


def browsers(session: AnySession, people: Sequence[str]) -> list[Browser]:
    """The living subscriptions of these people."""
    connection = session.connection()
    if driver_of(connection) is None:
        return [Browser(*row) for row in connection.execute(_BROWSERS, {"people": people})]
    return [Browser(*row) for row in _BROWSERS_ON_SQLITE.run(connection, {"people": json.dumps(people)})]


def hosts(session: AnySession) -> dict[str, datetime]:
    """Push services that have refused us or asked for patience, and until when they are left alone."""
    return {row.origin: row.closed_until for row in session.connection().execute(_HOSTS)}


def note_accepted(session: AnySession, rows: Sequence[Mapping[str, Any]]) -> None:
    """That browsers took a push. Rows: practice, person, hashed, answered, now."""
    _ACCEPTED.change_all(session.connection(), rows)


def note_answer(session: AnySession, who: Mapping[str, Any], noted: Mapping[str, Any]) -> None:
    """What else a push service said of one subscription (`who`: practice, person, hashed); one that was taken back
    meanwhile is not there any more."""
    session.execute(
        update(PushSubscription)
        .where(
            PushSubscription.practice_id == who["practice"],
            PushSubscription.person_id == who["person"],
            PushSubscription.hash == who["hashed"],
        )
        .values(**noted)
        .execution_options(synchronize_session=False)
    )


def refusals(session: AnySession, origin: str) -> int:
    """How often in a row a push service has refused us."""
    return session.scalar(select(PushHost.refusals).where(PushHost.origin == origin)) or 0


def close_host(session: AnySession, origin: str, until: datetime, because: str, refusals: int) -> None:
    """Leaves a service alone until then. Two workers may learn it at once: the later word stands."""
    noted = {"closed_until": until, "because": because, "refusals": refusals}
    added = _insert(session)(PushHost).values(origin=origin, **noted)
    session.connection().execute(added.on_conflict_do_update(index_elements=["origin"], set_=noted))


def open_host(session: AnySession, origin: str, because: str | None = None) -> None:
    """Forgets the refusals of a service that takes pushes again; with `because` only those of that reason."""
    opened = delete(PushHost).where(PushHost.origin == origin)
    session.execute(opened if because is None else opened.where(PushHost.because == because))


def drop_subscription(session: AnySession, practice_id: str, person_id: str, hashed: str) -> None:
    mine = PushSubscription.practice_id == practice_id, PushSubscription.person_id == person_id
    session.execute(delete(PushSubscription).where(*mine, PushSubscription.hash == hashed))


def drop_elsewhere(session: AnySession, hashed: str, auth: str, person_id: str) -> str | None:
    """Takes a browser's address away from everybody else. Only the browser itself knows the secret beside it. Returns
    the key that it was made for, where it was somebody's."""
    dropped = session.scalars(
        delete(PushSubscription)
        .where(PushSubscription.hash == hashed, PushSubscription.auth == auth, PushSubscription.person_id != person_id)
        .returning(PushSubscription.key_id)
    )
    return next(iter(dropped.all()), None)


def push_keys(session: AnySession) -> Sequence[PushKeyRow]:
    """The newest first."""
    return session.scalars(select(PushKeyRow).order_by(PushKeyRow.number.desc())).all()


def add_push_key(session: AnySession, row: dict[str, Any]) -> None:
    """One that is there already under this number stays."""
    session.execute(_insert(session)(PushKeyRow).values(**row).on_conflict_do_nothing())


def _insert(session: AnySession) -> Any:
    return postgresql_insert if session.get_bind().dialect.name == "postgresql" else sqlite_insert
