"""What needs a therapist, and how soon: the rank of everything in her inbox, and what puts something there.

A log makes its alert when it arrives; what nobody tells (silence, a slow rise of pain, too little change) is looked for
by the worker, on the client's own local dates. Source: domain.md 2.7 and 3.3. Nothing here reads a clock.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Any, Literal

from pith.domain.days import last_days
from pith.domain.practice import STRONG_PAIN, AlertRow
from pith.domain.practice import alert_of as alert_of_practice

Rank = Literal["urgent", "stop", "reaction", "worsening", "question", "silence", "review", "info"]
Outcome = Literal["answered", "adjusted", "called", "seen", "nothing_to_do"]

# From "now" to "when there is time".
RANKS: tuple[Rank, ...] = ("urgent", "stop", "reaction", "worsening", "question", "silence", "review", "info")
OUTCOMES: tuple[Outcome, ...] = ("answered", "adjusted", "called", "seen", "nothing_to_do")

# A cause with a place of its own, whatever its level; a dose decision has that of its rule.
_OF_CAUSE: Mapping[str, Rank] = {
    "reaction": "reaction",
    "worsening": "worsening",
    "question": "question",
    "silence": "silence",
    "review": "review",
}
_OF_RULE: Mapping[str, Rank] = {"D02": "stop", "D03": "reaction", "D04": "worsening", "D06": "silence"}
_OF_LEVEL: Mapping[str, Rank] = {"urgent": "urgent", "same_day": "stop", "review": "review"}

# Answers of the day after that a therapist hears of; "still" becomes one after 48 h (D03).
_REACTIONS = frozenset({"worse", "new_sign"})

SILENT_DAYS = 4  # prescribed days without practice
NEW_START_DAYS = 14  # of them, after which a dose starts anew
WEEK = 7
RISE = 2  # points of pain: the smallest meaningful worsening (domain.md 4.1)
FEWEST = 2  # values that make a week's median
NO_CHANGE_DAYS = 42
MEANINGFUL_SHARE = 0.3  # of what it was before: a fall by this much, and by two points, is a likely change
LOW_SHARE = (2, 5)  # practised / prescribed
STEP_BACKS = 3
STEP_BACK_DAYS = 14
GOAL = 9  # an activity at this, of 0 (unable) to 10 (as before), is as good as reached


def rank_of(level: str, cause: str, rule: str = "") -> Rank:
    """Where something stands in the inbox. `rule`: the dose rule behind a cause `dose`."""
    if level == "urgent":
        return "urgent"
    if cause == "dose" and rule in _OF_RULE:
        return _OF_RULE[rule]
    return _OF_CAUSE.get(cause) or _OF_LEVEL.get(level, "info")


def alert_of(item: Mapping[str, Any], voided: Collection[str], strong: int = STRONG_PAIN) -> AlertRow | None:
    """The alert that a log sets off, or None; born withdrawn where its void arrived first. `strong` as in practice."""
    withdrawn = item["id"] in voided
    if item["kind"] == "reaction" and item["answer"] in _REACTIONS:
        told = {"answer": item["answer"], "session_id": item["session_id"]}
        return AlertRow("reaction", item["id"], "same_day", told, withdrawn)
    if item["kind"] == "question":
        return AlertRow("question", item["id"], "review", {}, withdrawn)
    if item["kind"] == "note" and not item.get("private"):
        return AlertRow("note", item["id"], "info", {}, withdrawn)
    return alert_of_practice(item, voided, strong)


@dataclass(frozen=True, slots=True)
class Course:
    """One client as the weekly round sees her, on her local date `today`.

    `began`: the date on which her phone first held a program, else None. `due`: prescribed dates; rest days and days
    off (travel, pause, reaction) are taken out. `practised`: dates on which anything was done. `pains`: pain before
    each practice that tells it. `step_backs`: dates of such decisions. `goals`: her own activities, 0-10, as told last,
    on the date `goals_on`.
    """

    today: date
    began: date | None
    due: frozenset[date] = frozenset()
    practised: frozenset[date] = frozenset()
    pains: Sequence[tuple[date, int]] = ()
    step_backs: Sequence[date] = ()
    goals: Sequence[float] = ()
    goals_on: date | None = None


def weekly(course: Course) -> list[AlertRow]:
    """What the round finds out about one client; each at most once by its source: the week of what lasts, else the
    date of what happened."""
    if course.began is None:
        return []
    days = silent_days(course)
    found = [_silence(course, days)] if days >= SILENT_DAYS else []
    rise = worsening(course.today, course.pains)
    if rise is not None:
        detail = {"before": rise[0], "now": rise[1]}
        found.append(AlertRow("worsening", week_of(course.today), "review", detail))
    # Who is silent practises little: one of the two is said.
    return found + _reviews(course, quiet=days >= SILENT_DAYS)


def was_silent(left_out: Iterable[date], rested: Collection[date]) -> bool:
    """Whether the days that she left out before her dose starts anew (D06) are silence: not as far as she was told to
    rest on them."""
    return len(set(left_out) - set(rested)) >= NEW_START_DAYS


def subject(cause: str, source: str) -> str:
    """What an alert of the round is about, whichever week or date it names: of two about the same the newer one is
    the news, and an older one that still waits is not asked about twice."""
    return f"{cause}:{source.partition(':')[0]}" if cause == "review" else cause


def week_of(day: date) -> str:
    """The ISO week of a local date, e.g. `2026-W48`."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def silent_days(course: Course) -> int:
    """Prescribed days before today on which nothing was done, since the last practice (or since it began)."""
    since = _last(course)
    return sum(since < day < course.today for day in course.due) if since else 0


