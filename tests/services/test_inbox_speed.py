"""Two hundred clients and ten thousand logs: the inbox answers within a second, and a look keeps nobody waiting."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import orjson
import pytest
from sqlalchemy import event, insert, text

from pith.config import Settings
from pith.content.loader import load_content
from pith.domain.inbox import alert_of
from pith.domain.practice import AlertRow
from pith.services import inbox
from pith.services.clients import new_client
from pith.services.inbox_round import Looks
from pith.services.transaction import AnySession, write
from pith.services.words import ClientKey
from pith.store.inbox import AlertOutcome
from pith.store.practice import Alert, Log
from pith.store.programs import ProgramVersion
from tests import logs
from tests.cast import Cast
from tests.conftest import MONDAY, Clock

CLIENTS, LOGS = 200, 10_000
WITHIN_S = 1.0
EVERY_DAY = [0, 1, 2, 3, 4, 5, 6]


def crowded(session: AnySession, cast: Cast, master: bytes) -> None:
    """Forty-eight days of practice a client, with a question and a stop; three in four of these alerts are closed."""
    owner = cast.owner.actor
    each = LOGS // CLIENTS
    rows: list[dict[str, Any]] = []
    alerts: list[dict[str, Any]] = []
    outcomes: list[dict[str, Any]] = []
    seq = 10
    with write(session):
        for number in range(CLIENTS):
            client = new_client(session, owner, MONDAY, master, f"Client {number}", "Europe/Berlin", "en")
            key = ClientKey(master, client.practice_id, client.id, client.text_key)
            session.execute(insert(ProgramVersion).values(_version(client.practice_id, client.id)))
            told = [logs.make("read", at=MONDAY - timedelta(days=each)), logs.make("question"), logs.make("hurt")]
            told += [logs.make("session", at=MONDAY - timedelta(days=back)) for back in range(each - len(told))]
            for item in told:
                seq += 1
                rows.append(_log(key, client.practice_id, client.id, item, seq))
                alert = alert_of(item, ())
                if alert is not None:
                    alerts.append(_alert(client.practice_id, client.id, alert))
                    if number % 4:
                        outcomes.append(_outcome(alerts[-1], owner.id))
        session.execute(insert(Log), rows)
        session.execute(insert(Alert), alerts)
        session.execute(insert(AlertOutcome), outcomes)
        if session.get_bind().dialect.name == "postgresql":
            session.execute(text("ANALYZE"))  # which it does by itself a minute after so many rows


def _version(practice_id: str, client_id: str) -> dict[str, Any]:
    first = (MONDAY - timedelta(days=60)).date().isoformat()
    item = {"technique_id": "temple-hold", "days": None, "dose_s": 300}
    return {
        "practice_id": practice_id, "client_id": client_id, "number": 1, "id": client_id, "base_version": 0,
        "author_id": practice_id, "author_name": "", "reason": "", "created_at": MONDAY - timedelta(days=60),
        "starts_on": first, "days": EVERY_DAY, "due_days": EVERY_DAY, "dose_s": 300, "with_setup_s": 320,
        "warnings": [], "content_version": "", "items": [item], "words": {},
    }  # fmt: skip


def _log(key: ClientKey, practice_id: str, client_id: str, item: dict[str, Any], seq: int) -> dict[str, Any]:
    said = {name: item[name] for name in ("text", "word") if name in item}
    plain = {name: value for name, value in item.items() if name not in said}
    return {
        "practice_id": practice_id, "client_id": client_id, "id": item["id"], "seq": seq, "kind": item["kind"],
        "digest": "", "local_date": item["local_date"], "device_id": client_id, "received_at": MONDAY, "skew_s": 0,
        "clock_suspect": False, "target": f"program:{item['ref']}" if item["kind"] == "read" else None,
        "body": orjson.dumps(plain).decode(),
        "words": key.seal("log", item["id"], orjson.dumps(said)) if said else None,
    }  # fmt: skip


def _alert(practice_id: str, client_id: str, alert: AlertRow) -> dict[str, Any]:
    detail = {**alert.detail, "at": MONDAY.isoformat()}
    return {
        "practice_id": practice_id, "client_id": client_id, "cause": alert.cause, "source_id": alert.source_id,
        "level": alert.level, "detail": detail, "created_at": MONDAY, "withdrawn_at": None,
    }  # fmt: skip


def _outcome(alert: dict[str, Any], by_id: str) -> dict[str, Any]:
    mine = {name: alert[name] for name in ("practice_id", "client_id", "cause", "source_id")}
    return {**mine, "number": 1, "outcome": "seen", "by_id": by_id, "by_name": "Owner", "at": MONDAY}


@contextmanager
def statements(session: AnySession) -> Iterator[list[str]]:
    """What is asked of the database meanwhile."""
    asked: list[str] = []
    engine = session.get_bind().engine

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", note)


def test_two_hundred_clients_and_ten_thousand_logs_take_less_than_a_second(
    session: AnySession, cast: Cast, clock: Clock, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    master = settings.secrets.master
    session.rollback()
    crowded(session, cast, master)
    worker = Looks(master)
    took, asked = {}, {}

    def items() -> int:
        return len(inbox.page(session, cast.owner.actor, clock(), load_content(), master)["items"])

    def slices() -> int:
        new = worker.begin(session, clock())
        while worker.more:
            began = time.perf_counter()
            new += worker.some(session, clock())
            took["a slice"] = max(took.get("a slice", 0.0), time.perf_counter() - began)
        return new

    for name, work in (
        ("the inbox", items),
        ("a look at everybody", slices),
        ("the inbox after it", items),
        ("the next look", slices),
    ):
        began = time.perf_counter()
        with statements(session) as said:
            found = work()
        took[name], asked[name] = time.perf_counter() - began, len(said)
        with capsys.disabled():
            print(
                f"\n{name}: {found} of {CLIENTS} clients and {LOGS} logs in {took[name] * 1000:.0f} ms,"
                f" {asked[name]} statements",
                end="",
            )
    with capsys.disabled():
        print(f"\nthe longest slice: {took['a slice'] * 1000:.0f} ms", end="")
    assert took["the inbox"] < WITHIN_S
    assert took["the inbox after it"] < WITHIN_S
    # However many clients wait, the page asks the same few questions.
    assert asked["the inbox"] == asked["the inbox after it"] <= 10
    # Reminders wait for a slice, and nobody for a look; one at which nothing is new costs next to nothing.
    assert took["a slice"] < WITHIN_S
    assert took["the next look"] < took["a look at everybody"] / 5
    assert asked["the next look"] <= 24
