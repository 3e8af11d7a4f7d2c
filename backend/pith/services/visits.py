"""Visits in the room, written down by a therapist, and the course of care. A correction is another entry, a mistake is
withdrawn; nothing is edited. Her phone learns when the newest visits were, and nothing else of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import orjson
import uuid_utils

from pith.domain import visits as rules
from pith.domain.accounts import Actor
from pith.domain.days import local_date
from pith.domain.errors import Conflict, NotFound
from pith.domain.visits import VisitDraft
from pith.services.clients import client_for, touch_view
from pith.services.transaction import AnySession, read, write
from pith.services.words import ClientKey
from pith.store import visits as store
from pith.store.accounts import Client, Therapist, hold_client
from pith.store.visits import SEALED_IN, Course, Visit

# Of older ones no rule of a phone makes anything.
FOR_PHONE = 3


def visits_of(session: AnySession, actor: Actor, now: datetime, master: bytes, client_id: str) -> dict[str, Any]:
    """`{visits, course}`: every entry, the newest visit first, with what became of it; and the course under way."""
    with read(session):
        client = client_for(session, actor, client_id, "see")
        key = _key(master, client)
        rows = store.visits_of(session, client.practice_id, client.id)
        later = {row.replaces: row.id for row in rows if row.replaces is not None}
        return {
            "visits": [_told(key, row, later.get(row.id)) for row in rows],
            "course": _course(session, client, now),
        }


def write_down(
    session: AnySession, actor: Actor, now: datetime, master: bytes, client_id: str, visit_id: str, draft: VisitDraft
) -> dict[str, Any]:
    """A visit, under the id that the desk gave it: sent twice it stands once. Raises Invalid, Conflict for an id that
    says something else already."""
    with write(session):
        client = _held(session, actor, client_id)
        rules.check_visit(draft, local_date(now, client.timezone))
        key = _key(master, client)
        twin = _twin(session, client, key, visit_id, draft, None)
        if twin is not None:
            return _told(key, twin, store.replaced_by(session, twin))
        at = rules.instant_of(draft.on, now, client.timezone)
        return _told(key, _add(session, actor, now, client, key, visit_id, draft, at), None)


def correct(
    session: AnySession,
    actor: Actor,
    now: datetime,
    master: bytes,
    client_id: str,
    visit_id: str,
    new_id: str,
    draft: VisitDraft,
) -> dict[str, Any]:
    """Another entry in place of one that stands; sent twice it stands once. Raises NotFound, Invalid, and Conflict
    where somebody corrected or withdrew it meanwhile."""
    with write(session):
        client = _held(session, actor, client_id)
        rules.check_visit(draft, local_date(now, client.timezone))
        key = _key(master, client)
        twin = _twin(session, client, key, new_id, draft, visit_id)
        if twin is not None:
            return _told(key, twin, store.replaced_by(session, twin))
        old = _standing(session, client, visit_id)
        same_day = draft.on.isoformat() == old.visited_on
        at = old.at if same_day else rules.instant_of(draft.on, now, client.timezone)
        return _told(key, _add(session, actor, now, client, key, new_id, draft, at, old.id), None)


def withdraw(session: AnySession, actor: Actor, now: datetime, client_id: str, visit_id: str) -> None:
    """Takes back what was written by mistake; twice changes nothing. Raises NotFound, and Conflict where it was
    corrected meanwhile."""
    with write(session):
        client = _held(session, actor, client_id)
        row = session.get(Visit, (client.practice_id, client.id, visit_id))
        if row is None:
            raise NotFound()
        if row.withdrawn_at is None:
            row = _standing(session, client, visit_id)
            row.withdrawn_at, row.withdrawn_by_id, row.withdrawn_by_name = now, actor.id, _name(session, actor)
            touch_view(session, client.practice_id, client.id)


def set_course(
    session: AnySession, actor: Actor, now: datetime, client_id: str, visits_planned: int, started_on: date
) -> dict[str, Any]:
    """Plans a course, in place of the one before; the same again changes nothing. Raises Invalid."""
    with write(session):
        client = _held(session, actor, client_id)
        rules.check_course(visits_planned, started_on, local_date(now, client.timezone))
        before = store.course_of(session, client.practice_id, client.id)
        if before is None or (before.visits_planned, before.started_on) != (visits_planned, started_on.isoformat()):
            session.add(
                Course(
                    practice_id=client.practice_id,
                    client_id=client.id,
                    id=str(uuid_utils.uuid7()),
                    visits_planned=visits_planned,
                    started_on=started_on.isoformat(),
                    by_id=actor.id,
                    by_name=_name(session, actor),
                    at=now,
                )
            )
            session.flush()
        found = _course(session, client, now)
        assert found is not None
        return found


def end_course(session: AnySession, actor: Actor, now: datetime, client_id: str) -> None:
    """Ends the course under way; twice changes nothing."""
    with write(session):
        client = _held(session, actor, client_id)
        row = store.course_of(session, client.practice_id, client.id)
        if row is not None:
            row.ended_at, row.ended_by_id, row.ended_by_name = now, actor.id, _name(session, actor)


def for_phone(session: AnySession, practice_id: str, client_id: str) -> list[datetime]:
    """When the newest visits were, for the view, the newest first. Inside the caller's transaction."""
    return [row.at for row in store.standing_visits(session, practice_id, client_id, FOR_PHONE)]


