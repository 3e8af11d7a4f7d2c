"""The catalogue over HTTP: one document with an ETag."""

from __future__ import annotations

from flask import Response, request
from marshmallow import fields

from pith.services import catalogue
from pith.web import deps
from pith.web.contract import Blueprint, Strict
from pith.web.fields import Language
from pith.web.technique_fields import Doing, LevelDose, Near, Photo, SharedSignOffs, SignOff, StopSign, Swap

bp = Blueprint("catalogue", __name__, url_prefix="/api/v1", description="Techniques and what they need")


class Labelled(Strict):
    id = fields.String(required=True)
    label = fields.String(required=True)


class Tool(Labelled):
    hard = fields.Integer(required=True)
    family = fields.String(required=True)


class Condition(Labelled):
    """`often` is what a client reads: what a technique is often chosen for."""

    often = fields.String(required=True)


class TechniqueLevel(Doing):
    dose = fields.Nested(LevelDose, required=True)
    side = fields.String(required=True)
    hold_limit_s = fields.Integer(required=True)
    swaps = fields.List(fields.Nested(Swap), required=True)


class TechniqueLevels(Strict):
    one = fields.Nested(TechniqueLevel, required=True, data_key="1")
    two = fields.Nested(TechniqueLevel, required=True, data_key="2")
    three = fields.Nested(TechniqueLevel, required=True, data_key="3")


class Technique(Strict):
    """`side`, `near` are those of `ref_level`; a program always uses the level that it assigns. `own`, `version`,
    `photo`, `signoff`: only where the practice wrote it itself."""

    id = fields.String(required=True)
    name = fields.String(required=True)
    regions = fields.List(fields.String(), required=True)
    side = fields.String(required=True)
    lines = fields.List(fields.String(), required=True)
    near = fields.List(fields.Nested(Near), required=True)
    feel = fields.String(required=True)
    stop = fields.List(fields.Nested(StopSign), required=True)
    caution = fields.List(fields.String(), required=True)
    excluded = fields.List(fields.String(), required=True, data_key="exclude")
    conditions = fields.List(fields.String(), required=True, data_key="for")
    source = fields.String(required=True)
    ref_level = fields.Integer(required=True)
    roll_limit_s = fields.Integer(required=True)
    ladder = fields.List(fields.String(), required=True)
    levels = fields.Nested(TechniqueLevels, required=True)
    own = fields.Boolean()
    version = fields.Integer()
    photo = fields.Nested(Photo, allow_none=True)
    signoff = fields.Nested(SignOff, allow_none=True)


class StarterItem(Strict):
    technique_id = fields.String(required=True)
    ref_level = fields.Integer(required=True)


class Length(Strict):
    dose_s = fields.Integer(required=True)
    with_setup_s = fields.Integer(required=True)


class Starter(Length):
    """A sample program: its length at the techniques' reference levels, and at level 1."""

    id = fields.String(required=True)
    name = fields.String(required=True)
    items = fields.List(fields.Nested(StarterItem), required=True)
    level_1 = fields.Nested(Length, required=True)


def _regions() -> fields.Dict:
    return fields.Dict(keys=fields.String(), values=fields.List(fields.String()), required=True)


class Adjacency(Strict):
    """Which regions touch (read both ways), limbs, and places for answers only."""

    adjacent = _regions()
    limbs = _regions()
    limbs_lymphoedema = _regions()
    site_only = _regions()


class Catalogue(Strict):
    """`pain_gate`: the pain before a practice from which on this practice lets nothing press."""

    version = fields.String(required=True)
    signoff = fields.Nested(SignOff, required=True, allow_none=True)
    sign_offs = fields.Nested(SharedSignOffs)
    regions = fields.List(fields.Nested(Labelled), required=True)
    tools = fields.List(fields.Nested(Tool), required=True)
    props = fields.List(fields.Nested(Labelled), required=True)
    positions = fields.List(fields.Nested(Labelled), required=True)
    styles = fields.List(fields.Nested(Labelled), required=True)
    conditions = fields.List(fields.Nested(Condition), required=True)
    lines = fields.List(fields.Nested(Labelled), required=True)
    techniques = fields.List(fields.Nested(Technique), required=True)
    starters = fields.List(fields.Nested(Starter), required=True)
    adjacency = fields.Nested(Adjacency, required=True)
    pain_gate = fields.Integer(required=True)


class Spoken(Strict):
    lang = Language()


@bp.get("/techniques")
@bp.arguments(Spoken, location="query")
@bp.response(200, Catalogue)
@bp.alt_response(304, description="The copy named by If-None-Match is still the newest.")
def techniques(query: dict[str, str]) -> Response:
    """The whole catalogue with the practice's own techniques, in `lang`, else in the language of whoever is signed in.
    `signoff` is null until a clinician has reviewed the shared techniques as they are now."""
    where = (deps.session(), deps.current_actor(), deps.content())
    page = catalogue.page_for(*where, query.get("lang"))
    # The same address in another sign-in's language is another document.
    headers = {"Cache-Control": "private, no-cache", "Vary": "Cookie"}
    response = Response(page.body, mimetype="application/json", headers=headers)
    response.set_etag(page.etag)
    response.make_conditional(request)
    return response
