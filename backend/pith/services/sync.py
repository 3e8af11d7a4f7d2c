"""Logs flow up, programs flow down: the use cases of a client's phone.

A push is one transaction: it waits for other pushes of the same client, looks what is there, judges every item, then
inserts what is new with its effects. Whatever is answered `stored` is durable when the answer leaves.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import Connection, Row
from sqlalchemy.exc import OperationalError

from pith.domain import days
from pith.domain.accounts import Actor
from pith.domain.errors import DomainError, Gone
from pith.domain.screening import Policy
from pith.domain.sync import (
    FREE_TEXT,
    QUARANTINE_BYTES,
    Facts,
    Head,
    Received,
    Verdict,
    judge,
    target_of,
)
from pith.services import effects, views
from pith.services.dosing_round import settle_told
from pith.services.practice_content import content_at
from pith.services.together import write_together
from pith.services.transaction import AnySession, read, write, write_if_able
from pith.services.words import ClientKey
from pith.store import sync as store
from pith.store.keeping import erased_among

if TYPE_CHECKING:
    from pith.content.loader import Content

log = logging.getLogger("pith")


@dataclass(frozen=True, slots=True)
class Pulled:
    """What a pull answers. `body` is None when the phone holds this view already."""

    view_version: str
    head: Head
    body: bytes | None


# A row without its place in the feed and without what the client's key seals; and what that is.
Draft = tuple[dict[str, Any], bytes | None]


@dataclass(frozen=True, slots=True)
class Delivery:
    """The frame of one push: whose phone, when, how far its clock is off (seconds), and her key.

    `drafts` holds, by digest, what can be said of an item before the database is asked: all writers wait while one
    has its turn, so nothing is worked out there that can be worked out before.
    """

    practice_id: str
    client_id: str
    device_id: str
    now: datetime
    skew_s: int
    master: bytes
    key: ClientKey
    # What an answer raises, once her practice's own numbers are in it; None where nothing is set off (what is taken in
    # was set off elsewhere).
    content: Content | None = None
    drafts: dict[str, Draft] = field(default_factory=dict)


def pull(
    session: AnySession,
    actor: Actor,
    now: datetime,
    master: bytes,
    content: Content,
    held: frozenset[str] = frozenset(),
    look: Row[Any] | None = None,
) -> Pulled:
    """The client's whole view, or only its version when the phone's `held` versions have it. Raises Gone. Her dose is
    worked out first where she told anything since. `master` (32 bytes) opens her own key; `content` is the shared one.
    `look` has her `view_version` and `head_*` where the caller has seen them in this very transaction.
    """
    settled = settle_told(session, (actor.practice_id, actor.id), now, content)
    first = days.window_start(now).isoformat()
    with read(session):
        row = (None if settled else look) or store.client_head(session, actor.practice_id, actor.id)
        if row is None or row.view_version is None:
            raise gone(actor)
        version = views.tag(row.view_version)
        is_counted = row.head_from == first
        if version in held and is_counted:
            return Pulled(version, Head(row.head_count, int(row.head_xor, 16)), None)
        ids = store.window_ids(session, actor.practice_id, actor.id, first)
        body = None
        if version not in held:
            body = views.render(session, actor, now, master, content, row.view_version, first, ids)
    if not is_counted:
        write_if_able(session, "the logs of phones are counted each time", lambda: _count_anew(session, actor, first))
    return Pulled(version, Head().plus(ids), body)


def gone(actor: Actor) -> Gone:
    """The answer to a phone whose place is closed; it names the client, so that only her data is wiped."""
    return Gone(client_id=actor.id, practice_id=actor.practice_id)


def _count_anew(session: AnySession, actor: Actor, first: str) -> None:
    """Counts the window anew, once a day for each client."""
    if store.client_for_push(session, actor.practice_id, actor.id) is None:
        raise gone(actor)
    head = Head().plus(store.window_ids(session, actor.practice_id, actor.id, first))
    store.save_head(session, actor.practice_id, actor.id, first, head)


def push(
    session: AnySession,
    actor: Actor,
    now: datetime,
    master: bytes,
    content: Content,
    device_time: datetime,
    batch: Sequence[Received],
) -> list[Verdict]:
    """Takes a batch of logs: one verdict per item, in order. `master` (32 bytes) opens the client's own key; `content`
    (the shared one) and her practice's own numbers say which flags her answers raise.

    When anything unforeseen happens, nothing of the first try stays, and each item is taken by itself: the one that
    cannot be is told `retry`, the others are stored. Raises Unavailable when the database is busy or full.
    """
    skew_s = days.skew_seconds(now, device_time)
    key = ClientKey(master, actor.practice_id, actor.id)
    delivery = Delivery(actor.practice_id, actor.id, actor.device_id or "", now, skew_s, master, key, content)
    try:
        for received in batch:
            if received.fault is None:
                delivery.drafts[received.digest] = _draft(delivery, received)
        return write_together(session, lambda shared: _take(shared, delivery, batch))
    except (DomainError, OperationalError):
        raise
    except Exception as error:
        log.exception("a batch of %d failed as a whole: %s", len(batch), type(error).__name__)
    with write(session):
        return [_take_alone(session, delivery, received) for received in batch]


def _take_alone(session: AnySession, delivery: Delivery, received: Received) -> Verdict:
    try:
        with session.begin_nested():
            return _take(session, delivery, [received])[0]
    except (DomainError, OperationalError):
        raise
    except Exception as error:
        log.exception("log %s could not be stored: %s", received.id, type(error).__name__)
        return Verdict(received.shown_id, "retry", "server_error")


def _take(session: AnySession, delivery: Delivery, batch: Sequence[Received]) -> list[Verdict]:
    connection = session.connection()
    client = store.client_for_push(connection, delivery.practice_id, delivery.client_id)
    if client is None:
        return _all_deleted(batch)
    delivery.key.wrapped = client.text_key
    verdicts = judge(batch, _facts(session, connection, delivery, batch, client))
    _park(session, delivery, batch, verdicts)
    new = [received for received, verdict in zip(batch, verdicts, strict=True) if verdict.status == "stored"]
    if new:
        _insert(session, connection, delivery, new, client)
    return verdicts


def take_down(session: AnySession, delivery: Delivery, received: Received) -> None:
    """Takes what a therapist wrote down for her client, inside the caller's transaction."""
    _take(session, delivery, [received])


