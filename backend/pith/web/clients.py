"""Clients over HTTP: the list, a card, invitations, phones, shared access."""

from __future__ import annotations

from typing import Any

from marshmallow import fields, validate

from pith.services import client_list, clients, invitations
from pith.web import deps, security
from pith.web.contract import Blueprint, Strict
from pith.web.fields import Day, Id, Instant, Language, SentOnce, Text, Zone

bp = Blueprint("clients", __name__, url_prefix="/api/v1/clients", description="Clients of a practice")


class NewClient(Strict):
    id = SentOnce()
    name = Text(high=300, required=True)
    timezone = Zone(required=True)
    language = Language()


class ClientChange(Strict):
    name = Text(high=300)
    timezone = Zone()
    language = Language()
    archived = fields.Boolean(truthy={True}, falsy={False})


class Colleague(Strict):
    id = Id()
    name = fields.String()
    role = fields.String()


class ClientCard(Strict):
    id = Id()
    name = fields.String()
    timezone = fields.String()
    language = Language()
    created_at = Instant()
    archived_at = Instant(allow_none=True)
    screened = fields.Boolean()
    paired = fields.Boolean()
    therapists = fields.List(fields.Nested(Colleague))


class RowDaysKept(Strict):
    kept = fields.Integer()
    prescribed = fields.Integer()


class RowPain(Strict):
    before = fields.Integer()
    after = fields.Integer()


class RowFetched(Strict):
    number = fields.Integer()
    at = Instant()


class RowStopped(Strict):
    at = Instant()
    technique_id = fields.String(allow_none=True)
    feeling = fields.String()
    discomfort = fields.Integer(allow_none=True)


class RowFlag(Strict):
    id = fields.String()
    label = fields.String()


class RowRedFlag(Strict):
    """The red flags that stand; when the newest was told, and when that arrived."""

    flags = fields.List(fields.Nested(RowFlag))
    at = Instant()
    received_at = Instant()


class RowSafety(Strict):
    """Whether she may practise, and how many safety questions are due."""

    open = fields.Boolean()
    due = fields.Integer()


class RowReminders(Strict):
    """none: no time is on, or (reason `calendar`) her own calendar reminds her; untried: nothing went out since her
    phone takes them; shown | accepted | failed: the newest one, and since when it has been so without a break."""

    state = fields.String(validate=validate.OneOf(("none", "untried", "shown", "accepted", "failed")))
    since = Instant(allow_none=True)
    reason = fields.String(allow_none=True)


class ClientRow(Strict):
    """One line of the therapist's list: who, and how it goes."""

    id = Id()
    name = fields.String()
    timezone = fields.String()
    last_practised_on = Day(allow_none=True)
    days_kept_14 = fields.Nested(RowDaysKept)
    pain = fields.Nested(RowPain, allow_none=True)
    unread = fields.Integer()
    program_number = fields.Integer(allow_none=True)
    fetched = fields.Nested(RowFetched, allow_none=True)
    stopped = fields.Nested(RowStopped, allow_none=True)
    red_flag = fields.Nested(RowRedFlag, allow_none=True)
    screened = fields.Boolean()
    safety = fields.Nested(RowSafety)
    paired = fields.Boolean()
    reminders = fields.Nested(RowReminders)
    archived_at = Instant(allow_none=True)


class ClientRows(Strict):
    clients = fields.List(fields.Nested(ClientRow))


class Invitation(Strict):
    token = fields.String()
    url = fields.String()
    qr_svg = fields.String()
    expires_at = Instant()
    installable = fields.Boolean()
    why_not = fields.String(allow_none=True)


class PairedPhone(Strict):
    id = Id()
    label = fields.String()
    created_at = Instant()
    last_seen_at = Instant()
    revoked_at = Instant(allow_none=True)


class PairedPhones(Strict):
    devices = fields.List(fields.Nested(PairedPhone))


@bp.get("")
@bp.response(200, ClientRows)
def list_clients() -> dict[str, Any]:
    """The clients that this therapist may see: those with a red flag first, else by name."""
    master = deps.settings().secrets.master
    return {"clients": client_list.rows(deps.session(), deps.therapist(), deps.now(), deps.content(), master)}


@bp.post("")
@bp.arguments(NewClient)
@bp.response(201, ClientCard)
def add_client(data: dict[str, Any]) -> dict[str, Any]:
    """A new client, seen by whoever adds her; `language` is the practice's where it is left out."""
    master = deps.settings().secrets.master
    sent_as = data.pop("id")
    return clients.add_client(deps.session(), deps.therapist(), deps.now(), master, **data, sent_as=sent_as)


@bp.get("/<client_id>")
@bp.response(200, ClientCard)
def one_client(client_id: str) -> dict[str, Any]:
    """Her card, with the therapists who were given access."""
    return clients.one_client(deps.session(), deps.therapist(), deps.now(), client_id)


@bp.patch("/<client_id>")
@bp.arguments(ClientChange)
@bp.response(200, ClientCard)
def change_client(data: dict[str, Any], client_id: str) -> dict[str, Any]:
    """Renames, moves to another zone, or archives (`archived`: true hides her from the list; nothing is lost)."""
    return clients.change_client(deps.session(), deps.therapist(), deps.now(), client_id, data)


@bp.post("/<client_id>/invitations")
@bp.response(201, Invitation)
def invite(client_id: str) -> dict[str, Any]:
    """A link for one phone, also as a QR code; it works once within seven days."""
    origin, near = deps.settings().origin, security.opened_on_loopback()
    return invitations.invite(deps.session(), deps.therapist(), deps.now(), client_id, origin, near)


@bp.get("/<client_id>/devices")
@bp.response(200, PairedPhones)
def devices(client_id: str) -> dict[str, Any]:
    """Her phones, newest first."""
    return {"devices": clients.devices(deps.session(), deps.therapist(), client_id)}


@bp.delete("/<client_id>/devices/<device_id>")
@bp.response(204)
def revoke_device(client_id: str, device_id: str) -> None:
    """A lost phone: it is refused everything and wipes itself when it next asks."""
    clients.revoke_device(deps.session(), deps.therapist(), deps.now(), client_id, device_id)


@bp.put("/<client_id>/members/<therapist_id>")
@bp.response(204)
def give_access(client_id: str, therapist_id: str) -> None:
    """Lets a colleague of the practice see this client."""
    clients.give_access(deps.session(), deps.therapist(), deps.now(), client_id, therapist_id)


@bp.delete("/<client_id>/members/<therapist_id>")
@bp.response(204)
def take_access(client_id: str, therapist_id: str) -> None:
    """Takes a colleague's access back."""
    clients.take_access(deps.session(), deps.therapist(), deps.now(), client_id, therapist_id)
