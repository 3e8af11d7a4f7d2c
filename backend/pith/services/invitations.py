"""How a phone comes in: a link in a QR code, or a short code from a browser that is in already."""

from __future__ import annotations

import hashlib
import io
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import segno
import uuid_utils
from sqlalchemy import delete, select, update

from pith.domain import doors
from pith.domain.accounts import Actor, ClientFile, can
from pith.domain.errors import NotAllowed, NotFound
from pith.services import sessions, tries
from pith.services.clients import client_for
from pith.services.transaction import AnySession, write
from pith.services.tries import Visitor, keyed_hash
from pith.store.accounts import Client, Invitation, Practice, SignIn, Therapist, TryCount, therapist_ids
from pith.store.sync import consent_version

TOKEN_BYTES = 16
_CODES_OF_ALL = "code-practice"


class InvitationInvalid(NotFound):
    """Used, expired and unknown look the same, so that nobody learns which codes exist."""

    code = "invitation_invalid"
    message = "This invitation does not work any more. Please ask your therapist for a new one."


@dataclass(frozen=True, slots=True)
class Device:
    """The phone that wants in. `id` is its own UUID when it has been here before."""

    id: str | None
    label: str


def invite(
    session: AnySession, actor: Actor, now: datetime, client_id: str, origin: str, opened_on_loopback: bool
) -> dict[str, Any]:
    """A link for one phone of this client: `{token, url, qr_svg, expires_at, installable, why_not}`.

    Earlier links and phones stay as they are: nothing is revoked by asking. The token stands in the fragment, which
    browsers send to nobody.
    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    expires_at = now + doors.INVITATION_LIFE
    with write(session):
        client = client_for(session, actor, client_id, "invite")
        session.add(_door(client, actor, now, "link", _link_hash(token), expires_at))
        language = client.language
    # The page that opens speaks the client's language before her phone knows anything else of her.
    url = f"{origin}/join?lang={language}#{token}"
    why_not = doors.why_no_install(origin.partition(":")[0], opened_on_loopback)
    return {
        "token": token,
        "url": url,
        "qr_svg": _qr(url),
        "expires_at": expires_at,
        "installable": why_not is None,
        "why_not": why_not,
    }


def hand_over(session: AnySession, actor: Actor, now: datetime, key: bytes) -> dict[str, Any]:
    """A code by which the signed-in client's other app (an iPhone's home screen) comes in: `{code, expires_at}`.

    A new code closes the client's earlier ones. `key` keeps the stored hash from being guessed (50 bits are few).
    """
    code = doors.code_from(secrets.token_bytes(7))
    expires_at = now + doors.CODE_LIFE
    with write(session):
        client = session.get(Client, (actor.practice_id, actor.id))
        if client is None:
            raise NotAllowed()
        session.execute(
            delete(Invitation).where(
                Invitation.practice_id == client.practice_id,
                Invitation.client_id == client.id,
                Invitation.kind == "code",
            )
        )
        session.execute(delete(TryCount).where(TryCount.key == _selector_key(key, code)))
        session.add(_door(client, actor, now, "code", keyed_hash(key, code), expires_at))
    return {"code": doors.shown_code(code), "expires_at": expires_at}


def pair_by_token(
    session: AnySession, now: datetime, visitor: Visitor, typed: str, device: Device
) -> tuple[str, dict[str, Any]]:
    """Lets a phone in by its link: (session token, what it must know). Raises InvitationInvalid or RateLimited."""
    keys = {visitor.hidden("link-address", visitor.address): doors.LINK_PER_ADDRESS}
    tries.take(session, now, keys)
    token = doors.read_token(typed)
    with write(session):
        door = _claim(session, now, "link", _link_hash(token)) if token else None
        if door is None or not _may_still_invite(session, now, door):
            raise InvitationInvalid()
        tries.give_back(session, list(keys))
        return _let_in(session, now, door, device)


def pair_by_code(
    session: AnySession, now: datetime, visitor: Visitor, typed: str, device: Device
) -> tuple[str, dict[str, Any]]:
    """Lets a phone in by a hand-over code: (session token, what it must know). Raises as above.

    Three limits hold before anything is looked up: per address, over all codes, and five per code. A wrong code counts
    against every code that begins with the same four characters, so that guessing one kills it.
    """
    keys = {
        visitor.hidden("code-address", visitor.address): doors.CODE_PER_ADDRESS,
        _CODES_OF_ALL: doors.CODE_PER_PRACTICE,
    }
    tries.take(session, now, keys)
    code = doors.read_code(typed)
    if code is None:
        raise InvitationInvalid()
    selector = _selector_key(visitor.key, code)
    if _is_dead(session, now, selector):
        raise InvitationInvalid()
    with write(session):
        door = _claim(session, now, "code", keyed_hash(visitor.key, code))
        if door is None:
            raise InvitationInvalid()
        tries.give_back(session, [*keys, selector])
        return _let_in(session, now, door, device)


def _is_dead(session: AnySession, now: datetime, selector: str) -> bool:
    """Counts a try on the codes with this beginning; True when they have had their five."""
    with write(session):
        return tries.take_inside(session, now, selector, doors.TRIES_PER_CODE) > 0


def _claim(session: AnySession, now: datetime, kind: str, secret_hash: str) -> Invitation | None:
    """Uses the door up in one guarded statement, so that two phones at the same instant cannot both come in."""
    claimed = (
        update(Invitation)
        .where(
            Invitation.secret_hash == secret_hash,
            Invitation.kind == kind,
            Invitation.used_at.is_(None),
            Invitation.expires_at > now,
        )
        .values(used_at=now)
        .returning(Invitation)
    )
    return session.scalars(claimed).one_or_none()


def _may_still_invite(session: AnySession, now: datetime, door: Invitation) -> bool:
    """A link lets somebody in as the client: it opens for as long as whoever made it may see her. Who stood in for a
    colleague keeps none back."""
    maker = sessions.therapist_now(session, door.practice_id, door.created_by, "", now)
    if maker is None:
        return False
    given = therapist_ids(session, door.practice_id, door.client_id)
    return can(maker[0], "invite", ClientFile(door.practice_id, door.client_id, given))


def _let_in(session: AnySession, now: datetime, door: Invitation, device: Device) -> tuple[str, dict[str, Any]]:
    client = session.get_one(Client, (door.practice_id, door.client_id))
    device_id = device.id or str(uuid_utils.uuid7())
    session.execute(
        delete(SignIn).where(
            SignIn.practice_id == client.practice_id,
            SignIn.kind == "client",
            SignIn.subject_id == client.id,
            SignIn.device_id == device_id,
        )
    )
    token = sessions.open_session(session, now, "client", client.practice_id, client.id, device.label, device_id)
    return token, welcome(session, client, device_id)


def welcome(session: AnySession, client: Client, device_id: str | None) -> dict[str, Any]:
    """What a phone must know to begin: the client, her practice and therapist, and the consent on record."""
    practice = session.get_one(Practice, client.practice_id)
    return {
        "kind": "client",
        "client_id": client.id,
        "practice_id": client.practice_id,
        "device_id": device_id,
        "name": client.name,
        "timezone": client.timezone,
        "language": client.language,
        "practice_name": practice.name,
        "therapist_name": session.scalar(
            select(Therapist.name).where(
                Therapist.practice_id == client.practice_id,
                Therapist.id == client.created_by,
                Therapist.ended_at.is_(None),
            )
        )
        or practice.name,
        "consent_version": consent_version(session, client.practice_id, client.id),
    }


def _door(client: Client, actor: Actor, now: datetime, kind: str, secret_hash: str, expires_at: datetime) -> Invitation:
    return Invitation(
        practice_id=client.practice_id,
        id=str(uuid_utils.uuid7()),
        client_id=client.id,
        kind=kind,
        secret_hash=secret_hash,
        created_by=actor.id,
        created_at=now,
        expires_at=expires_at,
    )


def _link_hash(token: str) -> str:
    """Plain SHA-256 will do for 128 random bits."""
    return hashlib.sha256(token.encode()).hexdigest()


def _selector_key(key: bytes, code: str) -> str:
    return f"code:{keyed_hash(key, 'selector:' + code[: doors.SELECTOR_LENGTH])}"


def _qr(url: str) -> str:
    """An SVG of its own (the page shows it as a blob image); error level M reads from a bright screen."""
    out = io.BytesIO()
    segno.make(url, error="m", micro=False).save(
        out, kind="svg", scale=8, border=4, xmldecl=False, svgclass=None, lineclass=None, omitsize=True
    )
    return out.getvalue().decode()
