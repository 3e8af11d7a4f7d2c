"""Table and queries of replies: what a therapist answered to one thing that a client told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKeyConstraint, LargeBinary, Row, String, select
from sqlalchemy.orm import Mapped, mapped_column

from pith.store.accounts import AnySession, Id
from pith.store.db import Base, UtcDateTime
from pith.store.practice import Log

# For the seal of its words (services/words.py).
SEALED_IN = "reply"


class Reply(Base):
    """The one answer to a log; it goes with the log. `words` is the text, sealed with the client's own key."""

    __tablename__ = "reply"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    client_id: Mapped[str] = mapped_column(Id, primary_key=True)
    log_id: Mapped[str] = mapped_column(Id, primary_key=True)
    words: Mapped[bytes] = mapped_column(LargeBinary)
    by_id: Mapped[str] = mapped_column(Id)
    by_name: Mapped[str] = mapped_column(String(200))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    __table_args__ = (
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
        ForeignKeyConstraint(
            ["practice_id", "client_id", "log_id"], ["log.practice_id", "log.client_id", "log.id"], ondelete="CASCADE"
        ),
    )


def replies_on(session: AnySession, practice_id: str, client_id: str, logs: Collection[str]) -> Sequence[Reply]:
    """The answers to these logs of one client."""
    mine = Reply.practice_id == practice_id, Reply.client_id == client_id
    return session.scalars(select(Reply).where(*mine, Reply.log_id.in_(logs))).all()


def newest_replies(session: AnySession, practice_id: str, client_id: str, limit: int) -> Sequence[Reply]:
    """A client's newest answers, the newest first."""
    mine = Reply.practice_id == practice_id, Reply.client_id == client_id
    return session.scalars(select(Reply).where(*mine).order_by(Reply.at.desc(), Reply.log_id.desc()).limit(limit)).all()


def told_as_read(session: AnySession, practice_id: str, client_id: str, logs: Collection[str]) -> list[Row[Any]]:
    """`target, body, skew_s` of the logs that say that the answers to these logs were read."""
    return list(
        session.execute(
            select(Log.target, Log.body, Log.skew_s).where(
                Log.practice_id == practice_id,
                Log.client_id == client_id,
                Log.kind == "read",
                Log.target.in_([read_mark(one) for one in logs]),
            )
        )
    )


def read_mark(log_id: str) -> str:
    """The target of a `read` log about the answer to a log (domain/sync.target_of)."""
    return f"answer:{log_id}"
