"""The verdict on a technique at a level for one person today: the strictest of all rules and of its own lists.

Source: domain.md 2.4. Rules read the level that is assigned; where a limit clips it to a lower level, that one is read
too, with those between, and the strictest counts (DECISIONS), so that a further flag can never make a verdict laxer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from pith.domain.catalogue import Level, Technique
from pith.domain.screening.dates import Raised, active_flags
from pith.domain.screening.person import Person, Reaches, person_of
from pith.domain.screening.policy import RANKS, Limits, Match, Policy, Rule, Tags, holds, matching, tags_of
from pith.domain.screening.sites import BOTH_SIDES, Area, Site, area_of, touches, work_of

# The technique's own lists, which are no rules.
OWN_LISTS = ("exclude", "caution")


@dataclass(frozen=True)
class Use:
    """A technique as it is assigned: its level, the sides it is done on, and where a scar lies that it works on."""

    technique: Technique
    level: int
    sides: frozenset[str] = BOTH_SIDES
    marks: tuple[Site, ...] = ()


@dataclass(frozen=True)
class Finding:
    """One rule that fires because of one flag. `rule` is its id, or exclude, caution (the technique's own lists)."""

    rule: str
    flag: str
    do: str
    needs: str | None = None
    limits: Limits = field(default_factory=dict)

    @property
    def named(self) -> str:
        return f"{self.rule}:{self.flag}" if self.rule in OWN_LISTS else self.rule


@dataclass(frozen=True)
class Verdict:
    """`findings`, strictest first, are its reasons: a code (`rule`) and a parameter (`flag`) each.

    `rules`: ids of the rules that fire, each once; a technique's own lists as exclude:flag and caution:flag. `needs`:
    who must have agreed, each once; empty unless this can be overridden. `limits`: what the app applies: of each number
    the lowest, and every switch that is on.
    """

    do: str
    rules: tuple[str, ...]
    needs: tuple[str, ...]
    limits: Limits
    findings: tuple[Finding, ...]

    @property
    def rank(self) -> int:
        return RANKS.index(self.do)


def verdict(policy: Policy, use: Use, raised: Iterable[Raised], today: date) -> Verdict:
    """May this person practise this today, and how?"""
    return judge(person_of(policy, active_flags(policy, raised, today)), use)


def verdicts(policy: Policy, uses: Iterable[Use], raised: Iterable[Raised], today: date) -> tuple[Verdict, ...]:
    """The verdicts on many at once; what is on today is worked out only once."""
    person = person_of(policy, active_flags(policy, raised, today))
    return tuple(judge(person, use) for use in uses)


def judge(person: Person, use: Use) -> Verdict:
    """The verdict for flags that are on."""
    level = use.level
    found = _findings_at(person, use, level)
    while _lowest_level(found, level) < level:
        level -= 1
        found += _findings_at(person, use, level)
    once = {(finding.rule, finding.flag): finding for finding in found}
    return _told(tuple(sorted(once.values(), key=lambda finding: -RANKS.index(finding.do))))


def _told(findings: tuple[Finding, ...]) -> Verdict:
    do = findings[0].do if findings else "ok"
    needs = {finding.needs for finding in findings if finding.needs is not None and do == "override"}
    limits: dict[str, int] = {}
    for finding in findings:
        for name, value in finding.limits.items():
            limits[name] = min(value, limits.get(name, value))
    rules = dict.fromkeys(finding.named for finding in findings)
    return Verdict(do, tuple(rules), tuple(sorted(needs)), limits, findings)


def _lowest_level(found: Iterable[Finding], level: int) -> int:
    return min([level, *(finding.limits.get("max_level", level) for finding in found)])


def _findings_at(person: Person, use: Use, number: int) -> list[Finding]:
    level = use.technique.at(number)
    marks = area_of(person.policy.body, use.marks)
    tags = tags_of(use.technique, level, frozenset(use.technique.regions) | marks.keys())
    work = work_of(use.technique.regions, use.sides, marks)
    if marks:
        asked = [one for one in person.rules if holds(one[0].match, level, tags)]
    else:
        ids = matching(person.policy, use.technique, level, tags)
        asked = [one for one in person.rules if one[0].id in ids]
    return [
        *(Finding("unknown_flag", flag, "block") for flag in person.unknown),
        *_from_rules(asked, work),
        *_from_lists(person, use.technique, level, tags, work),
    ]


def _from_rules(asked: Iterable[tuple[Rule, Reaches]], work: Area | None) -> Iterator[Finding]:
    for rule, reaches in asked:
        for flag, reach in reaches:
            if touches(reach, work):
                yield Finding(rule.id, flag, rule.do, rule.needs, rule.limits)


def _from_lists(person: Person, technique: Technique, level: Level, tags: Tags, work: Area | None) -> Iterator[Finding]:
    """The technique's own `exclude` blocks and its `caution` warns, both only where a placed flag touches it."""
    for rule, names, do in (("exclude", technique.exclude, "block"), ("caution", technique.caution, "warn")):
        for name in names:
            if any(touches(reach, work) for _, reach in person.lists.get(name, ())):
                where = person.policy.flags[name].exclude_where if rule == "exclude" else ()
                if not where or _any_holds(where, level, tags):
                    yield Finding(rule, name, do)


def _any_holds(matches: Iterable[Match], level: Level, tags: Tags) -> bool:
    return any(holds(match, level, tags) for match in matches)
