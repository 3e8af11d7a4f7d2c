"""What an operator's monitor asks: does the database answer, when did a worker last finish a round."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from pith.services.transaction import AnySession, read
from pith.store.reminders import WorkerBeat


def report(session: AnySession) -> dict[str, Any]:
    """`{status, database, worker: {last_beat}}`; `last_beat` is None until a worker ran."""
    with read(session):
        last = session.execute(select(func.max(WorkerBeat.at))).scalar_one()
    return {"status": "ok", "database": "ok", "worker": {"last_beat": last}}


def beat(session: AnySession, now: datetime, name: str) -> None:
    """Records that worker `name` finished a round. Runs inside the caller's transaction."""
    session.merge(WorkerBeat(name=name, at=now))
