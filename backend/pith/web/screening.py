"""Screening over HTTP: the therapist's word that she screened a client herself."""

from __future__ import annotations

from typing import Any

from marshmallow import fields

from pith.services import screening
from pith.web import deps
from pith.web.contract import Blueprint, Strict
from pith.web.fields import Instant, Text

bp = Blueprint("screening", __name__, url_prefix="/api/v1/clients", description="Who may practise")


class ScreeningNote(Strict):
    note = Text(high=2000, load_default="")


class ClearanceGiven(Strict):
    by = fields.String()
    at = Instant()
    note = fields.String()


@bp.post("/<client_id>/clearance")
@bp.arguments(ScreeningNote)
@bp.response(201, ClearanceGiven)
def record(data: dict[str, Any], client_id: str) -> dict[str, Any]:
    """Opens the client's program on this therapist's word."""
    return screening.record(deps.session(), deps.therapist(), deps.now(), client_id, data["note"])


@bp.delete("/<client_id>/clearance")
@bp.response(204)
def withdraw(client_id: str) -> None:
    """Closes the program again."""
    screening.withdraw(deps.session(), deps.therapist(), deps.now(), client_id)
