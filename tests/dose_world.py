"""A client's weeks with one program, as her phone tells them; and a program that began as long ago as they need."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

from flask import Flask
from sqlalchemy import select, update

from pith.services.transaction import write
from pith.store.db import db
from pith.store.dose import DoseSetting
from pith.store.programs import ProgramVersion
from tests import logs

TECHNIQUE = "scalp-glide"


def session_on(day: datetime, technique: str = TECHNIQUE, **changes: Any) -> dict[str, Any]:
    """A whole practice at six in the evening (UTC) of a date, after which pain was no worse; `changes` replace fields,
    `peak` says how strong a hold was."""
    began = datetime.combine(day.date(), time(18), UTC)
    peak = changes.pop("peak", 3)
    version = changes.pop("version", 1)
    entry = {"key": "i1", "technique_id": technique, "level": 1, "side": "both", "planned_s": 120, "done_s": 120}
    entry |= {"outcome": "done", "skip_reason": None, "tool": None, "softening": None}
    entry |= {"holds": [{"spot": 1, "start": 2, "discomfort": peak, "end": 1}]}
    log = logs.make("session", began + timedelta(minutes=10), program_version=version, pain_before=3, pain_after=3)
    times = {"started_at": _text(began), "ended_at": _text(began + timedelta(minutes=9))}
    return {**log, **times, "items": [entry], **changes}


def hurt_at(at: datetime, technique: str = TECHNIQUE, feeling: str = "sharp", **changes: Any) -> dict[str, Any]:
    return logs.make("hurt", at, technique_id=technique, feeling=feeling, **changes)


def began_earlier(app: Flask, client_id: str, days: int) -> None:
    """Moves all that was written of her program back by some days."""
    with app.app_context(), write(db.session):
        for row in db.session.scalars(select(ProgramVersion).where(ProgramVersion.client_id == client_id)):
            row.created_at -= timedelta(days=days)
            row.starts_on = row.created_at.date().isoformat()
        known = update(DoseSetting).where(DoseSetting.client_id == client_id)
        db.session.execute(known.values(version=0, since=None, level_since=None))


def weeks_of_practice(now: datetime, days: int, technique: str = TECHNIQUE) -> list[dict[str, Any]]:
    """A practice on each of the `days` dates before today; the first hurt a little too much (D05), so that there is
    something to undo, and the others went well, so that a step more is proposed."""
    first = now - timedelta(days=days)
    return [
        session_on(first + timedelta(days=number), technique, peak=6 if number == 0 else 3) for number in range(days)
    ]


def _text(at: datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")
