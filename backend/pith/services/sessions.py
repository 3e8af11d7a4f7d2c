"""Sign-ins of browsers and phones: opaque tokens, of which only the hash is kept; listed and revoked at any time."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

import uuid_utils
from sqlalchemy import Row, delete, select, update

from pith.domain.accounts import Actor, Kind, PracticeSettings, Role
from pith.domain.days import local_date
from pith.domain.doors import CLIENT_SLIDING, THERAPIST_ABSOLUTE, is_live, touch_due
from pith.domain.doors import SignIn as Facts
from pith.domain.errors import NotFound
from pith.services.transaction import AnySession, read, write, write_if_able
from pith.store.accounts import Practice, SignIn, Therapist, sign_in_of
from pith.store.browsers import end_subscriptions
from pith.store.inbox import covers

LABEL_MAX = 200
TOKEN_BYTES = 32


@dataclass(frozen=True, slots=True)
class Found:
    """What a cookie turned out to be: a live actor, a phone whose place was closed, or (both None) nothing.

    `touched`: her time was prolonged just now, and so should be her cookie's. `row`: the look itself, which holds what
    a phone's pull needs of its client (`sign_in_of`).
    """

    actor: Actor | None = None
    closed: Actor | None = None
    touched: bool = False
    row: Row[Any] | None = None


NOTHING = Found()


def token_hash(token: str) -> str:
    """SHA-256 in hex. A plain hash will do: the token has 256 random bits, there is nothing to guess."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def open_session(
    session: AnySession, now: datetime, kind: Kind, practice_id: str, subject_id: str, label: str, device_id: str | None
) -> str:
    """A new sign-in inside the caller's transaction; returns the token, which is nowhere else afterwards."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    session.add(
        SignIn(
            token_hash=token_hash(token),
            id=str(uuid_utils.uuid7()),
            practice_id=practice_id,
            kind=kind,
            subject_id=subject_id,
            device_id=device_id,
            label=label[:LABEL_MAX],
            created_at=now,
            last_seen_at=now,
            expires_at=now + _life(kind),
        )
    )
    return token


def find(session: AnySession, now: datetime, token: str) -> Found:
    """Whoever holds this token. Notes at intervals that she was here, in a transaction of its own."""
    row = sign_in_of(session, token_hash(token))
    if row is None:
        return NOTHING
    if row.kind == "client":
        actor = Actor("client", row.practice_id, row.subject_id, row.id, "client", row.device_id)
        if row.revoked_at is not None:
            return Found(closed=actor)
        idle = CLIENT_SLIDING
    else:
        person = (
            therapist_now(session, row.practice_id, row.subject_id, row.id, now) if row.revoked_at is None else None
        )
        if person is None:
            return NOTHING
        actor, idle = person
    facts = Facts(actor.kind, row.created_at, row.last_seen_at, idle)
    if not is_live(facts, now):
        return NOTHING
    touched = touch_due(facts, now) and _touch(session, now, row.token_hash, actor.kind)
    return Found(actor=actor, touched=touched, row=row)


def therapist_now(
    session: AnySession, practice_id: str, therapist_id: str, session_id: str, now: datetime
) -> tuple[Actor, timedelta] | None:
    """Who a therapist is at this instant, with whom she stands in for, and how long her sign-in may rest; None where
    she has left. Inside the caller's transaction."""
    found = session.execute(
        select(Therapist.role, Practice.settings, Practice.timezone)
        .join(Practice, Practice.id == Therapist.practice_id)
        .where(Therapist.practice_id == practice_id, Therapist.id == therapist_id, Therapist.ended_at.is_(None))
    ).one_or_none()
    if found is None:
        return None
    role, today = cast(Role, found.role), local_date(now, found.timezone)
    standing_in = frozenset(one.therapist_id for one in covers(session, practice_id, therapist_id, today))
    actor = Actor("therapist", practice_id, therapist_id, session_id, role, covers=standing_in)
    return actor, timedelta(minutes=PracticeSettings(**found.settings).idle_minutes)


