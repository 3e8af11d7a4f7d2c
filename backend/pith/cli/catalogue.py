"""`pith catalogue`: is the content whole, and who has reviewed it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import cast

import click
import uuid_utils
from flask import Flask

from pith.content.loader import Content
from pith.domain.errors import Invalid
from pith.services import catalogue as service
from pith.store.db import db


@click.group("catalogue")
def group() -> None:
    """Techniques, rules and questions, and their review."""


@group.command("check")
@click.pass_obj
def check(app: Flask) -> None:
    """Say what the content holds and who signed it. A fault in it is named at every start, this one included."""
    content = _content(app)
    catalogue, screening = content.catalogue, content.screening
    click.echo(
        f"content {catalogue.version}: {len(catalogue.techniques)} techniques, {len(catalogue.starters)} starters, "
        f"{len(screening.rules)} rules, {len(screening.flags.flags)} flags, {len(screening.intake)} questions: sound"
    )
    signed = service.signature_of(db.session, catalogue)
    said = f"signed off by {signed.name}, {signed.role}, {signed.at:%Y-%m-%d}" if signed else "not yet reviewed"
    click.echo(said)


@group.command("sign-off")
@click.option("--name", required=True, help="Who reviewed the content.")
@click.option("--role", required=True, help="In what role, for example physiotherapist.")
@click.pass_obj
def sign_off(app: Flask, name: str, role: str) -> None:
    """Record that a clinician reviewed this version of the content."""
    catalogue = _content(app).catalogue
    try:
        service.sign_off(db.session, datetime.now(UTC), catalogue, name, role, str(uuid_utils.uuid7()))
    except Invalid as error:
        problems = "; ".join(f"--{field}: {text}" for field, text in error.fields.items())
        raise click.ClickException(problems) from error
    click.echo(f"content {catalogue.version}: signed off by {name}, {role}")


def _content(app: Flask) -> Content:
    return cast(Content, app.extensions["pith_content"])
