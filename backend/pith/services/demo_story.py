"""What a story of the demo practice is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Items = tuple[dict[str, Any], ...]
EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)


@dataclass(frozen=True)
class Change:
    """A program version that the therapist saves on a day, and why."""

    day: int
    items: Items
    reason: str
    days: tuple[int, ...] = EVERY_DAY


@dataclass(frozen=True)
class Moment:
    """What else happened on a day. `practises` overrides chance; `hurt`: (place in the program, second, feeling)."""

    practises: bool | None = None
    word: str | None = None
    question: str | None = None
    note: str | None = None
    private: bool = False
    hurt: tuple[int, int, str] | None = None
    reaction: str | None = None
    marks: tuple[tuple[str, str, int], ...] = ()
    flag: str | None = None  # a red flag that the daily check finds
    measures: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Reminded:
    """A time that she chose. `tells`: her phone says that it shows them; `gone_since`: so many days ago it ended."""

    at: str
    days: tuple[int, ...] = EVERY_DAY
    tells: bool = True
    gone_since: int | None = None


@dataclass(frozen=True)
class Story:
    name: str
    zone: str
    days: int  # how long ago she began
    hour: float  # local time of her usual practice
    keeps: float
    pain: tuple[tuple[int, float], ...]
    relief: float  # how much less pain after than before, on average
    feels: tuple[str, ...]
    clearance: str | None  # the therapist's note; None: she waits for the answers
    changes: tuple[Change, ...]
    moments: Mapping[int, Moment] = field(default_factory=dict)
    shortens: float = 0.0  # the share of sessions that end early
    zones: tuple[tuple[int, str], ...] = ()  # where she is from a day on
    offline: tuple[range, ...] = ()  # stretches of days without a network
    # What she answers in the intake that is not the plain answer; None: nobody asked her.
    tells: Mapping[str, Any] | None = None
    stops_at: str | None = None  # the question before which she put the phone away
    due_on: int | None = None  # the day of the story on which her child is due
    reminded: Reminded | None = None
    read_until: int | None = None  # the therapist has read up to this many days ago; None: nothing


def item(technique_id: str, level: int, side: str | None = None, note: str | None = None) -> dict[str, Any]:
    return {"technique_id": technique_id, "level": level, "side": side, "note": note}
