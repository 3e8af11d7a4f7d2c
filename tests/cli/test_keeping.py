"""The commands of the operator, as she types them."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
import urllib.request
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from flask import Flask

from pith.cli import group
from pith.config import Settings
from pith.services import running, screening
from pith.store import schema
from pith.store.db import db
from tests.cast import Cast
from tests.postgres import free_port


def pith(app: Flask, *words: str) -> Result:
    db.session.remove()
    return CliRunner().invoke(group, words, obj=app)


def test_a_backup_is_restored_by_its_name(app: Flask, cast: Cast, settings: Settings) -> None:
    assert pith(app, "backup").exit_code == 0
    (file,) = (settings.data / "backups").iterdir()
    done = pith(app, "restore", str(file), "--yes")
    assert done.exit_code == 0, done.output
    assert "the replaced database is kept" in done.output


def test_a_restore_asks_first(app: Flask, cast: Cast, settings: Settings) -> None:
    pith(app, "backup")
    (file,) = (settings.data / "backups").iterdir()
    asked = CliRunner().invoke(group, ["restore", str(file)], obj=app, input="n\n")
    assert "nothing was changed" in asked.output
    assert not list(settings.data.glob("*.replaced-*"))


def test_a_restore_under_a_running_server_is_refused(app: Flask, cast: Cast, settings: Settings) -> None:
    pith(app, "backup")
    (file,) = (settings.data / "backups").iterdir()
    server = running.share(settings.data)
    refused = pith(app, "restore", str(file), "--yes")
    os.close(server)
    assert (refused.exit_code, "stop it first" in refused.output) == (1, True)


def test_check_has_one_line_a_problem_and_says_so_in_its_exit_code(app: Flask, settings: Settings) -> None:
    found = pith(app, "check")
    assert (found.exit_code, len(found.output.splitlines())) == (1, 2)
    pith(app, "backup")
    pith(app, "reminders", "run", "--once")
    assert pith(app, "check").exit_code == 0


def test_an_upgrade_that_changes_something_makes_a_copy_first(
    app: Flask, cast: Cast, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert pith(app, "db", "upgrade").exit_code == 0
    assert not (settings.data / "backups").exists()
    monkeypatch.setattr(schema, "head", lambda: "0002")
    assert pith(app, "db", "upgrade").exit_code == 0
    (file,) = (settings.data / "backups").iterdir()
    assert file.name.endswith("-before-0002.tar.gz")


def test_demo_data_is_refused_on_a_public_origin(app: Flask, settings: Settings) -> None:
    app.config["PITH"] = replace(settings, origin="https://pith.example.org")
    refused = pith(app, "demo")
    assert (refused.exit_code, "can be reached by others" in refused.output) == (1, True)
    assert "sign-up" in pith(app, "release").output
    assert not (settings.data / "demo.json").exists()


def test_a_demo_that_is_there_already_is_not_shown_to_the_world(app: Flask, settings: Settings) -> None:
    assert pith(app, "release").exit_code == 0
    app.config["PITH"] = replace(settings, origin="https://pith.example.org")
    refused = pith(app, "release")
    assert (refused.exit_code, "PITH_DATA" in refused.output) == (1, True)


def test_demo_data_is_refused_beside_real_data(app: Flask, cast: Cast) -> None:
    refused = pith(app, "demo")
    assert (refused.exit_code, "not empty" in refused.output) == (1, True)


def test_release_writes_the_demo_once_and_a_fresh_link_each_time(app: Flask, settings: Settings) -> None:
    first, second = pith(app, "release"), pith(app, "release")
    assert first.exit_code == second.exit_code == 0, first.output
    file = settings.data / "demo.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert json.loads(file.read_text())["password"] in second.output
    links = [line for one in (first, second) for line in one.output.splitlines() if "/join?" in line]
    assert len(links) == len(set(links)) == 2


def test_release_without_the_demo_says_where_to_sign_up(app: Flask, settings: Settings) -> None:
    app.config["PITH"] = replace(settings, demo=False)
    done = pith(app, "release")
    assert f"{settings.origin}/sign-up" in done.output
    assert not (settings.data / "demo.json").exists()


def test_a_demo_whose_writing_was_interrupted_says_so(
    app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = screening.record

    def pull_the_plug(*given: Any) -> dict[str, Any]:
        monkeypatch.setattr(screening, "record", stop)
        return real(*given)

    def stop(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(screening, "record", pull_the_plug)
    assert pith(app, "release").exit_code == 1
    monkeypatch.undo()
    assert "half written" in pith(app, "release").output


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    port = str(free_port())
    return {**os.environ, "PITH_DATA": str(tmp_path / "served"), "PITH_PORT": port, "PITH_DEMO": "no"}


def run(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    program = [str(Path(sys.executable).parent / "pith"), *words]
    return subprocess.run(program, env=environment, capture_output=True, text=True, timeout=60)


def test_a_server_answers_and_stops_with_all_its_workers(environment: dict[str, str]) -> None:
    assert run(environment, "release").returncode == 0
    server = subprocess.Popen([str(Path(sys.executable).parent / "pith"), "web"], env=environment)
    try:
        url = f"http://127.0.0.1:{environment['PITH_PORT']}/healthz"
        assert json.loads(_first_answer(url))["status"] == "ok"
        refused = run(environment, "restore", "whatever.tar.gz", "--yes")
        assert "stop it first" in refused.stderr
    finally:
        server.send_signal(signal.SIGTERM)
        assert server.wait(40) == 0


def _first_answer(url: str) -> bytes:
    for _ in range(200):
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                return bytes(answer.read())
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server never answered")


def test_an_empty_database_is_not_served(environment: dict[str, str]) -> None:
    refused = run(environment, "web")
    assert (refused.returncode, "pith db upgrade" in refused.stderr) == (1, True)


def test_everything_that_a_command_writes_is_for_its_user_alone(environment: dict[str, str]) -> None:
    assert run(environment, "release").returncode == 0
    assert run(environment, "backup").returncode == 0
    for path in Path(environment["PITH_DATA"]).rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path
