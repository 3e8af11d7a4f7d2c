"""What the rules of the dose decided for a client, kept: derived anew from all her logs each time anything is told, so
that the order of arrival and the number of workers change nothing (domain/dose). What no longer follows is withdrawn.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime, time, timedelta
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.exc import OperationalError

from pith.domain.days import local_date
from pith.domain.dose.reactions import lasts_too_long_at
from pith.domain.dose_bounds import CAP_S, is_aged
from pith.domain.errors import DomainError
from pith.domain.screening import Policy
from pith.services import intake
from pith.services.clients import touch_view
from pith.services.dosing_keep import keep_decisions, keep_missed, keep_proposal
from pith.services.dosing_look import Look, carried, ended_by, look
from pith.services.dosing_rows import PROPOSALS, STOP, decision_view, names_of, stands
from pith.services.transaction import AnySession
from pith.services.words import ClientKey
from pith.store import dose as store
from pith.store import programs as programs_store
from pith.store.accounts import Client
from pith.store.dose import DoseDecision
from pith.store.programs import ProgramVersion

log = logging.getLogger("pith")

# Kinds of log after which a dose may be another: at once, and those of every day, of which many come in a row.
AT_ONCE = frozenset({"hurt", "reaction", "flag", "intake", "void"})
DAILY = frozenset({"session", "check"})
AGE = "q01"


def after_logs(
    session: AnySession,
    who: tuple[str, str],
    now: datetime,
    items: Iterable[Mapping[str, Any]],
    policy: Policy,
    key: ClientKey,
) -> None:
    """Settles where fresh logs may have moved her dose. What every day tells is worked out before anybody reads it: by
    her phone's pull, which follows each push, by the desk, by the worker (services/dosing_round). Inside the caller's
    transaction."""
    told = [item for item in items if item["kind"] in AT_ONCE | DAILY]
    if not told:
        return
    if all(item["kind"] in DAILY for item in told):
        store.note_told(session, defaults(*who))
        return
    if any(item["kind"] == "intake" and item["question_id"] == AGE for item in told):
        note_age(session, who, key)
    settle_beside(session, *who, now, policy)


def settle_beside(session: AnySession, practice_id: str, client_id: str, now: datetime, policy: Policy) -> None:
    """Settles beside something that must not fail for it: a log or a program is kept whatever goes wrong here, and the
    worker works her dose out again. Inside the caller's transaction."""
    try:
        with session.begin_nested():
            settle(session, practice_id, client_id, now, policy)
    except (DomainError, OperationalError):
        raise
    except Exception as error:
        log.exception("the dose of client %s could not be worked out: %s", client_id, type(error).__name__)
        store.put_off(session, practice_id, client_id, now)


def settle(session: AnySession, practice_id: str, client_id: str, now: datetime, policy: Policy) -> Look | None:
    """Works a client's dose out and keeps what changed, with its alerts; her phone's view moves where it has to. None
    while no program of hers has begun. Inside the caller's transaction, which holds her row."""
    client = session.get_one(Client, (practice_id, client_id))
    setting = store.ensure_setting(session, defaults(practice_id, client_id))
    setting.settle_at, setting.told = _next_day(client.timezone, now), False
    found = look(session, client, setting, now, policy)
    late = found is not None and keep_missed(session, found, now)
    if late:
        found = look(session, client, setting, now, policy)
    if found is None:
        return None
    setting.settle_at = min(setting.settle_at, lasts_too_long_at(found.history) or setting.settle_at)
    before = setting.version, setting.since, setting.level_since, setting.slow_lane
    setting.version, setting.slow_lane = found.version.number, found.known.slow_lane
    setting.since, setting.level_since = found.known.since.isoformat(), found.known.level_since.isoformat()
    after = setting.version, setting.since, setting.level_since, setting.slow_lane
    moved = keep_decisions(session, found, now) or late
    keep_proposal(session, found, now)
    session.flush()
    if moved or before != after:
        touch_view(session, practice_id, client_id)
    return found


def for_phone(session: AnySession, practice_id: str, client_id: str) -> dict[str, Any]:
    """What her phone lays over her program beside what it derives itself. Depends on no "today". Inside the caller's
    transaction."""
    setting = store.setting_of(session, practice_id, client_id)
    bounds: Any = setting or SimpleNamespace(**defaults(practice_id, client_id), since=None, level_since=None)
    rows = store.decisions_of(session, practice_id, client_id)
    version = programs_store.one_version(session, practice_id, client_id, bounds.version)
    of_rules = [row for row in rows if row.rule not in (STOP, *PROPOSALS)]
    before = [] if version is None else carried(session, rows, version)
    ended = [] if version is None else ended_by(session, [row for row in of_rules if stands(row)], version)
    # What a version ended on its own first day may follow once more on a phone that derives that day anew; what another
    # log sets off on that day is news.
    again = [row for row in ended if row.day >= (bounds.since or "")]
    undone = [row for row in of_rules if row.act == store.UNDONE]
    return {
        "cap_s": bounds.cap_s,
        "slow_lane": bounds.slow_lane,
        "step_s": None,
        "mode": bounds.mode,
        "since": bounds.since,
        "level_since": bounds.level_since,
        "carried": [decision_view(row) for row in before],
        "decisions": [decision_view(row) for row in of_rules if _is_shown(row, bounds.version, version)],
        "undone": sorted(
            {name for row in undone for name in names_of(row)}
            | {f"{name}/{row.source or ''}" for row in again for name in names_of(row)}
        ),
    }


def known_among(session: AnySession, client: Client, ids: Collection[str]) -> set[str]:
    """Those of these ids that are decisions about this client."""
    return {row.id for row in store.decisions_of(session, client.practice_id, client.id) if row.id in set(ids)}


def stops_undone(session: AnySession, practice_id: str, client_id: str) -> list[str]:
    """The logs of stops that a therapist has let go of, so that the technique goes on."""
    return sorted(store.sources_undone(session, practice_id, client_id, "D02"))


def note_age(session: AnySession, who: tuple[str, str], key: ClientKey) -> None:
    """Keeps of her sealed answer whether she goes the slow lane for it. Inside the caller's transaction."""
    setting = store.ensure_setting(session, defaults(*who))
    setting.aged = is_aged(intake.newest_answer(session, key, *who, AGE))


def defaults(practice_id: str, client_id: str) -> dict[str, Any]:
    """The bounds of a client for whom nobody set any: a person approves each step."""
    return {
        "practice_id": practice_id,
        "client_id": client_id,
        "cap_s": CAP_S,
        "lane": "auto",
        "mode": "suggest",
        "slow_lane": False,
        "aged": False,
        "version": 0,
    }


def _is_shown(row: DoseDecision, number: int, version: ProgramVersion | None) -> bool:
    """What stands of this version, and what a therapist took back since it was written: her phone tells her both."""
    if row.act == store.UNDONE and row.acted_at is not None:
        return row.withdrawn_at is None and version is not None and row.acted_at >= version.created_at
    return row.version == number and stands(row)


def _next_day(zone: str, now: datetime) -> datetime:
    """The instant at which her next local day begins."""
    tomorrow = local_date(now, zone) + timedelta(days=1)
    return datetime.combine(tomorrow, time(), ZoneInfo(zone)).astimezone(UTC)
