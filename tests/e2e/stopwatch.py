"""How long a journey takes: what the tests note down is printed when the run is over."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

NOTED = "journey"


class Stopwatch:
    """Runs from its first tap on. A robot taps faster than a hand and reads nothing: so its taps are said as well."""

    def __init__(self, note: Callable[[str, object], None]) -> None:
        self._note = note
        self._began: float | None = None

    def start(self) -> None:
        self._began = time.monotonic()

    def lap(self, what: str, taps: int | None = None) -> float:
        """Seconds since the start, noted down."""
        assert self._began is not None, "the watch was not started"
        took = time.monotonic() - self._began
        self._note(NOTED, f"{what}: {took:.1f} s" + ("" if taps is None else f", {taps} taps"))
        return took


def report(terminal: Any) -> None:
    """Prints what was noted down in this run, if anything was."""
    runs = [run for outcome in ("passed", "failed") for run in terminal.stats.get(outcome, ())]
    laps = sorted({(run.nodeid, lap) for run in runs for name, lap in run.user_properties if name == NOTED})
    if laps:
        terminal.section("journeys")
    for test, lap in laps:
        terminal.write_line(f"{test.rpartition('::')[2]}: {lap}")
