"""Practices and their therapists: sign-up, sign-in, who I am, colleagues, settings."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

import uuid_utils
from sqlalchemy import exists, select
from sqlalchemy.exc import IntegrityError

from pith.domain import accounts as rules
from pith.domain import doors
from pith.domain.accounts import Actor, PracticeSettings, Role
from pith.domain.errors import Invalid, NotAllowed, Unauthenticated
from pith.services import passwords, sessions, tries
from pith.services.clients import touch_view
from pith.services.invitations import welcome
from pith.services.transaction import AnySession, read, write
from pith.services.tries import Visitor
from pith.store.accounts import Client, Practice, Therapist, lock_practices, therapist_by_email

_NOBODY = {"email": "No therapist has this address."}
_EMAIL_TAKEN = {"email": "This address is in use already."}


class SignUpClosed(NotAllowed):
    code = "sign_up_closed"
    message = "This server has its practice already. Please ask whoever runs it to add you."


class WrongCredentials(Unauthenticated):
    code = "wrong_credentials"
    message = "E-mail address and password do not go together."


def sign_up(
    session: AnySession,
    now: datetime,
    visitor: Visitor,
    practice_name: str,
    timezone: str,
    person: dict[str, str],
    language: str | None = None,
) -> str:
    """The first practice and its owner (`person`: name, email, password). Returns her session token.

    `language` is hers, and her practice's.

    Raises SignUpClosed once a practice exists, and Invalid.
    """
    with read(session):
        _refuse_when_taken(session)
    practice_name = rules.clean_name(practice_name, "practice_name")
    ready = _prepared(person, practice_name)
    with write(session):
        lock_practices(session)
        _refuse_when_taken(session)
        practice = _add_practice(session, now, practice_name, timezone, language or rules.LANGUAGES[0])
        owner = _add_therapist(session, now, practice.id, "owner", ready)
        owner.language = language
        return sessions.open_session(session, now, "therapist", practice.id, owner.id, visitor.agent, None)


def add_practice(session: AnySession, now: datetime, practice_name: str, timezone: str, person: dict[str, str]) -> str:
    """A practice and its owner by the operator's hand, whatever else exists. Returns the practice's id."""
    practice_name = rules.clean_name(practice_name, "practice_name")
    ready = _prepared(person, practice_name)
    with write(session):
        practice = _add_practice(session, now, practice_name, timezone, rules.LANGUAGES[0])
        _add_therapist(session, now, practice.id, "owner", ready)
        return practice.id


def sign_in(
    session: AnySession,
    now: datetime,
    visitor: Visitor,
    email: str,
    password: str,
    replaces: str | None,
    language: str | None = None,
) -> str:
    """A session token for the right password. Raises WrongCredentials or RateLimited.

    An unknown address and a wrong password cost the same time and get the same answer. No transaction is open while
    the password is checked: on SQLite that would make every other writer wait. `replaces` is the token that this
    browser held before; it ends here. `language` is the page's: hers from now on, unless she has one already.
    """
    address = _address_or_nobody(email)
    keys = {
        visitor.hidden("sign-in-email", address): doors.SIGN_IN_PER_EMAIL,
        visitor.hidden("sign-in-address", visitor.address): doors.SIGN_IN_PER_ADDRESS,
    }
    tries.take(session, now, keys)
    with read(session):
        row = therapist_by_email(session, address)
        stored = row.password_hash if row else None
    if not passwords.matches(stored, password) or stored is None:
        raise WrongCredentials()
    fresh = passwords.hash_password(password) if passwords.outdated(stored) else stored
    with write(session):
        row = therapist_by_email(session, address, hold=True)
        if row is None or row.password_hash != stored:
            raise WrongCredentials()
        tries.give_back(session, list(keys))
        row.password_hash = fresh
        row.language = row.language or language
        sessions.end_replaced(session, now, replaces)
        return sessions.open_session(session, now, "therapist", row.practice_id, row.id, visitor.agent, None)


def me(session: AnySession, actor: Actor) -> dict[str, Any]:
    """Who is signed in: a therapist with her practice, or a client with her device."""
    with read(session):
        if actor.kind == "client":
            client = session.get(Client, (actor.practice_id, actor.id))
            if client is None:
                raise Unauthenticated()
            return welcome(session, client, actor.device_id) | {"id": client.id}
        row = session.get_one(Therapist, (actor.practice_id, actor.id))
        practice = session.get_one(Practice, actor.practice_id)
        return {
            "kind": "therapist",
            "id": row.id,
            "practice_id": row.practice_id,
            "name": row.name,
            "email": row.email,
            "role": row.role,
            "language": row.language,
            "practice": _practice(practice),
        }


def practice_of(session: AnySession, actor: Actor) -> dict[str, Any]:
    """`{id, name, timezone, settings}` of the therapist's own practice."""
    rules.require(actor, "see_practice", rules.Practice(actor.practice_id))
    with read(session):
        return _practice(session.get_one(Practice, actor.practice_id))


