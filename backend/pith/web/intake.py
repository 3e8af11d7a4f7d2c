"""The intake over HTTP: what a client answered and what is due, and answers that are written with her in the room."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from marshmallow import ValidationError, fields, validate

from pith.services import intake_desk
from pith.web import deps
from pith.web.contract import Blueprint, Strict
from pith.web.fields import Day, Id, Instant, SentOnce, Text

MOST_PARTS, DEEPEST = 1_000, 8

bp = Blueprint("intake", __name__, url_prefix="/api/v1/clients", description="What a client answered")


def _within_bounds(answer: Any) -> None:
    """Neither too much nor too deep to be looked at; what is in it is judged by its question."""
    level, left = [answer], MOST_PARTS
    for _ in range(DEEPEST):
        left -= len(level)
        level = [one for part in level if isinstance(part, dict | list) for one in _inside(part)]
        if not level:
            return
        if left < 0:
            break
    raise ValidationError("This is more than an answer can be.")


def _inside(part: dict[str, Any] | list[Any]) -> Iterable[Any]:
    return part.values() if isinstance(part, dict) else part


class AnswersIn(Strict):
    """Answers by question, written as a phone's log writes them: a word, a number, a list, or an object of parts."""

    id = SentOnce()
    answers = fields.Dict(
        keys=Text(low=1, high=64),
        values=fields.Raw(allow_none=True, validate=_within_bounds),
        required=True,
        validate=validate.Length(max=100),
    )


class DueQuestion(Strict):
    question_id = fields.String(required=True)
    why = fields.String(required=True, validate=validate.OneOf(("first", "yearly", "news", "pause")))


class AnswerBy(Strict):
    id = Id(required=True)
    name = fields.String(required=True)


class AnswerBefore(Strict):
    """One answer; `by` null: from her phone. `version` is that of the questions."""

    question_id = fields.String(required=True)
    answer = fields.Raw(required=True, allow_none=True)
    at = Instant(required=True)
    answered_on = Day(required=True)
    by = fields.Nested(AnswerBy, required=True, allow_none=True)
    version = fields.String(required=True)


class AnswerNow(AnswerBefore):
    """The newest answer to a question, and those before it, newest first."""

    earlier = fields.List(fields.Nested(AnswerBefore), required=True)


class Intake(Strict):
    """`open`: no safety question is due."""

    today = Day(required=True)
    open = fields.Boolean(required=True)
    due = fields.List(fields.Nested(DueQuestion), required=True)
    answers = fields.List(fields.Nested(AnswerNow), required=True)


@bp.get("/<client_id>/intake")
@bp.response(200, Intake)
def client_intake(client_id: str) -> dict[str, Any]:
    """What this client answered, the newest first with those before it, and what is to be asked today."""
    where = (deps.session(), deps.therapist(), deps.now(), deps.content(), deps.settings().secrets.master)
    return intake_desk.intake_of(*where, client_id)


@bp.post("/<client_id>/intake")
@bp.arguments(AnswersIn)
@bp.response(201, Intake)
def answer(data: dict[str, Any], client_id: str) -> dict[str, Any]:
    """Writes answers with the client in the room; they raise flags as those from her phone do."""
    where = (deps.session(), deps.therapist(), deps.now(), deps.content(), deps.settings().secrets.master)
    return intake_desk.answer(*where, client_id, data["answers"], data["id"])
