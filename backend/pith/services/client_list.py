"""The therapist's list: one row a client, put together from what each noun knows of her."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pith.domain.accounts import Actor
from pith.services import progress
from pith.services.clients import visible_clients
from pith.services.transaction import AnySession, read
from pith.store.accounts import paired_ids
from pith.store.screening import screened_ids


def rows(session: AnySession, actor: Actor, now: datetime) -> list[dict[str, Any]]:
    """Every client that this therapist may see, by name, with how it goes."""
    with read(session):
        clients = visible_clients(session, actor)
        screened = screened_ids(session, actor.practice_id)
        paired = paired_ids(session, actor.practice_id, now)
        doing = progress.summaries(session, actor, now)
        return [
            {
                "id": client.id,
                "name": client.name,
                "timezone": client.timezone,
                "screened": client.id in screened,
                "paired": client.id in paired,
                "archived_at": client.archived_at,
                **doing[client.id],
            }
            for client in clients
        ]
