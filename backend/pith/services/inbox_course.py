"""What a look finds out about each client: from her last weeks, her measures, her course of care."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row

from pith.domain import inbox as rules
from pith.domain.days import WINDOW_DAYS
from pith.domain.inbox import Course
from pith.domain.measures import Reading, reading
from pith.domain.practice import AlertRow
from pith.domain.visits import reviews_due
from pith.services import measures, progress
from pith.services.progress import Lately
from pith.services.transaction import AnySession
from pith.services.words import ClientKey, whole_log
from pith.store import inbox_look as store
from pith.store import progress as told
from pith.store.inbox_look import Name
from pith.store.visits import standing_visits

LOOK_BACK = 28  # days of what was due: silence longer than that is no news
CAUSES = ("silence", "worsening", "review")


def found_of(
    session: AnySession,
    practice_id: str,
    clients: Collection[str],
    now: datetime,
    master: bytes,
    known: Collection[Name],
) -> dict[str, list[AlertRow]]:
    """By client, of these clients, all that can be said now; inside the caller's transaction. What is `known` needs no
    second thought."""
    first = now.date() - timedelta(days=rules.STEP_BACK_DAYS + 1)
    backs = _by_client(store.step_backs(session, practice_id, clients, first))
    goals = told.newest_scores(session, practice_id, clients, "psfs")
    courses = {row.client_id: row for row in store.courses(session, practice_id, clients)}
    found: dict[str, list[AlertRow]] = {}
    for client in progress.lately(session, practice_id, now, LOOK_BACK, clients):
        one = client.client_id
        days = [date.fromisoformat(row.day) for row in backs[one]]
        score = _goals(master, practice_id, goals.get(one))
        course = _course(session, practice_id, client, days, score)
        found[one] = [
            *_news(session, master, practice_id, one, rules.weekly(course), known),
            *_reviews(session, practice_id, one, courses.get(one), client.today),
        ]
    return found


def _news(
    session: AnySession,
    master: bytes,
    practice_id: str,
    client_id: str,
    found: Iterable[AlertRow],
    known: Collection[Name],
) -> Iterable[AlertRow]:
    """Pain before practice that stays is no news where her own measures say that she is better."""
    for alert in found:
        said = (client_id, alert.cause, alert.source_id) in known
        unchanged = alert.detail.get("why") == "no_change" and not said
        if not (unchanged and measures.is_better(session, master, practice_id, client_id)):
            yield alert


def _course(
    session: AnySession,
    practice_id: str,
    client: Lately,
    step_backs: Sequence[date],
    goals: Reading | None,
) -> Course:
    pains = [(one.local_date, one.pain_before) for one in client.sessions if one.pain_before is not None]
    began = client.began
    oldest = client.today - timedelta(days=WINDOW_DAYS)
    if began is not None and began < oldest:
        week = began, began + timedelta(days=rules.WEEK)
        first = progress.sessions_between(session, practice_id, client.client_id, *week)
        pains += [(one.local_date, one.pain_before) for one in first if one.pain_before is not None]
    practised = {one.local_date for one in client.sessions if any(entry.done_s for entry in one.entries)}
    return Course(
        today=client.today,
        began=began,
        due=client.due,
        practised=frozenset(practised),
        pains=pains,
        step_backs=step_backs,
        goals=() if goals is None else tuple(goals.values.values()),
        goals_on=None if goals is None else goals.on,
    )


def _goals(master: bytes, practice_id: str, row: Row[Any] | None) -> Reading | None:
    """Her own activities as she told them last; what they are called is hers and not looked at."""
    if row is None:
        return None
    log = whole_log(ClientKey(master, practice_id, row.client_id, row.text_key), row.id, row.body, row.words)
    return reading("psfs", date.fromisoformat(row.local_date), log["values"])


def _reviews(
    session: AnySession, practice_id: str, client_id: str, course: Row[Any] | None, today: date
) -> Iterable[AlertRow]:
    """The review of the course under way that fell due last; the source names it, so that it comes once."""
    if course is None or course.ended_at is not None:
        return
    began = date.fromisoformat(course.started_on)
    visits = [date.fromisoformat(one.visited_on) for one in standing_visits(session, practice_id, client_id)]
    for review in reviews_due(began, visits, (), today):
        detail = {"why": "course", "weeks": review.weeks, "visits": review.visits}
        yield AlertRow("review", f"course:{began.isoformat()}:{review.weeks}", "review", detail)


def _by_client(rows: Iterable[Any]) -> defaultdict[str, list[Any]]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.client_id].append(row)
    return found
