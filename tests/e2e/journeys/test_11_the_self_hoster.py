"""Her own small server: a wrong setting is named, a backup is restored for practice, and no practice is lost by it."""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.e2e import walks
from tests.e2e.api import Therapist
from tests.e2e.conftest import ROOT, Drawer, need
from tests.e2e.phone import Phone
from tests.e2e.server import PITH, Server, ServerDidNotStart, clean_environment
from tests.e2e.stopwatch import Stopwatch


def test_the_self_hoster(phones: Drawer, tmp_path: Path, stopwatch: Stopwatch) -> None:
    need(ROOT / "frontend" / "dist" / "index.html")
    a_wrong_setting_is_named(tmp_path)
    stopwatch.start()
    server = Server(tmp_path / "data").start()
    try:
        therapist = Therapist(server.origin).sign_up()
        stopwatch.lap("from nothing to an open practice")
        phones.origin = server.origin
        phone = phones.chromium()
        client_id = walks.ready_phone(phone, therapist, "Noa")
        practised(phone)
        assert len(therapist.logs(client_id, "session")) == 1

        kept = tmp_path / "kept"
        pith(server, "backup", str(kept))
        phone.reload()
        practised(phone, "Once more")
        assert len(therapist.logs(client_id, "session")) == 2
        stopwatch.start()
        lost_and_restored(server, kept)
        stopwatch.lap("restored from a backup")
        assert len(therapist.logs(client_id, "session")) == 1
        phone.go("/today")
        ends = time.monotonic() + 40
        while len(therapist.logs(client_id, "session")) < 2:
            assert time.monotonic() < ends, "the phone never sent again what the backup did not have"
            time.sleep(0.2)
    finally:
        server.kill()


def practised(phone: Phone, button: str = "Start") -> None:
    phone.go("/today")
    walks.practise(phone, button, within_s=60)
    walks.save(phone)
    phone.see("Your therapist can read it now", 20)


def a_wrong_setting_is_named(tmp_path: Path) -> None:
    with pytest.raises(ServerDidNotStart, match="PITH_ORIGIN"):
        Server(tmp_path / "wrong", PITH_ORIGIN="pith.example.org").start()


def lost_and_restored(server: Server, kept: Path) -> None:
    """The disk is gone; a backup stands in for it."""
    server.kill()
    shutil.rmtree(server.data)
    (copy,) = kept.iterdir()
    pith(server, "restore", "--yes", str(copy))
    server.start()


def pith(server: Server, *command: str) -> None:
    env = clean_environment(server.data, server.port)
    done = subprocess.run([PITH, *command], env=env, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
