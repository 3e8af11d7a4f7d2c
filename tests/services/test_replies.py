"""An answer hangs on one thing that a client told, comes back to that place, and both sides see that it was read."""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from sqlalchemy import select

from pith.config import Settings
from pith.content.loader import load_content
from pith.domain.errors import Conflict, Invalid, NotFound
from pith.services import practice, replies, retention, sync
from pith.services.transaction import AnySession, read, write
from pith.store.accounts import Client
from pith.store.deliveries import Delivery
from pith.store.practice import Log
from pith.store.replies import Reply
from tests import logs
from tests.cast import Cast
from tests.conftest import MONDAY, Clock
from tests.furnished import everywhere

WORDS = "Go softer on the left side for three days."


@pytest.fixture
def master(settings: Settings) -> bytes:
    return settings.secrets.master


def told(cast: Cast, *sent: dict[str, Any]) -> None:
    answer = cast.client.http.post("/api/v1/sync/logs", json=logs.batch(*sent, at=MONDAY))
    assert {one["status"] for one in answer.json["results"]} == {"stored"}


def answered(
    session: AnySession, cast: Cast, clock: Clock, master: bytes, log_id: str, text: str = WORDS
) -> dict[str, Any]:
    session.rollback()
    return replies.answer(session, cast.owner.actor, clock(), master, cast.client.id, log_id, text)


def at_the_desk(session: AnySession, cast: Cast, master: bytes, log_id: str) -> Any:
    session.rollback()
    page = practice.client_logs(session, cast.owner.actor, master, cast.client.id, None, 100)
    [row] = [one for one in page["logs"] if one["log"]["id"] == log_id]
    return row["reply"]


def on_the_phone(session: AnySession, cast: Cast, clock: Clock, master: bytes) -> tuple[str, list[dict[str, Any]]]:
    session.rollback()
    pulled = sync.pull(session, cast.client.actor, clock(), master, load_content())
    assert pulled.body is not None
    return pulled.view_version, orjson.loads(pulled.body)["replies"]


ANSWERED = [
    logs.make("question"),
    logs.make("note"),
    logs.make("hurt"),
    logs.make("session", word="Left was hard today."),
]


@pytest.mark.parametrize("log", ANSWERED, ids=[log["kind"] for log in ANSWERED])
def test_an_answer_comes_back_to_what_it_answers(
    session: AnySession, cast: Cast, clock: Clock, master: bytes, log: dict[str, Any]
) -> None:
    if "program_version" in log:
        program = {"base_version": 0, "days": [0], "reason": "First"}
        items = [{"technique_id": "scalp-glide", "level": 1}]
        url = f"/api/v1/clients/{cast.client.id}"
        assert cast.owner.http.post(f"{url}/clearance", json={"note": "Seen."}).status_code == 201
        assert cast.owner.http.post(f"{url}/program/versions", json=program | {"items": items}).status_code == 201
        log = log | {"program_version": 1}
    told(cast, log)
    before, _ = on_the_phone(session, cast, clock, master)
    by = {"id": cast.owner.id, "name": "Owner of Practice A"}
    expected = {"text": WORDS, "at": MONDAY, "by": by, "read_at": None}
    assert answered(session, cast, clock, master, log["id"]) == expected
    assert at_the_desk(session, cast, master, log["id"]) == expected
    after, there = on_the_phone(session, cast, clock, master)
    assert there == [{"log_id": log["id"], "text": WORDS, "at": "2026-03-02T07:00:00Z", "by": by["name"]}]
    assert after != before


def test_what_she_told_without_an_answer_says_so(session: AnySession, cast: Cast, master: bytes) -> None:
    note = logs.make("note")
    told(cast, note)
    assert at_the_desk(session, cast, master, note["id"]) is None


def test_her_phone_is_told_once_that_there_is_an_answer(
    session: AnySession, cast: Cast, clock: Clock, master: bytes
) -> None:
    note = logs.make("note")
    told(cast, note)
    answered(session, cast, clock, master, note["id"])
    with read(session):
        [line] = session.scalars(select(Delivery).where(Delivery.client_id == cast.client.id)).all()
        assert (line.kind, line.slot.partition(":")[0], line.recipient_id) == ("news", "answer", cast.client.id)


