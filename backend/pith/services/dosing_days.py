"""The dates of a dose: those that asked for practice, and those that were practised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from pith.domain import practice
from pith.domain.days import Sighting, skipped_dates
from pith.domain.practice import Due
from pith.services.dosing_told import LONGEST, Told, at_of
from pith.store.programs import ProgramVersion


def days(told: Told, version: ProgramVersion, since: date, today: date) -> tuple[tuple[date, ...], tuple[date, ...]]:
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
    first = _first_known(told.whole_from, since, kept)
    owed = tuple(day for day in due if first is not None and day >= first and day not in off)
    return owed, (*before, *(day for day in kept if day >= since))


def _first_known(whole_from: date, since: date, kept: Sequence[date]) -> date | None:
    """From when on it is known what was left out: where logs of this dose may be gone, from the first practice that is
    left. None where none is."""
    return since if whole_from <= since else next((day for day in kept if day >= whole_from), None)


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
        Sighting(at_of(row, body["started_at"]), date.fromisoformat(row.local_date), int(body["utc_offset_min"]))
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
