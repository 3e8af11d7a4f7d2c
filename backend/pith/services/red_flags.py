"""Red flags that stand, for the first lines of the therapist's list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pith.domain.screening import ANY_RED_FLAG
from pith.services.flags import Told, flag_names, flags_told
from pith.services.transaction import AnySession
from pith.store import screening as store

if TYPE_CHECKING:
    from pith.content.loader import Content


def standing(session: AnySession, content: Content, practice_id: str, language: str) -> dict[str, dict[str, Any]]:
    """By client, for those who have any: `{flags: [{id, label}], at, received_at}`, the newest telling first; when that
    one was told, and when it arrived. Inside the caller's transaction."""
    red = {*content.policy.red_flags, ANY_RED_FLAG}
    names = flag_names(content, language)
    found = {}
    for client_id in store.raisers(session, practice_id, red):
        told = flags_told(session, practice_id, client_id)
        row = _row(told, red, names)
        if row is not None:
            found[client_id] = row
    return found


def _row(told: Told, red: set[str], names: dict[str, str]) -> dict[str, Any] | None:
    logs = {one.log for one in told.raised if one.flag in red}
    entries = [entry for entry in reversed(told.entries) if entry.id in logs]
    if not entries:
        return None
    flags = dict.fromkeys(entry.flag for entry in entries)
    return {
        "flags": [{"id": flag, "label": names.get(flag, flag)} for flag in flags],
        "at": entries[0].at,
        "received_at": entries[0].received_at,
    }
