"""How steadily somebody practises, as numbers with a formula. Source: domain.md 4.2.

`practised / prescribed` of the last 7 days (rest, pause, travel and reaction days in neither); seconds of dose, a day
counting at most one and a half times what it asked for; techniques done of those assigned; weeks with 4 practised days
or more. The band is for the therapist alone: published ones vary too much to tell a client anything.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from pith.domain.days import last_days
from pith.domain.practice import Due, Session, days_kept, is_practised, techniques_done

WINDOW_DAYS = 7
WEEKS = 8  # this one and those before it: within the 60 days that a phone holds
STEADY_WEEK = 4  # practised days
MOST_OF_A_DAY = (3, 2)  # of its dose
STEADY, PARTIAL = 80, 50  # percent, from which on

Band = Literal["steady", "partial", "low"]


@dataclass(frozen=True, slots=True)
class Consistency:
    """Of the last 7 days all but `weeks_kept` of `weeks`. `share` is in percent; None where nothing was asked for."""

    practised: int
    prescribed: int
    share: int | None
    band: Band | None
    done_s: int
    done: int
    assigned: int
    weeks_kept: int
    weeks: int


def looked_at(today: date) -> list[date]:
    """The dates that count, oldest first: `WEEKS` weeks that begin on Monday, up to today."""
    return last_days(today, 7 * (WEEKS - 1) + today.weekday() + 1)


def consistency(
    today: date, due: Mapping[date, Due], sessions: Iterable[Session], off: Collection[date] = ()
) -> Consistency:
    """`due` has what each of the dates asked for, where it asked for anything; `sessions` are those that stand; on
    dates `off` nothing was owed."""
    by_date: dict[date, list[Session]] = {}
    for session in sessions:
        by_date.setdefault(session.local_date, []).append(session)
    told = [one for day in by_date.values() for one in day]
    kept = days_kept(today, due, told, window_days=WINDOW_DAYS, off=off)
    window = last_days(today, WINDOW_DAYS)
    asked = [day for day in window if day in due and day not in off and (day != today or day in kept.practised)]
    weeks_kept, weeks = _weeks(today, due, by_date, off)
    share = _percent(kept.kept, kept.prescribed)
    return Consistency(
        practised=kept.kept,
        prescribed=kept.prescribed,
        share=share,
        band=None if share is None else _band(share),
        done_s=_seconds(window, due, by_date),
        done=sum(len(due[day].techniques & techniques_done(by_date.get(day, ()))) for day in asked),
        assigned=sum(len(due[day].techniques) for day in asked),
        weeks_kept=weeks_kept,
        weeks=weeks,
    )


def _percent(part: int, whole: int) -> int | None:
    """Rounded half up, as the phone rounds."""
    return None if whole == 0 else (200 * part + whole) // (2 * whole)


def _band(share: int) -> Band:
    return "steady" if share >= STEADY else "partial" if share >= PARTIAL else "low"


def _seconds(window: Iterable[date], due: Mapping[date, Due], by_date: Mapping[date, list[Session]]) -> int:
    """A day off counts up to what the fullest of these days would; where nothing was asked for, all of it counts."""
    doses = {day: due[day].dose_s if day in due else 0 for day in window}
    usual = max(doses.values())
    total = 0
    for day, asked in doses.items():
        done = sum(entry.done_s for session in by_date.get(day, ()) for entry in session.entries)
        most = (asked or usual) * MOST_OF_A_DAY[0] // MOST_OF_A_DAY[1]
        total += min(done, most) if most else done
    return total


def _weeks(
    today: date, due: Mapping[date, Due], by_date: Mapping[date, list[Session]], off: Collection[date]
) -> tuple[int, int]:
    """Weeks with enough practised days, of those that asked for any practice; the one that is lived counts once it has
    them."""
    dates = looked_at(today)
    kept = counted = 0
    for monday in dates[::7]:
        week = [monday + timedelta(days=ahead) for ahead in range(7)]
        practised = sum(
            is_practised(by_date.get(day, ()), due[day].dose_s if day in due else 0) for day in week if day <= today
        )
        is_kept = practised >= STEADY_WEEK
        asked = week[-1] < today and any(day in due and day not in off for day in week)
        kept += is_kept
        counted += is_kept or asked
    return kept, counted
