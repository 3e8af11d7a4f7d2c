"""Browsers that take pushes, of clients and of therapists, and the keys that sign for this installation."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cryptography.exceptions import InvalidTag

from pith.domain.accounts import Actor
from pith.domain.errors import Invalid
from pith.push.endpoints import Guard
from pith.push.keys import BadKey, PushKey, key_id, new_key
from pith.push.subscriptions import Subscription, read_subscription
from pith.services.languages import language_of
from pith.services.transaction import AnySession, read, write
from pith.store import reminders as store
from pith.store.reminders import PushKeyRow, PushSubscription
from pith.store.seal import seal, unseal

MOST = 10
_LABEL = "push_key|{}"


def keys_of(session: AnySession, master: bytes) -> list[PushKey]:
    """This installation's keys, the one that signs new subscriptions first. The first is made when there is none; who
    asks at the same instant gets the same one. Raises BadKey when one does not fit together."""
    with read(session):
        rows = store.push_keys(session)
    return [_opened(row, master) for row in rows] or [_first(session, master)]


def rotate(session: AnySession, now: datetime, master: bytes) -> PushKey:
    """A new key for subscriptions from now on; those made for an older one go on with it. Workers and servers that run
    see it at once."""
    made = new_key()
    with write(session):
        number = 1 + max((row.number for row in store.push_keys(session)), default=0)
        store.add_push_key(session, _sealed(made, number, master) | {"made_at": now})
    return made


def subscribe(
    session: AnySession, actor: Actor, now: datetime, guard: Guard, key: str, told: Mapping[str, Any]
) -> dict[str, Any]:
    """Keeps a browser's `PushSubscription.toJSON()`, or renews it. One that its push service has ended stays ended:
    `anew` asks the browser for another. Of more than ten the one that was not seen for the longest time ends. Raises
    Invalid by field."""
    found, wrong = read_subscription(told, guard)
    if found is None:
        raise Invalid(wrong)
    with write(session):
        kept = _keep(session, actor, now, key, found)
        session.flush()
        living = sorted(store.subscriptions(session, [actor.id]), key=lambda one: one.seen_at, reverse=True)
        for one in living[MOST:]:
            one.ended_at, one.ended_because = now, "replaced"
        return {"browsers": min(len(living), MOST), "anew": not kept}


def unsubscribe(session: AnySession, actor: Actor, endpoint: str) -> None:
    """Forgets a browser of this person's; one that is not there changes nothing."""
    with write(session):
        store.drop_subscription(session, actor.practice_id, actor.id, _hash(endpoint))


def id_of(row: PushKeyRow) -> str:
    """What names a key beside a subscription."""
    return key_id(row.public.encode())


def _keep(session: AnySession, actor: Actor, now: datetime, newest: str, found: Subscription) -> bool:
    """False when its push service has ended it: sent to again it would only be refused again. It stays with the key
    that it was made for: signed by another, each push would be refused, and its push service left alone."""
    key = actor.practice_id, actor.id, _hash(found.endpoint)
    # Who signs in on a browser takes its address along: nobody else's words go there any more.
    others_key = store.drop_elsewhere(session, _hash(found.endpoint), found.auth, actor.id)
    language = language_of(session, actor)
    row = session.get(PushSubscription, key)
    if row is not None and row.ended_because in ("gone", "resubscribe") and row.p256dh == found.p256dh:
        return False
    if row is None:
        row = PushSubscription(practice_id=key[0], person_id=key[1], hash=key[2], created_at=now)
        row.key_id = others_key or newest
        session.add(row)
    elif row.p256dh != found.p256dh:
        row.key_id = newest
    row.client_id = actor.id if actor.kind == "client" else None
    row.endpoint, row.origin = found.endpoint, found.origin
    row.p256dh, row.auth = found.p256dh, found.auth
    row.language, row.seen_at, row.door = language, now, actor.device_id or actor.session_id
    row.ended_at, row.ended_because, row.failures = None, None, 0
    return True


def _first(session: AnySession, master: bytes) -> PushKey:
    with write(session):
        store.add_push_key(session, _sealed(new_key(), 1, master))
        [row] = store.push_keys(session)[-1:]
        return _opened(row, master)


def _sealed(key: PushKey, number: int, master: bytes) -> dict[str, Any]:
    sealed = seal(master, _LABEL.format(number), key.private)
    return {"number": number, "public": key.public.decode(), "sealed": sealed}


def _opened(row: PushKeyRow, master: bytes) -> PushKey:
    try:
        private = unseal(master, _LABEL.format(row.number), row.sealed)
    except InvalidTag as error:
        raise BadKey("A push key does not open with this installation's secrets.") from error
    return PushKey(private, row.public.encode())


def _hash(endpoint: str) -> str:
    return hashlib.sha256(endpoint.encode("utf-8", "surrogatepass")).hexdigest()
