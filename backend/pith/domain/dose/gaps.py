"""Days that were prescribed and left out."""

from __future__ import annotations

from datetime import date

from pith.domain.dose.history import History


def gap_before(history: History, day: date) -> tuple[date | None, int]:
    """The last practised date before `day`, and how many prescribed dates between the two were left out."""
    last = max((one for one in history.practised if one < day), default=None)
    return last, sum(1 for one in set(history.prescribed) if one < day and (last is None or last < one))
