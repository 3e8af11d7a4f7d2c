"""When push services refuse, ask for patience, fall silent or send elsewhere: nobody loses a subscription by it,
nothing comes twice, and few requests go out that can come to nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from pith.content.loader import load_content
from pith.push.endpoints import Guard
from pith.push.keys import new_key
from pith.push.sealing import Sealer
from pith.push.sending import Sender, sender_for
from pith.services import delivering, due
from pith.services.delivering import WINDOW
from pith.services.pushing import House, Pushes
from pith.services.transaction import AnySession, read
from pith.store.deliveries import Delivery
from pith.store.reminders import PushHost, PushSubscription
from tests.conftest import Clock
from tests.crowd import Crowd, crowd, give_programs, subscribe_all
from tests.fakes.push_service import Browser, PushService, push_service

# 07:00 in Berlin; every client's second of the minute is over a minute later.
DUE = datetime(2026, 3, 3, 6, 0, tzinfo=UTC)
KEY = new_key()
CONTACT = "mailto:host@pith.example.org"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[PushService, ...]]:
    """Two push services, which are two hosts to a sender."""
    with ExitStack() as stack:
        yield tuple(stack.enter_context(push_service(tmp_path_factory.mktemp("push"))) for _ in range(2))


@pytest.fixture
def services(running: tuple[PushService, ...], clock: Clock) -> tuple[PushService, ...]:
    clock.now = DUE + timedelta(minutes=1)
    for one in running:
        for kept in (one.taken, one.refused, one.script, one.asked, one.browsers):
            kept.clear()
        one.always, one.delay_s, one.clock = None, 0.0, clock
    return running


@dataclass
class World:
    """Reminders that are due, and a worker to send them."""

    session: AnySession
    clock: Clock
    services: tuple[PushService, ...]
    senders: ExitStack

    def people(self, count: int, service: PushService) -> Crowd:
        """So many clients with a browser at this service, all of them due."""
        made = crowd(self.session, count, count, DUE)
        give_programs(self.session, made, DUE)
        subscribe_all(self.session, made, service.origin, KEY.id, DUE)
        for one in made.ids:
            service.browsers[f"/push/{one}"] = Browser(f"{service.origin}/push/{one}", made.private, made.auth)
        while due.claim(self.session, self.clock()):
            pass
        return made

    def work(self) -> None:
        """Rounds until nothing is open, each service with the certificate of its own."""
        guard = Guard(frozenset(one.origin for one in self.services), private=True)
        sealers = {KEY.id: Sealer(KEY, CONTACT, self.clock)}
        house = House("https://pith.example.org", sealers, load_content().pushes, guard)
        out = Pushes(self.session, self.clock, house, self._sender(guard), lambda: 0.5)
        while delivering.deliver(self.session, self.clock, "one", out):
            pass

    def _sender(self, guard: Guard) -> Sender:
        both = Path(self.services[0].authority).with_name("both.pem")
        both.write_text("".join(one.authority.read_text() for one in self.services))
        sender = sender_for(guard, str(both))
        self.senders.callback(sender.close)
        return sender

    def fates(self) -> Counter[tuple[str, str | None]]:
        with read(self.session):
            rows = self.session.execute(
                select(Delivery.status, Delivery.reason, func.count()).group_by("status", "reason")
            )
            return Counter({(row[0], row[1]): row[2] for row in rows})

    def living(self) -> int:
        with read(self.session):
            return self.session.scalar(select(func.count()).where(PushSubscription.ended_at.is_(None))) or 0

    def one(self, what: Any) -> Any:
        with read(self.session):
            return self.session.scalars(select(what)).one()


@pytest.fixture
def world(session: AnySession, clock: Clock, services: tuple[PushService, ...]) -> Iterator[World]:
    with ExitStack() as senders:
        yield World(session, clock, services, senders)


def test_a_storm_of_403_over_ten_thousand_ends_none_and_few_are_asked(world: World) -> None:
    service = world.services[0]
    everybody = world.people(10_000, service)
    service.always = (403, {})
    world.work()
    assert len(service.asked) == WINDOW
    assert world.living() == len(everybody.ids)
    assert world.fates() == {("failed", "refused"): WINDOW, ("due", "unreachable"): len(everybody.ids) - WINDOW}
    assert world.one(PushHost.closed_until) == world.clock.now + timedelta(minutes=5)


def test_after_the_storm_everybody_else_is_reminded_once(world: World) -> None:
    service = world.services[0]
    everybody = world.people(400, service)
    service.always = (403, {})
    for minutes in (0, 5, 10):  # the second refusal in a row closes for ten
        world.clock.forward(minutes=minutes)
        world.work()
    assert len(service.asked) == 3 * WINDOW
    service.always = None
    world.clock.forward(minutes=20)
    world.work()
    assert len(service.taken) == len({one.path for one in service.taken}) == len(everybody.ids) - 3 * WINDOW
    assert world.fates() == {("failed", "refused"): 3 * WINDOW, ("done", None): len(everybody.ids) - 3 * WINDOW}
    assert world.living() == len(everybody.ids)


@pytest.mark.parametrize("status", [404, 410])
def test_addresses_that_have_ended_end_alone(world: World, status: int) -> None:
    service = world.services[0]
    everybody = world.people(100, service)
    gone = everybody.ids[::7]
    for one in gone:
        service.answers(one, status)
    world.work()
    assert world.fates() == {("failed", "gone"): len(gone), ("done", None): len(everybody.ids) - len(gone)}
    assert world.living() == len(everybody.ids) - len(gone)
    assert len(service.asked) == len(everybody.ids)


@pytest.mark.parametrize("told", ["seconds", "date"])
def test_one_service_that_asks_for_patience_gets_it_and_the_other_is_served(world: World, told: str) -> None:
    busy, fine = world.services
    waiting, served = world.people(80, busy), world.people(80, fine)
    until = world.clock.now + timedelta(minutes=2)
    busy.always = (429, {"Retry-After": "120" if told == "seconds" else format_datetime(until, usegmt=True)})
    world.work()
    asked = len(busy.asked)
    assert 0 < asked <= WINDOW
    assert len(fine.taken) == len(served.ids)
    world.clock.now = until - timedelta(seconds=1)
    world.work()
    assert len(busy.asked) == asked
    busy.always, world.clock.now = None, until
    world.work()
    assert sorted(one.path for one in busy.taken) == sorted(f"/push/{one}" for one in waiting.ids)
    assert world.fates() == {("done", None): len(waiting.ids) + len(served.ids)}


@pytest.mark.parametrize("status", [500, 503])
def test_what_failed_once_is_sent_once(world: World, status: int) -> None:
    service = world.services[0]
    everybody = world.people(40, service)
    for one in everybody.ids:
        service.answers(one, status)
    world.work()
    assert service.taken == []
    world.clock.forward(minutes=1)
    world.work()
    world.clock.forward(minutes=1)
    world.work()
    assert Counter(one.path for one in service.taken) == {f"/push/{one}": 1 for one in everybody.ids}
    assert world.fates() == {("done", None): len(everybody.ids)}


def test_a_service_that_falls_silent_is_given_up_after_three_tries_and_ends_nobody(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pith.push.curl_sender.WHOLE_S", 1)
    service = world.services[0]
    everybody = world.people(8, service)
    service.always, service.delay_s = (201, {}), 1.5
    for _ in range(5):
        world.work()
        world.clock.forward(minutes=15)
    assert max(Counter(service.asked).values()) <= 3  # who waited for a silent connection was not heard at all
    with read(world.session):
        assert set(world.session.scalars(select(Delivery.tries))) == {3}
    assert world.fates() == {("failed", "unreachable"): len(everybody.ids)}
    assert world.living() == len(everybody.ids)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_followed_nowhere(world: World, status: int) -> None:
    service, elsewhere = world.services
    [one] = world.people(1, service).ids
    service.answers(one, (status, {"Location": f"{elsewhere.origin}/push/{one}"}))
    world.work()
    assert (service.asked, elsewhere.asked) == ([f"/push/{one}"], [])
    assert world.fates() == {("failed", "lost"): 1}
    assert world.living() == 1
