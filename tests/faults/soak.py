"""Phones that never rest: each saves logs, takes some back, and syncs through the harmful network."""

from __future__ import annotations

import http.client
import json
import random
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.cast import COOKIE, Someone
from tests.faults.proxy import FaultProxy
from tests.phone import Answer, Lost, Phone

PATIENCE_S = 5
KINDS = ("session", "session", "hurt", "note", "reaction", "consent", "setting")


def exchange(
    port: int, someone: Someone, method: str, path: str, body: bytes | None, headers: dict[str, str]
) -> Answer:
    """One exchange on a connection of its own. Raises Lost when no whole answer came."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
    try:
        connection.request(
            method, path, body, {**headers, "Cookie": f"{COOKIE}={someone.token}", "Connection": "close"}
        )
        answer = connection.getresponse()
        raw = answer.read()
        headers = dict(answer.getheaders())
        if answer.status == 304 and "Pith-Log-Head" not in headers:
            raise Lost  # cut within its headers: a browser takes no such answer, Python's client does
        return Answer(answer.status, headers, json.loads(raw) if raw else None)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise Lost from error
    finally:
        connection.close()


@dataclass
class Walker:
    """One phone and the person who carries it. `made` is everything ever saved on it that the server must take."""

    someone: Someone
    proxy: FaultProxy
    seed: int
    phone: Phone = field(init=False)
    made: dict[str, dict[str, Any]] = field(default_factory=dict)
    poison: set[str] = field(default_factory=set)
    outcomes: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        actor = self.someone.actor
        self.random = random.Random(self.seed)
        device_id = actor.device_id or ""
        self.phone = Phone(actor.id, actor.practice_id, device_id, lambda: datetime.now(UTC))

    def walk(self, until: threading.Event) -> None:
        while not until.is_set():
            self.live()
            self.outcomes.add(self.phone.sync(self.carry))
            until.wait(self.random.uniform(0, 0.2))

    def live(self) -> None:
        """A few logs, now and then one taken back or one that can only be refused."""
        for _ in range(self.random.randrange(0, 9)):
            chance = self.random.random()
            if chance < 0.02:
                self.poison.add(self.phone.save("note", text=None)["id"])
            elif chance < 0.2 and self.made:
                self._keep(self.phone.save("void", voids=self.random.choice(list(self.made))))
            else:
                self._keep(self.phone.save(kind := self.random.choice(KINDS), **self._worse(kind)))

    def _worse(self, kind: str) -> dict[str, Any]:
        """A practice of this minute after which pain was much worse, so that a dose is at stake; else nothing."""
        if kind != "session" or self.random.random() < 0.9:
            return {}
        now = datetime.now(UTC).isoformat().replace("+00:00", "Z")
        return {"started_at": now, "ended_at": now, "pain_before": 2, "pain_after": 9}

    def _keep(self, log: dict[str, Any]) -> None:
        self.made[log["id"]] = log

    def carry(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        return exchange(self.proxy.port, self.someone, method, path, body, headers)

    def finish(self, within_s: float) -> None:
        """Home, with a good network: everything leaves the outbox, the histories meet."""
        ends = time.monotonic() + within_s
        while self.phone.sync(self.carry) != "done" or self.phone.outbox:
            assert time.monotonic() < ends, f"still {len(self.phone.outbox)} unsent"
            time.sleep(0.05)


@dataclass
class Reader:
    """A therapist's desk that follows the feed with a cursor all along."""

    someone: Someone
    proxy: FaultProxy
    after: int = 0
    ids: list[str] = field(default_factory=list)

    def read_on(self, until: threading.Event) -> None:
        while not until.is_set():
            try:
                self._page(50)
            except Lost:
                until.wait(0.1)

    def catch_up(self) -> None:
        """Reads to the end of the feed."""
        while self._page(500):
            pass

    def _page(self, limit: int) -> bool:
        """One page; whether there is more. An answer of another kind, or none, leaves the cursor where it was."""
        path = f"/api/v1/logs?after={self.after}&limit={limit}"
        answer = exchange(self.proxy.port, self.someone, "GET", path, None, {})
        if answer.status != 200 or answer.body is None:
            return True
        self.ids += [entry["log"]["id"] for entry in answer.body["logs"]]
        self.after = answer.body["next"]
        return bool(answer.body["more"])


def merged(walkers: list[Walker], client_id: str) -> dict[str, list[dict[str, Any]]]:
    """Everything made by one client on all her phones."""
    return {one: [log] for walker in walkers if walker.someone.id == client_id for one, log in walker.made.items()}
