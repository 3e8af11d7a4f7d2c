"""The shapes of a dose on the wire, for phones and for the desk alike."""

from __future__ import annotations

from typing import Any

from marshmallow import fields, validate

from pith.domain.dose_bounds import HIGHEST_CAP_S, LANES, LOWEST_CAP_S, MODES
from pith.web.contract import Strict
from pith.web.fields import Day, Id, Instant

LANE = validate.OneOf(LANES)
MODE = validate.OneOf(MODES)
ACTS = ("undone", "accepted", "declined")


class DoseState(Strict):
    """How a target stood before or after: seconds on its heaviest day, and what lay over it."""

    paused = fields.Boolean(required=True)
    level = fields.Integer(required=True, allow_none=True)
    cuts = fields.Integer(required=True)
    budget_s = fields.Integer(required=True, allow_none=True)
    s = fields.Integer(required=True)


class DoseDecision(Strict):
    """One decision of the rules; `target` is a technique or "", the whole program. `inputs`: what the rule looked at,
    without what was as usual. `source`: the log that set it off."""

    id = Id(required=True)
    on = Day(required=True)
    at = Instant(required=True)
    rule = fields.String(required=True)
    decision = fields.String(required=True)
    target = fields.String(required=True)
    notice = fields.String(required=True)
    before = fields.Nested(DoseState, required=True)
    after = fields.Nested(DoseState, required=True)
    inputs = fields.Dict(keys=fields.String(), required=True)
    source = fields.String(required=True, allow_none=True)


class Rest(Strict):
    """A technique rested by a rule of the dose, or ("") her whole program was closed by a red flag: the local dates on
    which that began and ended, both included; null: it goes on."""

    target = fields.String(required=True)
    first = Day(required=True, data_key="from", attribute="from")
    until = Day(required=True, allow_none=True)


class SyncDose(Strict):
    """What a phone lays over the program beside what it derives itself. `since`, `level_since`: from which local dates
    on this dose and its levels hold (null: no program has begun). `carried`: what stands of earlier versions;
    `undone`: ids of decisions without effect, "id/source" where only what that log set off is over."""

    cap_s = fields.Integer(required=True)
    slow_lane = fields.Boolean(required=True)
    step_s = fields.Integer(required=True, allow_none=True)
    mode = fields.String(required=True, validate=validate.OneOf(MODES))
    since = Day(required=True, allow_none=True)
    level_since = Day(required=True, allow_none=True)
    carried = fields.List(fields.Nested(DoseDecision), required=True)
    decisions = fields.List(fields.Nested(DoseDecision), required=True)
    undone = fields.List(fields.String(), required=True)


class ExportedActor(Strict):
    id = Id(required=True)
    name = fields.String(required=True, validate=validate.Length(max=200))


def _text(high: int, **more: Any) -> fields.String:
    return fields.String(required=True, validate=validate.Length(max=high), **more)


class ExportedDecision(DoseDecision):
    """One decision as it was made, and what became of it; `version`: the program that it was about last."""

    rule = _text(8)
    decision = _text(20)
    target = _text(64)
    notice = _text(16)
    source = _text(64, allow_none=True)
    version = fields.Integer(required=True, strict=True, validate=validate.Range(0))
    engine = _text(16)
    made_at = Instant(required=True)
    withdrawn_at = Instant(required=True, allow_none=True)
    act = fields.String(required=True, allow_none=True, validate=validate.OneOf(ACTS))
    acted_at = Instant(required=True, allow_none=True)
    acted_by = fields.Nested(ExportedActor, required=True, allow_none=True)
    reason = _text(500, allow_none=True)


class ExportedDose(Strict):
    """The bounds of a dose, and how it stood when it was worked out last."""

    cap_s = fields.Integer(required=True, strict=True, validate=validate.Range(LOWEST_CAP_S, HIGHEST_CAP_S))
    lane = fields.String(required=True, validate=LANE)
    mode = fields.String(required=True, validate=MODE)
    changed_at = Instant(required=True, allow_none=True)
    by = fields.Nested(ExportedActor, required=True, allow_none=True)
    slow_lane = fields.Boolean(required=True, truthy={True}, falsy={False})
    aged = fields.Boolean(required=True, truthy={True}, falsy={False})
    version = fields.Integer(required=True, strict=True, validate=validate.Range(0))
    since = Day(required=True, allow_none=True)
    level_since = Day(required=True, allow_none=True)
