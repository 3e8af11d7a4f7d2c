"""What a browser hears when it sends its subscription again."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from pith.push.endpoints import Guard
from pith.services import subscriptions
from pith.services.transaction import AnySession, read, write
from pith.store.reminders import PushSubscription
from tests.cast import Cast
from tests.conftest import Clock
from tests.fakes.push_service import Browser, PushService

KEY = "0" * 16
ORIGIN = "https://push.example.org"
GUARD = Guard(frozenset({ORIGIN}), private=False)


def browser(name: str = "phone") -> Browser:
    return PushService(ORIGIN, authority=None).subscribe(name)  # type: ignore[arg-type]


def send(session: AnySession, who: Any, clock: Clock, told: Browser) -> dict[str, Any]:
    return subscriptions.subscribe(session, who.actor, clock.now, GUARD, KEY, told.told())


def end(session: AnySession, clock: Clock, because: str) -> None:
    with write(session):
        row = session.scalars(select(PushSubscription)).one()
        row.ended_at, row.ended_because = clock.now, because


@pytest.mark.parametrize("because", ["gone", "resubscribe"])
def test_a_browser_whose_push_service_has_ended_it_is_asked_for_another(
    session: AnySession, cast: Cast, clock: Clock, because: str
) -> None:
    told = browser()
    assert send(session, cast.client, clock, told) == {"browsers": 1, "anew": False}
    end(session, clock, because)
    assert send(session, cast.client, clock, told)["anew"]
    assert send(session, cast.client, clock, browser("phone"))["anew"] is False, "made anew at the same address"


def test_one_that_gave_way_to_newer_ones_comes_back_by_itself(session: AnySession, cast: Cast, clock: Clock) -> None:
    told = browser()
    send(session, cast.client, clock, told)
    end(session, clock, "replaced")
    assert send(session, cast.client, clock, told) == {"browsers": 1, "anew": False}


def test_a_browser_belongs_to_who_signed_in_last(session: AnySession, cast: Cast, clock: Clock) -> None:
    told = browser()
    send(session, cast.client, clock, told)
    send(session, cast.owner, clock, told)
    with read(session):
        assert [one.person_id for one in session.scalars(select(PushSubscription))] == [cast.owner.id]
