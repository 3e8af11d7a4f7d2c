"""Screening: whether a client may practise. Until she is screened her program stays closed."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime

from pith.domain.errors import Invalid

NOTE_MAX = 1000


@dataclass(frozen=True, slots=True)
class Clearance:
    """A therapist's word that she screened this client herself: who (id, name), when, and a note of hers."""

    by_id: str
    by_name: str
    at: datetime
    note: str


@dataclass(frozen=True, slots=True)
class Gate:
    """Open: the client may practise. `by` and `at` say whose clearance opened it."""

    open: bool
    by: str | None = None
    at: datetime | None = None


def gate(clearance: Clearance | None) -> Gate:
    """Closed until somebody answers for it, so that no unscreened body is put on a ball (domain.md 2.5)."""
    if clearance is None:
        return Gate(open=False)
    return Gate(open=True, by=clearance.by_name, at=clearance.at)


def clean_note(text: str) -> str:
    """The note as it is kept: NFC, trimmed, at most 1000 characters; it may be empty. Raises Invalid."""
    note = unicodedata.normalize("NFC", text).strip()
    if len(note) > NOTE_MAX:
        raise Invalid({"note": f"Please use at most {NOTE_MAX} characters."})
    return note
