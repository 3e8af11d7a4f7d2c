"""What an operator's monitor asks: does the database answer, when did a worker last finish a round."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from pith.services.transaction import AnySession, read
from pith.store.deliveries import oldest_open
from pith.store.reminders import WorkerBeat, next_due


def report(session: AnySession, now: datetime) -> dict[str, Any]:
    """`{status, database, worker: {last_beat, lag_s}}`. `last_beat` is None until a worker ran; `lag_s`: how long the
    oldest reminder has been waiting that ought to have gone out, in seconds."""
    with read(session):
        last = session.execute(select(func.max(WorkerBeat.at))).scalar_one()
        waiting = [one for one in (next_due(session), oldest_open(session)) if one is not None]
    lag = (now - min(waiting)).total_seconds() if waiting else 0.0
    return {"status": "ok", "database": "ok", "worker": {"last_beat": last, "lag_s": max(0, round(lag))}}


def beat(session: AnySession, now: datetime, name: str) -> None:
    """Records that worker `name` finished a round. Runs inside the caller's transaction."""
    session.merge(WorkerBeat(name=name, at=now))
