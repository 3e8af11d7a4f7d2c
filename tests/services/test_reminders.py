"""What a client chose, what she puts off, and what she is told of whether reminders arrive."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import select

from pith.domain.errors import Invalid, NotFound
from pith.domain.reminders import SNOOZES_A_DAY, Choice, Quiet, Slot
from pith.services import delivering, due, reminders
from pith.services.transaction import AnySession, read, write
from pith.store.deliveries import Delivery
from pith.store.reminders import Reminder
from tests.cast import Cast
from tests.conftest import Clock
from tests.services.reminder_world import cleared, with_program
from tests.services.test_delivering import DUE, Heard, lines, practise

CHOICE = Choice("Europe/Berlin", (Slot(time(7)),))


def round_of(session: AnySession, clock: Clock, out: Heard) -> None:
    due.claim(session, clock())
    delivering.deliver(session, clock, "one", out)


@pytest.fixture
def out(clock: Clock) -> Heard:
    return Heard(clock)


def came_at_seven(session: AnySession, cast: Cast, clock: Clock, out: Heard, choice: Choice = CHOICE) -> str:
    """Her reminder of the 3rd of March went out just now; its id."""
    with write(session):
        cleared(session, cast.client, clock())
        with_program(session, cast.client, clock())
    reminders.choose(session, cast.client.actor, clock(), cast.client.id, choice)
    clock.now = DUE + timedelta(minutes=1)
    round_of(session, clock, out)
    return out.lines[-1].id


def test_a_choice_is_shown_as_it_was_made(session: AnySession, cast: Cast, clock: Clock) -> None:
    told = Choice(
        "Asia/Kathmandu",
        (Slot(time(7), frozenset({0, 4})), Slot(time(21, 30), enabled=False)),
        follows_phone=False,
        quiet=Quiet(time(22), time(6)),
        away_until=date(2026, 3, 9),
        follow_up_min=60,
        calendar=True,
    )
    shown = reminders.choose(session, cast.client.actor, clock(), cast.client.id, told)
    assert shown == reminders.reminders_of(session, cast.owner.actor, cast.client.id)
    assert {name: shown[name] for name in ("timezone", "follows_phone", "quiet", "away_until")} == {
        "timezone": "Asia/Kathmandu",
        "follows_phone": False,
        "quiet": {"from": "22:00", "to": "06:00"},
        "away_until": "2026-03-09",
    }
    assert (shown["follow_up_min"], shown["calendar"]) == (60, True)
    assert shown["slots"] == [
        {"time": "07:00", "days": [0, 4], "enabled": True},
        {"time": "21:30", "days": [0, 1, 2, 3, 4, 5, 6], "enabled": False},
    ]
    assert shown["next_due_at"] == datetime(2026, 3, 6, 1, 15, tzinfo=UTC)


def test_who_chose_nothing_is_reminded_of_nothing(session: AnySession, cast: Cast) -> None:
    shown = reminders.reminders_of(session, cast.client.actor, cast.client.id)
    assert (shown["slots"], shown["next_due_at"], shown["calendar"]) == ([], None, False)
    assert (shown["last"], shown["fading"], shown["browsers"]) == (None, None, 0)
    assert shown["mail"] == {"state": "unavailable", "address": None}


def test_whose_calendar_reminds_her_is_sent_no_slot(session: AnySession, cast: Cast, clock: Clock, out: Heard) -> None:
    reminders.choose(session, cast.client.actor, clock(), cast.client.id, replace(CHOICE, calendar=True))
    clock.now = DUE + timedelta(minutes=1)
    round_of(session, clock, out)
    assert out.lines == []
    assert [(one.status, one.reason) for one in lines(session)] == [("skipped", "calendar")]


def test_a_snooze_in_the_app_needs_no_notification(session: AnySession, cast: Cast, clock: Clock, out: Heard) -> None:
    reminders.snooze(session, cast.client.actor, clock(), None, 30)
    [line] = lines(session)
    assert (line.kind, line.at, line.local_date) == ("snooze", clock.now + timedelta(minutes=30), "2026-03-02")
    assert line.not_after == clock.now + timedelta(minutes=120)


def test_a_snooze_that_lies_ahead_is_moved_and_not_doubled(session: AnySession, cast: Cast, clock: Clock) -> None:
    for minutes in (30, 45, 10):
        reminders.snooze(session, cast.client.actor, clock(), None, minutes)
    assert [one.at for one in lines(session)] == [clock.now + timedelta(minutes=10)]


def test_one_may_snooze_in_the_app_five_times_a_date(session: AnySession, cast: Cast, clock: Clock) -> None:
    for _ in range(SNOOZES_A_DAY):
        reminders.snooze(session, cast.client.actor, clock(), None, 5)
        with write(session):  # it came
            for line in session.scalars(select(Delivery)):
                line.status = "done"
    with pytest.raises(Invalid) as refused:
        reminders.snooze(session, cast.client.actor, clock(), None, 5)
    assert set(refused.value.fields) == {"minutes"}
    clock.forward(days=1)
    reminders.snooze(session, cast.client.actor, clock(), None, 5)
    assert len(lines(session)) == SNOOZES_A_DAY + 1


def test_a_snooze_of_anothers_notification_is_of_nothing(session: AnySession, cast: Cast, clock: Clock) -> None:
    told = reminders.send_test(session, cast.other_client.actor, clock())
    with pytest.raises(NotFound):
        reminders.snooze(session, cast.client.actor, clock(), told, 30)


def test_a_therapist_tries_out_pushes_too(session: AnySession, cast: Cast, clock: Clock, out: Heard) -> None:
    told = reminders.send_test(session, cast.owner.actor, clock())
    round_of(session, clock, out)
    assert [(one.recipient_id, one.client_id, one.kind) for one in out.lines] == [(cast.owner.id, None, "test")]
    reminders.received(session, cast.owner.actor, clock(), [(told, "shown")])
    fate = reminders.fate(session, cast.owner.actor, told)
    assert (fate["status"], fate["shown_at"]) == ("done", clock.now)
    with pytest.raises(NotFound):
        reminders.fate(session, cast.colleague.actor, told)


def test_receipts_of_others_say_nothing(session: AnySession, cast: Cast, clock: Clock) -> None:
    told = reminders.send_test(session, cast.client.actor, clock())
    for other in (cast.other_client, cast.owner, cast.strangers_client):
        reminders.received(session, other.actor, clock(), [(told, "shown"), (told, "opened")])
    with read(session):
        line = session.scalars(select(Delivery)).one()
        assert (line.shown_at, line.opened_at) == (None, None)


def test_other_rules_of_time_zones_put_every_reminder_anew(
    session: AnySession, cast: Cast, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    reminders.choose(session, cast.client.actor, clock(), cast.client.id, CHOICE)
    with write(session):
        row = session.scalars(select(Reminder)).one()
        row.next_due_at, row.tzdata = DUE + timedelta(hours=1), "2020.1"
    assert due.recompute(session, clock()) == 1
    assert due.recompute(session, clock()) == 0
    with read(session):
        assert session.scalars(select(Reminder.next_due_at)).one() == DUE


def test_a_choice_that_cannot_be_kept_changes_nothing(session: AnySession, cast: Cast, clock: Clock) -> None:
    reminders.choose(session, cast.client.actor, clock(), cast.client.id, CHOICE)
    with pytest.raises(Invalid):
        reminders.choose(session, cast.client.actor, clock(), cast.client.id, replace(CHOICE, follow_up_min=1))
    assert reminders.reminders_of(session, cast.client.actor, cast.client.id)["follow_up_min"] is None


@pytest.mark.parametrize("who", ["colleague", "stranger", "other_client", "strangers_client"])
def test_whoever_was_not_given_her_neither_sees_nor_sets_her_reminders(
    session: AnySession, cast: Cast, clock: Clock, who: str
) -> None:
    actor = getattr(cast, who).actor
    with pytest.raises(NotFound):
        reminders.reminders_of(session, actor, cast.client.id)
    with pytest.raises(NotFound):
        reminders.choose(session, actor, clock(), cast.client.id, CHOICE)
    assert reminders.reminders_of(session, cast.owner.actor, cast.client.id)["slots"] == []


def test_a_reminder_that_is_put_off_twice_comes_once_more(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    told = came_at_seven(session, cast, clock, out)
    for minutes in (30, 60):
        reminders.snooze(session, cast.client.actor, clock(), told, minutes)
    for _ in range(90):
        clock.forward(minutes=1)
        round_of(session, clock, out)
    assert [(one.kind, one.local_date) for one in out.lines] == [
        ("reminder", "2026-03-03"),
        ("snooze", "2026-03-03"),
    ]
    assert out.lines[1].at == DUE + timedelta(minutes=31)


@pytest.mark.parametrize("minutes", [4, 241, 0, -30])
def test_a_snooze_lasts_from_five_minutes_to_four_hours(
    session: AnySession, cast: Cast, clock: Clock, minutes: int
) -> None:
    with pytest.raises(Invalid):
        reminders.snooze(session, cast.client.actor, clock(), None, minutes)
    assert lines(session) == []


def test_a_snooze_is_not_sent_to_who_has_practised_since(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    told = came_at_seven(session, cast, clock, out)
    reminders.snooze(session, cast.client.actor, clock(), told, 30)
    practise(cast, clock, "2026-03-03")
    clock.forward(minutes=31)
    round_of(session, clock, out)
    assert [(one.kind, one.reason) for one in lines(session)] == [("reminder", None), ("snooze", "practised")]


def test_one_more_comes_the_same_day_where_that_was_asked_for_and_only_then(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    came_at_seven(session, cast, clock, out, replace(CHOICE, follow_up_min=60))
    clock.forward(minutes=61)
    round_of(session, clock, out)
    practise(cast, clock, "2026-03-03")
    clock.now = DUE + timedelta(days=1, minutes=1)
    round_of(session, clock, out)
    practise(cast, clock, "2026-03-04")
    clock.forward(minutes=61)
    round_of(session, clock, out)
    assert [(one.kind, one.local_date) for one in out.lines] == [
        ("reminder", "2026-03-03"),
        ("follow_up", "2026-03-03"),
        ("reminder", "2026-03-04"),
    ]


def test_nobody_tests_more_than_twenty_times_a_date(session: AnySession, cast: Cast, clock: Clock) -> None:
    for _ in range(reminders.TESTS_A_DAY):
        reminders.send_test(session, cast.client.actor, clock())
    with pytest.raises(Invalid):
        reminders.send_test(session, cast.client.actor, clock())
    reminders.send_test(session, cast.other_client.actor, clock())
    clock.forward(days=1)
    reminders.send_test(session, cast.client.actor, clock())


def test_a_test_that_waited_for_more_than_two_minutes_is_not_sent(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    told = reminders.send_test(session, cast.client.actor, clock())
    clock.forward(seconds=121)
    round_of(session, clock, out)
    assert out.lines == []
    fate = reminders.fate(session, cast.client.actor, told)
    assert (fate["status"], fate["reason"]) == ("skipped", "late")


def test_the_newest_of_what_was_sent_is_shown_with_what_became_of_it(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    told = came_at_seven(session, cast, clock, out)

    def last() -> tuple[str, datetime]:
        found = reminders.reminders_of(session, cast.client.actor, cast.client.id)["last"]
        return found["state"], found["at"]

    sent = clock.now
    assert last() == ("accepted", sent)
    clock.forward(minutes=1)
    reminders.received(session, cast.client.actor, clock(), [(told, "opened")])
    assert last() == ("shown", clock.now)
    clock.forward(minutes=1)
    reminders.received(session, cast.client.actor, clock(), [(told, "shown")])
    reminders.received(session, cast.client.actor, clock.forward(minutes=1), [(told, "shown")])
    assert last() == ("shown", sent + timedelta(minutes=2))


def test_that_reminders_have_thinned_out_is_said_and_one_practice_undoes_it(
    session: AnySession, cast: Cast, clock: Clock, out: Heard
) -> None:
    came_at_seven(session, cast, clock, out)
    seen = []
    for day in range(1, 41):
        clock.now = DUE + timedelta(days=day, minutes=1)
        round_of(session, clock, out)
        seen.append(reminders.reminders_of(session, cast.client.actor, cast.client.id)["fading"])
    assert seen == [None] * 5 + ["weekly"] * 28 + ["none"] * 7
    practise(cast, clock, "2026-04-12")
    assert reminders.reminders_of(session, cast.client.actor, cast.client.id)["fading"] is None
