"""A worker goes on, whatever goes wrong with one row, one window or one round."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta

import pytest

from pith.config import Settings
from pith.services import delivering, erasing, upkeep, worker
from pith.services.delivering import Line, Settled
from pith.services.reminders import choice_of, choose
from pith.services.transaction import AnySession, write
from tests.cast import Cast
from tests.conftest import Clock
from tests.services.ways_world import (
    DUE,
    MINUTE,
    Posting,
    Pushing,
    done,
    fates,
    may_practise,
    reminded_at,
    round_of,
    stops,
    ways_of,
)


@pytest.fixture
def out_of_order(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Rounds that raise, until the second one stops the worker. What it waited is not slept."""
    rounds: list[str] = []
    held = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}

    def fails(*_: object) -> bool:
        rounds.append("round")
        if len(rounds) > 1:
            signal.raise_signal(signal.SIGTERM)
        raise TypeError("a line of ours is wrong")

    monkeypatch.setattr(worker, "round_of_reminders", fails)
    monkeypatch.setattr(worker, "LONGEST_SLEEP", timedelta(milliseconds=1))
    yield rounds
    for number, handler in held.items():
        signal.signal(number, handler)


def run(session: AnySession, clock: Clock, settings: Settings, once: bool) -> None:
    house = upkeep.House(settings.secrets.master, "one")
    out = ways_of(session, clock, settings, Pushing(), Posting())
    worker.run(session, clock, "one", house, out, once)


def test_a_round_that_goes_wrong_is_logged_and_the_next_one_comes(
    session: AnySession, clock: Clock, settings: Settings, out_of_order: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    run(session, clock, settings, once=False)
    assert len(out_of_order) == 2
    assert "a line of ours is wrong" in caplog.text


def test_who_asks_for_one_round_is_told_that_it_went_wrong(
    session: AnySession, clock: Clock, settings: Settings, out_of_order: list[str]
) -> None:
    with pytest.raises(TypeError):
        run(session, clock, settings, once=True)
    assert len(out_of_order) == 1


class Poisoned:
    """A way out that raises for whatever a test says, in windows of one."""

    def __init__(self, bad: Callable[[Line], bool]) -> None:
        self.bad, self.lines = bad, list[Line]()

    def send(self, lines: Sequence[Line]) -> Iterator[Settled]:
        for line in lines:
            self.lines.append(line)
            if self.bad(line):
                raise TypeError("this line cannot be sent")
            yield done(line)

    def remember(self) -> None:
        """Nothing to learn."""


def test_a_line_that_cannot_be_sent_takes_no_other_window_with_it_and_an_alert_comes_again(
    session: AnySession, cast: Cast, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivering, "WINDOW", 1)
    may_practise(cast)
    stops(cast, clock, "sharp", "numb")
    out = Poisoned(lambda line: [one.kind for one in out.lines].count("alert") == 1 and line.kind == "alert")
    delivering.deliver(session, clock, "one", out)
    assert sorted(fates(session, "alert"), key=str) == [("done", "push", None), ("due", None, "unknown")]
    clock.forward(minutes=15)
    delivering.deliver(session, clock, "one", out)
    assert fates(session, "alert") == [("done", "push", None)] * 2


def test_a_reminder_that_may_have_gone_out_is_not_sent_again(session: AnySession, cast: Cast, clock: Clock) -> None:
    may_practise(cast)
    clock.now = DUE - timedelta(hours=1)
    reminded_at(session, cast.client, clock, "07:00")
    out = Poisoned(lambda line: line.kind == "reminder")
    for minutes in (1, 5, 30):
        clock.now = DUE + minutes * MINUTE
        round_of(session, clock, out)  # type: ignore[arg-type]
    assert fates(session) == [("failed", None, "unknown")]


def test_a_client_who_is_erased_while_she_is_reminded_gets_no_follow_up_and_stops_nobody(
    session: AnySession, cast: Cast, clock: Clock, settings: Settings
) -> None:
    may_practise(cast)
    clock.now = DUE - timedelta(hours=2)
    chosen = choice_of({"timezone": "Europe/Berlin", "slots": [{"time": "07:00"}], "follow_up_min": 60})
    choose(session, cast.client.actor, clock.now, cast.client.id, chosen)
    pushes = Pushing()

    def erased(line: Line) -> Settled:
        with write(session):
            assert line.client_id is not None
            erasing.erase_rows(session, clock.now, settings.secrets.master, line.practice_id, line.client_id)
        return done(line)

    pushes.fate = erased
    clock.now = DUE + MINUTE
    round_of(session, clock, ways_of(session, clock, settings, pushes, Posting()))
    assert fates(session) == fates(session, "follow_up") == []


def test_of_what_is_claimed_an_alert_goes_out_first(session: AnySession, cast: Cast, clock: Clock) -> None:
    may_practise(cast)  # which is news, and older
    clock.forward(minutes=1)
    stops(cast, clock, "sharp")
    pushes = Pushing()
    pushes.fate = done
    delivering.deliver(session, clock, "one", pushes)
    assert [line.kind for line in pushes.lines] == ["alert", "news"]
