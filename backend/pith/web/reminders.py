"""Reminders over HTTP: what a client chose, the browsers that take pushes, and whether they arrive."""

from __future__ import annotations

from typing import Any

from marshmallow import fields, validate

from pith.services import mailing, reminder_proof, reminders, subscriptions
from pith.web import deps
from pith.web.contract import Blueprint, Strict
from pith.web.fields import Id, Instant
from pith.web.reminder_fields import RemindersIn

bp = Blueprint("reminders", __name__, url_prefix="/api/v1", description="Reminders and pushes")


class Proof(Strict):
    """shown: the phone says so; accepted: a push service took it; failed: with `reason`."""

    state = fields.String(required=True, validate=validate.OneOf(("shown", "accepted", "failed")))
    at = Instant(required=True, allow_none=True)
    reason = fields.String(required=True, allow_none=True)


class MailState(Strict):
    """unavailable: this installation sends no mail; unconfirmed: a mail to confirm the address is on its way."""

    state = fields.String(required=True, validate=validate.OneOf(("unavailable", "off", "unconfirmed", "on")))
    address = fields.String(required=True, allow_none=True)


class RemindersOut(RemindersIn):
    """`browsers`: how many take pushes for her. `next_due_at` null: nothing is on. `fading`: they come once a week, or
    not at all, because none was answered for long; one practice undoes it."""

    next_due_at = Instant(required=True, allow_none=True)
    browsers = fields.Integer(required=True)
    last = fields.Nested(Proof, required=True, allow_none=True)
    fading = fields.String(required=True, allow_none=True, validate=validate.OneOf(("weekly", "none")))
    mail = fields.Nested(MailState, required=True)


class PushPublicKey(Strict):
    key = fields.String(required=True)


class SubscriptionKeys(Strict):
    p256dh = fields.String(required=True)
    auth = fields.String(required=True)


class SubscriptionIn(Strict):
    """A browser's `PushSubscription.toJSON()` as it is."""

    endpoint = fields.String(required=True)
    keys = fields.Nested(SubscriptionKeys, required=True)
    expiration_time = fields.Raw(data_key="expirationTime", allow_none=True)


class Browsers(Strict):
    """`anew`: a push service has ended this very subscription, so the browser has to make another."""

    browsers = fields.Integer(required=True)
    anew = fields.Boolean(required=True)


class EndpointIn(Strict):
    endpoint = fields.String(required=True, validate=validate.Length(max=4096))


class Sent(Strict):
    id = Id(required=True)


class Fate(Sent):
    status = fields.String(
        required=True, validate=validate.OneOf(("due", "claimed", "sending", "done", "skipped", "failed"))
    )
    reason = fields.String(required=True, allow_none=True)
    shown_at = Instant(required=True, allow_none=True)


class Receipt(Strict):
    id = Id(required=True)
    what = fields.String(required=True, validate=validate.OneOf(("shown", "opened")))


class Receipts(Strict):
    receipts = fields.List(fields.Nested(Receipt), required=True, validate=validate.Length(1, 100))


class Snooze(Strict):
    """`id`: the reminder that is put off; without one it is asked for in the app, at most five a local date."""

    id = Id(allow_none=True, load_default=None)
    minutes = fields.Integer(required=True, strict=True)


@bp.get("/reminders")
@bp.response(200, RemindersOut)
def own_reminders() -> dict[str, Any]:
    """What this client chose, when she is reminded next, and whether the last one arrived."""
    actor = deps.client()
    return _out(reminders.reminders_of(deps.session(), actor, actor.id), actor.id)


@bp.put("/reminders")
@bp.arguments(RemindersIn)
@bp.response(200, RemindersOut)
def choose_own(data: dict[str, Any]) -> dict[str, Any]:
    """Puts this choice in place of the one before."""
    actor = deps.client()
    return _out(reminders.choose(deps.session(), actor, deps.now(), actor.id, reminders.choice_of(data)), actor.id)


