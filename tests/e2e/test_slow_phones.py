"""A phone on a bad line sends its body byte by byte. Nobody else may wait for it."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import pytest

from tests.e2e.api import Browserless, Therapist
from tests.e2e.server import Server

pytestmark = pytest.mark.alone

SLOW = 8
HEAD = (
    b"POST /api/v1/sync/logs HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    b"Content-Length: 5000\r\n\r\n"
)


@pytest.fixture
def slow_phones(server: Server) -> Iterator[None]:
    """Eight connections that send a byte now and then and never come to their end."""
    over = threading.Event()

    def trickle() -> None:
        with socket.create_connection(("127.0.0.1", server.port)) as line:
            line.sendall(HEAD)
            while not over.wait(0.1):
                line.sendall(b"{")

    threads = [threading.Thread(target=trickle) for _ in range(SLOW)]
    for thread in threads:
        thread.start()
    time.sleep(0.5)
    yield
    over.set()
    for thread in threads:
        thread.join()


def test_eight_phones_that_trickle_hold_nobody_up(slow_phones: None, server: Server, therapist: Therapist) -> None:
    client_id = therapist.add_client("Quick")
    phone = Browserless(server.origin)
    token = therapist.invite(client_id).rpartition("#")[2]
    phone.call("POST", "/api/v1/session/pair", {"token": token, "device": {"label": "Phone"}})
    began = time.monotonic()
    for _ in range(20):
        phone.call("GET", "/api/v1/sync")
    assert time.monotonic() - began < 2
