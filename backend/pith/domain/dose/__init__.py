"""What the body's answer does to the dose: one day's decision, and what a whole history comes to.

Source: domain.md 2.6-3.4, DECISIONS "Verdict, dose, flags". The phone has the same in frontend/src/domain/dose.
"""

from pith.domain.dose.decide import Case, Decided, Notice, Rule, Ruling, decide
from pith.domain.dose.derive import derive
from pith.domain.dose.history import (
    Decision,
    Derived,
    EntryFacts,
    History,
    HurtFacts,
    ItemFacts,
    Overlay,
    PainFacts,
    ProgramFacts,
    ReactionFacts,
    RedFacts,
    SessionFacts,
    State,
    Today,
)
from pith.domain.dose.naming import decision_id
from pith.domain.dose.overlay import lower, overlay_of, standing
from pith.domain.dose.raises import Raisable, longest_hold_s, raised
from pith.domain.dose.today import worsening

__all__ = [
    "Case",
    "Decided",
    "Decision",
    "Derived",
    "EntryFacts",
    "History",
    "HurtFacts",
    "ItemFacts",
    "Notice",
    "Overlay",
    "PainFacts",
    "ProgramFacts",
    "Raisable",
    "ReactionFacts",
    "RedFacts",
    "Rule",
    "Ruling",
    "SessionFacts",
    "State",
    "Today",
    "decide",
    "decision_id",
    "derive",
    "longest_hold_s",
    "lower",
    "overlay_of",
    "raised",
    "standing",
    "worsening",
]
