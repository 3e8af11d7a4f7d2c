"""The people of the tests. Practice A: an owner, a colleague, two clients; practice B: a stranger with her own client.

The owner sees everybody in A; the colleague was given nobody. `client` has one phone that works and one that was
revoked. Everything is made by the same services as real use, once for all tests that begin at the same time: a test
gets a copy of the database with everybody in it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from functools import cache
from unittest.mock import patch

from flask import Flask
from flask.testing import FlaskClient

from pith.config import Settings
from pith.domain.accounts import Actor
from pith.services import accounts, clients, invitations, passwords, sessions
from pith.services.invitations import Device
from pith.services.transaction import AnySession, read, write
from pith.services.tries import Visitor
from pith.store.accounts import therapist_by_email

PASSWORD = "six quiet oranges at dawn"
COOKIE = "pith-sid"
DEVICE = "00000000-0000-7000-8000-00000000d001"
LOST_DEVICE = "00000000-0000-7000-8000-00000000d002"
OTHER_DEVICE = "00000000-0000-7000-8000-00000000d003"
STRANGERS_DEVICE = "00000000-0000-7000-8000-00000000d004"
VISITOR = Visitor("192.0.2.1", "test", b"k" * 32)


@dataclass
class Someone:
    """A signed-in person: who she is to the rules, and a browser or phone that holds her cookie."""

    name: str
    actor: Actor
    token: str
    app: Flask = field(repr=False)

    @property
    def id(self) -> str:
        return self.actor.id

    @property
    def http(self) -> FlaskClient:
        browser = self.app.test_client()
        browser.set_cookie(COOKIE, self.token)
        return browser


@dataclass
class Cast:
    owner: Someone
    colleague: Someone
    client: Someone
    lost_phone: Someone
    other_client: Someone
    stranger: Someone
    strangers_client: Someone

    def at(self, app: Flask) -> Cast:
        """The same people, whose browsers and phones talk to this app."""
        return Cast(**{one.name: replace(getattr(self, one.name), app=app) for one in fields(self)})


_hash = passwords.hash_password


@cache
def known_hash() -> str:
    """The hash of PASSWORD, made once."""
    return _hash(PASSWORD)


def everybody(app: Flask, session: AnySession, settings: Settings, clock: Callable[[], datetime]) -> Cast:
    """Makes them, with working cookies."""
    maker = _Maker(app, session, settings, clock)
    hashed = known_hash()
    with patch.object(passwords, "hash_password", lambda _: hashed):
        owner = maker.owner("Practice A", "owner@a.example")
        stranger = maker.owner("Practice B", "stranger@b.example")
        colleague = maker.member(owner, "colleague@a.example")
    client = maker.client(owner, "Client of the owner", DEVICE)
    lost_phone = maker.phone(owner, client.id, client.name, LOST_DEVICE)
    clients.revoke_device(session, owner.actor, clock(), client.id, LOST_DEVICE)
    return Cast(
        owner=owner,
        colleague=colleague,
        client=client,
        lost_phone=lost_phone,
        other_client=maker.client(owner, "Other client", OTHER_DEVICE),
        stranger=stranger,
        strangers_client=maker.client(stranger, "Client of the stranger", STRANGERS_DEVICE),
    )


@dataclass
class _Maker:
    app: Flask
    session: AnySession
    settings: Settings
    clock: Callable[[], datetime]

    def owner(self, practice_name: str, email: str) -> Someone:
        person = {"name": "Owner of " + practice_name, "email": email, "password": PASSWORD}
        practice_id = accounts.add_practice(self.session, self.clock(), practice_name, "Europe/Berlin", person)
        return self._signed_in(practice_id, email)

    def member(self, owner: Someone, email: str) -> Someone:
        person = {"name": "Colleague", "email": email, "password": PASSWORD}
        accounts.add_member(self.session, owner.actor, self.clock(), person)
        return self._signed_in(owner.actor.practice_id, email)

    def client(self, therapist: Someone, name: str, device_id: str) -> Someone:
        master = self.settings.secrets.master
        made = clients.add_client(self.session, therapist.actor, self.clock(), master, name, "Europe/Berlin")
        return self.phone(therapist, made["id"], name, device_id)

    def phone(self, therapist: Someone, client_id: str, name: str, device_id: str) -> Someone:
        now, origin = self.clock(), self.settings.origin
        invitation = invitations.invite(self.session, therapist.actor, now, client_id, origin, True)
        device = Device(device_id, "A phone")
        token, _ = invitations.pair_by_token(self.session, now, VISITOR, invitation["token"], device)
        return self._someone(name, token)

    def _signed_in(self, practice_id: str, email: str) -> Someone:
        with read(self.session):
            row = therapist_by_email(self.session, email)
            assert row is not None
            who, name = row.id, row.name
        with write(self.session):
            token = sessions.open_session(self.session, self.clock(), "therapist", practice_id, who, "A browser", None)
        return self._someone(name, token)

    def _someone(self, name: str, token: str) -> Someone:
        found = sessions.find(self.session, self.clock(), token)
        assert found.actor is not None
        return Someone(name, found.actor, token, self.app)
