"""The shape of a practice's own technique. Which ids exist, and how plain the words are, is judged beyond it."""

from __future__ import annotations

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from pith.content.techniques import MOST_STEPS, STEP_LENGTH
from pith.domain.catalogue import LOADS, SIDES
from pith.web.contract import Strict
from pith.web.fields import Id, Instant, Language, SentOnce, Text
from pith.web.technique_fields import LevelDose, Photo, SignOff

ID_LENGTH = 64
LAST = 2**31 - 1


def _ids(most: int, least: int = 0, **kwargs: Any) -> fields.List[str]:
    return fields.List(Text(low=1, high=ID_LENGTH), validate=validate.Length(least, most), **kwargs)


def _whole(low: int, high: int, **kwargs: Any) -> fields.Integer:
    return fields.Integer(strict=True, validate=validate.Range(low, high), **kwargs)


class OwnDoseIn(Strict):
    """What one side gets. A hold is told in seconds or in breaths of 8 s; neither where nothing is held."""

    spots = _whole(0, 8, required=True)
    hold_s = _whole(0, 180)
    breaths = _whole(1, 22)
    roll_s = _whole(0, 300, load_default=0)
    move_s = _whole(0, 120, load_default=0)

    @validates_schema(skip_on_field_errors=True)
    def _one_of_two(self, data: dict[str, Any], **_: Any) -> None:
        if "hold_s" in data and "breaths" in data:
            raise ValidationError("Seconds or breaths, not both.", "breaths")


class OwnLevelIn(Strict):
    """A level, complete: nothing is taken from another one. `ladder`: its label in a few words."""

    ladder = Text(high=80, load_default="")
    steps = fields.List(Text(low=1, high=STEP_LENGTH), required=True, validate=validate.Length(1, MOST_STEPS))
    tools = _ids(4, 1, required=True)
    props = _ids(6, load_default=list)
    pos = _ids(6, 1, required=True)
    style = Text(low=1, high=ID_LENGTH, required=True)
    weight = fields.String(required=True, data_key="load", attribute="load", validate=validate.OneOf(LOADS))
    side = fields.String(required=True, validate=validate.OneOf(SIDES))
    near = _ids(12, load_default=list)
    dose = fields.Nested(OwnDoseIn, required=True)


class OwnTechniqueIn(Strict):
    """`language`: the one that it is written in; left out, that of whoever writes. Ids are those of the catalogue."""

    name = Text(low=1, high=80, required=True)
    regions = _ids(6, 1, required=True)
    lines = _ids(6, load_default=list)
    conditions = _ids(17, load_default=list, data_key="for", attribute="for")
    feel = Text(low=1, high=300, required=True)
    stop = _ids(37, load_default=list)
    excluded = _ids(80, load_default=list, data_key="exclude", attribute="exclude")
    caution = _ids(80, load_default=list)
    levels = fields.List(fields.Nested(OwnLevelIn), required=True, validate=validate.Length(1, 3))
    language = Language(load_default=None, allow_none=True)


class NewOwnTechnique(OwnTechniqueIn):
    id = SentOnce()


class OwnTechniqueChange(OwnTechniqueIn):
    base_version = _whole(1, LAST, required=True)


class BaseVersion(Strict):
    base_version = fields.Integer(validate=validate.Range(1, LAST), load_default=None)


class PhotoQuery(BaseVersion):
    """`alt`: what the photo shows, for whoever cannot see it; left out, the name of the technique."""

    alt = Text(high=200, load_default="")


class OwnAuthor(Strict):
    id = Id(required=True)
    name = fields.String(required=True)


class OwnLevel(OwnLevelIn):
    """As it was written, with what follows: `hard`, and the dose over all sides."""

    hard = fields.Integer(required=True)
    dose = fields.Nested(LevelDose, required=True)


class OwnTechnique(OwnTechniqueIn):
    """The newest version. `signoff` null: not yet reviewed by a clinician in this version."""

    id = fields.String(required=True)
    version = fields.Integer(required=True)
    language = Language(required=True)
    levels = fields.List(fields.Nested(OwnLevel), required=True)
    photo = fields.Nested(Photo, required=True, allow_none=True)
    signoff = fields.Nested(SignOff, required=True, allow_none=True)
    by = fields.Nested(OwnAuthor, required=True)
    at = Instant(required=True)
    retired = fields.Boolean(required=True)


class OwnTechniques(Strict):
    techniques = fields.List(fields.Nested(OwnTechnique), required=True)
