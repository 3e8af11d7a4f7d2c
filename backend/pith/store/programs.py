"""Tables and queries of programs: immutable versions, each a frozen snapshot."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKeyConstraint, Select, String, Text, UniqueConstraint, select
from sqlalchemy.orm import Mapped, defer, mapped_column

from pith.domain.programs import due_weekdays
from pith.store.accounts import AnySession, Id
from pith.store.db import Base, UtcDateTime


def _due_days(context: Any) -> list[int]:
    """What reminders ask of a version, so that nobody has to read its items for that."""
    row = context.get_current_parameters()
    return due_weekdays((item["days"] for item in row["items"]), row["days"])


class ProgramVersion(Base):
    """One version, never edited. `items` are in their wire form, with their snapshots. The first has base version 0.
    `due_days`: the weekdays on which any of them is due."""

    __tablename__ = "program_version"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    client_id: Mapped[str] = mapped_column(Id, primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    id: Mapped[str] = mapped_column(Id)
    base_version: Mapped[int] = mapped_column()
    author_id: Mapped[str] = mapped_column(Id)
    author_name: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    over_limit_reason: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    starts_on: Mapped[str] = mapped_column(String(10))
    days: Mapped[list[int]] = mapped_column(JSON)
    dose_s: Mapped[int] = mapped_column()
    with_setup_s: Mapped[int] = mapped_column()
    due_days: Mapped[list[int]] = mapped_column(JSON, default=_due_days)
    warnings: Mapped[list[str]] = mapped_column(JSON)
    content_version: Mapped[str] = mapped_column(String(64))
    items: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    # The decisions of the dose rules that its author had before her: they end with it, the others go on.
    seen_decisions: Mapped[list[str]] = mapped_column(JSON, default=list)
    # Language -> what each item says in it, in the order of the items; English stands in the items themselves.
    words: Mapped[dict[str, list[dict[str, Any]]]] = mapped_column(JSON)
    __table_args__ = (
        UniqueConstraint("practice_id", "id"),
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
    )


def newest_version(session: AnySession, practice_id: str, client_id: str) -> ProgramVersion | None:
    return session.scalars(_of(practice_id, client_id).order_by(ProgramVersion.number.desc()).limit(1)).one_or_none()


def one_version(session: AnySession, practice_id: str, client_id: str, number: int) -> ProgramVersion | None:
    return session.get(ProgramVersion, (practice_id, client_id, number))


def version_called(session: AnySession, practice_id: str, id_: str) -> ProgramVersion | None:
    """The version of this id, whichever client of the practice has it."""
    mine = ProgramVersion.practice_id == practice_id, ProgramVersion.id == id_
    return session.scalars(select(ProgramVersion).where(*mine)).one_or_none()


def versions_newest_first(session: AnySession, practice_id: str, client_id: str) -> list[ProgramVersion]:
    """Every version; `items` and `words` stay in the database until somebody asks for them."""
    query = _of(practice_id, client_id).order_by(ProgramVersion.number.desc())
    return list(session.scalars(query.options(defer(ProgramVersion.items), defer(ProgramVersion.words))))


def seen_in_versions(session: AnySession, practice_id: str, client_id: str, up_to: int) -> list[tuple[int, list[str]]]:
    """Number and `seen_decisions` of every version up to a number."""
    query = select(ProgramVersion.number, ProgramVersion.seen_decisions).where(
        ProgramVersion.practice_id == practice_id, ProgramVersion.client_id == client_id, ProgramVersion.number <= up_to
    )
    return [(row.number, row.seen_decisions) for row in session.execute(query)]


def _of(practice_id: str, client_id: str) -> Select[ProgramVersion]:
    return select(ProgramVersion).where(
        ProgramVersion.practice_id == practice_id, ProgramVersion.client_id == client_id
    )
