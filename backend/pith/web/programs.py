"""Programs over HTTP: versions of one client's program."""

from __future__ import annotations

from datetime import date
from typing import Any

from marshmallow import fields, validate

from pith.domain.accounts import LANGUAGES
from pith.domain.screening import RANKS
from pith.services import program_wire, programs
from pith.web import deps
from pith.web.contract import Blueprint, Strict
from pith.web.dose_fields import Rest
from pith.web.fields import Day, Id, Instant, SentOnce, Text
from pith.web.technique_fields import Doing, OwnMark, SideDose, StopSign, Swap

bp = Blueprint("programs", __name__, url_prefix="/api/v1/clients", description="A client's program, version by version")

SIDES = ("left", "right", "both")
MOST_ITEMS = 20


class Whole(fields.Integer):
    """A JSON integer from `low` to `high`; neither 9.0 nor "9" nor true."""

    def __init__(self, low: int, high: int, **kwargs: Any) -> None:
        super().__init__(strict=True, validate=validate.Range(low, high), **kwargs)


def _days(**kwargs: Any) -> fields.List[int]:
    return fields.List(Whole(0, 6), validate=validate.Length(1, 7), **kwargs)


class DoseIn(Strict):
    """One side. What is left out is taken from the catalogue; give `hold_s` or `breaths` (8 s each)."""

    spots = Whole(0, 8)
    hold_s = Whole(0, 180)
    breaths = Whole(1, 22)
    roll_s = Whole(0, 300)
    move_s = Whole(0, 300)


class DosesIn(Strict):
    """`both` for every side alike, or `left` and/or `right`."""

    both = fields.Nested(DoseIn)
    left = fields.Nested(DoseIn)
    right = fields.Nested(DoseIn)


class OverrideIn(Strict):
    """Who cleared what a rule asks about: `role` as the verdict's `needs` call it. Counts for as many days as the
    practice lets one count."""

    role = Text(low=1, high=64, required=True)
    reason = Text(high=500, required=True)
    cleared_on = Day(required=True)


class ItemIn(Strict):
    technique_id = fields.String(required=True, validate=validate.Length(1, 64))
    level = Whole(1, 3, required=True)
    side = fields.String(validate=validate.OneOf(SIDES), allow_none=True)
    dose = fields.Nested(DosesIn, allow_none=True)
    days = _days(allow_none=True)
    note = Text(high=500, allow_none=True)
    overrides = fields.List(fields.Nested(OverrideIn), validate=validate.Length(max=8))


class VersionIn(Strict):
    """`base_version`: the number that was on screen (0 or null: none yet; left out: whichever is newest)."""

    id = SentOnce()
    base_version = Whole(0, 2**31 - 1, allow_none=True)
    items = fields.List(fields.Nested(ItemIn), required=True, validate=validate.Length(1, MOST_ITEMS))
    days = _days(required=True)
    starts_on = Day(allow_none=True)
    reason = Text(high=500, required=True)
    over_limit_reason = Text(high=500, allow_none=True)
    # The decisions of the dose rules that were on screen: they end with this version, all others go on.
    seen_decisions = fields.List(Id(), validate=validate.Length(max=200))


class Doses(Strict):
    both = fields.Nested(SideDose)
    left = fields.Nested(SideDose)
    right = fields.Nested(SideDose)


class TechniqueSnapshot(Doing):
    """The technique's words and tags as they were when the version was written."""

    name = fields.String(required=True)
    feel = fields.String(required=True)
    regions = fields.List(fields.String(), required=True)
    stop = fields.List(fields.Nested(StopSign), required=True)
    ladder = fields.List(fields.String(), required=True)
    swaps = fields.List(fields.Nested(Swap), required=True)


class Author(Strict):
    id = Id(required=True)
    name = fields.String(required=True)


class GivenOverride(OverrideIn):
    """An override as it stands in a version for ever. `basis`: the rules, flags and places that it was given for, and
    `up_to_level` the hardest that it covers."""

    expires_on = Day(required=True)
    basis = fields.String(required=True)
    up_to_level = Whole(1, 3, required=True)
    by = fields.Nested(Author, required=True)
    at = fields.String(required=True, metadata={"format": "date-time"})


class ItemSafety(Strict):
    """What the rules did with an item when it was assigned. `clipped`: level, hold_s."""

    asked_level = fields.Integer(required=True)
    verdict = fields.String(required=True, validate=validate.OneOf(RANKS[1:-1]))
    rules = fields.List(fields.String(), required=True)
    needs = fields.List(fields.String(), required=True)
    limits = fields.Dict(keys=fields.String(), values=fields.Raw(), required=True)
    clipped = fields.List(fields.String(validate=validate.OneOf(["level", "hold_s"])), required=True)
    overrides = fields.List(fields.Nested(GivenOverride), required=True)


class ProgramItem(Strict):
    key = fields.String(required=True)
    technique_id = fields.String(required=True)
    level = fields.Integer(required=True)
    side = fields.String(required=True, validate=validate.OneOf(SIDES))
    days = fields.List(fields.Integer(), required=True, allow_none=True)
    note = fields.String(required=True, allow_none=True)
    dose = fields.Nested(Doses, required=True)
    dose_s = fields.Integer(required=True)
    setup_s = fields.Integer(required=True)
    snapshot = fields.Nested(TechniqueSnapshot, required=True)
    technique = fields.Nested(OwnMark)
    safety = fields.Nested(ItemSafety)


