"""Queries about one client: what of some kinds she told and did not take back, and since when she has a program."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Row, exists, func, select
from sqlalchemy.orm import aliased

from pith.store.accounts import AnySession
from pith.store.practice import Log
from pith.store.programs import ProgramVersion


def told(
    session: AnySession, practice_id: str, client_id: str, kinds: Collection[str], first: str = "", most: int = 5_000
) -> list[Row[Any]]:
    """`id, kind, seq, local_date, device_id, received_at, skew_s, body, words` of the newest logs that stand, of local
    date `first` or later; in the order in which they came."""
    void = aliased(Log)
    taken_back = exists().where(
        void.practice_id == Log.practice_id,
        void.client_id == Log.client_id,
        void.kind == "void",
        void.target == Log.id,
    )
    columns = (Log.id, Log.kind, Log.seq, Log.local_date, Log.device_id, Log.received_at, Log.skew_s)
    newest = (
        select(*columns, Log.body, Log.words)
        .where(
            Log.practice_id == practice_id,
            Log.client_id == client_id,
            Log.kind.in_(kinds),
            Log.local_date >= first,
            ~taken_back,
        )
        .order_by(Log.seq.desc())
        .limit(most)
    )
    rows: list[Row[Any]] = list(session.execute(newest))
    return rows[::-1]


def first_program_day(session: AnySession, practice_id: str, client_id: str) -> str | None:
    """The local date on which her first program began, or will."""
    return session.scalar(
        select(func.min(ProgramVersion.starts_on)).where(
            ProgramVersion.practice_id == practice_id, ProgramVersion.client_id == client_id
        )
    )
