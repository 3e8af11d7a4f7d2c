"""`/healthz`: is the database there, is a worker alive."""

from __future__ import annotations

from typing import Any

from marshmallow import fields

from pith.services import health
from pith.web import deps
from pith.web.contract import Blueprint, Strict
from pith.web.fields import Instant

bp = Blueprint("health", __name__, description="Signs of life")


class Worker(Strict):
    """`alive`: workers with a sign of life in the last 90 seconds. `lag_s`: how long the oldest push has been waiting
    that ought to have gone out."""

    last_beat = Instant(allow_none=True)
    alive = fields.Integer()
    lag_s = fields.Integer()


class Health(Strict):
    status = fields.String()
    database = fields.String()
    worker = fields.Nested(Worker)


@bp.get("/healthz")
@bp.response(200, Health)
def healthz() -> dict[str, Any]:
    """Answers 200 while the database answers; 503 otherwise."""
    return health.report(deps.session(), deps.now())
