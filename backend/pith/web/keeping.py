"""Keeping and parting over HTTP: a client's whole file out and in, and erasure."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import orjson
from flask import Response, request
from marshmallow import fields

from pith.domain.accounts import Actor
from pith.services import erasing, export_page, exporting, importing
from pith.services.transaction import AnySession
from pith.web import deps, log_check
from pith.web.contract import Blueprint, Strict
from pith.web.export_fields import ClientExport, ImportIn
from pith.web.fields import Id, Text

bp = Blueprint("keeping", __name__, url_prefix="/api/v1", description="Export, import and erasure of a client's file")

# Years of practice with every version of the program; other doors take much less.
MAX_IMPORT = 32 << 20
PAGE_DOC: dict[str, Any] = {
    "responses": {
        200: {"description": "The same as a page to read", "content": {"text/html": {"schema": {"type": "string"}}}}
    }
}
PAGE_CSP = f"default-src 'none'; style-src 'sha256-{export_page.STYLE_HASH}'; sandbox"


class Confirm(Strict):
    """The client's name, typed again: what is erased cannot be brought back."""

    confirm_name = Text(high=300, required=True)


class Imported(Strict):
    id = Id()
    name = fields.String()


@bp.before_request
def _room_for_an_import() -> None:
    if request.endpoint == "keeping.import_client":
        deps.therapist()
        request.max_content_length = MAX_IMPORT


@bp.get("/clients/<client_id>/export")
@bp.response(200, ClientExport)
def export_client(client_id: str) -> Response:
    """Everything that is kept of a client, her private notes excepted."""
    return _file(exporting.export_client(*_asked(), client_id))


@bp.get("/clients/<client_id>/export.html")
@bp.doc(**PAGE_DOC)
def export_client_page(client_id: str) -> Response:
    """The same as a page that can be read, kept and printed."""
    return _page(exporting.export_client(*_asked(), client_id))


@bp.get("/me/export")
@bp.response(200, ClientExport)
def export_me() -> Response:
    """Everything that is kept of the client who asks."""
    return _file(exporting.export_client(*_asked_by_client(), deps.client().id))


@bp.get("/me/export.html")
@bp.doc(**PAGE_DOC)
def export_me_page() -> Response:
    """The same as a page that can be read, kept and printed."""
    return _page(exporting.export_client(*_asked_by_client(), deps.client().id))


@bp.post("/clients/import")
@bp.arguments(ImportIn)
@bp.response(201, Imported)
@bp.alt_response(413, description="The file is too big")
def import_client(data: dict[str, Any]) -> dict[str, Any]:
    """Takes in a client whom another practice exported. Her phones are paired anew."""
    export = data["export"]
    logs = [log_check.receive(entry["log"]) for entry in export["logs"]]
    return importing.import_client(*_asked(), export, logs)


@bp.delete("/clients/<client_id>")
@bp.arguments(Confirm)
@bp.response(204)
def erase_client(data: dict[str, Any], client_id: str) -> None:
    """Erases a client for good; her phones wipe themselves when they next ask."""
    erasing.erase_client(*_asked(), client_id, data["confirm_name"])


@bp.delete("/me")
@bp.arguments(Confirm)
@bp.response(204)
def erase_me(data: dict[str, Any]) -> None:
    """The client erases herself for good."""
    erasing.erase_client(*_asked_by_client(), deps.client().id, data["confirm_name"])


def _asked() -> tuple[AnySession, Actor, datetime, bytes]:
    return deps.session(), deps.therapist(), deps.now(), deps.settings().secrets.master


def _asked_by_client() -> tuple[AnySession, Actor, datetime, bytes]:
    return deps.session(), deps.client(), deps.now(), deps.settings().secrets.master


def _file(document: dict[str, Any]) -> Response:
    body = orjson.dumps(document, option=orjson.OPT_UTC_Z)
    return _attached(Response(body, mimetype="application/json"), "pith-export.json")


def _page(document: dict[str, Any]) -> Response:
    texts = deps.shared_content().exports[document["client"]["language"]]
    answer = _attached(Response(export_page.page(document, texts), mimetype="text/html"), "pith-export.html")
    answer.headers["Content-Security-Policy"] = PAGE_CSP
    return answer


def _attached(answer: Response, name: str) -> Response:
    """To be kept as a file. Its name says nothing about whose it is."""
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
