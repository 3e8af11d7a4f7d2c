"""A client's address for mail in an export. It is hers alone, like her private notes; and whoever takes the export in
has to ask that mailbox for a yes, for a file can name anybody's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pith.domain.errors import Invalid
from pith.domain.mail import deliverable
from pith.services.mailing import address_in, sealed_row
from pith.services.transaction import AnySession
from pith.store.accounts import Client
from pith.store.mail import ClientMail

Json = Mapping[str, Any]


def mail_in(session: AnySession, client: Client, master: bytes, private: bool) -> dict[str, Any] | None:
    """The address and since when it is confirmed; None where there is none, and for everybody but her. Inside the
    caller's transaction."""
    row = session.get(ClientMail, (client.practice_id, client.id)) if private else None
    if row is None or row.ended_at is not None:
        return None
    return {"address": address_in(master, client, row), "asked_at": row.asked_at, "confirmed_at": row.confirmed_at}


def mail_faults(told: Json | None) -> dict[str, str]:
    """What is wrong with an address in an export, by its field there."""
    try:
        if told is not None:
            deliverable(told["address"], "export.mail.address")
    except Invalid as error:
        return error.fields
    return {}


def add_mail(session: AnySession, client: Client, told: Json | None, master: bytes, now: datetime) -> None:
    """Takes it in as one that nobody has confirmed here, inside the caller's transaction; nothing is sent. The time in
    which a yes is waited for begins now."""
    if told is None:
        return
    row = sealed_row(client, now, master, deliverable(told["address"], "export.mail.address"))
    session.add(ClientMail(practice_id=client.practice_id, client_id=client.id, **row))
