"""From the ledger to people: open lines are claimed, looked at once more, sent in small windows, and settled.

A worker that dies loses at most the window it was sending. Everything else is taken over by whoever comes next, when
the lease has run out. Nothing here knows how a push goes out: that is `Out`, which the worker brings along.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any, Protocol

import orjson
import uuid_utils

from pith.domain.news import once_not_quiet
from pith.domain.practice import Entry, Session, is_practised
from pith.domain.push_answers import next_try
from pith.domain.reminders import Due, Quiet, Slot, Standing, is_on, one_more_at, refused
from pith.services import telling
from pith.services.due import slots_of
from pith.services.standing import Program, programs
from pith.services.transaction import AnySession, write
from pith.store import claims as store
from pith.store.deliveries import enter

log = logging.getLogger("pith")

# Longer than a push service is waited for, so that a line that is taken over is in nobody's hands.
LEASE = timedelta(seconds=15)
# Longer than all the windows of one claim can take after their lease, each waiting for whom it may wait.
SURELY_DEAD = timedelta(minutes=4)
CLAIMED = 256
WINDOW = 32
_ASKS_TO_PRACTISE = ("reminder", "follow_up", "snooze")
# For a line that asks for no practice it does not matter how it is with the program, nor for any which slot it was.
_NOT_ASKED = Program(paused=False, no_program=False, rest=False)
_ANY = Slot(time())


@dataclass(frozen=True)
class Line:
    """One line of the ledger as a worker holds it. `follow_up_min`: after how many minutes its client wants one more.
    `channel`: the way that is still to be tried, None for all."""

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
    follow_up_min: int | None = None
    channel: str | None = None


@dataclass(frozen=True)
class Settled:
    """What became of a line: `status` done, skipped, failed, or due again at `again_at`. `tries` made of it by now;
    None: one more than before."""

    line: Line
    status: str
    channel: str | None = None
    reason: str | None = None
    again_at: datetime | None = None
    tries: int | None = None


@dataclass(frozen=True)
class _About:
    """What is known of the client of a line."""

    standing: Standing
    follow_up_min: int | None
    slots: tuple[Slot, ...]


class Out(Protocol):
    """The ways out of the house. Told of every line of the window once."""

    def send(self, lines: Sequence[Line]) -> Iterator[Settled]: ...

    def remember(self) -> None:
        """Writes down what it learned of where it sent to, inside the caller's transaction."""


def deliver(session: AnySession, clock: Callable[[], datetime], worker: str, out: Out) -> int:
    """One round: claims what is open and sends it, window by window; how many lines were claimed. An alert that comes
    up meanwhile goes out with the next window.

    What became of one window is written down in the transaction that says what the next one is about to send: a commit
    costs more than the lines in it.
    """
    number, ready = _claimed(session, clock(), worker)
    settled: list[Settled] = []
    while ready:
        with write(session):
            now = clock()
            _settle(session, settled, now, out)
            urgent = store.claim_urgent(session, now, WINDOW, worker, now + LEASE)
            number, ready = number + len(urgent), _wanted(session, worker, urgent, now) + ready
            window, ready = {line.id: line for line in ready[:WINDOW]}, ready[WINDOW:]
            mine = store.begin_sending(session, worker, list(window))
        settled = _sent(session, clock, out, [line for one, line in window.items() if one in mine])
    if settled:
        with write(session):
            _settle(session, settled, clock(), out)
    return number


def _sent(session: AnySession, clock: Callable[[], datetime], out: Out, lines: Sequence[Line]) -> list[Settled]:
    """What became of a window. Where sending it went wrong nobody knows what went out, so only its alerts are sent
    again; the windows after it still are."""
    try:
        return list(out.send(lines))
    except Exception:
        log.exception("a window of %d lines went wrong", len(lines))
        session.rollback()
        return [_unknown(line, clock()) for line in lines]


def _unknown(line: Line, now: datetime) -> Settled:
    at = next_try(line.tries + 1, None, now, line.not_after, lambda: 1.0, urgent=True) if line.kind == "alert" else None
    return Settled(line, "due" if at else "failed", line.channel, "unknown", at)


def _claimed(session: AnySession, now: datetime, worker: str) -> tuple[int, list[Line]]:
    """How many lines were claimed, and those of them that still ought to go out."""
    with write(session):
        store.lost_in_sending(session, now)
        store.alerts_again(session, now, now - SURELY_DEAD)
        rows = store.claim(session, now, CLAIMED, worker, now + LEASE)
        return len(rows), _wanted(session, worker, rows, now)


def _wanted(session: AnySession, worker: str, rows: Sequence[Any], now: datetime) -> list[Line]:
    """Those of the lines just claimed that still ought to go out. The others are settled: skipped, with the reason, or
    put off."""
    if not rows:
        return []
    facts = _standings(session, worker, rows)
    lines = [_line(row, facts.get(row.id)) for row in rows]
    over, ended = telling.over(session, lines, now), list[Settled]()
    for line in lines:
        why = over.get(line.id) or _refused(line, facts, now)
        one = Settled(line, "skipped", reason=why) if why else _put_off(line, facts, now)
        ended += [] if one is None else [one]
    store.settle(session, [_row(one, now) for one in ended])
    gone = {one.line.id for one in ended}
    return [line for line in lines if line.id not in gone]


