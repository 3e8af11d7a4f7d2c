"""Standing in: for the days on which a therapist is away a colleague sees her clients, and hears of what is urgent.

Whom somebody stands in for today comes with who is signed in (`Actor.covers`): the day after the last it is nobody.
Nobody stands in on days on which she is away herself: who goes away then hands on whom she stands in for.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from pith.domain import accounts as rules
from pith.domain.accounts import Actor
from pith.domain.days import local_date
from pith.domain.errors import Conflict, Invalid, NotFound
from pith.services.clients import touch_view
from pith.services.transaction import AnySession, read, write
from pith.store import inbox as store
from pith.store.accounts import Practice, Therapist, hold_therapists
from pith.store.inbox import TherapistAway

LONGEST = timedelta(days=366)
_BUSY = {"covered_by": "This colleague is away on some of these days."}


class StandsIn(Conflict):
    """`detail`: `covering`, for whom she stands in on these days, each `{therapist_id, name, from, until}`."""

    code = "stands_in"

    def __init__(self, spans: Sequence[tuple[TherapistAway, str]]) -> None:
        said = ", ".join(f"{name} ({row.first_day} to {row.last_day})" for row, name in spans)
        why = f"You stand in for {said}. Say who does it instead."
        covering = [
            {"therapist_id": row.therapist_id, "name": name, "from": row.first_day, "until": row.last_day}
            for row, name in spans
        ]
        super().__init__(message=why, fields={"from": why}, covering=covering)


def own_away(session: AnySession, actor: Actor, now: datetime) -> dict[str, Any]:
    """`{away, covering}`: my own days away, from now on, or None; and for whom I stand in today."""
    rules.require(actor, "see_practice", rules.Practice(actor.practice_id))
    with read(session):
        return _told(session, actor, now)


def set_away(
    session: AnySession,
    actor: Actor,
    now: datetime,
    first: date,
    last: date,
    covered_by: str,
    hand_on: bool = False,
) -> dict[str, Any]:
    """Says from when until when I am away, and who sees my clients then; what I said before no longer counts.

    For whom I stand in on these days, somebody else has to: with `hand_on` it is the same colleague, until they are
    back. Raises NotFound for whoever is no colleague, Invalid for days that make no sense, StandsIn.
    """
    rules.require(actor, "see_practice", rules.Practice(actor.practice_id))
    with write(session):
        today = _today(session, actor.practice_id, now)
        _check(first, last, today)
        if covered_by == actor.id:
            raise Invalid({"covered_by": "Please choose a colleague."})
        # Two who go away at once stand in for one another, or for a third: one waits for what the other said.
        if not {actor.id, covered_by} <= hold_therapists(session, actor.practice_id).keys():
            raise NotFound()
        _check_cover(session, actor.practice_id, covered_by, max(first, today), last)
        standing_in = store.stands_in_on(session, actor.practice_id, actor.id, max(first, today), last)
        if standing_in and not hand_on:
            raise StandsIn(standing_in)
        for row, _ in standing_in:
            _hand_on(session, row, covered_by, today)
        _end(session, actor.practice_id, actor.id)
        days = {"first_day": first.isoformat(), "last_day": last.isoformat()}
        mine = {"practice_id": actor.practice_id, "therapist_id": actor.id}
        session.add(TherapistAway(**mine, covered_by=covered_by, **days, set_at=now))
        session.flush()
        _touch(session, actor.practice_id, actor.id)
        return _told(session, actor, now)


def come_back(session: AnySession, actor: Actor) -> None:
    """I am back, or never go: nobody stands in for me any more."""
    rules.require(actor, "see_practice", rules.Practice(actor.practice_id))
    with write(session):
        _end(session, actor.practice_id, actor.id)
        _touch(session, actor.practice_id, actor.id)


def end_those_over(session: AnySession, now: datetime) -> None:
    """Tidies up behind spans whose last day is over: nobody sees anything by them since. Transactions of its own."""
    with read(session):
        over = [
            (row.practice_id, row.therapist_id)
            for row in store.all_away(session)
            if row.last_day < local_date(now, row.timezone).isoformat()
        ]
    for practice_id, therapist_id in over:
        with write(session):
            row = store.away_of(session, practice_id, therapist_id)
            if row is not None and row.last_day < _today(session, practice_id, now).isoformat():
                _end(session, practice_id, therapist_id)


def for_phone(session: AnySession, practice_id: str, client_id: str) -> dict[str, Any] | None:
    """`{from, until, cover_name}` of the therapist whom this client's phone names; which day it is, the phone knows.
    Inside the caller's transaction."""
    row = store.away_of_client(session, practice_id, client_id)
    return None if row is None else {"from": row.first_day, "until": row.last_day, "cover_name": row.name}


def _told(session: AnySession, actor: Actor, now: datetime) -> dict[str, Any]:
    today = _today(session, actor.practice_id, now)
    row = store.away_of(session, actor.practice_id, actor.id)
    away = None
    if row is not None and row.last_day >= today.isoformat():
        cover = session.get_one(Therapist, (actor.practice_id, row.covered_by))
        cover_by = {"id": cover.id, "name": cover.name}
        away = {"from": row.first_day, "until": row.last_day, "covered_by": cover_by}
    covering = store.covers(session, actor.practice_id, actor.id, today)
    said = [{"therapist_id": one.therapist_id, "name": one.name, "until": one.last_day} for one in covering]
    return {"away": away, "covering": said}


def _check(first: date, last: date, today: date) -> None:
    wrong: dict[str, str] = {}
    if last < first:
        wrong["until"] = "Please choose a day that is not before the first."
    elif last < today:
        wrong["until"] = "Please choose today or a later day."
    elif last - first > LONGEST:
        wrong["until"] = "At most one year."
    if wrong:
        raise Invalid(wrong)


def _check_cover(session: AnySession, practice_id: str, cover_id: str, first: date, last: date) -> None:
    hers = store.away_of(session, practice_id, cover_id)
    if hers is not None and hers.first_day <= last.isoformat() and first.isoformat() <= hers.last_day:
        raise Invalid(_BUSY)


def _hand_on(session: AnySession, row: TherapistAway, cover_id: str, today: date) -> None:
    """Another stands in for all that is left of these days."""
    first, last = (date.fromisoformat(day) for day in (row.first_day, row.last_day))
    _check_cover(session, row.practice_id, cover_id, max(first, today), last)
    row.covered_by = cover_id
    session.flush()
    _touch(session, row.practice_id, row.therapist_id)


def _end(session: AnySession, practice_id: str, therapist_id: str) -> None:
    row = store.away_of(session, practice_id, therapist_id)
    if row is not None:
        session.delete(row)
        session.flush()


def _touch(session: AnySession, practice_id: str, therapist_id: str) -> None:
    for client_id in store.clients_named_after(session, practice_id, therapist_id):
        touch_view(session, practice_id, client_id)


def _today(session: AnySession, practice_id: str, now: datetime) -> date:
    return local_date(now, session.get_one(Practice, practice_id).timezone)
