"""Screening over HTTP: the therapist's word that she screened a client herself, and the client's flags."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from pith.domain.body_map import SIDES_OF
from pith.domain.screening import ACTS, RANKS, ROLES, Act, sites_in
from pith.domain.screening.alternatives import WHYS
from pith.services import flags_desk, screening, verdicts
from pith.web import deps
from pith.web.contract import Blueprint, Strict
from pith.web.fields import Day, Id, Instant, SentOnce, Text
from pith.web.technique_fields import SharedSignOffs

_LEVELS = re.compile(r"\A(all|[a-z0-9-]{1,64}:[123](,[a-z0-9-]{1,64}:[123])*)?\Z")
PLACES = ("left", "right", "both", "middle")

bp = Blueprint("screening", __name__, url_prefix="/api/v1/clients", description="Who may practise")


class ScreeningNote(Strict):
    id = SentOnce()
    note = Text(high=2000, load_default="")


class ClearanceGiven(Strict):
    by = fields.String()
    at = Instant()
    note = fields.String()


class FlagSite(Strict):
    """A place of the body map; `both` are both sides."""

    region = fields.String(required=True, validate=validate.OneOf(list(SIDES_OF)))
    side = fields.String(required=True, validate=validate.OneOf(PLACES))

    @validates_schema(skip_on_field_errors=True)
    def _exists(self, data: dict[str, Any], **_: Any) -> None:
        sides = SIDES_OF[data["region"]]
        if data["side"] not in sides and (data["side"] != "both" or "left" not in sides):
            raise ValidationError("The body map has no such side here.", "side")


class FlagActIn(Strict):
    """`since`: day 0 of the flag, or the day until which all is confirmed. A lift names the log in `lifts`.
    A lowering or confirmation names in `covers` what it is about; without, all of that flag that the practice knows."""

    id = SentOnce()
    flag_id = Text(low=1, high=64, required=True)
    act = fields.String(required=True, validate=validate.OneOf(ACTS))
    sites = fields.List(fields.Nested(FlagSite), validate=validate.Length(max=60), load_default=list)
    since = Day(allow_none=True, load_default=None)
    reason = Text(high=1000, load_default="")
    lifts = Text(high=64, allow_none=True, load_default=None)
    covers = fields.List(Text(low=1, high=64), validate=validate.Length(max=200), load_default=list)
    role = fields.String(validate=validate.OneOf(ROLES), load_default=ROLES[0])


class FlagBy(Strict):
    id = Id(required=True)
    name = fields.String(required=True)


class FlagSiteOut(Strict):
    region = fields.String(required=True)
    side = fields.String(required=True)


class FlagEntryOut(Strict):
    """One thing that was told of a flag. `by` null: the client herself. `id` is what an act covers."""

    id = fields.String(required=True)
    act = fields.String(required=True, validate=validate.OneOf(ACTS))
    flag_id = fields.String(required=True)
    label = fields.String(required=True)
    red = fields.Boolean(required=True)
    at = Instant(required=True)
    received_at = Instant(required=True)
    by = fields.Nested(FlagBy, required=True, allow_none=True)
    sites = fields.List(fields.Nested(FlagSiteOut), required=True)
    since = Day(required=True, allow_none=True)
    source = fields.String(required=True, allow_none=True)
    reason = fields.String(required=True)
    role = fields.String(required=True, allow_none=True)
    covers = fields.List(fields.String(), required=True)


class FlagOn(FlagEntryOut):
    """A flag that is on today with the entry that raised it. A dated flag may be on for two phases at once."""

    confirmed = Day(required=True, allow_none=True)


class Flags(Strict):
    today = Day(required=True)
    flags = fields.List(fields.Nested(FlagOn), required=True)
    history = fields.List(fields.Nested(FlagEntryOut), required=True)


class AtLevels(Strict):
    levels = fields.String(
        validate=[validate.Length(max=4000), validate.Regexp(_LEVELS, error="Write technique:1,other:2 or all.")],
        metadata={"description": "technique:N, with commas between; others stand at their reference level. Or: all."},
    )


class Limits(Strict):
    """The lowest of each number, and switches that are on."""

    max_level = fields.Integer()
    max_hold_s = fields.Integer()
    discomfort_ceiling = fields.Integer()
    tools_max_hard = fields.Integer()
    use_alternative_pos = fields.Boolean()
    small_movement = fields.Boolean()
    slow_lane = fields.Boolean()


class NamedFlag(Strict):
    id = fields.String(required=True)
    label = fields.String(required=True)


class FindingOut(Strict):
    """One rule that speaks, with every flag that makes it, what it limits and why."""

    rule = fields.String(required=True)
    flags = fields.List(fields.Nested(NamedFlag), required=True)
    verdict = fields.String(required=True, validate=validate.OneOf(RANKS[1:]))
    needs = fields.String(required=True, allow_none=True)
    limits = fields.Nested(Limits, required=True)
    reason = fields.String(required=True)


class AlternativeOut(Strict):
    """Safe for her at `level`; `why` it was chosen."""

    technique_id = fields.String(required=True)
    level = fields.Integer(required=True)
    why = fields.String(required=True, validate=validate.OneOf(WHYS))


class VerdictOut(Strict):
    """`rules`: ids, exclude:flag and caution:flag; `needs`: who must have agreed where this can be overridden, and
    `basis` what that would be given for, for `cleared_days`. `side`: both, or the one that is laxer alone."""

    technique_id = fields.String(required=True)
    level = fields.Integer(required=True)
    side = fields.String(required=True, validate=validate.OneOf(["both", "left", "right"]))
    verdict = fields.String(required=True, validate=validate.OneOf(RANKS))
    rules = fields.List(fields.String(), required=True)
    needs = fields.List(fields.String(), required=True)
    limits = fields.Nested(Limits, required=True)
    reasons = fields.List(fields.String(), required=True)
    findings = fields.List(fields.Nested(FindingOut), required=True)
    basis = fields.String(required=True)
    cleared_days = fields.Integer(required=True)
    alternatives = fields.List(fields.Nested(AlternativeOut), required=True)
    tools_missing = fields.List(fields.String(), required=True)
    reviewed = fields.Boolean(required=True)


class Verdicts(Strict):
    """`reviewed`: which clinician read the rules, the flags and the techniques as they are now; of a verdict, whether
    one read all that it rests on."""

    today = Day(required=True)
    reviewed = fields.Nested(SharedSignOffs, required=True)
    verdicts = fields.List(fields.Nested(VerdictOut), required=True)


@bp.get("/<client_id>/verdicts")
@bp.arguments(AtLevels, location="query")
@bp.response(200, Verdicts)
def client_verdicts(query: dict[str, str], client_id: str) -> dict[str, Any]:
    """What the rules say about every technique for this client today, with reasons in the therapist's language."""
    asked = query.get("levels", "")
    pairs = (pair.split(":") for pair in asked.split(",") if pair)
    levels = None if asked == "all" else {name: int(number) for name, number in pairs}
    where = (deps.session(), deps.therapist(), deps.now(), deps.content(), deps.settings().secrets.master)
    return verdicts.verdicts_of(*where, client_id, levels)


