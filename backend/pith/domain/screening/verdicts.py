"""The verdict on a technique at a level for one person today: the strictest of all rules and of its own lists.

Source: domain.md 2.4. Rules read the level that is assigned; where a limit clips it to a lower level, that one is read
too, with those between, and the strictest counts (DECISIONS), so that a further flag can never make a verdict laxer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pith.domain.catalogue import Level, Technique
from pith.domain.screening.dates import Active, Raised, active_flags
from pith.domain.screening.policy import ANY_RED_FLAG, RANKS, Limits, Match, Policy, Tags, holds, tags_of
from pith.domain.screening.sites import BOTH_SIDES, Site, area_of, reach_of, touches

# The technique's own lists, which are no rules.
OWN_LISTS = ("exclude", "caution")
On = Mapping[str, Sequence[Active]]
Near = Callable[[Active, str], bool]


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
    return judge(policy, use, active_flags(policy, raised, today))


def verdicts(policy: Policy, uses: Iterable[Use], raised: Iterable[Raised], today: date) -> tuple[Verdict, ...]:
    """The verdicts on many at once; what is on today is worked out only once."""
    active = active_flags(policy, raised, today)
    return tuple(judge(policy, use, active) for use in uses)


def judge(policy: Policy, use: Use, active: Sequence[Active]) -> Verdict:
    """The verdict for flags that are on."""
    level = use.level
    found = _findings_at(policy, use, level, active)
    while _lowest_level(found, level) < level:
        level -= 1
        found += _findings_at(policy, use, level, active)
    once = {(finding.rule, finding.flag): finding for finding in found}
    return _told(tuple(sorted(once.values(), key=lambda finding: -RANKS.index(finding.do))))


def _told(findings: tuple[Finding, ...]) -> Verdict:
    do = findings[0].do if findings else "ok"
    needs = {finding.needs for finding in findings if finding.needs is not None and do == "override"}
    limits: dict[str, int] = {}
    for finding in findings:
        for name, value in finding.limits.items():
            limits[name] = min(value, limits.get(name, value))
    rules = dict.fromkeys(_named(finding) for finding in findings)
    return Verdict(do, tuple(rules), tuple(sorted(needs)), limits, findings)


def _lowest_level(found: Iterable[Finding], level: int) -> int:
    return min([level, *(finding.limits.get("max_level", level) for finding in found)])


def _findings_at(policy: Policy, use: Use, number: int, active: Sequence[Active]) -> list[Finding]:
    level = use.technique.at(number)
    marks = area_of(policy.body, use.marks)
    regions = frozenset(use.technique.regions) | marks.keys()
    tags = tags_of(use.technique, level, regions)

    def near(flag: Active, how: str) -> bool:
        reach = reach_of(policy.body, flag.flag, flag.sites, how)
        return touches(reach, use.technique.regions, use.sides, marks)

    on = _by_name(policy, active)
    return [
        *(Finding("unknown_flag", flag.flag, "block") for flag in active if _is_unknown(policy, flag)),
        *_from_rules(policy, level, tags, on, near),
        *_from_lists(policy, use.technique, level, tags, on, near),
    ]


def _by_name(policy: Policy, active: Iterable[Active]) -> dict[str, list[Active]]:
    """What is on, by the name that rules use: every red flag has one name there."""
    on: dict[str, list[Active]] = {}
    for flag in active:
        on.setdefault(ANY_RED_FLAG if flag.flag in policy.red_flags else flag.flag, []).append(flag)
    return on


def _is_unknown(policy: Policy, flag: Active) -> bool:
    """Newer than this copy of the data: what is not known cannot be judged, so it blocks."""
    return flag.flag not in policy.flags and flag.flag not in policy.red_flags and flag.flag != ANY_RED_FLAG


def _from_rules(policy: Policy, level: Level, tags: Tags, on: On, near: Near) -> Iterator[Finding]:
    for rule in policy.rules:
        flags = [flag for name in rule.when for flag in on.get(name, ())]
        if flags and holds(rule.match, level, tags):
            for flag in flags:
                if near(flag, rule.site):
                    yield Finding(rule.id, flag.flag, rule.do, rule.needs, rule.limits)


def _from_lists(
    policy: Policy, technique: Technique, level: Level, tags: Tags, on: On, near: Near
) -> Iterator[Finding]:
    """The technique's own `exclude` blocks and its `caution` warns, both only where a placed flag touches it."""
    for rule, names, do in (("exclude", technique.exclude, "block"), ("caution", technique.caution, "warn")):
        for name in names:
            kind = policy.flags[name]
            if rule == "exclude" and kind.exclude_where and not _any_holds(kind.exclude_where, level, tags):
                continue
            how = kind.site if kind.placed else "anywhere"
            if any(near(flag, how) for flag in on.get(name, ())):
                yield Finding(rule, name, do)


def _any_holds(matches: Iterable[Match], level: Level, tags: Tags) -> bool:
    return any(holds(match, level, tags) for match in matches)


def _named(finding: Finding) -> str:
    return f"{finding.rule}:{finding.flag}" if finding.rule in OWN_LISTS else finding.rule
