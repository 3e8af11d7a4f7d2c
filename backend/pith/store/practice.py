"""Tables of practice: what the phone told (logs, insert-only), and what it set off."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKeyConstraint, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from pith.store.accounts import Id
from pith.store.db import Base, UtcDateTime


class Log(Base):
    """One frozen log. `body` is the item as sent without free text; `words` is that text, sealed with the client's
    own key. `seq` is its place in the practice's feed; `digest` tells a duplicate from a conflict."""

    __tablename__ = "log"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    client_id: Mapped[str] = mapped_column(Id, primary_key=True)
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(16))
    digest: Mapped[str] = mapped_column(String(64))
    local_date: Mapped[str] = mapped_column(String(10))
    device_id: Mapped[str] = mapped_column(Id)
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    skew_s: Mapped[int] = mapped_column(BigInteger)
    clock_suspect: Mapped[bool] = mapped_column()
    target: Mapped[str | None] = mapped_column(String(64))  # void: the log it voids; read: what and ref
    body: Mapped[str] = mapped_column()
    words: Mapped[bytes | None] = mapped_column(LargeBinary)
    __table_args__ = (
        Index("uq_log_seq", "practice_id", "seq", unique=True),
        Index("ix_log_client_day", "practice_id", "client_id", "local_date"),
        Index("ix_log_client_kind", "practice_id", "client_id", "kind", "seq"),
        Index("ix_log_target", "practice_id", "client_id", "target"),
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
    )


class Alert(Base):
    """Something a therapist must see; at most one a client, cause and source log."""

    __tablename__ = "alert"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    client_id: Mapped[str] = mapped_column(Id, primary_key=True)
    cause: Mapped[str] = mapped_column(String(32), primary_key=True)
    source_id: Mapped[str] = mapped_column(Id, primary_key=True)
    level: Mapped[str] = mapped_column(String(16))  # urgent | same_day | review | info
    detail: Mapped[dict[str, Any]] = mapped_column(JSON)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    __table_args__ = (
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
    )


class ReadMark(Base):
    """How far a therapist has read one client's logs."""

    __tablename__ = "read_mark"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    client_id: Mapped[str] = mapped_column(Id, primary_key=True)
    therapist_id: Mapped[str] = mapped_column(Id, primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    __table_args__ = (
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
    )


class Consent(Base):
    """What the client agreed to, version by version; the newest row counts."""

    __tablename__ = "consent"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    client_id: Mapped[str] = mapped_column(Id, primary_key=True)
    log_id: Mapped[str] = mapped_column(Id, primary_key=True)
    version: Mapped[int] = mapped_column()
    given: Mapped[bool] = mapped_column()
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    __table_args__ = (
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
    )
