"""Days that a test has no time to live through: a program that began before today, as no door would write it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

from tests.e2e.api import today_here
from tests.e2e.server import Server


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
