"""The command line `pith`. Commands are thin: parse, one service call, one line of answer."""

from __future__ import annotations

import os
from datetime import UTC, datetime

import click
from flask import Flask

from pith.cli import catalogue, keeping, serving, start, therapists, verdicts
from pith.services import upkeep
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


@group.group("reminders")
def reminders_group() -> None:
    """The background worker."""


@reminders_group.command("run")
@click.option("--once", is_flag=True, help="One round, then stop.")
@click.pass_obj
def reminders_run(app: Flask, once: bool) -> None:
    """Work in rounds until stopped: sign of life, expired doors, retention."""
    serving.claim(app)
    name = f"worker-{os.getpid()}"
    timelines = app.extensions["pith_content"].policy.timelines
    fleeting = [flag for flag, timeline in timelines.items() if timeline.by_itself]
    upkeep.run(db.session, lambda: datetime.now(UTC), name, keeping.settings_of(app).secrets.master, once, fleeting)


for command in (
    keeping.backup_command,
    keeping.restore_command,
    keeping.check_command,
    start.demo_command,
    start.release_command,
    serving.web_command,
    therapists.group,
    catalogue.group,
    verdicts.command,
):
    group.add_command(command)
