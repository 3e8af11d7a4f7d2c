"""Table and queries of calendar feeds: secret addresses under which a client's own calendar finds her times."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKeyConstraint, Index, String, select, update
from sqlalchemy.orm import Mapped, mapped_column

from pith.store.accounts import AnySession, Client, Id
from pith.store.db import Base, UtcDateTime


class CalendarFeed(Base):
    """One secret address, by its hash. At most one of a client's is not ended; ended ones stay, so that none of them
    opens again after a restore."""

    __tablename__ = "calendar_feed"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    client_id: Mapped[str] = mapped_column(Id, primary_key=True)
    secret_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    __table_args__ = (
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
        Index("uq_calendar_feed_secret", "secret_hash", unique=True),
    )


def living_feed(session: AnySession, practice_id: str, client_id: str) -> CalendarFeed | None:
    """The one that a client's calendar may follow now."""
    mine = CalendarFeed.practice_id == practice_id, CalendarFeed.client_id == client_id
    return session.scalars(select(CalendarFeed).where(*mine, CalendarFeed.ended_at.is_(None))).one_or_none()


def end_feeds(session: AnySession, practice_id: str, client_id: str, now: datetime) -> None:
    mine = CalendarFeed.practice_id == practice_id, CalendarFeed.client_id == client_id
    session.execute(
        update(CalendarFeed).where(*mine, CalendarFeed.ended_at.is_(None)).values(ended_at=now),
        execution_options={"synchronize_session": False},
    )


def client_of_feed(session: AnySession, secret_hash: str) -> Client | None:
    """Whose living feed this is; nobody's once she was put away."""
    return session.scalars(
        select(Client)
        .join(
            CalendarFeed,
            (CalendarFeed.practice_id == Client.practice_id) & (CalendarFeed.client_id == Client.id),
        )
        .where(CalendarFeed.secret_hash == secret_hash, CalendarFeed.ended_at.is_(None), Client.archived_at.is_(None))
    ).one_or_none()
