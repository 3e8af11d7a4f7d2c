"""What happened, one after the other: told facts, and the moments at which something is due by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from pith.domain.days import in_utc, local_date
from pith.domain.dose.history import History, HurtFacts, PainFacts, ReactionFacts, RedFacts, SessionFacts
from pith.domain.dose.reactions import USUAL


@dataclass(frozen=True, slots=True)
class Day:
    """The start of a local date."""

    date: date


@dataclass(frozen=True, slots=True)
class Lasts:
    """48 hours after a session: whoever still feels it then, does for too long."""

    session: SessionFacts


What = Day | PainFacts | SessionFacts | HurtFacts | ReactionFacts | Lasts | RedFacts

_KINDS = {
    kind: place for place, kind in enumerate((Day, PainFacts, SessionFacts, HurtFacts, ReactionFacts, Lasts, RedFacts))
}


@dataclass(frozen=True, slots=True)
class Event:
    at: datetime
    id: str
    what: What


def events(history: History) -> list[Event]:
    """By (instant, id). Of sessions, pains and answers those since the program holds; flags and pains that nobody
    answered count whenever they were told: they stand. A told moment ahead of now counts, a due one does not yet."""
    start = start_of(history.program.since, history.zone)
    return sorted((one for one in _all(history) if _counts(one, start)), key=_order)


def start_of(day: date, zone: str) -> datetime:
    """The first moment of a local date, also where the clock jumps over midnight."""
    return in_utc(datetime.combine(day, time(), ZoneInfo(zone)))


def _all(history: History) -> Iterator[Event]:
    for day in _days(history):
        yield Event(start_of(day, history.zone), "", Day(day))
    for pain in history.pains:
        yield Event(pain.at, "", pain)
    for session in history.sessions:
        yield Event(session.ended_at, session.id, session)
        if session.ended_at + USUAL < history.now:
            yield Event(session.ended_at + USUAL, session.id, Lasts(session))
    told: list[HurtFacts | ReactionFacts | RedFacts] = [*history.hurts, *history.reactions, *history.red]
    yield from (Event(one.at, one.id, one) for one in told)


def _days(history: History) -> Iterator[date]:
    since, today = history.program.since, local_date(history.now, history.zone)
    return (since + timedelta(days=number) for number in range(1, (today - since).days + 1))


def _counts(event: Event, start: datetime) -> bool:
    return isinstance(event.what, HurtFacts | RedFacts) or event.at >= start


def _order(event: Event) -> tuple[datetime, str, int]:
    return event.at, event.id, _KINDS[type(event.what)]