def worsening(today: date, pains: Iterable[tuple[date, int]]) -> tuple[float, float] | None:
    """The medians of pain before practice of the 7 days before and of the last 7, where the second is 2 or more above
    the first; None where it is not, or where a week has less than two values."""
    this, that = set(last_days(today, WEEK)), set(last_days(today - timedelta(days=WEEK), WEEK))
    told = list(pains)
    now, before = ([pain for day, pain in told if day in week] for week in (this, that))
    if min(len(now), len(before)) < FEWEST:
        return None
    was, is_now = float(median(before)), float(median(now))
    return (was, is_now) if is_now - was >= RISE else None


def _last(course: Course) -> date | None:
    return max((day for day in [course.began, *course.practised] if day is not None), default=None)


def _silence(course: Course, days: int) -> AlertRow:
    last = max(course.practised, default=None)
    detail = {"days": days, "last": None if last is None else last.isoformat()}
    return AlertRow("silence", week_of(course.today), "review", detail)


def _reviews(course: Course, quiet: bool) -> list[AlertRow]:
    week = week_of(course.today)
    found = []
    if (change := _no_change(course)) is not None:
        weeks, before, now = change
        found.append(_review(f"no_change:{weeks}", why="no_change", weeks=weeks, before=before, now=now))
    if course.goals and min(course.goals) >= GOAL:
        found.append(_review(f"goal_met:{course.goals_on}", why="goal_met", goals=len(course.goals)))
    if not quiet and (kept := _low_practice(course)) is not None:
        found.append(_review(f"low_practice:{week}", why="low_practice", kept=kept[0], prescribed=kept[1]))
    since = course.today - timedelta(days=STEP_BACK_DAYS)
    backs = [day for day in course.step_backs if since < day <= course.today]
    if len(backs) >= STEP_BACKS:
        found.append(_review(f"step_backs:{max(backs)}", why="step_backs", times=len(backs)))
    return found


def _review(source: str, **detail: Any) -> AlertRow:
    return AlertRow("review", source, "review", detail)


def _no_change(course: Course) -> tuple[int, float, float] | None:
    """`(weeks, before, now)` once in six weeks, where pain before practice fell by less than what may well matter."""
    assert course.began is not None
    sixes = (course.today - course.began).days // NO_CHANGE_DAYS
    first = [pain for day, pain in course.pains if day < course.began + timedelta(days=WEEK)]
    newest = set(last_days(course.today, WEEK))
    last = [pain for day, pain in course.pains if day in newest]
    if not sixes or min(len(first), len(last)) < FEWEST:
        return None
    before, now = float(median(first)), float(median(last))
    fell = before - now
    return None if fell >= max(RISE, before * MEANINGFUL_SHARE) else (sixes * 6, before, now)


def _low_practice(course: Course) -> tuple[int, int] | None:
    """Days kept and prescribed of the last two whole weeks, where both were kept by less than 40 %."""
    yesterday = course.today - timedelta(days=1)
    kept = prescribed = 0
    for week in (last_days(yesterday, WEEK), last_days(yesterday - timedelta(days=WEEK), WEEK)):
        owed = course.due & set(week)
        done = len(owed & course.practised)
        if not owed or done * LOW_SHARE[1] >= len(owed) * LOW_SHARE[0]:
            return None
        kept, prescribed = kept + done, prescribed + len(owed)
    return kept, prescribed
