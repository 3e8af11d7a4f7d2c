"""From the ledger to people: open lines are claimed, looked at once more, sent in small windows, and settled.

A worker that dies loses at most the window it was sending. Everything else is taken over by whoever comes next, when
the lease has run out. Nothing here knows how a push goes out: that is `Out`, which the worker brings along.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any, Protocol

import orjson
import uuid_utils

from pith.domain.practice import Entry, Session, is_practised
from pith.domain.reminders import Due, Quiet, Slot, Standing, refused
from pith.services import telling
from pith.services.transaction import AnySession, write
from pith.store import deliveries as store
from pith.store.deliveries import Delivery

LEASE = timedelta(seconds=60)
CLAIMED = 256
WINDOW = 32
_ASKS_TO_PRACTISE = ("reminder", "follow_up", "snooze")


@dataclass(frozen=True)
class Line:
    """One line of the ledger as a worker holds it. `channel`: the way that is still to be tried, None for all."""

    id: str
    practice_id: str
    client_id: str | None
    recipient_id: str
    kind: str
    local_date: str
    slot: str
    timezone: str
    at: datetime
    not_after: datetime
    tries: int
    language: str = "en"
    channel: str | None = None


@dataclass(frozen=True)
class Settled:
    """What became of a line: `status` done, skipped, failed, or due again at `again_at`."""

    line: Line
    status: str
    channel: str | None = None
    reason: str | None = None
    again_at: datetime | None = None


class Out(Protocol):
    """The ways out of the house. Told of every line of the window once."""

    def send(self, lines: Sequence[Line]) -> Iterator[Settled]: ...


def deliver(session: AnySession, clock: Callable[[], datetime], worker: str, out: Out) -> int:
    """One round: claims what is open and sends it, window by window; how many lines were claimed."""
    lines = _claimed(session, clock(), worker)
    ready = _worth_sending(session, clock(), lines)
    for start in range(0, len(ready), WINDOW):
        _window(session, clock, worker, out, ready[start : start + WINDOW])
    return len(lines)


def _claimed(session: AnySession, now: datetime, worker: str) -> list[Line]:
    with write(session):
        rows = store.open_deliveries(session, now, CLAIMED)
        for row in rows:
            row.status, row.worker, row.lease_until = "claimed", worker, now + LEASE
        store.lost_in_sending(session, now)
        return [_line(row) for row in rows]


def _line(row: Delivery) -> Line:
    return Line(
        row.id,
        row.practice_id,
        row.client_id,
        row.recipient_id,
        row.kind,
        row.local_date,
        row.slot,
        row.timezone,
        row.at,
        row.not_after,
        row.tries,
        channel=row.channel,
    )


def _worth_sending(session: AnySession, now: datetime, lines: Sequence[Line]) -> list[Line]:
    """Those that still ought to go out; the others are settled as skipped, with the reason."""
    if not lines:
        return []
    with write(session):
        facts, over = _standings(session, lines), telling.over(session, lines)
        skipped = [(line, why) for line in lines if (why := over.get(line.id) or _refused(line, facts, now))]
        if skipped:
            store.settle(session, [_row(Settled(line, "skipped", reason=why), now) for line, why in skipped])
    left_out = {line.id for line, _ in skipped}
    return [line for line in lines if line.id not in left_out]


def _refused(line: Line, facts: Mapping[str, Standing], now: datetime) -> str | None:
    if now > line.not_after:
        return "late"
    if line.kind not in _ASKS_TO_PRACTISE:
        return None
    standing = facts.get(line.client_id or "", Standing(ended=True))
    # What she asked for herself does not fade.
    known = standing if line.kind == "reminder" else replace(standing, unanswered=0)
    return refused(Due(Slot(time()), date.fromisoformat(line.local_date), line.at), known, line.timezone, now)


def _standings(session: AnySession, lines: Sequence[Line]) -> dict[str, Standing]:
    """What is known of each client of these lines, in three reads."""
    days = {line.client_id: line.local_date for line in lines if line.client_id is not None}
    clients = sorted(days)
    done = _practised(session, clients, days)
    sent = {row.client_id: row for row in store.reminded(session, clients)}
    found = {}
    for row in store.standing(session, clients):
        reminded = sent.get(row.id)
        found[row.id] = Standing(
            practised=row.id in done,
            ended=row.archived_at is not None,
            away_until=None if row.away_until is None else date.fromisoformat(row.away_until),
            quiet=None if row.quiet is None else _quiet(row.quiet),
            unanswered=0 if reminded is None else reminded.unanswered,
            last_sent=None if reminded is None else date.fromisoformat(reminded.last_sent),
        )
    return found


def _practised(session: AnySession, clients: Sequence[str], days: Mapping[str, str]) -> set[str]:
    told: dict[str, list[Session]] = {}
    for row in store.practised(session, clients, min(days.values(), default="")):
        if row.local_date == days[row.client_id]:
            told.setdefault(row.client_id, []).append(_session(row))
    return {client for client, sessions in told.items() if is_practised(sessions, 0)}


def _session(row: Any) -> Session:
    items = orjson.loads(row.body)["items"]
    entries = tuple(Entry(one["technique_id"], int(one["planned_s"]), int(one["done_s"])) for one in items)
    return Session("", date.fromisoformat(row.local_date), entries)


def _quiet(told: Mapping[str, str]) -> Quiet:
    return Quiet(time.fromisoformat(told["from"]), time.fromisoformat(told["to"]))


def _window(session: AnySession, clock: Callable[[], datetime], worker: str, out: Out, lines: Sequence[Line]) -> None:
    """Says beforehand what is about to go out, sends it, and writes down what became of it."""
    with write(session):
        mine = store.begin_sending(session, worker, [line.id for line in lines])
    settled = list(out.send([line for line in lines if line.id in mine]))
    if settled:
        with write(session):
            store.settle(session, [_row(one, clock()) for one in settled])
            sent = [one.line for one in settled if one.status == "done" and one.line.kind == "reminder"]
            _follow_up(session, sent)


def _follow_up(session: AnySession, sent: Sequence[Line]) -> None:
    """One more on the same date, for who asked for that; a date that has its line gets no second one."""
    clients = [line.client_id for line in sent if line.client_id is not None]
    after = store.follow_ups(session, clients) if clients else {}
    rows = [_later(line, timedelta(minutes=after[line.client_id])) for line in sent if line.client_id in after]
    if rows:
        store.enter(session, rows)


def _later(line: Line, wait: timedelta) -> dict[str, Any]:
    return {
        "practice_id": line.practice_id,
        "client_id": line.client_id,
        "recipient_id": line.recipient_id,
        "local_date": line.local_date,
        "slot": "follow-up",
        "id": str(uuid_utils.uuid7()),
        "kind": "follow_up",
        "timezone": line.timezone,
        "at": line.at + wait,
        "not_after": line.not_after + wait,
        "status": "due",
        "reason": None,
        "tries": 0,
        "ended_at": None,
    }


def _row(one: Settled, now: datetime) -> dict[str, Any]:
    open_again = one.status == "due"
    return {
        "which": one.line.id,
        "to_status": one.status,
        "to_channel": one.channel,
        "to_reason": one.reason,
        "to_at": one.again_at or one.line.at,
        "to_end": None if open_again else now,
    }
