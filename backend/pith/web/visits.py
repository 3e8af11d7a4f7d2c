"""Visits over HTTP: what was done in the room, written down in a minute, and the course of care."""

from __future__ import annotations

from datetime import date
from typing import Any

from marshmallow import fields, validate

from pith.domain.visits import KINDS, LONGEST_MIN, MOST_REGIONS, SHORTEST_MIN, WORDS_MAX, VisitDraft
from pith.services import visits
from pith.web import deps
from pith.web.contract import Blueprint, Strict
from pith.web.fields import Day, Id, Instant, Text

bp = Blueprint("visits", __name__, url_prefix="/api/v1/clients", description="Visits in the room, and their course")


class VisitPlace(Strict):
    """A place of the body map."""

    region = Text(low=1, high=64, required=True)
    side = Text(low=1, high=16, required=True)


class VisitIn(Strict):
    """`id` is made by the desk: what is sent twice stands once. `on` is the client's date."""

    id = Id(required=True)
    on = Day(required=True)
    minutes = fields.Integer(required=True, strict=True, validate=validate.Range(SHORTEST_MIN, LONGEST_MIN))
    kind = fields.String(required=True, validate=validate.OneOf(KINDS))
    regions = fields.List(fields.Nested(VisitPlace), load_default=list, validate=validate.Length(max=MOST_REGIONS))
    note = Text(high=WORDS_MAX, load_default="")
    reaction = Text(high=WORDS_MAX, load_default="")


class VisitBy(Strict):
    id = Id(required=True)
    name = fields.String(required=True)


class VisitWithdrawn(Strict):
    by = fields.Nested(VisitBy, required=True)
    at = Instant(required=True)


class VisitTold(Strict):
    """One entry; it stands unless another replaced it, or it was withdrawn. `at`: when the visit counts as over."""

    id = Id(required=True)
    on = Day(required=True)
    at = Instant(required=True)
    minutes = fields.Integer(required=True)
    kind = fields.String(required=True, metadata={"enum": list(KINDS)})
    regions = fields.List(fields.Nested(VisitPlace), required=True)
    note = fields.String(required=True)
    reaction = fields.String(required=True)
    by = fields.Nested(VisitBy, required=True)
    written_at = Instant(required=True)
    replaces = Id(required=True, allow_none=True)
    replaced_by = Id(required=True, allow_none=True)
    withdrawn = fields.Nested(VisitWithdrawn, required=True, allow_none=True)


class CourseIn(Strict):
    visits_planned = fields.Integer(required=True, strict=True, validate=validate.Range(1, 100))
    started_on = Day(required=True)


class CourseReview(Strict):
    weeks = fields.Integer(required=True)
    due_on = Day(required=True)


class CourseTold(Strict):
    """`visits_done`: since it began. `next_review` null: none is left."""

    visits_planned = fields.Integer(required=True)
    started_on = Day(required=True)
    visits_done = fields.Integer(required=True)
    next_review = fields.Nested(CourseReview, required=True, allow_none=True)
    by = fields.Nested(VisitBy, required=True)
    at = Instant(required=True)


class VisitsFile(Strict):
    """Every entry, the newest visit first."""

    visits = fields.List(fields.Nested(VisitTold), required=True)
    course = fields.Nested(CourseTold, required=True, allow_none=True)


@bp.get("/<client_id>/visits")
@bp.response(200, VisitsFile)
def client_visits(client_id: str) -> dict[str, Any]:
    """A client's visits with what was corrected and withdrawn, and the course under way."""
    return visits.visits_of(deps.session(), deps.therapist(), deps.now(), deps.settings().secrets.master, client_id)


@bp.post("/<client_id>/visits")
@bp.arguments(VisitIn)
@bp.response(201, VisitTold)
@bp.alt_response(409, description="Another visit stands under this id")
def write_down(data: dict[str, Any], client_id: str) -> dict[str, Any]:
    """Writes a visit down; her phone stays gentle for 48 hours after it."""
    where = deps.session(), deps.therapist(), deps.now(), deps.settings().secrets.master
    return visits.write_down(*where, client_id, data["id"], _draft(data))


@bp.patch("/<client_id>/visits/<visit_id>")
@bp.arguments(VisitIn)
@bp.response(200, VisitTold)
@bp.alt_response(409, description="Somebody changed it meanwhile")
def correct(data: dict[str, Any], client_id: str, visit_id: str) -> dict[str, Any]:
    """Another entry, with an id of its own, in place of this one; 409 `visit_changed` where it stands no more."""
    where = deps.session(), deps.therapist(), deps.now(), deps.settings().secrets.master
    return visits.correct(*where, client_id, visit_id, data["id"], _draft(data))


@bp.delete("/<client_id>/visits/<visit_id>")
@bp.response(204)
@bp.alt_response(409, description="It was corrected meanwhile")
def withdraw(client_id: str, visit_id: str) -> None:
    """Takes an entry back that was a mistake; it stays to be seen, with who did it and when."""
    visits.withdraw(deps.session(), deps.therapist(), deps.now(), client_id, visit_id)


@bp.put("/<client_id>/course")
@bp.arguments(CourseIn)
@bp.response(200, CourseTold)
def set_course(data: dict[str, Any], client_id: str) -> dict[str, Any]:
    """Plans a course of 3 to 6 or 10 to 12 visits, in place of the one before."""
    planned, began = data["visits_planned"], date.fromisoformat(data["started_on"])
    return visits.set_course(deps.session(), deps.therapist(), deps.now(), client_id, planned, began)


@bp.delete("/<client_id>/course")
@bp.response(204)
def end_course(client_id: str) -> None:
    """Ends the course under way; what was planned stays in the file."""
    visits.end_course(deps.session(), deps.therapist(), deps.now(), client_id)


def _draft(data: dict[str, Any]) -> VisitDraft:
    return VisitDraft(
        on=date.fromisoformat(data["on"]),
        minutes=data["minutes"],
        kind=data["kind"],
        regions=tuple((one["region"], one["side"]) for one in data["regions"]),
        note=data["note"],
        reaction=data["reaction"],
    )
