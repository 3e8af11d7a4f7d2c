"""Visits and courses of care in an export: every entry, with what was corrected, withdrawn and ended."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select

from pith.content.texts import Texts
from pith.domain.days import local_date
from pith.domain.errors import Invalid
from pith.domain.visits import VisitDraft, check_course, check_visit
from pith.services.transaction import AnySession
from pith.services.visits import sealed_words, words_in
from pith.services.words import ClientKey
from pith.store.accounts import Client
from pith.store.visits import Course, Visit

Json = Mapping[str, Any]
_COURSE = ("id", "visits_planned", "started_on", "at", "ended_at")
# Another practice's calendar may be a day ahead of ours.
_AHEAD = timedelta(days=1)


def visits_in(session: AnySession, client: Client, key: ClientKey) -> list[dict[str, Any]]:
    """Every visit that was ever written down, as it was. Inside the caller's transaction."""
    mine = Visit.practice_id == client.practice_id, Visit.client_id == client.id
    return [
        {
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
            "withdrawn_at": row.withdrawn_at,
            "withdrawn_by": _person(row.withdrawn_by_id, row.withdrawn_by_name),
        }
        for row in session.scalars(select(Visit).where(*mine).order_by(Visit.at, Visit.id))
    ]


def courses_in(session: AnySession, client: Client) -> list[dict[str, Any]]:
    """Every course that was planned. Inside the caller's transaction."""
    mine = Course.practice_id == client.practice_id, Course.client_id == client.id
    return [
        {name: getattr(row, name) for name in _COURSE}
        | {"by": {"id": row.by_id, "name": row.by_name}, "ended_by": _person(row.ended_by_id, row.ended_by_name)}
        for row in session.scalars(select(Course).where(*mine).order_by(Course.at, Course.id))
    ]


def visit_faults(export: Json, now: datetime) -> dict[str, str]:
    """What is wrong with visits and courses of an export, by its field there."""
    wrong: dict[str, str] = {}
    today = local_date(now, export["client"]["timezone"]) + _AHEAD
    for place, one in enumerate(export["visits"]):
        wrong |= _faults(f"export.visits.{place}", check_visit, _draft(one), today)
    for place, one in enumerate(export["courses"]):
        began = date.fromisoformat(one["started_on"])
        wrong |= _faults(f"export.courses.{place}", check_course, one["visits_planned"], began, today)
    known = {one["id"] for one in export["visits"]}
    replaced = [one["replaces"] for one in export["visits"] if one["replaces"] is not None]
    if len(set(replaced)) != len(replaced) or not set(replaced) <= known:
        wrong["export.visits"] = "A visit is replaced twice, or stands not here."
    return wrong


def add_visits(session: AnySession, client: Client, key: ClientKey, export: Json) -> None:
    """Takes them in as they were, inside the caller's transaction."""
    mine = {"practice_id": client.practice_id, "client_id": client.id}
    special = ("on", "note", "reaction", "by", "withdrawn_by")
    for one in export["visits"]:
        plain = {name: value for name, value in one.items() if name not in special}
        gone = one["withdrawn_by"] or {"id": None, "name": None}
        session.add(
            Visit(
                **mine,
                **plain,
                visited_on=one["on"],
                words=sealed_words(key, one["id"], one["note"], one["reaction"]),
                by_id=one["by"]["id"],
                by_name=one["by"]["name"],
                withdrawn_by_id=gone["id"],
                withdrawn_by_name=gone["name"],
            )
        )
    for one in export["courses"]:
        plain = {name: value for name, value in one.items() if name not in ("by", "ended_by")}
        gone = one["ended_by"] or {"id": None, "name": None}
        by = {"by_id": one["by"]["id"], "by_name": one["by"]["name"]}
        session.add(Course(**mine, **plain, **by, ended_by_id=gone["id"], ended_by_name=gone["name"]))


def visit_tables(document: Json, texts: Texts, table: Callable[..., str]) -> Iterable[str]:
    """Both as tables of the page, made by `table`: caption, columns, rows, and which of them are struck through."""
    entries = document["visits"]
    replaced = {one["replaces"] for one in entries}
    rows = [
        (
            one["on"],
            one["minutes"],
            texts.value(f"work_{one['kind']}"),
            ", ".join(f"{place['region']} {texts.value(place['side'])}" for place in one["regions"]),
            one["reaction"],
            one["note"],
            one["by"]["name"],
        )
        for one in entries
    ]
    struck = [one["withdrawn_at"] is not None or one["id"] in replaced for one in entries]
    columns = ("when", "minutes_long", "how", "where", "reaction", "note", "by")
    yield table(texts.say("visits_in_the_room"), columns, rows, struck)
    planned = [
        (one["started_on"], one["visits_planned"], one["by"]["name"], one["ended_at"] and f"{one['ended_at']:%Y-%m-%d}")
        for one in document["courses"]
    ]
    yield table(texts.say("course"), ("since", "visits_planned", "by", "until"), planned)


def _faults(path: str, check: Callable[..., None], *told: Any) -> dict[str, str]:
    try:
        check(*told)
    except Invalid as error:
        return {f"{path}.{field}": why for field, why in error.fields.items()}
    return {}


def _draft(one: Json) -> VisitDraft:
    places = tuple((place["region"], place["side"]) for place in one["regions"])
    return VisitDraft(date.fromisoformat(one["on"]), one["minutes"], one["kind"], places, one["note"], one["reaction"])


def _person(person_id: str | None, name: str | None) -> dict[str, Any] | None:
    return None if person_id is None else {"id": person_id, "name": name}
