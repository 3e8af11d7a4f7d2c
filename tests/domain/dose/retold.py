"""The same history as somebody else knows it: earlier, half of it, with a bad word more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

from pith.domain.days import local_date
from pith.domain.dose import EntryFacts, History, HurtFacts, PainFacts, ReactionFacts, RedFacts, SessionFacts

LOGS = ("sessions", "pains", "hurts", "reactions", "red")
DAY = timedelta(days=1)


def until(history: History, now: datetime) -> History:
    """What was known at an earlier moment."""
    today = local_date(now, history.zone)
    return replace(
        history,
        now=now,
        sessions=tuple(one for one in history.sessions if one.ended_at <= now),
        **{name: tuple(one for one in getattr(history, name) if one.at <= now) for name in LOGS[1:]},
        prescribed=tuple(day for day in history.prescribed if day <= today),
        practised=tuple({one.local_date for one in history.sessions if one.ended_at <= now}),
    )


def rested(history: History) -> History:
    """Some days later, with nothing new: all that waits for its date has come."""
    return replace(history, now=history.now + 6 * DAY)


def halves(chance: Random, history: History) -> tuple[History, History]:
    """Each log on one of two phones, or on both."""
    here, there = {}, {}
    for name in LOGS:
        places = [(one, chance.choice((1, 2, 3))) for one in getattr(history, name)]
        here[name] = tuple(one for one, place in places if place & 1)
        there[name] = tuple(one for one, place in places if place & 2)
    return _knowing(history, here), _knowing(history, there)


def together(one: History, other: History) -> History:
    return _knowing(one, {name: tuple(dict.fromkeys((*getattr(one, name), *getattr(other, name)))) for name in LOGS})


def bad_words(chance: Random, history: History) -> Iterator[History]:
    """The history with one more word at its end, each time another, and each a bad one."""
    now, technique = history.now, chance.choice(history.program.items).technique_id
    hurt = HurtFacts("h-new", now, technique, "sharp")
    yield replace(history, hurts=(*history.hurts, hurt))
    yield replace(history, red=(*history.red, RedFacts("f-new", now)))
    session = _session(chance, technique, now, history.zone)
    if session.local_date == local_date(now, history.zone):  # else it would have ended a gap of yesterday
        yield _with_session(history, session)
    if history.sessions:
        about = chance.choice(history.sessions).id
        told = ReactionFacts("r~new", about, now, chance.choice(("still", "worse", "new_sign")))
        yield replace(history, reactions=(*history.reactions, told))
    if any(_is_waited_for(one, history) for one in history.sessions):
        yield replace(history, pains=(*history.pains, PainFacts(now, 10)))


def with_more_pain(chance: Random, history: History) -> History:
    """One number of what was felt higher: after a session, the next day, or in a hold."""
    if history.pains and chance.random() < 0.4:
        one = chance.randrange(len(history.pains))
        pain = history.pains[one]
        more = replace(pain, pain=min(10, pain.pain + chance.randint(1, 5)))
        return replace(history, pains=(*history.pains[:one], more, *history.pains[one + 1 :]))
    if not history.sessions:
        return history
    one = chance.randrange(len(history.sessions))
    worse = _worse(chance, history.sessions[one])
    return replace(history, sessions=(*history.sessions[:one], worse, *history.sessions[one + 1 :]))


def _knowing(history: History, logs: dict[str, Any]) -> History:
    return replace(history, **logs, practised=tuple({one.local_date for one in logs["sessions"]}))


def _session(chance: Random, technique: str, now: datetime, zone: str) -> SessionFacts:
    """A practice that did no good: strong pain after it, or in it."""
    after, peak = chance.choice(((5, 3), (9, None), (3, 5), (3, 6), (4, 9)))
    entry = EntryFacts(technique, 1, peak)
    started = now - timedelta(minutes=9)
    return SessionFacts("s~new", local_date(started, zone), started, now, now, 3, after, (entry,))


def _with_session(history: History, session: SessionFacts) -> History:
    practised = (*history.practised, session.local_date)
    return replace(history, sessions=(*history.sessions, session), practised=practised)


def _is_waited_for(session: SessionFacts, history: History) -> bool:
    """Whether a pain told now is that of its next day, and would be a bad one."""
    first, last = session.ended_at + DAY / 2, session.ended_at + DAY * 3 / 2
    told = any(first <= one.at <= history.now for one in history.pains)
    return first <= history.now <= last and not told and session.pain_before is not None and session.pain_before <= 8


def _worse(chance: Random, session: SessionFacts) -> SessionFacts:
    if session.pain_after is not None and chance.random() < 0.5:
        return replace(session, pain_after=min(10, session.pain_after + chance.randint(1, 5)))
    place = chance.randrange(len(session.entries))
    entry = session.entries[place]
    more = replace(entry, peak=min(10, (entry.peak or 5) + chance.randint(1, 4)))
    return replace(session, entries=(*session.entries[:place], more, *session.entries[place + 1 :]))
