"""Decisions about the dose and its bounds in an export: every one, with what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select

from pith.content.texts import Texts
from pith.domain.dose_bounds import MODES
from pith.services.dosing import defaults
from pith.services.dosing_rows import decision_view
from pith.services.transaction import AnySession
from pith.store import dose as store
from pith.store.accounts import Client
from pith.store.dose import DoseDecision, DoseSetting

Json = Mapping[str, Any]
_KEPT = ("version", "engine", "made_at", "withdrawn_at", "act", "acted_at", "reason")
_BOUNDS = ("cap_s", "lane", "mode", "changed_at", "slow_lane", "aged", "version", "since", "level_since")


def dose_in(session: AnySession, client: Client) -> dict[str, Any]:
    """`dose`: the bounds and how it stood last (None where nobody ever looked); `dose_decisions`: all that the rules
    ever decided for her. Inside the caller's transaction."""
    return {"dose": _bounds(session, client), "dose_decisions": _decisions(session, client)}


def dose_faults(export: Json) -> dict[str, str]:
    """What is wrong with the decisions of an export, by its field there."""
    days = [(one["on"], one["rule"], one["target"]) for one in export["dose_decisions"]]
    twice = len(set(days)) != len(days)
    return {"export.dose_decisions": "A rule decides once a day about one thing."} if twice else {}


def add_dose(session: AnySession, client: Client, export: Json, now: datetime) -> None:
    """Takes both in as they were, inside the caller's transaction; her dose is worked out anew with the next round."""
    mine = {"practice_id": client.practice_id, "client_id": client.id}
    for one in export["dose_decisions"]:
        by = one["acted_by"] or {"id": None, "name": None}
        plain = {name: value for name, value in one.items() if name not in ("on", "acted_by")}
        session.add(DoseDecision(**mine, **plain, day=one["on"], acted_by_id=by["id"], acted_by_name=by["name"]))
    bounds = export["dose"]
    by = (bounds and bounds["by"]) or {"id": None, "name": None}
    plain = {name: bounds[name] for name in _BOUNDS} if bounds else {}
    # Who takes her in has not said yet that anything may rise by itself.
    known = {**defaults(client.practice_id, client.id), **plain, "mode": MODES[0]}
    session.add(DoseSetting(**known, by_id=by["id"], by_name=by["name"], settle_at=now))


def dose_tables(document: Json, texts: Texts, names: Mapping[str, str], table: Callable[..., str]) -> Iterable[str]:
    """What the rules decided as a table of the page, made by `table`; what was withdrawn is struck through."""
    entries = document["dose_decisions"]
    rows = [
        (
            one["on"],
            one["rule"],
            names.get(one["target"], one["target"]) or texts.say("whole_program"),
            texts.say("minutes", count=f"{one['before']['s'] / 60:.1f}"),
            texts.say("minutes", count=f"{one['after']['s'] / 60:.1f}"),
            one["act"] and texts.value(one["act"]),
            one["acted_by"] and one["acted_by"]["name"],
            one["reason"],
        )
        for one in entries
    ]
    struck = [one["withdrawn_at"] is not None for one in entries]
    columns = ("when", "rule", "what", "before", "after", "became", "by", "why")
    yield table(texts.say("dose_by_rules"), columns, rows, struck)


def _decisions(session: AnySession, client: Client) -> list[dict[str, Any]]:
    return [
        {
            **decision_view(row),
            **{name: getattr(row, name) for name in _KEPT},
            "acted_by": _person(row.acted_by_id, row.acted_by_name),
        }
        for row in store.decisions_of(session, client.practice_id, client.id)
    ]


def _bounds(session: AnySession, client: Client) -> dict[str, Any] | None:
    row = session.scalars(
        select(DoseSetting).where(DoseSetting.practice_id == client.practice_id, DoseSetting.client_id == client.id)
    ).one_or_none()
    if row is None:
        return None
    return {name: getattr(row, name) for name in _BOUNDS} | {"by": _person(row.by_id, row.by_name)}


def _person(id_: str | None, name: str | None) -> dict[str, Any] | None:
    return None if id_ is None else {"id": id_, "name": name}
