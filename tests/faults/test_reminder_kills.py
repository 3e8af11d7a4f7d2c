"""Four workers, ten thousand reminders due, and every second one worker is killed: no reminder comes twice, at most the
window that was being sent is lost, everything else arrives.

Asserted on what the push service received. A few kills in every test run; until the ledger is done by `make faults`.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from pith.config import Settings
from pith.services import subscriptions
from pith.services.delivering import WINDOW
from pith.services.transaction import AnySession, read
from pith.store.db import db
from pith.store.deliveries import OPEN, Delivery
from pith.store.reminders import Reminder
from tests.crowd import Crowd, crowd, give_programs, subscribe_all
from tests.e2e.server import PITH, ROOT, clean_environment
from tests.fakes.push_sink import PushSink, push_sink
from tests.faults.conftest import SECONDS
from tests.faults.dead import let_go

PEOPLE, WORKERS = 10_000, 4
FEW_KILLS = 6
ANSWER_MS = 50  # so that a kill meets pushes under way
PATIENCE_S = 240


class Workers:
    """`pith reminders run`, several times, each a process to kill."""

    def __init__(self, settings: Settings, sink: PushSink, log: Path) -> None:
        self._environment = clean_environment(
            settings.data,
            settings.port,
            DATABASE_URL=settings.database_url,
            PITH_PUSH_EXTRA_HOSTS=sink.origin,
            PITH_PUSH_PRIVATE="yes",
            PITH_PUSH_AUTHORITY=str(sink.authority),
        )
        self.log, self.kills = log, 0
        self._running: list[subprocess.Popen[bytes]] = []

    def start(self) -> None:
        with self.log.open("ab") as log:
            self._running.append(
                subprocess.Popen([PITH, "reminders", "run"], env=self._environment, cwd=ROOT, stdout=log, stderr=log)
            )

    def kill_one(self, chance: random.Random) -> int:
        """SIGKILL, as the out-of-memory killer would; and another is started in its place. The number of the dead."""
        one = self._running.pop(chance.randrange(len(self._running)))
        one.send_signal(signal.SIGKILL)
        one.wait(10)
        self.kills += 1
        self.start()
        return one.pid

    def stop(self) -> None:
        for one in self._running:
            one.terminate()
        for one in self._running:
            one.wait(30)


@contextmanager
def workers(settings: Settings, sink: PushSink, log: Path) -> Iterator[Workers]:
    made = Workers(settings, sink, log)
    try:
        for _ in range(WORKERS):
            made.start()
        yield made
    finally:
        made.stop()
    assert "Traceback" not in log.read_text(errors="replace"), log.read_text(errors="replace")[-3000:]


def test_killed_workers_send_nothing_twice_and_lose_only_what_they_were_sending(
    app: object, session: AnySession, settings: Settings, tmp_path: Path
) -> None:
    seed = time.time_ns() % 1_000_000
    due_at = datetime.now(UTC).replace(second=0, microsecond=0) - timedelta(minutes=2)
    with push_sink(tmp_path, delay_ms=ANSWER_MS) as sink:
        people = everybody(session, settings, sink, due_at)
        with workers(settings, sink, tmp_path / "workers.log") as running:
            took = harm(session, running, random.Random(seed))
        received = Counter(sink.counts())
        print(f"\nkills: seed {seed}, {running.kills} kills in {took:.0f} s, {len(received)} of {PEOPLE} received")
        check(session, people, received, running.kills)


def everybody(session: AnySession, settings: Settings, sink: PushSink, due_at: datetime) -> Crowd:
    people = crowd(session, PEOPLE, PEOPLE, due_at)
    give_programs(session, people, due_at)
    [key] = subscriptions.keys_of(session, settings.secrets.master)
    subscribe_all(session, people, sink.origin, key.id, due_at)
    session.remove()  # type: ignore[union-attr]
    db.engine.dispose()
    return people


def harm(session: AnySession, running: Workers, chance: random.Random) -> float:
    """A kill each second, a few or until the ledger is done; returns the seconds until it was."""
    most = PATIENCE_S if SECONDS in os.environ else FEW_KILLS
    began = time.monotonic()
    while not is_done(session):
        assert time.monotonic() - began < PATIENCE_S, "the workers do not get through"
        time.sleep(1)
        if running.kills < most:
            let_go(session, running.kill_one(chance))
    return time.monotonic() - began


def is_done(session: AnySession) -> bool:
    """Nobody is due, and no line waits for a worker."""
    with read(session):
        due = session.scalar(select(func.count()).where(Reminder.next_due_at <= datetime.now(UTC)))
        waiting = session.scalar(select(func.count()).select_from(Delivery).where(OPEN))
    return due == waiting == 0


def check(session: AnySession, people: Crowd, received: Counter[str], kills: int) -> None:
    with read(session):
        rows = session.execute(select(Delivery.client_id, Delivery.status)).all()
    by_status = {status: {row.client_id for row in rows if row.status == status} for status in ("done", "sending")}
    arrived = {path.removeprefix("/push/") for path in received}
    assert kills >= FEW_KILLS - 1, "hardly anybody was killed"
    assert [path for path, times in received.items() if times > 1] == [], "a slot came twice"
    assert len(rows) == PEOPLE and arrived <= set(people.ids)
    lost = set(people.ids) - arrived
    assert len(lost) <= WINDOW * kills, "more was lost than what was being sent"
    assert len(by_status["sending"]) <= WINDOW * kills
    assert by_status["done"] | by_status["sending"] == set(people.ids), "a line ended in another way"
    assert lost <= by_status["sending"], "the ledger says done of a push that nobody received"