class VersionSummary(Strict):
    """A version without its items. `dose_s` and `with_setup_s` are those of its heaviest day."""

    id = Id(required=True)
    number = fields.Integer(required=True)
    base_version = fields.Integer(required=True)
    author = fields.Nested(Author, required=True)
    reason = fields.String(required=True)
    over_limit_reason = fields.String(required=True, allow_none=True)
    created_at = Instant(required=True)
    starts_on = Day(required=True)
    days = fields.List(fields.Integer(), required=True)
    dose_s = fields.Integer(required=True)
    with_setup_s = fields.Integer(required=True)
    warnings = fields.List(fields.String(), required=True)
    content_version = fields.String(required=True)


class ItemOverride(GivenOverride):
    """An override with the item that it was given for."""

    technique_id = fields.String(required=True)
    level = fields.Integer(required=True)


class VersionInList(VersionSummary):
    overrides = fields.List(fields.Nested(ItemOverride), required=True)


class Version(VersionSummary):
    """`answered`, on the way to a phone: the stops that its author could know of."""

    items = fields.List(fields.Nested(ProgramItem), required=True)
    answered = fields.List(fields.String())


class SwapWords(Strict):
    steps = fields.List(fields.String(), required=True)
    near = fields.List(fields.String(), required=True)


class ItemWords(Strict):
    """What an item's snapshot says in another language, place by place."""

    name = fields.String(required=True)
    steps = fields.List(fields.String(), required=True)
    feel = fields.String(required=True)
    near = fields.List(fields.String(), required=True)
    stop = fields.List(fields.String(), required=True)
    ladder = fields.List(fields.String(), required=True)
    swaps = fields.List(fields.Nested(SwapWords), required=True)


class KeptVersion(Version):
    """A version as an export holds it: its items in English, for each other language their words in order, and the
    decisions of the dose rules that ended with it."""

    seen_decisions = fields.List(Id(), load_default=list)

    words = fields.Dict(
        keys=fields.String(validate=validate.OneOf(LANGUAGES[1:])),
        values=fields.List(fields.Nested(ItemWords)),
        required=True,
    )


class ProgramClearance(Strict):
    by = fields.String(required=True)
    at = Instant(required=True)
    note = fields.String(required=True)


class ProgramFetched(Strict):
    number = fields.Integer(required=True)
    at = Instant(required=True)


class Program(Strict):
    program = fields.Nested(Version, required=True, allow_none=True)
    versions = fields.List(fields.Nested(VersionInList), required=True)
    in_force = fields.Integer(required=True, allow_none=True)
    clearance = fields.Nested(ProgramClearance, required=True, allow_none=True)
    fetched = fields.Nested(ProgramFetched, required=True, allow_none=True)
    rests = fields.List(fields.Nested(Rest), required=True)


class ProgramChange(Strict):
    """`from` and `to` are whatever the code speaks of: a level, a side, a dose, days, a note, an item."""

    code = fields.String(required=True)
    technique_id = fields.String(required=True, allow_none=True)
    key = fields.String(required=True, allow_none=True)
    side = fields.String(required=True, allow_none=True)
    before = fields.Raw(required=True, allow_none=True, data_key="from", attribute="from")
    after = fields.Raw(required=True, allow_none=True, data_key="to", attribute="to")


class ProgramChanges(Strict):
    changes = fields.List(fields.Nested(ProgramChange), required=True)


class OnDay(Strict):
    on = Day()


@bp.get("/<client_id>/program")
@bp.arguments(OnDay, location="query")
@bp.response(200, Program)
def program(query: dict[str, str], client_id: str) -> dict[str, Any]:
    """The newest version, all versions in short, and which one is in force on `on` (left out: her today)."""
    day = date.fromisoformat(query["on"]) if "on" in query else None
    return programs.program_of(deps.session(), deps.therapist(), deps.now(), client_id, day)


@bp.post("/<client_id>/program/versions")
@bp.arguments(VersionIn)
@bp.response(201, Version)
def save_version(data: dict[str, Any], client_id: str) -> dict[str, Any]:
    """The next version. 409 `base_version_stale` with `current` and `changes` when somebody saved meanwhile."""
    base = data.get("base_version", programs.ANY_BASE)
    draft, content = program_wire.draft_of(data), deps.content()
    where = (deps.session(), deps.therapist(), deps.now())
    seen = data.get("seen_decisions", [])
    return programs.save_version(*where, content, client_id, draft, data["id"] or deps.new_id(), base, seen)


@bp.get("/<client_id>/program/versions/<int(max=2147483647):number>")
@bp.response(200, Version)
def version(client_id: str, number: int) -> dict[str, Any]:
    """One version, whole."""
    return programs.one_version(deps.session(), deps.therapist(), client_id, number)


@bp.get("/<client_id>/program/versions/<int(max=2147483647):number>/diff")
@bp.response(200, ProgramChanges)
def difference(client_id: str, number: int) -> dict[str, Any]:
    """What that version changed against the one before it."""
    return programs.differences(deps.session(), deps.therapist(), client_id, number)
