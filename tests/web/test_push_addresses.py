"""An address that a browser hands over is one that a stranger may choose: looked at when it is saved, and again, with
what its name leads to, whenever something is sent."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pycurl
import pytest
from sqlalchemy import select

from pith.content.loader import load_content
from pith.push.curl_sender import CurlSender
from pith.push.endpoints import Guard
from pith.push.keys import new_key
from pith.push.pool_sender import PoolSender
from pith.push.sealing import Sealer
from pith.push.sending import Sender
from pith.services.delivering import Line, Settled
from pith.services.pushing import House, Pushes
from pith.services.transaction import AnySession, read, write
from pith.store.reminders import PushSubscription
from tests.cast import Cast
from tests.conftest import Clock
from tests.fakes.push_service import PushService, push_service
from tests.web.policy import SUBSCRIPTION

PATH = "/api/v1/push/subscriptions"
KNOWN = "https://fcm.googleapis.com/fcm/send/phone"
KEY = new_key()
CURL = pycurl.Curl
SENDERS = pytest.mark.parametrize("kind", [CurlSender, PoolSender])
INSIDE = ("127.0.0.1", "10.1.2.3", "169.254.169.254", "100.64.0.1", "192.168.0.1", "::1", "fd00::1", "fe80::1")
DISGUISED = ("::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "::127.0.0.1")
HOSTILE = (
    "http://fcm.googleapis.com/x",
    "https://fcm.googleapis.com:8443/x",
    "https://fcm.googleapis.com:22/x",
    "https://user@fcm.googleapis.com/x",
    "https://fcm.googleapis.com@127.0.0.1/x",
    "https://fcm.googleapis.com.evil.example/x",
    "https://evil.example/?fcm.googleapis.com",
    "https://localhost/x",
    "https://2130706433/x",
    "https://0x7f.1/x",
    *(f"https://{one}/x" for one in INSIDE if ":" not in one),
    *(f"https://[{one}]/x" for one in (*INSIDE, *DISGUISED) if ":" in one),
)


@pytest.fixture(scope="module")
def inside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PushService]:
    """Something that listens in this network and must never hear of it."""
    with push_service(tmp_path_factory.mktemp("push")) as service:
        yield service


def hand_over(who: Any, endpoint: str) -> Any:
    return who.http.post(PATH, json={"endpoint": endpoint, "keys": SUBSCRIPTION["keys"]})


def browsers(session: AnySession) -> list[str]:
    session.rollback()
    with read(session):
        living = select(PushSubscription.endpoint).where(PushSubscription.ended_at.is_(None))
        return list(session.scalars(living.order_by(PushSubscription.endpoint)))


@pytest.mark.parametrize("endpoint", HOSTILE)
def test_no_such_address_is_saved(session: AnySession, cast: Cast, endpoint: str) -> None:
    for who in (cast.client, cast.owner):
        answer = hand_over(who, endpoint)
        assert (answer.status_code, list(answer.json.get("fields", ()))) == (422, ["endpoint"]), answer.json
    assert browsers(session) == []


def test_of_eleven_browsers_ten_stay_and_the_newest_is_among_them(
    session: AnySession, cast: Cast, clock: Clock
) -> None:
    for number in range(11):
        clock.forward(minutes=1)
        answer = hand_over(cast.client, f"{KNOWN}-{number:02}")
        assert (answer.status_code, answer.json["browsers"]) == (201, min(number + 1, 10))
    assert browsers(session) == [f"{KNOWN}-{number:02}" for number in range(1, 11)]


def put_by_hand(session: AnySession, cast: Cast, clock: Clock, endpoint: str, origin: str) -> None:
    """A row as no door lets one in: by a restored backup, say, or another program."""
    with write(session):
        session.add(
            PushSubscription(
                practice_id=cast.client.actor.practice_id,
                person_id=cast.client.id,
                client_id=cast.client.id,
                hash="0" * 64,
                endpoint=endpoint,
                origin=origin,
                key_id=KEY.id,
                language="en",
                created_at=clock.now,
                seen_at=clock.now,
                **SUBSCRIPTION["keys"],
            )
        )


def sent(session: AnySession, cast: Cast, clock: Clock, sender: Sender, guard: Guard) -> Settled:
    """One reminder to the client, by this sender."""
    house = House("https://pith.example.org", {KEY.id: _sealer(clock)}, load_content().pushes, guard)
    pushes = Pushes(session, clock, house, sender, lambda: 0.5)
    late = clock.now + timedelta(minutes=90)
    who = cast.client.actor.practice_id, cast.client.id, cast.client.id
    line = Line(cast.client.id, *who, "reminder", "2026-03-02", "07:00", "UTC", clock.now, late, 0)
    [settled] = pushes.send([line])
    with write(session):
        pushes.remember()
    sender.close()
    return settled


def _sealer(clock: Clock) -> Sealer:
    return Sealer(KEY, "mailto:host@pith.example.org", clock)


@SENDERS
@pytest.mark.parametrize("scheme", ["https", "http"])
def test_a_row_that_leads_inside_is_not_sent_to_whatever_it_says_of_itself(
    session: AnySession, cast: Cast, clock: Clock, inside: PushService, kind: Callable[..., Sender], scheme: str
) -> None:
    address = inside.origin.replace("https", scheme)
    put_by_hand(session, cast, clock, f"{address}/push/x", "https://fcm.googleapis.com")
    settled = sent(session, cast, clock, kind(Guard(), str(inside.authority)), Guard())
    assert (settled.status, settled.reason) == ("failed", "lost")
    assert inside.asked == []
    assert len(browsers(session)) == 1, "one wrong setting must not end every browser"


@pytest.mark.parametrize("endpoint", HOSTILE)
def test_no_socket_is_opened_for_a_hostile_row(
    session: AnySession, cast: Cast, clock: Clock, endpoint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pith.push.curl_sender.socket.socket", _no_socket)
    put_by_hand(session, cast, clock, endpoint, endpoint)
    assert sent(session, cast, clock, CurlSender(Guard()), Guard()).reason == "lost"


@pytest.mark.parametrize("address", [*INSIDE, *DISGUISED])
def test_a_known_name_that_now_leads_inside_is_not_connected_to(
    session: AnySession, cast: Cast, clock: Clock, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rebinding: the name was fine when it was saved, and its name server has changed its mind since."""
    assert hand_over(cast.client, KNOWN).status_code == 201
    with write(session):
        session.scalars(select(PushSubscription)).one().key_id = KEY.id
    told = f"[{address}]" if ":" in address else address
    monkeypatch.setattr("pith.push.curl_sender.pycurl.Curl", lambda: _resolving(f"fcm.googleapis.com:443:{told}"))
    asked: list[str] = []
    looks = Guard.may_connect

    def may_connect(guard: Guard, address: str, origin: str) -> bool:
        asked.append(address)
        return looks(guard, address, origin)

    monkeypatch.setattr(Guard, "may_connect", may_connect)
    opened: list[Any] = []
    monkeypatch.setattr("pith.push.curl_sender.socket.socket", lambda *given: opened.append(given))
    settled = sent(session, cast, clock, CurlSender(Guard()), Guard())
    assert (settled.status, settled.reason) == ("due", "unreachable")
    assert asked and opened == []
    assert browsers(session) == [KNOWN]


