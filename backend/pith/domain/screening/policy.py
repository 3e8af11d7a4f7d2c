"""What the verdicts stand on: flags, rules, dates and questions as data, and when a rule's predicates hold.

Source: domain.md 2.1-2.5; the records are content/data/{flags,rules,intake,screening}.yaml.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pith.domain.catalogue import BodyMap, Level, Technique

# From laxest to strictest (domain.md 2.4).
RANKS = ("ok", "warn", "adapt", "override", "block")
# Stands in rules and answers for every red flag.
ANY_RED_FLAG = "any_red_flag"

Tags = Mapping[str, frozenset[str]]
# A limit is a number, of which the lowest counts, or a switch that is on.
Limits = Mapping[str, int]


@dataclass(frozen=True)
class Match:
    """Predicates that must all hold. `lists`: ids by predicate; `least`: the lowest `hard` or `level` that is meant."""

    lists: Mapping[str, frozenset[str]] = field(default_factory=dict)
    least: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Rule:
    """`site`: how near a flag's place has to be; "anywhere" where the place does not matter."""

    id: str
    when: tuple[str, ...]
    site: str
    match: Match
    do: str
    needs: str | None = None
    limits: Limits = field(default_factory=dict)


@dataclass(frozen=True)
class FlagKind:
    """`placed`: the flag has a place. `site`, `exclude_where`: how a technique's own lists read it (screening.yaml)."""

    id: str
    placed: bool
    site: str = "same"
    exclude_where: tuple[Match, ...] = ()


@dataclass(frozen=True)
class Timeline:
    """Phases as (flag, first day), in order; `ends` is the first day after the last one, None when none is."""

    id: str
    phases: tuple[tuple[str, int], ...]
    ends: int | None
    by_itself: bool


@dataclass(frozen=True)
class RaiseIf:
    """One way in which an answer raises `flags`; `kind` says what `value` means (intake.yaml, `raises_if`)."""

    kind: str
    value: str | int
    flags: tuple[str, ...]
    unless_agreed: bool = False


@dataclass(frozen=True)
class Question:
    """What the answers to one question raise. `asks`: what is asked for (choice, body_map, ...); `words`: the answers
    that it knows by name; `follow_up`: those of the question that may follow."""

    id: str
    raises: tuple[RaiseIf, ...]
    asks: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    follow_up: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asked:
    """One question of the intake. `safety`: the program waits for its answer. `show_if`: the answers of other
    questions after which it is asked."""

    id: str
    safety: bool
    show_if: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Pointer:
    """One place of the policy that a threshold moves. `kind` rule: the limit `name` of rule `id`; timeline: of the
    timeline of flag `id`, the first day of phase `name` or its end ("ends"); number: the number `id`."""

    kind: str
    id: str
    name: str = ""


@dataclass(frozen=True)
class Threshold:
    """A number that a practice may move from `low` to `high`. `stricter`: which way ("lower", "higher") is safer."""

    id: str
    at: tuple[Pointer, ...]
    default: int
    low: int
    high: int
    stricter: str


@dataclass(frozen=True, eq=False)
class Policy:
    """All of it. `timelines` by each flag of theirs. `reask`: for each question of the daily check, the questions of
    the intake that one of its answers asks again. `numbers`: what no rule holds (thresholds.yaml).
    `version` is that of the content. Compared as the object that it is."""

    flags: Mapping[str, FlagKind]
    red_flags: frozenset[str]
    rules: tuple[Rule, ...]
    timelines: Mapping[str, Timeline]
    questions: Mapping[str, Question]
    intake: tuple[Asked, ...]
    reask: Mapping[str, Mapping[str, tuple[str, ...]]]
    body: BodyMap
    numbers: Mapping[str, int] = field(default_factory=dict)
    thresholds: Mapping[str, Threshold] = field(default_factory=dict)
    version: str = ""
    # Which rules match a technique at a level: worked out once, and asked for everybody (`matching`). A policy that is
    # made from another one works it out anew.
    matched: dict[tuple[str, int], tuple[Technique, frozenset[str]]] = field(
        default_factory=dict, init=False, repr=False
    )


def tags_of(technique: Technique, level: Level, regions: frozenset[str]) -> Tags:
    """What predicates read of a technique at one level; `regions` are its own and those of a marked scar."""
    return {
        "technique": frozenset({technique.id}),
        "region": regions,
        "load": frozenset({level.load}),
        "style": frozenset({level.style}),
        "near": frozenset(level.near),
        "tool": frozenset(level.tools),
        "prop": frozenset(level.props),
        "pos": frozenset(level.pos),
    }


def matching(policy: Policy, technique: Technique, level: Level, tags: Tags) -> frozenset[str]:
    """The rules whose predicates hold for the technique at this level, `tags` being its own alone."""
    found = policy.matched.get((technique.id, level.number))
    if found is None or found[0] is not technique:
        rules = frozenset(rule.id for rule in policy.rules if holds(rule.match, level, tags))
        found = policy.matched[technique.id, level.number] = (technique, rules)
    return found[1]


def holds(match: Match, level: Level, tags: Tags) -> bool:
    """Whether every predicate holds for what `tags` tell of the technique at `level`."""
    for name, wanted in match.lists.items():
        if not _fits(name, wanted, tags):
            return False
    if not match.least:
        return True
    numbers = {"hard": level.hard, "level": level.number}
    return all(numbers[name] >= least for name, least in match.least.items())


def _fits(name: str, wanted: frozenset[str], tags: Tags) -> bool:
    tag, _, how = name.partition("_")
    if how == "not":
        return tags[tag].isdisjoint(wanted)
    if how == "only":
        return tags[tag] <= wanted
    return not tags[tag].isdisjoint(wanted)
