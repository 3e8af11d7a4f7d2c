"""What is on for one person today, read once for all techniques: which rules ask, and how far each flag reaches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pith.domain.screening.dates import Active
from pith.domain.screening.policy import ANY_RED_FLAG, Policy, Rule
from pith.domain.screening.sites import Area, reach_of

# A flag, and where it counts; None is everywhere.
Reaches = tuple[tuple[str, Area | None], ...]


@dataclass(frozen=True)
class Person:
    """`rules`: those whose flags are on, in the order of their file; `lists`: how a technique's own lists read the
    flags that are on; `unknown`: flags newer than this copy of the data."""

    policy: Policy
    rules: tuple[tuple[Rule, Reaches], ...]
    lists: Mapping[str, Reaches]
    unknown: tuple[str, ...]


def person_of(policy: Policy, active: Sequence[Active]) -> Person:
    on = _by_name(policy, active)
    rules = [(rule, [flag for name in rule.when for flag in on.get(name, ())]) for rule in policy.rules]
    return Person(
        policy,
        tuple((rule, _reaches(policy, flags, rule.site)) for rule, flags in rules if flags),
        {name: _reaches(policy, flags, _site(policy, name)) for name, flags in on.items() if name in policy.flags},
        tuple(flag.flag for flag in active if _is_unknown(policy, flag.flag)),
    )


def _by_name(policy: Policy, active: Iterable[Active]) -> dict[str, list[Active]]:
    """What is on, by the name that rules use: every red flag has one name there."""
    on: dict[str, list[Active]] = {}
    for flag in active:
        on.setdefault(ANY_RED_FLAG if flag.flag in policy.red_flags else flag.flag, []).append(flag)
    return on


def _reaches(policy: Policy, flags: Iterable[Active], site: str) -> Reaches:
    return tuple((flag.flag, reach_of(policy.body, flag.flag, flag.sites, site)) for flag in flags)


def _site(policy: Policy, name: str) -> str:
    """A flag with a place counts in a technique's own lists where it touches it, another one anywhere."""
    kind = policy.flags[name]
    return kind.site if kind.placed else "anywhere"


def _is_unknown(policy: Policy, flag: str) -> bool:
    return flag not in policy.flags and flag not in policy.red_flags and flag != ANY_RED_FLAG
