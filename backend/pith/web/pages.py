"""Serves the built front end: the shell for every screen, the worker, the manifest, the hashed assets."""

from __future__ import annotations

from pathlib import Path

from flask import Flask, Response, abort, current_app, send_from_directory

SCREENS = ("", "join", "today", "practice", "after", "history", "me", "sign-in", "sign-up", "desk")


def init_app(app: Flask) -> None:
    app.config.setdefault("PITH_DIST", _dist())
    for screen in SCREENS:
        app.add_url_rule(f"/{screen}", f"page_{screen or 'home'}", _shell)
    app.add_url_rule("/desk/<path:rest>", "page_desk_deep", _shell)
    app.add_url_rule("/assets/<path:name>", "asset", _asset)
    app.add_url_rule("/icons/<name>", "page_icon", _icon)
    app.add_url_rule("/<name>", "page_file", _file)


def _dist() -> Path:
    """The front end beside the checkout, or inside an installed package."""
    package = Path(__file__).parent.parent / "static"
    return package if package.is_dir() else Path(__file__).parents[3] / "frontend" / "dist"


def _shell(rest: str = "") -> Response:
    return _send("index.html", "no-cache")


def _asset(name: str) -> Response:
    return _send(f"assets/{name}", "public, max-age=31536000, immutable")


def _icon(name: str) -> Response:
    return _send(f"icons/{name}", "no-cache")


def _file(name: str) -> Response:
    """A file of the front end's root: sw.js, the manifest. Always asked again, so that updates arrive."""
    return _send(name, "no-cache")


def _send(name: str, cache: str) -> Response:
    folder = Path(current_app.config["PITH_DIST"])
    if not (folder / name).is_file():
        abort(404)
    response = send_from_directory(folder, name)
    response.headers["Cache-Control"] = cache
    if name == "manifest.webmanifest":
        response.mimetype = "application/manifest+json"
    return response
