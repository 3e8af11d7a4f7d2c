"""A practice's own content over HTTP: numbers of the rules, techniques with photos, and who reviewed what."""

from __future__ import annotations

from typing import Any

from flask import Response, request
from marshmallow import fields, validate

from pith.services import own_techniques, photos, sign_offs, thresholds
from pith.web import deps
from pith.web.contract import Blueprint, Strict
from pith.web.fields import Id, Instant, Text
from pith.web.own_fields import (
    BaseVersion,
    NewOwnTechnique,
    OwnTechnique,
    OwnTechniqueChange,
    OwnTechniques,
    PhotoQuery,
)
from pith.web.technique_fields import SignOff

bp = Blueprint("content", __name__, url_prefix="/api/v1", description="What a practice makes its own")

MINE = "/practices/me"
MAX_PHOTO = 10 << 20
PHOTO_DOC: dict[str, Any] = {
    "requestBody": {"required": True, "content": {"image/*": {"schema": {"type": "string", "format": "binary"}}}}
}
_BYTES = {"schema": {"type": "string", "format": "binary"}}
PICTURE_DOC: dict[str, Any] = {"responses": {200: {"description": "The picture", "content": {"image/jpeg": _BYTES}}}}


class ThresholdOut(Strict):
    """A number of the rules with its bounds. `stricter`: which way is the safer one; `why`: where it comes from."""

    id = fields.String(required=True)
    label = fields.String(required=True)
    unit = fields.String(required=True)
    value = fields.Integer(required=True)
    default = fields.Integer(required=True)
    low = fields.Integer(required=True)
    high = fields.Integer(required=True)
    stricter = fields.String(required=True, validate=validate.OneOf(["lower", "higher"]))
    why = fields.String(required=True)


class ContentBy(Strict):
    id = Id(required=True)
    name = fields.String(required=True)


class ThresholdChanged(Strict):
    id = Id(required=True)
    threshold = fields.String(required=True)
    before = fields.Integer(required=True, data_key="from", attribute="from")
    after = fields.Integer(required=True, data_key="to", attribute="to")
    by = fields.Nested(ContentBy, required=True)
    at = Instant(required=True)
    reason = fields.String(required=True)


class Thresholds(Strict):
    thresholds = fields.List(fields.Nested(ThresholdOut), required=True)
    history = fields.List(fields.Nested(ThresholdChanged), required=True)


class ThresholdsIn(Strict):
    """Some of the numbers, each within its bounds; the default takes a change back."""

    values = fields.Dict(
        keys=Text(low=1, high=64),
        values=fields.Integer(strict=True, validate=validate.Range(-(2**31), 2**31 - 1)),
        required=True,
        validate=validate.Length(1, 100),
    )
    reason = Text(low=1, high=500, required=True)


class SignedPart(Strict):
    """A part of the content in the version that it has now; `signed` null: not yet reviewed by a clinician."""

    part = fields.String(required=True)
    label = fields.String(required=True)
    version = fields.String(required=True)
    signed = fields.Nested(SignOff, required=True, allow_none=True)


class SignedOnce(SignOff):
    part = fields.String(required=True)
    version = fields.String(required=True)


class SignOffs(Strict):
    parts = fields.List(fields.Nested(SignedPart), required=True)
    history = fields.List(fields.Nested(SignedOnce), required=True)


class SignOffIn(Strict):
    """`part`: rules, flags, techniques, or own:<id>; `version`: the one that was read."""

    part = Text(low=1, high=64, required=True)
    version = Text(low=1, high=64, required=True)
    name = Text(low=1, high=200, required=True)
    role = Text(low=1, high=200, required=True)


@bp.before_request
def _room_for_a_photo() -> None:
    if request.endpoint == "content.put_photo":
        deps.therapist()
        request.max_content_length = MAX_PHOTO


@bp.get(f"{MINE}/thresholds")
@bp.response(200, Thresholds)
def get_thresholds() -> dict[str, Any]:
    """The numbers of the rules as this practice has them, and every change that was made."""
    return thresholds.thresholds_of(deps.session(), deps.therapist(), deps.shared_content())


