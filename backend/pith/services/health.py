"""What an operator's monitor asks: does the database answer, when did a worker last finish a round."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select

from pith.services.transaction import AnySession, read
from pith.store.deliveries import oldest_open
from pith.store.reminders import WorkerBeat
from pith.store.schedule import next_due

# A sign of life comes each half minute (services/upkeep.py): who left out three is dead.
DEAD_AFTER = timedelta(seconds=90)


def report(session: AnySession, now: datetime) -> dict[str, Any]:
    """`{status, database, worker: {last_beat, alive, lag_s}}`. `last_beat` is None until a worker ran; `alive`: how
    many gave a sign of life lately; `lag_s`: how long the oldest reminder has been waiting that ought to have gone out,
    in seconds."""
    with read(session):
        last = session.scalar(select(func.max(WorkerBeat.at)))
        alive = session.scalar(select(func.count()).where(WorkerBeat.at > now - DEAD_AFTER)) or 0
        waiting = [one for one in (next_due(session), oldest_open(session)) if one is not None]
    lag = (now - min(waiting)).total_seconds() if waiting else 0.0
    worker = {"last_beat": last, "alive": alive, "lag_s": max(0, round(lag))}
    return {"status": "ok", "database": "ok", "worker": worker}


def beat(session: AnySession, now: datetime, name: str) -> None:
    """Records that worker `name` finished a round. Runs inside the caller's transaction."""
    session.merge(WorkerBeat(name=name, at=now))
