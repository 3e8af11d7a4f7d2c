"""The calendar that a client takes along, read by another reader than its writer: dateutil expands and times it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import pytest
from dateutil.rrule import rrulestr
from dateutil.tz import resolve_imaginary, tzical
from icalendar import Calendar

from pith.domain.reminders import Quiet, Slot, upcoming
from pith.services.calendar_file import Times, calendar_bytes
from pith.services.calendar_zone import zone_rules

CHOSEN = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
TWO_YEARS = timedelta(days=2 * 366)
ZONES = (
    *("Europe/Berlin", "America/New_York", "Australia/Lord_Howe"),
    *("Africa/Cairo", "Asia/Kathmandu", "Pacific/Kiritimati"),
)
MORNING = Slot(time(7))
WEEKDAY_EVENING = Slot(time(18, 45), frozenset({0, 2, 4}))


def made(zone: str = "Europe/Berlin", *slots: Slot, rings: bool = True, **other: Any) -> bytes:
    told: dict[str, Any] = {
        "owner": "somebody",
        "zone": zone,
        "slots": slots or (MORNING, WEEKDAY_EVENING),
        "quiet": None,
        "away_until": None,
        "changed_at": CHOSEN,
        "language": "en",
        "summary": "Time for your 5 minutes",
        "link": "https://pith.example.org/today",
    }
    return calendar_bytes(Times(**(told | other)), rings)


def events(file: bytes) -> list[Any]:
    return Calendar.from_ical(file).walk("VEVENT")


def line(event: Any, name: str) -> str:
    return str(event[name].to_ical().decode())


def zone_in(file: bytes, zone: str) -> Any:
    """The zone as the file itself tells it, read by dateutil."""
    text = file.decode().replace("\r\n ", "")
    part = text[text.index("BEGIN:VTIMEZONE") : text.index("END:VTIMEZONE")] + "END:VTIMEZONE"
    # dateutil reads one date a line.
    lines = [
        one
        for told in part.splitlines()
        for one in ([f"RDATE:{at}" for at in told[6:].split(",")] if told.startswith("RDATE:") else [told])
    ]
    return tzical(io.StringIO("\n".join(lines))).get(zone)


def rung(event: Any, rules: Any) -> Iterator[datetime]:
    """Every instant at which an event begins, in order."""
    start = event["DTSTART"].dt.replace(tzinfo=None)
    for at in rrulestr(line(event, "RRULE"), dtstart=start):
        yield resolve_imaginary(at.replace(tzinfo=rules)).astimezone(UTC)


def ours(slot: Slot, zone: str, end: datetime) -> list[datetime]:
    midnight = datetime.combine(CHOSEN.astimezone(ZoneInfo(zone)).date(), time(), ZoneInfo(zone))
    after = midnight.astimezone(UTC) - timedelta(seconds=1)
    return [due.at for due in takewhile(lambda due: due.at < end, upcoming(slot, zone, after))]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("at", [time(0, 0), time(0, 30), time(2, 15), time(3, 0), time(7, 0), time(23, 59)], ids=str)
def test_for_two_years_it_rings_in_the_minute_in_which_we_remind(zone: str, at: time) -> None:
    slots = Slot(at), Slot(at.replace(minute=1), frozenset({0, 2, 6}))
    file, end = made(zone, *slots), CHOSEN + TWO_YEARS
    rules = zone_in(file, zone)
    for slot, event in zip(slots, events(file), strict=True):
        theirs = list(takewhile(lambda at: at < end, rung(event, rules)))
        assert theirs == ours(slot, zone, end)
        assert len(theirs) >= 312


def test_each_zone_that_we_take_is_told_as_it_is_for_ten_years() -> None:
    """Zones that keep the same hours and are told in the same words are read once."""
    wrong, read = [], set[tuple[str, tuple[timedelta | None, ...]]]()
    # Both sides of midnight, noon and the hours in which clocks change.
    instants = [
        CHOSEN + timedelta(days=days, hours=hours)
        for days in range(0, 3650, 5)
        for hours in (0, 3, 6, 9, 12, 15, 18, 21)
    ]
    for zone in sorted(available_timezones()):
        file, real = zone_rules(zone, CHOSEN.date()), ZoneInfo(zone)
        kept = [at.astimezone(real) for at in instants]
        alike = file.decode().replace(zone, ""), tuple(here.utcoffset() for here in kept)
        if alike in read:
            continue
        read.add(alike)
        rules = zone_in(file, zone)
        for here, offset in zip(kept, alike[1], strict=True):
            told = here.replace(tzinfo=rules, fold=here.fold).utcoffset()
            if told != offset:
                wrong.append((zone, here.isoformat(), told))
    assert len(read) > 50
    assert wrong == []


def test_the_hour_after_the_clocks_were_put_forward_is_summer_already() -> None:
    rules = zone_in(made(), "Europe/Berlin")
    before, after = datetime(2027, 3, 28, 1, 59, tzinfo=rules), datetime(2027, 3, 28, 3, 0, tzinfo=rules)
    assert (before.utcoffset(), after.utcoffset()) == (timedelta(hours=1), timedelta(hours=2))


def test_a_rule_that_holds_every_year_is_told_as_a_rule() -> None:
    told = made().decode()
    assert "DTSTART:20270328T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in told
    assert "DTSTART:20261025T030000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10" in told
    assert "RDATE" not in told
    assert "BYDAY=2SU;BYMONTH=3" in made("America/New_York").decode()


def test_where_no_rule_fits_each_change_is_named() -> None:
    told = made("Africa/Cairo").decode()
    assert (told.count("RDATE:"), told.count("FREQ=YEARLY")) == (2, 0)


def test_an_event_rings_on_its_weekdays_at_its_start() -> None:
    daily, some = events(made())
    assert line(daily, "RRULE") == "FREQ=DAILY"
    assert line(some, "RRULE") == "FREQ=WEEKLY;BYDAY=MO,WE,FR;WKST=MO"
    assert some["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert line(some, "DTSTART") == "20261123T184500"
    [alarm] = daily.walk("VALARM")
    assert (line(alarm, "ACTION"), alarm["TRIGGER"].dt) == ("DISPLAY", timedelta())
    assert made().count(b"\r\nTRIGGER:PT0S\r\n") == 2


def test_what_only_is_looked_at_never_rings_and_is_asked_for_twice_a_day() -> None:
    told = made(rings=False).decode()
    assert "VALARM" not in told
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT12H" in told
    assert "REFRESH-INTERVAL" not in made().decode()


def test_an_event_says_nothing_of_whose_it_is_or_why() -> None:
    [event, _] = events(made(owner="00000000-0000-7000-8000-000000000001"))
    assert str(event["SUMMARY"]) == "Time for your 5 minutes"
    assert str(event["URL"]) == "https://pith.example.org/today"
    assert (line(event, "CLASS"), line(event, "TRANSP")) == ("PRIVATE", "TRANSPARENT")
    assert b"00000000-0000-7000" not in made(owner="00000000-0000-7000-8000-000000000001")


def test_a_later_choice_changes_the_event_that_is_there() -> None:
    [first] = events(made("Europe/Berlin", MORNING))
    [later] = events(made("Europe/Berlin", Slot(time(8)), changed_at=CHOSEN + timedelta(minutes=1)))
    assert later["UID"] == first["UID"]
    assert later["SEQUENCE"] > first["SEQUENCE"]
    assert later["DTSTAMP"].dt > first["DTSTAMP"].dt
    [other] = events(made("Europe/Berlin", MORNING, owner="somebody else"))
    assert other["UID"] != first["UID"]


def test_a_time_that_is_off_or_lies_in_the_quiet_hours_has_no_event() -> None:
    off = Slot(time(9), enabled=False), Slot(time(10), frozenset())
    assert [line(one, "DTSTART") for one in events(made("Europe/Berlin", *off, MORNING))] == ["20261122T070000"]
    quiet = Quiet(time(18), time(20))
    assert [line(one, "DTSTART") for one in events(made(quiet=quiet))] == ["20261122T070000"]


def test_it_begins_on_the_day_she_is_back() -> None:
    assert [line(one, "DTSTART")[:8] for one in events(made(away_until=date(2027, 1, 5)))] == ["20270105", "20270106"]


def test_a_series_never_begins_at_a_time_that_the_clocks_leave_out() -> None:
    night_before = datetime(2027, 3, 27, 23, 30, tzinfo=UTC)
    [event] = events(made("Europe/Berlin", Slot(time(2, 30)), changed_at=night_before))
    assert line(event, "DTSTART") == "20270329T023000"


@pytest.mark.parametrize("year", [1, 1970, 9999])
def test_a_clock_that_says_any_year_still_makes_a_calendar(year: int) -> None:
    [event] = events(made("Europe/Berlin", MORNING, changed_at=datetime(year, 6, 1, 12, tzinfo=UTC)))
    assert 2020 <= int(line(event, "DTSTART")[:4]) <= 2200
    assert 0 <= event["SEQUENCE"] < 2**31


def test_lines_are_folded_and_end_as_the_format_wants() -> None:
    file = made("Africa/Cairo", summary="Zeit für deine fünf Minuten und noch viel mehr Wörter, die umbrechen müssen")
    lines = file.split(b"\r\n")
    assert max(len(one) for one in lines) <= 75
    assert b"\n" not in b"".join(lines)
    assert file.decode()
