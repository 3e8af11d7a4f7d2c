"""How a client's dose stands: the version in force, and what follows from everything she told. Nothing is kept here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from pith.domain.days import local_date
from pith.domain.dose import Derived, History, RedFacts, derive
from pith.domain.dose.seconds import heaviest_s
from pith.domain.dose_bounds import in_slow_lane
from pith.domain.programs import in_force
from pith.domain.screening import Policy, active_flags, is_red
from pith.services import dosing_facts as facts
from pith.services.dosing_facts import Known
from pith.services.dosing_rows import PROPOSALS, STOP, decision_in, names_of, stands
from pith.services.dosing_told import Told, told_since
from pith.services.flags import flags_told
from pith.services.transaction import AnySession
from pith.store import dose as store
from pith.store import programs as programs_store
from pith.store.accounts import Client
from pith.store.dose import DoseDecision, DoseSetting
from pith.store.programs import ProgramVersion


@dataclass(frozen=True)
class Started:
    number: int
    starts_on: date
    row: ProgramVersion


@dataclass(frozen=True)
class Look:
    """How a client's dose stands: the version in force, what follows from everything told, and what is kept of it."""

    client: Client
    version: ProgramVersion
    told: Told
    known: Known
    history: History
    derived: Derived
    rows: Sequence[DoseDecision]
    carried: Sequence[DoseDecision]


def look(session: AnySession, client: Client, setting: DoseSetting, now: datetime, policy: Policy) -> Look | None:
    """How a client's dose stands now; None while no program of hers has begun. Inside the caller's transaction."""
    version = version_in_force(session, client, now)
    if version is None:
        return None
    today = local_date(now, client.timezone)
    rows = store.decisions_of(session, client.practice_id, client.id)
    since, level_since = _beginnings(session, client, setting, version, rows)
    told = told_since(session, client, now, since)
    felt = facts.pains(told)
    flags = flags_told(session, client.practice_id, client.id)
    by_id = {entry.id: entry for entry in flags.entries}
    slow = in_slow_lane(
        lane=setting.lane,
        aged=setting.aged,
        overridden=any(item.get("safety", {}).get("overrides") for item in version.items),
        flags={one.flag for one in active_flags(policy, flags.raised, today)},
        slow_flags={flag for rule in policy.rules if rule.limits.get("slow_lane") for flag in rule.when},
        pains=felt,
        now=now,
    )
    before = [*carried(session, rows, version), *_kept_for_good(rows, version, told)]
    known = Known(
        since=since,
        level_since=level_since,
        cap_s=setting.cap_s,
        slow_lane=slow,
        pains=felt,
        red=[RedFacts(one.log, by_id[one.log].at) for one in flags.raised if is_red(policy, one.flag)],
        lifted=[entry.at for entry in flags.entries if entry.act == "lift"],
        carried=[decision_in(row) for row in before],
        undone={id_ for row in rows if row.act == store.UNDONE for id_ in names_of(row)},
    )
    history = facts.history(session, client, now, version, told, known)
    return Look(client, version, told, known, history, derive(history), rows, before)


def in_effect(found: Look) -> list[DoseDecision]:
    """What lies over her program now: decisions of this version, and those of earlier ones that nobody had seen."""
    made = {(one.on.isoformat(), one.rule, one.target) for one in found.derived.decisions}
    own = [row for row in found.rows if stands(row) and (row.day, row.rule, row.target) in made]
    return [*found.carried, *(row for row in own if row not in found.carried)]


def current_s(found: Look) -> int:
    """What her heaviest day comes to now, after all that was taken from it."""
    overlay = found.derived.overlay
    return heaviest_s(found.history.program.items, overlay.cuts, overlay.budget_s)


def level_of(found: Look, technique_id: str) -> int:
    """The level at which she does a technique now."""
    level = next(item.level for item in found.history.program.items if item.technique_id == technique_id)
    return min(level, found.derived.overlay.max_level.get(technique_id, level))


def version_in_force(session: AnySession, client: Client, now: datetime) -> ProgramVersion | None:
    """The version that her program has today."""
    rows = programs_store.versions_newest_first(session, client.practice_id, client.id)
    versions = [Started(row.number, date.fromisoformat(row.starts_on), row) for row in rows]
    held = in_force(versions, local_date(now, client.timezone))
    return None if held is None else held.row


def carried(session: AnySession, rows: Sequence[DoseDecision], version: ProgramVersion) -> list[DoseDecision]:
    """What stands of earlier versions, because no author since had seen it. A red flag's stop goes with its flag."""
    older = [row for row in rows if row.version < version.number and stands(row) and row.rule not in (STOP, *PROPOSALS)]
    ended = {row.id for row in ended_by(session, older, version)}
    return [row for row in older if row.id not in ended]


def _kept_for_good(rows: Sequence[DoseDecision], version: ProgramVersion, told: Told) -> list[DoseDecision]:
    """What stands of this version from so long ago that what led to it may be gone: a pain outlasts its log."""
    own = [row for row in rows if row.version == version.number and row.rule not in (STOP, *PROPOSALS)]
    return [row for row in own if stands(row) and row.day < told.settled.isoformat()]


def ended_by(session: AnySession, rows: Sequence[DoseDecision], version: ProgramVersion) -> list[DoseDecision]:
    """Those of these rows that the author of a later version, up to this one, had before her."""
    if not rows:
        return []
    who = version.practice_id, version.client_id
    versions = programs_store.seen_in_versions(session, *who, version.number)
    return [row for row in rows if any(row.version < number and row.id in seen for number, seen in versions)]


def _beginnings(
    session: AnySession, client: Client, setting: DoseSetting, version: ProgramVersion, rows: Sequence[DoseDecision]
) -> tuple[date, date]:
    """From which local dates on this dose and its levels hold. Levels that are as written before hold no longer where a
    decision had lowered one."""
    if setting.version == version.number and setting.since and setting.level_since:
        return date.fromisoformat(setting.since), date.fromisoformat(setting.level_since)
    since = max(date.fromisoformat(version.starts_on), local_date(version.created_at, client.timezone))
    before = programs_store.one_version(session, client.practice_id, client.id, setting.version)
    if before is None or setting.level_since is None:
        return since, since
    levels = {item["technique_id"]: item["level"] for item in before.items}
    same = all(levels.get(item["technique_id"]) == item["level"] for item in version.items)
    own = [row for row in rows if row.version == before.number and stands(row) and row.rule not in PROPOSALS]
    lowered = any(row.after["level"] != row.before["level"] for row in own)
    return since, since if lowered or not same else date.fromisoformat(setting.level_since)
