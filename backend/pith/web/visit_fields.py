"""Visits and courses of care as an export holds them."""

from __future__ import annotations

from marshmallow import fields, validate

from pith.domain.visits import KINDS, LONGEST_MIN, SHORTEST_MIN, WORDS_MAX
from pith.web.contract import Strict
from pith.web.fields import Day, Id, Instant, Text


class ExportedBy(Strict):
    id = Id(required=True)
    name = Text(high=200, required=True)


class ExportedPlace(Strict):
    region = Text(low=1, high=64, required=True)
    side = Text(low=1, high=16, required=True)


class ExportedVisit(Strict):
    """One entry as it was written down; it stands unless another replaces it, or it was withdrawn."""

    id = Id(required=True)
    on = Day(required=True)
    at = Instant(required=True)
    minutes = fields.Integer(required=True, strict=True, validate=validate.Range(SHORTEST_MIN, LONGEST_MIN))
    kind = fields.String(required=True, validate=validate.OneOf(KINDS))
    regions = fields.List(fields.Nested(ExportedPlace), required=True)
    note = Text(high=WORDS_MAX, required=True)
    reaction = Text(high=WORDS_MAX, required=True)
    by = fields.Nested(ExportedBy, required=True)
    written_at = Instant(required=True)
    replaces = Id(required=True, allow_none=True)
    withdrawn_at = Instant(required=True, allow_none=True)
    withdrawn_by = fields.Nested(ExportedBy, required=True, allow_none=True)


class ExportedCourse(Strict):
    """A course of care as it was planned; the newest counts, unless it was ended."""

    id = Id(required=True)
    visits_planned = fields.Integer(required=True, strict=True)
    started_on = Day(required=True)
    by = fields.Nested(ExportedBy, required=True)
    at = Instant(required=True)
    ended_at = Instant(required=True, allow_none=True)
    ended_by = fields.Nested(ExportedBy, required=True, allow_none=True)
