"""What tests of reminders share: a client who may practise today, put straight into the tables."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import uuid_utils

from pith.services.transaction import AnySession
from pith.store.accounts import Client
from pith.store.programs import ProgramVersion
from pith.store.screening import Clearance

EVERY_DAY = [0, 1, 2, 3, 4, 5, 6]


def with_program(session: AnySession, client: Any, at: datetime, number: int = 1, **more: Any) -> None:
    """A version for this client, inside the caller's transaction; `starts_on`, `days`, `items` as they are needed."""
    session.get_one(Client, (client.actor.practice_id, client.id)).programs_given = number
    told: dict[str, Any] = {"days": EVERY_DAY, "items": [{"days": None}], "starts_on": "2026-01-01"} | more
    session.add(
        ProgramVersion(
            practice_id=client.actor.practice_id,
            client_id=client.id,
            number=number,
            id=str(uuid_utils.uuid7()),
            base_version=number - 1,
            author_id=client.id,
            author_name="Owner",
            reason="Because",
            created_at=at,
            dose_s=300,
            with_setup_s=320,
            warnings=[],
            content_version="1",
            words={},
            **told,
        )
    )


def cleared(session: AnySession, client: Any, at: datetime) -> None:
    """A therapist's word that she may practise, inside the caller's transaction."""
    session.add(
        Clearance(
            practice_id=client.actor.practice_id,
            client_id=client.id,
            id="00000000-0000-7000-8000-00000000c001",
            by_id=client.id,
            by_name="Owner",
            note="",
            at=at,
        )
    )
