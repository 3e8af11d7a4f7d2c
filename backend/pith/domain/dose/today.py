"""The client's own case of a day: what she is told, and whether anything may rise.

Source: domain.md 3.3. Safer moves are made where they arise; here the pace is judged, D06 to D14.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import median

from pith.domain.days import local_date
from pith.domain.dose.decide import Case, Ruling, decide
from pith.domain.dose.gaps import Gaps
from pith.domain.dose.history import Decision, History, ItemFacts, SessionFacts, Today
from pith.domain.dose.overlay import ALL, Layers
from pith.domain.dose.pain import Felt, peak_of
from pith.domain.dose.reactions import Answers
from pith.domain.dose.seconds import heaviest_s

GENTLE = timedelta(hours=48)
A_DAY = timedelta(hours=24)
WEEK_DAYS = 7
WORSE_BY = 2


@dataclass(frozen=True, slots=True)
class Course:
    """Where a history has led: all decisions, what lies over the program, the date of the last change and of the last
    change of a level, the sessions since the last change, and what was looked up on the way."""

    decisions: Sequence[Decision]
    layers: Layers
    changed_on: date
    levelled_on: date
    sessions: Sequence[SessionFacts]
    felt: Felt
    gaps: Gaps
    answers: Answers


def today_of(history: History, course: Course) -> Today:
    """The first that holds: a red flag, the newest rest in force, else the rule of her week."""
    case = _case(history, course)
    if history.red:
        return _told(decide(replace(case, red_flag=True)), ALL)
    if pauses := course.layers.pauses():
        newest = pauses[-1]
        return Today(newest.rule, newest.decision, newest.notice, case.cur_s, newest.target)
    ruling = _held(history, course, case)
    chosen = _next_up(history.program.items, course.layers)
    return _told(ruling, chosen.technique_id if chosen and ruling.rule == "D13" else ALL)


def worsening(history: History) -> bool:
    """Pain before practice has risen: its median of the last 7 days is at least 2 above that of the 7 before."""
    today = local_date(history.now, history.zone)
    last, before = _told_before(history, today), _told_before(history, today - timedelta(days=WEEK_DAYS))
    return min(len(last), len(before)) >= 2 and median(last) - median(before) >= WORSE_BY


def is_gentle(history: History) -> bool:
    """Within the two days after a hands-on visit, the last moment included."""
    return any(timedelta(0) <= history.now - visit <= GENTLE for visit in history.visits)


def _told(ruling: Ruling, target: str) -> Today:
    return Today(ruling.rule, ruling.decision, ruling.notice, ruling.new_s, target)


def _held(history: History, course: Course, case: Case) -> Ruling:
    """What is true of the week already lies over the program: a step back where it arose (two techniques that are
    well alone, but not the two of them, only wait), a gap at the start of its day. What would rise waits."""
    ruling = decide(case)
    if ruling.rule in ("D04", "D05"):
        return Ruling("D11", "HOLD", "none", case.cur_s)
    if ruling.rule in ("D06", "D07"):
        return replace(ruling, new_s=case.cur_s)
    if ruling.rule not in ("D12", "D13"):
        return ruling
    if course.answers.any_open() or _was_felt_long(history, course):
        return Ruling("D10", "HOLD", "info", case.cur_s)
    if is_gentle(history) or worsening(history):
        return Ruling("D11", "HOLD", "none", case.cur_s)
    return ruling


def _was_felt_long(history: History, course: Course) -> bool:
    """Whether the newest reaction of the week went on for more than a day, though it is over (D10)."""
    today = local_date(history.now, history.zone)
    told = [one for one in history.sessions if course.answers.tells_of(one)]
    newest = max(told, key=lambda one: (one.ended_at, one.id), default=None)
    return (
        newest is not None
        and (today - newest.local_date).days < WEEK_DAYS
        and course.answers.was_open_after(newest, A_DAY)
    )


def _case(history: History, course: Course) -> Case:
    program, today = history.program, local_date(history.now, history.zone)
    # The lift of a red flag is a change like any other: the clock of the next step starts anew.
    changed_on = max([course.changed_on, *(local_date(at, history.zone) for at in history.lifted)])
    week = [today - timedelta(days=back) for back in range(WEEK_DAYS)]
    kept = {day for day in history.prescribed if day in week and day in history.practised}
    owed = {day for day in history.prescribed if day in week and (day != today or day in kept)}
    up = _next_up(program.items, course.layers)
    since = [one.id for one in course.sessions]
    this_week = [one.id for one in course.sessions if one.local_date in week]
    peaks = [peak_of(one) for one in course.sessions]
    return Case(
        cur_s=heaviest_s(program.items, course.layers.cuts, course.layers.budget_s),
        cap_s=program.cap_s,
        step_s=program.step_s,
        slow_lane=program.slow_lane,
        level=_level(up, course.layers) if up else 1,
        max_level=up.max_level if up else 1,
        deltas=course.felt.deltas(since) if course.felt.deltas(this_week) else (),
        peaks=tuple(peak for peak in peaks if peak is not None),
        gap_days=0 if today in history.practised else course.gaps.before(today)[1],
        practised=len(kept),
        prescribed=len(owed),
        since_change_days=(today - changed_on).days,
        since_level_days=(today - course.levelled_on).days,
    )


def _next_up(items: Sequence[ItemFacts], layers: Layers) -> ItemFacts | None:
    """The first in the therapist's order that may go a level higher, else the first."""
    rising = [item for item in items if _level(item, layers) < item.max_level]
    return next(iter((*rising, *items)), None)


def _level(item: ItemFacts, layers: Layers) -> int:
    return min(item.level, layers.max_level.get(item.technique_id, item.level))


def _told_before(history: History, last: date) -> list[int]:
    """Pain before practice on the 7 dates that end with `last`."""
    return [
        session.pain_before
        for session in history.sessions
        if session.pain_before is not None and 0 <= (last - session.local_date).days < WEEK_DAYS
    ]
