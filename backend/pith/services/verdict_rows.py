"""A verdict as the desk reads it: each rule with its flags, its limits and its reason in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from pith.domain import screening as rules
from pith.domain.catalogue import LEVELS, Technique
from pith.domain.screening import RANKS, Active, Finding, Use, Verdict
from pith.domain.screening.alternatives import Safe, alternatives, safe_for, tools_missing
from pith.domain.screening.person import Person
from pith.domain.screening.verdicts import judge

if TYPE_CHECKING:
    from pith.content.loader import Content


@dataclass(frozen=True)
class StandIns:
    """What is safe for her, and the tools that she owns (None: never asked)."""

    safe: tuple[Safe, ...]
    owned: frozenset[str] | None


def stand_ins(person: Person, techniques: Iterable[Technique], owned: frozenset[str] | None) -> StandIns:
    return StandIns(safe_for(person, techniques, owned), owned)


def offered(content: Content, others: StandIns, use: Use, verdict: Verdict) -> dict[str, Any]:
    """`tools_missing`, and `alternatives` where the technique is closed, waits for somebody, or lacks a tool."""
    missing = tools_missing(use.technique.at(use.level), others.owned)
    needed = bool(missing) or verdict.rank >= RANKS.index("override")
    return {
        "tools_missing": list(missing),
        "alternatives": [asdict(one) for one in alternatives(content.policy.body, others.safe, use)] if needed else [],
    }


def every_verdict(
    person: Person, active: Sequence[Active], techniques: Iterable[Technique]
) -> Iterator[tuple[Use, Verdict]]:
    """Each technique at each level on both sides; and on one side, where that alone is laxer."""
    sided = any(site.side in ("left", "right") for flag in active for site in flag.sites)
    for technique in techniques:
        for level in LEVELS:
            use = Use(technique, level)
            found = judge(person, use)
            yield use, found
            if sided and technique.at(level).side != "both":
                yield from _one_side(person, use, found)


def _one_side(person: Person, both: Use, found: Verdict) -> Iterator[tuple[Use, Verdict]]:
    for side in ("left", "right"):
        use = Use(both.technique, both.level, frozenset({side}))
        alone = judge(person, use)
        if alone.rank < found.rank:
            yield use, alone


def row_of(
    content: Content, language: str, names: Mapping[str, str], active: Sequence[Active], use: Use, verdict: Verdict
) -> dict[str, Any]:
    """`names` are those of the flags in that language. `basis`: what an override would be given for."""
    return {
        "technique_id": use.technique.id,
        "level": use.level,
        "side": "both" if len(use.sides) > 1 else next(iter(use.sides)),
        "verdict": verdict.do,
        "rules": list(verdict.rules),
        "needs": list(verdict.needs),
        "limits": dict(verdict.limits),
        "reasons": reasons_in(content, language, names, verdict),
        "findings": _findings(content, language, names, verdict),
        "basis": rules.basis_of(verdict, active) if verdict.do == "override" else "",
        "cleared_days": content.policy.numbers["override_days"],
    }


def reasons_in(content: Content, language: str, names: Mapping[str, str], verdict: Verdict) -> list[str]:
    """One plain sentence for each rule, strictest first; `names` are those of the flags."""
    return list(dict.fromkeys(_reason(content, language, names, finding) for finding in verdict.findings))


def _reason(content: Content, language: str, names: Mapping[str, str], finding: Finding) -> str:
    rule = content.screenings.get(language, content.screening).rules.get(finding.rule)
    if rule:
        return str(rule["text"])
    return content.reasons[language][finding.rule].format(flag=names.get(finding.flag, finding.flag))


def _findings(content: Content, language: str, names: Mapping[str, str], verdict: Verdict) -> list[dict[str, Any]]:
    """One for each rule, with every flag that makes it speak."""
    found: dict[str, dict[str, Any]] = {}
    for finding in verdict.findings:
        row = found.setdefault(
            finding.named,
            {
                "rule": finding.named,
                "flags": [],
                "verdict": finding.do,
                "needs": finding.needs,
                "limits": dict(finding.limits),
                "reason": _reason(content, language, names, finding),
            },
        )
        row["flags"].append({"id": finding.flag, "label": names.get(finding.flag, finding.flag)})
    return list(found.values())