def late_push(session: AnySession, closed: Actor, batch: Sequence[Received]) -> list[Verdict]:
    """A push from a phone whose place is closed: refused (Gone), unless the client herself is erased; then each item
    is `deleted`, so that her phone lets go of it."""
    with read(session):
        if store.client_head(session, closed.practice_id, closed.id) is not None:
            raise gone(closed)
    return _all_deleted(batch)


def _all_deleted(batch: Sequence[Received]) -> list[Verdict]:
    """An erased client's late push: the phone may drop every item, nothing is kept here."""
    return [Verdict(received.shown_id, "deleted") for received in batch]


def _facts(
    session: AnySession, connection: Connection, delivery: Delivery, batch: Sequence[Received], client: store.ForPush
) -> Facts:
    ids = [received.id for received in batch if received.id is not None]
    digests = store.known_digests(connection, delivery.practice_id, delivery.client_id, ids) if ids else {}
    unknown = [one for one in ids if one not in digests] if client.has_stones else []
    erased = erased_among(session, delivery.master, delivery.practice_id, "log", unknown) if unknown else ()
    return Facts(digests, range(1, client.programs_given + 1), erased)


def _park(session: AnySession, delivery: Delivery, batch: Sequence[Received], verdicts: Sequence[Verdict]) -> None:
    """Keeps word for word what was refused, so that even that is not lost."""
    rows = [
        {
            "practice_id": delivery.practice_id,
            "client_id": delivery.client_id,
            "digest": received.digest,
            "log_id": received.shown_id,
            "status": verdict.status,
            "code": (verdict.code or "")[:64],
            "field": verdict.field and verdict.field[:200],
            "received_at": delivery.now,
            "raw": delivery.key.seal("sync_quarantine", received.digest, received.canonical[:QUARANTINE_BYTES]),
        }
        for received, verdict in zip(batch, verdicts, strict=True)
        if verdict.status in ("rejected", "conflict", "retry")
    ]
    if rows:
        store.quarantine(session, rows)


def _insert(
    session: AnySession, connection: Connection, delivery: Delivery, new: Sequence[Received], client: store.ForPush
) -> None:
    places = store.next_places(connection, delivery.practice_id, len(new))
    rows = [log_row(delivery, received, places.first + place) for place, received in enumerate(new)]
    inserted = store.insert_logs(connection, rows)
    items = [received.item for received in new if received.id in inserted]
    who = delivery.practice_id, delivery.client_id
    policy = _policy(session, delivery, places.content_rev)
    effects.apply(session, *who, delivery.now, delivery.skew_s, items, policy, delivery.key)
    first = days.window_start(delivery.now).isoformat()
    if client.head_from == first:
        held = Head(client.head_count, int(client.head_xor, 16))
        head = held.plus([row["id"] for row in rows if row["id"] in inserted and row["local_date"] >= first])
    else:
        head = Head().plus(store.window_ids(connection, delivery.practice_id, delivery.client_id, first))
    store.save_head(connection, delivery.practice_id, delivery.client_id, first, head)


def _policy(session: AnySession, delivery: Delivery, rev: str) -> Policy | None:
    """What her practice judges by; costs nothing where it was seen before, or never changed."""
    if delivery.content is None:
        return None
    return content_at(session, delivery.content, delivery.practice_id, rev).policy


def log_row(delivery: Delivery, received: Received, seq: int) -> dict[str, Any]:
    """The row of one log at its place in the feed. Works its draft out where the push has not."""
    row, words = delivery.drafts.get(received.digest) or _draft(delivery, received)
    return {**row, "seq": seq, "words": words and delivery.key.seal("log", row["id"], words)}


def _draft(delivery: Delivery, received: Received) -> Draft:
    item = received.item
    body, words = _parted(received)
    row = {
        "practice_id": delivery.practice_id,
        "client_id": delivery.client_id,
        "id": item["id"],
        "kind": item["kind"],
        "digest": received.digest,
        "local_date": item["local_date"],
        "device_id": delivery.device_id,
        "received_at": delivery.now,
        "skew_s": delivery.skew_s,
        "clock_suspect": days.clock_suspect(_claim(item), delivery.skew_s, delivery.now),
        "target": target_of(item),
        "body": body.decode(),
    }
    return row, words


def _parted(received: Received) -> tuple[bytes, bytes | None]:
    """The item without what is sealed, and what is sealed: free text, and all that only a newer phone knows."""
    item = received.item
    secret = FREE_TEXT.get(item["kind"], frozenset()) | received.extra
    words = {name: item[name] for name in secret if item.get(name) is not None}
    if not words:
        return orjson.dumps(item), None
    return orjson.dumps({name: item[name] for name in item if name not in words}), orjson.dumps(words)


def _claim(item: Mapping[str, Any]) -> days.Claim:
    times = [days.read_instant(item[name]) if name in item else None for name in ("started_at", "ended_at")]
    return days.Claim(date.fromisoformat(item["local_date"]), days.read_instant(item["recorded_at"]), *times)
