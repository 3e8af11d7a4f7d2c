"""When a reminder is due in its place, and when it is left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pith.domain.days import local_date
from pith.domain.errors import Invalid
from pith.domain.reminders import (
    JITTER_S,
    MOST_SLOTS,
    Choice,
    Due,
    Quiet,
    Slot,
    Standing,
    check_choice,
    fading,
    instant_of,
    is_on,
    jitter,
    next_due,
    one_more_at,
    refused,
    upcoming,
)

ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "Asia/Kathmandu",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "America/Nuuk",
    "Antarctica/Troll",
)
SEVEN = Slot(time(7))
BERLIN = "Europe/Berlin"
CHOICE = Choice(BERLIN, (SEVEN,))
MONDAY = date(2026, 3, 2)
FIRST = datetime(2024, 1, 1, tzinfo=UTC)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def due_on(day: date, slot: Slot = SEVEN, zone: str = BERLIN) -> Due:
    found = instant_of(day, slot.at, zone)
    assert found is not None
    return Due(slot, day, found)


@pytest.mark.parametrize(
    ("zone", "clock", "day", "instant"),
    [
        (BERLIN, "07:00", "2026-03-28", "2026-03-28T06:00Z"),
        (BERLIN, "07:00", "2026-03-29", "2026-03-29T05:00Z"),
        (BERLIN, "02:30", "2026-03-29", "2026-03-29T01:30Z"),  # left out: 03:30 by the new clock
        (BERLIN, "02:30", "2026-10-25", "2026-10-25T00:30Z"),  # shown twice: the first
        ("America/New_York", "02:30", "2026-03-08", "2026-03-08T07:30Z"),
        ("America/New_York", "01:30", "2026-11-01", "2026-11-01T05:30Z"),
        ("Australia/Lord_Howe", "02:15", "2026-10-04", "2026-10-03T15:45Z"),  # half an hour forward
        ("Australia/Lord_Howe", "01:45", "2026-04-05", "2026-04-04T14:45Z"),
        ("Africa/Cairo", "00:30", "2026-04-24", "2026-04-23T22:30Z"),  # midnight itself is left out
        ("Africa/Cairo", "23:30", "2026-10-29", "2026-10-29T20:30Z"),
        ("Asia/Kathmandu", "07:00", "2026-03-02", "2026-03-02T01:15Z"),
        ("Pacific/Kiritimati", "07:00", "2026-03-02", "2026-03-01T17:00Z"),
    ],
)
def test_a_slot_is_due_in_its_local_minute(zone: str, clock: str, day: str, instant: str) -> None:
    assert instant_of(date.fromisoformat(day), time.fromisoformat(clock), zone) == at(instant)


def test_a_date_that_a_place_left_out_has_no_reminder() -> None:
    days = [due.local_date for due in islice(upcoming(SEVEN, "Pacific/Apia", at("2011-12-29T00:00Z")), 3)]
    assert days == [date(2011, 12, 29), date(2011, 12, 31), date(2012, 1, 1)]


@given(
    zone=st.sampled_from(ZONES),
    clock=st.times().map(lambda one: one.replace(second=0, microsecond=0)),
    start=st.integers(0, 5 * 525_600).map(lambda minutes: FIRST + timedelta(minutes=minutes)),
    days=st.frozensets(st.integers(0, 6), min_size=1),
)
def test_a_slot_is_due_once_on_each_of_its_local_dates(
    zone: str, clock: time, start: datetime, days: frozenset[int]
) -> None:
    found = list(islice(upcoming(Slot(clock, days), zone, start), 40))
    lived = [local_date(due.at, zone) for due in found]
    assert lived == [due.local_date for due in found]
    assert all(due.at > start for due in found)
    wanted = [lived[0] + timedelta(days=ahead) for ahead in range((lived[-1] - lived[0]).days + 1)]
    assert lived == [day for day in wanted if day.weekday() in days]


@given(zone=st.sampled_from(ZONES), clock=st.times(), day=st.dates(date(2024, 1, 1), date(2029, 1, 1)))
def test_the_local_clock_shows_the_slots_minute_unless_it_was_left_out(zone: str, clock: time, day: date) -> None:
    wanted = clock.replace(second=0, microsecond=0)
    found = instant_of(day, wanted, zone)
    assert found is not None
    shown = found.astimezone(ZoneInfo(zone))
    assert shown.fold == 0
    if shown.time() != wanted:
        before = (found - timedelta(hours=2)).astimezone(ZoneInfo(zone))
        forward = (shown.utcoffset() or timedelta()) - (before.utcoffset() or timedelta())
        assert shown.replace(tzinfo=None) - datetime.combine(day, wanted) == forward > timedelta()


def test_a_slot_that_is_off_or_has_no_day_is_never_due() -> None:
    assert not list(upcoming(replace(SEVEN, enabled=False), BERLIN, at("2026-03-02T00:00Z")))
    assert not list(upcoming(replace(SEVEN, days=frozenset()), BERLIN, at("2026-03-02T00:00Z")))
    assert next_due([replace(SEVEN, enabled=False)], BERLIN, at("2026-03-02T00:00Z")) is None


def test_the_next_of_several_slots_is_the_earliest() -> None:
    slots = [Slot(time(19)), SEVEN, Slot(time(6), frozenset({1}))]
    found = next_due(slots, BERLIN, at("2026-03-02T06:00Z"))  # Monday 07:00 there: strictly after
    assert found == Due(Slot(time(19)), MONDAY, at("2026-03-02T18:00Z"))


def test_a_date_that_is_lived_twice_is_reminded_of_once() -> None:
    served = {(time(7), MONDAY)}  # in Auckland; then she flies to Honolulu, where Monday is still to come
    after = due_on(MONDAY, zone="Pacific/Auckland").at + timedelta(hours=9)
    found = next_due([SEVEN], "Pacific/Honolulu", after, served)
    assert found is not None
    assert found.local_date == date(2026, 3, 3)


def test_a_date_that_is_flown_over_is_left_out() -> None:
    after = due_on(MONDAY, zone="Pacific/Honolulu").at
    found = next_due([SEVEN], "Pacific/Auckland", after + timedelta(hours=8), {(time(7), MONDAY)})
    assert found is not None
    assert found.local_date == date(2026, 3, 4)


@given(st.uuids())
def test_a_client_has_her_own_second_in_the_minute_and_it_is_never_early(client: object) -> None:
    late = jitter(str(client))
    assert timedelta() <= late < timedelta(seconds=JITTER_S)
    assert late == jitter(str(client))


def test_clients_are_spread_over_the_minute() -> None:
    assert len({jitter(str(number)) for number in range(2000)}) == JITTER_S


QUIET = Quiet(time(22), time(8))


@pytest.mark.parametrize(
    ("standing", "minutes", "why"),
    [
        (Standing(), 0, None),
        (Standing(), 90, None),
        (Standing(), 91, "late"),
        (Standing(practised=True), 0, "practised"),
        (Standing(paused=True), 0, "paused"),
        (Standing(ended=True, paused=True), 0, "ended"),
        (Standing(ended=True, changed=True), 0, "ended"),
        (Standing(changed=True, calendar=True), 0, "changed"),
        (Standing(calendar=True, paused=True), 0, "calendar"),
        (Standing(paused=True, no_program=True), 0, "paused"),
        (Standing(no_program=True, away_until=MONDAY + timedelta(days=1)), 0, "no_program"),
        (Standing(rest=True, practised=True), 0, "rest"),
        (Standing(away_until=MONDAY + timedelta(days=1)), 0, "away"),
        (Standing(away_until=MONDAY), 0, None),
        (Standing(quiet=QUIET), 0, "quiet"),
        (Standing(quiet=QUIET), 60, None),
        (Standing(unanswered=6, last_sent=MONDAY - timedelta(days=1)), 0, None),
        (Standing(unanswered=7, last_sent=MONDAY - timedelta(days=1)), 0, "fading"),
        (Standing(unanswered=7, last_sent=MONDAY - timedelta(days=7)), 0, None),
        (Standing(unanswered=7), 0, None),
        (Standing(unanswered=11, last_sent=MONDAY - timedelta(days=70)), 0, "faded"),
    ],
)
def test_a_reminder_is_left_out_for_the_first_reason_that_holds(
    standing: Standing, minutes: int, why: str | None
) -> None:
    due = due_on(MONDAY)
    assert refused(due, standing, BERLIN, due.at + timedelta(minutes=minutes)) == why


def test_after_seven_unanswered_ones_they_come_weekly_and_after_four_more_not_at_all() -> None:
    assert [fading(count) for count in (0, 6, 7, 10, 11, 400)] == [None, None, "weekly", "weekly", "none", "none"]


@pytest.mark.parametrize(
    ("choice", "wrong"),
    [
        (CHOICE, set()),
        (replace(CHOICE, slots=(SEVEN, Slot(time(7), frozenset({3})))), {"slots.1.time"}),
        (replace(CHOICE, slots=(Slot(time(7), frozenset({1})), Slot(time(7), frozenset({2})))), set()),
        (replace(CHOICE, slots=tuple(Slot(time(hour)) for hour in range(MOST_SLOTS))), set()),
        (replace(CHOICE, slots=tuple(Slot(time(hour)) for hour in range(MOST_SLOTS + 1))), {"slots"}),
        (replace(CHOICE, follow_up_min=30), set()),
        (replace(CHOICE, follow_up_min=29), {"follow_up_min"}),
        (replace(CHOICE, follow_up_min=361), {"follow_up_min"}),
    ],
)
def test_a_choice_that_cannot_be_kept_names_its_fields(choice: Choice, wrong: set[str]) -> None:
    found: set[str] = set()
    try:
        check_choice(choice)
    except Invalid as error:
        found = set(error.fields)
    assert found == wrong


@pytest.mark.parametrize(
    ("quiet", "clock", "holds"),
    [
        (QUIET, "22:00", True),
        (QUIET, "21:59", False),
        (QUIET, "07:59", True),
        (QUIET, "08:00", False),
        (Quiet(time(13), time(15)), "13:00", True),
        (Quiet(time(13), time(15)), "15:00", False),
        (Quiet(time(13), time(13)), "13:00", False),
    ],
)
def test_quiet_hours_go_from_their_start_to_just_before_their_end(quiet: Quiet, clock: str, holds: bool) -> None:
    assert quiet.holds(time.fromisoformat(clock)) is holds


@pytest.mark.parametrize(
    ("slots", "on"),
    [
        ((SEVEN,), True),
        ((), False),
        ((replace(SEVEN, enabled=False),), False),
        ((Slot(time(8)), Slot(time(7), frozenset({1}))), False),
        ((Slot(time(8)), Slot(time(7), frozenset({0}))), True),
    ],
)
def test_a_time_is_on_where_an_enabled_slot_has_it_on_that_weekday(slots: tuple[Slot, ...], on: bool) -> None:
    assert is_on(slots, time(7), MONDAY) == on


@pytest.mark.parametrize(("wait", "comes"), [(None, False), (60, True), (119, True), (120, False), (180, False)])
def test_one_more_comes_on_the_same_local_date_or_not_at_all(wait: int | None, comes: bool) -> None:
    at = instant_of(MONDAY, time(22), BERLIN)
    assert at is not None
    expected = at + timedelta(minutes=wait) if comes and wait else None
    assert one_more_at(at, wait, BERLIN, MONDAY) == expected
