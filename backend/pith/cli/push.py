"""`pith push`: the keys that sign pushes."""

from __future__ import annotations

from datetime import UTC, datetime

import click
from flask import Flask

from pith.cli import keeping
from pith.services import push_keys, subscriptions
from pith.store.db import db


@click.group("push")
def group() -> None:
    """The keys that sign pushes."""


@group.command("keys")
@click.pass_obj
def keys_command(app: Flask) -> None:
    """List the keys, newest first: id, when it was made, how many browsers were made for it."""
    subscriptions.keys_of(db.session, keeping.settings_of(app).secrets.master)
    for key in push_keys.states(db.session):
        _line(key)


@group.command("rotate")
@click.pass_obj
def rotate_command(app: Flask) -> None:
    """Make a new key. Browsers take it when the app is next opened; the old one goes when none needs it."""
    subscriptions.rotate(db.session, datetime.now(UTC), keeping.settings_of(app).secrets.master)
    push_keys.retire(db.session)
    for key in push_keys.states(db.session):
        _line(key)


def _line(key: push_keys.KeyState) -> None:
    browsers = "1 browser" if key.living == 1 else f"{key.living} browsers"
    click.echo(
        f"{key.id}  {key.made_at:%Y-%m-%d %H:%M} UTC  {browsers}" + ("  signs new ones" if key.signs_new else "")
    )