def test_the_address_that_was_looked_at_is_the_one_that_is_connected_to(
    session: AnySession, cast: Cast, clock: Clock, inside: PushService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name server that says another thing each time it is asked: the slower sender resolves by itself, so once."""
    assert hand_over(cast.client, KNOWN).status_code == 201
    with write(session):
        session.scalars(select(PushSubscription)).one().key_id = KEY.id
    answers = iter([("142.250.74.74", 443), ("127.0.0.1", int(inside.origin.rpartition(":")[2]))])
    reached: list[Any] = []

    def resolve(*_: Any, **__: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", next(answers))]

    def connect(_: socket.socket, address: Any) -> None:
        reached.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr("pith.push.pool_sender.socket.getaddrinfo", resolve)
    monkeypatch.setattr(socket.socket, "connect", connect)
    for _ in range(2):
        settled = sent(session, cast, clock, PoolSender(Guard(), str(inside.authority)), Guard())
        assert settled.status == "due"
        clock.forward(hours=1)  # past the rest that a service gets that said nothing
    assert reached == [("142.250.74.74", 443)]
    assert next(answers, None) is None


def _resolving(line: str) -> Any:
    handle = CURL()
    handle.setopt(pycurl.RESOLVE, [line])
    return handle


def _no_socket(*_: Any, **__: Any) -> Any:
    raise AssertionError("a connection was about to be made")
