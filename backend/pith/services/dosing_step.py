"""A step that the rules proposed, taken: by a therapist's tap, or by themselves where she set them to."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import uuid_utils

from pith.domain.dose_step import as_done, draft_of_item, stepped
from pith.domain.errors import Conflict
from pith.domain.program_compose import Draft
from pith.domain.programs import Item, Plan, dose_seconds, heaviest
from pith.services import programs
from pith.services.dosing_look import Look, in_effect
from pith.services.dosing_rows import stands
from pith.services.program_wire import plan_of
from pith.services.transaction import AnySession
from pith.store import dose as store
from pith.store import practice as practice_store
from pith.store import programs as programs_store
from pith.store.accounts import Therapist
from pith.store.dose import DoseDecision
from pith.store.programs import ProgramVersion

if TYPE_CHECKING:
    from pith.content.loader import Content


class ProposalGone(Conflict):
    code = "proposal_gone"
    message = "This step is not proposed any more. Look at what has changed."


def proposed(found: Look, row: DoseDecision, content: Content) -> list[dict[str, Any]] | None:
    """What a step would change, item by item: `{key, technique_id, before_s, after_s, level}`; None where it is not
    proposed now."""
    if not is_proposed(found, row):
        return None
    now, then = _both(found, content)
    return [
        {
            "key": after.key,
            "technique_id": after.technique_id,
            "before_s": dose_seconds(before.dose),
            "after_s": dose_seconds(after.dose),
            "level": after.level,
        }
        for before, after in zip(now, then, strict=True)
    ]


def is_proposed(found: Look, row: DoseDecision) -> bool:
    today = found.derived.today
    same = (row.version, row.rule, row.target) == (found.version.number, today.rule, today.target)
    return stands(row) and same


def take_step(
    session: AnySession,
    found: Look,
    row: DoseDecision,
    by: Therapist,
    now: datetime,
    content: Content,
    *,
    by_rules: bool = False,
) -> ProgramVersion:
    """The next version of her program, a step further, in which all that lay over it ends. Inside the caller's
    transaction, which holds her row. Raises ProposalGone, and Invalid where the rules of safety are against it."""
    newest = programs_store.newest_version(session, found.client.practice_id, found.client.id)
    if newest is None or newest.number != found.version.number or not is_proposed(found, row):
        raise ProposalGone()
    row.act, row.acted_at = store.ACCEPTED, now
    row.acted_by_id, row.acted_by_name = (None, None) if by_rules else (by.id, by.name)
    practice_store.withdraw_alerts(session, row.practice_id, row.client_id, [row.id], now)
    before, after = _both(found, content)
    more = heaviest(after, found.version.days).dose_s - heaviest(before, found.version.days).dose_s
    draft = Draft(
        items=tuple(draft_of_item(item) for item in after),
        days=tuple(found.version.days),
        reason=_reason(found, more, by, content, by_rules),
        over_limit_reason=found.version.over_limit_reason,
    )
    seen = [one.id for one in in_effect(found)]
    new_id = str(uuid_utils.uuid7())
    return programs.write_version(session, found.client, by, now, content, draft, new_id, newest.number, seen)


def _both(found: Look, content: Content) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """The items as she does them now, and as she would."""
    plan: Plan = plan_of(found.version)
    holds = {
        item["technique_id"]: int(item["safety"]["limits"]["max_hold_s"])
        for item in found.version.items
        if "max_hold_s" in item.get("safety", {}).get("limits", {})
    }
    now = as_done(plan, found.derived.overlay, content.catalogue)
    return now, stepped(now, plan, found.derived.today, content.catalogue, holds)


def _reason(found: Look, more: int, by: Therapist, content: Content, by_rules: bool) -> str:
    """Why it changes; the client reads it."""
    texts, today = content.doses[found.client.language], found.derived.today
    if today.rule == "D13":
        catalogue = content.catalogue.languages.get(found.client.language, content.catalogue)
        why = texts.say("level", name=catalogue.techniques[today.target].name)
    elif more == 60:
        why = texts.say("minute")
    else:
        why = texts.say("seconds", count=more)
    return texts.say("by_rules", why=why, name=by.name) if by_rules else why
