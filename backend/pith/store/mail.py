"""The address that a client's reminders may go to where no push arrives, and which therapists get alerts by mail."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ForeignKeyConstraint,
    LargeBinary,
    Row,
    String,
    and_,
    exists,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from pith.store.accounts import AnySession, Client, Id, Therapist
from pith.store.db import Base, UtcDateTime
from pith.store.deliveries import Delivery

# These updates touch rows that no one holds as objects.
_PLAIN = {"synchronize_session": False}


class ClientMail(Base):
    """One client's address, sealed with her own key. `serial` is new with each address, and what the tokens in its
    links are made of; only their hashes are here. One that was turned off is empty and says since when, so that no
    restored copy brings it back. `mailed_on`: the local date that has its mail, or is about to;
    `mailed_for`: the line of the ledger that it is for."""

    __tablename__ = "client_mail"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    client_id: Mapped[str] = mapped_column(Id, primary_key=True)
    serial: Mapped[str] = mapped_column(Id)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    confirm_hash: Mapped[str] = mapped_column(String(64), unique=True)
    off_hash: Mapped[str] = mapped_column(String(64), unique=True)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    confirmed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    refusals: Mapped[int] = mapped_column(default=0)
    mailed_on: Mapped[str | None] = mapped_column(String(10))
    mailed_for: Mapped[str | None] = mapped_column(Id)
    __table_args__ = (
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
    )


def addresses(session: AnySession, clients: Sequence[str]) -> list[Row[Any]]:
    """`practice_id, client_id, serial, sealed, confirmed_at, language, text_key` of those who told one."""
    return list(
        session.execute(
            select(
                ClientMail.practice_id,
                ClientMail.client_id,
                ClientMail.serial,
                ClientMail.sealed,
                ClientMail.confirmed_at,
                Client.language,
                Client.text_key,
            )
            .join(Client, and_(Client.practice_id == ClientMail.practice_id, Client.id == ClientMail.client_id))
            .where(ClientMail.client_id.in_(clients), ClientMail.ended_at.is_(None))
        )
    )


def therapists(session: AnySession, people: Sequence[str]) -> Sequence[Therapist]:
    """Those who have not left and want alerts by mail."""
    return session.scalars(
        select(Therapist).where(
            Therapist.id.in_(people), Therapist.ended_at.is_(None), Therapist.alerts_by_mail.is_(True)
        )
    ).all()


def by_confirm(session: AnySession, hashed: str) -> ClientMail | None:
    """The row behind a link that confirms, held."""
    return session.scalars(select(ClientMail).where(ClientMail.confirm_hash == hashed).with_for_update()).one_or_none()


def language_behind(session: AnySession, hashed: str) -> str | None:
    """The language of the client whose link this is, of either kind."""
    mine = and_(Client.practice_id == ClientMail.practice_id, Client.id == ClientMail.client_id)
    either = or_(ClientMail.confirm_hash == hashed, ClientMail.off_hash == hashed)
    return session.scalar(select(Client.language).join(ClientMail, mine).where(either))


def end_by_off(session: AnySession, hashed: str, now: datetime) -> None:
    """Forgets the address that this link belongs to."""
    _end(session, now, ClientMail.off_hash == hashed)


def end(session: AnySession, practice_id: str, client_id: str, now: datetime) -> None:
    """Forgets a client's address."""
    _end(session, now, ClientMail.practice_id == practice_id, ClientMail.client_id == client_id)


def end_others(session: AnySession, practice_id: str, client_id: str, serial: str, now: datetime) -> None:
    """Forgets a client's address when it is another than this one."""
    mine = ClientMail.practice_id == practice_id, ClientMail.client_id == client_id
    _end(session, now, *mine, ClientMail.serial != serial)


def _end(session: AnySession, now: datetime, *which: ColumnElement[bool]) -> None:
    ended = update(ClientMail).where(*which, ClientMail.ended_at.is_(None))
    session.execute(ended.values(sealed=b"", confirmed_at=None, ended_at=now), execution_options=_PLAIN)


def take_day(session: AnySession, practice_id: str, client_id: str, day: str, line_id: str) -> bool:
    """Takes the one mail of a local date for this line; False when another line has it. Whoever dies after it has
    sent nothing, or one."""
    had = exists().where(
        Delivery.practice_id == practice_id,
        Delivery.recipient_id == client_id,
        Delivery.local_date == day,
        Delivery.channel == "mail",
        Delivery.status == "done",
        Delivery.kind != "confirm",
    )
    free = or_(ClientMail.mailed_on.is_(None), ClientMail.mailed_on < day, ClientMail.mailed_for == line_id)
    taken = session.execute(
        update(ClientMail)
        .where(ClientMail.practice_id == practice_id, ClientMail.client_id == client_id, free, ~had)
        .values(mailed_on=day, mailed_for=line_id)
        .returning(ClientMail.client_id),
        execution_options=_PLAIN,
    )
    return taken.first() is not None


def give_day_back(session: AnySession, line_id: str) -> None:
    """The mail of this line was not taken: another of the same date may try."""
    session.execute(
        update(ClientMail).where(ClientMail.mailed_for == line_id).values(mailed_on=None, mailed_for=None),
        execution_options=_PLAIN,
    )


def note_taken(session: AnySession, practice_id: str, client_id: str) -> None:
    """A mailbox that takes mail has its refusals forgotten."""
    mine = ClientMail.practice_id == practice_id, ClientMail.client_id == client_id
    session.execute(update(ClientMail).where(*mine).values(refusals=0), execution_options=_PLAIN)


def note_refused(session: AnySession, practice_id: str, client_id: str, most: int) -> None:
    """One more refusal in a row; with the last of them the address has to be confirmed anew."""
    mine = ClientMail.practice_id == practice_id, ClientMail.client_id == client_id
    counted = update(ClientMail).where(*mine).values(refusals=ClientMail.refusals + 1)
    session.execute(counted, execution_options=_PLAIN)
    over = update(ClientMail).where(*mine, ClientMail.refusals >= most).values(confirmed_at=None, refusals=0)
    session.execute(over, execution_options=_PLAIN)


def newest_alert(session: AnySession, practice_id: str, therapist_id: str) -> Delivery | None:
    """The newest alert or test that went out to a therapist, or failed to."""
    return session.scalars(
        select(Delivery)
        .where(
            Delivery.practice_id == practice_id,
            Delivery.recipient_id == therapist_id,
            or_(Delivery.status.in_(("done", "failed")), Delivery.reason == "no_channel"),
        )
        .order_by(Delivery.ended_at.desc())
        .limit(1)
    ).one_or_none()
