"""Serves the built front end: the shell for every screen, the worker, the manifest, the hashed assets."""

from __future__ import annotations

from pathlib import Path

from flask import Flask, Response, abort, current_app, request, send_from_directory

SCREENS = ("", "join", "today", "practice", "after", "history", "me", "learn", "sign-in", "sign-up", "desk")
PACKED = {"br": ".br", "gzip": ".gz"}
TYPES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
}


def init_app(app: Flask) -> None:
    app.config.setdefault("PITH_DIST", _dist())
    for screen in SCREENS:
        app.add_url_rule(f"/{screen}", f"page_{screen or 'home'}", _shell)
    app.add_url_rule("/desk/<path:rest>", "page_desk_deep", _shell)
    app.add_url_rule("/learn/<path:rest>", "page_learn_deep", _shell)
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
    """A file of the front end's root: sw.js, the manifest. Always asked again, so that updates arrive.

    An address that was mistyped gets the app, which says so in a page; what looks like a file gets a plain 404.
    """
    if "." in name:
        return _send(name, "no-cache")
    response = _shell()
    response.status_code = 404
    return response


def _send(name: str, cache: str) -> Response:
    folder = Path(current_app.config["PITH_DIST"])
    if name.endswith(tuple(PACKED.values())) or not (folder / name).is_file():
        abort(404)
    packing = _packing(folder / name)
    response = send_from_directory(folder, name + PACKED.get(packing, ""))
    response.mimetype = TYPES.get(Path(name).suffix, response.mimetype or "application/octet-stream")
    response.headers["Cache-Control"] = cache
    response.headers["Vary"] = "Accept-Encoding"
    if packing:
        response.headers["Content-Encoding"] = packing
    return response


def _packing(file: Path) -> str:
    """The smallest packing that the build made of this file and that the browser takes; empty for none."""
    for packing, ending in PACKED.items():
        if request.accept_encodings[packing] > 0 and file.with_name(file.name + ending).is_file():
            return packing
    return ""
