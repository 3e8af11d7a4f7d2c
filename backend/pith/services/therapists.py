"""A therapist's own place: her name, her password, and how the owner ends it when she leaves the practice."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import delete

from pith.domain import accounts as rules
from pith.domain import doors
from pith.domain.accounts import Actor
from pith.domain.errors import Invalid, NotAllowed, NotFound, Unauthenticated
from pith.services import accounts, passwords, sessions, tries
from pith.services.clients import keep_with_owner, touch_view
from pith.services.transaction import AnySession, read, write
from pith.services.tries import Visitor
from pith.store.accounts import ClientAccess, Invitation, Practice, Therapist, hold_therapist
from pith.store.inbox import forget_away

_WRONG = {"current_password": "This is not the password that you have now."}


class OwnerStays(NotAllowed):
    code = "owner_stays"
    message = "The owner of a practice cannot be taken out of it."


def change_me(
    session: AnySession, actor: Actor, now: datetime, visitor: Visitor, changes: dict[str, str]
) -> dict[str, Any]:
    """Takes any of `name`, `language` and `password`. A new password needs `current_password` and ends her other
    sign-ins.

    Returns who she is now. Raises Invalid, and RateLimited after ten wrong passwords. As at sign-in, no transaction
    is open while passwords are hashed.
    """
    name = rules.clean_name(changes["name"], "name") if "name" in changes else None
    hashed = stored = None
    if "password" in changes:
        stored = _proven(session, actor, now, visitor, changes["current_password"])
        hashed = _new_hash(session, actor, changes["password"], name)
    with write(session):
        row = hold_therapist(session, actor.practice_id, actor.id)
        if row is None:
            raise Unauthenticated()
        if hashed is not None:
            if row.password_hash != stored:
                raise Invalid(_WRONG)
            row.password_hash = hashed
            tries.give_back(session, [_tries_key(visitor, actor)])
            sessions.end_all(session, now, "therapist", row.practice_id, row.id, but=actor.session_id)
        row.language = changes.get("language", row.language)
        if name is not None:
            row.name = name
            session.flush()
            touch_view(session, row.practice_id)
    return accounts.me(session, actor)


def end_member(session: AnySession, actor: Actor, now: datetime, therapist_id: str) -> None:
    """Ends a colleague's access to the practice: her sign-ins, the clients she was given, and her open invitations
    (a link kept back would let her in as a client). What she wrote stays hers by name; the owner sees every client.

    Raises NotAllowed, OwnerStays, and NotFound for whoever is not, or no longer, in this practice.
    """
    rules.require(actor, "end_member", rules.Practice(actor.practice_id))
    with write(session):
        row = hold_therapist(session, actor.practice_id, therapist_id)
        if row is None:
            raise NotFound()
        if row.role == "owner":
            raise OwnerStays()
        leave(session, row, now)


def leave(session: AnySession, row: Therapist, at: datetime) -> None:
    """Everything that goes when a therapist leaves, inside the caller's transaction."""
    row.ended_at = at
    sessions.end_all(session, at, "therapist", row.practice_id, row.id)
    given = (ClientAccess.practice_id == row.practice_id, ClientAccess.therapist_id == row.id)
    session.execute(delete(ClientAccess).where(*given))
    keep_with_owner(session, row.practice_id, at)
    forget_away(session, row.practice_id, row.id)
    session.execute(
        delete(Invitation).where(Invitation.practice_id == row.practice_id, Invitation.created_by == row.id)
    )
    session.flush()
    touch_view(session, row.practice_id)


def _proven(session: AnySession, actor: Actor, now: datetime, visitor: Visitor, password: str) -> str:
    """The stored hash that this password opens. Raises Invalid or RateLimited."""
    tries.take(session, now, {_tries_key(visitor, actor): doors.PASSWORD_CHANGE})
    with read(session):
        stored = session.get_one(Therapist, (actor.practice_id, actor.id)).password_hash
    if not passwords.matches(stored, password):
        raise Invalid(_WRONG)
    return stored


def _new_hash(session: AnySession, actor: Actor, password: str, name: str | None) -> str:
    with read(session):
        row = session.get_one(Therapist, (actor.practice_id, actor.id))
        practice = session.get_one(Practice, actor.practice_id).name
        known = [row.email, row.email.partition("@")[0], row.name, name or row.name, practice, "pith"]
    rules.check_password(password, known)
    return passwords.hash_password(password)


def _tries_key(visitor: Visitor, actor: Actor) -> str:
    return visitor.hidden("password-change", actor.id)
