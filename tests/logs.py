"""Logs as a phone makes them, one valid example a kind; tests change what they need."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import uuid_utils

SESSION_ID = "0193a000-0000-7000-8000-000000000001"
RECORDED = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)

ENTRY = {
    "key": "i1",
    "technique_id": "temple-hold",
    "level": 1,
    "side": "both",
    "planned_s": 120,
    "done_s": 120,
    "outcome": "done",
    "skip_reason": None,
    "tool": None,
    "softening": {"start": 5, "end": 3},
}

BY_KIND: dict[str, dict[str, Any]] = {
    "session": {
        "program_version": 1,
        "started_at": "2026-03-02T06:20:00Z",
        "ended_at": "2026-03-02T06:29:00.250Z",
        "status": "complete",
        "shortened": False,
        "pain_before": 5,
        "pain_after": 3,
        "sensations": ["warmth", "relaxed"],
        "word": "Easier than yesterday.",
        "items": [ENTRY, {**ENTRY, "key": "i2", "side": "left"}, {**ENTRY, "key": "i2", "side": "right"}],
    },
    "hurt": {
        "program_version": 1,
        "session_id": SESSION_ID,
        "key": "i1",
        "technique_id": "temple-hold",
        "level": 1,
        "side": "left",
        "second": 41,
        "feeling": "sharp",
    },
    "reaction": {"session_id": SESSION_ID, "answer": "still"},
    "check": {"answers": {"d1": ["nothing new"], "d3": 4}},
    "intake": {"question_id": "q10", "answer": "no"},
    "flag": {
        "flag_id": "open_wound",
        "on": True,
        "sites": [{"region": "calf", "side": "left"}],
        "since": "2026-03-01",
        "source": "daily_check",
        "reason": "It bled a little.",
    },
    "body": {"marks": [{"region": "neck_back", "side": "middle", "strength": 6}]},
    "note": {"text": "Slept well.", "private": False},
    "question": {"text": "Is warmth all right?", "about": {"technique_id": "temple-hold", "side": "left"}},
    "measure": {"measure_id": "psfs", "values": {"walk": 4, "reach": 6.5}},
    "setting": {"name": "breath_s", "value": 8},
    "read": {"what": "program", "ref": "1"},
    "decision": {
        "decision_id": "0193a000-0000-5000-8000-000000000009",
        "rule": "D07",
        "target": "program",
        "before": {"dose_s": 300},
        "after": {"dose_s": 150},
    },
    "consent": {"version": 1, "given": True},
    "void": {"voids": SESSION_ID},
}


def new_id() -> str:
    return str(uuid_utils.uuid7())


def make(kind: str, at: datetime = RECORDED, **changes: Any) -> dict[str, Any]:
    """A valid log of a kind, recorded at an instant; `changes` replace or add fields."""
    return {
        "id": new_id(),
        "kind": kind,
        "schema": 1,
        "local_date": at.date().isoformat(),
        "tz": "Europe/Berlin",
        "utc_offset_min": 60,
        "recorded_at": at.isoformat().replace("+00:00", "Z"),
        **BY_KIND[kind],
        **changes,
    }


def without(log: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in log.items() if name not in names}


def batch(*logs: Any, at: datetime = RECORDED, **changes: Any) -> dict[str, Any]:
    """The envelope of a push."""
    return {
        "schema": 1,
        "device_id": "00000000-0000-7000-8000-00000000d001",
        "batch_id": new_id(),
        "device_time": at.isoformat().replace("+00:00", "Z"),
        "logs": list(logs),
        **changes,
    }