def change_practice(session: AnySession, actor: Actor, changes: dict[str, Any]) -> dict[str, Any]:
    """Takes any of `name`, `timezone`, `settings` (any of its four). Phones show some of it, so views change."""
    rules.require(actor, "set_practice", rules.Practice(actor.practice_id))
    with write(session):
        # Held, for settings are read, changed and written back whole.
        practice = session.get_one(Practice, actor.practice_id, with_for_update={"key_share": True})
        if "name" in changes:
            practice.name = rules.clean_name(changes["name"], "name")
        if "timezone" in changes:
            practice.timezone = changes["timezone"]
        if "settings" in changes:
            settings = replace(PracticeSettings(**practice.settings), **changes["settings"])
            rules.check_settings(settings)
            practice.settings = asdict(settings)
        session.flush()
        touch_view(session, practice.id)
        return _practice(practice)


def members(session: AnySession, actor: Actor) -> list[dict[str, Any]]:
    """The therapists of the practice: `[{id, name, email, role, created_at}]`."""
    rules.require(actor, "see_members", rules.Practice(actor.practice_id))
    with read(session):
        rows = session.scalars(
            select(Therapist)
            .where(Therapist.practice_id == actor.practice_id, Therapist.ended_at.is_(None))
            .order_by(Therapist.name, Therapist.id)
        ).all()
        return [_member(row) for row in rows]


def add_member(session: AnySession, actor: Actor, now: datetime, person: dict[str, str]) -> dict[str, Any]:
    """A second therapist, who sees the clients that she is given (`person`: name, email, password)."""
    rules.require(actor, "add_member", rules.Practice(actor.practice_id))
    return add_therapist(session, now, actor.practice_id, "member", person)


def add_therapist(
    session: AnySession, now: datetime, practice_id: str, role: Role, person: dict[str, str]
) -> dict[str, Any]:
    """A therapist of a practice, by whoever may: asked by `add_member` and by the operator's command."""
    ready = _prepared(person, "")
    with write(session):
        return _member(_add_therapist(session, now, practice_id, role, ready))


def reset_password(session: AnySession, now: datetime, email: str, password: str) -> None:
    """A new password by the operator's hand; every sign-in of that therapist ends. Raises Invalid."""
    address = rules.clean_email(email)
    with read(session):
        row = therapist_by_email(session, address)
        if row is None:
            raise Invalid(_NOBODY)
        name = row.name
    rules.check_password(password, [address, address.partition("@")[0], name])
    hashed = passwords.hash_password(password)
    with write(session):
        row = therapist_by_email(session, address, hold=True)
        if row is None:
            raise Invalid(_NOBODY)
        row.password_hash = hashed
        sessions.end_all(session, now, "therapist", row.practice_id, row.id)


def practices(session: AnySession) -> list[tuple[str, str]]:
    """`[(id, name)]` of every practice of this installation, oldest first; for the operator only."""
    with read(session):
        rows = session.execute(select(Practice.id, Practice.name).order_by(Practice.created_at, Practice.id))
        return [(row.id, row.name) for row in rows]


def _refuse_when_taken(session: AnySession) -> None:
    if session.scalar(select(exists().where(Practice.id.is_not(None)))):
        raise SignUpClosed()


def _prepared(person: dict[str, str], practice_name: str) -> dict[str, str]:
    """Cleaned and hashed, before any transaction. Raises Invalid with every field that needs another look."""
    wrong: dict[str, str] = {}
    ready: dict[str, str] = {}
    for field, clean in (("name", rules.clean_name), ("email", rules.clean_email)):
        try:
            ready[field] = clean(person[field], field)
        except Invalid as error:
            wrong |= error.fields
    known = [ready.get("email", ""), ready.get("email", "").partition("@")[0], ready.get("name", ""), practice_name]
    try:
        rules.check_password(person["password"], [*known, "pith"])
    except Invalid as error:
        wrong |= error.fields
    if wrong:
        raise Invalid(wrong)
    return ready | {"password_hash": passwords.hash_password(person["password"])}


def _add_practice(session: AnySession, now: datetime, name: str, timezone: str, language: str) -> Practice:
    practice = Practice(
        id=str(uuid_utils.uuid7()),
        name=name,
        timezone=timezone,
        settings=asdict(PracticeSettings(language=language)),
        created_at=now,
    )
    session.add(practice)
    session.flush()
    return practice


def _add_therapist(
    session: AnySession, now: datetime, practice_id: str, role: Role, ready: dict[str, str]
) -> Therapist:
    """Her row; whoever left this practice and comes back takes her old place, so that what she wrote is hers again."""
    row = session.scalars(select(Therapist).where(Therapist.email == ready["email"])).one_or_none()
    if row is None:
        row = Therapist(practice_id=practice_id, id=str(uuid_utils.uuid7()), created_at=now, **ready)
    elif row.ended_at is None or row.practice_id != practice_id:
        raise Invalid(_EMAIL_TAKEN)
    row.name, row.password_hash, row.role, row.ended_at = ready["name"], ready["password_hash"], role, None
    session.add(row)
    try:
        session.flush()
    except IntegrityError as error:  # somebody else was given this address in the same instant
        raise Invalid(_EMAIL_TAKEN) from error
    return row


def _address_or_nobody(email: str) -> str:
    """The address as stored; what is no address belongs to nobody, and is tried all the same for the same time."""
    try:
        return rules.clean_email(email)
    except Invalid:
        return "nobody"


def _practice(row: Practice) -> dict[str, Any]:
    settings = PracticeSettings(**row.settings)
    return {"id": row.id, "name": row.name, "timezone": row.timezone, "settings": asdict(settings)}


def _member(row: Therapist) -> dict[str, Any]:
    return {"id": row.id, "name": row.name, "email": row.email, "role": row.role, "created_at": row.created_at}
