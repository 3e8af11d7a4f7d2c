"""Which addresses are mailed, how often, and when it is tried again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from pith.domain.errors import Invalid
from pith.domain.mail import TRIES, deliverable, left_alone_for, next_try, state_of

NOW = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (" Ada.L+pith@Example.ORG ", "ada.l+pith@example.org"),
        ("ada@bücher.example", "ada@xn--bcher-kva.example"),
    ],
)
def test_an_address_is_kept_as_mail_goes_to_it(typed: str, address: str) -> None:
    assert deliverable(typed, "address") == address


@pytest.mark.parametrize(
    "typed",
    [
        "ada",
        "ada@localhost",
        "ada@example.org\r\nBcc: all@example.org",
        "ada@example.org,bob@example.org",
        "ada@example.org\nRCPT TO:<x@y.z>",
        "<ada@example.org>",
        '"a b"@example.org',
        "a..b@example.org",
        "müller@example.org",
        "ada@-example.org",
        "ada@exa_mple.org",
        "ada@[127.0.0.1]",
        "a" * 65 + "@example.org",
        "ada@" + "a" * 64 + ".org",
        "=?x?q?x?=@example.org",
        "a=?b@example.org",
    ],
)
def test_what_is_no_plain_address_is_refused_by_its_field(typed: str) -> None:
    with pytest.raises(Invalid) as caught:
        deliverable(typed, "address")
    assert list(caught.value.fields) == ["address"]


def test_waits_grow_and_end() -> None:
    waits = [next_try(tries, NOW, NOW + DAY, lambda: 1.0) for tries in range(1, TRIES)]
    seconds = [(at - NOW).total_seconds() for at in waits if at is not None]
    assert seconds[:5] == [30, 90, 270, 810, 2430]
    assert set(seconds[5:]) == {3600}
    assert len(seconds) == TRIES - 1
    assert next_try(TRIES, NOW, NOW + DAY, lambda: 0.0) is None


def test_chance_spreads_them_over_the_second_half_of_the_span() -> None:
    assert next_try(1, NOW, NOW + DAY, lambda: 0.0) == NOW + timedelta(seconds=15)


def test_nothing_is_tried_after_it_is_worth_it() -> None:
    assert next_try(1, NOW, NOW + timedelta(seconds=20), lambda: 1.0) is None


def test_a_server_that_goes_on_failing_is_left_alone_for_longer() -> None:
    assert [left_alone_for(failures).total_seconds() for failures in (1, 2, 3, 40)] == [30, 60, 120, 900]


@pytest.mark.parametrize(
    ("available", "known", "confirmed", "state"),
    [
        (False, True, True, "unavailable"),
        (True, False, False, "off"),
        (True, True, False, "unconfirmed"),
        (True, True, True, "on"),
    ],
)
def test_mail_is_on_only_after_a_yes(available: bool, known: bool, confirmed: bool, state: str) -> None:
    assert state_of(available, known, confirmed) == state


def test_what_is_urgent_has_no_last_try_and_waits_no_longer_than_a_quarter_of_an_hour() -> None:
    for tries in (1, TRIES, 200):
        found = next_try(tries, NOW, NOW + DAY, lambda: 1.0, urgent=True)
        assert found is not None
        assert found <= NOW + timedelta(minutes=15)
    assert next_try(200, NOW, NOW + timedelta(minutes=1), lambda: 1.0, urgent=True) is None
