"""Many clients with a reminder each, put straight into the tables: by the doors of the app they would take hours.

All browsers of a crowd have the same secret, so that one private key opens every message; their addresses differ.
"""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import uuid_utils
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from sqlalchemy import insert, text

from pith.services.due import tzdata
from pith.services.transaction import AnySession, write
from pith.store.accounts import Client, Practice
from pith.store.programs import ProgramVersion
from pith.store.reminders import PushSubscription, Reminder
from pith.store.screening import Clearance

ZONE = "Europe/Berlin"
CHUNK = 20_000
ALL_DAYS = [0, 1, 2, 3, 4, 5, 6]
AUTH = b"the crowd's auth"
DAY, QUARTER = timedelta(days=1), timedelta(minutes=15)
# Neighbours in the tables chose times that are far apart.
_APART = 37


@dataclass(frozen=True)
class Crowd:
    """`ids` of the clients, in order; the browser of client n is at `{origin}/push/{ids[n]}`."""

    practice_id: str
    ids: tuple[str, ...]
    private: ec.EllipticCurvePrivateKey
    auth: bytes = AUTH


def crowd(session: AnySession, count: int, due: int, at: datetime, alike: bool = False) -> Crowd:
    """`count` clients who are reminded each day. `due` of them, spread evenly over all, at the local minute of `at`;
    the others at all other quarters of an hour. `alike`: those at that minute too, a day later."""
    made = Crowd(str(uuid_utils.uuid7()), tuple(str(uuid_utils.uuid7()) for _ in range(count)), _private())
    every = count // due
    with write(session):
        session.execute(
            insert(Practice).values(id=made.practice_id, name="Crowd", timezone=ZONE, settings={}, created_at=at)
        )
    for start in range(0, count, CHUNK):
        part = list(enumerate(made.ids[start : start + CHUNK], start))
        with write(session):
            connection = session.connection()
            connection.execute(insert(Client), [_client(made.practice_id, one, at) for _, one in part])
            placed = [(one, at + _ahead(n, every, due, alike)) for n, one in part]
            connection.execute(insert(Reminder), [_reminder(made.practice_id, one, to, at) for one, to in placed])
    return made


def give_programs(session: AnySession, crowd: Crowd, at: datetime) -> None:
    """A program that is due each day, and a clearance, for each client: without them nobody is reminded."""
    who = {"practice_id": crowd.practice_id, "at": at, "by_id": crowd.practice_id, "by_name": "", "note": ""}
    with write(session):
        connection = session.connection()
        for part in _parts(crowd.ids):
            connection.execute(insert(ProgramVersion), [_version(crowd.practice_id, one, at) for one in part])
            connection.execute(insert(Clearance), [who | {"client_id": one, "id": one} for one in part])


def subscribe_all(session: AnySession, crowd: Crowd, origin: str, key_id: str, at: datetime) -> None:
    """One browser for each client."""
    point = crowd.private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    told = {"p256dh": _text(point), "auth": _text(AUTH), "key_id": key_id, "language": "en", "origin": origin}
    with write(session):
        for part in _parts(crowd.ids):
            rows = []
            for one in part:
                endpoint = f"{origin}/push/{one}"
                who = {"practice_id": crowd.practice_id, "person_id": one, "client_id": one, "endpoint": endpoint}
                hashed = hashlib.sha256(endpoint.encode()).hexdigest()
                rows.append(who | told | {"hash": hashed, "created_at": at, "seen_at": at, "failures": 0})
            session.connection().execute(insert(PushSubscription), rows)
        if session.get_bind().dialect.name == "postgresql":
            # It would count by itself soon, but that is off in tests, and without numbers it plans for empty tables.
            session.execute(text("ANALYZE"))


def _private() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def _parts(ids: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]


def _client(practice_id: str, one: str, at: datetime) -> dict[str, Any]:
    return {
        "practice_id": practice_id,
        "id": one,
        "name": "One of many",
        "timezone": ZONE,
        "language": "en",
        "language_at": at,
        "view_version": "0" * 32,
        "text_key": b"",
        "created_by": practice_id,
        "created_at": at,
    }


def _version(practice_id: str, one: str, at: datetime) -> dict[str, Any]:
    return {
        "practice_id": practice_id,
        "client_id": one,
        "number": 1,
        "id": one,
        "base_version": 0,
        "author_id": practice_id,
        "author_name": "",
        "reason": "",
        "created_at": at,
        "starts_on": (at - timedelta(days=30)).date().isoformat(),
        "days": ALL_DAYS,
        "due_days": ALL_DAYS,
        "dose_s": 300,
        "with_setup_s": 320,
        "warnings": [],
        "content_version": "",
        "items": [],
        "words": {},
    }


def _ahead(number: int, every: int, due: int, alike: bool) -> timedelta:
    """How long after the minute that is due the next time of one of them is."""
    if number % every == 0 and number // every < due:
        return timedelta()
    return DAY if alike else QUARTER * (1 + number * _APART % (DAY // QUARTER - 1))


def _reminder(practice_id: str, one: str, to: datetime, at: datetime) -> dict[str, Any]:
    # The zone of the crowd keeps its hours in the months of the tests, so that a day later is a day later.
    local = to.astimezone(ZoneInfo(ZONE))
    return {
        "practice_id": practice_id,
        "client_id": one,
        "timezone": ZONE,
        "follows_phone": True,
        "slots": [{"time": f"{local:%H:%M}", "days": ALL_DAYS, "enabled": True}],
        "next_due_at": to,
        "next_date": local.date().isoformat(),
        "next_slot": f"{local:%H:%M}",
        "tzdata": tzdata(),
        "changed_at": at,
    }


def _text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()
