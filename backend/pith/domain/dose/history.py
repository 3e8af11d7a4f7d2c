"""What the dose of a client is derived from, and what comes out: plain facts, frozen.

Names are those of the wire. Instants are aware and already corrected, local dates are those of the client's zone.
The order of the lists says nothing, but for the items of the program: theirs is the therapist's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from pith.domain.dose.decide import Decided, Notice, Rule

Told = Literal["gone", "still", "worse", "new_sign"]


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """One item as prescribed: seconds over all its sides, the least of them that stays, weekdays 0-6 (0 = Monday)."""

    technique_id: str
    level: int
    max_level: int
    dose_s: int
    least_s: int
    regions: frozenset[str]
    days: frozenset[int]


@dataclass(frozen=True, slots=True)
class ProgramFacts:
    """The version in force. `since`: the local date from which this dose holds; `level_since`: the levels."""

    number: int
    since: date
    level_since: date
    cap_s: int
    slow_lane: bool
    step_s: int | None
    items: tuple[ItemFacts, ...]


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """A technique of a session. `peak`: the highest discomfort told in its holds, or of a hurt (`peak_of_hurt`).
    `regions`: of one that the program has no more."""

    technique_id: str
    level: int
    peak: int | None = None
    regions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """A practice that stands (not voided) and that the author of the version in force has not answered."""

    id: str
    local_date: date
    started_at: datetime
    ended_at: datetime
    recorded_at: datetime
    pain_before: int | None
    pain_after: int | None
    entries: tuple[EntryFacts, ...]


@dataclass(frozen=True, slots=True)
class PainFacts:
    """A pain of that moment: of the daily check, or before a practice."""

    at: datetime
    pain: int


@dataclass(frozen=True, slots=True)
class HurtFacts:
    """A "This hurts" that stands and that no version has answered."""

    id: str
    at: datetime
    technique_id: str
    feeling: str
    discomfort: int | None = None


@dataclass(frozen=True, slots=True)
class ReactionFacts:
    """An answer to "how is it since that practice?"."""

    id: str
    session_id: str
    at: datetime
    answer: Told


@dataclass(frozen=True, slots=True)
class RedFacts:
    """A red flag that stands."""

    id: str
    at: datetime


@dataclass(frozen=True, slots=True)
class State:
    """How a target stood: `s`, its seconds on the heaviest day. Of the whole program `paused` means stopped, and
    `level` is the highest level that all its techniques may have (None: as prescribed); a technique has no budget."""

    paused: bool
    level: int | None
    cuts: int
    budget_s: int | None
    s: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about a `target` ('' = the whole program, else a technique) and what it did. `inputs`: the
    case as `decide` had it, without what is as usual. `source`: the log that set it off."""

    id: str
    on: date
    at: datetime
    rule: Rule
    decision: Decided
    target: str
    notice: Notice
    before: State
    after: State
    inputs: Mapping[str, Any]
    source: str | None


@dataclass(frozen=True, slots=True)
class History:
    """All that is known. `prescribed`: dates from `since` to today without those off; `practised`: also the last one
    before. `visits`: hands-on. `carried`: decisions of earlier versions that the author of this one had not seen.
    `undone`: their ids, or "id/source" where only what that log set off is over. `lifted`: when red flags ended."""

    client_id: str
    zone: str
    now: datetime
    program: ProgramFacts
    sessions: tuple[SessionFacts, ...] = ()
    pains: tuple[PainFacts, ...] = ()
    hurts: tuple[HurtFacts, ...] = ()
    reactions: tuple[ReactionFacts, ...] = ()
    red: tuple[RedFacts, ...] = ()
    prescribed: tuple[date, ...] = ()
    practised: tuple[date, ...] = ()
    visits: tuple[datetime, ...] = ()
    carried: tuple[Decision, ...] = ()
    undone: frozenset[str] = frozenset()
    lifted: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class Overlay:
    """What lies over the program today, by technique: the rule that lets it rest, its highest level, quarters of its
    time that go. `budget_s`: seconds a day. `gentle`: the two days after a visit."""

    stopped: bool = False
    paused: Mapping[str, Rule] = field(default_factory=dict)
    max_level: Mapping[str, int] = field(default_factory=dict)
    cuts: Mapping[str, int] = field(default_factory=dict)
    budget_s: int | None = None
    gentle: bool = False


@dataclass(frozen=True, slots=True)
class Today:
    """The client's own case now."""

    rule: Rule
    decision: Decided
    notice: Notice
    new_s: int
    target: str


@dataclass(frozen=True, slots=True)
class Derived:
    """`decisions`: all that were made since `program.since`, by time; undone ones too."""

    decisions: tuple[Decision, ...]
    overlay: Overlay
    today: Today
