"""A server that was down over the morning: the real worker, at an instant of the test's choice."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask
from sqlalchemy import func, select

from pith.config import Settings
from pith.services import subscriptions
from pith.services.transaction import AnySession, read
from pith.store.db import db
from pith.store.deliveries import Delivery
from tests.crowd import crowd, give_programs, subscribe_all
from tests.e2e.server import PITH, ROOT, clean_environment
from tests.fakes.push_sink import PushSink, push_sink

PEOPLE = 40
SEVEN = datetime(2026, 3, 3, 6, 0, tzinfo=UTC)  # 07:00 in Berlin


def work(settings: Settings, sink: PushSink, now: str) -> None:
    """`pith reminders run --once` at this instant."""
    environment = clean_environment(
        settings.data,
        settings.port,
        DATABASE_URL=settings.database_url,
        PITH_PUSH_EXTRA_HOSTS=sink.origin,
        PITH_PUSH_PRIVATE="yes",
        PITH_PUSH_AUTHORITY=str(sink.authority),
    )
    words = [PITH, "reminders", "run", "--once", "--now", now]
    done = subprocess.run(words, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


def test_a_server_that_was_down_from_7_to_15_sends_nothing_of_it_and_everything_the_next_morning(
    app: Flask, session: AnySession, settings: Settings, tmp_path: Path
) -> None:
    with push_sink(tmp_path) as sink:
        people = crowd(session, PEOPLE, PEOPLE, SEVEN)
        give_programs(session, people, SEVEN)
        [key] = subscriptions.keys_of(session, settings.secrets.master)
        subscribe_all(session, people, sink.origin, key.id, SEVEN)
        db.engine.dispose()
        work(settings, sink, "2026-03-03T05:59:59Z")
        assert sink.counts() == {}
        work(settings, sink, "2026-03-03T15:00:00+01:00")
        assert sink.counts() == {}
        with read(session):
            rows = session.execute(select(Delivery.status, Delivery.reason, func.count()).group_by("status", "reason"))
            assert [tuple(row) for row in rows] == [("skipped", "late", PEOPLE)]
        work(settings, sink, "2026-03-04T07:01:00+01:00")
        assert sink.counts() == {f"/push/{one}": 1 for one in people.ids}
