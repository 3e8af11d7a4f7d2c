"""The therapist's list: one row a client, put together from what each noun knows of her."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pith.domain.accounts import Actor
from pith.services import intake, progress, red_flags, reminder_proof
from pith.services.clients import visible_clients
from pith.services.languages import language_of
from pith.services.transaction import AnySession, read
from pith.store.accounts import paired_ids
from pith.store.screening import screened_ids

if TYPE_CHECKING:
    from pith.content.loader import Content


def rows(session: AnySession, actor: Actor, now: datetime, content: Content, master: bytes) -> list[dict[str, Any]]:
    """Every client that this therapist may see, with how it goes: a red flag that stands first, else by name."""
    with read(session):
        clients = visible_clients(session, actor)
        screened = screened_ids(session, actor.practice_id)
        paired = paired_ids(session, actor.practice_id, now)
        asked = intake.asked_of_all(session, content.policy, master, actor.practice_id, clients, now)
        safety = {asks.id for asks in content.policy.intake if asks.safety}
        doing = progress.summaries(session, actor, now)
        red = red_flags.standing(session, content, actor.practice_id, language_of(session, actor))
        proofs = reminder_proof.proofs(session, actor.practice_id)
        found = [
            {
                "id": client.id,
                "name": client.name,
                "timezone": client.timezone,
                "red_flag": red.get(client.id),
                "screened": client.id in screened,
                "safety": {
                    "open": asked[client.id].open,
                    "due": sum(one.question in safety for one in asked[client.id].due),
                },
                "paired": client.id in paired,
                "reminders": proofs[client.id],
                "archived_at": client.archived_at,
                **doing[client.id],
            }
            for client in clients
        ]
        return sorted(found, key=_urgent, reverse=True)


def _urgent(row: Mapping[str, Any]) -> tuple[bool, str]:
    """When the newest red flag arrived; the order of those without one stays."""
    red = row["red_flag"]
    return (red is not None, red["received_at"].isoformat() if red else "")
