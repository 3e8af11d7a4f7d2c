"""Commands of keeping: `pith backup`, `pith restore`, `pith check`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import click
from flask import Flask

from pith.config import Settings
from pith.services import backup, keeping, restoring, running
from pith.services.backup import Installation
from pith.store import schema
from pith.store.copying import CopyFailed, sqlite_file
from pith.store.db import db

BACKUPS = "backups"


def settings_of(app: Flask) -> Settings:
    return cast(Settings, app.config["PITH"])


def place_of(app: Flask) -> Installation:
    content = app.extensions["pith_content"]
    return Installation(db.engine, settings_of(app).secrets_file, content.catalogue.version)


@click.command("backup")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), required=False)
@click.pass_obj
def backup_command(app: Flask, folder: Path | None) -> None:
    """Copy database and keys into FOLDER (PITH_DATA/backups) while the server runs, and thin out old copies."""
    folder = folder or settings_of(app).data / BACKUPS
    try:
        made = backup.make_backup(place_of(app), folder, datetime.now(UTC))
    except CopyFailed as error:
        raise click.ClickException(str(error)) from error
    gone = backup.thin_out(folder)
    click.echo(f"{made} ({made.stat().st_size / 1e6:.1f} MB)" + (f"; {len(gone)} old copies deleted" if gone else ""))


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def restore_command(app: Flask, file: Path, yes: bool) -> None:
    """Put a copy made by `pith backup` in place of the database. What it replaces is kept beside it."""
    data = settings_of(app).data

    def agreed(manifest: dict[str, Any]) -> bool:
        click.echo(f"a copy of {manifest['made_at']}, Pith {manifest['pith']}, schema {manifest['schema']}")
        return yes or click.confirm("Put it in place of the database in use?")

    try:
        with running.alone(data):
            done = restoring.restore(place_of(app), data, datetime.now(UTC), file, agreed)
    except (CopyFailed, running.InUse, schema.SchemaTooNew) as error:
        raise click.ClickException(str(error)) from error
    if done is None:
        click.echo("nothing was changed")
        return
    click.echo("restored; phones send again what the copy lacks of the last 60 days")
    if done.kept:
        click.echo(f"the replaced database is kept: {done.kept}")
    if done.erased_again:
        click.echo(f"erased again: {done.erased_again} clients who were erased after the copy was made")
    if not done.stones_read:
        click.echo(
            "the replaced database could not be read: whoever was erased after the copy was made is back", err=True
        )


@click.command("check")
@click.option("--backups", type=click.Path(file_okay=False, path_type=Path), help="Where copies are kept.")
@click.pass_obj
def check_command(app: Flask, backups: Path | None) -> None:
    """Say what is wrong with this installation, one line each; exit code 1 when anything is."""
    settings = settings_of(app)
    found = keeping.problems(
        db.session,
        place_of(app),
        datetime.now(UTC),
        settings.data,
        backups or settings.data / BACKUPS,
        settings.secrets.master,
    )
    for line in found:
        click.echo(line)
    if found:
        raise SystemExit(1)
    click.echo("settings, content, database, keys, disk, backup and worker are in order")


def upgrade_with_copy(app: Flask) -> None:
    """Brings the schema up to date; SQLite gets a copy first whenever that changes anything."""
    engine = db.engine
    try:
        if engine.dialect.name == "sqlite" and sqlite_file(engine).is_file():
            found = schema.current(engine)
            if found is not None and found != schema.head():
                schema.refuse_newer(engine)
                folder = settings_of(app).data / BACKUPS
                note = f"before-{schema.head()}"
                click.echo(
                    f"copy before the upgrade: {backup.make_backup(place_of(app), folder, datetime.now(UTC), note)}"
                )
        schema.upgrade(engine)
    except (CopyFailed, schema.SchemaTooNew) as error:
        raise click.ClickException(str(error)) from error
