"""Schemas of a technique's parts, as the catalogue and a program's snapshots both show them. Seconds everywhere."""

from __future__ import annotations

from marshmallow import fields, validate

from pith.web.contract import Strict
from pith.web.fields import Instant


class Near(Strict):
    """A place close by that no tool may touch, and the sentence under the picture."""

    id = fields.String(required=True)
    say = fields.String(required=True)


class StopSign(Strict):
    """`urgent`: behaves as a red flag; else the technique pauses and the therapist is told the same day."""

    id = fields.String(required=True)
    text = fields.String(required=True)
    urgent = fields.Boolean(required=True)


class SideDose(Strict):
    """What one side gets: `spots` holds of `hold_s`, then rolling and moving."""

    spots = fields.Integer(required=True)
    hold_s = fields.Integer(required=True)
    roll_s = fields.Integer(required=True)
    move_s = fields.Integer(required=True)


class LevelDose(SideDose):
    """A level's dose for one side; `total_s` is over all `sides`. `breaths`: the hold, where breaths count it."""

    breaths = fields.Integer()
    sides = fields.Integer(required=True)
    total_s = fields.Integer(required=True)


class Doing(Strict):
    """How a technique is done: everything that a level or a swap may change."""

    steps = fields.List(fields.String(), required=True)
    tools = fields.List(fields.String(), required=True)
    props = fields.List(fields.String(), required=True)
    pos = fields.List(fields.String(), required=True)
    style = fields.String(required=True)
    weight = fields.String(required=True, data_key="load", attribute="load")  # Schema.load is taken
    hard = fields.Integer(required=True)
    near = fields.List(fields.Nested(Near), required=True)


class Swap(Doing):
    """A safe other way: with a softer `tool` at this level, or (`tool` null) at a lower level.

    `reason`: "tool" ways do without the tool of this level, "level" ways use it too and are only gentler.
    """

    reason = fields.String(required=True, validate=validate.OneOf(["tool", "level"]))
    tool = fields.String(required=True, allow_none=True)
    level = fields.Integer(required=True)
    side = fields.String(required=True)
    dose = fields.Nested(LevelDose, required=True)


class Photo(Strict):
    """A picture that the practice took; `alt` says in words what it shows."""

    url = fields.String(required=True)
    alt = fields.String(required=True)
    width = fields.Integer(required=True)
    height = fields.Integer(required=True)


class ScreenedLevel(Strict):
    weight = fields.String(required=True, data_key="load", attribute="load")
    style = fields.String(required=True)
    hard = fields.Integer(required=True)
    tools = fields.List(fields.String(), required=True)
    props = fields.List(fields.String(), required=True)
    pos = fields.List(fields.String(), required=True)
    near = fields.List(fields.String(), required=True)


class Screened(Strict):
    """What the rules read of a technique; `levels` are 1, 2 and 3."""

    id = fields.String(required=True)
    regions = fields.List(fields.String(), required=True)
    excluded = fields.List(fields.String(), required=True, data_key="exclude", attribute="exclude")
    caution = fields.List(fields.String(), required=True)
    levels = fields.List(fields.Nested(ScreenedLevel), required=True, validate=validate.Length(equal=3))


class OwnMark(Strict):
    """Of a practice's own technique: no phone has it in its copy of the rules, so it comes along. `now`: on phones,
    what the rules read of a newer version; the stricter of both counts."""

    version = fields.Integer(required=True)
    screened = fields.Nested(Screened, required=True)
    now = fields.Nested(Screened)
    photo = fields.Nested(Photo, required=True, allow_none=True)


class SignOff(Strict):
    """The clinician who reviewed this version of it."""

    name = fields.String(required=True)
    role = fields.String(required=True)
    at = Instant(required=True)


class SharedSignOffs(Strict):
    """Null: not yet reviewed by a clinician."""

    rules = fields.Nested(SignOff, required=True, allow_none=True)
    flags = fields.Nested(SignOff, required=True, allow_none=True)
    techniques = fields.Nested(SignOff, required=True, allow_none=True)
