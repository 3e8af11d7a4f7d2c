"""What the rules of the dose look at (domain/dose), made from what is stored of one client. Nothing is decided here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

import orjson
from sqlalchemy import Row

from pith.domain import practice
from pith.domain.catalogue import BREATH_S
from pith.domain.days import Sighting, corrected, in_utc, local_date, read_instant, skipped_dates
from pith.domain.dose import (
    Decision,
    EntryFacts,
    History,
    HurtFacts,
    ItemFacts,
    PainFacts,
    ProgramFacts,
    ReactionFacts,
    RedFacts,
    SessionFacts,
)
from pith.domain.dose.reactions import USUAL
from pith.domain.practice import STOPPING_FROM, Due
from pith.domain.sync import pain_in
from pith.services.transaction import AnySession
from pith.store import dose as store
from pith.store.accounts import Client
from pith.store.programs import ProgramVersion
from pith.store.visits import standing_visits

# What was practised and felt before a version counts as far as its author may have looked back.
LOOK_BACK = timedelta(days=60)
# A version that holds for years is not read back to its first day each time.
LONGEST = timedelta(days=400)
VISITS = 3


@dataclass(frozen=True)
class Known:
    """What the logs alone do not say: the bounds, the red flags that stand, and what was decided before."""

    since: date
    level_since: date
    cap_s: int
    slow_lane: bool
    pains: Sequence[PainFacts]
    red: Sequence[RedFacts]
    carried: Sequence[Decision]
    undone: Collection[str]


@dataclass(frozen=True)
class Told:
    """A client's logs since some day, less what she took back."""

    rows: Sequence[Row[Any]]
    bodies: Mapping[str, Mapping[str, Any]]
    voided: frozenset[str]

    def of(self, kind: str) -> list[tuple[Row[Any], Mapping[str, Any]]]:
        return [(row, self.bodies[row.id]) for row in self.rows if row.kind == kind]


def told_since(session: AnySession, client: Client, now: datetime, since: date) -> Told:
    """What counts for a dose that holds since a local date. A phone whose clock is years ahead is not believed."""
    today = local_date(now, client.timezone)
    first = max(since, today - LONGEST) - LOOK_BACK
    last = (today + timedelta(days=1)).isoformat()
    rows = store.told_since(session, client.practice_id, client.id, first.isoformat())
    voided = frozenset(row.target for row in rows if row.kind == "void")
    standing = [row for row in rows if row.kind != "void" and row.id not in voided and row.local_date <= last]
    standing.sort(key=lambda row: (row.local_date, row.id))
    return Told(standing, {row.id: orjson.loads(row.body) for row in standing}, voided)


def history(
    session: AnySession, client: Client, now: datetime, version: ProgramVersion, told: Told, known: Known
) -> History:
    """Everything `derive` asks for, for the version in force."""
    today = local_date(now, client.timezone)
    hurts = _hurts(told, version)
    prescribed, practised = _days(told, version, known.since, today)
    return History(
        client_id=client.id,
        zone=client.timezone,
        now=now,
        program=_program(version, known),
        sessions=_sessions(told, version, known),
        pains=tuple(sorted(known.pains, key=lambda one: one.at)),
        hurts=hurts,
        reactions=tuple(
            ReactionFacts(row.id, body["session_id"], _at(row, body["recorded_at"]), body["answer"])
            for row, body in told.of("reaction")
        ),
        red=tuple(known.red),
        prescribed=prescribed,
        practised=practised,
        visits=tuple(visit.at for visit in standing_visits(session, client.practice_id, client.id, VISITS)),
        carried=tuple(known.carried),
        undone=frozenset(known.undone),
    )


def pains(told: Told) -> list[PainFacts]:
    """Every pain right now that she told, in a check or before a practice."""
    checks = [(_at(row, body["recorded_at"]), pain_in(row.target)) for row, body in told.of("check")]
    before = [(_at(row, body["started_at"]), body.get("pain_before")) for row, body in told.of("session")]
    return [PainFacts(at, int(pain)) for at, pain in [*checks, *before] if pain is not None]


