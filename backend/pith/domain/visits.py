"""Hands-on visits and the course of care that they make: what is valid, when a review falls due, and how long practice
stays gentle after a visit.

Sources: the article (recent problems often take 3-6 visits, old ones 10-12 and then maintenance; after a session be
gentle, for processing may go on for 24-48 h); reviews after 6 and 12 weeks are our own choice (domain.md 0, 7 and 11).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from pith.domain.body_map import can_be_marked
from pith.domain.days import FIRST_SANE_DATE, in_utc, local_date
from pith.domain.errors import Invalid

Kind = Literal["direct", "indirect", "both"]
KINDS: tuple[Kind, ...] = ("direct", "indirect", "both")
SHORTEST_MIN, LONGEST_MIN = 5, 300
MOST_REGIONS = 60
WORDS_MAX = 2000

# 3-6 for what is recent, 10-12 for what is old.
PLANNED = (3, 4, 5, 6, 10, 11, 12)
FARTHEST_START = timedelta(days=366)
REVIEW_WEEKS = (6, 12)
GENTLE = timedelta(hours=48)

# An hour that nobody noted is taken as late, so that the gentle time ends late too.
_LATE = time(23, 59)


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """What a therapist writes down. `regions` are (region, side) of the body map."""

    on: date
    minutes: int
    kind: str
    regions: tuple[tuple[str, str], ...] = ()
    note: str = ""
    reaction: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """A look at the whole course, after so many weeks; and how many visits there were in it."""

    weeks: int
    due_on: date
    visits: int


def check_visit(draft: VisitDraft, today: date) -> None:
    """Raise Invalid, naming every field that makes no sense. `today` is the client's date."""
    wrong: dict[str, str] = {}
    if not FIRST_SANE_DATE <= draft.on <= today:
        wrong["on"] = "Please choose today or a day before."
    if not SHORTEST_MIN <= draft.minutes <= LONGEST_MIN:
        wrong["minutes"] = f"From {SHORTEST_MIN} to {LONGEST_MIN} minutes."
    if draft.kind not in KINDS:
        wrong["kind"] = f"Please choose one of: {', '.join(KINDS)}."
    for name in ("note", "reaction"):
        if len(getattr(draft, name)) > WORDS_MAX:
            wrong[name] = f"At most {WORDS_MAX} characters."
    wrong |= _odd_regions(draft.regions)
    if wrong:
        raise Invalid(wrong)


def check_course(visits_planned: int, started_on: date, today: date) -> None:
    """Raise Invalid, naming every field that makes no sense."""
    wrong: dict[str, str] = {}
    if visits_planned not in PLANNED:
        wrong["visits_planned"] = "A course has 3 to 6 visits, or 10 to 12."
    if not FIRST_SANE_DATE <= started_on <= today + FARTHEST_START:
        wrong["started_on"] = "Please choose a day within the next year, or before."
    if wrong:
        raise Invalid(wrong)


def instant_of(on: date, now: datetime, zone: str) -> datetime:
    """When a visit that is written down `now` counts as over: now where it was today, else late on its day."""
    if on >= local_date(now, zone):
        return now
    return min(in_utc(datetime.combine(on, _LATE, ZoneInfo(zone))), now)


def visits_in(started_on: date, visits: Iterable[date]) -> int:
    """How many visits a course has had."""
    return sum(day >= started_on for day in visits)


def reviews_due(
    started_on: date, visits: Sequence[date], closed_reviews: Collection[int], today: date
) -> tuple[Review, ...]:
    """The reviews of a course that wait: the one that fell due last, unless it was closed (`closed_reviews`: weeks).

    What an earlier one would ask, a later one asks too: so at most one waits.
    """
    due = [weeks for weeks in REVIEW_WEEKS if _due_on(started_on, weeks) <= today][-1:]
    held = visits_in(started_on, (day for day in visits if day <= today))
    return tuple(Review(weeks, _due_on(started_on, weeks), held) for weeks in due if weeks not in closed_reviews)


def next_review(started_on: date, today: date) -> tuple[int, date] | None:
    """The weeks and the day of the next review, today's included; None when there is none left."""
    coming = [(weeks, _due_on(started_on, weeks)) for weeks in REVIEW_WEEKS]
    return next((one for one in coming if one[1] >= today), None)


def gentle_until(visits: Iterable[datetime], now: datetime) -> datetime | None:
    """Until when practice is gentle: 48 h after the newest visit, the last moment included; None when that is over, or
    there was none. `now` is the server's time: a visit ahead of it has not been."""
    newest = max((at for at in visits if at <= now), default=None)
    return None if newest is None or now - newest > GENTLE else newest + GENTLE


def _odd_regions(regions: Sequence[tuple[str, str]]) -> dict[str, str]:
    if len(regions) > MOST_REGIONS:
        return {"regions": f"At most {MOST_REGIONS} places."}
    if len(set(regions)) != len(regions):
        return {"regions": "A place stands here twice."}
    return {
        f"regions.{place}": "The body map has no such place."
        for place, (region, side) in enumerate(regions)
        if not can_be_marked(region, side)
    }


def _due_on(started_on: date, weeks: int) -> date:
    return started_on + timedelta(weeks=weeks)
