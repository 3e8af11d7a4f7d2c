"""What a copy that was put back does with reminders: nothing that went out since it was made goes out again."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from pith.config import Settings
from pith.services import restoring
from pith.services.backup import Installation, make_backup
from pith.services.ways import Ways
from pith.store.db import db
from tests.cast import Cast
from tests.conftest import Clock
from tests.services.ways_world import (
    DUE,
    MINUTE,
    Posting,
    Pushing,
    done,
    fates,
    may_practise,
    reminded_at,
    round_of,
    stops,
    ways_of,
)


@pytest.fixture
def place(app: Flask, settings: Settings) -> Installation:
    return Installation(db.engine, settings.secrets_file, "content-1")


@pytest.fixture
def pushes() -> Pushing:
    made = Pushing()
    made.fate = done
    return made


@pytest.fixture
def out(clock: Clock, settings: Settings, pushes: Pushing) -> Ways:
    return ways_of(db.session, clock, settings, pushes, Posting())


def put_back(place: Installation, settings: Settings, clock: Clock, copy: Path) -> None:
    db.session.remove()
    restoring.restore(place, settings.data, clock(), copy, lambda _: True)


def kinds(pushes: Pushing) -> list[str]:
    return sorted(line.kind for line in pushes.lines)


def test_what_went_out_after_the_copy_does_not_go_out_again_and_alerts_do(
    place: Installation, settings: Settings, cast: Cast, clock: Clock, tmp_path: Path, pushes: Pushing, out: Ways
) -> None:
    may_practise(cast)
    clock.now = DUE - timedelta(hours=1)
    stops(cast, clock, "sharp")
    reminded_at(db.session, cast.client, clock, "07:00")
    copy = make_backup(place, tmp_path / "copies", clock())
    clock.now = DUE + MINUTE
    round_of(db.session, clock, out)
    assert kinds(pushes) == ["alert", "news", "reminder"]
    clock.now = DUE + 30 * MINUTE
    put_back(place, settings, clock, copy)
    pushes.lines.clear()
    clock.now += MINUTE
    round_of(db.session, clock, out)
    assert kinds(pushes) == ["alert"]
    assert fates(db.session, "news") == [("skipped", None, "late")]


def test_after_a_copy_was_put_back_the_next_reminder_comes(
    place: Installation, settings: Settings, cast: Cast, clock: Clock, tmp_path: Path, pushes: Pushing, out: Ways
) -> None:
    may_practise(cast)
    clock.now = DUE - timedelta(hours=1)
    reminded_at(db.session, cast.client, clock, "07:00", "08:00")
    copy = make_backup(place, tmp_path / "copies", clock())
    clock.now = DUE + 30 * MINUTE
    put_back(place, settings, clock, copy)
    clock.now = DUE + 61 * MINUTE
    round_of(db.session, clock, out)
    assert [line.slot for line in pushes.lines] == ["08:00"]
