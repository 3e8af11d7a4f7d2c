"""What everything told so far makes of the dose: decisions, what lies over the program, and today's case.

One pure function, the same on every phone and on the server (frontend/src/domain/dose; the table
tests/contract/dose_history.json holds both to it). Source: domain.md 3.2-3.3, DECISIONS "Verdict, dose, flags".
"""

from __future__ import annotations

from pith.domain.dose.history import Derived, History
from pith.domain.dose.overlay import overlay_of, standing
from pith.domain.dose.today import Course, is_gentle, today_of


def derive(history: History) -> Derived:
    layers = standing(history.carried, history.undone, history.program.items)
    program = history.program
    course = Course(layers, bool(history.red), program.since, program.level_since, history.sessions, ())
    overlay = overlay_of(layers, stopped=bool(history.red), gentle=is_gentle(history))
    return Derived((), overlay, today_of(history, course))
