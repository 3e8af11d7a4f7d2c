"""What each line of the inbox says: a code and its facts, which the desk puts into words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row

from pith.domain.days import read_instant
from pith.domain.inbox import rank_of
from pith.domain.practice import may_be_answered
from pith.services.flags import flag_names
from pith.services.words import ClientKey, whole_log

if TYPE_CHECKING:
    from pith.content.loader import Content

Why = dict[str, Any]


class Names:
    """What techniques and flags are called in the language of whoever reads."""

    def __init__(self, content: Content, language: str) -> None:
        self._techniques = content.catalogue.speaking(language).techniques
        self._flags = flag_names(content, language)

    def technique(self, id_: Any) -> str | None:
        known = self._techniques.get(id_) if isinstance(id_, str) else None
        return None if known is None else known.name

    def flags(self, ids: Any) -> list[dict[str, str]]:
        return [{"id": one, "label": self._flags.get(one, one)} for one in ids]


def item_of(row: Row[Any], key: ClientKey, names: Names) -> dict[str, Any]:
    """One thing that waits; of a row of `open_alerts`."""
    log = _log(row, key)
    return {
        **head_of(row),
        "why": _why(row, log, names),
        "log_id": None if log is None else row.source_id,
        "decision_id": row.source_id if row.cause == "dose" else None,
        "answerable": log is not None and not row.replied and may_be_answered(log),
    }


def closed_item(row: Row[Any], names: Names) -> dict[str, Any]:
    """One thing that was closed, without the client's words; of a row of `closed_since`."""
    by = {"outcome": row.outcome, "by": row.by_name, "closed_at": row.at}
    return {**head_of(row), "why": _why(row, None, names), **by}


def head_of(row: Row[Any]) -> dict[str, Any]:
    rule = str(row.detail.get("rule", ""))
    return {
        "id": f"{row.client_id}:{row.cause}:{row.source_id}",
        "client": {"id": row.client_id, "name": row.name, "timezone": row.timezone},
        "rank": rank_of(row.level, row.cause, rule),
        "cause": row.cause,
        "since": since_of(row),
    }


def since_of(row: Row[Any]) -> datetime:
    """When it happened, as far as that is told, else when it came to be known."""
    told = row.detail.get("at")
    return read_instant(told) if isinstance(told, str) else row.created_at


def _log(row: Row[Any], key: ClientKey) -> dict[str, Any] | None:
    """The log behind it; its sealed words only where they are what it says."""
    if row.log_kind is None:
        return None
    words = row.words if row.cause in _SAYS_WORDS else None
    return {"private": False, **whole_log(key, row.source_id, row.body, words)}


_SAYS_WORDS = frozenset({"question", "note"})


def _why(row: Row[Any], log: Mapping[str, Any] | None, names: Names) -> Why:
    detail: Mapping[str, Any] = {name: value for name, value in row.detail.items() if name != "at"}
    make = _MAKERS.get(row.cause)
    return {**(dict(detail) if make is None else make(detail, log, names)), "code": row.cause}


def _hurt(detail: Mapping[str, Any], _log: Mapping[str, Any] | None, names: Names) -> Why:
    return {**detail, "technique": names.technique(detail.get("technique_id"))}


def _red_flag(detail: Mapping[str, Any], _log: Mapping[str, Any] | None, names: Names) -> Why:
    return {"flags": names.flags(detail.get("flags", ()))}


def _said(detail: Mapping[str, Any], log: Mapping[str, Any] | None, names: Names) -> Why:
    about = (log or {}).get("about") or {}
    return {
        "text": (log or {}).get("text"),
        "technique": names.technique(about.get("technique_id")),
        "side": about.get("side"),
    }


def _dose(detail: Mapping[str, Any], _log: Mapping[str, Any] | None, names: Names) -> Why:
    return {**detail, "technique": names.technique(detail.get("target"))}


_MAKERS: Mapping[str, Callable[[Mapping[str, Any], Mapping[str, Any] | None, Names], Why]] = {
    "hurt": _hurt,
    "red_flag": _red_flag,
    "question": _said,
    "note": _said,
    "dose": _dose,
}
