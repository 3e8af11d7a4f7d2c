"""The only place where the parts are wired together."""

from __future__ import annotations

import logging
import os
import sys

import click
from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from pith import cli
from pith.config import BadSetting, Settings, load_settings
from pith.content.loader import ContentError, load_content
from pith.services.faults import Discreet
from pith.store.db import db, engine_options, tune

_DISCREET = Discreet()


def create_app(settings: Settings) -> Flask:
    """A ready app. Raises BadSetting or ContentError instead of starting half-way."""
    app = create_core(settings)
    add_web(app)
    return app


def create_core(settings: Settings) -> Flask:
    """Settings, content and database: all that a command needs that does not serve."""
    logging.getLogger("pith").addFilter(_DISCREET)
    app = Flask("pith", static_folder=None)
    app.config.update(
        PITH=settings,
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        SQLALCHEMY_ENGINE_OPTIONS=engine_options(settings.database_url),
    )
    app.extensions["pith_content"] = load_content()
    db.init_app(app)
    with app.app_context():
        tune(db.engine)
    return app


def add_web(app: Flask) -> None:
    """Everything that HTTP needs, imported only now: a command that serves nobody starts in half the time."""
    from pith.web import contract, errors, mail_pages, pages, security, turns

    settings: Settings = app.config["PITH"]
    app.config.update(MAX_CONTENT_LENGTH=contract.MAX_BODY, MAX_FORM_MEMORY_SIZE=contract.MAX_BODY)
    if settings.sqlite:
        app.wsgi_app = turns.OneAtATime(app.wsgi_app)  # type: ignore[method-assign]
    if settings.trusted_proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=settings.trusted_proxies, x_proto=settings.trusted_proxies
        )
    security.init_app(app)
    contract.init_app(app)
    errors.init_app(app)
    mail_pages.init_app(app)
    pages.init_app(app)


def main() -> None:
    """The command line `pith`: refuses to start on a bad setting or bad content with one line each.

    Whatever it writes (database, copies, keys) is for its own user alone.
    """
    os.umask(0o077)
    try:
        app = create_core(load_settings())
    except (BadSetting, ContentError) as error:
        click.echo(f"pith: {error}", err=True)
        sys.exit(2)
    app.extensions["pith_web"] = add_web
    with app.app_context():
        cli.group.main(prog_name="pith", obj=app)