@bp.put(f"{MINE}/thresholds")
@bp.arguments(ThresholdsIn)
@bp.response(200, Thresholds)
def put_thresholds(data: dict[str, Any]) -> dict[str, Any]:
    """Moves numbers within their bounds, for every client of the practice."""
    where = (deps.session(), deps.therapist(), deps.now(), deps.shared_content())
    return thresholds.move(*where, data["values"], data["reason"])


@bp.get(f"{MINE}/sign-offs")
@bp.response(200, SignOffs)
def get_sign_offs() -> dict[str, Any]:
    """Which parts of the content a clinician reviewed, in the version that they have now."""
    return sign_offs.sign_offs_of(deps.session(), deps.therapist(), deps.content())


@bp.post(f"{MINE}/sign-offs")
@bp.arguments(SignOffIn)
@bp.response(201, SignOffs)
def post_sign_off(data: dict[str, Any]) -> dict[str, Any]:
    """Notes that a clinician reviewed a part."""
    return sign_offs.sign(deps.session(), deps.therapist(), deps.now(), deps.content(), **data)


@bp.get(f"{MINE}/techniques")
@bp.response(200, OwnTechniques)
def get_techniques() -> dict[str, Any]:
    """The practice's own techniques as they were written."""
    return {"techniques": own_techniques.techniques_of(deps.session(), deps.therapist(), deps.content())}


@bp.post(f"{MINE}/techniques")
@bp.arguments(NewOwnTechnique)
@bp.response(201, OwnTechnique)
def post_technique(data: dict[str, Any]) -> dict[str, Any]:
    """Writes a technique of the practice's own."""
    language, new_id = data.pop("language"), data.pop("id")
    where = (deps.session(), deps.therapist(), deps.now(), deps.shared_content())
    return own_techniques.add(*where, data, language, new_id)


@bp.put(f"{MINE}/techniques/<own>")
@bp.arguments(OwnTechniqueChange)
@bp.response(200, OwnTechnique)
def put_technique(data: dict[str, Any], own: str) -> dict[str, Any]:
    """Writes its next version; programs keep the one that they were published with."""
    language, base = data.pop("language"), data.pop("base_version")
    where = (deps.session(), deps.therapist(), deps.now(), deps.shared_content())
    return own_techniques.change(*where, own, base, data, language)


@bp.delete(f"{MINE}/techniques/<own>")
@bp.response(204)
def retire_technique(own: str) -> None:
    """Nobody can be given it from now on."""
    own_techniques.retire(deps.session(), deps.therapist(), deps.now(), deps.shared_content(), own)


@bp.put(f"{MINE}/techniques/<own>/photo")
@bp.doc(**PHOTO_DOC)
@bp.arguments(PhotoQuery, location="query")
@bp.response(200, OwnTechnique)
@bp.alt_response(413, description="The photo is over 10 MB")
def put_photo(query: dict[str, Any], own: str) -> dict[str, Any]:
    """Takes a photo of it (JPEG, PNG or WebP). It is written anew: smaller, upright, without what the camera noted."""
    where = (deps.session(), deps.therapist(), deps.now(), deps.shared_content())
    return photos.put(*where, own, query["base_version"], request.get_data(cache=False), query["alt"])


@bp.delete(f"{MINE}/techniques/<own>/photo")
@bp.arguments(BaseVersion, location="query")
@bp.response(200, OwnTechnique)
def delete_photo(query: dict[str, Any], own: str) -> dict[str, Any]:
    """Takes the photo away from its next version."""
    where = (deps.session(), deps.therapist(), deps.now(), deps.shared_content())
    return photos.take_away(*where, own, query["base_version"])


@bp.get("/photos/<photo_id>")
@bp.doc(**PICTURE_DOC)
def get_photo(photo_id: str) -> Response:
    """A photo of the practice that one works in or practises with. Its address changes with its bytes."""
    photo = photos.photo(deps.session(), deps.current_actor(), photo_id)
    response = Response(photo.data, mimetype=photo.mime)
    response.headers["Cache-Control"] = "private, max-age=31536000, immutable"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
