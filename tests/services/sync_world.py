"""What tests of sync share: a client's phone over HTTP, a program, and looks into the database."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import select
from werkzeug.test import TestResponse

from pith.services.transaction import AnySession, read
from pith.store.practice import Alert, Consent, Log
from pith.store.sync import Quarantined
from tests import logs
from tests.cast import Someone

PUSH = "/api/v1/sync/logs"
PULL = "/api/v1/sync"


def send(who: Someone, body: Any) -> TestResponse:
    """A push of an envelope, or of raw bytes."""
    if isinstance(body, bytes):
        return who.http.post(PUSH, data=body, content_type="application/json")
    return who.http.post(PUSH, json=body)


def push(who: Someone, *told: Any, at: datetime = logs.RECORDED) -> list[str]:
    """The statuses of a push that must be read."""
    answer = send(who, logs.batch(*told, at=at))
    assert answer.status_code == 200, answer.get_data(as_text=True)
    results = answer.get_json()["results"]
    assert [result["id"] for result in results] == [log.get("id") for log in told]
    return [result["status"] for result in results]


def pull(who: Someone, etag: str | None = None) -> TestResponse:
    return who.http.get(PULL, headers={"If-None-Match": etag} if etag else {})


def assign(therapist: Someone, client: Someone, *, times: int = 1, technique: str = "temple-hold") -> None:
    """Program versions, one on top of the other."""
    for number in range(1, times + 1):
        body = {
            "items": [{"technique_id": technique, "level": 1}],
            "days": [0, 1, 2, 3, 4, 5, 6],
            "reason": f"Version {number}",
        }
        answer = therapist.http.post(f"/api/v1/clients/{client.id}/program/versions", json=body)
        assert answer.status_code == 201, answer.get_data(as_text=True)


def stored(session: AnySession, who: Someone) -> dict[str, str]:
    """What is stored of a client: digest by id."""
    session.rollback()  # what the test looked at earlier is old
    with read(session):
        rows = session.execute(
            select(Log.id, Log.digest).where(Log.practice_id == who.actor.practice_id, Log.client_id == who.actor.id)
        )
        return {row.id: row.digest for row in rows}


def seqs(session: AnySession, practice_id: str) -> list[int]:
    session.rollback()  # what the test looked at earlier is old
    with read(session):
        return list(session.scalars(select(Log.seq).where(Log.practice_id == practice_id).order_by(Log.seq)))


def effects(session: AnySession, who: Someone) -> set[tuple[Any, ...]]:
    """Alerts and consents of a client, without the times at which they were made."""
    session.rollback()  # what the test looked at earlier is old
    with read(session):
        alerts = session.scalars(select(Alert).where(Alert.client_id == who.id)).all()
        consents = session.scalars(select(Consent).where(Consent.client_id == who.id)).all()
        return {(a.cause, a.source_id, a.level, a.withdrawn_at is not None) for a in alerts} | {
            (c.log_id, c.version, c.given) for c in consents
        }


def parked(session: AnySession, who: Someone) -> list[tuple[str | None, str, str]]:
    """Quarantined items: id, status, code."""
    session.rollback()  # what the test looked at earlier is old
    with read(session):
        rows = session.scalars(select(Quarantined).where(Quarantined.client_id == who.id)).all()
        return sorted((row.log_id or "", row.status, row.code) for row in rows)


def log_ids(told: Iterable[dict[str, Any]]) -> set[str]:
    return {log["id"] for log in told}
