"""Both ways of sending, against a push service that looks at everything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pycurl
import pytest

from pith.push.curl_sender import CurlSender
from pith.push.endpoints import Guard
from pith.push.keys import new_key
from pith.push.pool_sender import PoolSender
from pith.push.sealing import Outgoing, Sealer
from pith.push.sending import Answer, Sender, sender_for
from pith.push.subscriptions import read_subscription
from tests.fakes.push_service import PushService, push_service

KEY = new_key()
CONTACT = "mailto:host@pith.example.org"
MESSAGE = {
    "web_push": 8030,
    "notification": {"title": "Time for your 5 minutes", "navigate": "https://p.example/today"},
}


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PushService]:
    with push_service(tmp_path_factory.mktemp("push")) as service:
        yield service


@pytest.fixture
def service(running: PushService) -> PushService:
    running.taken.clear()
    running.refused.clear()
    running.script.clear()
    running.delay_s = 0
    return running


@pytest.fixture(params=[CurlSender, PoolSender])
def sender(request: pytest.FixtureRequest, service: PushService) -> Iterator[Sender]:
    made = request.param(guard_of(service), str(service.authority))
    yield made
    made.close()


def guard_of(service: PushService) -> Guard:
    return Guard(frozenset({service.origin}), private=True)


def request_to(service: PushService, name: str) -> Outgoing:
    to, wrong = read_subscription(service.subscribe(name).told(), guard_of(service))
    assert to is not None, wrong
    sealer = Sealer(KEY, CONTACT, lambda: datetime.now(UTC))
    return sealer.seal(to, MESSAGE, timedelta(minutes=90), name)


def answers(sender: Sender, requests: list[Outgoing]) -> list[Answer]:
    found = dict(sender.send(requests))
    return [found[place] for place in range(len(requests))]


def test_many_pushes_arrive_each_at_its_own_browser(sender: Sender, service: PushService) -> None:
    requests = [request_to(service, f"phone-{number}") for number in range(40)]
    assert {answer.status for answer in answers(sender, requests)} == {201}
    assert service.refused == []
    assert sorted(one.path for one in service.taken) == sorted(f"/push/phone-{number}" for number in range(40))
    first = service.taken[0]
    assert first.payload == MESSAGE
    assert (first.headers["ttl"], first.headers["urgency"]) == ("5400", "normal")


@pytest.mark.parametrize("status", [404, 410, 413, 429, 500, 503])
def test_each_answer_is_told_as_it_came(sender: Sender, service: PushService, status: int) -> None:
    request = request_to(service, "phone")
    service.answers("phone", (status, {"Retry-After": "120"}))
    [answer] = answers(sender, [request])
    assert answer == Answer(status, "120", "scripted", "")


def test_a_redirect_is_not_followed(sender: Sender, service: PushService) -> None:
    request = request_to(service, "phone")
    service.answers("phone", (307, {"Location": f"{service.origin}/push/other"}))
    service.subscribe("other")
    assert [answer.status for answer in answers(sender, [request])] == [307]
    assert service.taken == []


def test_one_that_fails_does_not_hold_up_the_others(sender: Sender, service: PushService) -> None:
    fine = request_to(service, "fine")
    nobody = Outgoing("https://127.0.0.1:9/push/x", "https://127.0.0.1:9", {}, b"")
    nowhere = Outgoing(f"https://{'a' * 64}.example/x", f"https://{'a' * 64}.example", {}, b"")
    found = answers(sender, [nobody, fine, nobody, nowhere])
    assert [answer.status for answer in found] == [None, 201, None, None]
    assert all(answer.error for answer in found if answer.status is None)


@pytest.mark.parametrize("kind", [CurlSender, PoolSender])
def test_a_name_that_leads_into_a_private_network_is_not_connected_to(
    kind: Callable[[Guard, str], Sender], service: PushService
) -> None:
    request = request_to(service, "phone")
    sender = kind(Guard(frozenset({service.origin}), private=False), str(service.authority))
    [answer] = answers(sender, [request])
    sender.close()
    assert answer.status is None
    assert "address" in answer.error
    assert service.taken == service.refused == []


@pytest.mark.parametrize("kind", [CurlSender, PoolSender])
def test_a_certificate_that_nobody_vouches_for_is_not_believed(
    kind: Callable[[Guard, str | None], Sender], service: PushService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(service.authority))
    monkeypatch.setenv("CURL_CA_BUNDLE", str(service.authority))
    sender = kind(guard_of(service), None)
    [answer] = answers(sender, [request_to(service, "phone")])
    sender.close()
    assert answer.status is None
    assert service.taken == []


@pytest.mark.parametrize("kind", [CurlSender, PoolSender])
def test_a_proxy_of_the_environment_is_not_asked(
    kind: Callable[[Guard, str], Sender], service: PushService, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("https_proxy", "HTTPS_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    sender = kind(guard_of(service), str(service.authority))
    [answer] = answers(sender, [request_to(service, "phone")])
    sender.close()
    assert answer.status == 201


def test_a_service_that_does_not_answer_is_given_up(service: PushService, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pith.push.curl_sender.WHOLE_S", 1)
    service.delay_s = 3
    sender = CurlSender(guard_of(service), str(service.authority))
    [answer] = answers(sender, [request_to(service, "phone")])
    sender.close()
    assert answer.status is None
    assert "1" in answer.error


class Watched:
    """libcurl's multi handle, with how long it was waited for and how long libcurl had asked to wait at most."""

    def __init__(self) -> None:
        self._real = pycurl.CurlMulti()
        self.waits: list[tuple[float, int]] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def select(self, seconds: float) -> int:
        self.waits.append((seconds * 1000, self._real.timeout()))
        return self._real.select(seconds)


def test_it_waits_for_sockets_no_longer_than_libcurl_asks(
    service: PushService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a window now and then stands still for a second: what it waits for has been read already."""
    watched = Watched()
    monkeypatch.setattr("pith.push.curl_sender.pycurl.CurlMulti", lambda: watched)
    sender = CurlSender(guard_of(service), str(service.authority))
    for window in range(20):
        answers(sender, [request_to(service, f"phone-{window}-{number}") for number in range(8)])
    sender.close()
    assert watched.waits
    assert [(waited, asked) for waited, asked in watched.waits if 0 <= asked < waited] == []


def test_the_faster_way_is_taken_where_it_is_there(service: PushService, tmp_path: Path) -> None:
    sender = sender_for(guard_of(service), str(service.authority))
    assert isinstance(sender, CurlSender)
    sender.close()
