"""Practice over HTTP: what therapists read of logs, and how far they have read."""

from __future__ import annotations

from typing import Any

import orjson
from flask import Response
from marshmallow import fields, validate

from pith.domain.sync import KINDS, MAX_ITEMS
from pith.services import practice, replies
from pith.web import deps
from pith.web.contract import Blueprint, Strict
from pith.web.fields import Id, Instant, Text

bp = Blueprint("practice", __name__, url_prefix="/api/v1", description="What clients tell")

LOG: Any = {"allOf": [{"$ref": "#/components/schemas/Log"}]}
FAR = 2**53 - 1  # the last whole number that every JSON reader keeps exact
LONGEST_PAGE = 500


class PageQuery(Strict):
    before_seq = fields.Integer(validate=validate.Range(1, FAR), load_default=None)
    limit = fields.Integer(validate=validate.Range(1, LONGEST_PAGE), load_default=MAX_ITEMS)
    kinds = fields.List(
        fields.String(validate=validate.OneOf(KINDS)), validate=validate.Length(1, len(KINDS)), load_default=None
    )


class FeedQuery(Strict):
    after = fields.Integer(validate=validate.Range(0, FAR), load_default=0)
    limit = fields.Integer(validate=validate.Range(1, LONGEST_PAGE), load_default=LONGEST_PAGE)


class ReadTo(Strict):
    seq = fields.Integer(required=True, strict=True, validate=validate.Range(0, FAR))


class ReplyIn(Strict):
    text = Text(low=1, high=2000, required=True)


class ReplyBy(Strict):
    id = Id(required=True)
    name = fields.String(required=True)


class LogReply(Strict):
    """How a therapist answered one log. `read_at` null: her client has not read it yet."""

    text = fields.String(required=True)
    at = Instant(required=True)
    by = fields.Nested(ReplyBy, required=True)
    read_at = Instant(required=True, allow_none=True)


class Told(Strict):
    seq = fields.Integer()
    received_at = Instant()
    clock_suspect = fields.Boolean()
    voided = fields.Boolean()
    reply = fields.Nested(LogReply, allow_none=True)
    log: fields.Field[Any] = fields.Field(metadata=LOG)


class TellPage(Strict):
    logs = fields.List(fields.Nested(Told))
    next = fields.Integer(allow_none=True)


class FeedEntry(Strict):
    seq = fields.Integer()
    client_id = Id()
    received_at = Instant()
    clock_suspect = fields.Boolean()
    log: fields.Field[Any] = fields.Field(metadata=LOG)


class ErasedEntry(Strict):
    seq = fields.Integer()
    client_id = Id()


class FeedPage(Strict):
    logs = fields.List(fields.Nested(FeedEntry))
    erased = fields.List(fields.Nested(ErasedEntry))
    next = fields.Integer()
    more = fields.Boolean()


@bp.get("/clients/<client_id>/logs")
@bp.arguments(PageQuery, location="query")
@bp.response(200, TellPage)
def client_logs(query: dict[str, Any], client_id: str) -> Response:
    """A client's logs, newest first; `next` goes into `before_seq` for older ones. `kinds` (one or more) leaves out
    the others: what is seldom told is found without reading a year of practice."""
    master = deps.settings().secrets.master
    return _json(practice.client_logs(deps.session(), deps.therapist(), master, client_id, **query))


@bp.post("/clients/<client_id>/logs/<log_id>/answer")
@bp.arguments(ReplyIn)
@bp.response(201, LogReply)
def answer_log(data: dict[str, str], client_id: str, log_id: str) -> dict[str, Any]:
    """Answers a question, a note, a pain or the words of a practice, once; 409 `answered` after that."""
    where = deps.session(), deps.therapist(), deps.now(), deps.settings().secrets.master
    return replies.answer(*where, client_id, log_id, data["text"])


@bp.get("/logs")
@bp.arguments(FeedQuery, location="query")
@bp.response(200, FeedPage)
def feed(query: dict[str, Any]) -> Response:
    """What is new in the practice after a place; nothing is ever skipped. `erased` names clients to forget."""
    return _json(practice.feed(deps.session(), deps.therapist(), deps.settings().secrets.master, **query))


@bp.put("/clients/<client_id>/read-mark")
@bp.arguments(ReadTo)
@bp.response(204)
def mark_read(data: dict[str, Any], client_id: str) -> None:
    """This therapist has read up to this place."""
    practice.mark_read(deps.session(), deps.therapist(), deps.now(), client_id, data["seq"])


def _json(body: dict[str, Any]) -> Response:
    return Response(orjson.dumps(body, option=orjson.OPT_UTC_Z), mimetype="application/json")
