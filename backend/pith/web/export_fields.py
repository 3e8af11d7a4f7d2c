"""The shape of an export that is taken in, and what no shape can say: text and numbers that both engines can hold."""

from __future__ import annotations

import math
import re
from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from pith.domain.screening import ACTS
from pith.services.exporting import FORMAT, VERSION
from pith.web.alert_fields import ExportedAlert
from pith.web.contract import Strict
from pith.web.dose_fields import ExportedDecision, ExportedDose
from pith.web.fields import Day, Id, Instant, Language, Text, Zone
from pith.web.reminder_fields import RemindersTold
from pith.web.visit_fields import ExportedCourse, ExportedVisit

_KINDS = ("reminder", "follow_up", "snooze", "test", "news", "confirm")
_SHA256 = validate.Regexp(re.compile(r"\A[0-9a-f]{64}\Z"))
_BIGGEST = 2**31 - 1
_DEEPEST = 40
_TOLD = re.compile(r"\.export\.(logs\.\d+\.log|alerts\.\d+\.detail|answers\.\d+\.answer)\.")


def _text(high: int, **kwargs: Any) -> fields.String:
    return fields.String(required=True, validate=validate.Length(max=high), **kwargs)


class ExportedPerson(Strict):
    id = Id(required=True)
    name = _text(200)


class ExportedPractice(Strict):
    id = Id(required=True)
    name = _text(200)
    timezone = _text(64)


class ExportedClient(Strict):
    id = Id(required=True)
    name = Text(high=300, required=True)
    timezone = Zone(required=True)
    language = Language(required=True)
    created_at = Instant(required=True)
    archived_at = Instant(required=True, allow_none=True)


class ExportedConsent(Strict):
    log_id = Id(required=True)
    version = fields.Integer(required=True, strict=True)
    given = fields.Boolean(required=True, truthy={True}, falsy={False})
    at = Instant(required=True)


class ExportedClearance(Strict):
    id = Id(required=True)
    by = fields.Nested(ExportedPerson, required=True)
    note = fields.String(required=True)
    at = Instant(required=True)
    ended_at = Instant(required=True, allow_none=True)


class ExportedSite(Strict):
    region = _text(64)
    side = _text(16)


class ExportedFlag(Strict):
    """One thing that was told of a flag; `by` null: by herself."""

    id = _text(64)
    log_id = Id(required=True, allow_none=True)
    flag = _text(64)
    act = fields.String(required=True, validate=validate.OneOf(ACTS))
    at = Instant(required=True)
    by = fields.Nested(ExportedPerson, required=True, allow_none=True)
    sites = fields.List(fields.Nested(ExportedSite), required=True)
    since = Day(required=True, allow_none=True)
    source = _text(64, allow_none=True)
    reason = _text(1000)
    role = fields.String(validate=validate.Length(max=32), allow_none=True, load_default=None)
    covers = fields.List(_text(64), required=True)
    question = _text(64, allow_none=True)
    received_at = Instant(required=True)


class ExportedAnswer(Strict):
    """One answer of the intake, as it was told; `by` null: by herself."""

    id = Id(required=True)
    log_id = Id(required=True, allow_none=True)
    question_id = _text(64)
    told_on = Day(required=True)
    at = Instant(required=True)
    answer = fields.Raw(required=True, allow_none=True)
    version = _text(64)
    by = fields.Nested(ExportedPerson, required=True, allow_none=True)
    received_at = Instant(required=True)


class ExportedNews(Strict):
    """What asks questions of the intake again: told in a daily check, or a clearance that was taken back."""

    id = Id(required=True)
    told_on = Day(required=True)
    at = Instant(required=True)
    reask = fields.List(_text(64), required=True)


class ExportedLog(Strict):
    received_at = Instant(required=True)
    device_id = _text(36)
    skew_s = fields.Integer(required=True, strict=True)
    clock_suspect = fields.Boolean(required=True, truthy={True}, falsy={False})
    digest = fields.String(required=True, validate=_SHA256)
    log = fields.Dict(required=True)


class ExportedReply(Strict):
    """A therapist's answer to one of the logs."""

    log_id = Id(required=True)
    text = Text(low=1, high=2000, required=True)
    by = fields.Nested(ExportedPerson, required=True)
    at = Instant(required=True)


class ExportedDelivery(Strict):
    """What became of a reminder, a test, news or a question to confirm an address that was sent to her."""

    kind = fields.String(required=True, validate=validate.OneOf(_KINDS))
    local_date = Day(required=True)
    slot = Text(low=1, high=64, required=True)
    timezone = _text(64)
    at = Instant(required=True)
    not_after = Instant(required=True)
    status = fields.String(required=True, validate=validate.OneOf(("done", "skipped", "failed")))
    channel = Text(high=8, required=True, allow_none=True)
    reason = Text(high=32, required=True, allow_none=True)
    tries = fields.Integer(required=True, strict=True, validate=validate.Range(0, 1000))
    ended_at = Instant(required=True)
    shown_at = Instant(required=True, allow_none=True)
    opened_at = Instant(required=True, allow_none=True)


