"""Tables of the content: the shared one is files. Rows are who reviewed it, and what a practice made its own.

All of them are only ever added to: a technique that changes gets a new version, a number a new line.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, String, Text, func, or_, select, update
from sqlalchemy.orm import Mapped, mapped_column

from pith.store.accounts import AnySession, Id, Practice
from pith.store.db import Base, UtcDateTime


class SignOff(Base):
    """A clinician's signature under one part of the content in one version. `practice_id` None: for all practices of
    this installation, by the operator's hand."""

    __tablename__ = "sign_off"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    practice_id: Mapped[str | None] = mapped_column(ForeignKey("practice.id"))
    part: Mapped[str] = mapped_column(String(64))
    version: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(Text)
    role: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    by_id: Mapped[str | None] = mapped_column(Id)
    __table_args__ = (Index("ix_sign_off_part", "part", "version"),)


class ThresholdChange(Base):
    """One number of the rules that a practice moved, from what to what."""

    __tablename__ = "threshold_change"
    practice_id: Mapped[str] = mapped_column(ForeignKey("practice.id"), primary_key=True)
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    threshold: Mapped[str] = mapped_column(String(64))
    before: Mapped[int] = mapped_column()
    after: Mapped[int] = mapped_column()
    reason: Mapped[str] = mapped_column(Text)
    by_id: Mapped[str] = mapped_column(Id)
    by_name: Mapped[str] = mapped_column(String(200))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class OwnTechnique(Base):
    """One version of a technique that a practice wrote itself. `body` is what its author wrote, in `language`."""

    __tablename__ = "own_technique"
    practice_id: Mapped[str] = mapped_column(ForeignKey("practice.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    language: Mapped[str] = mapped_column(String(8))
    body: Mapped[dict[str, Any]] = mapped_column(JSON)
    photo_id: Mapped[str | None] = mapped_column(Id)
    photo_alt: Mapped[str] = mapped_column(Text)
    retired: Mapped[bool] = mapped_column(default=False)
    by_id: Mapped[str] = mapped_column(Id)
    by_name: Mapped[str] = mapped_column(String(200))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class Photo(Base):
    """A picture as it was written anew here; its id comes from its bytes, so one picture is kept once."""

    __tablename__ = "photo"
    practice_id: Mapped[str] = mapped_column(ForeignKey("practice.id"), primary_key=True)
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    mime: Mapped[str] = mapped_column(String(32))
    width: Mapped[int] = mapped_column()
    height: Mapped[int] = mapped_column()
    data: Mapped[bytes] = mapped_column(LargeBinary)
    by_id: Mapped[str] = mapped_column(Id)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


def sign_offs(session: AnySession, practice_id: str | None) -> Sequence[SignOff]:
    """Every signature that counts for a practice, newest first; None: those of the installation alone."""
    mine = SignOff.practice_id == practice_id
    whose = SignOff.practice_id.is_(None) if practice_id is None else or_(mine, SignOff.practice_id.is_(None))
    return session.scalars(select(SignOff).where(whose).order_by(SignOff.at.desc(), SignOff.id.desc())).all()


def content_rev(session: AnySession, practice_id: str, hold: bool = False) -> str:
    """What changes with anything that a practice made its own; empty as long as it has nothing. `hold`: others who
    would change it wait until this transaction ends."""
    query = select(Practice.content_rev).where(Practice.id == practice_id)
    return session.scalars(query.with_for_update(key_share=True) if hold else query).one()


def set_content_rev(session: AnySession, practice_id: str, rev: str) -> None:
    session.execute(update(Practice).where(Practice.id == practice_id).values(content_rev=rev))


def threshold_changes(session: AnySession, practice_id: str) -> Sequence[ThresholdChange]:
    """All changes of a practice, oldest first."""
    mine = select(ThresholdChange).where(ThresholdChange.practice_id == practice_id)
    return session.scalars(mine.order_by(ThresholdChange.at, ThresholdChange.id)).all()


def own_techniques(session: AnySession, practice_id: str) -> Sequence[OwnTechnique]:
    """The newest version of each technique of a practice, the retired too, in the order in which they were made."""
    newest = (
        select(OwnTechnique.id, func.max(OwnTechnique.version).label("version"))
        .where(OwnTechnique.practice_id == practice_id)
        .group_by(OwnTechnique.id)
        .subquery()
    )
    rows = (
        select(OwnTechnique)
        .join(newest, (OwnTechnique.id == newest.c.id) & (OwnTechnique.version == newest.c.version))
        .where(OwnTechnique.practice_id == practice_id)
    )
    return session.scalars(rows.order_by(OwnTechnique.id)).all()


def own_technique(session: AnySession, practice_id: str, id_: str) -> OwnTechnique | None:
    """The newest version of one technique."""
    mine = select(OwnTechnique).where(OwnTechnique.practice_id == practice_id, OwnTechnique.id == id_)
    return session.scalars(mine.order_by(OwnTechnique.version.desc()).limit(1)).one_or_none()


def photo_sizes(session: AnySession, practice_id: str) -> dict[str, tuple[int, int]]:
    """Width and height of each photo of a practice, by its id."""
    rows = session.execute(select(Photo.id, Photo.width, Photo.height).where(Photo.practice_id == practice_id))
    return {row.id: (row.width, row.height) for row in rows}
