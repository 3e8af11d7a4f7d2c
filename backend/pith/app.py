"""The only place where the parts are wired together."""

from __future__ import annotations

import sys

import click
from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from pith import cli
from pith.config import BadSetting, Settings, load_settings
from pith.content.loader import ContentError, load_content
from pith.store.db import db, engine_options, tune
from pith.web import contract, errors, pages, security


def create_app(settings: Settings) -> Flask:
    """A ready app. Raises BadSetting or ContentError instead of starting half-way."""

    app = Flask("pith", static_folder=None)
    app.config.update(
        PITH=settings,
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        SQLALCHEMY_ENGINE_OPTIONS=engine_options(settings.database_url),
        MAX_CONTENT_LENGTH=contract.MAX_BODY,
        MAX_FORM_MEMORY_SIZE=contract.MAX_BODY,
    )
    app.extensions["pith_content"] = load_content()
    if settings.trusted_proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=settings.trusted_proxies, x_proto=settings.trusted_proxies
        )
    db.init_app(app)
    with app.app_context():
        tune(db.engine)
    security.init_app(app)
    contract.init_app(app)
    errors.init_app(app)
    pages.init_app(app)
    return app


def main() -> None:
    """The command line `pith`: refuses to start on a bad setting or bad content with one line each."""
    try:
        settings = load_settings()
        app = create_app(settings)
    except (BadSetting, ContentError) as error:
        click.echo(f"pith: {error}", err=True)
        sys.exit(2)
    with app.app_context():
        cli.group.main(prog_name="pith", obj=app)
