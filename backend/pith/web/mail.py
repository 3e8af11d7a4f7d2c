"""Mail over HTTP: a client's own address for reminders, and whether a therapist's urgent alerts come by mail."""

from __future__ import annotations

from typing import Any

from marshmallow import fields, validate

from pith.services import mailing
from pith.web import deps
from pith.web.contract import Blueprint, Strict
from pith.web.fields import Instant, Text
from pith.web.reminder_fields import Flag

bp = Blueprint("mail", __name__, url_prefix="/api/v1", description="Reminders and alerts by mail")


class AddressIn(Strict):
    address = Text(low=3, high=254, required=True)


class AddressOut(Strict):
    """unconfirmed: a mail that asks for a yes is on its way."""

    state = fields.String(required=True, validate=validate.OneOf(("unconfirmed", "on")))
    address = fields.String(required=True)


class LastAlert(Strict):
    """shown: the browser says so; accepted: a push service or the mail server took it; failed: with `reason`."""

    state = fields.String(required=True, validate=validate.OneOf(("shown", "accepted", "failed")))
    at = Instant(required=True, allow_none=True)
    reason = fields.String(required=True, allow_none=True)


class AlertsIn(Strict):
    mail = Flag(required=True)


class AlertsOut(AlertsIn):
    """`mail_available`: this installation sends mail. `last`: the newest alert or test that was sent to her."""

    mail_available = fields.Boolean(required=True)
    last = fields.Nested(LastAlert, required=True, allow_none=True)


@bp.put("/reminders/mail")
@bp.arguments(AddressIn)
@bp.response(200, AddressOut)
@bp.alt_response(409, description="This server sends no mail")
@bp.alt_response(429, description="This address, or this client, was asked often today")
def choose_address(data: dict[str, str]) -> dict[str, Any]:
    """Where reminders go by mail when no push arrives. A mail asks whoever reads it for a yes first."""
    actor, keys = deps.client(), deps.settings().secrets
    if not available():
        raise mailing.MailUnavailable()
    return mailing.ask(deps.session(), actor, deps.now(), keys.master, keys.codes, data["address"])


@bp.delete("/reminders/mail")
@bp.response(204)
def forget_address() -> None:
    """Forgets the address; no mail goes there any more."""
    mailing.forget(deps.session(), deps.client(), deps.now())


@bp.get("/me/alerts")
@bp.response(200, AlertsOut)
def own_alerts() -> dict[str, Any]:
    """Whether urgent alerts come by mail too, and whether the newest one arrived."""
    return mailing.alerts_of(deps.session(), deps.therapist(), available())


@bp.put("/me/alerts")
@bp.arguments(AlertsIn)
@bp.response(200, AlertsOut)
def choose_alerts(data: dict[str, bool]) -> dict[str, Any]:
    """Turns urgent alerts by mail on or off."""
    return mailing.choose_alerts(deps.session(), deps.therapist(), data["mail"], available())


def available() -> bool:
    """Whether this installation sends mail."""
    return deps.settings().mail is not None
