"""The command line `pith`. Commands are thin: parse, one service call, one line of answer."""

from __future__ import annotations

import click
from flask import Flask

from pith.cli import catalogue, dose, keeping, push, reminders, serving, start, therapists, verdicts
from pith.store import schema
from pith.store.db import db


@click.group()
def group() -> None:
    """Pith: home programs of self-release, between sessions."""


@group.group("db")
def db_group() -> None:
    """The database's schema."""


@db_group.command("upgrade")
@click.pass_obj
def db_upgrade(app: Flask) -> None:
    """Bring the schema to the newest version; a SQLite database is copied first when that changes anything."""
    keeping.upgrade_with_copy(app)
    click.echo(f"database at version {schema.current(db.engine)}")


for command in (
    keeping.backup_command,
    keeping.restore_command,
    keeping.check_command,
    start.demo_command,
    start.release_command,
    serving.web_command,
    therapists.group,
    catalogue.group,
    dose.command,
    verdicts.command,
    reminders.group,
    push.group,
):
    group.add_command(command)
