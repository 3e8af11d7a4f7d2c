"""Sync over HTTP: a phone pulls its view and pushes its logs. The hot doors answer with bytes made once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson
from flask import Response, request
from marshmallow import fields
from werkzeug.exceptions import BadRequest

from pith.domain.days import read_instant, window_start
from pith.domain.errors import AppTooOld, TooLarge
from pith.domain.sync import MAX_BYTES, MAX_ITEMS, MIN_SCHEMA, Verdict
from pith.services import practice, sync
from pith.web import deps, json_body, log_check, log_schemas, security
from pith.web.contract import Blueprint, Strict
from pith.web.dose_fields import Rest, SyncDose
from pith.web.fields import Day, Id, Instant, Language, instant_text
from pith.web.log_fields import WRONG_TYPE, Checked, instant, log_id, text, whole
from pith.web.log_schemas import Part
from pith.web.reminder_fields import RemindersTold


class SyncBlueprint(Blueprint):
    """Writes the typed `Log` into the API document before the doors that speak of it."""

    def document(self, api: Any, app: Any, spec: Any, **named: Any) -> None:
        log_schemas.document(spec)
        super().document(api, app, spec, **named)


bp = SyncBlueprint("sync", __name__, url_prefix="/api/v1/sync", description="What a client's phone pulls and pushes")

# Declared by the blueprint of programs: nouns do not import one another.
VERSION: Any = {"$ref": "#/components/schemas/Version"}
LOGS: Any = {"type": "array", "items": {"$ref": "#/components/schemas/Log"}}


class SyncAway(Strict):
    """The days on which the therapist whom the phone names is away, both included, and who stands in for her."""

    first = Day(data_key="from", attribute="from")
    until = Day()
    cover_name = fields.String()


class SyncMe(Strict):
    client_id = Id()
    practice_id = Id()
    name = fields.String()
    timezone = fields.String()
    language = Language()
    practice_name = fields.String()
    therapist_name = fields.String()
    away = fields.Nested(SyncAway, allow_none=True)
    emergency_number = fields.String()
    consent_version = fields.Integer(allow_none=True)
    consent_required = fields.Integer()


class SyncGate(Strict):
    open = fields.Boolean()
    by = fields.String(allow_none=True)
    at = Instant(allow_none=True)


class LogWindow(Strict):
    since = Day(data_key="from")
    ids = fields.List(Id())


class SyncFlagSite(Strict):
    region = fields.String(required=True)
    side = fields.String(required=True)


class SyncFlag(Strict):
    """One log of a flag, as the phone folds it: the phone's own too, under the same id.
    `covers`: the raises that an act is about; `question`: what was asked when a flag was raised, "" if not known."""

    id = fields.String(required=True)
    at = Instant(required=True)
    act = fields.String(required=True, metadata={"enum": ["raise", "lower", "confirm"]})
    flag = fields.String(required=True)
    by_therapist = fields.Boolean(required=True)
    sites = fields.List(fields.Nested(SyncFlagSite), required=True)
    since = fields.String(required=True, allow_none=True, metadata={"format": "date"})
    reason = fields.String(required=True)
    covers = fields.List(fields.String(), required=True)
    question = fields.String(required=True)


class SyncAnswer(Strict):
    """The newest answer to one question of the intake, written as a phone's log writes it."""

    question_id = fields.String(required=True)
    answered_on = Day(required=True)
    at = Instant(required=True)
    answer = fields.Raw(required=True, allow_none=True)
    by_therapist = fields.Boolean(required=True)


class SyncNews(Strict):
    """What a daily check told, or a clearance taken back: what that asks again, where no answer came after."""

    on = Day(required=True)
    at = Instant(required=True)
    reask = fields.List(fields.String(), required=True)


class SyncReply(Strict):
    """A therapist's answer to the log that it hangs on."""

    log_id = Id(required=True)
    text = fields.String(required=True)
    at = Instant(required=True)
    by = fields.String(required=True)


class SyncLimits(Strict):
    max_items = fields.Integer()
    max_bytes = fields.Integer()


class SyncMeasures(Strict):
    """`since`: the day of her first program; from it on the phone knows which measures are due."""

    since = Day(allow_none=True)


class SyncView(Strict):
    """`last_practice`: the local date of her newest session, for a phone that holds none. `thresholds`: the numbers of
    the rules that her practice moved. `visits`: when the newest in the room were over."""

    schema = fields.Integer()
    view_version = fields.String()
    server_time = Instant()
    min_schema = fields.Integer()
    me = fields.Nested(SyncMe)
    program: fields.Field[Any] = fields.Field(metadata={"oneOf": [VERSION, {"type": "null"}]})
    earlier: fields.Field[Any] = fields.Field(metadata={"type": "array", "items": VERSION})
    gate = fields.Nested(SyncGate)
    flags = fields.List(fields.Nested(SyncFlag))
    answers = fields.List(fields.Nested(SyncAnswer))
    news = fields.List(fields.Nested(SyncNews))
    reminders = fields.Nested(RemindersTold, allow_none=True)
    thresholds = fields.Dict(keys=fields.String(), values=fields.Integer())
    replies = fields.List(fields.Nested(SyncReply))
    read_logs = fields.List(Id(), metadata={"description": "Her questions and notes that her practice has read."})
    visits = fields.List(Instant())
    measures = fields.Nested(SyncMeasures)
    dose = fields.Nested(SyncDose)
    rests = fields.List(fields.Nested(Rest))
    decisions = fields.List(fields.Dict())
    messages = fields.List(fields.Dict())
    log_window = fields.Nested(LogWindow)
    last_practice = Day(allow_none=True)
    limits = fields.Nested(SyncLimits)


