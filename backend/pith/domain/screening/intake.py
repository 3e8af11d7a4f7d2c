"""What an answer raises. Not being sure counts as yes; a date that is not told counts as the strictest phase, and as
the last day of a phase that was chosen by word.

Source: domain.md 2.5, content/data/intake.yaml.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pith.domain.screening.dates import Raised, assumed_start, phase_on
from pith.domain.screening.policy import Policy, RaiseIf
from pith.domain.screening.sites import Site

# Answers that say that there is nothing.
NOTHING = frozenset({"none", "no"})


@dataclass(frozen=True)
class Answer:
    """One answer, or one entry of it (each operation is one). `chosen`: options as the intake file writes them;
    `on`: the day 0 that was told; `agreed`: whether the surgeon agreed, as far as it was said."""

    chosen: tuple[str, ...] = ()
    number: int | None = None
    on: date | None = None
    sites: tuple[Site, ...] = ()
    agreed: bool = False


def raised_by(policy: Policy, question: str, answer: Answer, today: date) -> tuple[Raised, ...]:
    """The flags that this answer raises, each once, in the order of the question's file. Raises KeyError."""
    flags: dict[str, Raised] = {}
    for raises in policy.questions[question].raises:
        for flag in _flags_of(policy, raises, answer, today):
            one = _placed(policy, flag, answer, today)
            if one is not None:
                flags[flag] = one
    return tuple(flags.values())


def _flags_of(policy: Policy, raises: RaiseIf, answer: Answer, today: date) -> tuple[str, ...]:
    if raises.kind == "ticked":
        return tuple(option for option in answer.chosen if option in policy.red_flags)
    if raises.kind == "phase_of":
        over = (raises.unless_agreed and answer.agreed) or _says_nothing(answer)
        timeline = policy.timelines[raises.flags[0]]
        phase = None if over else phase_on(timeline, answer.on, today)
        return () if phase is None else (phase,)
    return raises.flags if _said(raises, answer) else ()


def _says_nothing(answer: Answer) -> bool:
    """Whether she said that there was no such day; leaving the day out says no such thing."""
    only_words = answer.on is None and not answer.sites and bool(answer.chosen)
    return only_words and NOTHING.issuperset(answer.chosen)


def _said(raises: RaiseIf, answer: Answer) -> bool:
    if raises.kind == "below":
        return answer.number is not None and answer.number < int(raises.value)
    if raises.kind == "any":
        return bool(answer.sites) or not NOTHING.issuperset(answer.chosen)
    return raises.value in answer.chosen


def _placed(policy: Policy, flag: str, answer: Answer, today: date) -> Raised | None:
    """With its place and its date. What was over before it was told is not raised."""
    timeline = policy.timelines.get(flag)
    sites = answer.sites if flag in policy.flags and policy.flags[flag].placed else ()
    if timeline is None:
        return Raised(flag, sites)
    if timeline.by_itself:
        return Raised(flag, sites, answer.on or today)
    if phase_on(timeline, answer.on, today) is None:
        return None
    return Raised(flag, sites, answer.on or assumed_start(policy, flag, today))
