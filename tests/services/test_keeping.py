"""`pith check` names what is wrong, one line each, and nothing when all is well."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from pith.config import Settings
from pith.services import erasing, keeping, upkeep
from pith.services.backup import Installation, make_backup
from pith.services.transaction import AnySession
from pith.store.db import db
from tests.cast import Cast
from tests.conftest import Clock
from tests.furnished import furnish


@pytest.fixture
def place(app: Any, settings: Settings) -> Installation:
    return Installation(db.engine, settings.secrets_file, "content-1")


def check(session: AnySession, place: Installation, clock: Clock, settings: Settings) -> list[str]:
    copies = settings.data / "backups"
    return keeping.problems(session, place, clock(), settings.data, copies, settings.secrets.master)


def in_order(session: AnySession, place: Installation, clock: Clock, settings: Settings) -> None:
    make_backup(place, settings.data / "backups", clock())
    upkeep.House(settings.secrets.master, "worker").keep(session, clock())


def test_a_sound_installation_has_no_problem(
    session: AnySession, place: Installation, cast: Cast, clock: Clock, settings: Settings
) -> None:
    furnish(cast)
    erasing.erase_client(
        session, cast.owner.actor, clock(), settings.secrets.master, cast.client.id, "Client of the owner"
    )
    in_order(session, place, clock, settings)
    assert check(session, place, clock, settings) == []


def test_a_fresh_installation_is_told_what_is_missing(
    session: AnySession, place: Installation, clock: Clock, settings: Settings
) -> None:
    found = check(session, place, clock, settings)
    assert [line.split(":")[0] for line in found] == ["backup", "worker"]


def test_a_silent_worker_and_an_old_copy_are_named(
    session: AnySession, place: Installation, clock: Clock, settings: Settings
) -> None:
    in_order(session, place, clock, settings)
    clock.forward(hours=27)
    backup, worker = check(session, place, clock, settings)
    assert "27 hours old" in backup
    assert "no sign of life since 2026-03-02 07:00 UTC" in worker


def test_open_secrets_and_foreign_keys_are_named(
    session: AnySession, place: Installation, cast: Cast, clock: Clock, settings: Settings
) -> None:
    in_order(session, place, clock, settings)
    settings.secrets_file.chmod(0o644)
    copies = settings.data / "backups"
    found = keeping.problems(session, place, clock(), settings.data, copies, b"x" * 32)
    assert [line.split(":")[0] for line in found] == ["secrets", "secrets"]


def test_a_schema_behind_is_named(session: AnySession, place: Installation, clock: Clock, settings: Settings) -> None:
    in_order(session, place, clock, settings)
    with place.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    assert [line for line in check(session, place, clock, settings) if "pith db upgrade" in line]


def slip_in_a_read_mark(place: Installation, cast: Cast) -> None:
    """A row of a client who is gone, past the foreign keys, as a table without them would have it."""
    engine = place.engine
    insert = text("INSERT INTO read_mark VALUES (:practice, :client, :therapist, 1, '2026-03-02 07:00:00')")
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            connection.exec_driver_sql("BEGIN")
        else:
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        who = {"practice": cast.owner.actor.practice_id, "client": cast.client.id, "therapist": cast.owner.id}
        connection.execute(insert, who)
        connection.commit()
        connection.invalidate()


def test_a_row_that_an_erasure_forgot_is_found_whatever_its_table(
    session: AnySession, place: Installation, cast: Cast, clock: Clock, settings: Settings
) -> None:
    master = settings.secrets.master
    erasing.erase_client(session, cast.owner.actor, clock(), master, cast.client.id, "Client of the owner")
    in_order(session, place, clock, settings)
    slip_in_a_read_mark(place, cast)
    assert "erasure: table read_mark still has rows of an erased client" in check(session, place, clock, settings)
