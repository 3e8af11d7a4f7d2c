"""Histories that nobody invented: some weeks of practice, pain and answers. The seed makes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Literal

from pith.domain.days import local_date
from pith.domain.dose import (
    Decision,
    EntryFacts,
    History,
    HurtFacts,
    ItemFacts,
    PainFacts,
    ProgramFacts,
    ReactionFacts,
    RedFacts,
    SessionFacts,
    derive,
)

SINCE = date(2026, 3, 9)  # clocks change in both zones within the weeks that follow
ZONES = ("Europe/Berlin", "America/New_York", "Pacific/Auckland", "UTC")
REGIONS = ("foot_sole", "calf", "thigh_back", "neck_back", "jaw")
FEELINGS = ("sharp", "too_much", "too_much", "numb")
ANSWERS: tuple[Literal["gone", "still", "worse", "new_sign"], ...] = ("gone", "gone", "still", "worse", "new_sign")
CHANGES = (0, 0, 0, 0, -1, 1, 1, 2, 3, 5)
PEAKS = (None, None, None, 1, 2, 3, 3, 4, 4, 5, 6, 8)
LENGTHS = (1, 3, 5, 7, 7, 8, 8, 9, 10, 15, 22)


def histories(count: int, seed: int) -> Iterator[History]:
    chance = Random(seed)
    for _ in range(count):
        yield a_history(chance)


def a_history(chance: Random) -> History:
    length = chance.choice(LENGTHS)
    calm = chance.random() < 0.4
    now = _at(SINCE + timedelta(days=length), chance)
    items = tuple(_item(chance, number) for number in range(chance.randint(1, 4)))
    zone = chance.choice(ZONES)
    sessions = tuple(_sessions(chance, items, length, zone, now, calm))
    prescribed = tuple(_days(chance, length, zone, now))
    history = History(
        client_id="c1",
        zone=zone,
        now=now,
        program=_program(chance, items),
        sessions=sessions,
        pains=tuple(_pains(chance, sessions, now, calm)),
        hurts=tuple(
            _hurt(chance, f"h{n}", items, sessions) for n in range(_few(chance, 0.1) if sessions and not calm else 0)
        ),
        reactions=tuple(_reactions(chance, sessions, now)),
        red=tuple(RedFacts(f"f{n}", now - timedelta(hours=chance.randint(1, 300))) for n in range(_few(chance, 0.03))),
        prescribed=prescribed,
        practised=tuple({one.local_date for one in sessions}),
        visits=tuple(now - timedelta(hours=chance.randint(-5, 90)) for _ in range(_few(chance, 0.2))),
        lifted=tuple(now - timedelta(hours=chance.randint(1, 400)) for _ in range(_few(chance, 0.05))),
    )
    return _with_a_past(chance, history) if chance.random() < 0.2 else history


def shuffled(chance: Random, history: History) -> History:
    names = ("sessions", "pains", "hurts", "reactions", "red", "prescribed", "practised", "visits", "carried")
    lists = {name: tuple(chance.sample(getattr(history, name), k=len(getattr(history, name)))) for name in names}
    entries = tuple(replace(one, entries=one.entries[::-1]) for one in lists["sessions"])
    return replace(history, **{**lists, "sessions": entries})


def _with_a_past(chance: Random, history: History) -> History:
    """Some of its own decisions undone; some of another history's carried."""
    made = derive(history).decisions
    names = (chance.choice((one.id, f"{one.id}/{one.source or ''}")) for one in made)
    undone = frozenset(name for name in names if chance.random() < 0.5)
    days_back = timedelta(days=40)
    carried: list[Decision] = []
    if chance.random() < 0.5:
        other = derive(replace(history, client_id="c2", undone=frozenset()))
        carried = [
            replace(one, on=one.on - days_back, at=one.at - days_back, id=f"x{one.id}") for one in other.decisions
        ]
    return replace(history, undone=undone, carried=tuple(carried))


def _program(chance: Random, items: tuple[ItemFacts, ...]) -> ProgramFacts:
    return ProgramFacts(
        number=2,
        since=SINCE,
        level_since=SINCE - timedelta(days=chance.choice((0, 20))),
        cap_s=chance.choice((300, 600, 720)),
        slow_lane=chance.random() < 0.15,
        step_s=chance.choice((None, None, 30)),
        items=items,
    )


