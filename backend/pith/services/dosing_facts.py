"""What the rules of the dose look at (domain/dose), made from what is stored of one client. Nothing is decided here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row

from pith.domain.catalogue import BREATH_S
from pith.domain.days import local_date
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
from pith.domain.dose.pain import peak_of_hurt
from pith.domain.practice import STOPPING_FROM
from pith.domain.sync import pain_in
from pith.services.dosing_days import days
from pith.services.dosing_gone import regions_gone
from pith.services.dosing_told import Told, at_of
from pith.services.transaction import AnySession
from pith.store.accounts import Client
from pith.store.programs import ProgramVersion
from pith.store.visits import standing_visits

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
    lifted: Sequence[datetime]
    carried: Sequence[Decision]
    undone: Collection[str]


def history(
    session: AnySession, client: Client, now: datetime, version: ProgramVersion, told: Told, known: Known
) -> History:
    """Everything `derive` asks for, for the version in force."""
    today = local_date(now, client.timezone)
    hurts = _hurts(told, version)
    prescribed, practised = days(told, version, known.since, today)
    return History(
        client_id=client.id,
        zone=client.timezone,
        now=now,
        program=_program(version, known),
        sessions=_sessions(told, version, known, client.timezone, regions_gone(session, version, told)),
        pains=tuple(sorted(known.pains, key=lambda one: one.at)),
        hurts=hurts,
        reactions=tuple(
            ReactionFacts(row.id, body["session_id"], at_of(row, body["recorded_at"]), body["answer"])
            for row, body in told.of("reaction")
        ),
        red=tuple(known.red),
        prescribed=prescribed,
        practised=practised,
        visits=tuple(visit.at for visit in standing_visits(session, client.practice_id, client.id, VISITS)),
        carried=tuple(known.carried),
        undone=frozenset(known.undone),
        lifted=tuple(known.lifted),
    )


def pains(told: Told) -> list[PainFacts]:
    """Every pain right now that she told, in a check or before a practice."""
    checks = [(at_of(row, body["recorded_at"]), pain_in(row.target)) for row, body in told.of("check")]
    before = [(at_of(row, body["started_at"]), body.get("pain_before")) for row, body in told.of("session")]
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


def _sessions(
    told: Told, version: ProgramVersion, known: Known, zone: str, gone: Mapping[str, frozenset[str]]
) -> tuple[SessionFacts, ...]:
    felt: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for _, body in told.of("hurt"):
        peak = peak_of_hurt(body["feeling"], _whole(body.get("discomfort")))
        if peak is not None:
            felt[body["session_id"], body["technique_id"]].append(peak)
    rows = [(row, _session(row, body, felt, gone)) for row, body in told.of("session")]
    return tuple(
        # What ended before the dose began drives nothing (domain/dose/timeline.py), but tells how her pain goes.
        one if _counts(row, version, known) or local_date(one.ended_at, zone) < known.since else _only_felt(one)
        for row, one in rows
    )


def _session(
    row: Row[Any],
    body: Mapping[str, Any],
    felt: Mapping[tuple[str, str], list[int]],
    gone: Mapping[str, frozenset[str]],
) -> SessionFacts:
    return SessionFacts(
        id=row.id,
        local_date=date.fromisoformat(row.local_date),
        started_at=at_of(row, body["started_at"]),
        ended_at=at_of(row, body["ended_at"]),
        recorded_at=at_of(row, body["recorded_at"]),
        pain_before=_whole(body.get("pain_before")),
        pain_after=_whole(body.get("pain_after")),
        entries=_entries(row.id, body, felt, gone),
    )


def _only_felt(one: SessionFacts) -> SessionFacts:
    """A practice of before the version that may yet be felt for too long: what it said, the version has answered."""
    entries = tuple(replace(entry, peak=None) for entry in one.entries)
    return replace(one, pain_before=None, pain_after=None, entries=entries)


def _entries(
    session_id: str,
    body: Mapping[str, Any],
    felt: Mapping[tuple[str, str], list[int]],
    gone: Mapping[str, frozenset[str]],
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
    return tuple(
        EntryFacts(id_, level, max(peaks[id_], default=None), gone.get(id_, frozenset()))
        for id_, level in levels.items()
    )


def scores(part: Mapping[str, Any]) -> list[int]:
    """How strong the holds of one side were told to be, 0-10, whenever it was told."""
    told = (hold.get(name) for hold in part.get("holds") or () for name in ("start", "discomfort", "end"))
    return [int(score) for score in told if score is not None]


def _hurts(told: Told, version: ProgramVersion) -> tuple[HurtFacts, ...]:
    """The stops that this version's author could not know of, also those told as a number in a hold alone."""
    found = [
        HurtFacts(
            row.id,
            at_of(row, body["recorded_at"]),
            body["technique_id"],
            body["feeling"],
            _whole(body.get("discomfort")),
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
                found.append(HurtFacts(row.id, at_of(row, body["ended_at"]), part["technique_id"], "too_much", strong))
    return tuple(sorted(found, key=lambda one: (one.at, one.id)))


def _whole(value: Any) -> int | None:
    return None if value is None else int(value)
