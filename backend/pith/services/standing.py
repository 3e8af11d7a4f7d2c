"""Whether there is anything to remind of: her program is there, is open, and has something due on that local date.

The questions and red flags are those of the shipped content: a practice moves numbers, and no number counts here. What
is asked only after another answer is left to her phone, for answers are sealed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from pith.content.loader import load_content
from pith.domain import screening as rules
from pith.domain.screening import News, Said
from pith.services.flags import log_of, once
from pith.services.transaction import AnySession
from pith.store import standing as store


@dataclass(frozen=True, slots=True)
class Program:
    """How it is with the program on the date of one line."""

    paused: bool
    no_program: bool
    rest: bool


def programs(session: AnySession, worker: str, days: Mapping[str, str]) -> dict[str, Program]:
    """By line of the ledger that this worker has claimed, of which `days` has the local date: a few reads for all of
    them. Inside the caller's transaction."""
    if not days:
        return {}
    due = store.due_days(session, worker)
    closed = _locked(session, worker) | _unanswered(session, worker, days)
    return {
        line: Program(
            line in closed, line not in due, line in due and date.fromisoformat(day).weekday() not in due[line]
        )
        for line, day in days.items()
    }


def _locked(session: AnySession, worker: str) -> set[str]:
    """Those about a client of whom a red flag stands."""
    red = {*load_content().policy.red_flags, rules.ANY_RED_FLAG}
    told = store.flag_entries(session, worker, red)
    return {line for line, entries in told.items() if rules.fold(map(log_of, once(entries)))}


def _unanswered(session: AnySession, worker: str, lines: Mapping[str, str]) -> set[str]:
    """Those about a client whose safety questions wait for an answer. Where a clearance is newer than all news, nobody
    looks at her answers."""
    cleared = store.cleared(session, worker)
    news: defaultdict[str, list[News]] = defaultdict(list)
    for row in store.news(session, worker):
        if row.id not in cleared or row.at > cleared[row.id]:
            news[row.id].append(News(row.at, tuple(row.reask)))
    asked = [line for line in lines if line not in cleared or line in news]
    if not asked:
        return set()
    questions = load_content().policy.intake
    said = _said(session, worker, {question.id for question in questions if question.safety})
    return {line for line in asked if rules.is_held(questions, said[line], news[line], _clearance(cleared.get(line)))}


def _said(session: AnySession, worker: str, questions: set[str]) -> defaultdict[str, dict[str, Said]]:
    """The newest answer of each question, where it says anything."""
    found: defaultdict[str, dict[str, Said]] = defaultdict(dict)
    for row in store.answers(session, worker, questions):
        if row.told:
            found[row.id][row.question_id] = Said(date.fromisoformat(row.told_on), row.at)
        else:
            found[row.id].pop(row.question_id, None)
    return found


def _clearance(at: datetime | None) -> Said | None:
    return None if at is None else Said(at.date(), at)
