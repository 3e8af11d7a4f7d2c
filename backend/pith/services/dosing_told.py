"""What a client told that bears on her dose, read from where it is stored, and how far back it is whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

import orjson
from sqlalchemy import Row

from pith.domain.accounts import PracticeSettings
from pith.domain.days import corrected, in_utc, local_date, read_instant
from pith.domain.keeping import logs_end
from pith.services.transaction import AnySession
from pith.store import dose as store
from pith.store.accounts import Client

# What was practised and felt before a version counts as far as its author may have looked back.
LOOK_BACK = timedelta(days=60)
# A version that holds for years is not read back to its first day each time.
LONGEST = timedelta(days=400)
# So long after the first day that is known whole, a decision may still rest on what was before it.
SETTLED = timedelta(days=30)


@dataclass(frozen=True)
class Told:
    """A client's logs since some day, less what she took back. Of what was before `whole_from` some may be gone by now:
    what was decided then stays as it is."""

    whole_from: date
    rows: Sequence[Row[Any]]
    bodies: Mapping[str, Mapping[str, Any]]
    voided: frozenset[str]

    @property
    def settled(self) -> date:
        """Decisions of before this day are not worked out again: too little is left of what led to them."""
        return self.whole_from + SETTLED

    def before(self, day: date) -> Told:
        """What was lived before a local date."""
        rows = [row for row in self.rows if row.local_date < day.isoformat()]
        return replace(self, rows=rows)

    def of(self, kind: str) -> Sequence[tuple[Row[Any], Mapping[str, Any]]]:
        return self._by_kind.get(kind, ())

    @cached_property
    def _by_kind(self) -> Mapping[str, Sequence[tuple[Row[Any], Mapping[str, Any]]]]:
        found = defaultdict[str, list[tuple[Row[Any], Mapping[str, Any]]]](list)
        for row in self.rows:
            found[row.kind].append((row, self.bodies[row.id]))
        return found


def told_since(session: AnySession, client: Client, now: datetime, since: date) -> Told:
    """What counts for a dose that holds since a local date. A phone whose clock is years ahead is not believed."""
    today = local_date(now, client.timezone)
    months = PracticeSettings(**store.settings_of_practice(session, client.practice_id)).retention_months
    whole_from = max(today - LONGEST, logs_end(now, months) + timedelta(days=1))
    first = max(since, today - LONGEST) - LOOK_BACK
    last = (today + timedelta(days=1)).isoformat()
    rows = store.told_since(session, client.practice_id, client.id, first.isoformat())
    voided = frozenset(row.target for row in rows if row.kind == "void")
    standing = [row for row in rows if row.kind != "void" and row.id not in voided and row.local_date <= last]
    standing.sort(key=lambda row: (row.local_date, row.id))
    return Told(whole_from, standing, {row.id: orjson.loads(row.body) for row in standing}, voided)


def at_of(row: Row[Any], told: str) -> datetime:
    """The corrected instant; nothing was told after it arrived, whatever the phone's clock claims."""
    told_at = read_instant(told)
    at: datetime = min(corrected(told_at, row.skew_s) if row.skew_s else in_utc(told_at), row.received_at)
    return at
