"""How steadily one client practises, as the desk shows it with its formula."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from pith.domain import consistency as rules
from pith.domain.accounts import Actor
from pith.domain.days import local_date
from pith.services import progress
from pith.services.clients import client_for
from pith.services.rests import rests_of
from pith.services.transaction import AnySession, read
from pith.store import measures as store
from pith.store.programs import versions_newest_first


def consistency_of(session: AnySession, actor: Actor, now: datetime, client_id: str) -> dict[str, Any]:
    """The numbers of domain/consistency.py on the date that she lives now. Raises NotFound."""
    with read(session):
        client = client_for(session, actor, client_id)
        who = client.practice_id, client.id
        today = local_date(now, client.timezone)
        dates = rules.looked_at(today)
        sessions = store.told(session, *who, ["session"], dates[0].isoformat())
        reactions = store.told(session, *who, ["reaction"], dates[0].isoformat())
        rests = rests_of(session, client.practice_id, {client.id: client.timezone})[client.id]
        versions = versions_newest_first(session, *who)[::-1]
        due, told, off = progress.days_of(versions, sessions, progress.Setbacks(reactions, rests), dates)
        return {"today": today, **asdict(rules.consistency(today, due, told, off))}
