"""The therapist's record that she screened a client herself: it opens the program, and is ended but never deleted."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import uuid_utils

from pith.domain import screening as rules
from pith.domain.accounts import Actor
from pith.domain.days import local_date
from pith.domain.errors import IdTaken
from pith.domain.screening import Clearance, Gate, Policy
from pith.services.clients import client_for, touch_view
from pith.services.transaction import AnySession, write
from pith.store import answers
from pith.store import screening as store
from pith.store.accounts import Therapist, hold_client


def record(
    session: AnySession, actor: Actor, now: datetime, client_id: str, note: str, new_id: str | None = None
) -> dict[str, Any]:
    """Records a clearance, in place of an earlier one: `{by, at, note}`. Her phone pulls the opened program. `new_id`
    is the desk's: what is sent twice stands once. Raises IdTaken."""
    note, id_ = rules.clean_note(note), new_id or str(uuid_utils.uuid7())
    with write(session):
        client = client_for(session, actor, client_id, "screen")
        hold_client(session, client.practice_id, client.id)
        row = session.get(store.Clearance, (client.practice_id, client.id, id_))
        if row is None:
            store.end_clearance(session, client.practice_id, client.id, now)
            name = session.get_one(Therapist, (actor.practice_id, actor.id)).name
            row = store.Clearance(
                practice_id=client.practice_id,
                client_id=client.id,
                id=id_,
                by_id=actor.id,
                by_name=name,
                note=note,
                at=now,
            )
            session.add(row)
            touch_view(session, client.practice_id, client.id)
        elif row.note != note:
            raise IdTaken()
        return {"by": row.by_name, "at": row.at, "note": row.note}


def withdraw(session: AnySession, actor: Actor, now: datetime, policy: Policy, client_id: str) -> None:
    """Closes the program again; withdrawing twice changes nothing. It is news that makes every answer to a safety
    question old, for her own answers would keep the program open."""
    with write(session):
        client = client_for(session, actor, client_id, "screen")
        hold_client(session, client.practice_id, client.id)
        if store.end_clearance(session, client.practice_id, client.id, now):
            news = {
                "practice_id": client.practice_id,
                "client_id": client.id,
                "id": str(uuid_utils.uuid7()),
                "told_on": local_date(now, client.timezone).isoformat(),
                "at": now,
                "reask": [question.id for question in policy.intake if question.safety],
            }
            answers.insert_news(session, [news])
            touch_view(session, client.practice_id, client.id)


def clearance_of(session: AnySession, practice_id: str, client_id: str) -> Clearance | None:
    """The clearance in force, inside the caller's transaction."""
    row = store.clearance_in_force(session, practice_id, client_id)
    return None if row is None else Clearance(row.by_id, row.by_name, row.at, row.note)


def gate_of(session: AnySession, practice_id: str, client_id: str) -> Gate:
    """Whether this client may practise, inside the caller's transaction."""
    return rules.gate(clearance_of(session, practice_id, client_id))
