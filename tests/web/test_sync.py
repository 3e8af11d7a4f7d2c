"""Sync over HTTP: every kind of log travels up and back, and the API document tells each of them apart."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask

from pith.domain.sync import KINDS
from tests import logs
from tests.cast import Cast
from tests.conftest import MONDAY
from tests.services.sync_world import assign


@pytest.fixture
def document(app: Flask) -> dict[str, Any]:
    return app.test_client().get("/api/v1/openapi.json").get_json()  # type: ignore[no-any-return]


def test_every_kind_of_log_is_taken_and_comes_back_as_it_was_sent(cast: Cast) -> None:
    assign(cast.owner, cast.client)
    sent = {log["id"]: log for log in (logs.make(kind) for kind in KINDS)}
    answer = cast.client.http.post("/api/v1/sync/logs", json=logs.batch(*sent.values(), at=MONDAY))
    assert answer.status_code == 200
    assert answer.get_json() == {
        "server_time": "2026-03-02T07:00:00.000Z",
        "results": [{"id": one, "status": "stored"} for one in sent],
    }
    back = cast.client.http.get("/api/v1/sync/logs").get_json()["logs"]
    assert {log["id"]: log for log in back} == sent


def test_a_log_in_the_document_is_one_of_fifteen_told_apart_by_kind(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    log = schemas["Log"]
    assert log["discriminator"]["propertyName"] == "kind"
    assert list(log["discriminator"]["mapping"]) == list(KINDS)
    for kind, ref in log["discriminator"]["mapping"].items():
        schema = schemas[ref.rsplit("/", 1)[1]]
        assert {"$ref": ref} in log["oneOf"]
        assert schema["properties"]["kind"]["enum"] == [kind]
        assert schema["additionalProperties"] is False
        assert set(schema["required"]) <= logs.make(kind).keys() <= schema["properties"].keys()


def test_every_door_that_speaks_of_logs_refers_to_that_one_schema(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    log = {"$ref": "#/components/schemas/Log"}
    assert schemas["PushBatch"]["properties"]["logs"]["items"] == log
    assert schemas["StoredLogs"]["properties"]["logs"]["items"] == log
    assert schemas["Told"]["properties"]["log"]["allOf"] == [log]
    assert schemas["FeedEntry"]["properties"]["log"]["allOf"] == [log]
    assert schemas["SyncView"]["properties"]["earlier"]["items"]["$ref"].rsplit("/", 1)[1] in schemas


@pytest.mark.parametrize("path", ["/api/v1/sync", "/api/v1/sync/logs"])
def test_the_doors_of_a_phone_do_not_exist_for_a_therapist_nor_for_nobody(cast: Cast, app: Flask, path: str) -> None:
    assert cast.owner.http.get(path).status_code == 404
    answer = app.test_client().get(path)
    assert (answer.status_code, answer.get_json()["code"]) == (401, "session_expired")


def test_nobody_and_a_therapist_cannot_push(cast: Cast, app: Flask) -> None:
    body = logs.batch(logs.make("note"))
    assert app.test_client().post("/api/v1/sync/logs", json=body).status_code == 401
    assert cast.owner.http.post("/api/v1/sync/logs", json=body).status_code == 404


@pytest.mark.parametrize("path", ["/api/v1/logs", "/api/v1/clients/{}/logs"])
def test_a_client_reads_nothing_through_the_doors_of_therapists(cast: Cast, path: str) -> None:
    assert cast.client.http.get(path.format(cast.client.id)).status_code == 404
