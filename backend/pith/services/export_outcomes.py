"""How alerts were closed, and opened again, in an export: beside the alert that each is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from pith.services.transaction import AnySession
from pith.store.accounts import Client
from pith.store.inbox import AlertOutcome

Json = Mapping[str, Any]
_OWN = ("number", "outcome", "at")


def outcomes_in(session: AnySession, client: Client) -> defaultdict[tuple[str, str], list[dict[str, Any]]]:
    """By cause and source, in order. Inside the caller's transaction."""
    mine = AlertOutcome.practice_id == client.practice_id, AlertOutcome.client_id == client.id
    found: defaultdict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in session.scalars(select(AlertOutcome).where(*mine).order_by(AlertOutcome.number)):
        said = {name: getattr(row, name) for name in _OWN}
        found[row.cause, row.source_id].append(said | {"by": {"id": row.by_id, "name": row.by_name}})
    return found


def outcome_faults(alerts: Sequence[Json]) -> dict[str, str]:
    """What is wrong with them, by its field in the export: an alert is closed before it is opened again."""
    return {
        f"export.alerts.{place}.outcomes": "Each must be there once, and in order."
        for place, one in enumerate(alerts)
        if [said["number"] for said in one["outcomes"]] != list(range(1, len(one["outcomes"]) + 1))
    }


def add_outcomes(session: AnySession, client: Client, alerts: Sequence[Json]) -> None:
    """Takes them in as they were, inside the caller's transaction, after the alerts themselves."""
    mine = {"practice_id": client.practice_id, "client_id": client.id}
    session.add_all(
        AlertOutcome(
            **mine,
            cause=one["cause"],
            source_id=one["source_id"],
            **{name: said[name] for name in _OWN},
            by_id=said["by"]["id"],
            by_name=said["by"]["name"],
        )
        for one in alerts
        for said in one["outcomes"]
    )
