"""What nobody tells and the worker looks for: silence, a slow rise of pain, time for a review, reminders that do not
arrive. An alert is unique by what it is about, so that any number of workers may look as often as they like.

A look costs some milliseconds a client. So a worker remembers how each was, looks only at those of whom anything was
told or written since, or whose day has begun, and takes them a few at a time, for reminders wait meanwhile.
"""

from __future__ import annotations

import logging
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from pith.domain.days import local_date
from pith.domain.errors import Unavailable
from pith.domain.inbox import subject, week_of
from pith.domain.practice import AlertRow
from pith.services import reminder_proof
from pith.services.inbox_course import CAUSES, found_of
from pith.services.transaction import AnySession, read, write
from pith.store import inbox_look as store
from pith.store.accounts import paired_ids
from pith.store.inbox_look import Name
from pith.store.practice import insert_alerts
from pith.store.progress import clients_here

log = logging.getLogger("pith")

BATCH = 20  # clients in one slice of a look: some tenths of a second
REMINDERS = "reminders"
# What is over by itself once it is no longer so.
PASSING = frozenset({"silence", "review:course", "review:goal_met", REMINDERS})
Found = Mapping[str, Collection[AlertRow]]
Slice = tuple[str, Mapping[str, Any]]


class Looks:
    """The looks of one worker. `master` (32 bytes) opens what clients told."""

    def __init__(self, master: bytes) -> None:
        self._master = master
        self._seen: dict[tuple[str, str], Any] = {}
        self._waiting: deque[Slice] = deque()

    @property
    def more(self) -> bool:
        """Whether anybody is still to be looked at."""
        return bool(self._waiting)

    def look(self, session: AnySession, now: datetime) -> int:
        """One whole look; how many alerts are new."""
        new = self.begin(session, now)
        while self.more:
            new += self.some(session, now)
        return new

    def begin(self, session: AnySession, now: datetime) -> int:
        """Looks at everybody's reminders, and makes the list of those to look at closely; how many alerts are new."""
        with read(session):
            rows = store.as_they_are(session)
        marks = {(row.practice_id, row.client_id): (local_date(now, row.timezone), *row[3:]) for row in rows}
        self._seen = {who: mark for who, mark in self._seen.items() if who in marks}
        changed: defaultdict[str, dict[str, Any]] = defaultdict(dict)
        for (practice_id, client_id), mark in marks.items():
            if self._seen.get((practice_id, client_id)) != mark:
                changed[practice_id][client_id] = mark
        self._waiting = deque(_slices(changed))
        return sum(_look_at_reminders(session, practice_id, now) for practice_id in sorted({who[0] for who in marks}))

    def some(self, session: AnySession, now: datetime) -> int:
        """Looks at the next few, in transactions of their own; how many alerts are new. What fails for one keeps no
        other: she is left for the next look."""
        practice_id, marks = self._waiting[0]
        try:
            new = _look_at(session, practice_id, marks, now, self._master)
        except Unavailable:
            raise
        except Exception as error:
            session.rollback()
            self._waiting.popleft()
            if len(marks) > 1:
                self._waiting.extendleft((practice_id, {one: mark}) for one, mark in marks.items())
            else:
                log.exception("client %s is not looked at: %s", *marks, type(error).__name__)
            return 0
        self._waiting.popleft()
        self._seen |= {(practice_id, client_id): mark for client_id, mark in marks.items()}
        return new


def _slices(changed: Mapping[str, Mapping[str, Any]]) -> Iterable[Slice]:
    for practice_id, marks in changed.items():
        clients = list(marks)
        for start in range(0, len(clients), BATCH):
            yield practice_id, {one: marks[one] for one in clients[start : start + BATCH]}


def _look_at(session: AnySession, practice_id: str, clients: Collection[str], now: datetime, master: bytes) -> int:
    with read(session):
        known = store.known(session, practice_id, clients, CAUSES)
        found = found_of(session, practice_id, clients, now, master, known)
    return _keep(session, practice_id, found, known, now)


def _look_at_reminders(session: AnySession, practice_id: str, now: datetime) -> int:
    """Reminders, which fail and arrive without a word from anybody; and what waits about clients who were put away."""
    with read(session):
        here = clients_here(session, practice_id, None)
        proofs = reminder_proof.proofs(session, practice_id)
        paired = paired_ids(session, practice_id, now) & here
        failing = {one: proof for one, proof in proofs.items() if one in paired and proof.state == "failed"}
        days = {row.id: local_date(now, row.timezone) for row in store.zones_of(session, practice_id, failing)}
        known = store.known(session, practice_id, None, [REMINDERS])
        over = store.put_away(session, practice_id, PASSING)
    found = {}
    for client_id, proof in failing.items():
        since = week_of(days[client_id]) if proof.since is None else proof.since.date().isoformat()
        at: Mapping[str, Any] = {} if proof.since is None else {"at": proof.since.isoformat()}
        detail = {"reason": proof.reason, **at}
        found[client_id] = [AlertRow(REMINDERS, f"since:{since}", "info", detail)]
    return _keep(session, practice_id, found, known, now, over)


def _keep(
    session: AnySession,
    practice_id: str,
    found: Found,
    known: Mapping[Name, Any],
    now: datetime,
    over: Iterable[Name] = (),
) -> int:
    """Writes what is new, opens again what had passed, and takes back what has passed or was said anew."""
    named = {(client_id, one.cause, one.source_id): one for client_id, alerts in found.items() for one in alerts}
    news = {(client_id, subject(cause, source)) for client_id, cause, source in named}
    new = [name for name in named if name not in known]
    again = [name for name in named if name in known and known[name].withdrawn_at and not known[name].closed]
    gone = [name for name, row in known.items() if name not in named and _is_over(name, row, news)]
    gone += [name for name in over if name not in gone]
    if not (new or again or gone):
        return 0
    with write(session):
        if gone:
            store.withdraw(session, practice_id, gone, now)
        for name in again:
            store.open_again(session, practice_id, name, named[name].detail, now)
        if new:
            insert_alerts(session, [_row(practice_id, name[0], named[name], now) for name in new])
    return len(new) + len(again)


def _is_over(name: Name, row: Any, news: Collection[tuple[str, str]]) -> bool:
    about = subject(*name[1:])
    return row.withdrawn_at is None and not row.closed and (about in PASSING or (name[0], about) in news)


def _row(practice_id: str, client_id: str, alert: AlertRow, now: datetime) -> dict[str, Any]:
    return {
        "practice_id": practice_id,
        "client_id": client_id,
        "cause": alert.cause,
        "source_id": alert.source_id,
        "level": alert.level,
        "detail": dict(alert.detail),
        "created_at": now,
        "withdrawn_at": None,
    }
