"""The API's frame: one OpenAPI 3.1 document, strict schemas, and the list of blueprints."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from threading import Lock
from typing import Any

from flask import Flask, Request
from flask_smorest import Api
from flask_smorest import Blueprint as SmorestBlueprint
from marshmallow import INCLUDE, RAISE, Schema
from marshmallow.fields import Dict, String
from webargs.flaskparser import FlaskParser
from werkzeug.exceptions import BadRequest

from pith import __version__
from pith.web.json_body import Unreadable, read_json

MAX_BODY = 512 * 1024
NOUNS = (
    *("accounts", "clients", "screening", "intake", "catalogue", "programs", "sync", "practice", "reminders"),
    *("calendar", "mail", "keeping", "content", "dose", "visits", "measures", "inbox", "health"),
)


class Strict(Schema):
    """The base of every schema: an unknown field is an error that names it."""

    class Meta:
        unknown = RAISE


class _Open(Schema):
    """A refusal may carry more: what a conflict is about, whom a wipe is for."""

    class Meta:
        unknown = INCLUDE


# Every refusal: a code for programs, a sentence for people, and the fields to mend.
Problem = _Open.from_dict(
    {
        "code": String(required=True),
        "message": String(required=True),
        "fields": Dict(keys=String(), values=String()),
    },
    name="Problem",
)


class _Api(Api):
    """Puts the document together when it is first asked for: most servers, and most apps of tests, are never asked."""

    ERROR_SCHEMA = Problem

    def __init__(self, app: Flask) -> None:
        self._untold: list[Callable[[], None]] = []
        self._telling = Lock()
        super().__init__(app)

    def later(self, tell: Callable[[], None]) -> None:
        self._untold.append(tell)

    def document(self) -> dict[str, Any]:
        with self._telling:
            while self._untold:
                self._untold.pop(0)()
        document: dict[str, Any] = self.spec.to_dict()
        return document

    def _openapi_json(self) -> Any:
        self.document()
        return super()._openapi_json()


class _Bodies(FlaskParser):
    """Reads bodies by our own reader: bottomless nesting is unreadable instead of a fault, and so is nothing at all."""

    def _raw_load_json(self, req: Request) -> Any:
        try:
            return read_json(req.get_data(cache=True))
        except Unreadable as error:
            raise BadRequest() from error


class Blueprint(SmorestBlueprint):
    """The blueprint of every noun."""

    ARGUMENTS_PARSER = _Bodies()

    def register_views_in_doc(self, api: _Api, app: Flask, spec: Any, **named: Any) -> None:
        api.later(lambda: self.document(api, app, spec, **named))

    def document(self, api: _Api, app: Flask, spec: Any, **named: Any) -> None:
        """Writes its doors into the API document."""
        super().register_views_in_doc(api, app, spec, **named)


def init_app(app: Flask) -> None:
    """Registers every noun's blueprint below /api/v1 and serves `/api/v1/openapi.json`."""
    app.config.update(
        API_TITLE="Pith",
        API_VERSION=__version__,
        OPENAPI_VERSION="3.1.0",
        OPENAPI_URL_PREFIX="/api/v1",
        OPENAPI_JSON_PATH="openapi.json",
    )
    api = _Api(app)
    for noun in NOUNS:
        if find_spec(f"pith.web.{noun}"):
            api.register_blueprint(import_module(f"pith.web.{noun}").bp)
    app.extensions["pith_api"] = api
