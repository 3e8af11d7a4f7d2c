"""What the rules say about every technique for one client today, in the words of whoever asks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pith.domain import screening as rules
from pith.domain.accounts import Actor
from pith.domain.days import local_date
from pith.domain.errors import Invalid
from pith.domain.screening import Use
from pith.domain.screening.person import person_of
from pith.domain.screening.verdicts import judge
from pith.services.clients import client_for
from pith.services.flags import flag_names, flags_told
from pith.services.languages import language_of
from pith.services.transaction import AnySession, read
from pith.services.verdict_rows import every_verdict, row_of

if TYPE_CHECKING:
    from pith.content.loader import Content


def verdicts_of(
    session: AnySession, actor: Actor, now: datetime, content: Content, client_id: str, levels: Mapping[str, int] | None
) -> dict[str, Any]:
    """`{today, verdicts}`: every technique at its reference level, or at that in `levels`. None: at each of its levels,
    and once more for a side that is laxer alone. Raises Invalid, NotFound."""
    techniques = content.catalogue.techniques
    unknown = sorted((levels or {}).keys() - techniques.keys())
    if unknown:
        raise Invalid({"levels": f"There is no such technique: {unknown[0]}."})
    with read(session):
        client = client_for(session, actor, client_id)
        told = flags_told(session, content.policy, client.practice_id, client.id)
        language, today = language_of(session, actor), local_date(now, client.timezone)
    active = rules.active_flags(content.policy, told.raised, today)
    person = person_of(content.policy, active)
    if levels is None:
        found = list(every_verdict(person, active, techniques.values()))
    else:
        uses = [Use(one, levels.get(one.id, one.ref_level)) for one in techniques.values()]
        found = [(use, judge(person, use)) for use in uses]
    names = flag_names(content, language)
    return {
        "today": today.isoformat(),
        "verdicts": [row_of(content, language, names, active, use, verdict) for use, verdict in found],
    }
