"""A therapist's answers to what a client told: written once, on that very entry, and read there. Not a chat."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

import orjson

from pith.domain.accounts import Actor
from pith.domain.days import corrected, read_instant
from pith.domain.errors import Conflict, Invalid, NotFound
from pith.domain.practice import may_be_answered
from pith.services.clients import client_for, touch_view
from pith.services.inbox import close_about
from pith.services.telling import tell_client
from pith.services.transaction import AnySession, write
from pith.services.words import ClientKey, whole_log
from pith.store import replies as store
from pith.store import sync as sync_store
from pith.store.accounts import Client, Therapist, hold_client
from pith.store.practice import Log
from pith.store.replies import SEALED_IN, Reply

# As many as a phone shows; older ones stay at the desk.
FOR_PHONE = 20


def answer(
    session: AnySession, actor: Actor, now: datetime, master: bytes, client_id: str, log_id: str, text: str
) -> dict[str, Any]:
    """Answers a question, a note, a pain or the words of a practice: `{text, at, by: {id, name}, read_at}`. Her phone
    is told. Sent twice it is one answer.

    Raises NotFound for what she may not see, Invalid for what nobody can answer (or was taken back), Conflict when it
    has another answer.
    """
    with write(session):
        client = client_for(session, actor, client_id, "see")
        hold_client(session, client.practice_id, client.id)
        key = ClientKey(master, client.practice_id, client.id, client.text_key)
        given = session.get(Reply, (client.practice_id, client.id, log_id))
        if given is not None and (given.by_id, words_of(key, given)) == (actor.id, text):
            return shown_on(session, key, client.practice_id, client.id, [log_id])[log_id]
        _check(session, client, key, log_id)
        row = Reply(
            practice_id=client.practice_id,
            client_id=client.id,
            log_id=log_id,
            words=key.seal(SEALED_IN, log_id, text.encode()),
            by_id=actor.id,
            by_name=session.get_one(Therapist, (actor.practice_id, actor.id)).name,
            at=now,
        )
        session.add(row)
        touch_view(session, client.practice_id, client.id)
        tell_client(session, client.practice_id, client.id, "answer", now)
        close_about(session, actor, now, client.id, log_id, "answered")
        session.flush()
        return {**_told(key, row), "read_at": None}


def shown_on(
    session: AnySession, key: ClientKey, practice_id: str, client_id: str, logs: Collection[str]
) -> dict[str, dict[str, Any]]:
    """The answers to these logs by the log's id, each with when the client had read it (None: not yet). Inside the
    caller's transaction."""
    rows = store.replies_on(session, practice_id, client_id, logs)
    if not rows:
        return {}
    read: dict[str, datetime] = {}
    for told in store.told_as_read(session, practice_id, client_id, [row.log_id for row in rows]):
        at = corrected(read_instant(orjson.loads(told.body)["recorded_at"]), told.skew_s)
        read[told.target] = min(at, read.get(told.target, at))
    return {row.log_id: {**_told(key, row), "read_at": read.get(store.read_mark(row.log_id))} for row in rows}


def for_phone(session: AnySession, key: ClientKey, practice_id: str, client_id: str) -> list[dict[str, Any]]:
    """The newest answers for the view, the newest first: `{log_id, text, at, by}`. Inside the caller's transaction."""
    return [
        {"log_id": row.log_id, "text": words_of(key, row), "at": row.at, "by": row.by_name}
        for row in store.newest_replies(session, practice_id, client_id, FOR_PHONE)
    ]


def words_of(key: ClientKey, row: Reply) -> str:
    return key.unseal(SEALED_IN, row.log_id, row.words).decode()


def _check(session: AnySession, client: Client, key: ClientKey, log_id: str) -> None:
    log = session.get(Log, (client.practice_id, client.id, log_id))
    if log is None or log.target == "private":
        raise NotFound()
    if session.get(Reply, (client.practice_id, client.id, log_id)) is not None:
        raise Conflict("answered", "This has an answer already.")
    taken_back = log_id in sync_store.voided_among(session, client.practice_id, client.id, [log_id])
    if taken_back or not may_be_answered(whole_log(key, log.id, log.body, log.words)):
        raise Invalid({"log_id": "Only questions, notes, pain and words after a practice can be answered."})


def _told(key: ClientKey, row: Reply) -> dict[str, Any]:
    return {"text": words_of(key, row), "at": row.at, "by": {"id": row.by_id, "name": row.by_name}}
