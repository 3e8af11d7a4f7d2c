"""Commands that serve: `pith web`."""

from __future__ import annotations

import gc
from contextvars import Context
from typing import Any

import click
from flask import Flask

from pith.cli.keeping import settings_of
from pith.config import Settings
from pith.push.keys import BadKey
from pith.services import running, subscriptions
from pith.store import schema
from pith.store.db import db

THREADS = 12  # mostly waiting for slow phones (docs/performance.md); a pool of connections has 15
GRACE_S = 30


@click.command("web")
@click.pass_obj
def web_command(app: Flask) -> None:
    """Serve the app until stopped (PITH_BIND, PITH_PORT, PITH_WORKERS)."""
    from pith.cli.server import Server  # gunicorn is not needed to say what `pith --help` says

    settings = settings_of(app)
    claim(app)
    app.extensions["pith_web"](app)
    # A connection must not be shared by two processes: whatever the start opened is closed before the fork.
    db.engine.dispose()
    spare_the_collector()
    # Workers are forks of this very place. A command runs inside an app context; requests that found themselves in it
    # would share its `g`, and with that who is signed in. So they begin with nothing around them.
    Context().run(Server(app, options(settings)).run)


def options(settings: Settings) -> dict[str, Any]:
    """Gunicorn's settings; `make bench` starts its bare hello with the same (docs/performance.md says why these)."""
    host = f"[{settings.bind}]" if ":" in settings.bind else settings.bind
    return {
        "bind": f"{host}:{settings.port}",
        "workers": settings.workers,
        "worker_class": "gthread",
        "threads": THREADS,
        "keepalive": 0,  # kept connections pile up on one process while the other has nothing to do
        "preload_app": True,
        "graceful_timeout": GRACE_S,
        "loglevel": "warning",
        "errorlog": "-",
        "accesslog": None,
        "control_socket_disable": True,
        "forwarded_allow_ips": "",  # PITH_TRUSTED_PROXIES alone says who is believed (app.py)
    }


def claim(app: Flask) -> None:
    """Marks this process as working on the data, which must be of this Pith's schema, with keys that sign."""
    settings = settings_of(app)
    try:
        running.share(settings.data)
        schema.require_head(db.engine)
        subscriptions.keys_of(db.session, settings.secrets.master)
    except (running.InUse, schema.SchemaTooNew, schema.SchemaTooOld, BadKey) as error:
        raise click.ClickException(str(error)) from error
    finally:
        db.session.remove()


def spare_the_collector() -> None:
    """What the start built stays for good: it is not looked through again, nor copied by a fork that looks at it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
