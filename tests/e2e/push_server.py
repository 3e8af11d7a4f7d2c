"""Fixtures: a server that sends its pushes to a push service on this machine. Imported by the folders that need one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.api import Therapist
from tests.e2e.conftest import ROOT, Drawer, need
from tests.e2e.pushes import PushPhone, settings_for
from tests.e2e.server import Server
from tests.fakes.push_service import PushService, push_service

# A browser that has been allowed what the app asks for.
ALLOWED = ["notifications", "screen-wake-lock"]


@pytest.fixture
def service(tmp_path: Path) -> Iterator[PushService]:
    with push_service(tmp_path) as started:
        yield started


@pytest.fixture
def server(tmp_path: Path, service: PushService) -> Iterator[Server]:
    need(ROOT / "frontend" / "dist" / "index.html")
    started = Server(tmp_path / "data", **settings_for(service)).start()
    yield started
    if started.running:
        started.stop()


@pytest.fixture
def therapist(server: Server) -> Therapist:
    return Therapist(server.origin).sign_up()


def push_phone(phones: Drawer, service: PushService) -> PushPhone:
    """A phone with nothing on it that may be reminded."""
    return PushPhone(phones.chromium("Pixel 7", permissions=ALLOWED), service)
