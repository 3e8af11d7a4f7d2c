"""`pith therapist add|reset`: what the operator does where no colleague can."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import available_timezones

import click

from pith.domain.errors import Invalid
from pith.services import accounts
from pith.store.db import db

_password = click.password_option(help="Asked for when left out, so that no shell remembers it.")


@click.group("therapist")
def group() -> None:
    """Therapists of this server."""


@group.command("add")
@click.option("--email", required=True)
@click.option("--name", required=True)
@click.option("--practice", "practice_name", help="Begin a new practice of this name; she becomes its owner.")
@click.option("--timezone", default="UTC", show_default=True, help="Of a new practice, such as Europe/Berlin.")
@_password
def add(email: str, name: str, practice_name: str | None, timezone: str, password: str) -> None:
    """Add a therapist to the one practice of this server, or begin a practice with --practice."""
    person, now = {"name": name, "email": email, "password": password}, datetime.now(UTC)
    try:
        if practice_name:
            _known_zone(timezone)
            accounts.add_practice(db.session, now, practice_name, timezone, person)
        else:
            accounts.add_therapist(db.session, now, _only_practice(), "member", person)
    except Invalid as error:
        raise _in_words(error) from error
    click.echo(f"{name} can sign in as {email}")


@group.command("reset")
@click.option("--email", required=True)
@_password
def reset(email: str, password: str) -> None:
    """Give a therapist a new password and end all her sign-ins."""
    try:
        accounts.reset_password(db.session, datetime.now(UTC), email, password)
    except Invalid as error:
        raise _in_words(error) from error
    click.echo(f"{email} has a new password; every sign-in with the old one has ended")


def _only_practice() -> str:
    found = accounts.practices(db.session)
    if len(found) != 1:
        raise click.ClickException(
            "there is no practice yet: name it with --practice"
            if not found
            else "this server has several practices: let the owner add her colleague on the practice's page"
        )
    return found[0][0]


def _known_zone(timezone: str) -> None:
    if timezone not in available_timezones():
        raise click.ClickException(f"--timezone: {timezone!r} is not a known time zone such as Europe/Berlin")


def _in_words(error: Invalid) -> click.ClickException:
    return click.ClickException("; ".join(f"{field}: {text}" for field, text in error.fields.items()))
