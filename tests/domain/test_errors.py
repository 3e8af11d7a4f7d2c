"""A refusal says to programs what it is, to people what they can do, and carries what is needed to mend it."""

from __future__ import annotations

import pytest

from pith.domain.errors import (
    AppTooOld,
    Conflict,
    DomainError,
    Gone,
    Invalid,
    NotFound,
    RateLimited,
    TooLarge,
    Unavailable,
)


@pytest.mark.parametrize(
    ("error", "code", "carried"),
    [
        (Invalid({"name": "Please write a name."}), "invalid", {"fields": {"name": "Please write a name."}}),
        (Conflict(current=3), "conflict", {"detail": {"current": 3}}),
        (Gone(client_id="hers"), "client_revoked", {"detail": {"client_id": "hers"}}),
        (RateLimited(60), "too_many_tries", {"retry_after": 60}),
        (TooLarge(512), "too_large", {"max_bytes": 512}),
        (AppTooOld(2), "app_too_old", {"min_schema": 2}),
        (Unavailable(), "unavailable", {"retry_after": 5}),
    ],
    ids=lambda one: type(one).__name__ if isinstance(one, DomainError) else "",
)
def test_a_refusal_has_a_code_a_sentence_and_what_is_needed_to_mend_it(
    error: DomainError, code: str, carried: dict[str, object]
) -> None:
    assert error.code == code
    assert str(error) == error.message == type(error).message
    assert {name: getattr(error, name) for name in carried} == carried


def test_a_refusal_may_say_more_closely_what_is_wrong() -> None:
    for error in (
        NotFound("no_program", "There is no program yet."),
        Invalid({}, "no_program", "There is no program yet."),
    ):
        assert (error.code, str(error)) == ("no_program", "There is no program yet.")
    assert NotFound.code == "not_found"
