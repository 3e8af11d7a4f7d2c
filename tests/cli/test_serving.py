"""How `pith web` starts gunicorn."""

from __future__ import annotations

from dataclasses import replace

from flask import Flask

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
