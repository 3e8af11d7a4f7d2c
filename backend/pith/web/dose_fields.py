"""The shapes of a dose on the wire, for phones and for the desk alike."""

from __future__ import annotations

from marshmallow import fields, validate

from pith.domain.dose_bounds import LANES, MODES
from pith.web.contract import Strict
from pith.web.fields import Day, Id, Instant


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


class SyncDose(Strict):
    """What a phone lays over the program beside what it derives itself. `since`, `level_since`: from which local dates
    on this dose and its levels hold (null: no program has begun). `carried`: what stands of earlier versions;
    `undone`: decisions without effect."""

    cap_s = fields.Integer(required=True)
    slow_lane = fields.Boolean(required=True)
    step_s = fields.Integer(required=True, allow_none=True)
    mode = fields.String(required=True, validate=validate.OneOf(MODES))
    since = Day(required=True, allow_none=True)
    level_since = Day(required=True, allow_none=True)
    carried = fields.List(fields.Nested(DoseDecision), required=True)
    decisions = fields.List(fields.Nested(DoseDecision), required=True)
    undone = fields.List(Id(), required=True)


LANE = validate.OneOf(LANES)
MODE = validate.OneOf(MODES)
