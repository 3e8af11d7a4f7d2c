"""How `pith web` starts gunicorn."""

from __future__ import annotations

from dataclasses import replace

import pytest
from click.testing import CliRunner
from flask import Flask, has_app_context

from pith.cli import serving
from pith.cli.server import Server
from pith.cli.serving import options
from pith.config import Settings


def test_only_our_own_setting_says_which_proxy_is_believed(app: Flask, settings: Settings) -> None:
    """Gunicorn believes any peer on loopback of its own accord: with Caddy in front, that is everybody."""
    server = Server(app, options(settings))
    assert server.cfg.forwarded_allow_ips == []


def test_an_ipv6_address_is_bound_in_brackets(app: Flask, settings: Settings) -> None:
    server = Server(app, options(replace(settings, bind="::1", port=8123)))
    assert server.cfg.address == [("::1", 8123)]


def test_requests_begin_with_no_app_context_around_them(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """A context that all requests of a worker share would share who is signed in."""
    app.extensions["pith_web"] = lambda _: None
    seen: list[bool] = []
    monkeypatch.setattr(Server, "run", lambda _: seen.append(has_app_context()))
    monkeypatch.setattr(serving, "claim", lambda _: None)
    CliRunner().invoke(serving.web_command, obj=app, catch_exceptions=False)
    assert seen == [False]