class PushBatch(Part):
    schema = whole(1, 1000)
    device_id = log_id()
    batch_id = text(64, low=1)
    device_time = instant(description="The phone's clock when it sent this.")
    logs = Checked(lambda value: None if type(value) is list else WRONG_TYPE, maxItems=MAX_ITEMS, **LOGS)


class PushResult(Strict):
    id = fields.String(allow_none=True)
    status = fields.String(metadata={"enum": ["stored", "duplicate", "conflict", "rejected", "deleted", "retry"]})
    code = fields.String()
    field = fields.String()


class PushAnswer(Strict):
    server_time = Instant()
    results = fields.List(fields.Nested(PushResult))


class StoredLogs(Strict):
    logs: fields.Field[Any] = fields.Field(metadata=LOGS)


PUSH_DOC = {"required": True, "content": {"application/json": {"schema": PushBatch}}}
HEAD_DOC = {"Pith-Log-Head": {"description": "count,xor of ids of the window", "schema": {"type": "string"}}}
_ENVELOPE = log_check.Shape(PushBatch())


@bp.get("")
@bp.response(200, SyncView, headers=HEAD_DOC)
@bp.alt_response(304, description="The phone holds this view already", success=True, headers=HEAD_DOC)
@bp.alt_response(410, description="This phone's place is closed: it wipes this client's data")
@bp.alt_response(426, description="The app is too old to understand the view; what it pushes is still taken")
def pull() -> Response:
    """Everything this client's phone needs; `If-None-Match` with the view version it holds."""
    actor = deps.client()
    _refuse_old_app()
    held = frozenset(tag for tag in request.headers.get("If-None-Match", "").replace("W/", "").split('"') if tag)
    master, content = deps.settings().secrets.master, deps.shared_content()
    found = sync.pull(deps.session(), actor, deps.now(), master, content, held, security.look())
    answer = Response(found.body, 304 if found.body is None else 200, mimetype="application/json")
    answer.headers["ETag"] = f'"{found.view_version}"'
    answer.headers["Pith-Log-Head"] = found.head.text()
    return answer


def _refuse_old_app() -> None:
    claimed = request.headers.get("X-App-Schema", "")
    if claimed.isascii() and claimed.isdigit() and int(claimed[:9]) < MIN_SCHEMA:
        raise AppTooOld(MIN_SCHEMA)


@bp.post("/logs")
@bp.doc(requestBody=PUSH_DOC)
@bp.response(200, PushAnswer)
@bp.alt_response(413, description="Too much at once: send fewer")
@bp.alt_response(410, description="This phone's place is closed")
def push() -> Response:
    """Takes up to 100 logs; one verdict each. One bad item never blocks the others."""
    closed = security.closed_phone()
    actor = closed or deps.client()
    envelope, strict = _read_envelope()
    batch = [log_check.receive(item, strict=strict) for item in envelope["logs"]]
    if closed:
        return _verdicts(sync.late_push(deps.session(), closed, batch))
    device_time = read_instant(envelope["device_time"])
    master = deps.settings().secrets.master
    content = deps.shared_content()
    return _verdicts(sync.push(deps.session(), actor, deps.now(), master, content, device_time, batch))


def _read_envelope() -> tuple[dict[str, Any], bool]:
    """The envelope, and whether its body was plain JSON (no NaN, no infinity, no lone surrogate)."""
    if (request.content_length or 0) > MAX_BYTES:
        raise TooLarge(MAX_BYTES)
    body = request.get_data(cache=False)
    if len(body) > MAX_BYTES:  # of a body that did not say its length
        raise TooLarge(MAX_BYTES)
    try:
        envelope, strict = orjson.loads(body), True
    except orjson.JSONDecodeError:
        envelope, strict = _read_odd(body), False
    if not _ENVELOPE.takes(envelope):
        log_check.refuse_envelope(_ENVELOPE.schema, envelope)
    if len(envelope["logs"]) > MAX_ITEMS:
        raise TooLarge(MAX_BYTES)
    return envelope, strict


def _read_odd(body: bytes) -> Any:
    try:
        return json_body.read_json(body)
    except json_body.Unreadable as error:
        raise BadRequest() from error


def _verdicts(verdicts: Sequence[Verdict]) -> Response:
    results = []
    for verdict in verdicts:
        result = {"id": verdict.id, "status": verdict.status}
        if verdict.code is not None:
            result["code"] = verdict.code
        if verdict.field is not None:
            result["field"] = verdict.field
        results.append(result)
    body = orjson.dumps({"server_time": instant_text(deps.now()), "results": results})
    return Response(body, mimetype="application/json")


@bp.get("/logs")
@bp.response(200, StoredLogs)
def own_logs() -> Response:
    """This client's stored logs of the last 60 days as sent, newest first: for a second or a re-paired phone."""
    first = window_start(deps.now()).isoformat()
    logs = practice.own_logs(deps.session(), deps.client(), deps.settings().secrets.master, first)
    return Response(orjson.dumps({"logs": logs}), mimetype="application/json")
