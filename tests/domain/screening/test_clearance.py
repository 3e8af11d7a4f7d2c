"""The gate before the program."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pith.domain.errors import Invalid
from pith.domain.screening import Clearance, clean_note, gate

AT = datetime(2026, 3, 2, tzinfo=UTC)


def test_the_gate_is_closed_until_somebody_answers_for_it() -> None:
    closed = gate(None)
    assert (closed.open, closed.by, closed.at) == (False, None, None)


def test_a_clearance_opens_the_gate_and_says_whose_it_is() -> None:
    opened = gate(Clearance("t1", "Her therapist", AT, ""))
    assert (opened.open, opened.by, opened.at) == (True, "Her therapist", AT)


def test_a_note_is_trimmed_and_may_be_empty() -> None:
    assert clean_note("  seen today ") == "seen today"
    assert clean_note("") == ""


def test_a_note_has_an_end() -> None:
    assert clean_note("a" * 1000) == "a" * 1000
    with pytest.raises(Invalid) as refused:
        clean_note("a" * 1001)
    assert refused.value.fields == {"note": "Please use at most 1000 characters."}