@bp.get("/<client_id>/flags")
@bp.response(200, Flags)
def client_flags(client_id: str) -> dict[str, Any]:
    """What is on for this client today, and all that was ever told, newest first."""
    return flags_desk.flags_of(deps.session(), deps.therapist(), deps.now(), deps.content(), client_id)


@bp.post("/<client_id>/flags")
@bp.arguments(FlagActIn)
@bp.response(201, Flags)
def act_on_flag(data: dict[str, Any], client_id: str) -> dict[str, Any]:
    """Raises, lowers, confirms or lifts a flag; nothing that was told before is deleted."""
    since = None if data["since"] is None else date.fromisoformat(data["since"])
    act = Act(
        data["flag_id"],
        data["act"],
        sites_in(data["sites"]),
        since,
        data["reason"],
        data["lifts"],
        data["role"],
        tuple(data["covers"]),
    )
    return flags_desk.act(deps.session(), deps.therapist(), deps.now(), deps.content(), client_id, act, data["id"])


@bp.post("/<client_id>/clearance")
@bp.arguments(ScreeningNote)
@bp.response(201, ClearanceGiven)
def record(data: dict[str, Any], client_id: str) -> dict[str, Any]:
    """Opens the client's program on this therapist's word."""
    return screening.record(deps.session(), deps.therapist(), deps.now(), client_id, data["note"], data["id"])


@bp.delete("/<client_id>/clearance")
@bp.response(204)
def withdraw(client_id: str) -> None:
    """Closes the program again: every safety question has to be answered anew, or another clearance given."""
    screening.withdraw(deps.session(), deps.therapist(), deps.now(), deps.content().policy, client_id)
