"""The numbers to call in an emergency: each zone is one, and bad data refuses to start."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import available_timezones

import pytest

from pith.content.loader import load_content
from tests.content.refusing import refusal

NUMBERS = load_content().phrases["en"].numbers


@pytest.mark.parametrize(
    ("zone", "number"),
    [
        ("Europe/", "112"),
        ("Europe/Zurich", "144"),
        ("Europe/London", "999"),
        ("America/", "911"),
        ("Australia/", "000"),
        ("Pacific/Auckland", "111"),
    ],
)
def test_the_numbers_that_people_are_taught(zone: str, number: str) -> None:
    assert NUMBERS.zones[zone] == number


def test_every_zone_is_one_or_the_beginning_of_one() -> None:
    known = available_timezones()
    assert [zone for zone in NUMBERS.zones if not any(name.startswith(zone) for name in known)] == []


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ('number: "999", zones', 'number: "9 99", zones', "number"),
        ("zones: [Australia/,", "zones: [Europe/,", "zones"),
        ("zones: [Australia/,", "zones: [down under,", "zones"),
        ("regions: [AU]", "regions: [Australia]", "regions"),
        ("regions: [AU]", "regions: [AT]", "regions"),
        ("regions: [AU]", "regions: []", "regions"),
        ("regions: [AU]", "regions: [AU], why: none", "why"),
    ],
)
def test_a_number_that_would_fail_somebody_is_refused(old: str, new: str, where: str, tmp_path: Path) -> None:
    found = refusal(tmp_path, "emergency.yaml", old, new)
    assert found.startswith("content/emergency.yaml: numbers.")
    assert f": {where}: " in found


def test_a_file_without_a_list_is_refused(tmp_path: Path) -> None:
    found = refusal(tmp_path, "emergency.yaml", "numbers:\n", "numbers: none\nothers:\n")
    assert found.startswith("content/emergency.yaml: (whole file): ")
