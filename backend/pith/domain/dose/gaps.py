"""Days that were prescribed and left out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date


class Gaps:
    """A calendar that is asked for many days."""

    def __init__(self, prescribed: Iterable[date], practised: Iterable[date]) -> None:
        self._prescribed, self._practised = sorted(set(prescribed)), sorted(set(practised))

    def before(self, day: date) -> tuple[date | None, int]:
        """The last practised date before `day`, and how many prescribed dates between the two were left out."""
        kept = bisect_left(self._practised, day)
        last = self._practised[kept - 1] if kept else None
        first = 0 if last is None else bisect_right(self._prescribed, last)
        return last, bisect_left(self._prescribed, day) - first
