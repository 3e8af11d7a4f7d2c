"""A client's address for reminders: told by her, confirmed by whoever reads its mail, and turned off with one click.

The links in mails carry tokens that are made anew from the installation's key whenever a mail is written; the database
holds their hashes alone.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from datetime import datetime
from typing import Any, Literal

import uuid_utils

from pith.domain import mail as rules
from pith.domain.accounts import Actor
from pith.domain.days import local_date
from pith.domain.errors import Conflict, NotFound, Unauthenticated
from pith.services import tries
from pith.services.clients import client_for
from pith.services.transaction import AnySession, read, write
from pith.services.words import ClientKey
from pith.store import deliveries
from pith.store import mail as store
from pith.store.accounts import Client, Therapist, hold_client, hold_therapist
from pith.store.mail import ClientMail

SEALED_IN = "client_mail"
What = Literal["confirm", "off"]


class MailUnavailable(Conflict):
    code = "mail_unavailable"
    message = "This server sends no mail. Ask whoever runs it."


def ask(session: AnySession, actor: Actor, now: datetime, master: bytes, codes: bytes, address: str) -> dict[str, Any]:
    """Takes a client's own address and has a mail sent that asks for a yes. One that is confirmed already is not asked
    again. Raises Invalid, and RateLimited when this address or this client was asked often."""
    clean = rules.deliverable(address, "address")
    found = _found(session, actor, master)
    if found == {"state": "on", "address": clean}:
        return found
    keys = {f"mail-to:{tries.keyed_hash(codes, clean)}": rules.CONFIRM_PER_ADDRESS}
    keys[f"mail-by:{tries.keyed_hash(codes, actor.id)}"] = rules.CONFIRM_PER_CLIENT
    tries.take(session, now, keys)
    with write(session):
        client = client_for(session, actor, actor.id, "remind")
        hold_client(session, client.practice_id, client.id)
        _keep(session, client, now, master, clean, found["address"] == clean)
        session.flush()
        deliveries.enter(session, [_line(session, client, now)])
    return {"state": "unconfirmed", "address": clean}


def forget(session: AnySession, actor: Actor, now: datetime) -> None:
    """Forgets a client's own address; where there is none nothing changes."""
    with write(session):
        client = client_for(session, actor, actor.id, "remind")
        store.end(session, client.practice_id, client.id, now)


def state_of(session: AnySession, actor: Actor, client_id: str, master: bytes, available: bool) -> dict[str, Any]:
    """`{state, address}` of one client; her address is told to herself alone. Raises NotFound."""
    with read(session):
        client = client_for(session, actor, client_id, "remind")
        row = _living(session, client)
        state = rules.state_of(available, row is not None, row is not None and row.confirmed_at is not None)
        shown = row is not None and available and actor.kind == "client"
        return {"state": state, "address": address_in(master, client, row) if row and shown else None}


def confirm(session: AnySession, now: datetime, token: str) -> None:
    """The yes. Said twice it changes nothing. Raises NotFound for a link that opens nothing, or not any more."""
    with write(session):
        row = store.by_confirm(session, hash_of(token))
        if row is None or row.ended_at is not None:
            raise NotFound()
        if row.confirmed_at is None:
            if now - row.asked_at > rules.CONFIRM_LIFE:
                raise NotFound()
            row.confirmed_at, row.refusals = now, 0


def turn_off(session: AnySession, now: datetime, token: str) -> None:
    """The no, from a link in any mail; whatever the link, its mails are off afterwards."""
    with write(session):
        store.end_by_off(session, hash_of(token), now)


def language_behind(session: AnySession, token: str) -> str | None:
    """In which language the page behind a link of a mail speaks; None: the link is nobody's."""
    with read(session):
        return store.language_behind(session, hash_of(token))