class ExportedMail(Strict):
    """Her address for reminders; it has to be confirmed anew wherever it is taken in."""

    address = Text(low=3, high=254, required=True)
    asked_at = Instant(required=True)
    confirmed_at = Instant(required=True, allow_none=True)


class ExportedPhone(Strict):
    id = Id(required=True, allow_none=True)
    label = _text(200)
    created_at = Instant(required=True)
    last_seen_at = Instant(required=True)
    revoked_at = Instant(required=True, allow_none=True)


class ExportedRefusal(Strict):
    """Exactly one of `raw` and `raw_base64`."""

    digest = fields.String(required=True, validate=_SHA256)
    log_id = _text(64, allow_none=True)
    status = _text(16)
    code = _text(64)
    field = _text(200, allow_none=True)
    received_at = Instant(required=True)
    raw = fields.String(validate=validate.Length(max=65_536))
    raw_base64 = fields.String(validate=validate.Regexp(re.compile(r"\A[A-Za-z0-9+/]{0,90000}={0,2}\Z")))

    @validates_schema
    def _one_of_two(self, data: dict[str, Any], **_: Any) -> None:
        if ("raw" in data) == ("raw_base64" in data) or len(data.get("raw_base64", "")) % 4:
            raise ValidationError("One of raw and raw_base64 must stand here.", "raw")


class ClientExport(Strict):
    """One client's whole file, version 1. Instants are UTC, ids UUIDs; logs stand as the phone sent them."""

    format = fields.String(required=True, validate=validate.Equal(FORMAT))
    version = fields.Integer(required=True, strict=True, validate=validate.Equal(VERSION))
    made_at = Instant(required=True)
    made_by = _text(64)
    private_notes = _text(64)
    practice = fields.Nested(ExportedPractice, required=True)
    client = fields.Nested(ExportedClient, required=True)
    therapists = fields.List(fields.Nested(ExportedPerson), required=True)
    consents = fields.List(fields.Nested(ExportedConsent), required=True)
    clearances = fields.List(fields.Nested(ExportedClearance), required=True)
    # Declared where programs are: nouns do not import one another, but marshmallow finds a schema by its name.
    programs = fields.List(fields.Nested("pith.web.programs.KeptVersion"), required=True)
    flags = fields.List(fields.Nested(ExportedFlag), required=True)
    answers = fields.List(fields.Nested(ExportedAnswer), load_default=list)
    news = fields.List(fields.Nested(ExportedNews), load_default=list)
    logs = fields.List(fields.Nested(ExportedLog), required=True)
    replies = fields.List(fields.Nested(ExportedReply), load_default=list)
    visits = fields.List(fields.Nested(ExportedVisit), load_default=list)
    courses = fields.List(fields.Nested(ExportedCourse), load_default=list)
    dose = fields.Nested(ExportedDose, allow_none=True, load_default=None)
    dose_decisions = fields.List(fields.Nested(ExportedDecision), load_default=list)
    alerts = fields.List(fields.Nested(ExportedAlert), required=True)
    reminders = fields.Nested(RemindersTold, allow_none=True, load_default=None)
    deliveries = fields.List(fields.Nested(ExportedDelivery), load_default=list)
    mail = fields.Nested(ExportedMail, allow_none=True, load_default=None)
    devices = fields.List(fields.Nested(ExportedPhone), required=True)
    quarantine = fields.List(fields.Nested(ExportedRefusal), required=True)


class ImportIn(Strict):
    export = fields.Nested(ClientExport, required=True)

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def _sound(self, _data: Any, original: Any, **_: Any) -> None:
        fault = unsound(original)
        if fault:
            raise ValidationError(f"{fault[1]} ({fault[0]})", "export")


def unsound(value: Any) -> tuple[str, str] | None:
    """The first place (dotted path) of text or number that one of the engines could not keep, and why; else None."""
    level: list[tuple[str, Any]] = [("", value)]
    for _ in range(_DEEPEST):
        inner: list[tuple[str, Any]] = []
        for path, part in level:
            if (why := _bad_text(part) or _bad_number(part, path)) is not None:
                return path.lstrip("."), why
            if isinstance(part, dict):
                for name, one in part.items():
                    if why := _bad_text(name):
                        return path.lstrip("."), why
                    inner.append((f"{path}.{name}", one))
            elif isinstance(part, list):
                inner += [(f"{path}.{place}", one) for place, one in enumerate(part)]
        if not inner:
            return None
        level = inner
    return level[0][0].lstrip("."), "This is nested too deeply."


def _bad_text(part: Any) -> str | None:
    if isinstance(part, str) and ("\x00" in part or any("\ud800" <= mark <= "\udfff" for mark in part)):
        return "This text has a character that cannot be stored."
    return None


def _bad_number(part: Any, path: str) -> str | None:
    """Columns hold 32 bits; what a phone told is kept as text, and judged as such (web/log_check.py)."""
    if not isinstance(part, int | float) or _TOLD.match(path):
        return None
    if not math.isfinite(part) or abs(part) > _BIGGEST:
        return "This number is too big."
    return None
