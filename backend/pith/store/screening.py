"""Tables and queries of screening: who says that this person may practise, and when."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKeyConstraint, Text, select, update
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


def end_clearance(session: AnySession, practice_id: str, client_id: str, now: datetime) -> bool:
    """True when there was one to end."""
    ended = session.scalars(
        update(Clearance)
        .where(Clearance.practice_id == practice_id, Clearance.client_id == client_id, Clearance.ended_at.is_(None))
        .values(ended_at=now)
        .returning(Clearance.id)
    )
    return bool(ended.all())
