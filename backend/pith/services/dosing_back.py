"""What came late: told while an earlier version held, arrived when a later one was written already.

A phone without a network steps back at once; whoever wrote the next version could not know of it, so it outlives that
version (DECISIONS "Verdict, dose, flags"). So each earlier version during which something was told that came late is
worked out once more, as it stood when the next one began. What follows beside what stands, is kept as well, also where
it was withdrawn once because she took back what led to it then; nothing is ever withdrawn here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from pith.domain.days import local_date
from pith.domain.dose import Decision, derive
from pith.domain.dose.timeline import start_of
from pith.services import dosing_facts as facts
from pith.services.dosing_look import Look, carried
from pith.services.dosing_rows import STOP, decision_in
from pith.services.transaction import AnySession
from pith.store import programs as programs_store
from pith.store.programs import ProgramVersion

_MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True)
class Stretch:
    """An earlier version, the dates from which and before which it held, and when the next one was written."""

    version: ProgramVersion
    since: date
    until: date
    written: datetime


def missed(session: AnySession, found: Look) -> Iterator[tuple[int, Decision]]:
    """Decisions that earlier versions lack, each with its version's number. Inside the caller's transaction."""
    since = found.known.since.isoformat()
    if all(row.local_date >= since for row in found.told.rows):
        return
    known = {(row.day, row.rule, row.target) for row in found.rows if row.withdrawn_at is None or row.act is not None}
    known |= {(one.on.isoformat(), one.rule, one.target) for one in found.derived.decisions}
    for stretch in _stretches(session, found):
        if not _came_late(found, stretch):
            continue
        for made in _decided(session, found, stretch):
            key = made.on.isoformat(), made.rule, made.target
            if made.rule != STOP and key not in known:
                known.add(key)
                yield stretch.version.number, made


def _stretches(session: AnySession, found: Look) -> Iterator[Stretch]:
    """The latest first."""
    client, until, written = found.client, found.known.since, found.version.created_at
    for row in programs_store.versions_newest_first(session, client.practice_id, client.id):
        since = max(date.fromisoformat(row.starts_on), local_date(row.created_at, client.timezone))
        if row.number < found.version.number and since < until:
            yield Stretch(row, since, until, written)
            until, written = since, row.created_at


def _came_late(found: Look, stretch: Stretch) -> bool:
    first, last = stretch.since.isoformat(), stretch.until.isoformat()
    return any(first <= row.local_date < last and row.received_at >= stretch.written for row in found.told.rows)


def _decided(session: AnySession, found: Look, stretch: Stretch) -> tuple[Decision, ...]:
    client, version = found.client, stretch.version
    told = found.told.before(stretch.until)
    known = replace(
        found.known,
        since=stretch.since,
        level_since=stretch.since,
        pains=facts.pains(told),
        red=(),
        lifted=(),
        carried=[decision_in(row) for row in carried(session, found.rows, version)],
    )
    then = start_of(stretch.until, client.timezone) - _MOMENT
    return derive(facts.history(session, client, then, version, told, known)).decisions
