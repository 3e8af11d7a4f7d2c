"""A practice with phones in it, made through the API as real people would: some only read, the others send."""

from __future__ import annotations

import http.client
import json
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.bench.payload import Batches, session_log
from tests.e2e.api import Browserless, Therapist

HISTORY_DAYS = 42
PROGRAM = [
    {"technique_id": "scalp-glide", "level": 1},
    {"technique_id": "temple-hold", "level": 1},
    {"technique_id": "jaw-hold", "level": 1},
    {"technique_id": "foot-ball-hold", "level": 1},
]


@dataclass
class Phone:
    """A paired phone: its cookie, the view it holds, and its endless outbox."""

    cookie: str
    etag: str
    batches: Batches


def phones(origin: str, therapist: Therapist, number: int, history: bool) -> list[Phone]:
    """Paired clients with a four-technique program; with `history`, six weeks of daily sessions each."""
    return [_phone(origin, therapist, f"Client {n} {'reads' if history else 'sends'}", history) for n in range(number)]


def _phone(origin: str, therapist: Therapist, name: str, history: bool) -> Phone:
    client_id = therapist.add_client(name)
    therapist.clear(client_id)
    version = therapist.assign(client_id, PROGRAM)
    token = therapist.invite(client_id).rpartition("#")[2]
    browser = Browserless(origin)
    device_id = str(uuid.uuid4())
    paired = browser.call(
        "POST", "/api/v1/session/pair", {"token": token, "device": {"id": device_id, "label": "Phone"}}
    )
    cookie = f"{browser.cookie()['name']}={browser.cookie()['value']}"
    if history:
        _practise(browser, version, paired["device_id"])
    return Phone(cookie, _etag(origin, cookie), Batches(version, paired["device_id"]))


def _practise(browser: Browserless, version: dict[str, Any], device_id: str) -> None:
    now = datetime.now(UTC)
    logs = [session_log(version, now - timedelta(days=n)) for n in range(HISTORY_DAYS)]
    body = {
        "schema": 1,
        "device_id": device_id,
        "batch_id": str(uuid.uuid4()),
        "device_time": now.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "logs": logs,
    }
    results = browser.call("POST", "/api/v1/sync/logs", body)["results"]
    assert {result["status"] for result in results} == {"stored"}, json.dumps(results[0])


def _etag(origin: str, cookie: str) -> str:
    connection = http.client.HTTPConnection(origin.removeprefix("http://"), timeout=30)
    connection.request("GET", "/api/v1/sync", headers={"Cookie": cookie})
    answer = connection.getresponse()
    assert answer.status == 200, answer.read()
    answer.read()
    connection.close()
    return str(answer.headers["ETag"])
