"""A client's flags: what her phone told, what her therapists did about them, and what is on.

Everything is an entry that is never changed; what is on is folded from them (domain/screening/flag_logs.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from pith.domain import screening as rules
from pith.domain.days import corrected, read_instant
from pith.domain.screening import FlagLog, Policy, Raised, Site
from pith.services.telling import tell_therapists
from pith.services.transaction import AnySession
from pith.store import practice as practice_store
from pith.store import screening as store
from pith.store.screening import FlagEntry

if TYPE_CHECKING:
    from pith.content.loader import Content

_EVERYWHERE = timedelta(days=2)
# What a phone says of where a flag of its own comes from: a log, or a plain word. Anything else would be her own words.
_SOURCE = re.compile(r"[a-z_]{1,32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
Item = Mapping[str, Any]


@dataclass(frozen=True)
class Told:
    """A client's entries, and the flags that they leave in force."""

    entries: Sequence[FlagEntry]
    raised: tuple[Raised, ...]


def take(
    session: AnySession,
    practice_id: str,
    client_id: str,
    now: datetime,
    skew_s: int,
    items: Sequence[Item],
    policy: Policy,
) -> bool:
    """Writes the entries of a phone's fresh logs, and an urgent alert for each log that raises a red flag. True when
    there was any. Inside the caller's transaction."""
    entries: list[dict[str, Any]] = []
    alerts: list[dict[str, Any]] = []
    mine = {"practice_id": practice_id, "client_id": client_id}
    for item in items:
        if item["kind"] not in rules.TELLS_FLAGS:
            continue
        # Nothing was told after it arrived, whatever the phone's clock claims.
        at = min(corrected(read_instant(item["recorded_at"]), skew_s), now)
        found = rules.told_in(policy, item, at)
        found += rules.unread_in(policy, item, at, found)
        entries += [{**mine, **_entry(item, one, now)} for one in found]
        red = sorted({one.flag for one in found if one.act == "raise" and rules.is_red(policy, one.flag)})
        if red:
            alerts.append({**mine, **_alert(item, red, at, now)})
    if entries:
        store.insert_flag_entries(session, entries)
    if alerts:
        practice_store.insert_alerts(session, alerts)
        tell_therapists(session, (practice_id, client_id), now, alerts)
    return bool(entries)


def take_down(
    session: AnySession,
    who: tuple[str, str],
    now: datetime,
    item: Item,
    at: datetime,
    by: tuple[str, str],
    policy: Policy,
) -> None:
    """Writes the flags that an answer raises which a therapist took down; whom it alerts is in the room."""
    mine = {"practice_id": who[0], "client_id": who[1]}
    written = {"log_id": None, "by_id": by[0], "by_name": by[1]}
    entries = [{**mine, **_entry(item, one, now), **written} for one in rules.told_in(policy, item, at)]
    if entries:
        store.insert_flag_entries(session, entries)


def flags_told(session: AnySession, practice_id: str, client_id: str) -> Told:
    """One read of everything about a client's flags. Inside the caller's transaction."""
    entries = once(store.flag_entries(session, practice_id, client_id))
    return Told(entries, rules.fold(map(log_of, entries)))


def entries_for_phone(session: AnySession, policy: Policy, practice_id: str, client_id: str) -> list[dict[str, Any]]:
    """What a phone folds together with what it has not sent yet, without the flags that were over by themselves when
    anything was last told. Depends on no "today".

    A therapist's words stay at the desk: that there is a reason is all that folding needs.
    """
    told = flags_told(session, practice_id, client_id)
    over = _over_by(told.entries)
    standing = {one.log for one in told.raised if not rules.is_over(policy, one, over)}
    return [
        {
            "id": entry.id,
            "at": entry.at,
            "act": rules.effective(entry.act),
            "flag": entry.flag,
            "by_therapist": entry.by_id is not None,
            "sites": entry.sites,
            "since": entry.since,
            "reason": "given" if entry.reason.strip() else "",
            "covers": entry.covers,
            "question": entry.question or "",
        }
        for entry in told.entries
        if entry.id in standing or entry.act != "raise" or not rules.ends_by_itself(policy, entry.flag)
    ]


def _over_by(entries: Sequence[FlagEntry]) -> date:
    """A day that is over everywhere, whatever zone she is in."""
    return max((entry.received_at.date() for entry in entries), default=date.min + _EVERYWHERE) - _EVERYWHERE


def once(entries: Sequence[FlagEntry]) -> Sequence[FlagEntry]:
    """Without what an answer raised where the phone wrote that very flag too, and named the answer as its source."""
    told = {(one.source, one.flag) for one in entries if one.id == one.log_id and one.act == "raise"}
    return [one for one in entries if one.log_id in (None, one.id) or (one.log_id, one.flag) not in told]


def log_of(entry: FlagEntry) -> FlagLog:
    return FlagLog(
        entry.id,
        entry.at,
        rules.effective(entry.act),
        entry.flag,
        by_therapist=entry.by_id is not None,
        sites=rules.sites_in(entry.sites),
        since=None if entry.since is None else date.fromisoformat(entry.since),
        reason=entry.reason,
        covers=tuple(entry.covers),
        question=entry.question or "",
    )


def _entry(item: Item, one: FlagLog, now: datetime) -> dict[str, Any]:
    """The row of what a phone told. Her own words about it stay sealed in her log."""
    return {
        "id": one.id,
        "log_id": item["id"],
        "flag": one.flag,
        "act": item.get("act", one.act) if item["kind"] == "flag" else one.act,
        "at": one.at,
        "sites": plain(one.sites),
        "since": one.since and one.since.isoformat(),
        "source": _source(item) if item["kind"] == "flag" else item["kind"],
        "reason": "",
        "role": None,
        "covers": list(one.covers),
        "question": one.question or None,
        "by_id": None,
        "by_name": None,
        "received_at": now,
    }


def _source(item: Item) -> str | None:
    source = item.get("source")
    return source if isinstance(source, str) and _SOURCE.fullmatch(source) else None


def _alert(item: Item, red: list[str], at: datetime, now: datetime) -> dict[str, Any]:
    return {
        "cause": practice_store.RED_FLAG,
        "source_id": item["id"],
        "level": "urgent",
        "detail": {"flags": red, "at": at.isoformat()},
        "created_at": now,
        "withdrawn_at": None,
    }


def flag_names(content: Content, language: str) -> dict[str, str]:
    """What each flag and red flag is called in this language."""
    flags = content.screenings.get(language, content.screening).flags
    names = {id_: str(record["label"]) for id_, record in flags.flags.items()}
    return names | {id_: str(record["ask"]) for id_, record in flags.red_flags.items()}


def plain(sites: Iterable[Site]) -> list[dict[str, str]]:
    return [{"region": site.region, "side": site.side} for site in sites]