def _put_off(line: Line, facts: Mapping[str, _About], now: datetime) -> Settled | None:
    """News that came up in her quiet hours wait for their end, however late they were claimed."""
    if line.kind != "news" or line.id not in facts:
        return None
    at = once_not_quiet(now, facts[line.id].standing.quiet, line.timezone)
    return None if at == now else Settled(line, "due", line.channel, again_at=at, tries=line.tries)


def _line(row: Any, about: _About | None) -> Line:
    return Line(**row._mapping, follow_up_min=None if about is None else about.follow_up_min)


def _refused(line: Line, facts: Mapping[str, _About], now: datetime) -> str | None:
    if now > line.not_after:
        return "late"
    about = facts.get(line.id)
    if about is None:
        return None if line.client_id is None else "ended"
    standing = replace(about.standing, changed=_changed(line, about))
    if standing.ended:
        return "ended"
    if line.kind not in _ASKS_TO_PRACTISE:
        return None
    if line.kind != "reminder":  # what she asked for herself does not fade
        standing = replace(standing, unanswered=0)
    if line.kind == "snooze":  # and in the app she may ask on any day and at any hour
        standing = replace(standing, rest=False, calendar=False, quiet=None, away_until=None)
    return refused(Due(_ANY, date.fromisoformat(line.local_date), line.at), standing, line.timezone, now)


def _changed(line: Line, about: _About) -> bool:
    """Whether she chose anew since it was entered, so that this one is no more of it."""
    if line.kind == "reminder":
        return not is_on(about.slots, time.fromisoformat(line.slot), date.fromisoformat(line.local_date))
    if line.kind == "follow_up":
        return about.follow_up_min is None or not any(slot.enabled and slot.days for slot in about.slots)
    return False


def _standings(session: AnySession, worker: str, rows: Sequence[Any]) -> dict[str, _About]:
    """What is known of the client of each line that this worker holds, in a few reads."""
    done = _practised(session, worker)
    held = programs(session, worker, {row.id: row.local_date for row in rows if row.kind in _ASKS_TO_PRACTISE})
    sent = {row.id: row for row in store.reminded(session, worker)}
    found = {}
    for row in store.standing(session, worker):
        reminded, program = sent.get(row.id), held.get(row.id, _NOT_ASKED)
        standing = Standing(
            practised=row.id in done,
            paused=program.paused,
            no_program=program.no_program,
            rest=program.rest,
            calendar=bool(row.calendar),
            ended=row.archived_at is not None,
            away_until=None if row.away_until is None else date.fromisoformat(row.away_until),
            quiet=None if row.quiet is None else _quiet(row.quiet),
            unanswered=0 if reminded is None else reminded.unanswered,
            last_sent=None if reminded is None else date.fromisoformat(reminded.last_sent),
        )
        found[row.id] = _About(standing, row.follow_up_min, slots_of(row.slots or ()))
    return found


def _practised(session: AnySession, worker: str) -> set[str]:
    told: dict[str, list[Session]] = {}
    for row in store.practised(session, worker):
        told.setdefault(row.id, []).append(_session(row))
    return {line for line, sessions in told.items() if is_practised(sessions, 0)}


def _session(row: Any) -> Session:
    items = orjson.loads(row.body)["items"]
    entries = tuple(Entry(one["technique_id"], int(one["planned_s"]), int(one["done_s"])) for one in items)
    return Session("", date.fromisoformat(row.local_date), entries)


def _quiet(told: Mapping[str, str]) -> Quiet:
    return Quiet(time.fromisoformat(told["from"]), time.fromisoformat(told["to"]))


def _settle(session: AnySession, settled: Sequence[Settled], now: datetime, out: Out) -> None:
    """What became of a window; and one more on the same date for who asked for that, where that date has none yet."""
    if not settled:
        return
    out.remember()
    store.settle(session, [_row(one, now) for one in settled])
    sent = [one.line for one in settled if one.status == "done" and one.line.kind == "reminder"]
    more = [(line, _one_more_at(line)) for line in sent]
    later = {line.id: _later(line, at) for line, at in more if at is not None}
    there = store.still_there(session, list(later))
    if there:
        enter(session, [row for one, row in later.items() if one in there])


def _one_more_at(line: Line) -> datetime | None:
    return one_more_at(line.at, line.follow_up_min, line.timezone, date.fromisoformat(line.local_date))


def _later(line: Line, at: datetime) -> dict[str, Any]:
    return {
        "practice_id": line.practice_id,
        "client_id": line.client_id,
        "recipient_id": line.recipient_id,
        "local_date": line.local_date,
        "slot": "follow-up",
        "id": str(uuid_utils.uuid7()),
        "kind": "follow_up",
        "timezone": line.timezone,
        "at": at,
        "not_after": line.not_after + (at - line.at),
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
        "to_tries": one.line.tries + 1 if one.tries is None else one.tries,
    }
