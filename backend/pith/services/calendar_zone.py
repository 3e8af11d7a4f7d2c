"""The rules of a time zone as calendars read them (VTIMEZONE, RFC 5545 3.6.5), worked out from the zone itself.

Written here and not by `icalendar`, whose onsets in spring stand an hour late: an onset is told in the local time that
is left, not in the one that begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

# How far ahead changes are looked for; a calendar that reads no names of zones knows those after it by rule only.
YEARS = 12
_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

# An onset in the local time that is left, the offset before and the one after.
Change = tuple[datetime, timedelta, timedelta]


@lru_cache(maxsize=64)
def zone_rules(zone: str, first: date) -> bytes:
    """The VTIMEZONE of a zone of IANA's, right from the local date `first` on. Where the clocks change by the same rule
    every year it says the rule and holds for good; else it names each change of the coming years."""
    found = Timezone()
    found.add("TZID", zone)
    kinds: dict[tuple[timedelta, timedelta], list[datetime]] = {}
    for onset, before, after in _changes(zone, first):
        kinds.setdefault((before, after), []).append(onset)
    rules = [_rule(onsets) for onsets in kinds.values()]
    by_rule = all(rules)
    for ((before, after), onsets), rule in zip(kinds.items(), rules, strict=True):
        part = _part(zone, onsets[0], before, after)
        if by_rule:
            part.add("RRULE", vRecur(rule))
        elif len(onsets) > 1:
            part.add("RDATE", onsets[1:])
        found.add_component(part)
    return bytes(found.to_ical())


def _changes(zone: str, first: date) -> list[Change]:
    """The state that `first` begins in, by the change that led to it where the year before has one; then all changes
    after it."""
    rules = ZoneInfo(zone)
    start = datetime(first.year, first.month, first.day, tzinfo=UTC) - _DAY
    at = start - 366 * _DAY
    offset = _offset(rules, at)
    found: list[tuple[datetime, Change]] = [(at, (at.replace(tzinfo=None), offset, offset))]
    while at < start + YEARS * 366 * _DAY:
        after = _offset(rules, at + _DAY)
        if after != offset:
            onset = _onset(rules, at)
            found.append((onset, ((onset + offset).replace(tzinfo=None), offset, after)))
            offset = after
        at += _DAY
    past = [change for onset, change in found if onset <= start]
    return [past[-1], *(change for onset, change in found if onset > start)]


def _onset(rules: ZoneInfo, at: datetime) -> datetime:
    """The minute of the change within the day after `at`."""
    low, high = at, at + _DAY
    while high - low > _MINUTE:
        middle = low + (high - low) // _MINUTE // 2 * _MINUTE
        low, high = (middle, high) if _offset(rules, middle) == _offset(rules, at) else (low, middle)
    return high


def _offset(rules: ZoneInfo, at: datetime) -> timedelta:
    offset = at.astimezone(rules).utcoffset()
    assert offset is not None
    return offset


def _part(zone: str, onset: datetime, before: timedelta, after: timedelta) -> TimezoneStandard | TimezoneDaylight:
    part = TimezoneDaylight() if after > before else TimezoneStandard()
    part.DTSTART = onset
    part.TZOFFSETFROM, part.TZOFFSETTO = before, after
    at = (onset - before).replace(tzinfo=UTC)
    part.add("TZNAME", at.astimezone(ZoneInfo(zone)).tzname() or zone)
    return part


def _rule(onsets: Sequence[datetime]) -> dict[str, object] | None:
    """The yearly rule behind these onsets; None where there is none, or where it ends within the years looked at."""
    first = onsets[0]
    alike = {(at.month, at.weekday(), at.time()) for at in onsets}
    years = [at.year for at in onsets]
    if len(alike) > 1 or len(onsets) < YEARS or years != list(range(first.year, first.year + len(onsets))):
        return None
    weekday = _WEEKDAYS[first.weekday()]
    places = {(at.day - 1) // 7 + 1 for at in onsets}
    if all((at + 7 * _DAY).month != at.month for at in onsets):
        places = {-1}
    return {"FREQ": "YEARLY", "BYMONTH": first.month, "BYDAY": f"{min(places)}{weekday}"} if len(places) == 1 else None
