"""Histories as the contract table writes them, and what was derived as it writes that."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from pith.domain.days import read_instant
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
    State,
)

TABLE = json.loads((Path(__file__).parents[2] / "contract" / "dose_history.json").read_text())
INSTANTS = {"at", "started_at", "ended_at", "recorded_at"}


def history_of(told: Mapping[str, Any]) -> History:
    """What differs from the table's base, over the base."""
    whole = {**TABLE["base"], **told, "program": {**TABLE["base"]["program"], **told.get("program", {})}}
    return History(
        client_id=whole["client_id"],
        zone=whole["zone"],
        now=read_instant(whole["now"]),
        program=_program(whole["program"]),
        sessions=tuple(_session(one) for one in whole["sessions"]),
        pains=tuple(_facts(PainFacts, one) for one in whole["pains"]),
        hurts=tuple(_facts(HurtFacts, one) for one in whole["hurts"]),
        reactions=tuple(_facts(ReactionFacts, one) for one in whole["reactions"]),
        red=tuple(_facts(RedFacts, one) for one in whole["red"]),
        prescribed=_dates(whole["prescribed"]),
        practised=_dates(whole["practised"]),
        visits=tuple(read_instant(one) for one in whole["visits"]),
        carried=tuple(decision_of(one) for one in whole["carried"]),
        undone=frozenset(whole["undone"]),
        lifted=tuple(read_instant(one) for one in whole.get("lifted", ())),
    )


def decision_of(told: Mapping[str, Any]) -> Decision:
    states = {name: State(**told[name]) for name in ("before", "after")}
    return _facts(Decision, {**told, **states, "on": date.fromisoformat(told["on"])})


def as_json(value: Any) -> Any:
    """The table's way of writing a history and what `derive` gives."""
    if is_dataclass(value):
        return {field.name: as_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {name: as_json(one) for name, one in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    return [as_json(one) for one in value] if isinstance(value, tuple | list) else value


def _program(told: Mapping[str, Any]) -> ProgramFacts:
    dates = {name: date.fromisoformat(told[name]) for name in ("since", "level_since")}
    return ProgramFacts(**{**told, **dates, "items": tuple(_item(one) for one in told["items"])})


def _item(told: Mapping[str, Any]) -> ItemFacts:
    return ItemFacts(**{**told, "regions": frozenset(told["regions"]), "days": frozenset(told["days"])})


def _session(told: Mapping[str, Any]) -> SessionFacts:
    entries = tuple(EntryFacts(**{**one, "regions": frozenset(one.get("regions", ()))}) for one in told["entries"])
    return _facts(SessionFacts, {**told, "local_date": date.fromisoformat(told["local_date"]), "entries": entries})


def _facts(kind: Any, told: Mapping[str, Any]) -> Any:
    return kind(**{name: read_instant(value) if name in INSTANTS else value for name, value in told.items()})


def _dates(told: list[str]) -> tuple[date, ...]:
    return tuple(date.fromisoformat(one) for one in told)
