"""Alerts as an export holds them. What the inbox and the client's list read of one is looked at closely, by its cause:
a file that somebody changed by hand must not keep a whole practice from its inbox."""

from __future__ import annotations

import re
from typing import Any

from marshmallow import INCLUDE, Schema, ValidationError, fields, validate, validates_schema

from pith.domain.inbox import OUTCOMES
from pith.web.contract import Strict
from pith.web.fields import Day, Instant, Text

_BIGGEST = 2**31 - 1
_LONGEST = 1000
_MOST = 100
LEVELS = ("urgent", "same_day", "review", "info")


def _text(high: int, **kwargs: Any) -> fields.String:
    return fields.String(required=True, validate=validate.Length(max=high), **kwargs)


class ExportedOutcome(Strict):
    """How an alert was closed, or that it was opened again; `number` counts them from 1."""

    number = fields.Integer(required=True, strict=True, validate=validate.Range(1, 10_000))
    outcome = fields.String(required=True, validate=validate.OneOf((*OUTCOMES, "reopened")))
    # Declared with the whole document, of which this is a part: marshmallow finds a schema by its name.
    by = fields.Nested("pith.web.export_fields.ExportedPerson", required=True)
    at = Instant(required=True)


class Detail(Schema):
    """When it happened, if that was told; whatever else a later version adds is kept, as long as it is plain."""

    class Meta:
        unknown = INCLUDE

    at = Instant()

    @validates_schema
    def _plain(self, data: dict[str, Any], **_: Any) -> None:
        odd = {name: ["This cannot stand here."] for name, value in data.items() if name != "at" and not _sound(value)}
        if odd:
            raise ValidationError(odd)


class HurtDetail(Detail):
    at = Instant(required=True)
    technique_id = _text(64)
    feeling = _text(32)


class FlagDetail(Detail):
    flags = fields.List(_text(64), required=True, validate=validate.Length(max=_MOST))


class SilenceDetail(Detail):
    last = Day(required=True, allow_none=True)


class DoseDetail(Detail):
    rule = _text(8)
    target = _text(64)


_OF_CAUSE: dict[str, type[Detail]] = {
    "hurt": HurtDetail,
    "red_flag": FlagDetail,
    "silence": SilenceDetail,
    "dose": DoseDetail,
}


class ExportedAlert(Strict):
    """`cause` holds no colon: with the client's id before it and the source behind it, it is the id of an item."""

    cause = fields.String(required=True, validate=validate.Regexp(re.compile(r"\A[a-z][a-z_]{0,31}\Z")))
    source_id = Text(low=1, high=36, required=True)
    level = fields.String(required=True, validate=validate.OneOf(LEVELS))
    detail = fields.Dict(required=True)
    created_at = Instant(required=True)
    withdrawn_at = Instant(required=True, allow_none=True)
    outcomes = fields.List(fields.Nested(ExportedOutcome), load_default=list)

    @validates_schema
    def _detail(self, data: dict[str, Any], **_: Any) -> None:
        schema = _OF_CAUSE.get(data["cause"], Detail)
        if errors := schema().validate(data["detail"]):
            raise ValidationError({"detail": errors})


def _sound(value: Any) -> bool:
    if isinstance(value, list):
        return len(value) <= _MOST and all(isinstance(one, str) and len(one) <= _LONGEST for one in value)
    if isinstance(value, str):
        return len(value) <= _LONGEST
    return value is None or (isinstance(value, int | float) and abs(value) <= _BIGGEST)
