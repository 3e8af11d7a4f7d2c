"""Wrong clocks, midnights, summer time and long flights: logs are taken, days stay as they were lived."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from pith.content.loader import load_content
from pith.domain.days import local_date, utc_offset_min
from pith.services import client_list
from pith.services.transaction import AnySession
from tests import logs
from tests.cast import Cast, Someone
from tests.conftest import MONDAY, Clock
from tests.services.sync_world import assign, push


def at_home(at: datetime, zone: str = "Europe/Berlin", **changes: Any) -> dict[str, Any]:
    """A session begun at an instant in a zone."""
    return logs.make(
        "session",
        at=at,
        local_date=local_date(at, zone).isoformat(),
        tz=zone,
        utc_offset_min=utc_offset_min(at, zone),
        started_at=at.isoformat(),
        ended_at=(at + timedelta(minutes=8)).isoformat(),
        **changes,
    )


def page(cast: Cast) -> list[dict[str, Any]]:
    return cast.owner.http.get(f"/api/v1/clients/{cast.client.id}/logs").get_json()["logs"]  # type: ignore[no-any-return]


def row(session: AnySession, cast: Cast, now: datetime) -> dict[str, Any]:
    session.rollback()
    return next(
        one
        for one in client_list.rows(session, cast.owner.actor, now, load_content(), bytes(32))
        if one["id"] == cast.client.id
    )


@pytest.mark.parametrize(
    "wrong",
    [MONDAY + timedelta(days=3 * 365), datetime(1970, 1, 1, 0, 5, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC),
     datetime(1, 1, 1, tzinfo=UTC), MONDAY + timedelta(minutes=6)],
)  # fmt: skip
def test_case_23_a_phone_with_a_wrong_clock_is_taken_and_flagged(cast: Cast, wrong: datetime) -> None:
    assign(cast.owner, cast.client)
    told = at_home(wrong) if 1970 < wrong.year < 9999 else logs.make("note", at=wrong)
    assert push(cast.client, told, at=wrong) == ["stored"]
    (seen,) = page(cast)
    assert seen["clock_suspect"] is True
    assert seen["log"]["local_date"] == told["local_date"]
    assert push(cast.client, logs.make("note", at=MONDAY), at=MONDAY) == ["stored"]
    assert page(cast)[0]["clock_suspect"] is False


def test_case_23_a_clock_that_jumps_back_during_a_session_is_taken_and_flagged(cast: Cast) -> None:
    assign(cast.owner, cast.client)
    told = {**at_home(MONDAY), "ended_at": "2026-03-01T00:00:00Z"}
    assert push(cast.client, told, at=MONDAY) == ["stored"]
    assert page(cast)[0]["clock_suspect"] is True


def test_case_23_wrong_clocks_do_not_disturb_the_order_of_the_feed(cast: Cast) -> None:
    told = [logs.make("note", at=MONDAY + timedelta(days=shift)) for shift in (900, -9000, 0)]
    for log in told:
        push(cast.client, log, at=MONDAY)
    feed = cast.owner.http.get("/api/v1/logs").get_json()["logs"]
    assert [entry["log"]["id"] for entry in feed] == [log["id"] for log in told]


def practise_daily(who: Someone, clock: Clock, starts: list[tuple[str, str]]) -> None:
    """Sessions at these instants and zones, each sent at once."""
    for at, zone in starts:
        clock.now = datetime.fromisoformat(at).replace(tzinfo=UTC)
        assert push(who, at_home(clock.now, zone), at=clock.now) == ["stored"]


def test_case_24_just_before_and_just_after_midnight_are_two_practice_days(
    cast: Cast, session: AnySession, clock: Clock
) -> None:
    assign(cast.owner, cast.client)
    practise_daily(
        cast.client, clock, [("2026-03-03T22:59:00", "Europe/Berlin"), ("2026-03-03T23:01:00", "Europe/Berlin")]
    )
    assert row(session, cast, clock.now)["days_kept_14"] == {"kept": 2, "prescribed": 3}


def test_case_24_a_night_of_summer_time_is_one_day_each(cast: Cast, session: AnySession, clock: Clock) -> None:
    assign(cast.owner, cast.client)
    starts = ["2026-03-28T00:30:00", "2026-03-29T00:30:00", "2026-03-29T01:30:00", "2026-03-29T22:30:00"]
    practise_daily(cast.client, clock, [(at, "Europe/Berlin") for at in starts])
    assert row(session, cast, clock.now)["days_kept_14"] == {"kept": 3, "prescribed": 14}


def test_case_24_a_flight_over_the_date_line_neither_doubles_nor_misses_a_day(
    cast: Cast, session: AnySession, clock: Clock
) -> None:
    assign(cast.owner, cast.client)
    honolulu, auckland = "Pacific/Honolulu", "Pacific/Auckland"
    practise_daily(
        cast.client,
        clock,
        [
            ("2026-03-03T18:00:00", honolulu),  # the 3rd
            ("2026-03-05T09:00:00", honolulu),  # the 4th, 23:00
            ("2026-03-05T19:00:00", auckland),  # the 6th, 08:00: the 5th was one hour long
            ("2026-03-06T19:00:00", auckland),  # the 7th
        ],
    )
    # The 2nd (day of the program, not practised), 3, 4, 6, 7; the list is read on the 6th of the client's home zone.
    clock.now = datetime(2026, 3, 7, 9, 0, tzinfo=UTC)
    assert row(session, cast, clock.now)["days_kept_14"] == {"kept": 4, "prescribed": 5}
    assert row(session, cast, clock.now)["last_practised_on"] == "2026-03-07"


def test_case_24_a_day_lived_twice_counts_once(cast: Cast, session: AnySession, clock: Clock) -> None:
    assign(cast.owner, cast.client)
    practise_daily(
        cast.client,
        clock,
        [("2026-03-03T19:00:00", "Pacific/Auckland"), ("2026-03-04T20:00:00", "Pacific/Honolulu")],  # the 4th, twice
    )
    clock.now = datetime(2026, 3, 5, 9, 0, tzinfo=UTC)
    assert row(session, cast, clock.now)["days_kept_14"] == {"kept": 1, "prescribed": 3}
