"""A therapist's inbox: what needs her, why and since when; closing it with an outcome, and opening it again.

What stands in it are the alerts that nobody took back. An outcome is a row: nothing is edited, and who did what stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row

from pith.domain.accounts import Actor
from pith.domain.days import in_utc, local_date
from pith.domain.errors import NotFound
from pith.domain.inbox import RANKS, Outcome
from pith.services.clients import client_for, touch_view
from pith.services.inbox_rows import Names, closed_item, item_of, since_of
from pith.services.languages import language_of
from pith.services.transaction import AnySession, read, write
from pith.services.words import ClientKey
from pith.store import inbox as store
from pith.store import inbox_past as past
from pith.store.accounts import Practice, Therapist, seen_by
from pith.store.practice import Alert
from pith.store.progress import clients_here

if TYPE_CHECKING:
    from pith.content.loader import Content

# What the phone shows as read once it is closed.
_READ_BY_CLOSING = frozenset({"question", "note"})
# More than these are in the export alone.
_MOST_ALERTS = 1000
# Of what a phone may tell day after day, or all at once after months, the newest stands for all that wait.
_NEWEST_ALONE = frozenset({"strong_pain"})
_ORDER = {rank: place for place, rank in enumerate(RANKS)}


def page(session: AnySession, actor: Actor, now: datetime, content: Content, master: bytes) -> dict[str, Any]:
    """`{items, closed_today, covering, counts}`: what waits by rank, within a rank what waits longest first."""
    with read(session):
        seen = seen_by(actor.practice_id, actor.whose)
        names = Names(content, language_of(session, actor))
        own = set(store.clients_of(session, actor.practice_id, actor.id))
        keys: dict[str, ClientKey] = {}
        items = []
        for group in _together(store.open_alerts(session, seen)):
            row = group[0]
            if row.archived_at is not None and row.level != "urgent":
                continue
            key = keys.setdefault(row.client_id, ClientKey(master, actor.practice_id, row.client_id, row.text_key))
            items.append({**_of_all(item_of(row, key, names), group, names), "mine": row.client_id in own})
        today = _today(session, actor, now)
        done = _together(past.closed_since(session, seen, _begins(session, actor, now)))
        closed = [_of_all(closed_item(group[0], names), group, names) for group in done]
        covering = [
            {"therapist_id": row.therapist_id, "name": row.name, "until": row.last_day}
            for row in store.covers(session, actor.practice_id, actor.id, today)
        ]
        here = clients_here(session, actor.practice_id, actor.whose)
    items.sort(key=lambda item: (_ORDER[item["rank"]], item["since"], item["id"]))
    waiting = {item["client"]["id"] for item in items}
    counts = {"open": len(items), "clients": len(waiting), "fine": len(here - waiting), "closed_today": len(closed)}
    return {"items": items, "closed_today": closed, "covering": covering, "counts": counts}


def of_client(session: AnySession, actor: Actor, content: Content, client_id: str) -> list[dict[str, Any]]:
    """What needed somebody about one client, the newest first, and how it was closed. Raises NotFound."""
    with read(session):
        client = client_for(session, actor, client_id, "see")
        names = Names(content, language_of(session, actor))
        rows = past.alerts_of(session, client.practice_id, client.id, _MOST_ALERTS)
        return [{**closed_item(row, names), "source_id": row.source_id} for row in rows]


def close(session: AnySession, actor: Actor, now: datetime, item_id: str, outcome: Outcome) -> None:
    """Closes one item; where it is closed already nothing changes. Raises NotFound."""
    with write(session):
        alert, by = _alert_for(session, actor, item_id), _signed(session, actor)
        _close(session, alert, outcome, by, now)
        if alert.cause in _NEWEST_ALONE:
            for older in store.as_old_as(session, alert):
                _close(session, older, outcome, by, now)
        for other in _made_with(session, alert):
            _close(session, other, outcome, by, now)


def reopen(session: AnySession, actor: Actor, now: datetime, item_id: str) -> None:
    """Puts a closed item back; where it waits anyhow nothing changes. Raises NotFound."""
    with write(session):
        alert, by = _alert_for(session, actor, item_id), _signed(session, actor)
        for one in (alert, *_made_with(session, alert)):
            number = store.newest_number(session, one)
            if number % 2 and store.add_outcome(session, one, number + 1, store.REOPENED, by, now):
                _note_read(session, one)


def close_about(
    session: AnySession, actor: Actor, now: datetime, client_id: str, source_id: str, outcome: Outcome
) -> None:
    """Closes what waits about one log or decision, because she has just dealt with it elsewhere at the desk. Inside the
    caller's transaction."""
    for alert in store.alerts_about(session, actor.practice_id, client_id, source_id):
        _close(session, alert, outcome, _signed(session, actor), now)


def _together(rows: Sequence[Row[Any]]) -> list[list[Row[Any]]]:
    """What is one thing to deal with, the newest first in each."""
    groups: dict[tuple[Any, ...], list[Row[Any]]] = {}
    for row in rows:
        groups.setdefault(_thing(row), []).append(row)
    return [sorted(group, key=lambda row: (since_of(row), row.source_id), reverse=True) for group in groups.values()]


def _thing(one: Row[Any] | Alert) -> tuple[Any, ...]:
    """By what alerts are one thing: one practice may take a step back in several techniques by one rule."""
    if one.cause in _NEWEST_ALONE:
        return one.client_id, one.cause
    if one.cause == "dose":
        return one.client_id, one.cause, one.detail.get("rule"), one.created_at
    return one.client_id, one.cause, one.source_id


def _of_all(item: dict[str, Any], group: Sequence[Row[Any]], names: Names) -> dict[str, Any]:
    """An item that names every technique that it is about."""
    if item["cause"] == "dose" and len(group) > 1:
        named = [names.technique(row.detail.get("target")) for row in group]
        item["why"]["technique"] = ", ".join(sorted(name for name in named if name))
    return item


def _made_with(session: AnySession, alert: Alert) -> list[Alert]:
    """The other alerts that stand in the inbox as one thing with it."""
    if alert.cause != "dose":
        return []
    return [one for one in store.made_with(session, alert) if _thing(one) == _thing(alert)]


def _close(session: AnySession, alert: Alert, outcome: str, by: tuple[str, str], now: datetime) -> None:
    number = store.newest_number(session, alert)
    if number % 2 == 0 and store.add_outcome(session, alert, number + 1, outcome, by, now):
        _note_read(session, alert)


def _note_read(session: AnySession, alert: Alert) -> None:
    if alert.cause in _READ_BY_CLOSING:
        touch_view(session, alert.practice_id, alert.client_id)


def _alert_for(session: AnySession, actor: Actor, item_id: str) -> Alert:
    client_id, _, rest = item_id.partition(":")
    cause, _, source_id = rest.partition(":")
    client = client_for(session, actor, client_id, "see")
    alert = store.alert_of(session, client.practice_id, client.id, cause, source_id)
    if alert is None or alert.withdrawn_at is not None:
        raise NotFound()
    return alert


def _signed(session: AnySession, actor: Actor) -> tuple[str, str]:
    return actor.id, session.get_one(Therapist, (actor.practice_id, actor.id)).name


def _today(session: AnySession, actor: Actor, now: datetime) -> Any:
    return local_date(now, session.get_one(Practice, actor.practice_id).timezone)


def _begins(session: AnySession, actor: Actor, now: datetime) -> datetime:
    """When this day began where the practice is."""
    zone = ZoneInfo(session.get_one(Practice, actor.practice_id).timezone)
    return in_utc(datetime.combine(now.astimezone(zone).date(), time.min, zone))