def answered(row: Row[Any], body: Mapping[str, Any], version: ProgramVersion) -> bool:
    """Whether whoever wrote this version could know of a stop (frontend/src/domain/hurt.ts)."""
    known: bool = row.received_at < version.created_at
    return known and body["program_version"] < version.number


def _counts(row: Row[Any], version: ProgramVersion, known: Known) -> bool:
    """Whether a practice says something of this dose: one of the first day only where it arrived after the version."""
    day = known.since.isoformat()
    return bool(row.local_date > day or (row.local_date == day and row.received_at >= version.created_at))


def _program(version: ProgramVersion, known: Known) -> ProgramFacts:
    return ProgramFacts(
        number=version.number,
        since=known.since,
        level_since=known.level_since,
        cap_s=known.cap_s,
        slow_lane=known.slow_lane,
        step_s=None,
        items=tuple(_item(item, version) for item in version.items),
    )


def _item(item: Mapping[str, Any], version: ProgramVersion) -> ItemFacts:
    return ItemFacts(
        technique_id=item["technique_id"],
        level=item["level"],
        max_level=item.get("safety", {}).get("limits", {}).get("max_level", 3),
        dose_s=item["dose_s"],
        least_s=sum(_least(dose) for dose in item["dose"].values()),
        regions=frozenset(item["snapshot"]["regions"]),
        days=frozenset(version.days if item["days"] is None else item["days"]),
    )


def _least(dose: Mapping[str, int]) -> int:
    """A breath a spot and a breath of moving: no cut goes below it."""
    spots = dose["spots"] * min(BREATH_S, dose["hold_s"])
    return spots + min(BREATH_S, dose["roll_s"]) + min(BREATH_S, dose["move_s"])


def _sessions(told: Told, version: ProgramVersion, known: Known) -> tuple[SessionFacts, ...]:
    felt: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for _, body in told.of("hurt"):
        if body.get("discomfort") is not None:
            felt[body["session_id"], body["technique_id"]].append(int(body["discomfort"]))
    rows = [(row, _session(row, body, felt)) for row, body in told.of("session")]
    counting = {row.id for row, _ in rows if _counts(row, version, known)}
    return tuple(
        one if row.id in counting else _only_felt(one)
        for row, one in rows
        if row.id in counting or one.ended_at + USUAL > version.created_at
    )


def _session(row: Row[Any], body: Mapping[str, Any], felt: Mapping[tuple[str, str], list[int]]) -> SessionFacts:
    return SessionFacts(
        id=row.id,
        local_date=date.fromisoformat(row.local_date),
        started_at=_at(row, body["started_at"]),
        ended_at=_at(row, body["ended_at"]),
        recorded_at=_at(row, body["recorded_at"]),
        pain_before=_whole(body.get("pain_before")),
        pain_after=_whole(body.get("pain_after")),
        entries=_entries(row.id, body, felt),
    )


def _only_felt(one: SessionFacts) -> SessionFacts:
    """A practice of before the version that may yet be felt for too long: what it said, the version has answered."""
    entries = tuple(replace(entry, peak=None) for entry in one.entries)
    return replace(one, pain_before=None, pain_after=None, entries=entries)


def _entries(
    session_id: str, body: Mapping[str, Any], felt: Mapping[tuple[str, str], list[int]]
) -> tuple[EntryFacts, ...]:
    """One a technique that was done, or that told something; the sides of it together."""
    peaks: dict[str, list[int]] = {}
    levels: dict[str, int] = {}
    for part in body["items"]:
        technique_id = part["technique_id"]
        told = peaks.setdefault(technique_id, list(felt.get((session_id, technique_id), ())))
        told += scores(part)
        if part["done_s"] > 0 or told:
            levels.setdefault(technique_id, int(part["level"]))
    return tuple(EntryFacts(id_, level, max(peaks[id_], default=None)) for id_, level in levels.items())


