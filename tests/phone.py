"""A phone in Python: the outbox rules of the app, small enough to be believed, for tests that harm the network.

Its stores are the app's: `logs` (all it knows), `outbox` (not yet acknowledged), `attention` (refused). Its rules are
those of DESIGN 4: save log and outbox entry together; leave the outbox on stored, duplicate, deleted; park what is
refused; compare heads with every answer and send again what the server lost.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

from pith.domain.days import local_date, utc_offset_min
from pith.domain.sync import Head
from tests import logs

MAX_TRIES = 5
PUSH, PULL = "/api/v1/sync/logs", "/api/v1/sync"


class Lost(Exception):
    """No answer came: nobody knows what happened on the other side."""


@dataclass(frozen=True)
class Answer:
    """What came back; `body` is None when it was not JSON of the kind that this API speaks."""

    status: int
    headers: Mapping[str, str]
    body: Any


Transport = Callable[[str, str, bytes | None, dict[str, str]], Answer]


@dataclass
class Phone:
    """One client's data on one device. `now` is the device's clock, right or wrong."""

    client_id: str
    practice_id: str
    device_id: str
    now: Callable[[], datetime]
    zone: str = "Europe/Berlin"
    logs: dict[str, dict[str, Any]] = field(default_factory=dict)
    outbox: dict[str, int] = field(default_factory=dict)  # id -> tries
    attention: dict[str, str] = field(default_factory=dict)  # id -> status
    etag: str | None = None
    view: dict[str, Any] | None = None
    wiped: bool = False

    def save(self, kind: str, **changes: Any) -> dict[str, Any]:
        """A log is frozen, written and queued in one step."""
        at = self.now()
        log = logs.make(
            kind,
            at=at,
            local_date=local_date(at, self.zone).isoformat(),
            tz=self.zone,
            utc_offset_min=utc_offset_min(at, self.zone),
            **changes,
        )
        self.keep(log)
        return log

    def keep(self, log: dict[str, Any]) -> None:
        self.logs[log["id"]] = log
        self.outbox[log["id"]] = 0

    @property
    def sent(self) -> set[str]:
        """Ids that the server is believed to hold."""
        return self.logs.keys() - self.outbox.keys() - self.attention.keys()

    def sync(self, transport: Transport) -> str:
        """One run: push, then pull. `done`, or why it stopped: `later`, `signed_out`, `revoked`, `too_old`."""
        try:
            outcome = self._push_all(transport)
            return outcome if outcome != "done" else self._pull(transport)
        except Lost:
            return "later"

    def _push_all(self, transport: Transport) -> str:
        turned: set[str] = set()
        items = 100
        while batch := [one for one in sorted(self.outbox) if one not in turned][:items]:
            answer = transport("POST", PUSH, self._envelope(batch), {"Content-Type": "application/json"})
            if answer.status == 413 and len(batch) > 1:
                items = len(batch) // 2
            elif answer.status == 413:
                self._park(batch[0], "too_large")
            elif answer.status != 200:
                return self._stop_on(answer)
            elif not _is_answer(answer.body):
                return "later"
            else:
                self._settle(answer.body["results"])
                turned.update(batch)
        return "done"

    def _envelope(self, batch: list[str]) -> bytes:
        body = {
            "schema": 1,
            "device_id": self.device_id,
            "batch_id": logs.new_id(),
            "device_time": _text(self.now()),
            "logs": [self.logs[one] for one in batch],
        }
        return json.dumps(body).encode()

    def _settle(self, results: list[dict[str, Any]]) -> None:
        for result in results:
            log_id, status = result["id"], result["status"]
            if log_id not in self.outbox:
                continue
            if status in ("stored", "duplicate", "deleted"):
                del self.outbox[log_id]
                if status == "deleted":
                    del self.logs[log_id]
            elif status == "retry" and self.outbox[log_id] + 1 < MAX_TRIES:
                self.outbox[log_id] += 1
            else:
                self._park(log_id, status)

    def _park(self, log_id: str, status: str) -> None:
        self.attention[log_id] = status
        del self.outbox[log_id]

    def _pull(self, transport: Transport, fresh: bool = False) -> str:
        headers = {"If-None-Match": self.etag} if self.etag and not fresh else {}
        answer = transport("GET", PULL, None, headers)
        if answer.status == 304 and self.view is not None:
            return self._compare(transport, answer)
        if answer.status != 200:
            return self._stop_on(answer)
        if not isinstance(answer.body, dict) or "log_window" not in answer.body:
            return "later"
        me = answer.body["me"]
        if (me["client_id"], me["practice_id"]) != (self.client_id, self.practice_id):
            return "signed_out"
        self.view, self.etag = answer.body, answer.headers.get("ETag")
        return self._mend(transport, answer.body["log_window"])

    def _compare(self, transport: Transport, answer: Answer) -> str:
        first = (parsedate_to_datetime(answer.headers["Date"]) - timedelta(days=60)).date().isoformat()
        if answer.headers["Pith-Log-Head"] == Head().plus(self._sent_since(first)).text():
            return "done"
        return self._pull(transport, fresh=True)

    def _mend(self, transport: Transport, window: dict[str, Any]) -> str:
        there = set(window["ids"])
        for lost in [one for one in self._sent_since(window["from"]) if one not in there]:
            self.outbox[lost] = 0
        if there <= self.logs.keys():
            return "done"
        answer = transport("GET", PUSH, None, {})
        if answer.status != 200:
            return self._stop_on(answer)
        if not isinstance(answer.body, dict) or "logs" not in answer.body:
            return "later"
        for log in answer.body["logs"]:
            self.logs.setdefault(log["id"], log)
        return "done"

    def _sent_since(self, first: str) -> list[str]:
        return [one for one in self.sent if self.logs[one]["local_date"] >= first]

    def _stop_on(self, answer: Answer) -> str:
        body = answer.body if isinstance(answer.body, dict) else {}
        if answer.status == 410 and body.get("wipe") is True and body.get("client_id") == self.client_id:
            self.wiped = True
            self.logs.clear(), self.outbox.clear(), self.attention.clear()
            return "revoked"
        if answer.status in (401, 403, 404) and "code" in body:
            return "signed_out"
        return "too_old" if answer.status == 426 else "later"


def _is_answer(body: Any) -> bool:
    return isinstance(body, dict) and isinstance(body.get("results"), list)


def _text(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