def _touch(session: AnySession, now: datetime, hashed: str, kind: Kind) -> bool:
    """False where it cannot be written now: her time goes on from when she was seen last."""
    seen: dict[str, Any] = {"last_seen_at": now}
    if kind == "client":
        seen["expires_at"] = now + CLIENT_SLIDING
    mark = update(SignIn).where(SignIn.token_hash == hashed).values(**seen)
    return write_if_able(session, "sign-ins are not prolonged", lambda: session.execute(mark))


def _life(kind: Kind) -> timedelta:
    return CLIENT_SLIDING if kind == "client" else THERAPIST_ABSOLUTE


def sign_out(session: AnySession, actor: Actor, now: datetime) -> None:
    """Ends the sign-in of this request; its token opens nothing afterwards, and no push comes to this browser."""
    with write(session):
        session.execute(delete(SignIn).where(SignIn.id == actor.session_id))
        door = actor.device_id or actor.session_id
        end_subscriptions(session, actor.practice_id, actor.id, now, door=door)


def end_replaced(session: AnySession, now: datetime, token: str | None) -> None:
    """Ends the therapist's sign-in that this browser held before, inside the caller's transaction.

    A client's place on this device stays: its phone may hold logs that are not sent yet.
    """
    if token:
        held = delete(SignIn).where(SignIn.token_hash == token_hash(token), SignIn.kind == "therapist")
        for one in session.execute(held.returning(SignIn.practice_id, SignIn.subject_id, SignIn.id)).all():
            end_subscriptions(session, one.practice_id, one.subject_id, now, door=one.id)


def own_sessions(session: AnySession, actor: Actor, now: datetime) -> list[dict[str, Any]]:
    """`[{id, label, created_at, last_seen_at, current}]` of this person's own live sign-ins, newest first."""
    with read(session):
        rows = session.scalars(
            select(SignIn)
            .where(*_own(actor), SignIn.revoked_at.is_(None), SignIn.expires_at > now)
            .order_by(SignIn.last_seen_at.desc())
        ).all()
        return [
            {
                "id": row.id,
                "label": row.label,
                "created_at": row.created_at,
                "last_seen_at": row.last_seen_at,
                "current": row.id == actor.session_id,
            }
            for row in rows
        ]


def end_own(session: AnySession, actor: Actor, now: datetime, sign_in_id: str) -> None:
    """Ends one of this person's own sign-ins. Raises NotFound for any other."""
    with write(session):
        ended = session.execute(
            update(SignIn)
            .where(*_own(actor), SignIn.id == sign_in_id, SignIn.revoked_at.is_(None))
            .values(revoked_at=now)
            .returning(SignIn.id, SignIn.device_id)
        ).all()
        if not ended:
            raise NotFound()
        for one in ended:
            end_subscriptions(session, actor.practice_id, actor.id, now, door=one.device_id or one.id)


def end_all(
    session: AnySession, now: datetime, kind: Kind, practice_id: str, subject_id: str, but: str | None = None
) -> None:
    """Revokes every sign-in of one person inside the caller's transaction (new password, end of access, erasure);
    `but` is the id of one that stays.

    The rows stay, without the device's name: a phone that comes back learns from them whose place was closed.
    """
    hers = (SignIn.practice_id == practice_id, SignIn.kind == kind, SignIn.subject_id == subject_id)
    session.execute(update(SignIn).where(*hers, SignIn.id != (but or "")).values(revoked_at=now, label=""))
    end_subscriptions(session, practice_id, subject_id, now, but=but)


def _own(actor: Actor) -> tuple[Any, ...]:
    return (
        SignIn.practice_id == actor.practice_id,
        SignIn.kind == actor.kind,
        SignIn.subject_id == actor.id,
    )
