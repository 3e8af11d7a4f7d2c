"""Failure cases of sync that shake the database itself: kills, locks, full disks, restored backups, erasure."""

from __future__ import annotations

import gc
import os
import signal
import threading
import time
from datetime import timedelta
from typing import Any

from sqlalchemy import create_engine, event, text

from pith.app import create_app
from pith.config import Settings
from pith.domain.sync import Head
from pith.services.transaction import AnySession, write
from pith.store.db import db, engine_options
from tests import logs
from tests.cast import COOKIE, Cast
from tests.conftest import Clock
from tests.services.sync_world import (
    PUSH,
    assign,
    effects,
    log_ids,
    parked,
    pull,
    push,
    send,
    seqs,
    stored,
)

KILLED = -signal.SIGKILL


def push_and_die(settings: Settings, clock: Clock, cast: Cast, told: list[Any], when: str, nth: int = 0) -> int:
    """A push in a process of its own that is killed at its `nth` statement, before or after its commit."""
    child = os.fork()
    if child:
        status = os.waitpid(child, 0)[1]
        return -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
    try:
        gc.disable()  # it would go through, and so copy, all that the tests of this process have left behind
        app = create_app(settings)
        app.config.update(TESTING=True, PITH_CLOCK=clock)
        with app.app_context():
            _die_when(db.engine, when, nth)
        browser = app.test_client()
        browser.set_cookie(COOKIE, cast.client.token)
        browser.post(PUSH, json=logs.batch(*told))
        if when == "after commit":
            os.kill(os.getpid(), signal.SIGKILL)
    finally:
        os._exit(3)


def _die_when(engine: Any, when: str, nth: int) -> None:
    count = 0

    @event.listens_for(engine, "before_cursor_execute")
    def statement(*_: Any) -> None:
        nonlocal count
        count += 1
        if when == "statement" and count == nth:
            os.kill(os.getpid(), signal.SIGKILL)

    @event.listens_for(engine, "commit")
    def commit(_: Any) -> None:
        if when == "before commit":
            os.kill(os.getpid(), signal.SIGKILL)


def outbox() -> list[dict[str, Any]]:
    hurt = logs.make("hurt")
    return [hurt, logs.make("consent"), logs.make("note"), logs.make("void", voids=hurt["id"])]


def test_case_04_killed_before_the_commit_nothing_is_there_and_after_it_all_is_duplicate(
    cast: Cast, session: AnySession, settings: Settings, clock: Clock
) -> None:
    assign(cast.owner, cast.client)
    told = outbox()
    assert push_and_die(settings, clock, cast, told, "before commit") == KILLED
    assert stored(session, cast.client) == {} and effects(session, cast.client) == set()
    assert push_and_die(settings, clock, cast, told, "after commit") == KILLED
    assert stored(session, cast.client).keys() == log_ids(told)
    assert push(cast.client, *told) == ["duplicate"] * 4
    assert effects(session, cast.client) == {
        ("hurt", told[0]["id"], "same_day", True),
        (told[1]["id"], 1, True),
        ("note", told[2]["id"], "info", False),
    }


def test_case_05_killed_at_any_statement_a_batch_is_there_whole_or_not_at_all(
    cast: Cast, session: AnySession, settings: Settings, clock: Clock
) -> None:
    assign(cast.owner, cast.client)
    told = outbox()
    nth = 1
    while push_and_die(settings, clock, cast, told, "statement", nth) == KILLED:
        assert stored(session, cast.client) == {}, nth
        assert effects(session, cast.client) == set(), nth
        nth += 1
    assert nth > 6, "the push has more statements than that"
    assert push(cast.client, *told) == ["duplicate"] * 4
    assert seqs(session, cast.client.actor.practice_id) == [1, 2, 3, 4]


def test_case_22_a_push_during_a_migration_waits_or_is_told_to_come_back_and_is_never_partial(
    cast: Cast, session: AnySession, settings: Settings
) -> None:
    told = [logs.make("note") for _ in range(3)]
    cast.client.http.get("/healthz")  # what serves is there before the lock, which does not last long
    with locked(settings, for_s=0.8):
        if settings.sqlite:
            with db.engine.connect() as connection:  # the pool hands this very connection to the next request
                connection.exec_driver_sql("PRAGMA busy_timeout=200")
            answer = send(cast.client, logs.batch(*told))
            assert (answer.status_code, answer.get_json()["code"]) == (503, "unavailable")
            assert int(answer.headers["Retry-After"]) > 0
            assert stored(session, cast.client) == {}
        else:
            began = time.perf_counter()
            assert push(cast.client, *told) == ["stored"] * 3
            assert time.perf_counter() - began > 0.5
    assert set(push(cast.client, *told)) == {"stored" if settings.sqlite else "duplicate"}


