"""Tables and queries of people and doors: practices, therapists, clients, sign-ins, invitations, tries."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    ColumnElement,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    Row,
    String,
    and_,
    bindparam,
    case,
    exists,
    select,
    text,
    update,
)
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Mapped, Session, mapped_column, scoped_session

from pith.store.db import Base, UtcDateTime

Id = String(36)
AnySession = Session | scoped_session[Session]
# Whose clients are meant: those of these therapists; None stands for all of the practice.
Whose = Collection[str] | None


class Practice(Base):
    """`content_rev` changes with anything of the content that the practice made its own, and is empty before that:
    what is made of it is kept by this alone."""

    __tablename__ = "practice"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    timezone: Mapped[str] = mapped_column(String(64))
    settings: Mapped[dict[str, Any]] = mapped_column(JSON)
    log_seq: Mapped[int] = mapped_column(BigInteger, default=0)
    content_rev: Mapped[str] = mapped_column(String(32), default="")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Therapist(Base):
    __tablename__ = "therapist"
    practice_id: Mapped[str] = mapped_column(ForeignKey("practice.id"), primary_key=True)
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    password_hash: Mapped[str] = mapped_column(String(200))
    language: Mapped[str | None] = mapped_column(String(8))  # None: never said; then her practice's
    role: Mapped[str] = mapped_column(String(16))  # owner | member
    alerts_by_mail: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Client(Base):
    """`view_version` changes in the transaction that changes what her phone pulls. `head_*` caches the log head
    (count and xor of ids) of the window that starts at `head_from`. `programs_given` is the highest number that a
    version of her program may ever have had: a restore leaps it, as her phone may know versions that the copy lacks."""

    __tablename__ = "client"
    practice_id: Mapped[str] = mapped_column(ForeignKey("practice.id"), primary_key=True)
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    timezone: Mapped[str] = mapped_column(String(64))
    language: Mapped[str] = mapped_column(String(8))
    language_at: Mapped[datetime] = mapped_column(UtcDateTime)  # when it was chosen: what was chosen last counts
    view_version: Mapped[str] = mapped_column(String(32))
    text_key: Mapped[bytes] = mapped_column(LargeBinary)  # her own key, wrapped by the installation's master key
    programs_given: Mapped[int] = mapped_column(default=0)
    head_from: Mapped[str | None] = mapped_column(String(10))
    head_count: Mapped[int] = mapped_column(default=0)
    head_xor: Mapped[str] = mapped_column(String(32), default="0" * 32)
    created_by: Mapped[str] = mapped_column(Id)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    archived_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ClientAccess(Base):
    """Who may see a client: a row a therapist."""

    __tablename__ = "client_access"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    client_id: Mapped[str] = mapped_column(Id, primary_key=True)
    therapist_id: Mapped[str] = mapped_column(Id, primary_key=True)
    given_by: Mapped[str] = mapped_column(Id)
    given_at: Mapped[datetime] = mapped_column(UtcDateTime)
    __table_args__ = (
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
        ForeignKeyConstraint(["practice_id", "therapist_id"], ["therapist.practice_id", "therapist.id"]),
        Index("ix_client_access_therapist", "practice_id", "therapist_id"),
    )


class SignIn(Base):
    """One server-side session of a therapist's browser or a client's phone (`kind`). Only the token's hash is kept."""

    __tablename__ = "sign_in"
    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    id: Mapped[str] = mapped_column(Id, unique=True)
    practice_id: Mapped[str] = mapped_column(ForeignKey("practice.id"))
    kind: Mapped[str] = mapped_column(String(16))  # therapist | client
    subject_id: Mapped[str] = mapped_column(Id)
    device_id: Mapped[str | None] = mapped_column(Id)
    label: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    __table_args__ = (Index("ix_sign_in_subject", "practice_id", "kind", "subject_id"),)


class Invitation(Base):
    """A door for one phone: `kind` link (token hash, 7 days) or code (keyed hash, 10 minutes); one use."""

    __tablename__ = "invitation"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    client_id: Mapped[str] = mapped_column(Id)
    kind: Mapped[str] = mapped_column(String(8))
    secret_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_by: Mapped[str] = mapped_column(Id)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    __table_args__ = (
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
    )


class TryCount(Base):
    """Tries within a window, for limits that hold across processes. `key` says of what and by whom (hashed)."""

    __tablename__ = "try_count"
    key: Mapped[str] = mapped_column(String(120), primary_key=True)
    window_start: Mapped[datetime] = mapped_column(UtcDateTime)
    count: Mapped[int] = mapped_column()


class Erased(Base):
    """A grave stone: the keyed hash of an erased client's, log's or device's id (store/keeping.py `stone`), so that a
    late phone is answered `deleted` and nothing comes back. Only a client's own stone still names her id, and only
    until every desk has had time to hear of it (`seq` is its place in the feed)."""

    __tablename__ = "erased"
    practice_id: Mapped[str] = mapped_column(ForeignKey("practice.id"), primary_key=True)
    id_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    what: Mapped[str] = mapped_column(String(16))  # client | log | device
    client_id: Mapped[str | None] = mapped_column(Id)
    seq: Mapped[int | None] = mapped_column(BigInteger)
    erased_at: Mapped[datetime] = mapped_column(UtcDateTime)
    __table_args__ = (Index("ix_erased_seq", "practice_id", "seq"),)


