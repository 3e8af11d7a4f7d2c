"""Is everything in order? What `pith check` looks at, one plain line per problem."""

from __future__ import annotations

import shutil
import stat
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from cryptography.exceptions import InvalidTag
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from pith.services.backup import Installation, made_at
from pith.services.transaction import AnySession, read
from pith.store import copying, schema
from pith.store.accounts import Client, Erased
from pith.store.keeping import KEPT_OF_ERASED, client_tables, owners, stone
from pith.store.reminders import WorkerBeat
from pith.store.seal import unseal

MIN_FREE = 200 << 20  # bytes; with less, a copy or a busy day may not find room
WORKER_SILENT = timedelta(minutes=5)  # a round takes seconds and comes every 30
BACKUP_OLD = timedelta(hours=26)  # a daily copy, and two hours of grace


def problems(
    session: AnySession, place: Installation, now: datetime, data: Path, backups: Path, master: bytes
) -> list[str]:
    """Everything that is wrong, one line each; empty when all is well. Reads only."""
    found = [*_files(place, now, data, backups), *_file_of_sqlite(place)]
    unready = _unready(place)
    if unready is not None:
        return [*found, unready]
    with read(session):
        return [*found, *_keys(session, master), *_worker(session, now), *_erased(session, master)]


def _files(place: Installation, now: datetime, data: Path, backups: Path) -> Iterator[str]:
    mode = stat.S_IMODE(place.secrets_file.stat().st_mode)
    if mode & 0o077:
        yield f"secrets: {place.secrets_file} can be read by others; run: chmod 600 {place.secrets_file}"
    free = shutil.disk_usage(data).free
    if free < MIN_FREE:
        yield f"disk: only {free >> 20} MB are free in {data}"
    newest = max(made_at(backups), default=None) if backups.is_dir() else None
    if newest is None:
        yield f"backup: none in {backups} yet; run: pith backup"
    elif now - newest > BACKUP_OLD:
        yield f"backup: the newest is {_hours(now - newest)} hours old; run: pith backup (best every hour, by cron)"


def _file_of_sqlite(place: Installation) -> Iterator[str]:
    if place.engine.dialect.name == "sqlite":
        file = copying.sqlite_file(place.engine)
        for line in copying.sqlite_problems(file) if file.is_file() else ():
            yield f"database: {line}; restore the newest copy: pith restore FILE"


def _unready(place: Installation) -> str | None:
    """Why the tables cannot be looked at, or None."""
    file = copying.sqlite_file(place.engine)
    if place.engine.dialect.name == "sqlite" and not file.is_file():
        return f"database: there is none at {file}; run: pith release"
    try:
        found, head = schema.current(place.engine), schema.head()
    except DBAPIError as error:
        return f"database: it does not answer ({str(error.orig).splitlines()[0]})"
    if found != head:
        return f"database: the schema is at {found or 'nothing'}, this Pith needs {head}; run: pith db upgrade"
    return None


def _keys(session: AnySession, master: bytes) -> Iterator[str]:
    """A secrets file of another installation looks fine until somebody reads a note: so one client's key is tried."""
    row = session.execute(select(Client.id, Client.text_key).order_by(Client.created_at.desc()).limit(1)).one_or_none()
    if row is None:
        return
    try:
        unseal(master, f"client|{row.id}", row.text_key)
    except InvalidTag:
        yield "secrets: these keys do not open this database's notes; put the right secrets.json back (pith restore)"


def _worker(session: AnySession, now: datetime) -> Iterator[str]:
    last = session.execute(select(func.max(WorkerBeat.at))).scalar_one()
    if last is None:
        yield "worker: it has never run; start: pith reminders run"
    elif now - last > WORKER_SILENT:
        yield f"worker: no sign of life since {last:%Y-%m-%d %H:%M} UTC; start: pith reminders run"


def _erased(session: AnySession, master: bytes) -> Iterator[str]:
    """Proves that nobody who was erased has a row left in any table; new tables are looked at without being named."""
    stones = set(session.scalars(select(Erased.id_hash).where(Erased.what == "client")))
    alive = {(row[0], row[1]) for row in session.execute(select(Client.practice_id, Client.id))}
    for table in client_tables():
        if table.name in KEPT_OF_ERASED:
            continue
        for practice_id, client_id in sorted(owners(session, table)):
            if stone(master, practice_id, "client", client_id) in stones:
                yield f"erasure: table {table.name} still has rows of an erased client"
            elif (practice_id, client_id) not in alive:
                yield f"database: table {table.name} has rows of a client who does not exist"


def _hours(age: timedelta) -> int:
    return int(age.total_seconds() // 3600)
