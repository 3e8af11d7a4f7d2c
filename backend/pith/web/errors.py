"""One table from what went wrong to what HTTP says, and one shape: `{code, message, fields?}`."""

from __future__ import annotations

import logging
from typing import Any

import orjson
from flask import Flask, Response
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException, InternalServerError

from pith.domain import errors as domain
from pith.services.transaction import told

log = logging.getLogger("pith")

STATUS: dict[type[domain.DomainError], int] = {
    domain.NotFound: 404,
    domain.NotAllowed: 403,
    domain.Unauthenticated: 401,
    domain.Invalid: 422,
    domain.Conflict: 409,
    domain.Gone: 410,
    domain.RateLimited: 429,
    domain.TooLarge: 413,
    domain.AppTooOld: 426,
    domain.Unavailable: 503,
}

# Plain words for what the framework refuses before any endpoint runs.
HTTP_CODES = {
    400: ("unreadable", "This could not be read. Nothing was changed."),
    404: ("not_found", domain.NotFound.message),
    405: ("method_not_allowed", "This door opens another way."),
    413: ("too_large", "That is too much at once."),
    415: ("not_json", "This cannot be taken in this form. Send application/json, or a photo as image/jpeg."),
    422: ("invalid", domain.Invalid.message),
    429: ("too_many_tries", domain.RateLimited.message),
}


def init_app(app: Flask) -> None:
    app.register_error_handler(domain.DomainError, _domain_error)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(OperationalError, _database_error)
    app.register_error_handler(Exception, _unexpected)


def _domain_error(error: domain.DomainError) -> Response:
    status = next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)
    body: dict[str, Any] = {"code": error.code, "message": error.message}
    response = _json(status, body | _extras(error))
    if isinstance(error, domain.RateLimited | domain.Unavailable):
        response.headers["Retry-After"] = str(error.retry_after)
    return response


def _extras(error: domain.DomainError) -> dict[str, Any]:
    if isinstance(error, domain.Invalid):
        return {"fields": error.fields}
    if isinstance(error, domain.Conflict):
        return error.detail
    if isinstance(error, domain.Gone):
        return {"wipe": True, **error.detail}
    if isinstance(error, domain.TooLarge):
        return {"max_bytes": error.max_bytes}
    if isinstance(error, domain.AppTooOld):
        return {"min_schema": error.min_schema}
    return {}


def _http_error(error: HTTPException) -> Response:
    status = error.code or 500
    code, message = HTTP_CODES.get(status, ("refused", error.description or "This cannot be done."))
    body: dict[str, Any] = {"code": code, "message": message}
    problems = getattr(error, "data", None)
    if isinstance(problems, dict) and "messages" in problems:
        body["fields"] = flatten(problems["messages"].get("json", problems["messages"]))
    response = _json(status, body)
    for name, value in error.get_headers():
        if name in ("Allow", "Retry-After"):
            response.headers[name] = value
    return response


def flatten(messages: Any, path: str = "") -> dict[str, str]:
    """Marshmallow's nested messages as `{"items.0.level": "text"}`; `_schema` stands for the whole."""
    if isinstance(messages, dict):
        found: dict[str, str] = {}
        for name, inner in messages.items():
            here = path if name == "_schema" else f"{path}.{name}" if path else str(name)
            found |= flatten(inner, here)
        return found
    if isinstance(messages, list):
        return {path or "body": " ".join(str(message) for message in messages)}
    return {path or "body": str(messages)}


def _database_error(error: OperationalError) -> Response:
    """Who is asking is looked up outside of any use case; there, too, a database that is away is a 503."""
    found = told(error)
    return _domain_error(found) if isinstance(found, domain.DomainError) else _unexpected(error)


def _unexpected(error: Exception) -> Response:
    log.exception("unexpected", exc_info=error)
    failed = InternalServerError()
    return _json(failed.code, {"code": "server_error", "message": "This is our fault. Nothing you have is lost."})


def _json(status: int, body: dict[str, Any]) -> Response:
    return Response(orjson.dumps(body), status, mimetype="application/json")