def seen_by(practice_id: str, whose: Whose) -> ColumnElement[bool]:
    """The condition for the clients of a practice that one of these therapists was given."""
    mine = Client.practice_id == practice_id
    if whose is None:
        return mine
    given = exists().where(
        ClientAccess.practice_id == Client.practice_id,
        ClientAccess.client_id == Client.id,
        ClientAccess.therapist_id.in_(whose),
    )
    return and_(mine, given)


def therapist_ids(session: AnySession, practice_id: str, client_id: str) -> frozenset[str]:
    """Who was given access to a client."""
    rows = select(ClientAccess.therapist_id).where(
        ClientAccess.practice_id == practice_id, ClientAccess.client_id == client_id
    )
    return frozenset(session.scalars(rows))


def hold_client(session: AnySession, practice_id: str, client_id: str) -> None:
    """Makes others who would change what hangs on this client wait until this transaction ends, so that no version's
    number and no clearance has a twin."""
    session.execute(
        select(Client.id)
        .where(Client.practice_id == practice_id, Client.id == client_id)
        .with_for_update(key_share=True)
    )


def hold_therapist(session: AnySession, practice_id: str, therapist_id: str) -> Therapist | None:
    """A therapist who has not left. Who else wants to sign her in, change or end her place, or give her a client waits
    until this transaction ends, so that what was found stays true."""
    return session.scalars(
        select(Therapist)
        .where(Therapist.practice_id == practice_id, Therapist.id == therapist_id, Therapist.ended_at.is_(None))
        .with_for_update(key_share=True)
    ).one_or_none()


def hold_therapists(session: AnySession, practice_id: str) -> dict[str, Therapist]:
    """All of a practice who have not left, by id, held as in `hold_therapist`; in one order, so that two who hold them
    all do not wait for one another for ever."""
    here = Therapist.practice_id == practice_id, Therapist.ended_at.is_(None)
    rows = session.scalars(select(Therapist).where(*here).order_by(Therapist.id).with_for_update(key_share=True))
    return {row.id: row for row in rows}


def therapist_by_email(session: AnySession, email: str, hold: bool = False) -> Therapist | None:
    """Whoever signs in with this address and has not left; `hold` as in `hold_therapist`."""
    query = select(Therapist).where(Therapist.email == email, Therapist.ended_at.is_(None))
    return session.scalars(query.with_for_update(key_share=True) if hold else query).one_or_none()


def paired_ids(session: AnySession, practice_id: str, now: datetime) -> set[str]:
    """Every client of a practice with a phone that may come in."""
    rows = select(SignIn.subject_id).where(
        SignIn.practice_id == practice_id,
        SignIn.kind == "client",
        SignIn.revoked_at.is_(None),
        SignIn.expires_at > now,
    )
    return set(session.scalars(rows.distinct()))


def choose_language(session: AnySession, practice_id: str, client_id: str, language: str, at: datetime) -> bool:
    """Notes a client's choice unless a later one is there; returns whether it was taken."""
    later = (Client.practice_id == practice_id, Client.id == client_id, Client.language_at <= at)
    taken = session.execute(
        update(Client).where(*later).values(language=language, language_at=at).returning(Client.id),
        execution_options={"synchronize_session": False},
    )
    return taken.first() is not None


def bump_view(session: AnySession, practice_id: str, client_id: str | None, version: str) -> None:
    """Gives a client (None: each of the practice) a new `view_version`, so that her phone pulls the changed view."""
    which = [Client.practice_id == practice_id] + ([Client.id == client_id] if client_id else [])
    session.execute(update(Client).where(*which).values(view_version=version))


def lock_practices(session: AnySession) -> None:
    """Holds off other sign-ups until this transaction ends (SQLite's writers stand in line anyway)."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("LOCK TABLE practice IN SHARE ROW EXCLUSIVE MODE"))


def count_try(session: AnySession, key: str, now: datetime, stretch_began_after: datetime) -> TryCount:
    """Counts one more try on `key`, in one statement so that no two processes count the same one.

    A stretch that began at or before `stretch_began_after` is over: a new one starts now with this try.
    """
    insert = postgresql_insert if session.get_bind().dialect.name == "postgresql" else sqlite_insert
    over = TryCount.window_start <= stretch_began_after
    statement = (
        insert(TryCount)
        .values(key=key, window_start=now, count=1)
        .on_conflict_do_update(
            index_elements=[TryCount.key],
            set_={
                "count": case((over, 1), else_=TryCount.count + 1),
                "window_start": case((over, now), else_=TryCount.window_start),
            },
        )
        .returning(TryCount)
    )
    return session.scalars(statement, execution_options={"populate_existing": True}).one()


def give_back_try(session: AnySession, key: str) -> None:
    session.execute(update(TryCount).where(TryCount.key == key, TryCount.count > 0).values(count=TryCount.count - 1))


# Asked with every request, so it is built once: a statement that is made anew costs more than SQLite's answer to it.
# A phone's pull needs the client's head as well and nothing else: one look gives both.
_PHONES_CLIENT = and_(SignIn.kind == "client", Client.practice_id == SignIn.practice_id, Client.id == SignIn.subject_id)
_SIGN_IN = (
    select(SignIn.__table__, Client.view_version, Client.head_from, Client.head_count, Client.head_xor)
    .outerjoin(Client, _PHONES_CLIENT)
    .where(SignIn.__table__.c.token_hash == bindparam("hashed"))
)


def sign_in_of(session: AnySession, hashed: str) -> Row[Any] | None:
    """All columns of the sign-in whose token has this hash; of a phone also its client's `view_version, head_from,
    head_count, head_xor` (None where she was erased)."""
    return session.connection().execute(_SIGN_IN, {"hashed": hashed}).one_or_none()