def test_the_desk_sees_when_it_was_first_read(session: AnySession, cast: Cast, clock: Clock, master: bytes) -> None:
    note = logs.make("note")
    told(cast, note)
    answered(session, cast, clock, master, note["id"])
    second = logs.make("read", what="answer", ref=note["id"], recorded_at="2026-03-02T06:59:00Z")
    first = logs.make("read", what="answer", ref=note["id"], recorded_at="2026-03-02T06:55:00Z")
    other = logs.make("read", what="answer", ref=logs.make("note")["id"], recorded_at="2026-03-02T06:50:00Z")
    told(cast, second, first, other)
    at = at_the_desk(session, cast, master, note["id"])["read_at"]
    assert at.isoformat() == "2026-03-02T06:55:00+00:00"


def test_there_is_one_answer_to_one_thing(session: AnySession, cast: Cast, clock: Clock, master: bytes) -> None:
    note = logs.make("note")
    told(cast, note)
    answered(session, cast, clock, master, note["id"])
    with pytest.raises(Conflict) as error:
        answered(session, cast, clock, master, note["id"], "Another one.")
    assert error.value.code == "answered"
    assert at_the_desk(session, cast, master, note["id"])["text"] == WORDS


@pytest.mark.parametrize("kind", ["setting", "consent", "check", "body"])
def test_what_asks_for_no_answer_gets_none(
    session: AnySession, cast: Cast, clock: Clock, master: bytes, kind: str
) -> None:
    log = logs.make(kind)
    told(cast, log)
    with pytest.raises(Invalid, match="another look"):
        answered(session, cast, clock, master, log["id"])


def test_what_she_took_back_is_not_answered(session: AnySession, cast: Cast, clock: Clock, master: bytes) -> None:
    note = logs.make("note")
    told(cast, note, logs.make("void", voids=note["id"]))
    with pytest.raises(Invalid):
        answered(session, cast, clock, master, note["id"])


def test_a_private_note_is_not_there_for_whoever_would_answer(
    session: AnySession, cast: Cast, clock: Clock, master: bytes
) -> None:
    diary, missing = logs.make("note", private=True), logs.make("note")
    told(cast, diary)
    for log in (diary, missing):
        with pytest.raises(NotFound):
            answered(session, cast, clock, master, log["id"])


def test_an_answer_to_another_clients_log_is_nowhere(
    session: AnySession, cast: Cast, clock: Clock, master: bytes
) -> None:
    note = logs.make("note")
    told(cast, note)
    session.rollback()
    with pytest.raises(NotFound):
        replies.answer(session, cast.owner.actor, clock(), master, cast.other_client.id, note["id"], WORDS)


def test_nobody_reads_it_in_the_tables(session: AnySession, cast: Cast, clock: Clock, master: bytes) -> None:
    note = logs.make("note")
    told(cast, note)
    answered(session, cast, clock, master, note["id"])
    assert everywhere(session, "softer on the left") == []


def test_a_phone_gets_the_newest_twenty(session: AnySession, cast: Cast, clock: Clock, master: bytes) -> None:
    notes = [logs.make("note") for _ in range(22)]
    told(cast, *notes)
    for note in notes:
        clock.forward(minutes=1)
        answered(session, cast, clock, master, note["id"])
    _, there = on_the_phone(session, cast, clock, master)
    assert [one["log_id"] for one in there] == [note["id"] for note in reversed(notes)][:20]


def test_an_answer_goes_with_what_it_answers(session: AnySession, cast: Cast, clock: Clock, master: bytes) -> None:
    note = logs.make("note")
    told(cast, note)
    answered(session, cast, clock, master, note["id"])
    clock.forward(days=366 * 11)
    retention.clear(session, clock(), master)
    with read(session):
        assert session.scalars(select(Log).where(Log.id == note["id"])).all() == []
        assert session.scalars(select(Reply)).all() == []
    with write(session):
        assert session.scalars(select(Client).where(Client.id == cast.client.id)).one()
