"""A machine that plays phones, server and network against each other: whatever happens, nothing is lost or doubled.

Two phones share a client, one device changes hands between two clients. Exchanges are lost, cut, doubled, delayed and
reordered; sessions expire; clocks jump; items are poison; the server comes back from an old backup.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from email.utils import format_datetime
from typing import Any

from flask import Flask
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import delete, insert, select, text, update

from pith.config import Settings
from pith.domain.practice import HURT_LEVEL
from pith.domain.sync import Head
from pith.services.transaction import AnySession, read, write
from pith.store.accounts import Client, Practice, SignIn
from pith.store.practice import Alert, Consent, Log
from pith.store.sync import Quarantined
from tests import logs
from tests.cast import COOKIE, Cast, Someone, _Maker
from tests.conftest import Clock
from tests.phone import Answer, Lost, Phone, Transport
from tests.services.sync_devices import Device, World, content_digest, expected_effects
from tests.services.sync_world import assign, effects, parked, stored

FAULTS = ("none", "none", "request lost", "request cut", "answer lost", "answer cut", "doubled", "delayed")
PHONES = st.sampled_from(["first", "second", "shared"])
KINDS = st.sampled_from(["hurt", "consent", "note", "hurt", "consent", "session", "setting"])
FEELINGS = st.sampled_from(sorted(HURT_LEVEL))
JUMPS = st.sampled_from([timedelta(days=3 * 365), timedelta(hours=1), -timedelta(hours=1), -timedelta(days=2)])


class SyncMachine(RuleBasedStateMachine):
    def __init__(self, world: World) -> None:
        super().__init__()
        self.world = world
        world.clock.now = datetime.fromisoformat("2026-03-02T07:00:00+00:00")
        self.anna, self.ben = self._client("Anna"), self._client("Ben")
        self.devices = {
            "first": Device(world, "first", [self.anna]),
            "second": Device(world, "second", [self.anna]),
            "shared": Device(world, "shared", [self.anna, self.ben]),
        }
        self.made: dict[str, dict[str, list[dict[str, Any]]]] = {self.anna.id: {}, self.ben.id: {}}
        self.poison: set[str] = set()
        self.held_back: list[Callable[[], None]] = []
        self.backup: dict[Any, list[Any]] | None = None
        self.restored = False

    def _client(self, name: str) -> Someone:
        client = self.world.maker.client(self.world.cast.owner, name, logs.new_id())
        assign(self.world.cast.owner, client)
        return client

    @initialize(which=PHONES, fault=st.sampled_from(FAULTS))
    def a_first_day_with_something_to_take_back(self, which: str, fault: str) -> None:
        self.save(which, ["hurt", "consent", "note", "hurt"], "sharp")
        self.sync(which, [fault])

    # What people do.

    @rule(which=PHONES, kinds=st.lists(KINDS, min_size=1, max_size=6), feeling=FEELINGS)
    def save(self, which: str, kinds: list[str], feeling: str) -> None:
        phone = self.devices[which].phone
        for kind in kinds:
            self._made(phone, phone.save(kind, **({"feeling": feeling} if kind == "hurt" else {})))

    @rule(which=PHONES, picks=st.lists(st.integers(0, 99), min_size=1, max_size=3))
    def take_back(self, which: str, picks: list[int]) -> None:
        """Of what the phone knows, mostly what has effects."""
        phone = self.devices[which].phone
        known = sorted(phone.logs, key=lambda one: (phone.logs[one]["kind"] not in ("hurt", "consent"), one))
        for pick in picks if known else []:
            self._made(phone, phone.save("void", voids=known[pick % min(len(known), 9)]))

    @rule(which=PHONES)
    def save_poison(self, which: str) -> None:
        phone = self.devices[which].phone
        self.poison.add(phone.save("note", text=["no text"])["id"])

    @rule(which=st.sampled_from(["first", "second"]), pick=st.integers(0, 99))
    def change_a_note_in_a_copied_database(self, which: str, pick: int) -> None:
        """The same id with other content: it should never happen, so it must not hurt."""
        phone = self.devices[which].phone
        notes = sorted(one for one, log in phone.logs.items() if log["kind"] == "note" and one not in self.poison)
        if notes:
            changed = {**phone.logs[notes[pick % len(notes)]], "text": "changed"}
            other = self.devices["second" if which == "first" else "first"].phone
            if other.logs.get(changed["id"]) is None:
                other.keep(changed)
                self._made(other, changed)

    @rule(which=PHONES, jump=JUMPS)
    def clock_jumps(self, which: str, jump: timedelta) -> None:
        self.devices[which].off += jump

    @rule(hours=st.integers(1, 30))
    def time_passes(self, hours: int) -> None:
        if self.world.clock.now < datetime.fromisoformat("2026-04-01T00:00:00+00:00"):
            self.world.clock.forward(hours=hours)

    @rule()
    def the_shared_device_changes_hands(self) -> None:
        device = self.devices["shared"]
        device.sign_in(self.ben if device.current == self.anna.id else self.anna)

    # What networks and servers do.

    @rule(which=PHONES, faults=st.lists(st.sampled_from(FAULTS), min_size=1, max_size=4))
    def sync(self, which: str, faults: list[str]) -> None:
        device = self.devices[which]
        outcome = device.phone.sync(self._network(device, iter(faults)))
        assert outcome in ("done", "later", "signed_out")
        if outcome == "signed_out":
            device.sign_in(next(client for client in device.clients if client.id == device.current))

    @precondition(lambda self: self.held_back)
    @rule(pick=st.integers(0, 99))
    def a_delayed_request_arrives(self, pick: int) -> None:
        self.held_back.pop(pick % len(self.held_back))()

    @rule(which=PHONES)
    def a_session_expires(self, which: str) -> None:
        with write(self.world.session):
            gone = delete(SignIn).where(SignIn.device_id == self.devices[which].device_id)
            self.world.session.execute(gone)

    @rule()
    def a_backup_is_made(self) -> None:
        self.world.session.rollback()
        with read(self.world.session):
            self.backup = {
                table: [dict(row) for row in self.world.session.execute(select(table.__table__)).mappings()]
                for table in (Log, Alert, Consent, Quarantined, Client, Practice)
            }

    @precondition(lambda self: self.backup is not None)
    @rule()
    def the_backup_is_restored(self) -> None:
        assert self.backup is not None
        with write(self.world.session):
            for table in (Log, Alert, Consent, Quarantined):
                self.world.session.execute(text(f"DELETE FROM {table.__tablename__}"))
                if self.backup[table]:
                    self.world.session.execute(insert(table.__table__), self.backup[table])
            for row in self.backup[Client]:
                heads = {name: row[name] for name in ("view_version", "head_from", "head_count", "head_xor")}
                self.world.session.execute(update(Client).where(Client.id == row["id"]).values(**heads))
            for row in self.backup[Practice]:
                place = {"log_seq": row["log_seq"]}
                self.world.session.execute(update(Practice).where(Practice.id == row["id"]).values(**place))
        self.restored = True

    # What must hold.

    @invariant()
    def what_a_phone_believes_is_sent_is_there(self) -> None:
        if self.restored:
            return
        for client in (self.anna, self.ben):
            self._check_sent(client)

    @invariant()
    def nothing_is_there_that_nobody_made(self) -> None:
        for client in (self.anna, self.ben):
            assert self._stored(client.id).keys() <= self.made[client.id].keys()

    def teardown(self) -> None:
        """Everything arrives in the end: the network is good, the devices have hours."""
        for arrive in self.held_back:
            arrive()
        for _ in range(3):
            for device in self.devices.values():
                for client in device.clients:
                    self._finish(device, client)
        for client in (self.anna, self.ben):
            self._check_end(client)

    def _finish(self, device: Device, client: Someone) -> None:
        if device.current != client.id:
            device.sign_in(client)
        while (outcome := device.phone.sync(self._network(device, iter(())))) != "done" or device.phone.outbox:
            if outcome == "signed_out":
                device.sign_in(client)

    def _check_end(self, client: Someone) -> None:
        held, made = self._stored(client.id), self.made[client.id]
        assert held.keys() == made.keys()
        assert effects(self.world.session, client) == expected_effects(made)
        if not self.restored:  # what was refused is in no window, so a restored quarantine stays old
            refused = {one for one, *_ in parked(self.world.session, client)}
            assert refused >= self.poison & self._refused_on_phones(client)
        for device in self.devices.values():
            phone = device.phones.get(client.id)
            if phone is not None:
                assert phone.logs.keys() - phone.attention.keys() <= held.keys()
                assert held.keys() <= phone.logs.keys()
        self._check_sent(client)
        self._check_head(client)

    def _phones(self, client: Someone) -> list[Phone]:
        return [device.phones[client.id] for device in self.devices.values() if client.id in device.phones]

    def _refused_on_phones(self, client: Someone) -> set[str]:
        return {one for phone in self._phones(client) for one in phone.attention}

    def _check_sent(self, client: Someone) -> None:
        """Each log that a phone no longer sends stands on the server with this very content."""
        held = self._stored(client.id)
        for phone in self._phones(client):
            assert {one: content_digest(phone.logs[one]) for one in phone.sent}.items() <= held.items()

    def _check_head(self, client: Someone) -> None:
        device = next(d for d in self.devices.values() if client.id in d.phones)
        device.sign_in(client)
        answer = self._network(device, iter(()))("GET", "/api/v1/sync", None, {})
        assert answer.headers["Pith-Log-Head"] == Head().plus(self._stored(client.id)).text()

    # How it is done.

    def _made(self, phone: Phone, log: dict[str, Any]) -> None:
        self.made[phone.client_id].setdefault(log["id"], []).append(log)

    def _stored(self, client_id: str) -> dict[str, str]:
        return stored(self.world.session, next(one for one in (self.anna, self.ben) if one.id == client_id))

    def _network(self, device: Device, faults: Any) -> Transport:
        browser = self.world.app.test_client()
        browser.set_cookie(COOKIE, device.token)

        def carry(method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
            fault = next(faults, "none")

            def deliver(part: bytes | None) -> Answer:
                got = browser.open(path, method=method, data=part, headers=headers)
                assert got.status_code < 500, got.get_data(as_text=True)
                date = {"Date": format_datetime(self.world.clock.now, usegmt=True)}
                return Answer(got.status_code, {**got.headers, **date}, got.get_json(silent=True))

            if fault == "request cut" and body:
                deliver(body[: len(body) // 2])
            if fault == "delayed":
                self.held_back.append(lambda: _ignore(deliver(body)))
            if fault in ("request lost", "request cut", "delayed"):
                raise Lost
            answer = deliver(body)
            if fault == "doubled":
                answer = deliver(body)
            if fault == "answer lost":
                raise Lost
            return Answer(answer.status, answer.headers, None) if fault == "answer cut" else answer

        return carry


def _ignore(answer: Answer) -> None:
    """An answer that comes too late: nobody listens any more."""


def test_nothing_is_lost_or_doubled_whatever_happens(
    app: Flask, session: AnySession, settings: Settings, clock: Clock, cast: Cast
) -> None:
    world = World(app, session, clock, _Maker(app, session, settings, clock), cast)
    run_state_machine_as_test(lambda: SyncMachine(world), settings=SETTINGS)


SETTINGS = settings(
    max_examples=15,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate, Phase.shrink],
)
