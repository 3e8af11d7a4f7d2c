"""Copies of the installation: database, keys and a manifest in one archive, made while the server runs."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from pith import __version__
from pith.domain.keeping import backups_to_keep
from pith.store import copying, schema
from pith.store.copying import CopyFailed

FORMAT = "pith-backup"
VERSION = 1
MANIFEST, SECRETS, SQLITE, POSTGRESQL = "manifest.json", "secrets.json", "pith.db", "pith.dump"
_STAMP = "pith-%Y-%m-%dT%H-%M-%SZ"
_SUFFIX = ".tar.gz"
_STAGE = ".pith-copy-"
_STALE_S = 24 * 3600
_LEVEL = 3  # gzip: twice as fast as the default for a tenth more bytes
_BLOCK = 1 << 20


@dataclass(frozen=True)
class Installation:
    """What a copy is made of: the engine, the keys' file, and the version of the content in use."""

    engine: Engine
    secrets_file: Path
    content_version: str


def make_backup(place: Installation, folder: Path, now: datetime, note: str = "") -> Path:
    """One archive `pith-<UTC>[-note].tar.gz` in `folder`, mode 0600, on disk when this returns.

    Raises CopyFailed with one line; then nothing new is in the folder. A copy with a `note` is never thinned out.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _clear_stale(folder, now)
    _require_space(place, folder)
    name = now.astimezone(UTC).strftime(_STAMP) + (f"-{note}" if note else "") + _SUFFIX
    with staged(folder) as stage:
        database = _copy_database(place, stage)
        shutil.copyfile(place.secrets_file, stage / SECRETS)
        _write_manifest(place, stage, database, now)
        _pack(stage, [MANIFEST, database, SECRETS], stage / name)
        os.replace(stage / name, folder / name)
    sync_folder(folder)
    return folder / name


def thin_out(folder: Path) -> list[Path]:
    """Deletes the copies that 24 hourly, 14 daily and 12 monthly ones make needless; returns what went."""
    made = made_at(folder)
    keep = backups_to_keep(made)
    gone = [path for at, path in made.items() if at not in keep]
    for path in gone:
        path.unlink()
    return gone


def made_at(folder: Path) -> dict[datetime, Path]:
    """The regular copies of a folder by the instant they were made. Other files are not ours to count or delete."""
    found: dict[datetime, Path] = {}
    for path in folder.glob(f"pith-*{_SUFFIX}"):
        try:
            at = datetime.strptime(path.name.removesuffix(_SUFFIX), _STAMP).replace(tzinfo=UTC)
        except ValueError:
            continue
        found[at] = path
    return found


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """A private folder (0700) on the same disk, gone afterwards whatever happened. Turns OSError into CopyFailed."""
    try:
        stage = Path(tempfile.mkdtemp(prefix=_STAGE, dir=folder))
        try:
            yield stage
        finally:
            shutil.rmtree(stage, ignore_errors=True)
    except OSError as error:
        raise CopyFailed(f"{error.filename or folder}: {error.strerror or error}") from error


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync_folder(folder: Path) -> None:
    """A rename is only durable when the folder itself is written."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _copy_database(place: Installation, stage: Path) -> str:
    if place.engine.dialect.name == "postgresql":
        copying.dump_postgresql(place.engine, stage / POSTGRESQL)
        return POSTGRESQL
    copying.copy_sqlite(copying.sqlite_file(place.engine), stage / SQLITE)
    problems = copying.sqlite_problems(stage / SQLITE)
    if problems:
        raise CopyFailed(f"the copy is not sound, keep the older ones: {problems[0]}")
    return SQLITE


def _write_manifest(place: Installation, stage: Path, database: str, now: datetime) -> None:
    version = copying.sqlite_schema(stage / SQLITE) if database == SQLITE else schema.current(place.engine)
    if version is None:
        raise CopyFailed("the database has no tables yet; there is nothing to copy")
    files = {
        name: {"sha256": sha256_of(stage / name), "bytes": (stage / name).stat().st_size}
        for name in (database, SECRETS)
    }
    manifest: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "made_at": now.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        "pith": __version__,
        "engine": place.engine.dialect.name,
        "schema": version,
        "content": place.content_version,
        "files": files,
    }
    (stage / MANIFEST).write_text(json.dumps(manifest, indent=1, sort_keys=True))


def _pack(stage: Path, names: list[str], target: Path) -> None:
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        with tarfile.open(fileobj=file, mode="w:gz", compresslevel=_LEVEL) as archive:
            for name in names:
                archive.add(stage / name, name, filter=_anonymous)
        file.flush()
        os.fsync(file.fileno())


def _anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mode = 0o600
    return member


def _require_space(place: Installation, folder: Path) -> None:
    """The copy and the archive stand side by side for a moment. A full disk would also stop the server's own writes."""
    if place.engine.dialect.name != "sqlite":
        return
    file = copying.sqlite_file(place.engine)
    size = file.stat().st_size if file.is_file() else 0
    free = shutil.disk_usage(folder).free
    if free < 2 * size + _BLOCK:
        raise CopyFailed(f"{folder}: {free >> 20} MB are free, a copy needs {(2 * size + _BLOCK) >> 20} MB")


def _clear_stale(folder: Path, now: datetime) -> None:
    """What a killed copy left behind; a day old, so that a copy under way is never touched."""
    for path in folder.glob(f"{_STAGE}*"):
        if now.timestamp() - path.stat().st_mtime > _STALE_S:
            shutil.rmtree(path, ignore_errors=True)