def alerts_of(session: AnySession, actor: Actor, available: bool) -> dict[str, Any]:
    """A therapist's own: whether urgent alerts come by mail too, and what became of the newest one that was sent."""
    with read(session):
        row = session.get_one(Therapist, (actor.practice_id, actor.id))
        line = store.newest_alert(session, actor.practice_id, actor.id)
        last = None
        if line is not None:
            shown = line.shown_at or line.opened_at
            state = "shown" if shown else "accepted" if line.status == "done" else "failed"
            last = {"state": state, "at": shown or line.ended_at, "reason": line.reason}
        return {"mail": row.alerts_by_mail, "mail_available": available, "last": last}


def choose_alerts(session: AnySession, actor: Actor, mail: bool, available: bool) -> dict[str, Any]:
    """Whether a therapist's urgent alerts come by mail too. Raises Unauthenticated when she has just left."""
    with write(session):
        row = hold_therapist(session, actor.practice_id, actor.id)
        if row is None:
            raise Unauthenticated()
        row.alerts_by_mail = mail
    return alerts_of(session, actor, available)


def token_of(master: bytes, what: What, practice_id: str, client_id: str, serial: str) -> str:
    """256 bits that only this installation can make, the same each time."""
    text = f"mail-{what}|{practice_id}|{client_id}|{serial}".encode()
    return base64.urlsafe_b64encode(hmac.new(master, text, hashlib.sha256).digest()).decode().rstrip("=")


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def address_in(master: bytes, client: Any, row: Any) -> str:
    """`client` has `text_key`; `row`: `practice_id, client_id, serial, sealed`."""
    key = ClientKey(master, row.practice_id, row.client_id, client.text_key)
    return key.unseal(SEALED_IN, row.serial, row.sealed).decode()


def sealed_row(client: Client, now: datetime, master: bytes, address: str) -> dict[str, Any]:
    """What a table row holds of a new address that nobody has confirmed."""
    serial = str(uuid_utils.uuid7())
    key = ClientKey(master, client.practice_id, client.id, client.text_key)
    tokens = {what: token_of(master, what, client.practice_id, client.id, serial) for what in ("confirm", "off")}
    return {
        "serial": serial,
        "sealed": key.seal(SEALED_IN, serial, address.encode()),
        "confirm_hash": hash_of(tokens["confirm"]),
        "off_hash": hash_of(tokens["off"]),
        "asked_at": now,
        "confirmed_at": None,
        "ended_at": None,
        "refusals": 0,
    }


def _found(session: AnySession, actor: Actor, master: bytes) -> dict[str, Any]:
    return state_of(session, actor, actor.id, master, available=True)


def _living(session: AnySession, client: Client) -> ClientMail | None:
    row = session.get(ClientMail, (client.practice_id, client.id))
    return None if row is None or row.ended_at is not None else row


def _keep(session: AnySession, client: Client, now: datetime, master: bytes, address: str, same: bool) -> None:
    """The same address keeps its links, so that an older mail opens too; which local date had its mail stays known."""
    row = session.get(ClientMail, (client.practice_id, client.id))
    if row is not None and same and row.ended_at is None:
        row.asked_at = now
        return
    if row is None:
        row = ClientMail(practice_id=client.practice_id, client_id=client.id)
        session.add(row)
    for name, value in sealed_row(client, now, master, address).items():
        setattr(row, name, value)


def _line(session: AnySession, client: Client, now: datetime) -> dict[str, Any]:
    """The mail that asks. Its slot says for which address, so that one that was changed meanwhile is not sent."""
    day = local_date(now, client.timezone).isoformat()
    count = deliveries.count_of(session, client.practice_id, client.id, day, "confirm")
    row = session.get_one(ClientMail, (client.practice_id, client.id))
    return {
        "practice_id": client.practice_id,
        "client_id": client.id,
        "recipient_id": client.id,
        "local_date": day,
        "slot": f"confirm:{row.serial[-12:]}:{count + 1}",
        "id": str(uuid_utils.uuid7()),
        "kind": "confirm",
        "timezone": client.timezone,
        "at": now,
        "not_after": now + rules.CONFIRM_WORTH,
        "status": "due",
        "reason": None,
        "tries": 0,
        "ended_at": None,
    }
