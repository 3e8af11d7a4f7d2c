"""Commands that get an installation going: `pith demo`, `pith release`."""

from __future__ import annotations

import json
import os
import secrets
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from flask import Flask

from pith.cli.keeping import settings_of, upgrade_with_copy
from pith.config import Settings
from pith.services import accounts
from pith.store.db import db

DEMO_FILE = "demo.json"


@click.command("demo")
@click.pass_obj
def demo_command(app: Flask) -> None:
    """Fill an empty database with a practice to look around in; only on this machine's own address."""
    settings = settings_of(app)
    if not settings.loopback:
        raise click.ClickException(
            f"demo data is for trying things out: {settings.origin} can be reached by others (PITH_ORIGIN)"
        )
    upgrade_with_copy(app)
    if accounts.practices(db.session):
        raise click.ClickException("the database is not empty: demo data never stands beside real data")
    _build(app, settings)
    click.echo("\n".join(_doors(settings)))


@click.command("release")
@click.pass_obj
def release_command(app: Flask) -> None:
    """Get ready to serve: bring the schema up to date, fill an empty loopback database, say who may come in."""
    settings = settings_of(app)
    if not settings.loopback and (settings.data / DEMO_FILE).exists():
        raise click.ClickException(
            f"{settings.data} holds the demo practice, and {settings.origin} can be reached by others: "
            "take an empty folder for your own (PITH_DATA)"
        )
    upgrade_with_copy(app)
    empty = not accounts.practices(db.session)
    if empty and settings.demo and settings.loopback:
        click.echo("an empty database: writing the demo practice (PITH_DEMO=no leaves it out) ...")
        _build(app, settings)
        empty = False
    click.echo(f"Pith: {settings.origin}")
    if empty:
        click.echo(f"Sign up: {settings.origin}/sign-up (open until the first practice exists)")
    click.echo("\n".join(_doors(settings)), nl=False)


def _build(app: Flask, settings: Settings) -> None:
    """The password stands in the file before anything is written under it, and `complete` when all is."""
    from pith.services import demo
    from pith.services.demo_stories import EMAIL

    password = secrets.token_urlsafe(12)
    known = {"email": EMAIL, "password": password}
    _write_private(settings.data / DEMO_FILE, known | {"complete": False})
    content = app.extensions["pith_content"]
    demo.build(db.session, datetime.now(UTC), content, settings.secrets.master, settings.secrets.codes, password)
    _write_private(settings.data / DEMO_FILE, known | {"complete": True})


def _doors(settings: Settings) -> list[str]:
    """Who may come in: the demo's therapist and one client, as long as the demo is there. Ends with an empty line."""
    file = settings.data / DEMO_FILE
    if not file.is_file() or not settings.loopback:
        return [""]
    from pith.services import demo  # a practice that has no demo need not load its stories

    link = demo.fresh_link(db.session, datetime.now(UTC), settings.origin)
    if link is None:
        return [""]
    known = json.loads(file.read_text())
    if not known["complete"]:
        return [f"The demo practice is only half written (it was interrupted): delete {settings.data}, start again", ""]
    return [
        f"Therapist: {settings.origin}/sign-in   {known['email']}   {known['password']}",
        f"Client:    {link}",
        "           (works once: open it in a private window, or on a phone that reaches this address)",
        "",
    ]


def _write_private(path: Path, content: dict[str, Any]) -> None:
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        json.dump(content, file)
        file.flush()
        os.fsync(file.fileno())
