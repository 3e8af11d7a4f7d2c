"""Screening: whether a client may practise at all (clearance), and what is safe for her body (verdicts).

Source: domain.md 2.4-2.5, DECISIONS "Verdict, dose, flags". The phone has the same in frontend/src/domain/screening;
tests/contract/verdicts.json and the parity test hold both to it.
"""

from pith.domain.screening.acts import ACTS, ROLES, Act, check_act, covered, is_red
from pith.domain.screening.answers import faults, unread_in, unread_raises
from pith.domain.screening.asking import Asking, Due, News, Said, asking, is_held, is_told
from pith.domain.screening.clearance import NOTE_MAX, Clearance, Gate, clean_note, gate
from pith.domain.screening.dates import (
    Active,
    Raised,
    active_flags,
    assumed_start,
    ends_by_itself,
    is_over,
    pregnancy_start,
)
from pith.domain.screening.flag_logs import FlagLog, fold
from pith.domain.screening.intake import Answer, raised_by
from pith.domain.screening.overrides import OVERRIDE_DAYS, REASON_MIN, Override, basis_of, permits, stands
from pith.domain.screening.policy import (
    ANY_RED_FLAG,
    RANKS,
    Asked,
    FlagKind,
    Match,
    Policy,
    Question,
    RaiseIf,
    Rule,
    Timeline,
    holds,
)
from pith.domain.screening.sites import Site
from pith.domain.screening.steps import safer_step
from pith.domain.screening.told import (
    TELLS_FLAGS,
    answers_in,
    asked_again,
    effective,
    sites_in,
    told_in,
    words_in,
)
from pith.domain.screening.verdicts import Finding, Use, Verdict, verdict, verdicts

__all__ = [
    "ACTS",
    "ANY_RED_FLAG",
    "NOTE_MAX",
    "OVERRIDE_DAYS",
    "RANKS",
    "REASON_MIN",
    "ROLES",
    "TELLS_FLAGS",
    "Act",
    "Active",
    "Answer",
    "Asked",
    "Asking",
    "Clearance",
    "Due",
    "Finding",
    "FlagKind",
    "FlagLog",
    "Gate",
    "Match",
    "News",
    "Override",
    "Policy",
    "Question",
    "RaiseIf",
    "Raised",
    "Rule",
    "Said",
    "Site",
    "Timeline",
    "Use",
    "Verdict",
    "active_flags",
    "answers_in",
    "asked_again",
    "asking",
    "assumed_start",
    "basis_of",
    "check_act",
    "clean_note",
    "covered",
    "effective",
    "ends_by_itself",
    "faults",
    "fold",
    "gate",
    "holds",
    "is_held",
    "is_over",
    "is_red",
    "is_told",
    "permits",
    "pregnancy_start",
    "raised_by",
    "safer_step",
    "sites_in",
    "stands",
    "told_in",
    "unread_in",
    "unread_raises",
    "verdict",
    "verdicts",
    "words_in",
]
