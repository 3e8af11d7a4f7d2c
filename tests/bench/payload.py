"""What phones send: a day's session as the player makes it, ten of them in a batch."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import uuid_utils

BATCH = 10
BERLIN_OFFSET_MIN = 60


def session_log(version: dict[str, Any], day: datetime) -> dict[str, Any]:
    """A complete session of this program version on that day, with every field a session can have."""
    items = [
        {
            "key": item["key"],
            "technique_id": item["technique_id"],
            "level": item["level"],
            "side": side,
            "planned_s": 60,
            "done_s": 60,
            "outcome": "done",
            "skip_reason": None,
            "tool": None,
            "softening": {"start": 5, "end": 3},
        }
        for item in version["items"]
        for side in (("left", "right") if item["side"] == "both" else (item["side"],))
    ]
    return {
        "id": str(uuid_utils.uuid7()),
        "kind": "session",
        "schema": 1,
        "local_date": day.date().isoformat(),
        "tz": "Europe/Berlin",
        "utc_offset_min": BERLIN_OFFSET_MIN,
        "recorded_at": _instant(day + timedelta(minutes=8)),
        "program_version": version["number"],
        "started_at": _instant(day),
        "ended_at": _instant(day + timedelta(minutes=7)),
        "status": "complete",
        "shortened": False,
        "pain_before": 5,
        "pain_after": 3,
        "sensations": ["warmth", "relaxed"],
        "word": None,
        "items": items,
    }


class Batches:
    """Endless batches of ten sessions of one phone: the text is made once, only the ids are new each time.

    Making JSON anew for each request would measure the load generator.
    """

    def __init__(self, version: dict[str, Any], device_id: str) -> None:
        now = datetime.now(UTC)
        logs = [session_log(version, now - timedelta(days=n)) for n in range(BATCH)]
        body = {
            "schema": 1,
            "device_id": device_id,
            "batch_id": str(uuid_utils.uuid7()),
            "device_time": _instant(now),
            "logs": logs,
        }
        text = json.dumps(body)
        self.log_bytes = len(json.dumps(logs[0]))
        self._parts: list[str] = []
        for made in (body["batch_id"], *(log["id"] for log in logs)):
            before, text = text.split(str(made), 1)
            self._parts.append(before)
        self._end = text

    def next(self) -> bytes:
        return "".join([part + str(uuid_utils.uuid7()) for part in self._parts] + [self._end]).encode()


def _instant(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
