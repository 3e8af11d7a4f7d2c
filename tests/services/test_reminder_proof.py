"""Whether reminders arrive, as the therapist's list says it: from a real ledger, in a fixed number of questions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import Engine, event, select

from pith.config import Settings
from pith.domain.reminder_proof import Browsers, Chosen, Proof, Told, proof_of
from pith.services import reminder_proof
from pith.services.reminders import TESTS_A_DAY
from pith.services.transaction import AnySession, read, write
from pith.store.deliveries import Delivery
from pith.store.reminders import PushSubscription, Reminder
from tests.cast import Cast, Someone, _Maker
from tests.conftest import Clock

CHOSEN_AT = datetime(2026, 3, 1, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def chose(session: AnySession, client: Someone, on: bool = True, calendar: bool = False) -> None:
    slots = [{"time": "07:00", "days": [0, 1, 2, 3, 4, 5, 6], "enabled": on}]
    with write(session):
        row = Reminder(practice_id=client.actor.practice_id, client_id=client.id, timezone="Europe/Berlin")
        row.follows_phone, row.slots, row.calendar, row.tzdata = True, slots, calendar, "2026a"
        row.next_due_at, row.changed_at = CHOSEN_AT + 24 * HOUR if on else None, CHOSEN_AT
        session.add(row)


def entered(session: AnySession, client: Someone, hours: int, status: str, **more: Any) -> None:
    """A line of the ledger that was settled so many hours after she chose."""
    at = CHOSEN_AT + hours * HOUR
    who = {"practice_id": client.actor.practice_id, "client_id": client.id, "recipient_id": client.id}
    day = {"local_date": at.date().isoformat(), "slot": f"{at:%H:%M}", "timezone": "UTC"}
    usual = {"id": str(uuid4()), "kind": "reminder", "channel": "push", "at": at, "not_after": at + HOUR}
    with write(session):
        session.add(Delivery(**{**who, **day, **usual, "status": status, "ended_at": at, **more}))


def subscribed(session: AnySession, client: Someone, ended_at: datetime | None = None) -> None:
    with write(session):
        session.add(
            PushSubscription(
                practice_id=client.actor.practice_id,
                person_id=client.id,
                client_id=client.id,
                hash=uuid4().hex * 2,
                endpoint="https://push.example.org/1",
                origin="https://push.example.org",
                p256dh="key",
                auth="auth",
                key_id="1",
                language="en",
                created_at=CHOSEN_AT,
                seen_at=CHOSEN_AT,
                ended_at=ended_at,
            )
        )


def proof(session: AnySession, client: Someone) -> Proof:
    with read(session):
        return reminder_proof.proofs(session, client.actor.practice_id)[client.id]


def test_the_list_says_of_each_client_whether_her_reminders_arrive(session: AnySession, cast: Cast) -> None:
    chose(session, cast.client)
    chose(session, cast.other_client)
    for client in (cast.client, cast.other_client):
        subscribed(session, client)
        entered(session, client, 24, "done", shown_at=CHOSEN_AT + 24 * HOUR)
    for hours in (48, 72):
        entered(session, cast.client, hours, "failed", reason="unreachable")
    rows = {row["name"]: row for row in cast.owner.http.get("/api/v1/clients").get_json()["clients"]}
    failing, fine = (rows[one.name]["reminders"] for one in (cast.client, cast.other_client))
    assert failing == {"state": "failed", "since": "2026-03-03T09:00:00.000Z", "reason": "unreachable"}
    assert fine == {"state": "shown", "since": "2026-03-02T09:00:00.000Z", "reason": None}


def test_who_turned_every_time_off_has_nothing_to_prove(session: AnySession, cast: Cast) -> None:
    chose(session, cast.client, on=False)
    chose(session, cast.other_client, calendar=True)
    assert proof(session, cast.client) == Proof("none")
    assert proof(session, cast.other_client) == Proof("none", reason="calendar")


def test_who_never_chose_and_who_is_in_another_practice_stays_out(session: AnySession, cast: Cast) -> None:
    chose(session, cast.strangers_client)
    assert proof(session, cast.client) == Proof("none")
    with read(session):
        assert list(reminder_proof.proofs(session, cast.owner.actor.practice_id)) == []


def test_a_subscription_that_ended_shows_at_once_and_not_at_the_next_reminder(session: AnySession, cast: Cast) -> None:
    chose(session, cast.client)
    entered(session, cast.client, 24, "done")
    subscribed(session, cast.client, ended_at=CHOSEN_AT + 30 * HOUR)
    assert proof(session, cast.client) == Proof("failed", CHOSEN_AT + 30 * HOUR, "no_channel")
    subscribed(session, cast.client)
    assert proof(session, cast.client) == Proof("accepted", CHOSEN_AT + 24 * HOUR)


def test_what_was_left_out_for_a_good_reason_says_nothing_of_the_phone(session: AnySession, cast: Cast) -> None:
    chose(session, cast.client)
    subscribed(session, cast.client)
    entered(session, cast.client, 24, "done")
    for hours, reason in ((48, "practised"), (72, "away"), (96, "quiet"), (120, "late")):
        entered(session, cast.client, hours, "skipped", reason=reason)
    entered(session, cast.client, 144, "sending", ended_at=None)
    assert proof(session, cast.client) == Proof("accepted", CHOSEN_AT + 24 * HOUR)
    entered(session, cast.client, 168, "skipped", reason="no_channel")
    assert proof(session, cast.client).state == "failed"


def test_what_a_therapist_was_sent_about_her_says_nothing_of_her_phone(session: AnySession, cast: Cast) -> None:
    chose(session, cast.client)
    subscribed(session, cast.client)
    entered(session, cast.client, 24, "done")
    entered(session, cast.client, 48, "failed", recipient_id=cast.owner.id, kind="alert", reason="refused")
    assert proof(session, cast.client).state == "accepted"


@pytest.mark.parametrize("pattern", ["++++", "----", "++--", "--++", "+-+-", "-++-+", "+", "-", "+--+---", "=", "-=+"])
def test_the_ends_of_the_newest_run_say_what_all_lines_would(session: AnySession, cast: Cast, pattern: str) -> None:
    """`=` is one that went out and one that failed at the same instant."""
    chose(session, cast.client)
    subscribed(session, cast.client)
    lines = []
    for place, sign in enumerate(pattern, start=1):
        at = CHOSEN_AT + place * HOUR
        for works in {"+": (True,), "-": (False,), "=": (True, False)}[sign]:
            status, reason = ("done", None) if works else ("failed", "refused")
            entered(session, cast.client, place, status, reason=reason, slot=f"{place} {works}")
            lines.append(Told(at, works, reason=reason))
    chosen = Chosen(True, False, CHOSEN_AT)
    assert proof(session, cast.client) == proof_of(chosen, lines, Browsers(1, CHOSEN_AT))


@contextmanager
def _counted(session: AnySession) -> Iterator[list[str]]:
    engine: Engine = session.get_bind()  # type: ignore[assignment]
    asked: list[str] = []

    def count(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", count)
    yield asked
    event.remove(engine, "before_cursor_execute", count)


def test_forty_clients_cost_no_more_questions_than_one(
    session: AnySession, cast: Cast, app: Flask, clock: Clock, settings: Settings
) -> None:
    with _counted(session) as few:
        proof(session, cast.client)
    maker = _Maker(app, session, settings, clock)
    for number in range(40):
        client = maker.client(cast.owner, f"Client {number}", str(uuid4()))
        chose(session, client)
        subscribed(session, client)
        for day in range(3):
            entered(session, client, 24 * day, "done")
    with _counted(session) as many, read(session):
        found = reminder_proof.proofs(session, cast.owner.actor.practice_id)
    assert len(many) == len(few)
    assert {one.state for one in found.values()} == {"accepted"}
    assert len(found) == 40


def test_a_therapist_sends_a_test_to_her_clients_phone_and_follows_it(session: AnySession, cast: Cast) -> None:
    base = f"/api/v1/clients/{cast.client.id}/push"
    sent = cast.owner.http.post(f"{base}/test")
    assert sent.status_code == 202
    line = session.scalars(select(Delivery).where(Delivery.id == sent.json["id"])).one()
    assert (line.recipient_id, line.kind) == (cast.client.id, "test")
    told = {"id": line.id, "status": "due", "reason": None, "shown_at": None}
    assert cast.owner.http.get(f"{base}/deliveries/{line.id}").json == told
    assert cast.client.http.get(f"/api/v1/push/deliveries/{line.id}").json == told
    others = f"/api/v1/clients/{cast.other_client.id}/push/deliveries/{line.id}"
    assert cast.owner.http.get(others).status_code == 404


def test_tests_of_the_therapist_and_of_the_client_count_together(session: AnySession, cast: Cast) -> None:
    base = f"/api/v1/clients/{cast.client.id}/push"
    for number in range(TESTS_A_DAY):
        who, path = (cast.owner, f"{base}/test") if number % 2 else (cast.client, "/api/v1/push/test")
        assert who.http.post(path).status_code == 202
    refused = cast.owner.http.post(f"{base}/test")
    assert (refused.status_code, list(refused.json["fields"])) == (422, ["test"])


@pytest.mark.parametrize("said", ["shown_at", "opened_at"])
def test_what_her_phone_showed_has_worked_though_nobody_knows_what_became_of_its_worker(
    session: AnySession, cast: Cast, said: str
) -> None:
    chose(session, cast.client)
    subscribed(session, cast.client)
    entered(session, cast.client, 24, "failed", reason="refused")
    entered(session, cast.client, 48, "failed", reason="unknown", **{said: CHOSEN_AT + 48 * HOUR})
    entered(session, cast.client, 72, "done")
    assert proof(session, cast.client) == Proof("accepted", CHOSEN_AT + 48 * HOUR)
    entered(session, cast.client, 96, "failed", reason="unknown", **{said: CHOSEN_AT + 96 * HOUR})
    assert proof(session, cast.client) == Proof("shown", CHOSEN_AT + 48 * HOUR)
