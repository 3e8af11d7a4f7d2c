"""Which questions of the intake are due, and whether the answers let the program open.

Source: domain.md 2.5 (unanswered safety questions keep the program locked; yearly, after news, after 28 days without
practice). The phone has the same; tests/contract/asking.json holds both to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pith.domain.screening.policy import Asked

DAYS: Mapping[str, int] = {"reask_days": 365, "pause_days": 28}


@dataclass(frozen=True, slots=True)
class Said:
    """A question was answered on the local date `on`, at the corrected time `at`; `chosen` are the words in it."""

    on: date
    at: datetime
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """Something changed, so that the questions in `reask` have to be answered anew."""

    at: datetime
    reask: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """`why`: first (never answered), yearly, news, or pause (long without practice)."""

    question: str
    why: str


@dataclass(frozen=True, slots=True)
class Asking:
    """`open`: no safety question is due."""

    open: bool
    due: tuple[Due, ...]


def asking(
    questions: Sequence[Asked],
    said: Mapping[str, Said],
    news: Iterable[News],
    cleared: Said | None,
    last_practice: date | None,
    today: date,
    numbers: Mapping[str, int] = DAYS,
) -> Asking:
    """What to ask this client today, in the order of the questions. `said`: her newest answer of each question that
    she answered; `cleared`: the therapist's clearance, which answers every safety question on its day; `numbers`:
    those of the practice (thresholds.yaml)."""
    again = list(news)
    days = {**DAYS, **numbers}
    due = []
    closed = False
    for question in questions:
        if not _is_asked(question, said):
            continue
        told = said.get(question.id)
        if question.safety:
            told = _later(told, cleared)
        why = _why(question, told, again, last_practice, today, days)
        if why is not None:
            due.append(Due(question.id, why))
            closed = closed or question.safety
    return Asking(not closed, tuple(due))


def is_held(questions: Iterable[Asked], said: Mapping[str, Said], news: Iterable[News], cleared: Said | None) -> bool:
    """Whether the program waits for answers that nobody gave: a safety question was never answered, or not since news
    that ask it again. One that is only old (yearly, after a pause) is asked when she comes, and she may be told to."""
    again = list(news)
    return any(
        told is None or _asked_again(question, told, again)
        for question in questions
        if question.safety and not question.show_if
        for told in [_later(said.get(question.id), cleared)]
    )


def is_told(answer: Any) -> bool:
    """Whether this answers at all: nothing, and nothing but empty parts, leaves the question open."""
    if answer is None or isinstance(answer, str):
        return bool((answer or "").strip())
    if isinstance(answer, Mapping):
        return any(is_told(part) for part in answer.values())
    if isinstance(answer, list):
        return any(is_told(part) for part in answer)
    return True


def _is_asked(question: Asked, said: Mapping[str, Said]) -> bool:
    return all(
        other in said and not wanted.isdisjoint(said[other].chosen) for other, wanted in question.show_if.items()
    )


def _later(told: Said | None, cleared: Said | None) -> Said | None:
    if told is None or cleared is None:
        return told or cleared
    return max(told, cleared, key=lambda one: one.at)


def _asked_again(question: Asked, told: Said, news: Iterable[News]) -> bool:
    return any(question.id in one.reask and one.at > told.at for one in news)


def _why(
    question: Asked,
    told: Said | None,
    news: Iterable[News],
    last_practice: date | None,
    today: date,
    days: Mapping[str, int],
) -> str | None:
    if told is None:
        return "first"
    if not question.safety:
        return None
    if (today - told.on).days >= days["reask_days"]:
        return "yearly"
    if _asked_again(question, told, news):
        return "news"
    quiet_since = told.on if last_practice is None else max(told.on, last_practice)
    return "pause" if (today - quiet_since).days >= days["pause_days"] else None
