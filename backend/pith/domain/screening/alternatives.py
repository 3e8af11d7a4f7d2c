"""What may stand in for a technique that this person may not do, or has no tool for: safe others near its place.

Source: domain.md 1.1 (one technique elsewhere on the same line, never a claim), issue "Safe for this person": safe
alternatives for the same region or along the same line; a position of ease where pressure is blocked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from pith.domain.catalogue import BARE, LEVELS, BodyMap, Level, Technique, neighbours
from pith.domain.screening.person import Person
from pith.domain.screening.policy import RANKS
from pith.domain.screening.sites import WHOLE
from pith.domain.screening.verdicts import Use, judge

MOST = 3
# Without pressure, and restful: it may stand in for a technique of any place.
RESTFUL = frozenset({"position_of_ease", "breath"})
SAME_REGION, SAME_LINE, EASE = WHYS = ("same_region", "same_line", "ease")


@dataclass(frozen=True)
class Alternative:
    """`why`: it works on the same place, elsewhere on the same line, or is a position of ease."""

    technique_id: str
    level: int
    why: str


@dataclass(frozen=True)
class Safe:
    """A technique at the lowest level that she may do with nobody's agreement, with tools that she owns."""

    technique: Technique
    level: Level


def safe_for(person: Person, techniques: Iterable[Technique], owned: Collection[str] | None) -> tuple[Safe, ...]:
    """Worked out once for all that need something else. `owned`: None when she was never asked."""
    found = ((technique, _safe_level(person, technique, owned)) for technique in techniques)
    return tuple(Safe(technique, level) for technique, level in found if level is not None)


def alternatives(body: BodyMap, safe: Iterable[Safe], use: Use) -> tuple[Alternative, ...]:
    """At most three, the nearest first; where pressure is what cannot be done, those without it come first."""
    presses = use.technique.at(use.level).load != "none"
    place = _places(use.technique)
    near = frozenset[str]().union(*(neighbours(body, region) for region in place))
    ranked: list[tuple[tuple[int, bool, int, int], Alternative]] = []
    for one in safe:
        why = _why(one, use.technique)
        if why is not None and one.technique.id != use.technique.id:
            other = _places(one.technique)
            rank = (WHYS.index(why), presses and one.level.load != "none", -len(other & place), -len(other & near))
            ranked.append((rank, Alternative(one.technique.id, one.level.number, why)))
    return tuple(found for _, found in sorted(ranked, key=lambda pair: pair[0])[:MOST])


def tools_missing(level: Level, owned: Collection[str] | None) -> tuple[str, ...]:
    """The tools of this level that she does not own."""
    return () if owned is None else tuple(tool for tool in level.tools if tool not in BARE and tool not in owned)


def _safe_level(person: Person, technique: Technique, owned: Collection[str] | None) -> Level | None:
    tried = []
    for number in LEVELS:
        level = technique.at(number)
        kind = (level.load, level.style, level.hard, level.near, level.tools, level.props, level.pos)
        # Rules tell no difference, or are only stricter with a higher level: this one is no safer than that before it.
        if kind in tried:
            continue
        tried.append(kind)
        found = judge(person, Use(technique, number))
        fits = found.limits.get("max_level", number) >= number and found.limits.get("tools_max_hard", 3) >= level.hard
        if found.rank <= RANKS.index("adapt") and fits and not tools_missing(level, owned):
            return level
    return None


def _why(one: Safe, technique: Technique) -> str | None:
    if _places(one.technique) & _places(technique):
        return SAME_REGION
    if set(one.technique.lines) & set(technique.lines):
        return SAME_LINE
    return EASE if one.level.load == "none" and one.level.style in RESTFUL else None


def _places(technique: Technique) -> frozenset[str]:
    return frozenset(technique.regions) - {WHOLE}
