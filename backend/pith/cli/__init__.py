"""The command line `pith`. Commands are thin: parse, one service call, one line of answer."""

from __future__ import annotations

import os
from datetime import UTC, datetime

import click

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
def db_upgrade() -> None:
    """Bring the schema to the newest version."""
    try:
        schema.upgrade(db.engine)
    except schema.SchemaTooNew as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"database at version {schema.current(db.engine)}")


@group.group("reminders")
def reminders_group() -> None:
    """The background worker."""


@reminders_group.command("run")
@click.option("--once", is_flag=True, help="One round, then stop.")
def reminders_run(once: bool) -> None:
    """Work in rounds until stopped: sign of life, expired doors, retention."""
    upkeep.run(db.session, clock=lambda: datetime.now(UTC), name=f"worker-{os.getpid()}", once=once)
