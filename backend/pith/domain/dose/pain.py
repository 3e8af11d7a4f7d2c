"""What a session did to the pain, and how strong it felt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from pith.domain.dose.history import PainFacts, SessionFacts

LATE = timedelta(hours=12)
NEXT_DAY = timedelta(hours=12), timedelta(hours=36)


def delta_of(session: SessionFacts, pains: Iterable[PainFacts]) -> int | None:
    """Pain after, or of the next day where that is higher, minus before; None where none of it was told. What was told
    later than 12 h after the session is no pain after it."""
    after = session.pain_after if session.recorded_at - session.ended_at <= LATE else None
    following = next_day(session, pains)
    told = [pain for pain in (after, following.pain if following else None) if pain is not None]
    return max(told) - session.pain_before if told and session.pain_before is not None else None


def next_day(session: SessionFacts, pains: Iterable[PainFacts]) -> PainFacts | None:
    """The first pain 12 to 36 h after the session, both included; of two at one moment the stronger."""
    first, last = NEXT_DAY
    told = [pain for pain in pains if first <= pain.at - session.ended_at <= last]
    return min(told, key=lambda pain: (pain.at, -pain.pain), default=None)


def peak_of(session: SessionFacts, technique_id: str | None = None) -> int | None:
    """The highest discomfort of the session, or of one technique in it."""
    told = [entry.peak for entry in session.entries if technique_id in (None, entry.technique_id)]
    return max((peak for peak in told if peak is not None), default=None)
