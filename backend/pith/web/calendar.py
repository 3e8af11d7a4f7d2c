"""Reminders without pushes: a client's times as a file for her calendar, and as a private feed."""

from __future__ import annotations

from typing import Any

from flask import Response, request
from marshmallow import fields

from pith.services import calendar
from pith.services.calendar import House
from pith.web import deps, security
from pith.web.contract import Blueprint, Strict
from pith.web.fields import Instant

bp = Blueprint("calendar", __name__, description="Times of practice in the client's own calendar")

TYPE = "text/calendar"
FILE = "pith.ics"
FILE_DOC: dict[str, Any] = {
    "responses": {200: {"description": "An iCalendar file", "content": {TYPE: {"schema": {"type": "string"}}}}}
}


class Feed(Strict):
    """`made_at` null: none is open."""

    made_at = Instant(required=True, allow_none=True)


class NewFeed(Strict):
    """Shown this once. `url` (webcal) opens a calendar app, `link` is for those that want it told."""

    url = fields.String(required=True)
    link = fields.String(required=True)


@bp.get("/api/v1/reminders/calendar.ics")
@bp.doc(**FILE_DOC)
def own_calendar() -> Response:
    """The client's times with an alarm each, to be taken into a calendar once."""
    answer = _file(calendar.own_calendar(deps.session(), deps.client(), _house()))
    answer.headers["Content-Disposition"] = f'attachment; filename="{FILE}"'
    return answer


@bp.get("/api/v1/reminders/feed")
@bp.response(200, Feed)
def feed_state() -> dict[str, Any]:
    """Whether a private feed is open, and since when."""
    return calendar.feed_state(deps.session(), deps.client())


@bp.post("/api/v1/reminders/feed")
@bp.response(201, NewFeed)
def open_feed() -> dict[str, str]:
    """A new private address for her calendar to follow; the one before ends."""
    return calendar.open_feed(deps.session(), deps.client(), deps.now(), deps.settings().origin)


@bp.delete("/api/v1/reminders/feed")
@bp.response(204)
def close_feed() -> None:
    """Ends the feed."""
    calendar.close_feed(deps.session(), deps.client(), deps.now())


@bp.get("/calendar/<token>.ics")
@bp.doc(**FILE_DOC)
@bp.alt_response(304, description="The copy named by If-None-Match is still the newest.")
def feed(token: str) -> Response:
    """The times behind a private address, to be looked at: without alarms."""
    held = frozenset(tag for tag in request.headers.get("If-None-Match", "").replace("W/", "").split('"') if tag)
    found = calendar.feed(deps.session(), deps.now(), security.visitor(), token, _house(), held)
    answer = _file(found.body) if found.body is not None else Response(status=304)
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.set_etag(found.etag)
    return answer


def _house() -> House:
    return House(deps.settings().origin, deps.shared_content().pushes)


def _file(body: bytes) -> Response:
    return Response(body, content_type=f"{TYPE}; charset=utf-8")
