"""Tables of people and doors: practices, therapists, clients, sessions, invitations, codes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, ForeignKeyConstraint, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from pith.store.db import Base, UtcDateTime

Id = String(36)


class Practice(Base):
    __tablename__ = "practice"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    timezone: Mapped[str] = mapped_column(String(64))
    settings: Mapped[dict[str, Any]] = mapped_column(JSON)
    log_seq: Mapped[int] = mapped_column(BigInteger, default=0)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Therapist(Base):
    __tablename__ = "therapist"
    practice_id: Mapped[str] = mapped_column(ForeignKey("practice.id"), primary_key=True)
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    password_hash: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(16))  # owner | member
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Client(Base):
    """`view_version` changes in the transaction that changes what her phone pulls. `head_*` caches the log head
    (count and xor of ids) of the window that starts at `head_from`."""

    __tablename__ = "client"
    practice_id: Mapped[str] = mapped_column(ForeignKey("practice.id"), primary_key=True)
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    timezone: Mapped[str] = mapped_column(String(64))
    view_version: Mapped[str] = mapped_column(String(32))
    text_key: Mapped[bytes] = mapped_column(
        LargeBinary
    )  # her own key, wrapped by the installation's master key
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
        ForeignKeyConstraint(
            ["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"
        ),
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
        ForeignKeyConstraint(
            ["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"
        ),
    )


class TryCount(Base):
    """Tries within a window, for limits that hold across processes. `key` says of what and by whom (hashed)."""

    __tablename__ = "try_count"
    key: Mapped[str] = mapped_column(String(120), primary_key=True)
    window_start: Mapped[datetime] = mapped_column(UtcDateTime)
    count: Mapped[int] = mapped_column()


class Erased(Base):
    """A grave stone: the salted hash of an erased client's or log's id, so that a late phone is answered
    `deleted` and nothing comes back. `client_hash` groups the stones of one client."""

    __tablename__ = "erased"
    practice_id: Mapped[str] = mapped_column(ForeignKey("practice.id"), primary_key=True)
    id_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    what: Mapped[str] = mapped_column(String(16))  # client | log | device
    seq: Mapped[int | None] = mapped_column(BigInteger)
    erased_at: Mapped[datetime] = mapped_column(UtcDateTime)