def _item(chance: Random, number: int) -> ItemFacts:
    level = chance.choice((1, 1, 2, 3))
    days = chance.choice((range(7), range(7), (0, 2, 4), (1, 3, 5, 6)))
    regions = frozenset(chance.sample(REGIONS, k=chance.choice((0, 1, 1, 2))))
    return ItemFacts(f"t{number}", level, chance.randint(level, 3), chance.randint(8, 240), 8, regions, frozenset(days))


def _days(chance: Random, length: int, zone: str, now: datetime) -> Iterator[date]:
    every = chance.choice((1, 1, 1, 2))
    days = (SINCE + timedelta(days=number) for number in range(0, length + 2, every))
    return (day for day in days if day <= local_date(now, zone))


def _sessions(
    chance: Random, items: tuple[ItemFacts, ...], length: int, zone: str, now: datetime, calm: bool
) -> Iterator[SessionFacts]:
    steady = chance.choice((0.05, 0.4, 0.8, 0.95))
    first = chance.choice((-3, 0, 0, 0))
    for number in range(first, length + 1):
        for part in range(chance.choice((1, 1, 1, 2)) if chance.random() < steady else 0):
            started = _at(SINCE + timedelta(days=number), chance)
            ended = started + timedelta(minutes=chance.randint(0, 20))
            if ended <= now:
                yield _session(chance, f"s{number + 3:02}{part}", items, started, ended, zone, calm)


def _session(
    chance: Random, id_: str, items: tuple[ItemFacts, ...], started: datetime, ended: datetime, zone: str, calm: bool
) -> SessionFacts:
    done = chance.sample(items, k=chance.randint(1, len(items)))
    before = chance.choice((3, 3, 4) if calm else (None, 1, 2, 3, 3, 4, 6))
    after = None if chance.random() < 0.2 else max(0, min(10, (before or 3) + _change(chance, calm)))
    late = timedelta(hours=chance.choice((0, 0, 0, 0, 0, 12, 13)))
    entries = tuple(EntryFacts(one.technique_id, one.level, chance.choice(PEAKS[: 9 if calm else 12])) for one in done)
    if chance.random() < 0.03:  # of an earlier program
        gone = EntryFacts("t9", 2, chance.choice(PEAKS[:9]), frozenset(chance.sample(REGIONS, k=1)))
        entries = (*entries, gone)
    return SessionFacts(id_, local_date(started, zone), started, ended, ended + late, before, after, entries)


def _change(chance: Random, calm: bool) -> int:
    return chance.choice(CHANGES[: 7 if calm else 10])


def _pains(chance: Random, sessions: tuple[SessionFacts, ...], now: datetime, calm: bool) -> Iterator[PainFacts]:
    for session in sessions:
        if session.pain_before is not None:
            yield PainFacts(session.started_at, session.pain_before)
        told = session.ended_at + timedelta(hours=chance.choice((11, 12, 14, 22, 30, 36, 37)))
        if chance.random() < 0.5 and told <= now:
            yield PainFacts(told, max(0, min(10, (session.pain_before or 3) + _change(chance, calm))))


def _hurt(chance: Random, id_: str, items: tuple[ItemFacts, ...], sessions: tuple[SessionFacts, ...]) -> HurtFacts:
    at = chance.choice(sessions).started_at
    score = chance.choice((None, 4, 7, 8))
    return HurtFacts(id_, at, chance.choice(items).technique_id, chance.choice(FEELINGS), score)


def _reactions(chance: Random, sessions: tuple[SessionFacts, ...], now: datetime) -> Iterator[ReactionFacts]:
    asked = chance.choice((0.0, 0.2, 0.6))
    for session in sessions:
        for number in range(chance.choice((1, 1, 2, 3)) if chance.random() < asked else 0):
            at = session.ended_at + timedelta(hours=chance.choice((13, 24, 47, 48, 49, 60, 72, 100)))
            if at <= now:
                answer = chance.choice(ANSWERS) if chance.random() < 0.3 else "gone"
                yield ReactionFacts(f"r{session.id}{number}", session.id, at, answer)


def _few(chance: Random, often: float) -> int:
    return chance.choice((1, 1, 2)) if chance.random() < often else 0


def _at(day: date, chance: Random) -> datetime:
    return datetime.combine(day, time(chance.randint(0, 23), chance.choice((0, 0, 7, 30))), UTC)
