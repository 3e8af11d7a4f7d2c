"""Push and mail together: who is tried, and what becomes of the line."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from pith.domain.ways_out import MAILED, Outcome, Together, goes_by_mail, goes_by_push, together

NOW = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
SOON, LATER = NOW + timedelta(minutes=1), NOW + timedelta(minutes=5)
DONE, NOBODY = Outcome("done"), Outcome("skipped", "no_channel")
GONE, REFUSED = Outcome("failed", "gone"), Outcome("failed", "mail_refused")
PUSH_AGAIN, MAIL_AGAIN = Outcome("due", "unreachable", LATER), Outcome("due", "mail_unreachable", SOON)


@pytest.mark.parametrize(
    ("kind", "left", "push"),
    [("reminder", None, True), ("reminder", "push", True), ("reminder", "mail", False), ("confirm", None, False)],
)
def test_a_line_goes_by_push_unless_only_mail_is_left_for_it(kind: str, left: str | None, push: bool) -> None:
    assert goes_by_push(kind, left) is push


@pytest.mark.parametrize("push", [DONE, PUSH_AGAIN])
def test_a_clients_line_goes_by_mail_only_where_no_push_took_it_and_none_may(push: Outcome) -> None:
    assert not goes_by_mail("reminder", None, push)
    assert goes_by_mail("reminder", None, GONE)
    assert goes_by_mail("news", "push", NOBODY)
    assert goes_by_mail("reminder", "mail", None)


def test_an_alert_goes_by_both_at_once_and_by_mail_no_more_once_mail_is_over() -> None:
    assert goes_by_mail("alert", None, DONE)
    assert not goes_by_mail("alert", "push", PUSH_AGAIN)


def test_a_test_of_pushes_is_never_a_mail() -> None:
    assert not goes_by_mail("test", None, NOBODY)


@pytest.mark.parametrize(
    ("push", "mail", "both"),
    [
        (DONE, None, Together(Outcome("done"), "push")),
        (None, DONE, Together(Outcome("done"), "mail")),
        (DONE, DONE, Together(Outcome("done"), "both")),
        (DONE, MAIL_AGAIN, Together(Outcome("done"), "push")),
        (GONE, DONE, Together(Outcome("done"), "mail")),
        (PUSH_AGAIN, None, Together(PUSH_AGAIN, "push")),
        (PUSH_AGAIN, REFUSED, Together(PUSH_AGAIN, "push")),
        (GONE, MAIL_AGAIN, Together(MAIL_AGAIN, "mail")),
        (PUSH_AGAIN, MAIL_AGAIN, Together(Outcome("due", "unreachable", SOON), None)),
        (GONE, NOBODY, Together(GONE, "push")),
        (NOBODY, REFUSED, Together(REFUSED, "mail")),
        (GONE, REFUSED, Together(GONE, "push")),
        (NOBODY, NOBODY, Together(NOBODY, None)),
        (NOBODY, Outcome("skipped", MAILED), Together(Outcome("skipped", MAILED), None)),
        (None, None, Together(NOBODY, None)),
    ],
)
def test_one_that_took_it_is_enough_else_whoever_may_still_take_it_tries_again(
    push: Outcome | None, mail: Outcome | None, both: Together
) -> None:
    assert together(push, mail, "reminder") == both


@pytest.mark.parametrize(
    ("push", "mail", "both"),
    [
        (DONE, MAIL_AGAIN, Together(MAIL_AGAIN, "mail")),
        (DONE, Outcome("due", "unknown", SOON), Together(DONE, "push")),
        (DONE, REFUSED, Together(DONE, "push")),
        (DONE, None, Together(DONE, "push")),
        (None, MAIL_AGAIN, Together(MAIL_AGAIN, "mail")),
        (PUSH_AGAIN, MAIL_AGAIN, Together(Outcome("due", "unreachable", SOON), None)),
    ],
)
def test_an_alert_that_was_pushed_waits_for_the_mail_that_was_not_taken(
    push: Outcome | None, mail: Outcome | None, both: Together
) -> None:
    assert together(push, mail, "alert") == both
