"""What the push bench stands on: the crypto floor in raw calls, a worker's whole path, and the usual library's."""

from __future__ import annotations

import os
import random
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from flask import Flask
from py_vapid import Vapid
from pywebpush import webpush
from sqlalchemy import create_engine

from pith.app import create_core
from pith.config import load_settings
from pith.content.loader import load_content
from pith.domain.push_answers import react
from pith.push.endpoints import Guard
from pith.push.keys import PushKey
from pith.push.sealing import Sealer, padded
from pith.push.sending import Sender, sender_for
from pith.push.subscriptions import Subscription
from pith.services import delivering, due, subscriptions
from pith.services.delivering import Line
from pith.services.pushing import House, Pushes, notice
from pith.services.transaction import read
from pith.store import reminders, schema
from pith.store.db import db
from pith.store.reminders import Browser
from tests.crowd import AUTH, Crowd, crowd, give_programs, subscribe_all
from tests.fakes.push_sink import PushSink

ORIGIN = "https://pith.example.org"
CONTACT = "mailto:host@pith.example.org"


class Floor:
    """The least that RFC 8291 asks of every message, in raw calls: a fresh key pair, ECDH with a browser's key that is
    parsed already, two HKDF, AES-128-GCM over a message of the same length."""

    def __init__(self) -> None:
        self._peer = ec.generate_private_key(ec.SECP256R1()).public_key()
        self._plain = padded(notice(_sample(), ORIGIN, load_content().pushes["en"]))

    def once(self) -> None:
        own = ec.generate_private_key(ec.SECP256R1())
        secret = own.exchange(ec.ECDH(), self._peer)
        first = HKDF(hashes.SHA256(), 32, AUTH, b"WebPush: info\0").derive(secret)
        key = HKDF(hashes.SHA256(), 16, os.urandom(16), b"Content-Encoding: aes128gcm\0").derive(first)
        AESGCM(key).encrypt(bytes(12), self._plain, None)

    def times(self, number: int) -> None:
        for _ in range(number):
            self.once()


class Ours:
    """The worker's own path: lines of the ledger are claimed, looked at, sealed, sent over HTTP/2 and settled, and what
    the push service said of each browser is remembered."""

    def __init__(self, app: Flask, people: Crowd, sink: PushSink, key: PushKey) -> None:
        self._app, self.people = app, people
        guard = Guard(frozenset({sink.origin}), private=True)
        self._sender: Sender = sender_for(guard, str(sink.authority))
        house = House(ORIGIN, {key.id: Sealer(key, CONTACT, _now)}, load_content().pushes, guard)
        self._house = house
        self.pushes = Pushes(db.session, _now, house, self._sender, random.random)

    def enter(self) -> int:
        """Puts everybody who is due into the ledger."""
        return sum(iter(lambda: due.claim(db.session, _now()), 0))

    def deliver(self) -> int:
        """One round: as many lines as a worker claims at a time."""
        return delivering.deliver(db.session, _now, "bench", self.pushes)

    def send_only(self, lines: Sequence[Line]) -> int:
        """Lines that are at hand already, without the ledger: browsers read, sealed, sent, fates told."""
        return sum(one.status == "done" for one in self.pushes.send(lines))

    def rows_at_hand(self, lines: Sequence[Line]) -> list[tuple[Line, Browser]]:
        with read(db.session):
            found = {one.person_id: one for one in reminders.browsers(db.session, [line.client_id for line in lines])}
        return [(line, found[line.recipient_id]) for line in lines]

    def row_to_status(self, rows: Sequence[tuple[Line, Browser]]) -> int:
        """What PUSH 3 calls end to end: from a row at hand over checking, encrypting and signing to the answer and what
        it means."""
        house, sealed = self._house, []
        for line, to in rows:
            browser = Subscription(to.endpoint, house.guard.check(to.endpoint), to.p256dh, to.auth)
            payload = notice(line, house.origin, house.texts[to.language])
            sealer = house.sealers.get(to.key_id)
            assert sealer is not None
            sealed.append(sealer.seal(browser, payload, timedelta(minutes=90), line.id))
        answers = [answer for _, answer in self._sender.send(sealed)]
        fates = [react(one.status, one.retry_after, one.reason, _now()).fate for one in answers]
        return fates.count("accepted")

    def close(self) -> None:
        self._sender.close()


class Usual:
    """`pywebpush.webpush()` as its documentation calls it, with the key read beforehand, which favours it."""

    def __init__(self, people: Crowd, sink: PushSink) -> None:
        self._people, self._sink = people, sink
        self._key = Vapid()
        self._key.generate_keys()
        self._words = padded(notice(_sample(), ORIGIN, load_content().pushes["en"])).decode()
        # The one way to have its transport believe the sink's certificate.
        os.environ["REQUESTS_CA_BUNDLE"] = str(sink.authority)

    def times(self, number: int) -> None:
        point = self._people.private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        keys = {"p256dh": _text(point), "auth": _text(AUTH)}
        for one in self._people.ids[:number]:
            told = {"endpoint": f"{self._sink.origin}/usual/{one}", "keys": keys}
            webpush(told, self._words, vapid_private_key=self._key, vapid_claims={"sub": CONTACT}, ttl=5400)


@contextmanager
def installation(folder: Path) -> Iterator[Flask]:
    """A fresh SQLite installation, as an operator's, and its app inside a context."""
    settings = load_settings({"PITH_DATA": str(folder)})
    engine = create_engine(settings.database_url)
    schema.upgrade(engine)
    engine.dispose()
    app = create_core(settings)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def ours(app: Flask, sink: PushSink, count: int) -> Ours:
    """`count` clients who are due now, each with a browser at the sink."""
    at = _now().replace(second=0, microsecond=0) - timedelta(minutes=2)
    people = crowd(db.session, count, count, at)
    give_programs(db.session, people, at)
    [key] = subscriptions.keys_of(db.session, app.config["PITH"].secrets.master)
    subscribe_all(db.session, people, sink.origin, key.id, at)
    return Ours(app, people, sink, key)


def lines_of(people: Crowd) -> list[Line]:
    """A line for each, as a worker holds it."""
    late = _now() + timedelta(minutes=90)
    return [
        Line(one, people.practice_id, one, one, "reminder", "2026-03-02", "07:00", "UTC", _now(), late, 0)
        for one in people.ids
    ]


def cpu_of(work: Callable[[], object]) -> float:
    """Seconds of processor that this process spent, whatever it waited for."""
    began = time.process_time()
    work()
    return time.process_time() - began


def _now() -> datetime:
    return datetime.now(UTC)


def _sample() -> Line:
    one = "0193a000-0000-7000-8000-00000000000f"
    return Line(one, one, one, one, "reminder", "2026-03-02", "07:00", "UTC", _now(), _now(), 0)


def _text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()
