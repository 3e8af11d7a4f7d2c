"""Clients that nobody invented: flags with places and dates, and what they were assigned. The seed makes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from pith.content.loader import load_content
from pith.domain.body_map import SIDES_OF
from pith.domain.screening import ANY_RED_FLAG, Policy, Raised, Site, Use

CONTENT = load_content()
POLICY: Policy = CONTENT.policy
TECHNIQUES = tuple(CONTENT.catalogue.techniques.values())
FLAGS = tuple(POLICY.flags)
RED_FLAGS = (*CONTENT.screening.flags.red_flags, ANY_RED_FLAG)
SITES = tuple(Site(region, side) for region, sides in SIDES_OF.items() for side in sides)
SIDES = (frozenset({"left", "right"}), frozenset({"left"}), frozenset({"right"}))
TOOLS = tuple(CONTENT.catalogue.tools)
TODAY = date(2026, 3, 2)
BOUNDARIES = sorted(
    {0, *(day for line in POLICY.timelines.values() for _, day in line.phases)}
    | {line.ends for line in POLICY.timelines.values() if line.ends is not None}
)


@dataclass(frozen=True)
class Client:
    flags: tuple[Raised, ...]
    use: Use
    owned: tuple[str, ...]


def clients(count: int, seed: int) -> Iterator[Client]:
    chance = Random(seed)
    for _ in range(count):
        flags = tuple(a_flag(chance) for _ in range(chance.choice((0, 1, 1, 2, 2, 3, 4, 6))))
        marks = tuple(chance.choices(SITES, k=chance.choice((0, 1, 2))))
        use = Use(chance.choice(TECHNIQUES), chance.choice((1, 2, 3)), chance.choice(SIDES), marks)
        yield Client(flags, use, tuple(chance.sample(TOOLS, k=5)))


def a_flag(chance: Random) -> Raised:
    """Red flags are rare: they end every other question."""
    flag = chance.choice(RED_FLAGS if chance.random() < 0.01 else FLAGS)
    sites = tuple(chance.choices(SITES, k=chance.choice((0, 1, 1, 2))))
    return Raised(flag, sites, a_day(chance), a_day(chance))


def a_day(chance: Random) -> date | None:
    """None, or a day near which a phase begins or ends."""
    if chance.random() < 0.3:
        return None
    return TODAY - timedelta(days=chance.choice(BOUNDARIES) + chance.choice((-1, 0, 1)))
