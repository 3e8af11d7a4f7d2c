"""Whether the reminders of a therapist's clients arrive, and since when: for the whole list in three reads. And a test
that she sends to one client's phone while both look at it."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from pith.domain.accounts import Actor
from pith.domain.reminder_proof import Browsers, Chosen, Proof, Told, proof_of
from pith.services import reminders
from pith.services.clients import client_for
from pith.services.due import slots_of
from pith.services.transaction import AnySession, read
from pith.store import reminder_proof as store

_NO_BROWSER = Browsers()


def proofs(session: AnySession, practice_id: str) -> defaultdict[str, Proof]:
    """By client, inside the caller's transaction; `none` of somebody who never chose."""
    lines: defaultdict[str, list[Told]] = defaultdict(list)
    for row in store.runs(session, practice_id):
        lines[row.client_id].append(_told(row))
    browsers = {
        row.client_id: Browsers(row.living, row.seen_at, row.ended_at) for row in store.browsers(session, practice_id)
    }
    found: defaultdict[str, Proof] = defaultdict(lambda: Proof("none"))
    for row in store.chosen(session, practice_id):
        who = row.client_id
        on = any(slot.enabled and slot.days for slot in slots_of(row.slots))
        chosen = Chosen(on, row.calendar, row.changed_at)
        found[who] = proof_of(chosen, lines[who], browsers.get(who, _NO_BROWSER))
    return found


def send_test(session: AnySession, actor: Actor, now: datetime, client_id: str) -> str:
    """One to this client's phone now, counted with those that she sends herself; its id. Raises Invalid, NotFound."""
    return reminders.send_test(session, _herself(session, actor, client_id), now)


def fate(session: AnySession, actor: Actor, client_id: str, delivery_id: str) -> dict[str, Any]:
    """What became of one that was sent to this client. Raises NotFound."""
    return reminders.fate(session, _herself(session, actor, client_id), delivery_id)


def _herself(session: AnySession, actor: Actor, client_id: str) -> Actor:
    """The client, for whoever may set her reminders."""
    with read(session):
        client = client_for(session, actor, client_id, "remind")
        return Actor("client", client.practice_id, client.id, "", "client")


def _told(row: Row[Any]) -> Told:
    shown = row.shown_at is not None or row.opened_at is not None
    return Told(row.ended_at, shown or row.status == "done", shown, row.channel == "mail", row.reason)
