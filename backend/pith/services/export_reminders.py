"""Reminders in an export: what she chose, and what was sent to her. Browsers that take pushes name devices: those stay.

What therapists were told about her is theirs; the alerts themselves stand in the export.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import uuid_utils
from sqlalchemy import select

from pith.content.texts import Texts
from pith.domain.errors import Invalid
from pith.domain.reminders import check_choice
from pith.services import due
from pith.services.reminders import choice_of, for_phone
from pith.services.transaction import AnySession
from pith.store.accounts import Client
from pith.store.deliveries import Delivery
from pith.store.reminders import Reminder

Json = Mapping[str, Any]
_TOLD = (
    *("kind", "local_date", "slot", "timezone", "at", "not_after", "status", "channel", "reason", "tries"),
    *("ended_at", "shown_at", "opened_at"),
)


def reminders_in(session: AnySession, client: Client) -> dict[str, Any] | None:
    """Her choice as it stands, None where nothing was chosen. Inside the caller's transaction."""
    return for_phone(session, client.practice_id, client.id)


def deliveries_in(session: AnySession, client: Client) -> list[dict[str, Any]]:
    """What became of each line to her that is over. Inside the caller's transaction."""
    hers = Delivery.practice_id == client.practice_id, Delivery.recipient_id == client.id
    wanted = select(Delivery).where(*hers, Delivery.ended_at.is_not(None))
    rows = session.scalars(wanted.order_by(Delivery.at, Delivery.slot))
    return [{name: getattr(row, name) for name in _TOLD} for row in rows]


def faults_in(told: Json | None) -> dict[str, str]:
    """What is wrong with a choice in an export, by its field there."""
    try:
        if told is not None:
            check_choice(choice_of(told))
    except Invalid as error:
        return {f"export.reminders.{field}": why for field, why in error.fields.items()}
    return {}


def add_reminders(session: AnySession, client: Client, export: Json, now: datetime) -> None:
    """Takes both in, inside the caller's transaction: she is reminded again as soon as a browser of hers takes it."""
    mine = {"practice_id": client.practice_id, "client_id": client.id}
    told = export["reminders"]
    if told is not None:
        row = Reminder(**mine, **{**told, "changed_at": min(told["changed_at"], now)})
        due.place(row, now)
        session.add(row)
    session.add_all(
        Delivery(**mine, recipient_id=client.id, id=str(uuid_utils.uuid7()), **one) for one in export["deliveries"]
    )


def choice_rows(told: Json | None, texts: Texts, week: Callable[[Sequence[int]], str]) -> list[tuple[Any, ...]]:
    """What and value, for the page; nothing where nothing was chosen."""
    if told is None:
        return []
    say, quiet = texts.say, told["quiet"]
    slots = [
        (say("time"), f"{one['time']}, {week(one['days'])}" + ("" if one["enabled"] else f" ({say('no')})"))
        for one in told["slots"]
    ]
    return [
        *slots,
        (say("timezone"), told["timezone"]),
        (say("quiet_hours"), quiet and f"{quiet['from']}–{quiet['to']}"),
        (say("away_until"), told["away_until"]),
        (say("one_more"), told["follow_up_min"] and say("minutes", count=told["follow_up_min"])),
        (say("by_calendar"), told["calendar"]),
    ]


def delivery_rows(entries: Sequence[Json], texts: Texts) -> list[tuple[Any, ...]]:
    """When, what, what became of it, why, and when it was shown, for the page."""
    return [
        (
            _at(one["at"]),
            texts.value(one["kind"]),
            texts.value(f"line_{one['status']}"),
            one["reason"] and texts.value(f"why_{one['reason']}"),
            _at(one["shown_at"] or one["opened_at"]),
        )
        for one in entries
    ]


def _at(instant: datetime | None) -> str:
    return "" if instant is None else f"{instant.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
