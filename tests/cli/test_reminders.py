"""`pith reminders next`: the instants that a slot will have."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from pith.cli.reminders import group


def run(*words: str) -> tuple[int, str]:
    found = CliRunner().invoke(group, ["next", *words])
    return found.exit_code, found.output


def test_the_next_instants_are_printed_in_utc_one_a_line() -> None:
    words = ("--zone", "Europe/Berlin", "--time", "02:30", "--from", "2026-03-28T00:00:00Z", "--count", "3")
    assert run(*words) == (0, "2026-03-28T01:30:00Z\n2026-03-29T01:30:00Z\n2026-03-30T00:30:00Z\n")


def test_only_the_wanted_weekdays_count_and_the_instant_itself_does_not() -> None:
    words = ("--zone", "Asia/Kathmandu", "--time", "07:00", "--days", "0, 2", "--from", "2026-03-02T01:15:00Z")
    assert run(*words, "--count", "2") == (0, "2026-03-04T01:15:00Z\n2026-03-09T01:15:00Z\n")


def test_an_instant_may_be_told_with_its_own_offset() -> None:
    words = ("--zone", "Europe/Berlin", "--time", "07:00", "--from", "2026-03-02T07:30:00+01:00")
    assert run(*words) == (0, "2026-03-03T06:00:00Z\n")


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--zone", "Mars/Base"),
        ("--zone", "../etc/passwd"),
        ("--time", "25:00"),
        ("--time", "7"),
        ("--days", "7"),
        ("--days", "Monday"),
        ("--from", "tomorrow"),
        ("--count", "0"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(option: str, value: str) -> None:
    words = {"--zone": "Europe/Berlin", "--time": "07:00", "--from": "2026-03-02T00:00:00Z", option: value}
    code, said = run(*(part for pair in words.items() for part in pair))
    assert code == 2
    assert option in said