def scores(part: Mapping[str, Any]) -> list[int]:
    """How strong the holds of one side were told to be, 0-10, whenever it was told."""
    told = (hold.get(name) for hold in part.get("holds") or () for name in ("start", "discomfort", "end"))
    return [int(score) for score in told if score is not None]


def _hurts(told: Told, version: ProgramVersion) -> tuple[HurtFacts, ...]:
    """The stops that this version's author could not know of, also those told as a number in a hold alone."""
    found = [
        HurtFacts(
            row.id, _at(row, body["recorded_at"]), body["technique_id"], body["feeling"], _whole(body.get("discomfort"))
        )
        for row, body in told.of("hurt")
        if not answered(row, body, version)
    ]
    named = {(body["session_id"], body["technique_id"]) for _, body in told.of("hurt")}
    for row, body in told.of("session"):
        if answered(row, body, version):
            continue
        for part in body["items"]:
            strong = max(scores(part), default=0)
            if strong >= STOPPING_FROM and (row.id, part["technique_id"]) not in named:
                named.add((row.id, part["technique_id"]))
                found.append(HurtFacts(row.id, _at(row, body["ended_at"]), part["technique_id"], "too_much", strong))
    return tuple(sorted(found, key=lambda one: (one.at, one.id)))


def _days(told: Told, version: ProgramVersion, since: date, today: date) -> tuple[tuple[date, ...], tuple[date, ...]]:
    """The dates that asked for practice, less those on which not practising was right; and those that were practised,
    the last one before the version with them."""
    due = _due(told, version, since, today)
    off = _off(told, due)
    by_date: defaultdict[date, list[practice.Session]] = defaultdict(list)
    for row, body in told.of("session"):
        entries = (
            practice.Entry(one["technique_id"], int(one["planned_s"]), int(one["done_s"])) for one in body["items"]
        )
        by_date[date.fromisoformat(row.local_date)].append(
            practice.Session(row.id, date.fromisoformat(row.local_date), tuple(entries))
        )
    kept = sorted(
        day for day, lived in by_date.items() if practice.is_practised(lived, due[day].dose_s if day in due else 0)
    )
    before = [day for day in kept if day < since][-1:]
    return tuple(day for day in due if day not in off), (*before, *(day for day in kept if day >= since))


def _due(told: Told, version: ProgramVersion, since: date, today: date) -> dict[date, Due]:
    items = [(one["technique_id"], one["dose_s"], one["days"] or version.days) for one in version.items]
    known = frozenset(row.id for row in told.rows if row.received_at < version.created_at)
    found = {}
    for day in _dates(max(since, today - LONGEST), today):
        asked = [(id_, dose_s) for id_, dose_s, days in items if day.weekday() in days]
        if asked:
            techniques = frozenset(id_ for id_, _ in asked)
            found[day] = Due(version.number, sum(dose_s for _, dose_s in asked), techniques, known)
    return found


def _off(told: Told, due: Mapping[date, Due]) -> frozenset[date]:
    sightings = [
        Sighting(_at(row, body["started_at"]), date.fromisoformat(row.local_date), int(body["utc_offset_min"]))
        for row, body in told.of("session")
    ]
    hurts = [
        practice.Hurt(
            date.fromisoformat(row.local_date),
            body["program_version"],
            body["technique_id"],
            body["feeling"],
            int(body.get("discomfort") or 0),
            row.id,
        )
        for row, body in told.of("hurt")
    ]
    felt = [practice.Reaction(date.fromisoformat(row.local_date), body["answer"]) for row, body in told.of("reaction")]
    return skipped_dates(sightings) | practice.pause_dates(due, hurts) | practice.reaction_dates(felt)


def _dates(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def _at(row: Row[Any], told: str) -> datetime:
    """The corrected instant; nothing was told after it arrived, whatever the phone's clock claims."""
    told_at = read_instant(told)
    at: datetime = min(corrected(told_at, row.skew_s) if row.skew_s else in_utc(told_at), row.received_at)
    return at


def _whole(value: Any) -> int | None:
    return None if value is None else int(value)
