"""A new key while browsers were made for an older one: each is signed by its own, and an old one goes in the end."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import select, update

from pith.config import Settings
from pith.push.keys import BadKey, new_key
from pith.services import push_keys, retention, subscriptions
from pith.services.push_keys import Sealers
from pith.services.transaction import AnySession, read, write
from pith.store.reminders import PushKeyRow, PushSubscription
from tests.cast import Cast, Someone
from tests.conftest import Clock
from tests.services.test_subscriptions import Json, browser, takes

CONTACT = "mailto:host@pith.example.org"


@pytest.fixture
def master(settings: Settings) -> bytes:
    return settings.secrets.master


def newest(session: AnySession, master: bytes) -> str:
    return subscriptions.keys_of(session, master)[0].id


def opens(session: AnySession, who: Someone, clock: Clock, master: bytes, told: Json) -> None:
    takes(session, who, clock, told, newest(session, master))


def made_for(session: AnySession, name: str) -> str:
    session.rollback()
    with read(session):
        wanted = PushSubscription.endpoint.endswith(f"/{name}")
        return session.scalars(select(PushSubscription.key_id).where(wanted)).one()


def test_the_first_key_is_made_once(session: AnySession, master: bytes) -> None:
    first = newest(session, master)
    assert [key.id for key in subscriptions.keys_of(session, master)] == [first]
    [state] = push_keys.states(session)
    assert (state.id, state.living, state.signs_new) == (first, 0, True)
    assert isinstance(state.made_at, datetime)


def test_a_browser_stays_with_its_key_until_it_was_made_anew(
    session: AnySession, cast: Cast, clock: Clock, master: bytes
) -> None:
    opens(session, cast.client, clock, master, browser("phone"))
    old = newest(session, master)
    new = subscriptions.rotate(session, clock(), master).id
    opens(session, cast.client, clock, master, browser("phone"))
    assert made_for(session, "phone") == old
    opens(session, cast.owner, clock, master, browser("phone"))  # another person in the same browser
    assert made_for(session, "phone") == old
    opens(session, cast.client, clock, master, browser("anew"))
    assert made_for(session, "anew") == new
    assert [(one.id, one.living, one.signs_new) for one in push_keys.states(session)] == [
        (new, 1, True),
        (old, 1, False),
    ]


def test_a_worker_finds_a_key_that_was_made_after_its_start(session: AnySession, clock: Clock, master: bytes) -> None:
    sealers = Sealers(session, clock, master, CONTACT)
    old = newest(session, master)
    new = subscriptions.rotate(session, clock(), master).id
    assert sealers.get(old) is not None
    assert sealers.get(new) is None  # it has just looked
    clock.forward(seconds=30)
    assert sealers.get(new) is not None
    assert sealers.get("nobody's") is None


def test_an_old_key_goes_when_no_living_browser_was_made_for_it(
    session: AnySession, cast: Cast, clock: Clock, master: bytes
) -> None:
    opens(session, cast.client, clock, master, browser("phone"))
    old = newest(session, master)
    new = subscriptions.rotate(session, clock(), master).id
    retention.clear(session, clock(), master)
    assert [key.id for key in subscriptions.keys_of(session, master)] == [new, old]
    with write(session):
        session.execute(update(PushSubscription).values(ended_at=clock.now))
    retention.clear(session, clock(), master)
    assert [key.id for key in subscriptions.keys_of(session, master)] == [new]
    third = subscriptions.rotate(session, clock(), master).id
    assert [key.id for key in subscriptions.keys_of(session, master)] == [third, new]


def test_halves_that_do_not_belong_together_are_refused(session: AnySession, master: bytes) -> None:
    newest(session, master)
    with write(session):
        session.execute(update(PushKeyRow).values(public=new_key().public.decode()))
    with pytest.raises(BadKey, match="do not belong together"):
        subscriptions.keys_of(session, master)


def test_a_key_of_other_secrets_is_refused(session: AnySession, master: bytes) -> None:
    newest(session, master)
    with pytest.raises(BadKey, match="secrets"):
        subscriptions.keys_of(session, b"another master key, 32 bytes lon")
