"""What tests of the intake share: answers from a phone and from the room, and what is due after them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pith.content.loader import load_content
from tests import logs
from tests.cast import Cast, Someone
from tests.conftest import MONDAY
from tests.services import sync_world

Json = dict[str, Any]
POLICY = load_content().policy
SAFETY = [asked.id for asked in POLICY.intake if asked.safety and not asked.show_if]
CALF = {"region": "calf", "side": "left"}


def push(who: Someone, *told: Any, at: datetime = MONDAY) -> None:
    """From a phone whose clock is right."""
    assert set(sync_world.push(who, *told, at=at)) == {"stored"}


def path(cast: Cast) -> str:
    return f"/api/v1/clients/{cast.client.id}/intake"


def intake(cast: Cast, of: Someone | None = None) -> Json:
    answer = (of or cast.owner).http.get(path(cast))
    assert answer.status_code == 200, answer.text
    found: Json = answer.get_json()
    return found


def write(cast: Cast, answers: Json, status: int = 201) -> Json:
    answer = cast.owner.http.post(path(cast), json={"answers": answers})
    assert answer.status_code == status, answer.text
    found: Json = answer.get_json()
    return found


def due(cast: Cast) -> dict[str, str]:
    return {one["question_id"]: one["why"] for one in intake(cast)["due"]}


def answers(cast: Cast) -> dict[str, Json]:
    return {one["question_id"]: one for one in intake(cast)["answers"]}


def clear_answer(question: str) -> Any:
    """A word that tells nothing is there."""
    asked = POLICY.questions[question]
    word = next((word for word in ("none", "no", "all fine", "over 3 months") if word in asked.words), 40)
    return [word] if "multi" in asked.asks else word


def told_all(**changes: Any) -> list[Json]:
    return [logs.make("intake", question_id=name, answer=changes.get(name, clear_answer(name))) for name in SAFETY]


def flags_on(cast: Cast) -> list[str]:
    found = cast.owner.http.get(f"/api/v1/clients/{cast.client.id}/flags").get_json()
    return [flag["flag_id"] for flag in found["flags"]]


def listed(cast: Cast) -> Json:
    rows = cast.owner.http.get("/api/v1/clients").get_json()["clients"]
    return next(row["safety"] for row in rows if row["id"] == cast.client.id)
