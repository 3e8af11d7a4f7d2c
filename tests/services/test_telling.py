"""News to a client and alerts to therapists: entered with what they are about, looked at once more before they go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import time, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from pith.domain.reminders import Choice, Quiet
from pith.services import delivering, reminders, telling, worker
from pith.services.clients import give_access
from pith.services.delivering import Line, Settled
from pith.services.inbox import close
from pith.services.transaction import AnySession, read, write
from pith.store.accounts import Client, Therapist
from pith.store.deliveries import Delivery
from pith.store.reminders import Reminder
from tests import logs
from tests.cast import Cast, Someone
from tests.conftest import Clock
from tests.services.sync_world import assign

MINUTE = timedelta(minutes=1)


class Heard:
    """A way out that takes everything."""

    def __init__(self) -> None:
        self.lines: list[Line] = []

    def send(self, lines: Sequence[Line]) -> Iterator[Settled]:
        for line in lines:
            self.lines.append(line)
            yield Settled(line, "done", "push")

    def remember(self) -> None:
        """Nothing to learn."""


@pytest.fixture
def out() -> Heard:
    return Heard()


@pytest.fixture
def practising(session: AnySession, cast: Cast, clock: Clock) -> None:
    """She has a program, and was told so."""
    assign(cast.owner, cast.client)
    sends(session, clock, Heard())


ALERTS = pytest.mark.usefixtures("practising")


def lines(session: AnySession, kind: str) -> list[Delivery]:
    with read(session):
        found = session.scalars(select(Delivery).where(Delivery.kind == kind).order_by(Delivery.at, Delivery.id)).all()
        session.expunge_all()
        return list(found)


def told(session: AnySession, cast: Cast, clock: Clock, what: Any = "program") -> None:
    with write(session):
        telling.tell_client(session, cast.client.actor.practice_id, cast.client.id, what, clock())


def sends(session: AnySession, clock: Clock, out: Heard) -> None:
    delivering.deliver(session, clock, "one", out)


def push_logs(phone: Someone, clock: Clock, *made: dict[str, Any]) -> None:
    sent = phone.http.post("/api/v1/sync/logs", json=logs.batch(*made, at=clock.now))
    assert {one["status"] for one in sent.json["results"]} == {"stored"}


def void(clock: Clock, of: dict[str, Any]) -> dict[str, Any]:
    return logs.make("void", clock.now, voids=of["id"])


def row_of(session: AnySession, who: Someone) -> Client:
    return session.get_one(Client, (who.actor.practice_id, who.id))


def test_a_new_program_is_told_at_once_and_once(session: AnySession, cast: Cast, clock: Clock, out: Heard) -> None:
    assign(cast.owner, cast.client)
    sends(session, clock, out)
    [line] = lines(session, "news")
    assert (line.recipient_id, line.client_id, line.status) == (cast.client.id, cast.client.id, "done")
    assert line.slot.startswith("program:")
    assert len(out.lines) == 1


def test_who_has_no_phone_yet_is_told_nothing(session: AnySession, cast: Cast, clock: Clock) -> None:
    made = cast.owner.http.post("/api/v1/clients", json={"name": "New", "timezone": "Europe/Berlin"}).json
    with write(session):
        telling.tell_client(session, cast.client.actor.practice_id, made["id"], "program", clock())
    assert lines(session, "news") == []


def test_many_changes_are_one_at_once_and_one_at_the_end_of_five_minutes(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    for _ in range(10):
        told(session, cast, clock)
        sends(session, clock, out)
        clock.forward(seconds=20)
    clock.forward(minutes=5)
    sends(session, clock, out)
    found = lines(session, "news")
    assert [one.status for one in found] == ["done", "done"]
    assert found[1].at - found[0].at == 5 * MINUTE


def test_a_program_and_an_answer_within_five_minutes_say_the_third_sentence(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    told(session, cast, clock)
    sends(session, clock, out)
    clock.forward(minutes=1)
    told(session, cast, clock, "answer")
    clock.forward(minutes=1)
    told(session, cast, clock, "program")
    assert [one.slot.partition(":")[0] for one in lines(session, "news")] == ["program", "news"]


def test_news_wait_for_the_end_of_her_quiet_hours(session: AnySession, cast: Cast, clock: Clock) -> None:
    with write(session):
        who = {"practice_id": cast.client.actor.practice_id, "client_id": cast.client.id}
        quiet = {"from": "07:00", "to": "09:30"}  # 08:00 in Berlin now
        session.add(
            Reminder(
                **who,
                timezone="Europe/Berlin",
                follows_phone=True,
                slots=[],
                quiet=quiet,
                tzdata="",
                changed_at=clock(),
            )
        )
    told(session, cast, clock)
    assert [one.at for one in lines(session, "news")] == [clock.now + 90 * MINUTE]


def test_who_was_put_away_is_told_nothing_even_where_it_was_entered_before(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    told(session, cast, clock)
    with write(session):
        row_of(session, cast.client).archived_at = clock()
    told(session, cast, clock)
    sends(session, clock, out)
    assert out.lines == []
    assert [(one.status, one.reason) for one in lines(session, "news")] == [("skipped", "ended")]


@ALERTS
def test_a_stop_reaches_everybody_who_may_see_her_and_nobody_else(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    push_logs(cast.client, clock, logs.make("hurt", clock.now, feeling="sharp"))
    assert {one.recipient_id for one in lines(session, "alert")} == {cast.owner.id}
    give_access(session, cast.owner.actor, clock(), cast.client.id, cast.colleague.id)
    push_logs(cast.client, clock, logs.make("hurt", clock.now, feeling="numb"))
    clock.forward(minutes=10)
    sends(session, clock, out)
    found = lines(session, "alert")
    assert sorted(one.recipient_id for one in found) == sorted([cast.owner.id, cast.owner.id, cast.colleague.id])
    assert {one.client_id for one in found} == {cast.client.id}
    assert {one.status for one in found} == {"done"}
    assert all(one.not_after - one.at == timedelta(hours=24) for one in found)


@ALERTS
def test_a_red_flag_reaches_her_therapist(session: AnySession, cast: Cast, clock: Clock) -> None:
    push_logs(cast.client, clock, logs.make("flag", clock.now, flag_id="rf_dvt"))
    assert [one.recipient_id for one in lines(session, "alert")] == [cast.owner.id]


@ALERTS
def test_what_can_wait_stays_in_the_inbox(session: AnySession, cast: Cast, clock: Clock) -> None:
    push_logs(cast.client, clock, logs.make("hurt", clock.now, feeling="too_much"))
    assert lines(session, "alert") == []


@ALERTS
def test_the_same_stop_sent_twice_is_told_once(session: AnySession, cast: Cast, clock: Clock) -> None:
    stop = logs.make("hurt", clock.now, feeling="sharp")
    push_logs(cast.client, clock, stop)
    cast.client.http.post("/api/v1/sync/logs", json=logs.batch(stop, at=clock.now))
    assert len(lines(session, "alert")) == 1


@ALERTS
def test_one_that_was_taken_back_before_it_went_out_does_not_go_out(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    stop = logs.make("hurt", clock.now, feeling="sharp")
    push_logs(cast.client, clock, stop)
    push_logs(cast.client, clock, void(clock, stop))
    sends(session, clock, out)
    assert out.lines == []
    assert [(one.status, one.reason) for one in lines(session, "alert")] == [("skipped", "withdrawn")]


@ALERTS
def test_one_that_a_therapist_closed_before_it_went_out_does_not_go_out(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    """She has seen the first one, and what came with it."""
    stops = [logs.make("hurt", clock.now, feeling=feeling) for feeling in ("sharp", "numb")]
    for stop in stops:
        push_logs(cast.client, clock, stop)
        sends(session, clock, out)
    session.rollback()
    close(session, cast.owner.actor, clock(), f"{cast.client.id}:hurt:{stops[1]['id']}", "called")
    clock.forward(minutes=10)
    sends(session, clock, out)
    assert sorted(one.status for one in lines(session, "alert")) == ["done", "skipped"]


@ALERTS
def test_one_that_arrives_taken_back_is_not_even_entered(session: AnySession, cast: Cast, clock: Clock) -> None:
    stop = logs.make("hurt", clock.now, feeling="sharp")
    push_logs(cast.client, clock, void(clock, stop))
    push_logs(cast.client, clock, stop)
    assert lines(session, "alert") == []


@ALERTS
def test_who_left_or_lost_sight_of_her_meanwhile_is_not_told(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    give_access(session, cast.owner.actor, clock(), cast.client.id, cast.colleague.id)
    push_logs(cast.client, clock, logs.make("hurt", clock.now, feeling="sharp"))
    with write(session):
        session.get_one(Therapist, (cast.colleague.actor.practice_id, cast.colleague.id)).ended_at = clock()
    sends(session, clock, out)
    assert [one.recipient_id for one in out.lines] == [cast.owner.id]
    assert sorted((one.status, one.reason or "") for one in lines(session, "alert")) == [
        ("done", ""),
        ("skipped", "ended"),
    ]


@ALERTS
def test_the_stop_of_a_client_who_was_put_away_waits_in_the_inbox(
    session: AnySession, cast: Cast, clock: Clock
) -> None:
    with write(session):
        row_of(session, cast.client).archived_at = clock()
    push_logs(cast.client, clock, logs.make("hurt", clock.now, feeling="sharp"))
    assert lines(session, "alert") == []


@ALERTS
def test_a_worker_that_sleeps_wakes_for_an_alert_within_five_seconds(
    session: AnySession, cast: Cast, clock: Clock
) -> None:
    assert worker._until_next(session, clock()) <= timedelta(seconds=5)
    push_logs(cast.client, clock, logs.make("hurt", clock.now, feeling="sharp"))
    assert worker._until_next(session, clock()) == worker.SHORTEST_SLEEP


def test_news_that_are_claimed_in_her_quiet_hours_wait_for_their_end(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    told(session, cast, clock)  # 08:00 in Berlin
    quiet = Quiet(time(7), time(9, 30))
    reminders.choose(session, cast.client.actor, clock(), cast.client.id, Choice("Europe/Berlin", (), quiet=quiet))
    sends(session, clock, out)
    assert out.lines == []
    clock.forward(minutes=90)
    sends(session, clock, out)
    assert [(one.status, one.at) for one in lines(session, "news")] == [("done", clock.now)]
