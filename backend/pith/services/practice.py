"""What therapists read of practice: a client's logs, the practice's feed, read marks, and how everybody is doing."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row

from pith.domain.accounts import Actor
from pith.domain.errors import NotFound
from pith.services import read_logs, replies
from pith.services.clients import client_for
from pith.services.transaction import AnySession, read, write
from pith.services.words import ClientKey, whole_log
from pith.store import practice as store
from pith.store import sync as sync_store


def own_logs(session: AnySession, actor: Actor, master: bytes, first: str) -> list[dict[str, Any]]:
    """A client's own stored logs from local date `first` on, as sent, newest first; for a second or re-paired phone."""
    with read(session):
        client = sync_store.client_head(session, actor.practice_id, actor.id)
        if client is None:
            raise NotFound()
        rows = store.stored_since(session, actor.practice_id, actor.id, first)
    key = ClientKey(master, actor.practice_id, actor.id, client.text_key)
    return [whole_log(key, row.id, row.body, row.words) for row in rows]


def client_logs(
    session: AnySession,
    actor: Actor,
    master: bytes,
    client_id: str,
    before_seq: int | None,
    limit: int,
    kinds: list[str] | None = None,
) -> dict[str, Any]:
    """One page of a client's logs, newest first; `next` is the `before_seq` of the next page, or None. With `kinds`
    only logs of these kinds. `reply`: how it was answered, and when that was read."""
    with read(session):
        client = client_for(session, actor, client_id, "see")
        key = ClientKey(master, actor.practice_id, client_id, client.text_key)
        rows = store.one_clients_page(session, actor.practice_id, client_id, before_seq, limit + 1, kinds)
        answers = replies.shown_on(session, key, actor.practice_id, client_id, [row.id for row in rows[:limit]])
    page = [{**_shown(row, key), "voided": row.voided, "reply": answers.get(row.id)} for row in rows[:limit]]
    return {"logs": page, "next": page[-1]["seq"] if len(rows) > limit else None}


def feed(session: AnySession, actor: Actor, master: bytes, after: int, limit: int) -> dict[str, Any]:
    """Everything new in the practice after place `after`, in order, of clients this therapist may see.

    `next` is where to go on; `erased` names clients whose logs the caller must forget. Both come from one steady
    span of places: whoever passes `next` on has missed nothing.
    """
    with read(session):
        newest = store.newest_seq(session, actor.practice_id)
        rows = store.feed_page(session, actor.practice_id, actor.whose, after, limit + 1)
        more = len(rows) > limit
        page = rows[:limit]
        last = page[-1].seq if more else max([newest, after, *(row.seq for row in page)])
        erased = store.erased_between(session, actor.practice_id, after, last)
    keys: dict[str, ClientKey] = {}
    logs = []
    for row in page:
        key = keys.setdefault(row.client_id, ClientKey(master, actor.practice_id, row.client_id, row.text_key))
        logs.append({**_shown(row, key), "client_id": row.client_id})
    return {
        "logs": logs,
        "erased": [{"seq": row.seq, "client_id": row.client_id} for row in erased],
        "next": last,
        "more": more,
    }


def _shown(row: Row[Any], key: ClientKey) -> dict[str, Any]:
    return {
        "seq": row.seq,
        "received_at": row.received_at,
        "clock_suspect": row.clock_suspect,
        "log": whole_log(key, row.id, row.body, row.words),
    }


def mark_read(session: AnySession, actor: Actor, now: datetime, client_id: str, seq: int) -> None:
    """Says how far this therapist has read; an older mark than the one on record changes nothing."""
    with write(session):
        client = client_for(session, actor, client_id, "see")
        read_logs.mark(session, client.practice_id, client.id, actor.id, seq, now)
