"""People beyond the cast for tests of sync, a room for those of the dose, and the ways out of the house for mail."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from flask import Flask
from sqlalchemy import select

from pith.config import Settings
from pith.services.transaction import AnySession, write
from pith.services.ways import Ways
from pith.store.deliveries import Delivery
from tests.cast import Cast, Someone, _Maker
from tests.conftest import Clock
from tests.services.dosing_world import Room
from tests.services.ways_world import Posting, Pushing, may_practise, reminded_at, wants_mail, ways_of

SECOND_DEVICE = "00000000-0000-7000-8000-00000000d005"


@pytest.fixture
def second_phone(
    cast: Cast, app: Flask, session: AnySession, settings: Settings, clock: Callable[[], datetime]
) -> Someone:
    """Another phone of the same client."""
    return _Maker(app, session, settings, clock).phone(cast.owner, cast.client.id, cast.client.name, SECOND_DEVICE)


@pytest.fixture
def pushes() -> Pushing:
    return Pushing()


@pytest.fixture
def post() -> Posting:
    return Posting()


@pytest.fixture
def ways(session: AnySession, clock: Clock, settings: Settings, pushes: Pushing, post: Posting) -> Ways:
    return ways_of(session, clock, settings, pushes, post)


@pytest.fixture
def mailed(session: AnySession, cast: Cast, settings: Settings, clock: Clock) -> None:
    """She wants mail, said yes, has a program, and is reminded at seven and at eight."""
    may_practise(cast)
    wants_mail(session, settings, clock, cast.client)
    reminded_at(session, cast.client, clock, "07:00", "08:00")
    with write(session):
        for line in session.scalars(select(Delivery)):
            session.delete(line)


@pytest.fixture
def room(session: AnySession, cast: Cast, clock: Clock, settings: Settings) -> Room:
    """The client whose dose is looked at, with a program, on the evening of its first day."""
    made = Room(session, cast, clock, settings)
    made.save()
    made.go_on(0)
    return made
