"""From a line of the ledger to a browser, through a push service that looks at everything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

import pytest
from sqlalchemy import select

from pith.content.loader import load_content
from pith.push.endpoints import Guard
from pith.push.keys import new_key
from pith.push.sealing import Outgoing, Sealer
from pith.push.sending import Answer, Sender, sender_for
from pith.push.subscriptions import read_subscription
from pith.services.delivering import Line, Settled
from pith.services.pushing import House, Pushes
from pith.services.transaction import AnySession, read, write
from pith.store.reminders import PushHost, PushSubscription
from tests.cast import Cast
from tests.conftest import Clock
from tests.fakes.push_service import PushService, push_service

OLD, NEW = new_key(), new_key()
CONTACT = "mailto:host@pith.example.org"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PushService]:
    with push_service(tmp_path_factory.mktemp("push")) as service:
        yield service


@pytest.fixture
def service(running: PushService, clock: Clock) -> PushService:
    running.taken.clear()
    running.refused.clear()
    running.script.clear()
    running.clock = clock
    return running


@pytest.fixture
def sender(service: PushService) -> Iterator[Sender]:
    made = sender_for(Guard(frozenset({service.origin}), private=True), str(service.authority))
    yield made
    made.close()


class Silent:
    """A push service that never answers, until it does with a status."""

    def __init__(self) -> None:
        self.asked = 0
        self.status: int | None = None

    def send(self, requests: Sequence[Outgoing]) -> Iterator[tuple[int, Answer]]:
        for place, _ in enumerate(requests):
            self.asked += 1
            yield place, Answer(self.status, error="timed out")

    def close(self) -> None:
        pass


class Remembered(Pushes):
    """Each window is remembered at once, as the worker does before the next one."""

    def send(self, lines: Sequence[Line]) -> Iterator[Settled]:
        settled = list(super().send(lines))
        with write(self._session):
            self.remember()
        return iter(settled)


@pytest.fixture
def pushes(session: AnySession, clock: Clock, service: PushService, sender: Sender) -> Pushes:
    sealers = {key.id: Sealer(key, CONTACT, clock) for key in (OLD, NEW)}
    guard = Guard(frozenset({service.origin}), private=True)
    house = House("https://pith.example.org", sealers, load_content().pushes, guard)
    return Remembered(session, clock, house, sender, lambda: 0.5)


def subscribe(session: AnySession, cast: Cast, service: PushService, clock: Clock, name: str, **more: Any) -> None:
    found, _ = read_subscription(service.subscribe(name).told(), Guard(frozenset({service.origin}), private=True))
    assert found is not None
    row = {
        "practice_id": cast.client.actor.practice_id,
        "person_id": cast.client.id,
        "client_id": cast.client.id,
        "hash": sha256(found.endpoint.encode()).hexdigest(),
        "endpoint": found.endpoint,
        "origin": found.origin,
        "p256dh": found.p256dh,
        "auth": found.auth,
        "key_id": NEW.id,
        "language": "en",
        "created_at": clock.now,
        "seen_at": clock.now,
    }
    with write(session):
        session.add(PushSubscription(**{**row, **more}))


def line(cast: Cast, clock: Clock, **more: Any) -> Line:
    late = clock.now + timedelta(minutes=90)
    who = cast.client.actor.practice_id, cast.client.id, cast.client.id
    made = Line(
        "0193a000-0000-7000-8000-00000000000f", *who, "reminder", "2026-03-02", "07:00", "UTC", clock.now, late, 0
    )
    return replace(made, **more)


def row_of(session: AnySession, name: str) -> PushSubscription:
    with read(session):
        found = session.scalars(select(PushSubscription).where(PushSubscription.endpoint.endswith(f"/{name}"))).one()
        session.expunge_all()
        return found


def test_a_reminder_reaches_each_of_her_browsers_and_no_other_practices_in_neutral_words(
    session: AnySession, cast: Cast, clock: Clock, service: PushService, pushes: Pushes
) -> None:
    subscribe(session, cast, service, clock, "phone")
    subscribe(session, cast, service, clock, "tablet", language="de")
    elsewhere = {"practice_id": cast.stranger.actor.practice_id, "client_id": None}
    subscribe(session, cast, service, clock, "of-one-with-her-id", **elsewhere)
    [settled] = pushes.send([line(cast, clock)])
    assert (settled.status, settled.channel) == ("done", "push")
    said = {one.path: one.payload["notification"] for one in service.taken}
    assert said.keys() == {"/push/phone", "/push/tablet"}
    assert said["/push/phone"]["title"] == "Time for your 5 minutes"
    assert said["/push/tablet"]["title"] == "Zeit für deine 5 Minuten"
    assert {one.headers["ttl"] for one in service.taken} == {"5400"}
    assert {len(one.plain) for one in service.taken} == {1024}
    first = service.taken[0].payload
    assert first["web_push"] == 8030
    assert first["app_badge"] == 1
    assert first["notification"]["navigate"] == f"https://pith.example.org/today?r={settled.line.id}"
    assert cast.client.name not in service.taken[0].plain.decode()
    assert row_of(session, "phone").accepted_at == clock.now


def test_nothing_is_kept_longer_by_a_push_service_than_the_reminder_is_worth(
    session: AnySession, cast: Cast, clock: Clock, service: PushService, pushes: Pushes
) -> None:
    subscribe(session, cast, service, clock, "phone")
    list(pushes.send([line(cast, clock, not_after=clock.now + timedelta(minutes=7))]))
    assert service.taken[0].headers["ttl"] == "420"


def test_who_has_no_browser_is_passed_over_and_says_so(cast: Cast, clock: Clock, pushes: Pushes) -> None:
    [settled] = pushes.send([line(cast, clock)])
    assert (settled.status, settled.reason) == ("skipped", "no_channel")


@pytest.mark.parametrize("status", [404, 410])
def test_an_address_that_has_ended_is_not_used_again(
    session: AnySession, cast: Cast, clock: Clock, service: PushService, pushes: Pushes, status: int
) -> None:
    subscribe(session, cast, service, clock, "phone")
    service.answers("phone", status)
    [settled] = pushes.send([line(cast, clock)])
    assert (settled.status, settled.reason) == ("failed", "gone")
    found = row_of(session, "phone")
    assert (found.ended_at, found.ended_because) == (clock.now, "gone")
    assert [one.reason for one in pushes.send([line(cast, clock)])] == ["no_channel"]


def test_one_browser_that_takes_it_is_enough(
    session: AnySession, cast: Cast, clock: Clock, service: PushService, pushes: Pushes
) -> None:
    subscribe(session, cast, service, clock, "phone")
    subscribe(session, cast, service, clock, "tablet")
    service.answers("tablet", 410)
    assert [one.status for one in pushes.send([line(cast, clock)])] == ["done"]


def test_a_storm_of_403_ends_no_subscription_and_closes_the_service_for_a_while(
    session: AnySession, cast: Cast, clock: Clock, service: PushService, pushes: Pushes
) -> None:
    names = [f"phone-{number}" for number in range(8)]
    for name in names:
        subscribe(session, cast, service, clock, name)
        service.answers(name, 403, 403, 403)
    [settled] = pushes.send([line(cast, clock)])
    assert (settled.status, settled.reason) == ("failed", "refused")
    assert all(row_of(session, name).ended_at is None for name in names)
    [waiting] = pushes.send([line(cast, clock)])
    assert (waiting.status, waiting.again_at) == ("due", clock.now + timedelta(minutes=5))
    assert service.taken == []
    clock.forward(minutes=5)
    service.script.clear()
    assert [one.status for one in pushes.send([line(cast, clock)])] == ["done"]
    with read(session):
        assert session.scalars(select(PushHost)).all() == []


def test_a_service_that_goes_on_refusing_is_left_alone_for_longer(
    session: AnySession, cast: Cast, clock: Clock, service: PushService, pushes: Pushes
) -> None:
    subscribe(session, cast, service, clock, "phone")
    service.answers("phone", 401, 401)
    list(pushes.send([line(cast, clock)]))
    clock.forward(minutes=6)
    list(pushes.send([line(cast, clock)]))
    with read(session):
        assert session.scalars(select(PushHost.closed_until)).one() == clock.now + timedelta(minutes=10)


def test_a_busy_service_is_asked_again_when_it_said(
    session: AnySession, cast: Cast, clock: Clock, service: PushService, pushes: Pushes
) -> None:
    subscribe(session, cast, service, clock, "phone")
    service.answers("phone", (429, {"Retry-After": "120"}))
    [settled] = pushes.send([line(cast, clock)])
    assert (settled.status, settled.reason, settled.again_at) == (
        "due",
        "unreachable",
        clock.now + timedelta(minutes=2),
    )


@pytest.mark.parametrize(("status", "reason"), [(503, "unreachable"), (403, "refused")])
def test_an_alert_is_tried_for_as_long_as_it_is_worth_anything(
    session: AnySession, cast: Cast, clock: Clock, service: PushService, pushes: Pushes, status: int, reason: str
) -> None:
    subscribe(session, cast, service, clock, "phone")
    service.answers("phone", *[status] * 3)
    urgent = line(cast, clock, kind="alert", tries=20, not_after=clock.now + timedelta(hours=24))
    [settled] = pushes.send([urgent])
    assert (settled.status, settled.reason) == ("due", reason)
    assert settled.again_at is not None
    assert settled.again_at <= clock.now + timedelta(minutes=15)
    [over] = pushes.send([replace(urgent, not_after=clock.now)])
    assert over.status == "failed"


def test_a_service_that_says_nothing_is_left_alone_for_longer_each_time_until_it_answers(
    session: AnySession, cast: Cast, clock: Clock, service: PushService, pushes: Pushes
) -> None:
    subscribe(session, cast, service, clock, "phone")
    silent = Silent()
    pushes._sender = silent
    for seconds in (30, 60, 120):
        list(pushes.send([line(cast, clock)]))
        [waiting] = pushes.send([line(cast, clock)])
        assert (waiting.again_at, waiting.tries) == (clock.now + timedelta(seconds=seconds), 0)
        clock.forward(seconds=seconds)
    assert silent.asked == 3
    silent.status = 404
    list(pushes.send([line(cast, clock)]))
    with read(session):
        assert session.scalars(select(PushHost)).all() == []


def test_a_service_that_does_not_answer_is_tried_three_times(
    session: AnySession, cast: Cast, clock: Clock, service: PushService, pushes: Pushes
) -> None:
    subscribe(session, cast, service, clock, "phone")
    service.answers("phone", 500, 503, 500)
    found = [next(iter(pushes.send([line(cast, clock, tries=tries)]))) for tries in range(3)]
    assert [one.status for one in found] == ["due", "due", "failed"]


@pytest.mark.parametrize("key_id", [OLD.id, NEW.id], ids=["old", "new"])
def test_a_subscription_is_signed_by_the_key_it_was_made_for(
    session: AnySession, cast: Cast, clock: Clock, service: PushService, pushes: Pushes, key_id: str
) -> None:
    subscribe(session, cast, service, clock, "phone", key_id=key_id)
    list(pushes.send([line(cast, clock)]))
    [taken] = service.taken
    assert taken.key == {OLD.id: OLD.public_text, NEW.id: NEW.public_text}[key_id]


def test_a_key_that_is_gone_or_does_not_fit_asks_for_a_new_subscription(
    session: AnySession, cast: Cast, clock: Clock, service: PushService, pushes: Pushes
) -> None:
    subscribe(session, cast, service, clock, "phone", key_id="0" * 16)
    [settled] = pushes.send([line(cast, clock)])
    assert (settled.status, settled.reason) == ("failed", "resubscribe")
    assert row_of(session, "phone").ended_because == "resubscribe"


def test_the_signature_is_fresh_after_a_long_sleep(
    session: AnySession, cast: Cast, clock: Clock, service: PushService, pushes: Pushes
) -> None:
    subscribe(session, cast, service, clock, "phone")
    for day in (0, 1, 40):
        clock.now = datetime(2026, 3, 2, 7, tzinfo=UTC) + timedelta(days=day)
        assert [one.status for one in pushes.send([line(cast, clock)])] == ["done"]
    assert service.refused == []
