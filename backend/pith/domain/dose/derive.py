"""What everything told so far makes of the dose: decisions, what lies over the program, and today's case.

One pure function, the same on every phone and on the server (frontend/src/domain/dose; the table
tests/contract/dose_history.json holds both to it). Source: domain.md 3.2-3.3, DECISIONS "Verdict, dose, flags".
"""

from __future__ import annotations

from pith.domain.dose.fold import course_of
from pith.domain.dose.history import Derived, History
from pith.domain.dose.overlay import overlay_of
from pith.domain.dose.today import is_gentle, today_of


def derive(history: History) -> Derived:
    course = course_of(history)
    overlay = overlay_of(course.layers, stopped=bool(history.red), gentle=is_gentle(history))
    return Derived(tuple(course.decisions), overlay, today_of(history, course))
