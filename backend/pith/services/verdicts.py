"""What the rules say about every technique for one client today, in the words of whoever asks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pith.content.parts import PARTS
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
from pith.services.sign_offs import all_reviewed, signatures
from pith.services.tools_owned import tools_owned
from pith.services.transaction import AnySession, read
from pith.services.verdict_rows import every_verdict, offered, row_of, stand_ins

if TYPE_CHECKING:
    from pith.content.loader import Content


def verdicts_of(
    session: AnySession,
    actor: Actor,
    now: datetime,
    content: Content,
    master: bytes,
    client_id: str,
    levels: Mapping[str, int] | None,
) -> dict[str, Any]:
    """`{today, reviewed, verdicts}`: every technique at its reference level, or at that in `levels`. None: at each of
    its levels, and once more for a side that is laxer alone. Raises Invalid, NotFound."""
    techniques = content.catalogue.techniques
    unknown = sorted((levels or {}).keys() - techniques.keys())
    if unknown:
        raise Invalid({"levels": f"There is no such technique: {unknown[0]}."})
    with read(session):
        client = client_for(session, actor, client_id)
        told = flags_told(session, client.practice_id, client.id)
        language, today = language_of(session, actor), local_date(now, client.timezone)
        owned = tools_owned(session, master, client)
        signed = signatures(session, content, client.practice_id)
    active = rules.active_flags(content.policy, told.raised, today)
    person = person_of(content.policy, active)
    others = stand_ins(person, techniques.values(), owned)
    if levels is None:
        found = list(every_verdict(person, active, techniques.values()))
    else:
        uses = [Use(one, levels.get(one.id, one.ref_level)) for one in techniques.values()]
        found = [(use, judge(person, use)) for use in uses]
    names = flag_names(content, language)
    return {
        "today": today.isoformat(),
        "reviewed": {part: signed.get(part) for part in PARTS},
        "verdicts": [
            row_of(content, language, names, active, use, verdict)
            | offered(content, others, use, verdict)
            | {"reviewed": all_reviewed(signed, use.technique)}
            for use, verdict in found
        ],
    }
