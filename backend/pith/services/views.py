"""The view that a phone pulls: all it needs to practise without a network, and nothing that depends on "today".

Its bytes are a pure function of the client's `view_version`, a random id that changes with anything in it; so each
process keeps the last few as it made them. What moves by itself (time, the window of logs) is added each time.
"""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime
from threading import Lock
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import Row

from pith.domain.accounts import Actor
from pith.domain.sync import (
    CONSENT_REQUIRED,
    MAX_BYTES,
    MAX_ITEMS,
    MIN_SCHEMA,
    SCHEMA,
)
from pith.services import covering, dosing, intake, measures, read_logs, reminders, replies, rests, visits
from pith.services.flags import entries_for_phone
from pith.services.own_now import with_own_now
from pith.services.practice_content import content_at
from pith.services.programs import view_of_programs
from pith.services.screening import gate_of
from pith.services.thresholds import values_for_phones
from pith.services.transaction import AnySession
from pith.services.words import ClientKey
from pith.store import sync as store
from pith.store.accounts import Client
from pith.store.catalogue import content_rev
from pith.store.progress import last_session_day

if TYPE_CHECKING:
    from pith.content.loader import Content

KEPT_VIEWS = 512
_kept: OrderedDict[str, bytes] = OrderedDict()
_kept_lock = Lock()


def tag(view_version: str) -> str:
    """The version as phones know it: another shape of the view is another version of it."""
    return f"{view_version}.{SCHEMA}"


def render(
    session: AnySession,
    actor: Actor,
    now: datetime,
    master: bytes,
    content: Content,
    view_version: str,
    window_from: str,
    ids: list[str],
) -> bytes:
    """The pull's whole JSON. `master` opens her own key; `ids` are the stored logs from local date `window_from` on."""
    moving = orjson.dumps(
        {
            "schema": SCHEMA,
            "view_version": tag(view_version),
            "server_time": now,
            "min_schema": MIN_SCHEMA,
            "log_window": {"from": window_from, "ids": ids},
            "last_practice": last_session_day(session, actor.practice_id, actor.id, now),
        },
        option=orjson.OPT_UTC_Z,
    )
    return moving[:-1] + b"," + _steady(session, actor, master, content, view_version)[1:]


def _steady(session: AnySession, actor: Actor, master: bytes, content: Content, view_version: str) -> bytes:
    with _kept_lock:
        found = _kept.get(view_version)
        if found is not None:
            _kept.move_to_end(view_version)
            return found
    made = orjson.dumps(_parts(session, actor, master, content), option=orjson.OPT_UTC_Z)
    with _kept_lock:
        _kept[view_version] = made
        while len(_kept) > KEPT_VIEWS:
            _kept.popitem(last=False)
    return made


def _parts(session: AnySession, actor: Actor, master: bytes, content: Content) -> dict[str, Any]:
    me = store.who_am_i(session, actor.practice_id, actor.id)
    gate = gate_of(session, actor.practice_id, actor.id)
    own = session.get_one(Client, (actor.practice_id, actor.id))
    key = ClientKey(master, actor.practice_id, actor.id, own.text_key)
    rev = content_rev(session, actor.practice_id)
    policy = content_at(session, content, actor.practice_id, rev).policy
    programs = view_of_programs(session, actor.practice_id, actor.id)
    versions = [one for one in (programs["program"], *programs["earlier"]) if one]
    return {
        "me": _me(session, actor, me),
        **with_own_now(session, content, actor.practice_id, programs),
        "gate": {"open": gate.open, "by": gate.by, "at": gate.at},
        "flags": entries_for_phone(session, policy, actor.practice_id, actor.id),
        **intake.for_phone(session, key, actor.practice_id, actor.id),
        "reminders": reminders.for_phone(session, actor.practice_id, actor.id),
        "thresholds": values_for_phones(session, actor.practice_id),
        "replies": replies.for_phone(session, key, actor.practice_id, actor.id),
        "read_logs": read_logs.for_phone(session, actor.practice_id, actor.id),
        "visits": visits.for_phone(session, actor.practice_id, actor.id),
        "measures": measures.for_phone(session, actor.practice_id, actor.id),
        "dose": dosing.for_phone(session, actor.practice_id, actor.id),
        "rests": rests.for_phone(session, actor.practice_id, actor.id, own.timezone, versions),
        "decisions": [],
        "messages": [],
        "limits": {"max_items": MAX_ITEMS, "max_bytes": MAX_BYTES},
    }


def _me(session: AnySession, actor: Actor, me: Row[Any]) -> dict[str, Any]:
    return {
        "client_id": actor.id,
        "practice_id": actor.practice_id,
        "name": me.name,
        "timezone": me.timezone,
        "language": me.language,
        "practice_name": me.practice_name,
        "therapist_name": me.therapist_name or me.practice_name,
        "away": covering.for_phone(session, actor.practice_id, actor.id),
        "emergency_number": me.settings["emergency_number"],
        "consent_version": store.consent_version(session, actor.practice_id, actor.id),
        "consent_required": CONSENT_REQUIRED,
    }
