"""Tables and queries of the intake: what was answered and when, and the news that ask a question again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Boolean, ForeignKeyConstraint, LargeBinary, Row, String, Text, case, delete, null, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Mapped, mapped_column

from pith.store.accounts import AnySession, Id
from pith.store.db import Base, UtcDateTime

# For the seal of an answer (services/words.py).
SEALED_IN = "answer"


class AnswerEntry(Base):
    """One answer to a question of the intake: out of the log `log_id`, or written by a therapist. Never changed.

    `words` is the answer, sealed with the client's own key; `told`: whether it says anything. `told_on` is the local
    date, `at` the corrected time, by which the newest answer counts. `version` is that of the questions.
    """

    __tablename__ = "answer"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    client_id: Mapped[str] = mapped_column(Id, primary_key=True)
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    log_id: Mapped[str | None] = mapped_column(Id)
    question_id: Mapped[str] = mapped_column(String(64))
    told_on: Mapped[str] = mapped_column(String(10))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    told: Mapped[bool] = mapped_column(Boolean)
    words: Mapped[bytes] = mapped_column(LargeBinary)
    version: Mapped[str] = mapped_column(String(64))
    by_id: Mapped[str | None] = mapped_column(Id)
    by_name: Mapped[str | None] = mapped_column(Text)
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    __table_args__ = (
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
    )


class NewsEntry(Base):
    """What makes earlier answers old, and the questions to ask again: told in a daily check, whose log has this `id`,
    or a clearance that was taken back."""

    __tablename__ = "news"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    client_id: Mapped[str] = mapped_column(Id, primary_key=True)
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    told_on: Mapped[str] = mapped_column(String(10))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    reask: Mapped[list[str]] = mapped_column(JSON)
    __table_args__ = (
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
    )


def insert_answers(session: AnySession, rows: list[dict[str, Any]]) -> None:
    """An answer that is there already stays as it is."""
    _insert(session, AnswerEntry, rows)


def insert_news(session: AnySession, rows: list[dict[str, Any]]) -> None:
    _insert(session, NewsEntry, rows)


def delete_answers(session: AnySession, practice_id: str, client_id: str, logs: Collection[str]) -> int:
    """Answers whose logs were taken back; returns how many there were."""
    deleted = session.execute(
        delete(AnswerEntry)
        .where(AnswerEntry.practice_id == practice_id, AnswerEntry.client_id == client_id, AnswerEntry.log_id.in_(logs))
        .returning(AnswerEntry.id),
        execution_options={"synchronize_session": False},
    )
    return len(deleted.all())


def answers(session: AnySession, practice_id: str, client_id: str) -> Sequence[AnswerEntry]:
    """All that one client ever answered, in the order in which it counts."""
    return session.scalars(
        select(AnswerEntry)
        .where(AnswerEntry.practice_id == practice_id, AnswerEntry.client_id == client_id)
        .order_by(AnswerEntry.at, AnswerEntry.id)
    ).all()


def news(session: AnySession, practice_id: str, client_id: str) -> Sequence[NewsEntry]:
    return session.scalars(
        select(NewsEntry)
        .where(NewsEntry.practice_id == practice_id, NewsEntry.client_id == client_id)
        .order_by(NewsEntry.at, NewsEntry.id)
    ).all()


def answers_of_all(session: AnySession, practice_id: str, opened: Collection[str]) -> Sequence[Row[Any]]:
    """`client_id, id, question_id, told_on, at, told, words` of every client of a practice, in the order in which they
    count; `words` only of the questions that are to be `opened`: the list of clients asks this often."""
    words = case((AnswerEntry.question_id.in_(opened), AnswerEntry.words), else_=null())
    return session.execute(
        select(
            AnswerEntry.client_id,
            AnswerEntry.id,
            AnswerEntry.question_id,
            AnswerEntry.told_on,
            AnswerEntry.at,
            AnswerEntry.told,
            words.label("words"),
        )
        .where(AnswerEntry.practice_id == practice_id)
        .order_by(AnswerEntry.at, AnswerEntry.id)
    ).all()


def news_of_all(session: AnySession, practice_id: str) -> Sequence[NewsEntry]:
    return session.scalars(select(NewsEntry).where(NewsEntry.practice_id == practice_id)).all()


def _insert(session: AnySession, table: type[Base], rows: list[dict[str, Any]]) -> None:
    insert = postgresql_insert if session.get_bind().dialect.name == "postgresql" else sqlite_insert
    if rows:
        session.connection().execute(insert(table).on_conflict_do_nothing(), rows)
