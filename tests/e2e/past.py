"""Days that a test has no time to live through: a program that began before today, as no door would write it, and what
was practised and told since, as another phone of hers sends it."""

from __future__ import annotations

import sqlite3
import uuid
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tests.e2e.api import ZONE, today_here
from tests.e2e.phone import Phone
from tests.e2e.server import Server

BALL = "foot-ball-hold"
# As a second phone of hers would send it: what was lived before today comes to this one from the server.
TELL = """
const headers = { 'content-type': 'application/json' };
const { device_id } = await (await fetch('/api/v1/me')).json();
const envelope = { schema: 1, device_id, batch_id: crypto.randomUUID(), device_time: new Date().toISOString() };
const body = JSON.stringify({ ...envelope, logs: arguments[0] });
const answer = await (await fetch('/api/v1/sync/logs', { method: 'POST', headers, body })).json();
return answer.results.map((one) => one.status);
"""


def begun_days_ago(server: Server, client_id: str, days: int) -> None:
    """Moves the date of her one program; what follows from it is worked out anew by the next thing told."""
    began = (today_here() - timedelta(days=days)).isoformat()
    made = (datetime.now(UTC) - timedelta(days=days)).strftime("%Y-%m-%d %H:%M:%S.%f")
    with closing(sqlite3.connect(server.data / "pith.db")) as db, db:
        moved = db.execute(
            "UPDATE program_version SET starts_on = ?, created_at = ? WHERE client_id = ?", (began, made, client_id)
        )
        assert moved.rowcount == 1
        db.execute(
            "UPDATE dose_setting SET version = 0, since = NULL, level_since = NULL WHERE client_id = ?", (client_id,)
        )


def lived(phone: Phone, logs: list[dict[str, Any]]) -> None:
    """What she did before: at the practice, and by the next look at the app on this phone."""
    assert phone.run(TELL, logs) == ["stored"] * len(logs)
    phone.reload()


def practised(ended: datetime) -> dict[str, Any]:
    entry = {"key": "i2", "technique_id": BALL, "level": 1, "side": "left", "planned_s": 40, "done_s": 40}
    return {
        **common("session", ended),
        "program_version": 1,
        "started_at": instant(ended - timedelta(minutes=6)),
        "ended_at": instant(ended),
        "status": "complete",
        "shortened": False,
        "pain_before": 4,
        "pain_after": 3,
        "sensations": [],
        "word": None,
        "items": [{**entry, "outcome": "done", "skip_reason": None, "tool": None, "softening": None}],
    }


def reaction(session: dict[str, Any], at: datetime) -> dict[str, Any]:
    return {**common("reaction", at), "session_id": session["id"], "answer": "still"}


def common(kind: str, at: datetime) -> dict[str, Any]:
    here = at.astimezone(ZoneInfo(ZONE))
    offset = here.utcoffset() or timedelta()
    return {
        "id": str(uuid.uuid4()),
        "kind": kind,
        "schema": 1,
        "local_date": here.date().isoformat(),
        "tz": ZONE,
        "utc_offset_min": int(offset.total_seconds() // 60),
        "recorded_at": instant(at),
    }


def instant(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
