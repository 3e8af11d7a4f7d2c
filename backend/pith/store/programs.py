"""Tables of programs: immutable versions, each a frozen snapshot."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKeyConstraint, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pith.store.accounts import Id
from pith.store.db import Base, UtcDateTime


class ProgramVersion(Base):
    """One version, never edited. `body` is the wire form of its items with their snapshots."""

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
    warnings: Mapped[list[str]] = mapped_column(JSON)
    content_version: Mapped[str] = mapped_column(String(64))
    items: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    __table_args__ = (
        UniqueConstraint("practice_id", "id"),
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
    )
