"""From a due slot to a line that is settled: once, in time, and by whoever is alive."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from pith.services import delivering, due
from pith.services.delivering import LEASE, WINDOW, Line, Settled
from pith.services.transaction import AnySession, read, write
from pith.store import claims
from pith.store.accounts import Client
from pith.store.deliveries import Delivery
from pith.store.reminders import Reminder
from tests import logs
from tests.cast import Cast
from tests.conftest import Clock
from tests.services.reminder_world import cleared, with_program

# 07:00 in Berlin, the zone of the cast's client; the clock of the tests stands at 07:00 UTC.
SEVEN = {"time": "07:00", "days": [0, 1, 2, 3, 4, 5, 6], "enabled": True}
DUE = datetime(2026, 3, 3, 6, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@dataclass
class Heard:
    """A way out that keeps what it was given; `dies` ends the worker in the middle of a window."""

    clock: Clock
    lines: list[Line] = field(default_factory=list)
    dies: bool = False
    answer: Callable[[Line], Settled] = lambda line: Settled(line, "done", "push")

    def send(self, lines: Sequence[Line]) -> Iterator[Settled]:
        for line in lines:
            self.lines.append(line)
            if self.dies:
                raise KeyboardInterrupt
            yield self.answer(line)

    def remember(self) -> None:
        pass


def practise(cast: Cast, clock: Clock, day: str) -> None:
    """The client keeps one technique on a local date, by a log as her phone sends it."""
    sent = logs.batch(logs.make("session", clock.now, local_date=day), at=clock.now)
    assert cast.client.http.post("/api/v1/sync/logs", json=sent).json["results"][0]["status"] == "stored"


def choose(session: AnySession, client: Any, clock: Clock, *slots: dict[str, Any], **more: Any) -> None:
    with write(session):
        cleared(session, client, clock.now)
        with_program(session, client, clock.now)
        row = Reminder(
            practice_id=client.actor.practice_id,
            client_id=client.id,
            timezone="Europe/Berlin",
            follows_phone=True,
            slots=list(slots or (SEVEN,)),
            changed_at=clock.now,
            **more,
        )
        due.place(row, clock.now)
        session.add(row)


def lines(session: AnySession) -> list[Delivery]:
    with read(session):
        found = session.scalars(select(Delivery).order_by(Delivery.local_date, Delivery.slot)).all()
        session.expunge_all()
        return list(found)


def round_of(session: AnySession, clock: Clock, out: Heard, worker: str = "one") -> int:
    due.claim(session, clock())
    return delivering.deliver(session, clock, worker, out)


@pytest.fixture
def out(clock: Clock) -> Heard:
    return Heard(clock)


def test_a_reminder_goes_out_once_in_its_minute_and_never_early(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    choose(session, cast.client, clock)
    clock.now = DUE - timedelta(seconds=1)
    assert round_of(session, clock, out) == 0
    for _ in range(60):
        clock.forward(seconds=1)
        round_of(session, clock, out)
    assert [(one.local_date, one.slot, one.kind) for one in out.lines] == [("2026-03-03", "07:00", "reminder")]
    [line] = lines(session)
    assert (line.status, line.channel) == ("done", "push")
    assert line.ended_at is not None
    assert DUE <= line.ended_at < DUE + MINUTE


def test_the_next_day_has_a_line_of_its_own(session: AnySession, cast: Cast, clock: Clock, out: Heard) -> None:
    choose(session, cast.client, clock)
    for day in range(3):
        clock.now = DUE + timedelta(days=day, minutes=1)
        round_of(session, clock, out)
    assert [one.local_date for one in out.lines] == ["2026-03-03", "2026-03-04", "2026-03-05"]


def test_a_server_that_was_down_from_7_to_15_sends_nothing(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    choose(session, cast.client, clock)
    clock.now = DUE + timedelta(hours=8)
    round_of(session, clock, out)
    assert out.lines == []
    assert [(one.status, one.reason) for one in lines(session)] == [("skipped", "late")]
    clock.now = DUE + timedelta(days=1, minutes=1)
    round_of(session, clock, out)
    assert [one.local_date for one in out.lines] == ["2026-03-04"]


def test_a_line_that_waited_too_long_is_not_sent_after_its_window(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    choose(session, cast.client, clock)
    clock.now = DUE + MINUTE
    due.claim(session, clock())
    clock.now = DUE + timedelta(minutes=91)
    delivering.deliver(session, clock, "one", out)
    assert out.lines == []
    assert [(one.status, one.reason) for one in lines(session)] == [("skipped", "late")]


def test_a_slot_that_was_served_is_not_served_again_when_she_chooses_anew(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    choose(session, cast.client, clock)
    clock.now = DUE + MINUTE
    round_of(session, clock, out)
    with write(session):
        row = session.scalars(select(Reminder)).one()
        row.timezone = "America/New_York"  # she flew west: it is not yet 7 on the same date there
        due.place(row, clock.now)
    clock.now = datetime(2026, 3, 3, 12, 1, tzinfo=UTC)
    round_of(session, clock, out)
    assert [one.local_date for one in out.lines] == ["2026-03-03"]


def test_who_has_practised_today_is_left_in_peace(session: AnySession, cast: Cast, clock: Clock, out: Heard) -> None:
    choose(session, cast.client, clock)
    clock.now = DUE - MINUTE
    practise(cast, clock, "2026-03-03")
    clock.now = DUE + MINUTE
    round_of(session, clock, out)
    assert [one.kind for one in out.lines if one.kind == "reminder"] == []
    assert [(one.status, one.reason) for one in lines(session) if one.kind == "reminder"] == [("skipped", "practised")]


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"quiet": {"from": "22:00", "to": "08:00"}}, "quiet"),
        ({"away_until": "2026-03-04"}, "away"),
    ],
)
def test_quiet_hours_and_days_away_are_kept(
    session: AnySession, cast: Cast, clock: Clock, out: Heard, more: dict[str, Any], why: str
) -> None:
    choose(session, cast.client, clock, **more)
    clock.now = DUE + MINUTE
    round_of(session, clock, out)
    assert out.lines == []
    assert [(one.status, one.reason) for one in lines(session)] == [("skipped", why)]


def test_who_is_no_client_any_more_is_not_reminded(session: AnySession, cast: Cast, clock: Clock, out: Heard) -> None:
    choose(session, cast.client, clock)
    with write(session):
        session.get_one(Client, (cast.client.actor.practice_id, cast.client.id)).archived_at = clock.now
    clock.now = DUE + MINUTE
    round_of(session, clock, out)
    assert [(one.status, one.reason) for one in lines(session)] == [("skipped", "ended")]


def test_seven_unanswered_ones_make_it_weekly_and_four_more_none(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    choose(session, cast.client, clock)
    for day in range(60):
        clock.now = DUE + timedelta(days=day, minutes=1)
        round_of(session, clock, out)
    days = [(datetime.fromisoformat(one.local_date).replace(tzinfo=UTC) - DUE).days + 1 for one in out.lines]
    assert days == [0, 1, 2, 3, 4, 5, 6, 13, 20, 27, 34]
    assert {one.reason for one in lines(session)} == {None, "fading", "faded"}


def test_one_practice_brings_the_daily_reminder_back(session: AnySession, cast: Cast, clock: Clock, out: Heard) -> None:
    choose(session, cast.client, clock)
    for day in range(9):
        clock.now = DUE + timedelta(days=day, minutes=1)
        round_of(session, clock, out)
    practise(cast, clock, "2026-03-11")
    clock.now = DUE + timedelta(days=9, minutes=1)
    round_of(session, clock, out)
    assert out.lines[-1].local_date == "2026-03-12"


def test_what_a_worker_claimed_and_left_is_taken_over_when_its_lease_is_over(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    choose(session, cast.client, clock)
    clock.now = DUE + MINUTE
    due.claim(session, clock())
    delivering._claimed(session, clock(), "dead")
    assert delivering.deliver(session, clock, "alive", out) == 0
    clock.now += LEASE + timedelta(seconds=1)
    assert delivering.deliver(session, clock, "alive", out) == 1
    assert len(out.lines) == 1


def test_what_a_worker_was_sending_when_it_died_is_not_sent_again(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    choose(session, cast.client, clock)
    clock.now = DUE + MINUTE
    with pytest.raises(KeyboardInterrupt):
        round_of(session, clock, Heard(clock, dies=True))
    for minutes in (5, 91):
        clock.now = DUE + timedelta(minutes=minutes)
        round_of(session, clock, out, "other")
    assert out.lines == []
    assert [(one.status, one.reason) for one in lines(session)] == [("failed", "unknown")]


def test_a_claim_that_was_taken_over_is_not_sent_by_the_slow_one_too(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    choose(session, cast.client, clock)
    clock.now = DUE + MINUTE
    due.claim(session, clock())
    _, [line] = delivering._claimed(session, clock(), "slow")
    clock.now += LEASE + timedelta(seconds=1)
    delivering._claimed(session, clock(), "quick")
    for worker, begun in (("slow", frozenset()), ("quick", {line.id}), ("quick", frozenset()), ("slow", frozenset())):
        with write(session):
            assert claims.begin_sending(session, worker, [line.id]) == begun


def test_what_a_push_service_did_not_take_is_tried_again_when_it_said_so(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    choose(session, cast.client, clock)
    clock.now = DUE + MINUTE
    again = clock.now + timedelta(minutes=2)
    out.answer = lambda line: Settled(line, "due", reason="busy", again_at=again)
    round_of(session, clock, out)
    with read(session):
        assert session.scalars(select(Delivery.at).where(Delivery.at == again)).all() == [again], "written as all are"
    round_of(session, clock, out)
    assert [one.tries for one in out.lines] == [0]
    clock.now = again
    out.answer = lambda line: Settled(line, "done", "push")
    round_of(session, clock, out)
    assert [one.tries for one in out.lines] == [0, 1]
    assert [(one.status, one.tries) for one in lines(session)] == [("done", 2)]


def test_windows_are_small(session: AnySession, cast: Cast, clock: Clock) -> None:
    slots = [{"time": f"{hour:02}:{minute:02}", "days": [1]} for hour in (7, 8) for minute in range(0, 60, 2)]
    choose(session, cast.client, clock, *slots)
    sizes = []

    class Counting(Heard):
        def send(self, lines: Sequence[Line]) -> Iterator[Settled]:
            sizes.append(len(lines))
            return super().send(lines)

    for minute in range(120):
        clock.now = DUE + timedelta(minutes=minute)
        due.claim(session, clock())
    clock.now = DUE + timedelta(minutes=80)
    delivering.deliver(session, clock, "one", Counting(clock))
    assert sum(sizes) > WINDOW
    assert max(sizes) == WINDOW