class locked:
    """Another process's lock on the tables, held for so many seconds or until the end of the block."""

    def __init__(self, settings: Settings, for_s: float) -> None:
        self.settings, self.for_s = settings, for_s
        self.held, self.release = threading.Event(), threading.Event()

    def __enter__(self) -> locked:
        db.session.rollback()  # what the test has read so far must not stand in the way of the lock
        self.thread = threading.Thread(target=self._hold)
        self.thread.start()
        assert self.held.wait(10), "the lock was never given"
        return self

    def __exit__(self, *_: object) -> None:
        self.release.set()
        self.thread.join()

    def _hold(self) -> None:
        engine = create_engine(self.settings.database_url, **engine_options(self.settings.database_url))
        with engine.connect() as connection:
            if self.settings.sqlite:
                connection.exec_driver_sql("BEGIN EXCLUSIVE")
            else:
                connection.exec_driver_sql("SET lock_timeout = '5s'")
                connection.exec_driver_sql("LOCK TABLE log, client, practice")
            self.held.set()
            self.release.wait(self.for_s)
            connection.exec_driver_sql("ROLLBACK")
        engine.dispose()


def test_case_34_a_full_disk_is_503_without_an_ack_and_without_harm(
    cast: Cast, session: AnySession, settings: Settings
) -> None:
    told = [logs.make("note", text="x" * 4000) for _ in range(50)]
    session.rollback()
    fill, empty = FULL["sqlite" if settings.sqlite else "postgresql"]
    with db.engine.connect() as connection:  # SQLite's limit belongs to the connection that the pool reuses
        for statement in fill:
            connection.exec_driver_sql(statement)
        connection.commit()
    answer = send(cast.client, logs.batch(*told))
    assert answer.status_code == 503 and "Retry-After" in answer.headers
    with db.engine.connect() as connection:
        for statement in empty:
            connection.exec_driver_sql(statement)
        connection.commit()
    assert stored(session, cast.client) == {}
    assert push(cast.client, *told) == ["stored"] * 50


FULL = {
    "sqlite": (["PRAGMA max_page_count=1"], ["PRAGMA max_page_count=1073741823"]),
    "postgresql": (
        [
            "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION "
            "'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$",
            "CREATE TRIGGER full_disk BEFORE INSERT ON log EXECUTE FUNCTION full_disk()",
        ],
        ["DROP TRIGGER full_disk ON log"],
    ),
}


def test_case_35_a_locked_database_is_waited_for(cast: Cast, session: AnySession, settings: Settings) -> None:
    with locked(settings, for_s=0.8):
        began = time.perf_counter()
        assert push(cast.client, logs.make("note")) == ["stored"]
        assert time.perf_counter() - began > 0.5


def test_case_36_after_the_restore_of_an_old_backup_phones_bring_everything_back(
    cast: Cast, session: AnySession, clock: Clock
) -> None:
    old = [logs.make("note", at=clock() - timedelta(days=back)) for back in (1, 2, 90)]
    push(cast.client, *old)
    backup = pull(cast.client)
    with write(session):
        row = session.execute(text("SELECT head_from, head_count, head_xor FROM client WHERE id = :id"),
                              {"id": cast.client.id}).one()  # fmt: skip
    new = [logs.make("note") for _ in range(3)]
    push(cast.client, *new)
    held = Head().plus([log["id"] for log in [*old[:2], *new]])
    assert pull(cast.client, backup.headers["ETag"]).headers["Pith-Log-Head"] == held.text()
    restore(session, cast, row)
    answer = pull(cast.client, backup.headers["ETag"])
    assert answer.status_code == 304 and answer.headers["Pith-Log-Head"] != held.text()
    window = set(pull(cast.client).get_json()["log_window"]["ids"])
    missing = [log for log in [*old[:2], *new] if log["id"] not in window]
    assert log_ids(missing) == log_ids(new)
    assert push(cast.client, *missing) == ["stored"] * 3
    assert pull(cast.client, backup.headers["ETag"]).headers["Pith-Log-Head"] == held.text()
    assert stored(session, cast.client).keys() == log_ids([*old, *new])


def restore(session: AnySession, cast: Cast, row: Any) -> None:
    """Puts the tables back to what they were after the first three logs."""
    with write(session):
        session.execute(text("DELETE FROM log WHERE seq > 3"))
        session.execute(text("UPDATE practice SET log_seq = 3 WHERE id = :id"), {"id": cast.client.actor.practice_id})
        session.execute(
            text("UPDATE client SET head_from = :f, head_count = :c, head_xor = :x WHERE id = :id"),
            {"f": row.head_from, "c": row.head_count, "x": row.head_xor, "id": cast.client.id},
        )


def test_case_41_after_an_erasure_a_late_push_is_deleted_and_the_pull_says_wipe(
    cast: Cast, session: AnySession
) -> None:
    early, late = logs.make("note"), logs.make("note")
    push(cast.client, early)
    answer = cast.owner.http.delete(f"/api/v1/clients/{cast.client.id}", json={"confirm_name": "Client of the owner"})
    assert answer.status_code == 204
    assert push(cast.client, early, late) == ["deleted", "deleted"]
    told = pull(cast.client)
    assert (told.status_code, told.get_json()["client_id"]) == (410, cast.client.id)
    assert stored(session, cast.client) == {} and parked(session, cast.client) == []
    feed = cast.owner.http.get("/api/v1/logs").get_json()
    assert [entry["client_id"] for entry in feed["erased"]] == [cast.client.id]


def test_case_42_an_acknowledged_log_survives_a_power_cut(settings: Settings) -> None:
    with create_app(settings).app_context(), db.engine.connect() as connection:
        if settings.sqlite:
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
        else:
            assert connection.exec_driver_sql("SHOW synchronous_commit").scalar_one() == "on"
        connection.close()
        db.engine.dispose()
