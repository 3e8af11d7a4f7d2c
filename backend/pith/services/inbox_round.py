"""What nobody tells and the worker looks for: silence, a slow rise of pain, time for a review, reminders that do not
arrive. An alert is unique by what it is about, so that any number of workers may look as often as they like."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row

from pith.domain import inbox as rules
from pith.domain.days import WINDOW_DAYS
from pith.domain.inbox import Course
from pith.domain.practice import AlertRow
from pith.domain.reminder_proof import Proof
from pith.domain.visits import reviews_due
from pith.services import measures, progress, reminder_proof
from pith.services.progress import Lately
from pith.services.transaction import AnySession, read, write
from pith.services.words import ClientKey, whole_log
from pith.store import inbox as store
from pith.store import progress as told
from pith.store.accounts import paired_ids
from pith.store.practice import insert_alerts
from pith.store.visits import standing_visits

LOOK_BACK = 28  # days of what was due: silence longer than that is no news
# What is over by itself once it is no longer so.
_PASSING = ("silence", "reminders")
Found = dict[str, list[AlertRow]]


def look(session: AnySession, now: datetime, master: bytes) -> int:
    """Looks at every practice, each in transactions of its own; how many alerts are new. `master` opens their keys."""
    with read(session):
        practices = store.practice_ids(session)
    return sum(_look_at(session, practice_id, now, master) for practice_id in practices)


def _look_at(session: AnySession, practice_id: str, now: datetime, master: bytes) -> int:
    with read(session):
        found = _found(session, practice_id, now, master)
        causes = {alert.cause for alerts in found.values() for alert in alerts} | set(_PASSING)
        known = {tuple(row) for row in store.standing(session, practice_id, causes)}
    rows = [
        _row(practice_id, client_id, alert, now)
        for client_id, alerts in found.items()
        for alert in alerts
        if (client_id, alert.cause, alert.source_id) not in known
    ]
    still = {(client_id, alert.cause) for client_id, alerts in found.items() for alert in alerts}
    over = {(client, cause) for client, cause, _ in known if cause in _PASSING} - still
    if not rows and not over:
        return 0
    with write(session):
        for client_id, cause in sorted(over):
            store.withdraw_open(session, practice_id, client_id, cause, now)
        if rows:
            insert_alerts(session, rows)
    return len(rows)


def _found(session: AnySession, practice_id: str, now: datetime, master: bytes) -> Found:
    here = told.clients_here(session, practice_id, None)
    paired = paired_ids(session, practice_id, now)
    proofs = reminder_proof.proofs(session, practice_id)
    backs = _by_client(store.step_backs(session, practice_id, now.date() - timedelta(days=rules.STEP_BACK_DAYS + 1)))
    since = (now - timedelta(days=rules.NO_CHANGE_DAYS)).date().isoformat()
    goals = told.newest_scores(session, practice_id, "psfs", since)
    reviews = _reviews(session, practice_id)
    found: Found = {}
    for client in progress.lately(session, practice_id, now, LOOK_BACK):
        if client.client_id not in here:
            continue
        days = [date.fromisoformat(row.day) for row in backs[client.client_id]]
        scores = _scores(master, practice_id, goals.get(client.client_id))
        course = _course(session, practice_id, client, days, scores)
        proof = proofs[client.client_id] if client.client_id in paired else None
        found[client.client_id] = [
            *_news(session, master, practice_id, client.client_id, rules.weekly(course)),
            *_due(reviews.get(client.client_id), client.today),
            *_reminders(proof, client.today),
        ]
    return found


def _news(
    session: AnySession, master: bytes, practice_id: str, client_id: str, found: Iterable[AlertRow]
) -> Iterable[AlertRow]:
    """Pain before practice that stays is no news where her own measures say that she is better."""
    for alert in found:
        unchanged = alert.detail.get("why") == "no_change"
        if not (unchanged and measures.is_better(session, master, practice_id, client_id)):
            yield alert


def _course(
    session: AnySession, practice_id: str, client: Lately, step_backs: Sequence[date], goals: Sequence[float]
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
        goals=goals,
    )


def _scores(master: bytes, practice_id: str, row: Row[Any] | None) -> list[float]:
    """Her own activities as she told them last, each 0-10; what they are called is hers and not looked at."""
    if row is None:
        return []
    key = ClientKey(master, practice_id, row.client_id, row.text_key)
    values = whole_log(key, row.id, row.body, row.words)["values"]
    return [float(value) for value in values.values() if isinstance(value, int | float)]


def _reviews(session: AnySession, practice_id: str) -> dict[str, tuple[date, list[date]]]:
    """By client when the course under way began, and its visits."""
    newest = {row.client_id: row for row in store.courses(session, practice_id)}
    return {
        client_id: (
            date.fromisoformat(course.started_on),
            [date.fromisoformat(one.visited_on) for one in standing_visits(session, practice_id, client_id)],
        )
        for client_id, course in newest.items()
        if course.ended_at is None
    }


def _due(course: tuple[date, list[date]] | None, today: date) -> Iterable[AlertRow]:
    """The review of a course of care that fell due last; the source names it, so that it comes once."""
    if course is None:
        return
    began, visits = course
    for review in reviews_due(began, visits, (), today):
        detail = {"why": "course", "weeks": review.weeks, "visits": review.visits}
        yield AlertRow("review", f"course:{began.isoformat()}:{review.weeks}", "review", detail)


def _reminders(proof: Proof | None, today: date) -> Iterable[AlertRow]:
    if proof is None or proof.state != "failed":
        return
    since = rules.week_of(today) if proof.since is None else proof.since.date().isoformat()
    at: Mapping[str, Any] = {} if proof.since is None else {"at": proof.since.isoformat()}
    yield AlertRow("reminders", f"since:{since}", "info", {"reason": proof.reason, **at})


def _row(practice_id: str, client_id: str, alert: AlertRow, now: datetime) -> dict[str, Any]:
    return {
        "practice_id": practice_id,
        "client_id": client_id,
        "cause": alert.cause,
        "source_id": alert.source_id,
        "level": alert.level,
        "detail": dict(alert.detail),
        "created_at": now,
        "withdrawn_at": None,
    }


def _by_client(rows: Iterable[Any]) -> defaultdict[str, list[Any]]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.client_id].append(row)
    return found
