"""How long a practice is felt, and what rests because of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from pith.domain.dose.history import Decision, ItemFacts, ReactionFacts, SessionFacts
from pith.domain.practice import SETTLED

USUAL = timedelta(hours=48)  # so long a body may answer (domain.md 2.7); the last moment is still usual
HOUR = timedelta(hours=1)


def told_of(session_id: str, reactions: Iterable[ReactionFacts], by: datetime | None = None) -> ReactionFacts | None:
    """The newest answer about a session, told at `by` at the latest."""
    about = (one for one in reactions if one.session_id == session_id and (by is None or one.at <= by))
    return max(about, key=lambda one: (one.at, one.id), default=None)


def is_open(told: ReactionFacts | None) -> bool:
    return told is not None and told.answer != SETTLED


def any_open(reactions: Sequence[ReactionFacts]) -> bool:
    """Whether any session is still felt, by the last that was told of it."""
    return any(is_open(told_of(id_, reactions)) for id_ in {one.session_id for one in reactions})


def too_long(session: SessionFacts, at: datetime) -> bool:
    return at - session.ended_at > USUAL


def hours_of(session: SessionFacts, at: datetime) -> int:
    """Hours begun since a session whose reaction lasts too long: the 49th when 48 are over."""
    return max(49, -((session.ended_at - at) // HOUR))


def felt_by(session: SessionFacts, items: Sequence[ItemFacts]) -> list[str]:
    """The techniques of the program that share a region with those of the session, and those themselves."""
    practised = {entry.technique_id for entry in session.entries}
    regions = {region for item in items if item.technique_id in practised for region in item.regions}
    felt = (item.technique_id for item in items if item.technique_id in practised or regions & item.regions)
    return list(dict.fromkeys(felt))


def answer_to(pause: Decision, reactions: Sequence[ReactionFacts], by: datetime) -> ReactionFacts | None:
    """The newest answer about the session for which something rests; None where nobody knows which it was."""
    source = next((one for one in reactions if one.id == pause.source), None)
    return told_of(source.session_id, reactions, by) if source else None
