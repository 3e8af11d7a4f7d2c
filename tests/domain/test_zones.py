"""Which rules of time zones count."""

from __future__ import annotations

import zoneinfo
from datetime import UTC, date, datetime, time
from importlib import resources
from zoneinfo import ZoneInfo

import pytest

from pith.domain.reminders import instant_of

# Where the package's rules and those of a machine that is not kept up to date have differed.
DIFFER = [("America/Vancouver", date(2026, 11, 23)), ("Europe/Berlin", date(2026, 11, 23))]


@pytest.mark.parametrize(("zone", "day"), DIFFER)
def test_the_local_hour_is_that_of_the_package_whose_version_is_noted(zone: str, day: date) -> None:
    area, _, name = zone.partition("/")
    with (resources.files("tzdata") / "zoneinfo" / area / name).open("rb") as file:
        packaged = ZoneInfo.from_file(file)
    expected = datetime.combine(day, time(7), packaged).astimezone(UTC)
    assert instant_of(day, time(7), zone) == expected


def test_no_rules_of_the_machine_are_read() -> None:
    assert zoneinfo.TZPATH == ()
    assert "Europe/Berlin" in zoneinfo.available_timezones()
