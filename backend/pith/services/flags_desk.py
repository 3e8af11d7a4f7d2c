"""A client's flags at the desk: what is on, all that was ever told, and what a therapist does about one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import uuid_utils

from pith.domain import screening as rules
from pith.domain.accounts import Actor
from pith.domain.days import local_date
from pith.domain.errors import IdTaken
from pith.domain.screening import Act, Policy
from pith.services.clients import client_for, touch_view
from pith.services.dosing import settle_beside
from pith.services.flags import Told, flag_names, flags_told, plain
from pith.services.languages import language_of
from pith.services.transaction import AnySession, read, write
from pith.store import screening as store
from pith.store.accounts import Client, Therapist, hold_client
from pith.store.screening import FlagEntry

if TYPE_CHECKING:
    from pith.content.loader import Content

# In the history an act stands after what it is about.
_AFTER = timedelta(milliseconds=1)


def flags_of(session: AnySession, actor: Actor, now: datetime, content: Content, client_id: str) -> dict[str, Any]:
    """`{today, flags, history}`: what is on for this client today, and all that was ever told, newest first."""
    with read(session):
        client = client_for(session, actor, client_id)
        told = flags_told(session, client.practice_id, client.id)
        return _shown(told, content, language_of(session, actor), local_date(now, client.timezone))


def act(
    session: AnySession,
    actor: Actor,
    now: datetime,
    content: Content,
    client_id: str,
    wanted: Act,
    new_id: str | None = None,
) -> dict[str, Any]:
    """Writes what a therapist does about a flag, and returns the flags as they are then. `new_id` is the desk's: what
    is sent twice stands once. Raises Invalid, NotFound, IdTaken."""
    with write(session):
        client = client_for(session, actor, client_id, "screen")
        hold_client(session, client.practice_id, client.id)
        if new_id is None or not _stands(session, client, new_id, wanted):
            _write(session, actor, now, content, client, wanted, new_id or str(uuid_utils.uuid7()))
        told = flags_told(session, client.practice_id, client.id)
        return _shown(told, content, language_of(session, actor), local_date(now, client.timezone))


def _stands(session: AnySession, client: Client, id_: str, wanted: Act) -> bool:
    """Whether this act stands under this id already. What it covered is not what it would cover now."""
    row = session.get(FlagEntry, (client.practice_id, client.id, id_))
    if row is None:
        return False
    said = wanted.flag, wanted.act, plain(wanted.sites), wanted.reason
    since = None if wanted.since is None else wanted.since.isoformat()
    if (row.flag, row.act, row.sites, row.reason) != said or since not in (None, row.since):
        raise IdTaken()
    return True


def _write(
    session: AnySession, actor: Actor, now: datetime, content: Content, client: Client, wanted: Act, id_: str
) -> None:
    told = flags_told(session, client.practice_id, client.id)
    today = local_date(now, client.timezone)
    rules.check_act(content.policy, wanted, told.raised, today)
    since = wanted.since
    if since is None and wanted.act == "raise":
        since = rules.assumed_start(content.policy, wanted.flag, today)
    latest = max((entry.at + _AFTER for entry in told.entries if entry.flag == wanted.flag), default=now)
    row = {
        "id": id_,
        "log_id": None,
        "flag": wanted.flag,
        "act": wanted.act,
        "at": max(now, latest),
        "sites": plain(wanted.sites),
        "since": since and since.isoformat(),
        "source": "therapist",
        "reason": wanted.reason,
        "role": wanted.role if wanted.act in ("lower", "confirm", "lift") else None,
        "covers": _with_twins(session, client, rules.covered(wanted, told.raised)),
        "question": None,
        "by_id": actor.id,
        "by_name": session.get_one(Therapist, (actor.practice_id, actor.id)).name,
        "received_at": now,
    }
    store.insert_flag_entries(session, [{"practice_id": client.practice_id, "client_id": client.id, **row}])
    settle_beside(session, client.practice_id, client.id, now, content.policy)
    touch_view(session, client.practice_id, client.id)


def _shown(told: Told, content: Content, language: str, today: date) -> dict[str, Any]:
    by_id = {entry.id: entry for entry in told.entries}
    raised = {one.log: one for one in told.raised}
    names = flag_names(content, language)
    return {
        "today": today.isoformat(),
        "flags": [
            {
                **_entry_view(by_id[active.log], names, content.policy),
                "flag_id": active.flag,
                "label": names.get(active.flag, active.flag),
                "confirmed": _day(raised[active.log].confirmed),
            }
            for active in rules.active_flags(content.policy, told.raised, today)
        ],
        "history": [_entry_view(entry, names, content.policy) for entry in reversed(told.entries)],
    }


def _entry_view(entry: FlagEntry, names: Mapping[str, str], policy: Policy) -> dict[str, Any]:
    return {
        "id": entry.id,
        "act": entry.act,
        "flag_id": entry.flag,
        "label": names.get(entry.flag, entry.flag),
        "red": rules.is_red(policy, entry.flag),
        "at": entry.at,
        "received_at": entry.received_at,
        "by": None if entry.by_id is None else {"id": entry.by_id, "name": entry.by_name},
        "sites": entry.sites,
        "since": entry.since,
        "source": entry.source,
        "reason": entry.reason,
        "role": entry.role,
        "covers": entry.covers,
    }


def _with_twins(session: AnySession, client: Client, covered: Sequence[str]) -> list[str]:
    """Also what `once` leaves out for them: a phone folds its own logs, and knows nothing of that."""
    entries = store.flag_entries(session, client.practice_id, client.id)
    told = {(one.source, one.flag) for one in entries if one.id in covered and one.id == one.log_id}
    return [one.id for one in entries if one.id in covered or (one.log_id, one.flag) in told]


def _day(told: date | None) -> str | None:
    return None if told is None else told.isoformat()