def words_in(key: ClientKey, row: Visit) -> dict[str, str]:
    """`{note, reaction}` of a visit."""
    words: dict[str, str] = orjson.loads(key.unseal(SEALED_IN, row.id, row.words))
    return words


def sealed_words(key: ClientKey, visit_id: str, note: str, reaction: str) -> bytes:
    return key.seal(SEALED_IN, visit_id, orjson.dumps({"note": note, "reaction": reaction}))


def _held(session: AnySession, actor: Actor, client_id: str) -> Client:
    client = client_for(session, actor, client_id, "treat")
    hold_client(session, client.practice_id, client.id)
    return client


def _key(master: bytes, client: Client) -> ClientKey:
    return ClientKey(master, client.practice_id, client.id, client.text_key)


def _name(session: AnySession, actor: Actor) -> str:
    return session.get_one(Therapist, (actor.practice_id, actor.id)).name


def _twin(
    session: AnySession, client: Client, key: ClientKey, visit_id: str, draft: VisitDraft, replaces: str | None
) -> Visit | None:
    """The entry that this id stands for already, where it says the same."""
    row = session.get(Visit, (client.practice_id, client.id, visit_id))
    if row is not None and (_draft(key, row), row.replaces) != (draft, replaces):
        raise Conflict("visit_exists", "Another visit stands under this id.")
    return row


def _standing(session: AnySession, client: Client, visit_id: str) -> Visit:
    row = session.get(Visit, (client.practice_id, client.id, visit_id))
    if row is None:
        raise NotFound()
    if row.withdrawn_at is not None or store.replaced_by(session, row) is not None:
        raise Conflict("visit_changed", "Somebody changed this visit meanwhile.")
    return row


def _add(
    session: AnySession,
    actor: Actor,
    now: datetime,
    client: Client,
    key: ClientKey,
    visit_id: str,
    draft: VisitDraft,
    at: datetime,
    replaces: str | None = None,
) -> Visit:
    row = Visit(
        practice_id=client.practice_id,
        client_id=client.id,
        id=visit_id,
        visited_on=draft.on.isoformat(),
        at=at,
        minutes=draft.minutes,
        kind=draft.kind,
        regions=[{"region": region, "side": side} for region, side in draft.regions],
        words=sealed_words(key, visit_id, draft.note, draft.reaction),
        by_id=actor.id,
        by_name=_name(session, actor),
        written_at=now,
        replaces=replaces,
    )
    session.add(row)
    touch_view(session, client.practice_id, client.id)
    session.flush()
    return row


def _draft(key: ClientKey, row: Visit) -> VisitDraft:
    places = tuple((one["region"], one["side"]) for one in row.regions)
    words = words_in(key, row)
    on = date.fromisoformat(row.visited_on)
    return VisitDraft(on, row.minutes, row.kind, places, words["note"], words["reaction"])


def _told(key: ClientKey, row: Visit, replaced: str | None) -> dict[str, Any]:
    withdrawn = None
    if row.withdrawn_at is not None:
        withdrawn = {"by": {"id": row.withdrawn_by_id, "name": row.withdrawn_by_name}, "at": row.withdrawn_at}
    return {
        "id": row.id,
        "on": row.visited_on,
        "at": row.at,
        "minutes": row.minutes,
        "kind": row.kind,
        "regions": row.regions,
        **words_in(key, row),
        "by": {"id": row.by_id, "name": row.by_name},
        "written_at": row.written_at,
        "replaces": row.replaces,
        "replaced_by": replaced,
        "withdrawn": withdrawn,
    }


def _course(session: AnySession, client: Client, now: datetime) -> dict[str, Any] | None:
    row = store.course_of(session, client.practice_id, client.id)
    if row is None:
        return None
    began, today = date.fromisoformat(row.started_on), local_date(now, client.timezone)
    visits = store.standing_visits(session, client.practice_id, client.id)
    coming = rules.next_review(began, today)
    return {
        "visits_planned": row.visits_planned,
        "started_on": row.started_on,
        "visits_done": rules.visits_in(began, (date.fromisoformat(one.visited_on) for one in visits)),
        "next_review": None if coming is None else {"weeks": coming[0], "due_on": coming[1].isoformat()},
        "by": {"id": row.by_id, "name": row.by_name},
        "at": row.at,
    }
