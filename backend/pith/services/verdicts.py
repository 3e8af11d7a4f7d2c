"""What the rules say about every technique for one client today, in the words of whoever asks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pith.domain import screening as rules
from pith.domain.accounts import Actor
from pith.domain.days import local_date
from pith.domain.errors import Invalid
from pith.domain.screening import Use, Verdict
from pith.services.clients import client_for
from pith.services.flags import flag_names, flags_told
from pith.services.languages import language_of
from pith.services.transaction import AnySession, read

if TYPE_CHECKING:
    from pith.content.loader import Content


def verdicts_of(
    session: AnySession, actor: Actor, now: datetime, content: Content, client_id: str, levels: Mapping[str, int]
) -> dict[str, Any]:
    """`{today, verdicts}`: every technique at its reference level, or at that in `levels`. Raises Invalid, NotFound."""
    techniques = content.catalogue.techniques
    unknown = sorted(levels.keys() - techniques.keys())
    if unknown:
        raise Invalid({"levels": f"There is no such technique: {unknown[0]}."})
    with read(session):
        client = client_for(session, actor, client_id)
        told = flags_told(session, content.policy, client.practice_id, client.id)
        language, today = language_of(session, actor), local_date(now, client.timezone)
    uses = [Use(one, levels.get(one.id, one.ref_level)) for one in techniques.values()]
    found = rules.verdicts(content.policy, uses, told.raised, today)
    names = flag_names(content, language)
    rows = [_row(content, language, names, use, verdict) for use, verdict in zip(uses, found, strict=True)]
    return {"today": today.isoformat(), "verdicts": rows}


def reasons_in(content: Content, language: str, names: Mapping[str, str], verdict: Verdict) -> list[str]:
    """One plain sentence for each rule, strictest first; `names` are those of the flags."""
    written = content.screenings.get(language, content.screening).rules
    said = []
    for finding in verdict.findings:
        rule = written.get(finding.rule)
        label = names.get(finding.flag, finding.flag)
        said.append(str(rule["text"]) if rule else content.reasons[language][finding.rule].format(flag=label))
    return list(dict.fromkeys(said))


def _row(content: Content, language: str, names: Mapping[str, str], use: Use, verdict: Verdict) -> dict[str, Any]:
    return {
        "technique_id": use.technique.id,
        "level": use.level,
        "verdict": verdict.do,
        "rules": list(verdict.rules),
        "needs": list(verdict.needs),
        "limits": dict(verdict.limits),
        "reasons": reasons_in(content, language, names, verdict),
    }
