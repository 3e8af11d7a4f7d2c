"""What practice adds up to: kept days, alerts and what undoes them, and the row of a client's list.

Source: domain.md 4.2 (adherence), DECISIONS "Verdict, dose, flags" (alerts). Seconds are whole seconds of dose.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from pith.domain.days import last_days

TECHNIQUE_SHARE = (4, 5)  # done / planned of one technique in one session that makes a practised day
DAY_SHARE = (1, 2)  # done / prescribed of the whole date that makes one

# "Just too much" goes to the dose rules; the other five pause the technique (D02): the therapist hears the same day.
HURT_LEVEL = {
    "sharp": "same_day",
    "burning": "same_day",
    "electric": "same_day",
    "numb": "same_day",
    "spreading": "same_day",
    "too_much": "review",
}
STOPPING = frozenset(feeling for feeling, level in HURT_LEVEL.items() if level == "same_day")
STOPPING_FROM = 8  # as strong as a sharp pain, where it was told as a number 0-10 (D02)
_DAY = timedelta(days=1)
PAIN_NOW = "d3"  # the daily question whose answer is the pain right now
STRONG_PAIN = 8  # pain before from which on nothing presses that day; a practice may set a lower one
WHOLE = ""  # what rests is her whole program
SETTLED = "gone"  # the one answer of the day after that says the body is quiet again


@dataclass(frozen=True, slots=True)
class Entry:
    """One technique and side of a session: seconds planned and done."""

    technique_id: str
    planned_s: int
    done_s: int


@dataclass(frozen=True, slots=True)
class Session:
    """One practice as told, on the local date of its start. Pain is 0-10 or not told."""

    id: str
    local_date: date
    entries: tuple[Entry, ...]
    pain_before: int | None = None
    pain_after: int | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """What a date asked for: the program's number, the seconds of dose, the techniques. `answered`: ids of the stops
    that had reached the server when it was written; None: nobody knows, so that its number says it."""

    number: int
    dose_s: int
    techniques: frozenset[str]
    answered: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Hurt:
    """A "This hurts" that stands (not taken back), on the local date of its tap."""

    local_date: date
    program_version: int
    technique_id: str
    feeling: str
    discomfort: int = 0
    id: str = ""


@dataclass(frozen=True, slots=True)
class Rest:
    """A technique rested by a rule of the dose, or her `WHOLE` program was closed by a red flag: the local dates on
    which that began and ended, both included; None: it goes on."""

    target: str
    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class Reaction:
    """An answer to "how is it since the last practice?" that stands, on the local date on which it was given."""

    local_date: date
    answer: str


@dataclass(frozen=True, slots=True)
class Kept:
    """`kept` of `prescribed` dates; `practised` lists every practised date of the window, extras too."""

    kept: int
    prescribed: int
    practised: tuple[date, ...]


def days_kept(
    today: date,
    due: Mapping[date, Due],
    sessions: Iterable[Session],
    *,
    window_days: int = 14,
    off: Collection[date] = (),
) -> Kept:
    """How many of the prescribed dates among the last `window_days` were practised.

    `due` has what was prescribed, for dates on which anything is; `sessions` are those that stand (not voided).
    Today counts only once it is practised. Dates `off` (travel, pause, reaction) are in neither number, like rest days.
    """
    window = last_days(today, window_days)
    kept_on = practised_dates(due, sessions)
    practised = tuple(day for day in window if day in kept_on)
    owed = [day for day in window if day in due and day not in off]
    kept = [day for day in owed if day in practised]
    prescribed = [day for day in owed if day != today or day in practised]
    return Kept(len(kept), len(prescribed), practised)


def reaction_dates(reactions: Iterable[Reaction]) -> frozenset[date]:
    """Dates on which the body still answered to a practice: waiting is right then (domain.md 2.7, D03, D10)."""
    return frozenset(told.local_date for told in reactions if told.answer != SETTLED)


def practised_dates(due: Mapping[date, Due], sessions: Iterable[Session]) -> frozenset[date]:
    """The dates that these sessions make practised days."""
    by_date: dict[date, list[Session]] = {}
    for session in sessions:
        by_date.setdefault(session.local_date, []).append(session)
    return frozenset(day for day, lived in by_date.items() if is_practised(lived, due[day].dose_s if day in due else 0))


def pause_dates(
    due: Mapping[date, Due], hurts: Iterable[Hurt], rests: Iterable[Rest] = (), practised: Collection[date] = ()
) -> frozenset[date]:
    """Dates on which everything prescribed rests: because it hurt under that program (D02), from the stop on, or since
    it was told to. On a date that was `practised` it must have rested from the day before until the day after: whoever
    practised before it began, or after it ended, has kept that day."""
    stops = [hurt for hurt in hurts if hurt.feeling in STOPPING or hurt.discomfort >= STOPPING_FROM]
    told = list(rests)
    found = set()
    for day, asked in due.items():
        around = _DAY if day in practised else timedelta()
        hurting = {
            hurt.technique_id for hurt in stops if hurt.local_date <= day - around and not _is_answered(asked, hurt)
        }
        resting = {
            one.target for one in told if one.first <= day - around and (one.last is None or day + around <= one.last)
        }
        if WHOLE in resting or asked.techniques <= hurting | resting:
            found.add(day)
    return frozenset(found)


def _is_answered(asked: Due, stop: Hurt) -> bool:
    """Whether whoever wrote that program could know of the stop: only then does a newer one end the rest."""
    known = asked.answered is None or stop.id in asked.answered
    return known and stop.program_version < asked.number


def stops_in(body: Mapping[str, Any]) -> bool:
    """Whether a log tells a pain that lets a technique rest: by its name, or by a number told in a hold."""
    if body["kind"] == "hurt":
        return body["feeling"] in STOPPING or (body.get("discomfort") or 0) >= STOPPING_FROM
    holds = [hold for item in body["items"] for hold in item.get("holds") or ()]
    told = (hold.get(name) or 0 for hold in holds for name in ("start", "discomfort", "end"))
    return any(score >= STOPPING_FROM for score in told)


def is_practised(sessions: Sequence[Session], dose_s: int) -> bool:
    """Whether one date's sessions make it a practised day: 80 % of one technique, or half of the date's dose."""
    if techniques_done(sessions):
        return True
    done = sum(entry.done_s for session in sessions for entry in session.entries)
    return dose_s > 0 and done * DAY_SHARE[1] >= dose_s * DAY_SHARE[0]


def techniques_done(sessions: Iterable[Session]) -> frozenset[str]:
    """The techniques that one of these sessions did to 80 % of their time, its sides together."""
    return frozenset(name for session in sessions for name in _done_in(session))


def _done_in(session: Session) -> Iterator[str]:
    planned: dict[str, int] = {}
    done: dict[str, int] = {}
    for entry in session.entries:
        planned[entry.technique_id] = planned.get(entry.technique_id, 0) + entry.planned_s
        done[entry.technique_id] = done.get(entry.technique_id, 0) + entry.done_s
    for name, seconds in planned.items():
        if seconds > 0 and done[name] * TECHNIQUE_SHARE[1] >= seconds * TECHNIQUE_SHARE[0]:
            yield name


@dataclass(frozen=True, slots=True)
class AlertRow:
    """Something the therapist must see, once per client, cause and source log. `withdrawn`: its source is void."""

    cause: str
    source_id: str
    level: str
    detail: Mapping[str, Any] = field(default_factory=dict)
    withdrawn: bool = False


def alert_of(item: Mapping[str, Any], voided: Collection[str], strong: int = STRONG_PAIN) -> AlertRow | None:
    """The alert that a log sets off, or None. It is born withdrawn where its void arrived first. `strong`: the pain
    before a practice from which on nothing presses in hers."""
    if item["kind"] == "check":
        return _strong_pain(item, item["id"] in voided, strong)
    if item["kind"] != "hurt":
        return None
    detail = {name: item[name] for name in ("technique_id", "level", "side", "second", "feeling")}
    level = HURT_LEVEL[item["feeling"]]
    if "discomfort" in item:
        detail["discomfort"] = item["discomfort"]
        # As strong as a sharp pain, whatever it was called (domain.md 2.6).
        level = "same_day" if item["discomfort"] >= STOPPING_FROM else level
    return AlertRow("hurt", item["id"], level, detail, item["id"] in voided)


def _strong_pain(item: Mapping[str, Any], withdrawn: bool, strong: int) -> AlertRow | None:
    """Pain before a practice from which on nothing may press that day (domain.md 2.6): for review."""
    pain = item["answers"].get(PAIN_NOW)
    if not isinstance(pain, int | float) or pain < strong:
        return None
    return AlertRow("strong_pain", item["id"], "review", {"pain": pain}, withdrawn)


def may_be_answered(log: Mapping[str, Any]) -> bool:
    """Whether a therapist can answer this log: a question, a note for her, a pain, or words after a practice."""
    if log["kind"] == "session":
        return bool(log.get("word"))
    return log["kind"] in ("question", "hurt") or (log["kind"] == "note" and not log["private"])


def latest_pain(sessions: Iterable[Session]) -> tuple[int, int] | None:
    """Pain before and after of the latest session that tells both; later id wins within a date (ids are UUIDv7)."""
    told = [s for s in sessions if s.pain_before is not None and s.pain_after is not None]
    if not told:
        return None
    last = max(told, key=lambda session: (session.local_date, session.id))
    assert last.pain_before is not None and last.pain_after is not None
    return last.pain_before, last.pain_after


def last_practised(sessions: Iterable[Session]) -> date | None:
    """The latest date on which anything at all was done."""
    return max((s.local_date for s in sessions if any(entry.done_s for entry in s.entries)), default=None)
