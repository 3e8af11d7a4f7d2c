"""Who is told of what between the reminders: a client of a new program or an answer, therapists of urgent alerts.

Both write lines into the ledger inside the caller's transaction, so that what is told and what is so never part; the
worker sends them within seconds. What has changed by then is looked at once more (`over`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time
from typing import Any, Protocol

import uuid_utils

from pith.domain import news as rules
from pith.domain.days import local_date
from pith.domain.news import Last, News, Placed
from pith.domain.reminders import Quiet
from pith.services.transaction import AnySession
from pith.store import deliveries
from pith.store import telling as store
from pith.store.accounts import Client, Practice, hold_client
from pith.store.deliveries import Delivery
from pith.store.reminders import Reminder


class Told(Protocol):
    """What is looked at of a line before it goes out."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def client_id(self) -> str | None: ...
    @property
    def recipient_id(self) -> str: ...
    @property
    def slot(self) -> str: ...


def tell_client(session: AnySession, practice_id: str, client_id: str, what: News, now: datetime) -> None:
    """Tells a client of something new: at once, or together with what else came within five minutes, and not in her
    quiet hours. Who has no phone yet, or is put away, is told nothing. Inside the caller's transaction."""
    hold_client(session, practice_id, client_id)
    client = session.get_one(Client, (practice_id, client_id))
    if client.archived_at is not None or not store.has_phone(session, practice_id, client_id, now):
        return
    row = store.newest_news(session, practice_id, client_id)
    placed = rules.place(what, None if row is None else _last(row), now)
    if row is not None and placed.joins:
        row.slot, row.not_after = _slot(placed.says, row.id), max(row.at, now) + rules.WORTH
        session.flush()
        return
    chosen = session.get(Reminder, (practice_id, client_id))
    deliveries.enter(session, [_news(client, chosen, placed)])


def tell_therapists(
    session: AnySession, who: tuple[str, str], now: datetime, alerts: Sequence[Mapping[str, Any]]
) -> None:
    """Tells everybody who may see this client of the urgent ones among alerts that were just written: red flags at
    once, of many stops the first at once. Inside the caller's transaction."""
    urgent = [one for one in alerts if one["level"] in rules.AT_ONCE and one["withdrawn_at"] is None]
    if not urgent:
        return
    practice_id, client_id = who
    zone = session.get_one(Practice, practice_id).timezone
    people = sorted(therapist_id for _, therapist_id in _who_may_see(session, [client_id], now))
    last = store.newest_alerts(session, practice_id, client_id, people)
    rows = []
    for one in urgent:
        slot = rules.slot_of_alert(client_id, one["cause"], one["source_id"])
        for person in people:
            at = rules.alert_at(one["level"], last.get(person), now)
            rows.append(_row(who, person, zone, slot, "alert", at))
    if rows:
        deliveries.enter(session, rows)


def over(session: AnySession, lines: Iterable[Told], now: datetime) -> dict[str, str]:
    """Why news and alerts among these lines are not sent any more, by the line's id: `ended` (she is no client here,
    or the therapist may not see her now) or `withdrawn` (it was taken back, or somebody has dealt with it). Inside the
    caller's transaction."""
    told = [line for line in lines if line.kind in ("news", "alert") and line.client_id is not None]
    clients = sorted({line.client_id for line in told if line.client_id is not None})
    if not clients:
        return {}
    seen = _who_may_see(session, clients, now)
    here = {client_id for client_id, _ in seen}  # every client has an owner
    standing = {
        rules.slot_of_alert(row.client_id, row.cause, row.source_id)
        for row in store.standing_alerts(session, clients, rules.AT_ONCE)
    }
    found = {}
    for line in told:
        if line.client_id not in here or (line.kind == "alert" and (line.client_id, line.recipient_id) not in seen):
            found[line.id] = "ended"
        elif line.kind == "alert" and line.slot not in standing:
            found[line.id] = "withdrawn"
    return found


def _who_may_see(session: AnySession, clients: Sequence[str], now: datetime) -> set[tuple[str, str]]:
    """(client, therapist) of all who may see one of these clients now, those included who stand in for a colleague."""
    seen = {(row.client_id, row.therapist_id) for row in store.who_may_see(session, clients)}
    return seen | {
        (row.client_id, row.therapist_id)
        for row in store.who_stands_in(session, clients)
        if row.first_day <= local_date(now, row.timezone).isoformat() <= row.last_day
    }


def _last(row: Delivery) -> Last:
    return Last(row.slot.partition(":")[0], row.at, row.status == "due")


def _news(client: Client, chosen: Reminder | None, placed: Placed) -> dict[str, Any]:
    zone = client.timezone if chosen is None else chosen.timezone
    quiet = None if chosen is None or chosen.quiet is None else _quiet(chosen.quiet)
    at = rules.once_not_quiet(placed.at, quiet, zone)
    row = _row((client.practice_id, client.id), client.id, zone, "", "news", at)
    return row | {"slot": _slot(placed.says, row["id"])}


def _slot(says: str, line_id: str) -> str:
    """What it says, which the ways out read, and what makes it one of its own."""
    return f"{says}:{line_id[-12:]}"


def _quiet(told: Mapping[str, str]) -> Quiet:
    return Quiet(time.fromisoformat(told["from"]), time.fromisoformat(told["to"]))


def _row(who: tuple[str, str], recipient_id: str, zone: str, slot: str, kind: str, at: datetime) -> dict[str, Any]:
    return {
        "practice_id": who[0],
        "client_id": who[1],
        "recipient_id": recipient_id,
        "local_date": local_date(at, zone).isoformat(),
        "slot": slot,
        "id": str(uuid_utils.uuid7()),
        "kind": kind,
        "timezone": zone,
        "at": at,
        "not_after": at + rules.WORTH,
        "status": "due",
        "reason": None,
        "tries": 0,
        "ended_at": None,
    }
