"""Who is asking, and what browsers may do with our answers."""

from __future__ import annotations

from flask import Flask

from pith.domain.accounts import Actor


def init_app(app: Flask) -> None:
    """Wires sign-in lookup, the same-origin check and the headers."""


def find_actor() -> Actor | None:
    return None
