"""Tables of the catalogue: the content itself is files; only its sign-off is a row."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String, Text, select
from sqlalchemy.orm import Mapped, mapped_column

from pith.store.accounts import AnySession, Id
from pith.store.db import Base, UtcDateTime


class SignOff(Base):
    """A clinician's signature under one version of the content."""

    __tablename__ = "sign_off"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    content_version: Mapped[str] = mapped_column(String(64), index=True)
    name: Mapped[str] = mapped_column(Text)
    role: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


def newest_sign_off(session: AnySession, content_version: str) -> SignOff | None:
    """The latest signature under this version of the content."""
    return session.scalars(
        select(SignOff).where(SignOff.content_version == content_version).order_by(SignOff.at.desc()).limit(1)
    ).one_or_none()
