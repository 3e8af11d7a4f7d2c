"""When a client rested because she was told to: her whole program while a red flag stood, a technique while a rule of
the dose let it rest (D02, D03). One answer for all that counts her days, at the desk and on her phone.

The flags are those of the shipped content, as for reminders: a practice moves numbers, and no number counts here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row

from pith.content.loader import load_content
from pith.domain import screening as rules
from pith.domain.days import local_date
from pith.domain.dose.timeline import start_of
from pith.domain.practice import WHOLE, Rest
from pith.services.flags import log_of, once
from pith.services.transaction import AnySession
from pith.store import dose as store
from pith.store.dose import DoseDecision
from pith.store.screening import FlagEntry, entries_of

_MOMENT = timedelta(microseconds=1)
_PAUSES = frozenset({"PAUSE_TECHNIQUE", "PAUSE_REGION"})


def rests_of(session: AnySession, practice_id: str, zones: Mapping[str, str]) -> dict[str, list[Rest]]:
    """By client, of these clients with their zones: all of her rests. Inside the caller's transaction."""
    red = {*load_content().policy.red_flags, rules.ANY_RED_FLAG}
    flags = _by_client(entries_of(session, practice_id, red, zones))
    decided = _by_client(store.rests_of(session, practice_id, zones))
    versions = _by_client(store.authors_had_seen(session, practice_id, decided))
    return {
        one: [*_closed(flags[one], zone), *_rested(decided[one], versions[one], zone)] for one, zone in zones.items()
    }


def for_desk(session: AnySession, practice_id: str, client_id: str, zone: str) -> list[dict[str, Any]]:
    """`{target, from, until}` of each of her rests, as phones and the desk read it."""
    found = rests_of(session, practice_id, {client_id: zone})[client_id]
    return [{"target": one.target, "from": one.first, "until": one.last} for one in found]


def for_phone(
    session: AnySession, practice_id: str, client_id: str, zone: str, versions: Iterable[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """The same, of those that reach into a version that her phone holds. Depends on no "today"."""
    first = min((one["starts_on"] for one in versions), default=None)
    told = for_desk(session, practice_id, client_id, zone) if first else []
    return [one for one in told if one["until"] is None or one["until"] >= date.fromisoformat(str(first))]


def _closed(entries: Sequence[FlagEntry], zone: str) -> Iterator[Rest]:
    """Folded anew after each entry: how it stood then."""
    told: list[rules.FlagLog] = []
    began: datetime | None = None
    for entry in once(entries):
        told.append(log_of(entry))
        stands = bool(rules.fold(told))
        if stands and began is None:
            began = entry.at
        elif began is not None and not stands:
            yield _rest(WHOLE, began, entry.at, zone)
            began = None
    if began is not None:
        yield _rest(WHOLE, began, None, zone)


def _rested(rows: Sequence[DoseDecision], versions: Sequence[Row[Any]], zone: str) -> Iterator[Rest]:
    """Each until it was over, undone, or answered by a version whose author had it before her."""
    for row in rows:
        if row.decision not in _PAUSES:
            continue
        ends = [one.at for one in rows if _returns(one, row)]
        ends += [row.acted_at] if row.act == store.UNDONE and row.acted_at is not None else []
        ends += [
            max(one.created_at, start_of(date.fromisoformat(one.starts_on), zone))
            for one in versions
            if row.version < one.number and row.id in one.seen_decisions
        ]
        yield _rest(row.target, row.at, min(ends, default=None), zone)


def _returns(row: DoseDecision, pause: DoseDecision) -> bool:
    return (row.rule, row.target) == (pause.rule, pause.target) and row.decision not in _PAUSES and row.at > pause.at


def _rest(target: str, began: datetime, ended: datetime | None, zone: str) -> Rest:
    """What ends with the first moment of a date had ended the date before."""
    return Rest(target, local_date(began, zone), None if ended is None else local_date(ended - _MOMENT, zone))


def _by_client(rows: Collection[Any]) -> defaultdict[str, list[Any]]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.client_id].append(row)
    return found
