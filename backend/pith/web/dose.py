"""The dose over HTTP: what the rules decided for a client, and what her therapist does about it."""

from __future__ import annotations

from typing import Any

from marshmallow import fields, validate

from pith.domain.dose_bounds import HIGHEST_CAP_S, LOWEST_CAP_S
from pith.services import dosing_desk
from pith.web import deps
from pith.web.contract import Blueprint, Strict
from pith.web.dose_fields import LANE, MODE, DoseDecision
from pith.web.fields import Day, Id, Instant, Text

bp = Blueprint("dose", __name__, url_prefix="/api/v1/clients", description="A client's dose, and the rules behind it")


class DoseBoundsIn(Strict):
    """`cap_s`: seconds a day at most; `lane` auto: slow where her answers ask for it; `mode` auto: more time comes by
    itself, up to `cap_s`, in the name of whoever chose it."""

    cap_s = fields.Integer(required=True, strict=True, validate=validate.Range(LOWEST_CAP_S, HIGHEST_CAP_S))
    lane = fields.String(required=True, validate=LANE)
    mode = fields.String(required=True, validate=MODE)


class DoseReason(Strict):
    reason = Text(low=1, high=500, required=True)


class DoseDecline(Strict):
    reason = Text(high=500)


class DoseBounds(Strict):
    cap_s = fields.Integer(required=True)
    lane = fields.String(required=True, validate=LANE)
    mode = fields.String(required=True, validate=MODE)


class DosePerson(Strict):
    id = Id(required=True)
    name = fields.String(required=True)


class DoseBoundsSet(Strict):
    at = Instant(required=True)
    by = fields.Nested(DosePerson, required=True, allow_none=True)


class DoseToday(Strict):
    """Her own case now; `cur_s`: the heaviest day as it is, `new_s`: as this rule would have it."""

    rule = fields.String(required=True)
    decision = fields.String(required=True)
    notice = fields.String(required=True)
    target = fields.String(required=True)
    new_s = fields.Integer(required=True)
    cur_s = fields.Integer(required=True)


class DoseProposedItem(Strict):
    """One item before and after, with all that lies over the program worked in: seconds over its sides."""

    key = fields.String(required=True)
    technique_id = fields.String(required=True)
    before_s = fields.Integer(required=True)
    after_s = fields.Integer(required=True)
    level = fields.Integer(required=True)


class DoseProposal(Strict):
    id = Id(required=True)
    on = Day(required=True)
    rule = fields.String(required=True)
    target = fields.String(required=True)
    cur_s = fields.Integer(required=True)
    new_s = fields.Integer(required=True)
    items = fields.List(fields.Nested(DoseProposedItem), required=True)


class DoseActed(Strict):
    """`by` null: the rules themselves."""

    at = Instant(required=True)
    by = fields.Nested(DosePerson, required=True, allow_none=True)
    reason = fields.String(required=True, allow_none=True)


class DoseKept(DoseDecision):
    """A decision with what became of it. `in_effect`: it lies over the program now; `act`: undone, accepted, declined;
    `engine`: the edition of the rules that made it."""

    engine = fields.String(required=True)
    in_effect = fields.Boolean(required=True)
    act = fields.String(required=True, allow_none=True)
    acted = fields.Nested(DoseActed, required=True, allow_none=True)
    withdrawn_at = Instant(required=True, allow_none=True)


class DoseOnPhone(Strict):
    """What a phone decided by itself and what nothing that it told leads to."""

    id = Id(required=True)
    at = Instant(required=True)
    rule = fields.String(required=True)
    target = fields.String(required=True)


class Dose(Strict):
    """`set`: when and by whom the bounds were set (null: nobody did). Decisions come newest first."""

    settings = fields.Nested(DoseBounds, required=True)
    set = fields.Nested(DoseBoundsSet, required=True, allow_none=True)
    slow_lane = fields.Boolean(required=True)
    today = fields.Nested(DoseToday, required=True, allow_none=True)
    proposal = fields.Nested(DoseProposal, required=True, allow_none=True)
    decisions = fields.List(fields.Nested(DoseKept), required=True)
    on_phone = fields.List(fields.Nested(DoseOnPhone), required=True)


@bp.get("/<client_id>/dose")
@bp.response(200, Dose)
def dose(client_id: str) -> dict[str, Any]:
    """What the rules changed and why, what they would do next, and within which bounds."""
    return dosing_desk.dose_of(deps.session(), deps.therapist(), deps.now(), deps.content(), client_id)


@bp.put("/<client_id>/dose")
@bp.arguments(DoseBoundsIn)
@bp.response(200, Dose)
def set_bounds(data: dict[str, Any], client_id: str) -> dict[str, Any]:
    """Other bounds; they hold from now on."""
    where = (deps.session(), deps.therapist(), deps.now(), deps.content())
    return dosing_desk.set_bounds(*where, client_id, data)


@bp.post("/<client_id>/dose/<proposal_id>/accept")
@bp.response(200, Dose)
def accept(client_id: str, proposal_id: str) -> dict[str, Any]:
    """Takes the proposed step: a new version of the program. 409 `proposal_gone` when it is not proposed any more."""
    where = (deps.session(), deps.therapist(), deps.now(), deps.content())
    return dosing_desk.accept(*where, client_id, proposal_id)


@bp.post("/<client_id>/dose/<proposal_id>/decline")
@bp.arguments(DoseDecline)
@bp.response(200, Dose)
def decline(data: dict[str, str], client_id: str, proposal_id: str) -> dict[str, Any]:
    """Says no to the proposed step; it comes again after the time between two steps."""
    where = (deps.session(), deps.therapist(), deps.now(), deps.content())
    return dosing_desk.decline(*where, client_id, proposal_id, data.get("reason", ""))


@bp.post("/<client_id>/dose/<decision_id>/undo")
@bp.arguments(DoseReason)
@bp.response(200, Dose)
def undo(data: dict[str, str], client_id: str, decision_id: str) -> dict[str, Any]:
    """Takes the effect of a decision away. 409 `cannot_be_undone` for a warning sign's stop and for what has ended."""
    where = (deps.session(), deps.therapist(), deps.now(), deps.content())
    return dosing_desk.undo(*where, client_id, decision_id, data["reason"])
