"""The numbers of the rules that a practice moves: what they are now, and who moved which when and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

import uuid_utils

from pith.content.thresholds import ThresholdWords
from pith.domain import accounts as rules
from pith.domain.accounts import Actor
from pith.domain.errors import Invalid
from pith.domain.screening.policy import Threshold
from pith.domain.screening.thresholds import clipped
from pith.services.clients import touch_view
from pith.services.languages import language_of
from pith.services.practice_content import renew, values_of
from pith.services.transaction import AnySession, read, write
from pith.store import catalogue as store
from pith.store.accounts import Therapist
from pith.store.catalogue import ThresholdChange

if TYPE_CHECKING:
    from pith.content.loader import Content


def thresholds_of(session: AnySession, actor: Actor, content: Content) -> dict[str, Any]:
    """`{thresholds, history}`: each number with its bounds, and every change, newest first."""
    rules.require(actor, "see_practice", rules.Practice(actor.practice_id))
    with read(session):
        return _shown(session, actor, content)


def move(
    session: AnySession, actor: Actor, now: datetime, content: Content, values: Mapping[str, int], reason: str
) -> dict[str, Any]:
    """Moves these numbers; phones of the practice get them with their next pull. Raises Invalid, NotAllowed."""
    rules.require(actor, "set_threshold", rules.Practice(actor.practice_id))
    known = content.policy.thresholds
    _check(known, values)
    with read(session):
        if not _moved(session, actor, known, values):
            return _shown(session, actor, content)
    with write(session):
        # Clients first, the practice's row last: as a push takes them, so that neither waits for the other for ever.
        touch_view(session, actor.practice_id)
        store.content_rev(session, actor.practice_id, hold=True)
        before = _values(known, store.threshold_changes(session, actor.practice_id))
        author = session.get_one(Therapist, (actor.practice_id, actor.id))
        session.add_all(
            ThresholdChange(
                practice_id=actor.practice_id,
                id=str(uuid_utils.uuid7()),
                threshold=id_,
                before=before[id_],
                after=value,
                reason=reason,
                by_id=author.id,
                by_name=author.name,
                at=now,
            )
            for id_, value in values.items()
            if value != before[id_]
        )
        session.flush()
        renew(session, actor.practice_id)
        return _shown(session, actor, content)


def values_for_phones(session: AnySession, practice_id: str) -> dict[str, int]:
    """The numbers that this practice ever moved, as its phones apply them. Inside the caller's transaction."""
    return values_of(store.threshold_changes(session, practice_id))


def _moved(session: AnySession, actor: Actor, known: Mapping[str, Threshold], values: Mapping[str, int]) -> bool:
    now = _values(known, store.threshold_changes(session, actor.practice_id))
    return any(value != now[id_] for id_, value in values.items())


def _check(known: Mapping[str, Threshold], values: Mapping[str, int]) -> None:
    wrong = {}
    for id_, value in values.items():
        threshold = known.get(id_)
        if threshold is None:
            wrong[f"values.{id_}"] = "There is no such number."
        elif clipped(threshold, value) != value:
            wrong[f"values.{id_}"] = f"From {threshold.low} to {threshold.high}."
    if wrong:
        raise Invalid(wrong)


def _values(known: Mapping[str, Threshold], changes: Sequence[ThresholdChange]) -> dict[str, int]:
    """All numbers as they count now."""
    moved = values_of(changes)
    return {id_: clipped(one, moved.get(id_, one.default)) for id_, one in known.items()}


def _shown(session: AnySession, actor: Actor, content: Content) -> dict[str, Any]:
    changes = store.threshold_changes(session, actor.practice_id)
    words = content.threshold_words[language_of(session, actor)]
    values = _values(content.policy.thresholds, changes)
    return {
        "thresholds": [_view(one, values[id_], words[id_]) for id_, one in content.policy.thresholds.items()],
        "history": [
            {
                "id": change.id,
                "threshold": change.threshold,
                "from": change.before,
                "to": change.after,
                "by": {"id": change.by_id, "name": change.by_name},
                "at": change.at,
                "reason": change.reason,
            }
            for change in reversed(changes)
        ],
    }


def _view(threshold: Threshold, value: int, words: ThresholdWords) -> dict[str, Any]:
    return {
        "id": threshold.id,
        "label": words.label,
        "unit": words.unit,
        "value": value,
        "default": threshold.default,
        "low": threshold.low,
        "high": threshold.high,
        "stricter": threshold.stricter,
        "why": words.why,
    }
