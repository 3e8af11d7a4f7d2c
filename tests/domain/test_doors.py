"""When sign-ins, invitations and codes open and close, and how often one may try."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from pith.domain.accounts import Kind
from pith.domain.doors import (
    CODE_PER_ADDRESS,
    Limit,
    SignIn,
    code_from,
    is_live,
    read_code,
    read_token,
    seconds_to_wait,
    shown_code,
    touch_due,
    why_no_install,
)

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def sign_in(kind: Kind, age: timedelta, quiet: timedelta) -> SignIn:
    return SignIn(kind, NOON - age, NOON - quiet, idle=timedelta(minutes=30))


@pytest.mark.parametrize(
    ("kind", "age", "quiet", "live"),
    [
        ("therapist", timedelta(hours=3), timedelta(minutes=29), True),
        ("therapist", timedelta(hours=3), timedelta(minutes=30), False),
        ("therapist", timedelta(days=30), timedelta(0), False),
        ("therapist", timedelta(days=30) - timedelta(seconds=1), timedelta(0), True),
        ("client", timedelta(days=2000), timedelta(days=399), True),
        ("client", timedelta(days=2000), timedelta(days=400), False),
    ],
)
def test_a_therapist_idles_out_and_a_phone_slides(kind: Kind, age: timedelta, quiet: timedelta, live: bool) -> None:
    assert is_live(sign_in(kind, age, quiet), NOON) is live


@pytest.mark.parametrize(
    ("kind", "quiet", "due"),
    [
        ("client", timedelta(minutes=59), False),
        ("client", timedelta(hours=1), True),
        ("therapist", timedelta(seconds=59), False),
        ("therapist", timedelta(minutes=1), True),
    ],
)
def test_being_here_is_noted_at_most_hourly_for_phones(kind: Kind, quiet: timedelta, due: bool) -> None:
    assert touch_due(sign_in(kind, timedelta(days=1), quiet), NOON) is due


def test_a_code_has_ten_signs_that_are_not_misread() -> None:
    assert code_from(bytes(7)) == "0000000000"
    assert code_from(b"\xff" * 7) == "ZZZZZZZZZZ"
    assert len({code_from(number.to_bytes(7, "big")) for number in range(2000)}) == 2000


def test_a_code_is_not_made_from_too_little() -> None:
    with pytest.raises(ValueError, match="7 random bytes"):
        code_from(b"123456")


def test_a_code_is_shown_in_two_halves_and_read_back() -> None:
    assert shown_code("ABCDE12345") == "ABCDE-12345"
    assert read_code(shown_code("ABCDE12345")) == "ABCDE12345"


@pytest.mark.parametrize("typed", ["abcde 12345", "ABCDE\u201312345", "  abcdei2345", "AbCdEl2345"])
def test_a_code_is_read_as_it_was_meant(typed: str) -> None:
    assert read_code(typed) == "ABCDE12345"


@pytest.mark.parametrize("typed", ["", "ABCDE1234", "ABCDE123456", "ABCDE1234U", "ABCDE1234\x00"])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert read_code(typed) is None


TOKEN = "a" * 22


@pytest.mark.parametrize("typed", [TOKEN, f" {TOKEN}\n", f"https://pith.example/join#{TOKEN}", f"#{TOKEN}"])
def test_a_token_is_found_in_a_whole_link(typed: str) -> None:
    assert read_token(typed) == TOKEN


@pytest.mark.parametrize("typed", ["", "short", "https://pith.example/join", "a" * 65, "a" * 21 + "é"])
def test_what_is_no_token_is_none(typed: str) -> None:
    assert read_token(typed) is None


LIMIT = Limit(tries=3, per=timedelta(minutes=10))


@pytest.mark.parametrize(
    ("count", "since", "wait"),
    [(1, 0, 0), (3, 599, 0), (4, 0, 600), (4, 599, 1), (9, 599.5, 1), (4, 600, 1)],
)
def test_tries_beyond_the_limit_wait_for_the_end_of_the_stretch(count: int, since: float, wait: int) -> None:
    assert seconds_to_wait(LIMIT, NOON - timedelta(seconds=since), count, NOON) == wait


def test_guessing_a_code_is_hopeless() -> None:
    hours = timedelta(days=365) / CODE_PER_ADDRESS.per
    assert hours * CODE_PER_ADDRESS.tries / 32**10 < 1e-10


@pytest.mark.parametrize(
    ("scheme", "loopback", "installs"),
    [("https", False, True), ("https", True, True), ("http", True, True), ("http", False, False)],
)
def test_a_phone_installs_only_from_a_secure_origin(scheme: str, loopback: bool, installs: bool) -> None:
    assert (why_no_install(scheme, loopback) is None) is installs
