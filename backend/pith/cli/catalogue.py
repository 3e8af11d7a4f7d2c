"""`pith catalogue`: is the content whole, and who has reviewed it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import cast

import click
from flask import Flask

from pith.content.loader import Content
from pith.content.parts import PARTS
from pith.domain.errors import Invalid
from pith.services import sign_offs as service
from pith.services.transaction import read
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
    with read(db.session):
        signed = service.signatures(db.session, content, None)
    for part, version in content.parts.items():
        by = signed.get(part)
        said = f"signed off by {by.name}, {by.role}, {by.at:%Y-%m-%d}" if by else "not yet reviewed by a clinician"
        click.echo(f"{part} {version}: {said}")


@group.command("sign-off")
@click.option("--name", required=True, help="Who reviewed the content.")
@click.option("--role", required=True, help="In what role, for example physiotherapist.")
@click.option("--part", "parts", type=click.Choice(list(PARTS)), multiple=True, help="Only this part; else all.")
@click.pass_obj
def sign_off(app: Flask, name: str, role: str, parts: tuple[str, ...]) -> None:
    """Record that a clinician reviewed the content as it is now, for every practice here."""
    content = _content(app)
    try:
        service.sign_all(db.session, datetime.now(UTC), content, parts or tuple(PARTS), name, role)
    except Invalid as error:
        problems = "; ".join(f"--{field}: {text}" for field, text in error.fields.items())
        raise click.ClickException(problems) from error
    for part in parts or PARTS:
        click.echo(f"{part} {content.parts[part]}: signed off by {name}, {role}")


def _content(app: Flask) -> Content:
    return cast(Content, app.extensions["pith_content"])
