"""An export that somebody changed by hand: it is refused, or the inbox that takes it in stands as before."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cast import Cast
from tests.conftest import MONDAY
from tests.furnished import furnish

IMPORT = "/api/v1/clients/import"
AT = MONDAY.isoformat()
SOURCE = "00000000-0000-7000-8000-0000000000aa"
ALERT = {
    "cause": "red_flag", "source_id": SOURCE, "level": "urgent", "detail": {}, "created_at": AT, "withdrawn_at": None,
    "outcomes": [],
}  # fmt: skip


@pytest.fixture
def document(cast: Cast) -> dict[str, Any]:
    furnish(cast)
    return dict(cast.owner.http.get(f"/api/v1/clients/{cast.client.id}/export").json)


def take_in(cast: Cast, document: dict[str, Any], **alert: Any) -> Any:
    body = json.dumps({"export": {**document, "alerts": [{**ALERT, **alert}]}})
    return cast.stranger.http.post(IMPORT, data=body, content_type="application/json")


@pytest.mark.parametrize(
    "odd",
    [
        {"detail": {"flags": 5}},
        {"detail": {"flags": None}},
        {"detail": {"flags": [{"id": "rf_dvt"}]}},
        {"detail": {"flags": "rf_dvt"}},
        {"detail": {"flags": ["rf_dvt"], "at": "yesterday"}},
        {"detail": {"flags": ["rf_dvt"], "at": "2026-03-02T07:00:00"}},
        {"detail": {}},
        {"cause": "reaction", "detail": {"at": "2026-13-41"}},
        {"cause": "strong_pain", "detail": {"pain": 10**30}},
        {"cause": "strong_pain", "detail": {"pain": {"a": [1]}}},
        {"cause": "silence", "detail": {"days": 4, "last": "some day"}},
        {"cause": "dose", "detail": {"rule": ["D02"], "target": {"a": 1}}},
        {"cause": "of_tomorrow", "detail": {"at": "soon"}},
        {"cause": "of_tomorrow", "detail": {"text": "x" * 5000}},
        {"cause": "a:b", "detail": {}},
        {"cause": "", "detail": {}},
        {"level": "panic", "detail": {"flags": []}},
    ],
    ids=lambda one: str(one)[:80],
)  # fmt: skip
def test_an_alert_that_makes_no_sense_is_refused_by_its_place(
    cast: Cast, document: dict[str, Any], odd: dict[str, Any]
) -> None:
    answer = take_in(cast, document, **odd)
    assert answer.status_code == 422, answer.text
    assert all(name.startswith("export.alerts.0.") for name in answer.json["fields"]), answer.json
    assert cast.stranger.http.get("/api/v1/inbox").status_code == 200


@pytest.mark.parametrize(
    "sound",
    [
        {"detail": {"flags": ["rf_dvt"], "at": AT}},
        {"detail": {"flags": ["a_flag_of_tomorrow"], "at": AT}},
        {"cause": "of_tomorrow", "level": "info", "detail": {"code": "hurt", "many": 3, "at": AT}},
        {"cause": "silence", "level": "review", "source_id": "2026-W10", "detail": {"days": 4, "last": None}},
    ],
    ids=lambda one: str(one)[:80],
)
def test_one_that_makes_sense_stands_in_the_inbox_and_can_be_closed(
    cast: Cast, document: dict[str, Any], sound: dict[str, Any]
) -> None:
    assert take_in(cast, document, **sound).status_code == 201
    [item] = cast.stranger.http.get("/api/v1/inbox").json["items"]
    assert item["why"]["code"] == item["cause"]
    closing = {"id": item["id"], "outcome": "seen"}
    assert cast.stranger.http.post("/api/v1/inbox/close", json=closing).status_code == 204
    assert cast.stranger.http.get("/api/v1/inbox").json["items"] == []
