"""The demo as tests build it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from flask import Flask

from pith.config import Settings
from pith.services import demo
from pith.services.transaction import AnySession

PASSWORD = "six quiet oranges at dawn"


def build_demo(app: Flask, session: AnySession, settings: Settings, clock: Callable[[], datetime]) -> None:
    """Without waiting for the disk at each of hundreds of commits: durability is tested elsewhere."""
    engine = session.get_bind()
    if engine.dialect.name == "sqlite":
        raw = engine.raw_connection()
        raw.cursor().execute("PRAGMA synchronous=OFF")
        raw.close()
    content = app.extensions["pith_content"]
    demo.build(session, clock(), content, settings.secrets.master, settings.secrets.codes, PASSWORD)
