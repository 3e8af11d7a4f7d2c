"""Putting a copy back: proved sound before anything is touched, and what it replaces stays beside it."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import tarfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, update
from sqlalchemy.orm import Session

from pith.services import due
from pith.services.backup import (
    FORMAT,
    MANIFEST,
    POSTGRESQL,
    SECRETS,
    SQLITE,
    VERSION,
    Installation,
    sha256_of,
    staged,
    sync_folder,
)
from pith.services.remembering import Memory, erase_again, keep_closed, remember
from pith.services.transaction import write
from pith.store import copying, schema
from pith.store.accounts import Client, Practice
from pith.store.copying import CopyFailed
from pith.store.db import engine_options, tune

# A restored practice must not give out places in its feed that it gave out before: desks remember where they were.
_SEQ_LEAP = 1_000_000
# Nobody writes more versions for one client between two copies.
_PROGRAM_LEAP = 100

Manifest = dict[str, Any]


@dataclass(frozen=True)
class Restored:
    """What happened. `kept` is where the replaced database went (None: there was none); `erased_again` counts clients
    who were erased since the copy was made; `stones_read` is False when the replaced database could not say who."""

    manifest: Manifest
    kept: Path | None
    erased_again: int
    stones_read: bool


def restore(
    place: Installation, data: Path, now: datetime, file: Path, agreed: Callable[[Manifest], bool]
) -> Restored | None:
    """Puts the copy in `file` in place of the database and its keys. None when `agreed(manifest)` says no.

    The caller holds the folder alone (services/running.py). Until the copy is proved sound, brought to this Pith's
    schema and freed of whom the replaced database had erased, nothing in use is touched. Raises CopyFailed with one
    line, or SchemaTooNew.
    """
    with staged(data) as stage:
        manifest = _unpack(file, stage)
        _verify(manifest, place.engine, stage)
        if not agreed(manifest):
            return None
        memory = remember(place.engine)
        put = _put_sqlite if manifest["engine"] == "sqlite" else _put_postgresql
        kept, again = put(place, data, stage, now, memory or Memory())
        _put_secrets(place, stage, now)
    return Restored(manifest, kept, again, memory is not None)


def _unpack(file: Path, stage: Path) -> Manifest:
    try:
        with tarfile.open(file, "r:gz") as archive:
            for member in archive:
                source = archive.extractfile(member) if member.isreg() else None
                if source is None or member.name not in (MANIFEST, SECRETS, SQLITE, POSTGRESQL):
                    raise CopyFailed(f"{file} holds {member.name!r}, which is no part of a Pith backup")
                with source, os.fdopen(_create(stage / member.name), "wb") as target:
                    shutil.copyfileobj(source, target, 1 << 20)
                    target.flush()
                    os.fsync(target.fileno())
        manifest = json.loads((stage / MANIFEST).read_text())
    except FileNotFoundError as error:
        raise CopyFailed(f"{file} is missing or is no Pith backup") from error
    except (tarfile.TarError, gzip.BadGzipFile, zlib.error, EOFError, ValueError) as error:
        raise CopyFailed(f"{file} is damaged or is no Pith backup ({error})") from error
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise CopyFailed(f"{file} is no Pith backup")
    if manifest.get("version") != VERSION:
        raise CopyFailed(f"{file} was made by a newer Pith: install that one")
    return manifest


def _create(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)


def _verify(manifest: Manifest, engine: Engine, stage: Path) -> None:
    kind, files = manifest["engine"], manifest["files"]
    if kind != engine.dialect.name:
        raise CopyFailed(f"the copy is of {kind}, this installation runs on {engine.dialect.name} (DATABASE_URL)")
    for name in (SECRETS, SQLITE if kind == "sqlite" else POSTGRESQL):
        if name not in files or not (stage / name).is_file() or sha256_of(stage / name) != files[name]["sha256"]:
            raise CopyFailed(f"{name} in the copy is not what its manifest says: the file is damaged")
    schema.refuse_unknown(manifest["schema"])
    if kind == "postgresql":
        copying.read_dump(engine, stage / POSTGRESQL)
        return
    problems = copying.sqlite_problems(stage / SQLITE)
    if problems or copying.sqlite_schema(stage / SQLITE) != manifest["schema"]:
        raise CopyFailed(f"the database in the copy is not sound: {(problems or ['another schema than it says'])[0]}")


def _put_sqlite(place: Installation, data: Path, stage: Path, now: datetime, memory: Memory) -> tuple[Path | None, int]:
    """Everything is done to the staged file; the swap is one rename."""
    fresh = create_engine(f"sqlite:///{stage / SQLITE}", **engine_options("sqlite"))
    tune(fresh)
    again = _settle(fresh, stage, now, memory)
    copying.settle_sqlite(stage / SQLITE)
    target = copying.sqlite_file(place.engine)
    kept = _keep_beside(target, now) if target.is_file() else None
    os.replace(stage / SQLITE, target)
    sync_folder(target.parent)
    return kept, again


def _keep_beside(target: Path, now: datetime) -> Path:
    """The replaced database under another name, with what stands in its -wal file (a stray one of these beside the
    restored database would be played into it)."""
    kept = target.with_name(f"{target.name}.replaced-{_stamp(now)}")
    try:
        copying.settle_sqlite(target)
    except copying.BROKEN:
        for end in ("-wal", "-shm"):
            if target.with_name(target.name + end).exists():
                os.replace(target.with_name(target.name + end), kept.with_name(kept.name + end))
    os.link(target, kept)
    return kept


def _put_postgresql(
    place: Installation, data: Path, stage: Path, now: datetime, memory: Memory
) -> tuple[Path | None, int]:
    """A dump of the replaced tables is kept; it goes back when the copy cannot be loaded."""
    if copying.other_connections(place.engine):
        raise CopyFailed("other programs are connected to this database; stop every server and worker first")
    kept = None
    if schema.current(place.engine) is not None:
        kept = data / f"pith.dump.replaced-{_stamp(now)}"
        os.close(_create(kept))
        copying.dump_postgresql(place.engine, kept)
    try:
        copying.load_postgresql(place.engine, stage / POSTGRESQL)
        return kept, _settle(place.engine, stage, now, memory)
    except BaseException:
        if kept is not None:
            copying.load_postgresql(place.engine, kept)
        raise


def _settle(engine: Engine, stage: Path, now: datetime, memory: Memory) -> int:
    """Brings restored tables up to date: this Pith's schema, what `memory` knows, a leap in each feed and in the
    numbers of each program, since phones know more of both than the copy, and reminders that begin from now."""
    keys = json.loads((stage / SECRETS).read_text())
    master = bytes.fromhex(keys["master"])
    schema.upgrade(engine)
    try:
        with Session(engine) as session, write(session):
            session.execute(update(Practice).values(log_seq=Practice.log_seq + _SEQ_LEAP))
            session.execute(update(Client).values(programs_given=Client.programs_given + _PROGRAM_LEAP))
            keep_closed(session, memory)
            due.begin_anew(session, now)
            return erase_again(session, now, master, memory)
    finally:
        engine.dispose()


def _put_secrets(place: Installation, stage: Path, now: datetime) -> None:
    """In one rename: at no instant is there a database without keys, for a start would then make new ones."""
    file, keys = place.secrets_file, (stage / SECRETS).read_bytes()
    if file.exists():
        if file.read_bytes() == keys:
            return
        _write_private(file.with_name(f"{file.name}.replaced-{_stamp(now)}"), file.read_bytes())
    fresh = file.with_name(f"{file.name}.new")
    fresh.unlink(missing_ok=True)
    _write_private(fresh, keys)
    os.replace(fresh, file)
    sync_folder(file.parent)


def _write_private(path: Path, content: bytes) -> None:
    with os.fdopen(_create(path), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _stamp(now: datetime) -> str:
    return now.astimezone(UTC).strftime("%Y-%m-%dT%H-%M-%SZ")
