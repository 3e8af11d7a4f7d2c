"""Tables and queries of hands-on visits and of the course of care that they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache

from sqlalchemy import JSON, Exists, ForeignKeyConstraint, LargeBinary, String, UniqueConstraint, exists, select
from sqlalchemy.orm import Mapped, aliased, mapped_column

from pith.store.accounts import AnySession, Id
from pith.store.db import Base, UtcDateTime

# For the seal of its words (services/words.py).
SEALED_IN = "visit"


class Visit(Base):
    """One visit as it was written down. A correction is another row, which `replaces` this one; what was written by
    mistake is withdrawn, and stays. `visited_on` is the client's date, `at` the instant at which it counts as over.
    `words` holds note and reaction, sealed with the client's own key."""

    __tablename__ = "visit"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    client_id: Mapped[str] = mapped_column(Id, primary_key=True)
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    visited_on: Mapped[str] = mapped_column(String(10))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    minutes: Mapped[int] = mapped_column()
    kind: Mapped[str] = mapped_column(String(16))  # direct | indirect | both
    regions: Mapped[list[dict[str, str]]] = mapped_column(JSON)
    words: Mapped[bytes] = mapped_column(LargeBinary)
    by_id: Mapped[str] = mapped_column(Id)
    by_name: Mapped[str] = mapped_column(String(200))
    written_at: Mapped[datetime] = mapped_column(UtcDateTime)
    replaces: Mapped[str | None] = mapped_column(Id)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    withdrawn_by_id: Mapped[str | None] = mapped_column(Id)
    withdrawn_by_name: Mapped[str | None] = mapped_column(String(200))
    __table_args__ = (
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
        # A second wall: of two corrections at once, one is refused.
        UniqueConstraint("practice_id", "client_id", "replaces", name="uq_visit_replaces"),
    )


class Course(Base):
    """One course of care as it was planned. The newest row counts, unless it was ended."""

    __tablename__ = "course"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    client_id: Mapped[str] = mapped_column(Id, primary_key=True)
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    visits_planned: Mapped[int] = mapped_column()
    started_on: Mapped[str] = mapped_column(String(10))
    by_id: Mapped[str] = mapped_column(Id)
    by_name: Mapped[str] = mapped_column(String(200))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_by_id: Mapped[str | None] = mapped_column(Id)
    ended_by_name: Mapped[str | None] = mapped_column(String(200))
    __table_args__ = (
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
    )


def visits_of(session: AnySession, practice_id: str, client_id: str) -> Sequence[Visit]:
    """All that was ever written down of one client's visits, the newest visit first."""
    mine = Visit.practice_id == practice_id, Visit.client_id == client_id
    return session.scalars(select(Visit).where(*mine).order_by(Visit.at.desc(), Visit.id.desc())).all()


def standing_visits(session: AnySession, practice_id: str, client_id: str, limit: int | None = None) -> Sequence[Visit]:
    """A client's visits as they stand, without what was corrected or withdrawn; the newest first."""
    mine = Visit.practice_id == practice_id, Visit.client_id == client_id, Visit.withdrawn_at.is_(None), ~_corrected()
    return session.scalars(select(Visit).where(*mine).order_by(Visit.at.desc(), Visit.id.desc()).limit(limit)).all()


@cache
def _corrected() -> Exists:
    """Asked with each practice that arrives: putting it together takes longer than asking."""
    later = aliased(Visit)
    return exists().where(
        later.practice_id == Visit.practice_id, later.client_id == Visit.client_id, later.replaces == Visit.id
    )


def replaced_by(session: AnySession, visit: Visit) -> str | None:
    """The id of the row that corrects this one."""
    hers = Visit.practice_id == visit.practice_id, Visit.client_id == visit.client_id
    return session.scalars(select(Visit.id).where(*hers, Visit.replaces == visit.id)).one_or_none()


def course_of(session: AnySession, practice_id: str, client_id: str) -> Course | None:
    """A client's course of care, unless it was ended."""
    mine = Course.practice_id == practice_id, Course.client_id == client_id
    newest = session.scalars(
        select(Course).where(*mine).order_by(Course.at.desc(), Course.id.desc()).limit(1)
    ).one_or_none()
    return None if newest is None or newest.ended_at is not None else newest
