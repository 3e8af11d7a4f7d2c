"""A copy is only as good as its restore: every row comes back, and what cannot be trusted is refused."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import stat
import subprocess
import tarfile
import threading
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import create_engine, select, text

from pith.config import Settings
from pith.services import backup, clients, erasing, restoring, running
from pith.services.backup import Installation, make_backup
from pith.services.transaction import AnySession, write
from pith.store import copying, schema
from pith.store.accounts import Client, Practice
from pith.store.copying import CopyFailed
from pith.store.db import Base, db, engine_options
from tests import logs
from tests.cast import Cast
from tests.conftest import MONDAY, Clock
from tests.furnished import Rows, every_row
from tests.services.sync_world import assign, push


@pytest.fixture
def place(app: Flask, settings: Settings) -> Installation:
    return Installation(db.engine, settings.secrets_file, "content-1")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "copies"


def put_back(place: Installation, settings: Settings, file: Path, now: datetime = MONDAY) -> restoring.Restored:
    db.session.remove()
    done = restoring.restore(place, settings.data, now, file, lambda _: True)
    assert done is not None
    return done


def add(session: AnySession, cast: Cast, settings: Settings, clock: Clock, name: str) -> str:
    master = settings.secrets.master
    return str(clients.add_client(session, cast.owner.actor, clock(), master, name, "Europe/Berlin")["id"])


def test_a_restore_brings_back_every_row_of_every_table(
    place: Installation, folder: Path, session: AnySession, cast: Cast, settings: Settings, clock: Clock
) -> None:
    before = every_row(place.engine)
    file = make_backup(place, folder, clock())
    add(session, cast, settings, clock, "Added after the copy")
    assert every_row(place.engine) != before
    put_back(place, settings, file)
    after = every_row(place.engine)
    assert without_leaps(after) == without_leaps(before)
    assert sum(len(rows) for rows in before.values()) > 20


def without_leaps(rows: Rows) -> Rows:
    """Places in the feed and numbers of versions leap on purpose (see the next two tests)."""
    return {**rows, "practice": _without(Practice, "log_seq", rows), "client": _without(Client, "programs_given", rows)}


def _without(kind: type[Base], column: str, rows: Rows) -> list[tuple[Any, ...]]:
    table = kind.__table__
    place = [one.name for one in table.columns].index(column)
    return [(*row[:place], *row[place + 1 :]) for row in rows[str(table.name)]]


def test_a_restored_practice_gives_out_no_place_in_its_feed_twice(
    place: Installation, folder: Path, session: AnySession, cast: Cast, settings: Settings, clock: Clock
) -> None:
    file = make_backup(place, folder, clock())
    with write(session):
        session.get_one(Practice, cast.owner.actor.practice_id).log_seq += 500
    put_back(place, settings, file)
    assert session.get_one(Practice, cast.owner.actor.practice_id).log_seq > 500


def test_case_36_a_log_of_a_version_that_the_copy_lacks_is_taken_and_its_number_is_not_given_again(
    place: Installation, folder: Path, cast: Cast, settings: Settings, clock: Clock
) -> None:
    assign(cast.owner, cast.client)
    file = make_backup(place, folder, clock())
    assign(cast.owner, cast.client)
    of_lost_version = logs.make("session", program_version=2)
    put_back(place, settings, file)
    assert push(cast.client, of_lost_version) == ["stored"]
    assign(cast.owner, cast.client)
    program = cast.owner.http.get(f"/api/v1/clients/{cast.client.id}/program").get_json()["program"]
    assert program["number"] > 2 and program["base_version"] == 1


def test_the_replaced_database_and_keys_are_kept_beside(
    place: Installation, folder: Path, session: AnySession, cast: Cast, settings: Settings, clock: Clock
) -> None:
    file = make_backup(place, folder, clock())
    add(session, cast, settings, clock, "Only in the replaced one")
    mine = settings.secrets_file.read_text()
    settings.secrets_file.write_text(json.dumps({"codes": "00" * 32, "master": "11" * 32}))
    kept = put_back(place, settings, file).kept
    assert settings.secrets_file.read_text() == mine
    assert stat.S_IMODE(settings.secrets_file.stat().st_mode) == 0o600
    assert len(list(settings.data.glob("secrets.json.replaced-*"))) == 1
    assert kept is not None
    if place.engine.dialect.name == "sqlite":
        with sqlite3.connect(kept) as old:
            assert old.execute("SELECT count(*) FROM client WHERE name LIKE 'Only in%'").fetchone() == (1,)
        old.close()
    else:
        copying.read_dump(place.engine, kept)


def test_a_restore_does_not_raise_whom_the_replaced_database_had_erased(
    place: Installation, folder: Path, session: AnySession, cast: Cast, settings: Settings, clock: Clock
) -> None:
    file = make_backup(place, folder, clock())
    gone, name = cast.client.id, "Client of the owner"
    erasing.erase_client(session, cast.owner.actor, clock(), settings.secrets.master, gone, name)
    stones = len(every_row(place.engine)["erased"])
    done = put_back(place, settings, file)
    assert done.erased_again == 1
    left = [row.id for row in session.scalars(select(Client))]
    assert gone not in left
    assert cast.other_client.id in left
    assert len(every_row(place.engine)["erased"]) == stones


def test_an_archive_is_private_whole_and_says_what_is_in_it(
    place: Installation, folder: Path, cast: Cast, clock: Clock
) -> None:
    file = make_backup(place, folder, clock())
    assert file.name == "pith-2026-03-02T07-00-00Z.tar.gz"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in folder.iterdir()] == [file.name]
    with tarfile.open(file) as archive:
        manifest = json.load(archive.extractfile("manifest.json"))  # type: ignore[arg-type]
    assert manifest["schema"] == schema.head()
    assert manifest["content"] == "content-1"
    assert manifest["made_at"] == "2026-03-02T07:00:00Z"
    assert set(manifest["files"]) == {"secrets.json", "pith.db" if manifest["engine"] == "sqlite" else "pith.dump"}


def test_a_restore_is_refused_while_a_server_runs_and_a_server_during_a_restore(settings: Settings) -> None:
    serving = running.share(settings.data)
    second = running.share(settings.data)
    with pytest.raises(running.InUse, match="stop it first"), running.alone(settings.data):
        pass
    os.close(serving)
    os.close(second)
    with running.alone(settings.data), pytest.raises(running.InUse, match="restore"):
        running.share(settings.data)
    os.close(running.share(settings.data))


def test_a_copy_made_while_a_writer_commits_is_one_consistent_moment(
    place: Installation, folder: Path, session: AnySession, cast: Cast, settings: Settings, clock: Clock
) -> None:
    """The writer keeps two rows equal in every transaction; no copy may show them apart."""
    ids = (cast.client.id, cast.other_client.id)
    with write(session):
        for one in ids:
            session.get_one(Client, (cast.owner.actor.practice_id, one)).head_count = 0
    stop, done = threading.Event(), [0]
    writer = threading.Thread(target=_write_pairs, args=(str(settings.database_url), ids, stop, done))
    writer.start()
    try:
        seen = []
        for number in range(3):
            file = make_backup(place, folder, clock.forward(seconds=1))
            seen.append(done[0])
            counts = {row[1]: row for row in _clients_in(file, place, settings, number)}
            assert counts[ids[0]][0] == counts[ids[1]][0]
    finally:
        stop.set()
        writer.join()
    assert seen[-1] > seen[0] > 0


def _write_pairs(url: str, ids: tuple[str, str], stop: threading.Event, done: list[int]) -> None:
    engine = create_engine(url, **engine_options(url))
    while not stop.is_set():
        with engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE" if engine.dialect.name == "sqlite" else "SELECT 1")
            for one in ids:
                connection.execute(text("UPDATE client SET head_count = head_count + 1 WHERE id = :id"), {"id": one})
            connection.commit()
        done[0] += 1
    engine.dispose()


def _clients_in(file: Path, place: Installation, settings: Settings, number: int) -> list[tuple[int, str]]:
    stage = settings.data / f"look-{number}"
    stage.mkdir()
    with tarfile.open(file) as archive:
        archive.extractall(stage, filter="data")
    if place.engine.dialect.name == "sqlite":
        with sqlite3.connect(stage / "pith.db") as found:
            rows = found.execute("SELECT head_count, id FROM client").fetchall()
        found.close()
        return rows
    tool = shutil.which("pg_restore")
    assert tool is not None
    out = subprocess.run(
        [tool, "--data-only", "--table=client", "--file=-", str(stage / "pith.dump")],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    header = next(line for line in out.splitlines() if line.startswith("COPY"))
    names = header[header.index("(") + 1 : header.index(")")].split(", ")
    rows = [line.split("\t") for line in out.splitlines() if line.count("\t") == len(names) - 1]
    return [(int(row[names.index("head_count")]), row[names.index("id")]) for row in rows]


def test_thinning_out_deletes_only_regular_copies(folder: Path) -> None:
    folder.mkdir()
    for hour in range(60):
        at = MONDAY - timedelta(hours=hour)
        (folder / at.strftime("pith-%Y-%m-%dT%H-%M-%SZ.tar.gz")).touch()
    for other in ("pith-2019-01-01T00-00-00Z-before-0002.tar.gz", "holiday.tar.gz", "pith-notes.tar.gz"):
        (folder / other).touch()
    backup.thin_out(folder)
    left = {path.name for path in folder.iterdir()}
    assert {"pith-2019-01-01T00-00-00Z-before-0002.tar.gz", "holiday.tar.gz", "pith-notes.tar.gz"} <= left
    assert len(backup.made_at(folder)) == 24 + 2


def test_a_failed_copy_leaves_nothing_behind(place: Installation, folder: Path, cast: Cast, clock: Clock) -> None:
    place.secrets_file.rename(place.secrets_file.with_name("elsewhere"))
    with pytest.raises(CopyFailed, match=r"secrets\.json"):
        make_backup(place, folder, clock())
    assert list(folder.iterdir()) == []


def test_a_missing_postgresql_tool_is_named(
    place: Installation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(CopyFailed, match="pg_dump is missing; install"):
        copying.dump_postgresql(place.engine, tmp_path / "never")
