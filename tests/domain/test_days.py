"""Local days, zones, and what a phone's clock may claim."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pith.domain.days import (
    Claim,
    Sighting,
    clock_suspect,
    corrected,
    last_days,
    local_date,
    read_instant,
    skew_seconds,
    skipped_dates,
    utc_offset_min,
    window_start,
)

TABLE = json.loads((Path(__file__).parents[1] / "contract" / "day_boundaries.json").read_text())["cases"]
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
INSTANTS = st.datetimes(timezones=st.just(UTC))


@pytest.mark.parametrize("case", TABLE, ids=lambda case: str(case["name"]))
def test_the_shared_table_of_day_boundaries_holds(case: dict[str, Any]) -> None:
    at = datetime.fromisoformat(case["in"]["at"])
    day = local_date(at, case["in"]["zone"])
    assert {
        "local_date": day.isoformat(),
        "weekday": day.weekday(),
        "utc_offset_min": utc_offset_min(at, case["in"]["zone"]),
    } == case["out"]


def test_the_window_starts_60_days_before_the_utc_date_whatever_zone_now_is_told_in() -> None:
    late = datetime.fromisoformat("2026-03-03T01:00:00+02:00")
    assert window_start(late) == date(2026, 1, 1)


def test_last_days_end_with_today() -> None:
    assert last_days(date(2026, 3, 2), 3) == [date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 2)]


def test_skew_is_positive_when_the_phone_is_behind() -> None:
    assert skew_seconds(NOON, NOON - timedelta(minutes=7)) == 420


def test_a_claim_at_the_edge_of_the_calendar_stays_where_it_is() -> None:
    last = datetime.max.replace(tzinfo=UTC)
    assert corrected(last, 60) == last
    assert corrected(last, -60) == last - timedelta(minutes=1)
    # In UTC this would be in the year 0.
    assert corrected(datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))), 0) == datetime(1, 1, 1, tzinfo=UTC)


@given(INSTANTS, st.integers(-(10**12), 10**12))
def test_correcting_any_claim_by_any_skew_never_fails(claimed: datetime, skew_s: int) -> None:
    assert corrected(claimed, skew_s).tzinfo is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-22T07:00:00Z", datetime(2026, 11, 22, 7, tzinfo=UTC)),
        ("2026-11-22t07:00:00.5z", datetime(2026, 11, 22, 7, 0, 0, 500_000, tzinfo=UTC)),
        ("2026-11-22T09:00:00+02:00", datetime(2026, 11, 22, 7, tzinfo=UTC)),
        ("2016-12-31T23:59:60Z", datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_instants_are_read_as_rfc_3339_writes_them(text: str, expected: datetime) -> None:
    assert read_instant(text) == expected


def claim(**changes: Any) -> Claim:
    values: dict[str, Any] = {"local_date": NOON.date(), "recorded_at": NOON - timedelta(minutes=1)} | changes
    return Claim(**values)


def test_a_right_clock_is_not_suspected_in_any_zone_on_earth() -> None:
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Berlin"):
        for hour in range(24):
            now = NOON.replace(hour=hour)
            assert not clock_suspect(claim(local_date=local_date(now, zone), recorded_at=now), 0, now)


@pytest.mark.parametrize(("skew_s", "suspect"), [(300, False), (-300, False), (301, True), (-301, True)])
def test_a_phone_more_than_five_minutes_off_is_suspect(skew_s: int, suspect: bool) -> None:
    assert clock_suspect(claim(recorded_at=NOON - timedelta(hours=1)), skew_s, NOON) is suspect


def test_a_date_that_has_not_begun_anywhere_on_earth_is_suspect() -> None:
    assert not clock_suspect(claim(local_date=NOON.date() + timedelta(days=1)), 0, NOON)
    assert clock_suspect(claim(local_date=NOON.date() + timedelta(days=2)), 0, NOON)


def test_a_log_recorded_after_it_was_sent_is_suspect() -> None:
    assert clock_suspect(claim(recorded_at=NOON + timedelta(minutes=6)), 0, NOON)


@pytest.mark.parametrize("when", ["1970-01-01", "2019-12-31"])
def test_a_clock_that_woke_up_in_the_past_is_suspect(when: str) -> None:
    assert clock_suspect(claim(local_date=date.fromisoformat(when)), 0, NOON)
    assert clock_suspect(claim(recorded_at=datetime.fromisoformat(when).replace(tzinfo=UTC)), 0, NOON)


def test_a_clock_that_jumped_back_between_start_and_end_is_suspect() -> None:
    start = NOON - timedelta(minutes=20)
    assert not clock_suspect(claim(started_at=start, ended_at=start + timedelta(minutes=9)), 0, NOON)
    assert clock_suspect(claim(started_at=start, ended_at=start - timedelta(seconds=1)), 0, NOON)
    assert not clock_suspect(claim(started_at=start), 0, NOON)


@given(INSTANTS, st.integers(-(10**12), 10**12))
def test_suspecting_never_fails_on_any_clock(recorded: datetime, skew_s: int) -> None:
    assert clock_suspect(claim(recorded_at=recorded, local_date=recorded.date()), skew_s, NOON) in (True, False)


def seen(at: str, zone: str) -> Sighting:
    instant = datetime.fromisoformat(at).replace(tzinfo=UTC)
    return Sighting(instant, local_date(instant, zone), utc_offset_min(instant, zone))


def test_flying_from_honolulu_to_auckland_takes_a_date_away() -> None:
    before = seen("2026-03-10T09:30:00", "Pacific/Honolulu")  # still the 9th
    after = seen("2026-03-10T19:00:00", "Pacific/Auckland")  # the 11th
    assert skipped_dates([after, before]) == {date(2026, 3, 10)}


def test_flying_back_takes_none_away() -> None:
    before = seen("2026-03-10T19:00:00", "Pacific/Auckland")
    after = seen("2026-03-11T05:00:00", "Pacific/Honolulu")
    assert skipped_dates([before, after]) == frozenset()


def test_days_without_practice_at_home_are_not_travel() -> None:
    told = [seen("2026-03-01T06:00:00", "Europe/Berlin"), seen("2026-03-05T05:30:00", "Europe/Berlin")]
    assert skipped_dates(told) == frozenset()


def test_summer_time_takes_no_date_away() -> None:
    told = [seen("2026-03-27T22:59:00", "Europe/Berlin"), seen("2026-03-29T22:01:00", "Europe/Berlin")]
    assert skipped_dates(told) == frozenset()


def test_a_shorter_flight_leaves_every_date_long_enough_to_practise() -> None:
    before = seen("2026-03-10T22:00:00", "Europe/Berlin")  # the 10th
    after = seen("2026-03-11T16:00:00", "Asia/Tokyo")  # the 12th
    assert skipped_dates([before, after]) == frozenset()
