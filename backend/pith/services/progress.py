"""How each client is doing, in the numbers of the therapist's list. A handful of queries for the whole list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import orjson
from sqlalchemy import Row

from pith.domain.accounts import Actor
from pith.domain.days import Sighting, corrected, last_days, local_date, read_instant, skipped_dates, window_start
from pith.domain.practice import (
    Due,
    Entry,
    Reaction,
    Rest,
    Session,
    days_kept,
    last_practised,
    latest_pain,
    pause_dates,
    practised_dates,
    reaction_dates,
    stops_in,
)
from pith.domain.programs import in_force
from pith.services.rests import rests_of
from pith.services.transaction import AnySession
from pith.store import progress as store

KEPT_DAYS = 14
STOPPED_DAYS = 28  # a stop that is older than this no longer leads the list
LOOK_BACK = 20  # sessions looked at of somebody who has been quiet for longer than the window


@dataclass(frozen=True, slots=True)
class _Version:
    number: int
    starts_on: date
    created_at: datetime
    days: tuple[int, ...]
    items: tuple[_Item, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    technique_id: str
    days: tuple[int, ...] | None
    dose_s: int


def summaries(session: AnySession, actor: Actor, now: datetime) -> dict[str, dict[str, Any]]:
    """For each client this therapist may see, by id, inside the caller's transaction: `{last_practised_on,
    days_kept_14: {kept, prescribed}, pain, unread, program_number, fetched, stopped}` as in her list."""
    practice_id = actor.practice_id
    first = window_start(now).isoformat()
    told = _by_client(store.sessions_since(session, practice_id, actor.whose, first))
    versions = _by_client(store.versions(session, practice_id, actor.whose))
    reactions = _by_client(store.reactions_since(session, practice_id, actor.whose, first))
    clients = store.clients(session, practice_id, actor.whose)
    rests = rests_of(session, practice_id, {client.id: client.timezone for client in clients})
    unread = store.unread(session, practice_id, actor.whose, actor.id)
    held = _fetched_by_client(store.programs_fetched(session, practice_id))
    stopped = _stops(store.hurts(session, practice_id, actor.whose, now - timedelta(days=STOPPED_DAYS)))
    return {
        client.id: {
            **_practised(
                session,
                practice_id,
                client,
                now,
                told[client.id],
                versions[client.id],
                Setbacks(reactions[client.id], rests[client.id]),
            ),
            "unread": unread.get(client.id, 0),
            "program_number": versions[client.id][-1].number if versions[client.id] else None,
            "fetched": held.get(client.id),
            "stopped": stopped.get(client.id),
        }
        for client in clients
    }


@dataclass(frozen=True, slots=True)
class Setbacks:
    """What speaks for days off, beside travel: answers of the day after (rows with their `body`), and rests."""

    reactions: Sequence[Row[Any]]
    rests: Sequence[Rest]


@dataclass(frozen=True, slots=True)
class Lately:
    """The last weeks of one client: on which dates something was prescribed (days off taken out), what she practised,
    and the local date on which a phone of hers first held a program, None where none does."""

    client_id: str
    today: date
    began: date | None
    due: frozenset[date]
    sessions: tuple[Session, ...]


def lately(
    session: AnySession, practice_id: str, now: datetime, days: int, only: Collection[str] | None = None
) -> list[Lately]:
    """Of these clients of a practice (None: of all), inside the caller's transaction; what was due reaches `days`
    back."""
    first = window_start(now).isoformat()
    told = _by_client(store.sessions_since(session, practice_id, None, first, only))
    versions = _by_client(store.versions(session, practice_id, None, only))
    reactions = _by_client(store.reactions_since(session, practice_id, None, first, only))
    held = _by_client(store.programs_fetched(session, practice_id, only))
    clients = store.clients(session, practice_id, None, only)
    rests = rests_of(session, practice_id, {client.id: client.timezone for client in clients})
    found = []
    for client in clients:
        mine, today = client.id, local_date(now, client.timezone)
        setbacks = Setbacks(reactions[mine], rests[mine])
        due, sessions, off = days_of(versions[mine], told[mine], setbacks, last_days(today, days))
        began = min((_told_at(row) for row in held[mine]), default=None)
        since = None if began is None else local_date(began, client.timezone)
        found.append(Lately(mine, today, since, frozenset(due) - off, tuple(sessions)))
    return found


def sessions_between(session: AnySession, practice_id: str, client_id: str, first: date, last: date) -> list[Session]:
    """What one client practised on these local dates, both included; in the caller's transaction."""
    span = first.isoformat(), last.isoformat()
    return [_session(row) for row in store.sessions_between(session, practice_id, client_id, *span)]


def fetched(session: AnySession, practice_id: str, client_id: str) -> dict[str, Any] | None:
    """`{number, at}`: the highest version of one client's program that her phones hold, and when the first of them had
    it; runs inside the caller's transaction."""
    return _fetched_by_client(store.programs_fetched(session, practice_id, [client_id])).get(client_id)


def stops_before(session: AnySession, practice_id: str, client_id: str, before: datetime) -> list[tuple[str, datetime]]:
    """Id and arrival of what one client had told by then that rests a technique; in the caller's transaction."""
    rows = store.may_stop(session, practice_id, client_id, before)
    return [(row.id, row.received_at) for row in rows if stops_in(orjson.loads(row.body))]


def days_of(
    versions: Sequence[Any], sessions: Sequence[Row[Any]], setbacks: Setbacks, window: Sequence[date]
) -> tuple[dict[date, Due], list[Session], frozenset[date]]:
    """What each date of the window asked one client for, what she practised, and the dates that count neither as kept
    nor as missed though something was prescribed; out of all of her versions in order, and of what she told and did not
    take back."""
    due, told = _due_by_date(versions, window), [_session(row) for row in sessions]
    travel = skipped_dates(_sighting(row) for row in sessions)
    rested = pause_dates(due, (), setbacks.rests, practised_dates(due, told))
    felt = (orjson.loads(row.body) for row in setbacks.reactions)
    sore = reaction_dates(Reaction(date.fromisoformat(body["local_date"]), body["answer"]) for body in felt)
    return due, told, travel | rested | sore


def _by_client(rows: Sequence[Row[Any]]) -> defaultdict[str, list[Row[Any]]]:
    found: defaultdict[str, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        found[row.client_id].append(row)
    return found


def _practised(
    session: AnySession,
    practice_id: str,
    client: Row[Any],
    now: datetime,
    rows: Sequence[Row[Any]],
    versions: Sequence[Row[Any]],
    setbacks: Setbacks,
) -> dict[str, Any]:
    today = local_date(now, client.timezone)
    due, recent, off = days_of(versions, rows, setbacks, last_days(today, KEPT_DAYS))
    if latest_pain(recent) is None or last_practised(recent) is None:
        recent += [_session(row) for row in store.latest_sessions(session, practice_id, client.id, LOOK_BACK)]
    kept = days_kept(
        today,
        due,
        {told.id: told for told in recent}.values(),
        window_days=KEPT_DAYS,
        off=off,
    )
    pain = latest_pain(recent)
    last = last_practised(recent)
    return {
        "last_practised_on": last.isoformat() if last else None,
        "days_kept_14": {"kept": kept.kept, "prescribed": kept.prescribed},
        "pain": {"before": pain[0], "after": pain[1]} if pain else None,
    }


def _session(row: Row[Any]) -> Session:
    body = orjson.loads(row.body)
    entries = tuple(Entry(part["technique_id"], int(part["planned_s"]), int(part["done_s"])) for part in body["items"])
    day = date.fromisoformat(body["local_date"])
    before, after = (None if body.get(name) is None else int(body[name]) for name in ("pain_before", "pain_after"))
    return Session(row.id, day, entries, before, after)


def _sighting(row: Row[Any]) -> Sighting:
    """Where her calendar stood when a session began: its local date is that of its start."""
    body = orjson.loads(row.body)
    at = corrected(read_instant(body["started_at"]), row.skew_s)
    return Sighting(at, date.fromisoformat(body["local_date"]), int(body["utc_offset_min"]))


def _due_by_date(rows: Sequence[Row[Any]], window: Sequence[date]) -> dict[date, Due]:
    versions = [
        _Version(
            row.number, date.fromisoformat(row.starts_on), row.created_at, tuple(row.days), tuple(map(_item, row.items))
        )
        for row in rows
    ]
    found: dict[date, Due] = {}
    for day in window:
        version = in_force(versions, day)
        due = [item for item in version.items if _due(item, version, day)] if version else []
        if version and due:
            techniques = frozenset(item.technique_id for item in due)
            found[day] = Due(version.number, sum(item.dose_s for item in due), techniques)
    return found


def _item(item: Mapping[str, Any]) -> _Item:
    return _Item(item["technique_id"], None if item["days"] is None else tuple(item["days"]), item["dose_s"])


def _due(item: _Item, version: _Version, day: date) -> bool:
    return day.weekday() in (version.days if item.days is None else item.days)


def _fetched_by_client(rows: Sequence[Row[Any]]) -> dict[str, dict[str, Any]]:
    newest: dict[str, dict[str, Any]] = {}
    for row in rows:
        number = row.target.removeprefix("program:")
        if not (number.isascii() and number.isdecimal()):
            continue
        at = _told_at(row)
        told = {"number": int(number), "at": at}
        held = newest.get(row.client_id)
        # Two phones fetch the same version: what counts is when the first one had it.
        if held is None or (told["number"], -at.timestamp()) > (held["number"], -held["at"].timestamp()):
            newest[row.client_id] = told
    return newest


def _told_at(row: Row[Any]) -> datetime:
    return corrected(read_instant(orjson.loads(row.body)["recorded_at"]), row.skew_s)


def _stops(rows: Sequence[Row[Any]]) -> dict[str, dict[str, Any]]:
    latest: dict[str, dict[str, Any]] = {}
    for row in rows:
        at = datetime.fromisoformat(row.detail["at"])
        if row.client_id not in latest or at > latest[row.client_id]["at"]:
            latest[row.client_id] = {
                "at": at,
                "technique_id": row.detail["technique_id"],
                "feeling": row.detail["feeling"],
                "discomfort": row.detail.get("discomfort"),
            }
    return latest
