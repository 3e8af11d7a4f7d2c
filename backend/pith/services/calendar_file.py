"""A client's times as a calendar (iCalendar, RFC 5545). Pure: the same choice gives the same bytes.

Where the clocks leave a time out (02:30 on the night of a change), calendars differ: by the letter that one day is left
out (RFC 5545 3.3.10), most ring as much later as the clocks were put forward, as our own reminders do. Where they show
it twice, it rings the first time (3.3.5).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, vDuration, vText

from pith.domain.days import local_date
from pith.domain.reminders import Quiet, Slot
from pith.services.calendar_zone import zone_rules

# As long as one practice, so that a day's list shows it as a line and not as an hour.
LENGTH = timedelta(minutes=5)
# How often a calendar that follows the feed is asked to look again; many come less often (PUSH 7).
REFRESH = timedelta(hours=12)
_PRODUCT = "-//Pith//Pith//EN"
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
_LAST = date(2200, 1, 1)
_BIGGEST = 2**31 - 1  # what a SEQUENCE may be (RFC 5545 3.3.8)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Times:
    """What is on: as it was chosen at `changed_at`; nothing stands on dates before `away_until`. `owner` names whose
    they are, and gets into the file as a hash only. `summary`: neutral words; `link`: where each one leads."""

    owner: str
    zone: str
    slots: tuple[Slot, ...]
    quiet: Quiet | None
    away_until: date | None
    changed_at: datetime
    language: str
    summary: str
    link: str


def calendar_bytes(times: Times, rings: bool) -> bytes:
    """The file. `rings`: each event has an alarm at its start; without, it is only to be looked at."""
    file = Calendar()
    file.add("PRODID", _PRODUCT)
    file.add("VERSION", "2.0")
    file.add("CALSCALE", "GREGORIAN")
    file.add("METHOD", "PUBLISH")
    file.add("NAME", "Pith")
    file.add("X-WR-CALNAME", "Pith")
    file.add("X-WR-TIMEZONE", times.zone)
    if not rings:
        file.add("REFRESH-INTERVAL", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
        file.add("X-PUBLISHED-TTL", vDuration(REFRESH))
    first = _first(times)
    file.add_component(Timezone.from_ical(zone_rules(times.zone, first)))
    for place, slot in _on(times):
        file.add_component(_event(times, place, slot, first, rings))
    return bytes(file.to_ical())


def _first(times: Times) -> date:
    """The first date that may have an event. A phone's clock may say any year; calendars need not follow it."""
    chosen = max(local_date(times.changed_at, times.zone), times.away_until or date.min)
    return min(max(chosen, _EPOCH.date()), _LAST)


def _on(times: Times) -> Iterator[tuple[int, Slot]]:
    """The slots that ring, each with its place in her list; what lies in the quiet hours never does."""
    for place, slot in enumerate(times.slots):
        if slot.enabled and slot.days and not (times.quiet and times.quiet.holds(slot.at)):
            yield place, slot


def _event(times: Times, place: int, slot: Slot, first: date, rings: bool) -> Event:
    event = Event()
    event.add("UID", _uid(times.owner, place))
    event.add("DTSTAMP", times.changed_at.replace(microsecond=0))
    # A newer file changes the event that is there, whatever its time: so nobody has two.
    event.add("SEQUENCE", min(max(int((times.changed_at - _EPOCH).total_seconds()), 0), _BIGGEST))
    event.add("DTSTART", _start(times.zone, slot, first))
    event.add("DURATION", LENGTH)
    event.add("RRULE", _rule(slot.days))
    event.add("SUMMARY", times.summary, parameters={"LANGUAGE": times.language})
    event.add("URL", times.link)
    event.add("CLASS", "PRIVATE")
    event.add("TRANSP", "TRANSPARENT")
    if rings:
        event.add_component(_alarm(times.summary))
    return event


def _alarm(summary: str) -> Alarm:
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("TRIGGER", vText("PT0S"))  # as every calendar writes it; the library would say P0D
    alarm.add("DESCRIPTION", summary)
    return alarm


def _uid(owner: str, place: int) -> str:
    return f"{hashlib.blake2s(f'calendar|{owner}|{place}'.encode(), digest_size=16).hexdigest()}@pith"


def _start(zone: str, slot: Slot, first: date) -> datetime:
    """Its first date from `first` on; never one on which the clocks leave its time out, for a series must begin at a
    time that there is."""
    rules, day = ZoneInfo(zone), first
    while True:
        at = datetime.combine(day, slot.at, tzinfo=rules)
        if day.weekday() in slot.days and _there(at, rules):
            return at
        day += timedelta(days=1)


def _there(at: datetime, rules: ZoneInfo) -> bool:
    return at.astimezone(UTC).astimezone(rules).replace(tzinfo=None) == at.replace(tzinfo=None)


def _rule(days: frozenset[int]) -> dict[str, object]:
    if len(days) == len(_WEEKDAYS):
        return {"FREQ": "DAILY"}
    return {"FREQ": "WEEKLY", "WKST": "MO", "BYDAY": [_WEEKDAYS[day] for day in sorted(days)]}
