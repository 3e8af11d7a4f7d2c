"""Sync over HTTP: what a phone sends and reads."""

from __future__ import annotations

from tests import logs
from tests.cast import Cast
from tests.conftest import MONDAY


def test_every_kind_of_log_is_taken(cast: Cast) -> None:
    sent = [logs.make(kind) for kind in logs.BY_KIND if kind not in ("session", "hurt")]
    answer = cast.client.http.post("/api/v1/sync/logs", json=logs.batch(*sent, at=MONDAY))
    assert answer.status_code == 200, answer.json
    assert answer.json["results"] == [{"id": log["id"], "status": "stored"} for log in sent]
    got = cast.client.http.get("/api/v1/sync/logs").json["logs"]
    assert sorted(got, key=lambda x: x["id"]) == sorted(sent, key=lambda x: x["id"])
    print(cast.client.http.get("/api/v1/sync").json)