@bp.get("/clients/<client_id>/reminders")
@bp.response(200, RemindersOut)
def clients_reminders(client_id: str) -> dict[str, Any]:
    """What a client chose, and whether her reminders arrive."""
    return _out(reminders.reminders_of(deps.session(), deps.therapist(), client_id), client_id)


@bp.put("/clients/<client_id>/reminders")
@bp.arguments(RemindersIn)
@bp.response(200, RemindersOut)
def choose_for_client(data: dict[str, Any], client_id: str) -> dict[str, Any]:
    """Sets them together with the client in the room."""
    chosen = reminders.choose(deps.session(), deps.therapist(), deps.now(), client_id, reminders.choice_of(data))
    return _out(chosen, client_id)


@bp.post("/clients/<client_id>/push/test")
@bp.response(202, Sent)
def send_test_to_client(client_id: str) -> dict[str, str]:
    """Sends one to the client's phone now, while both look at it; it counts with those that she sends herself."""
    return {"id": reminder_proof.send_test(deps.session(), deps.therapist(), deps.now(), client_id)}


@bp.get("/clients/<client_id>/push/deliveries/<delivery_id>")
@bp.response(200, Fate)
def clients_fate(client_id: str, delivery_id: str) -> dict[str, Any]:
    """What became of one that was sent to this client."""
    return reminder_proof.fate(deps.session(), deps.therapist(), client_id, delivery_id)


@bp.get("/push/key")
@bp.response(200, PushPublicKey)
def push_key() -> dict[str, str]:
    """What a browser subscribes with (`applicationServerKey`)."""
    deps.current_actor()
    return {"key": subscriptions.keys_of(deps.session(), deps.settings().secrets.master)[0].public_text}


@bp.post("/push/subscriptions")
@bp.arguments(SubscriptionIn)
@bp.response(201, Browsers)
def subscribe(data: dict[str, Any]) -> dict[str, Any]:
    """Keeps this browser's subscription, or renews it; sent again on each open."""
    actor, settings = deps.current_actor(), deps.settings()
    key = subscriptions.keys_of(deps.session(), settings.secrets.master)[0]
    return subscriptions.subscribe(deps.session(), actor, deps.now(), settings.push_guard, key.id, data)


@bp.delete("/push/subscriptions")
@bp.arguments(EndpointIn)
@bp.response(204)
def unsubscribe(data: dict[str, str]) -> None:
    """Forgets this browser."""
    subscriptions.unsubscribe(deps.session(), deps.current_actor(), data["endpoint"])


@bp.post("/push/test")
@bp.response(202, Sent)
def send_test() -> dict[str, str]:
    """Sends one to whoever asks now, to see that they arrive."""
    return {"id": reminders.send_test(deps.session(), deps.current_actor(), deps.now())}


@bp.get("/push/deliveries/<delivery_id>")
@bp.response(200, Fate)
def fate(delivery_id: str) -> dict[str, Any]:
    """What became of one that was sent to whoever asks."""
    return reminders.fate(deps.session(), deps.current_actor(), delivery_id)


@bp.post("/push/receipts")
@bp.arguments(Receipts)
@bp.response(204)
def receipts(data: dict[str, Any]) -> None:
    """What this browser showed or opened; the first word counts."""
    told = [(one["id"], one["what"]) for one in data["receipts"]]
    reminders.received(deps.session(), deps.current_actor(), deps.now(), told)


@bp.post("/reminders/snooze")
@bp.arguments(Snooze)
@bp.response(204)
def snooze(data: dict[str, Any]) -> None:
    """Once more in so many minutes."""
    reminders.snooze(deps.session(), deps.client(), deps.now(), data["id"], data["minutes"])


def _out(shown: dict[str, Any], client_id: str) -> dict[str, Any]:
    settings = deps.settings()
    asked = deps.session(), deps.current_actor(), client_id, settings.secrets.master
    return shown | {"mail": mailing.state_of(*asked, available=settings.mail is not None)}
