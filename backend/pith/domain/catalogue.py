"""The catalogue: techniques at their three levels, the words around them, and the rules that need nothing else.

Times are seconds; one slow breath is 8 s. Sources: the domain brief, sections 1.1-1.2 and 3.1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

BREATH_S = 8
LEVELS = (1, 2, 3)
PRESSING = frozenset({"sustained_hold", "slow_roll", "active_movement"})
PRESS_HOLD_LIMIT_S = 90
GENTLE_HOLD_LIMIT_S = 180
ROLL_LIMIT_S = 120
# From least to most weight on the body.
LOADS = ("none", "hand", "lean", "body")
# per_side: a timer each side; both: one centred timer; one_side: the sore side; site: a scar the therapist marks.
SIDES = ("per_side", "both", "one_side", "site")
URGENT = frozenset({"emergency", "urgent"})
# What stands for a tool where none is needed: nobody can be without them.
BARE = frozenset({"none", "hands"})


@dataclass(frozen=True)
class Dose:
    """What one side gets: `spots` holds of `hold_s`, then rolling and moving."""

    spots: int
    hold_s: int
    roll_s: int
    move_s: int

    @property
    def total_s(self) -> int:
        return self.spots * self.hold_s + self.roll_s + self.move_s


@dataclass(frozen=True)
class Level:
    """A technique at one level, complete: nothing is inherited from another level. `near` holds ids."""

    number: int
    dose: Dose
    sides: int
    breaths: int | None
    steps: tuple[str, ...]
    tools: tuple[str, ...]
    props: tuple[str, ...]
    pos: tuple[str, ...]
    style: str
    load: str
    hard: int
    side: str
    near: tuple[str, ...]

    @property
    def total_s(self) -> int:
        return self.sides * self.dose.total_s

    @property
    def hold_limit_s(self) -> int:
        return PRESS_HOLD_LIMIT_S if self.style in PRESSING else GENTLE_HOLD_LIMIT_S


@dataclass(frozen=True)
class Photo:
    """A picture that the practice took; `alt` says in words what it shows."""

    id: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True)
class Own:
    """What only a practice's own technique has."""

    version: int
    photo: Photo | None


@dataclass(frozen=True)
class Technique:
    """`levels` are 1, 2, 3 in order; `ladder` is their label for people, never parsed; `own`: of a practice's own."""

    id: str
    name: str
    regions: tuple[str, ...]
    lines: tuple[str, ...]
    ref_level: int
    ladder: tuple[str, ...]
    levels: tuple[Level, ...]
    feel: str
    stop: tuple[str, ...]
    exclude: tuple[str, ...]
    caution: tuple[str, ...]
    conditions: tuple[str, ...]
    source: str
    roll_limit_s: int = ROLL_LIMIT_S
    own: Own | None = None

    def at(self, level: int) -> Level:
        """The level by its number 1-3; the caller has checked the number."""
        return self.levels[level - 1]


@dataclass(frozen=True)
class Named:
    id: str
    label: str


@dataclass(frozen=True)
class Tool:
    """`hard` 1-3; tools of one `family` can stand in for each other; `noun` is how steps call it."""

    id: str
    label: str
    hard: int
    family: str
    noun: str


@dataclass(frozen=True)
class Condition:
    """`often` is the sentence for the client: what a technique is often chosen for, never what it treats."""

    id: str
    label: str
    often: str


@dataclass(frozen=True)
class Near:
    """A place close by that no tool may touch; `say` is printed under the picture."""

    id: str
    say: str
    zone: str | None


@dataclass(frozen=True)
class StopSign:
    id: str
    act: str
    red_flag: str | None
    text: str

    @property
    def urgent(self) -> bool:
        return self.act in URGENT


@dataclass(frozen=True)
class Starter:
    """A sample program; `dose_s` is its sum at each technique's reference level."""

    id: str
    name: str
    techniques: tuple[str, ...]
    dose_s: int


@dataclass(frozen=True)
class BodyMap:
    """How regions touch. `site_only` are places for answers and flags: each counts as all regions in its list."""

    adjacent: Mapping[str, tuple[str, ...]]
    limbs: Mapping[str, tuple[str, ...]]
    limbs_lymphoedema: Mapping[str, tuple[str, ...]]
    site_only: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Swap:
    """A safe other way: a softer tool of the family at the same level (`tool`), or a lower level (`tool` None).

    `reason` says what it is good for: "tool" ways do without the tool of the level they stand for; "level" ways use
    it too, and are only gentler.
    """

    tool: str | None
    level: Level
    reason: str


@dataclass(frozen=True, eq=False)
class Catalogue:
    """All of it, by id, in the order of the files. `version` names the wording that a clinician signs, in every
    language that it is written in (`languages`: those beside its own).

    Compared and hashed as the object that it is, so that what is made from it can be cached.
    """

    version: str
    regions: Mapping[str, Named]
    tools: Mapping[str, Tool]
    props: Mapping[str, Named]
    positions: Mapping[str, Named]
    styles: Mapping[str, Named]
    conditions: Mapping[str, Condition]
    lines: Mapping[str, Named]
    near: Mapping[str, Near]
    stop_signs: Mapping[str, StopSign]
    techniques: Mapping[str, Technique]
    starters: Mapping[str, Starter]
    body: BodyMap
    languages: Mapping[str, Catalogue] = field(default_factory=dict)

    def speaking(self, language: str) -> Catalogue:
        """The same catalogue in the words of `language`; in its own, English, where it has no others."""
        return self.languages.get(language, self)


def swaps(technique: Technique, number: int, tools: Mapping[str, Tool]) -> tuple[Swap, ...]:
    """What a client may do instead where the tool is missing or the level is too much, the nearest first.

    Every lower level, because its words were written for it; a softer tool at the same level fills in where no lower
    level uses it. Never harder, never with more weight on the body.
    """
    level = technique.at(number)
    lower = [
        Swap(None, other, _reason(level, other))
        for other in reversed(technique.levels[: number - 1])
        if replace(other, number=number) != level  # one level may stand for those above it
    ]
    written = {tool for swap in lower for tool in swap.level.tools}
    return (*lower, *(swap for swap in _softer(level, tools) if swap.tool not in written))


def neighbours(body: BodyMap, region: str) -> frozenset[str]:
    """The region itself and those it touches; the map is read both ways."""
    touching = {other for other, list_ in body.adjacent.items() if region in list_}
    return frozenset({region, *body.adjacent.get(region, ()), *touching})


def _reason(level: Level, other: Level) -> str:
    missing = set(level.tools) - BARE
    return "tool" if missing and missing.isdisjoint(other.tools) else "level"


def _softer(level: Level, tools: Mapping[str, Tool]) -> list[Swap]:
    if len(level.tools) != 1:
        return []
    own = tools[level.tools[0]]
    softer = [tool for tool in tools.values() if tool.family == own.family and tool.hard < own.hard]
    return [
        Swap(
            tool.id,
            replace(
                level,
                tools=(tool.id,),
                hard=tool.hard,
                steps=tuple(step.replace(own.noun, tool.noun) for step in level.steps),
            ),
            "tool",
        )
        for tool in sorted(softer, key=lambda tool: -tool.hard)
    ]
