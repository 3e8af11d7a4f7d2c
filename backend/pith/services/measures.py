"""The measures of one client: what her phone told, what was written down with her in the room, and what is due."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import orjson
import uuid_utils

from pith.domain import measures as rules
from pith.domain.accounts import Actor
from pith.domain.days import local_date, utc_offset_min
from pith.domain.errors import IdTaken, Invalid
from pith.domain.measures import Due, Reading
from pith.domain.sync import SCHEMA, Received
from pith.services import intake, sync
from pith.services.clients import client_for
from pith.services.transaction import AnySession, read, write
from pith.services.words import ClientKey, whole_log
from pith.store import answers as answer_store
from pith.store import measures as store
from pith.store.accounts import Client, Therapist, hold_client
from pith.store.practice import Log

MOST = 400  # of the newest logs are looked at: a hundred rounds and more


def for_phone(session: AnySession, practice_id: str, client_id: str) -> dict[str, Any]:
    """`{since}`: the day of her first program, or None. What she told, her phone has; it depends on no "today"."""
    return {"since": store.first_program_day(session, practice_id, client_id)}


def measures_of(session: AnySession, actor: Actor, now: datetime, master: bytes, client_id: str) -> dict[str, Any]:
    """`{since, due, goals, readings}` as the desk shows them. Raises NotFound."""
    with read(session):
        return _shown(session, client_for(session, actor, client_id), now, master)


def write_down(
    session: AnySession, actor: Actor, now: datetime, master: bytes, client_id: str, told: Mapping[str, Any]
) -> dict[str, Any]:
    """Keeps a measure that a therapist takes down, as a log of her client under the therapist's id, so that her phone
    knows of it too. With an `id` in it: what is sent twice stands once. Raises Invalid for values that do not fit,
    NotFound, IdTaken."""
    with write(session):
        client = client_for(session, actor, client_id, "screen")
        hold_client(session, client.practice_id, client.id)
        today = local_date(now, client.timezone)
        found = rules.reading(told["measure_id"], today, told["values"])
        if found is None or len(found.values) != len(told["values"]):
            raise Invalid({"values": "These are not values of this measure."})
        log_id = told.get("id") or str(uuid_utils.uuid7())
        key = ClientKey(master, client.practice_id, client.id, client.text_key)
        if not _stands(session, client, key, log_id, found):
            item = _log(client, now, today, log_id, found)
            delivery = sync.Delivery(client.practice_id, client.id, actor.id, now, 0, master, key)
            received = Received(log_id, log_id, item, orjson.dumps(item, option=orjson.OPT_SORT_KEYS))
            sync.take_down(session, delivery, received)
        return _shown(session, client, now, master)


def is_better(session: AnySession, master: bytes, practice_id: str, client_id: str) -> bool:
    """Whether one client's own measures say that she is better than at the start; inside the caller's transaction."""
    client = session.get_one(Client, (practice_id, client_id))
    told = [one for one, _ in _readings(session, ClientKey(master, practice_id, client_id, client.text_key), client)]
    return rules.is_better(rules.courses(told, _day(store.first_program_day(session, practice_id, client_id))))


def _stands(session: AnySession, client: Client, key: ClientKey, log_id: str, found: Reading) -> bool:
    """Whether this measure stands under this id already."""
    row = session.get(Log, (client.practice_id, client.id, log_id))
    if row is None:
        return False
    log = whole_log(key, row.id, row.body, row.words)
    if (log["kind"], log.get("measure_id"), log.get("values")) != ("measure", found.measure_id, dict(found.values)):
        raise IdTaken()
    return True


def _log(client: Client, now: datetime, today: date, log_id: str, found: Reading) -> dict[str, Any]:
    return {
        "id": log_id,
        "kind": "measure",
        "schema": SCHEMA,
        "local_date": today.isoformat(),
        "tz": client.timezone,
        "utc_offset_min": utc_offset_min(now, client.timezone),
        "recorded_at": now.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "measure_id": found.measure_id,
        "values": dict(found.values),
    }


def _shown(session: AnySession, client: Client, now: datetime, master: bytes) -> dict[str, Any]:
    who = client.practice_id, client.id
    key = ClientKey(master, *who, client.text_key)
    since = _day(store.first_program_day(session, *who))
    told = _readings(session, key, client)
    given = [(one.measure_id, one.on) for one, _ in told]
    names = {by: session.get(Therapist, (client.practice_id, by)) for _, by in told if by}
    return {
        "since": since,
        "due": _due_shown(rules.due(since, local_date(now, client.timezone), given)),
        "goals": list(_goals(told)),
        "readings": [
            {
                "measure_id": one.measure_id,
                "on": one.on,
                "values": one.values,
                "by": None if (person := names.get(by)) is None else {"id": by, "name": person.name},
            }
            for one, by in told
        ],
    }


def _due_shown(due: Due | None) -> dict[str, Any] | None:
    return None if due is None else {"weeks": due.weeks, "measures": list(due.measures)}


def _goals(told: list[tuple[Reading, str]]) -> Mapping[str, int]:
    """The activities that were rated last."""
    return next((one.values for one, _ in reversed(told) if one.measure_id == "psfs"), {})


def _readings(session: AnySession, key: ClientKey, client: Client) -> list[tuple[Reading, str]]:
    """What can be read of all that was told, in order of its dates, and from which phone or therapist. Goals and their
    scores in her answers are a first reading; of one date, the measure itself comes after it."""
    who = client.practice_id, client.id
    rated = [
        (rules.reading("psfs", date.fromisoformat(row.told_on), rules.goals_in(intake.answer_in(key, row))), row.by_id)
        for row in answer_store.answers(session, *who)
        if row.question_id == rules.GOALS
    ]
    logs = [
        (whole_log(key, row.id, row.body, row.words), row.device_id)
        for row in store.told(session, *who, ["measure"], most=MOST)
    ]
    told = [(rules.reading(one["measure_id"], _on(one), one["values"]), by) for one, by in logs]
    found = [(one, by or "") for one, by in [*rated, *told] if one is not None]
    return sorted(found, key=lambda pair: pair[0].on)


def _on(log: Mapping[str, Any]) -> date:
    return date.fromisoformat(log["local_date"])


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
