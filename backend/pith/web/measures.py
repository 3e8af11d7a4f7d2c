"""Measures and consistency over HTTP: how one client does over weeks, and a measure that is taken in the room."""

from __future__ import annotations

from typing import Any

from marshmallow import fields, validate

from pith.domain.measures import MEASURES
from pith.services import consistency, measures
from pith.web import deps
from pith.web.contract import Blueprint, Strict
from pith.web.fields import Day, Id, SentOnce, Text

MOST_GOALS = 10

bp = Blueprint("measures", __name__, url_prefix="/api/v1/clients", description="How a client does over weeks")


def _measure_id() -> fields.String:
    return fields.String(required=True, validate=validate.OneOf(MEASURES))


class MeasureIn(Strict):
    """A measure as a phone's log tells it: psfs by her own activities, pain_avg `avg`, groc `change`."""

    id = SentOnce()
    measure_id = _measure_id()
    values = fields.Dict(
        keys=Text(low=1, high=200),
        values=fields.Integer(strict=True, validate=validate.Range(-5, 10)),
        required=True,
        validate=validate.Length(1, MOST_GOALS),
    )


class TakenBy(Strict):
    id = Id(required=True)
    name = fields.String(required=True)


class MeasureReading(Strict):
    """`by` null: from her phone."""

    measure_id = _measure_id()
    on = Day(required=True)
    values = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)
    by = fields.Nested(TakenBy, required=True, allow_none=True)


class MeasuresDue(Strict):
    """`weeks` since the first program, 0 at the start."""

    weeks = fields.Integer(required=True)
    measures = fields.List(_measure_id(), required=True)


class Measures(Strict):
    """`since`: the day of the first program; `goals`: the activities that were rated last."""

    since = Day(required=True, allow_none=True)
    due = fields.Nested(MeasuresDue, required=True, allow_none=True)
    goals = fields.List(fields.String(), required=True)
    readings = fields.List(fields.Nested(MeasureReading), required=True)


class ClientConsistency(Strict):
    """Of the last 7 days up to `today`, but the weeks: of this one and the 7 before. `share` is in percent."""

    today = Day(required=True)
    practised = fields.Integer(required=True)
    prescribed = fields.Integer(required=True)
    share = fields.Integer(required=True, allow_none=True)
    band = fields.String(required=True, allow_none=True, validate=validate.OneOf(("steady", "partial", "low")))
    done_s = fields.Integer(required=True)
    done = fields.Integer(required=True)
    assigned = fields.Integer(required=True)
    weeks_kept = fields.Integer(required=True)
    weeks = fields.Integer(required=True)


@bp.get("/<client_id>/measures")
@bp.response(200, Measures)
def client_measures(client_id: str) -> dict[str, Any]:
    """What this client's measures told, oldest first, and what is due."""
    where = deps.session(), deps.therapist(), deps.now(), deps.settings().secrets.master
    return measures.measures_of(*where, client_id)


@bp.post("/<client_id>/measures")
@bp.arguments(MeasureIn)
@bp.response(201, Measures)
def take_measure(data: dict[str, Any], client_id: str) -> dict[str, Any]:
    """Writes a measure down with the client in the room."""
    where = deps.session(), deps.therapist(), deps.now(), deps.settings().secrets.master
    return measures.write_down(*where, client_id, data)


@bp.get("/<client_id>/consistency")
@bp.response(200, ClientConsistency)
def client_consistency(client_id: str) -> dict[str, Any]:
    """How steadily this client practises, with what each number is made of."""
    return consistency.consistency_of(deps.session(), deps.therapist(), deps.now(), client_id)
