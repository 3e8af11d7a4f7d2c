"""The inbox over HTTP: what needs a therapist, how she closed it, and who stands in for her."""

from __future__ import annotations

from datetime import date
from typing import Any

from marshmallow import fields, validate

from pith.domain.inbox import OUTCOMES, RANKS
from pith.services import covering, inbox
from pith.web import deps
from pith.web.contract import Blueprint, Strict
from pith.web.fields import Day, Id, Instant, Text

bp = Blueprint("inbox", __name__, url_prefix="/api/v1", description="What needs a therapist")

# Client, cause and source with a sign between them.
_LONGEST_ID = 36 + 32 + 36 + 2


class InboxItemRef(Strict):
    id = Text(low=1, high=_LONGEST_ID, required=True)


class InboxClosing(InboxItemRef):
    outcome = fields.String(required=True, validate=validate.OneOf(OUTCOMES))


class InboxClient(Strict):
    id = Id()
    name = fields.String()
    timezone = fields.String()


class InboxHead(Strict):
    """`why`: a code, and the facts that the desk puts into words."""

    id = fields.String()
    client = fields.Nested(InboxClient)
    rank = fields.String(validate=validate.OneOf(RANKS))
    cause = fields.String()
    since = Instant()
    why = fields.Dict(keys=fields.String())


class InboxItem(InboxHead):
    """`mine`: of a client whom this therapist was given; else of one whom she sees as the owner, or stands in for."""

    log_id = fields.String(allow_none=True)
    decision_id = fields.String(allow_none=True)
    answerable = fields.Boolean()
    mine = fields.Boolean()


class InboxClosed(InboxHead):
    outcome = fields.String(validate=validate.OneOf(OUTCOMES))
    by = fields.String()
    closed_at = Instant()


class ClientAlert(InboxHead):
    """`source_id`: the log, decision, week or episode behind it. The last three are null while it waits."""

    source_id = fields.String()
    outcome = fields.String(allow_none=True, validate=validate.OneOf(OUTCOMES))
    by = fields.String(allow_none=True)
    closed_at = Instant(allow_none=True)


class ClientAlerts(Strict):
    alerts = fields.List(fields.Nested(ClientAlert))


class Covering(Strict):
    therapist_id = Id()
    name = fields.String()
    until = Day()


class InboxCounts(Strict):
    """Things that wait, clients with any, clients with none, and what was closed since midnight."""

    open = fields.Integer()
    clients = fields.Integer()
    fine = fields.Integer()
    closed_today = fields.Integer()


class Inbox(Strict):
    items = fields.List(fields.Nested(InboxItem))
    closed_today = fields.List(fields.Nested(InboxClosed))
    covering = fields.List(fields.Nested(Covering))
    counts = fields.Nested(InboxCounts)


class AwayIn(Strict):
    """The first and the last day, both included, on the practice's calendar. `hand_on`: who stands in for me does so,
    too, for those for whom I stand in on these days."""

    first = Day(required=True, data_key="from")
    until = Day(required=True)
    covered_by = Id(required=True)
    hand_on = fields.Boolean(truthy={True}, falsy={False}, load_default=False)


class AwayCover(Strict):
    id = Id()
    name = fields.String()


class AwaySpan(Strict):
    first = Day(data_key="from", attribute="from")
    until = Day()
    covered_by = fields.Nested(AwayCover)


class OwnAway(Strict):
    away = fields.Nested(AwaySpan, allow_none=True)
    covering = fields.List(fields.Nested(Covering))


@bp.get("/inbox")
@bp.response(200, Inbox)
def inbox_page() -> dict[str, Any]:
    """What waits by rank, within a rank what waits longest first; and what was closed today."""
    master = deps.settings().secrets.master
    return inbox.page(deps.session(), deps.therapist(), deps.now(), deps.content(), master)


@bp.get("/clients/<client_id>/alerts")
@bp.response(200, ClientAlerts)
def client_alerts(client_id: str) -> dict[str, Any]:
    """What needed somebody about one client, the newest first, without her words; and how it was closed."""
    return {"alerts": inbox.of_client(deps.session(), deps.therapist(), deps.content(), client_id)}


@bp.post("/inbox/close")
@bp.arguments(InboxClosing)
@bp.response(204)
def close_item(data: dict[str, Any]) -> None:
    """Closes one item with an outcome; one that is closed already stays as it was closed."""
    inbox.close(deps.session(), deps.therapist(), deps.now(), data["id"], data["outcome"])


@bp.post("/inbox/reopen")
@bp.arguments(InboxItemRef)
@bp.response(204)
def reopen_item(data: dict[str, Any]) -> None:
    """Puts a closed item back."""
    inbox.reopen(deps.session(), deps.therapist(), deps.now(), data["id"])


@bp.get("/practices/me/away")
@bp.response(200, OwnAway)
def own_away() -> dict[str, Any]:
    """When I am away and who stands in for me; and for whom I stand in today."""
    return covering.own_away(deps.session(), deps.therapist(), deps.now())


@bp.put("/practices/me/away")
@bp.arguments(AwayIn)
@bp.response(200, OwnAway)
@bp.alt_response(409, description="I stand in for somebody on these days")
def set_away(data: dict[str, Any]) -> dict[str, Any]:
    """For these days a colleague sees my clients, and hears of what is urgent. 409 `stands_in` with `covering`, for
    whom I stand in on these days, unless they are handed on."""
    first, last = (date.fromisoformat(data[name]) for name in ("first", "until"))
    cover, hand_on = data["covered_by"], data["hand_on"]
    return covering.set_away(deps.session(), deps.therapist(), deps.now(), first, last, cover, hand_on)


@bp.delete("/practices/me/away")
@bp.response(204)
def come_back() -> None:
    """Nobody stands in for me any more."""
    covering.come_back(deps.session(), deps.therapist())
