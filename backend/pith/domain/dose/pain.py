"""What sessions did to the pain, and how strong they felt, as far as it is told."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import islice

from pith.domain.dose.history import PainFacts, SessionFacts

LATE = timedelta(hours=12)
TOO_MUCH = 6
NEXT_DAY = timedelta(hours=12), timedelta(hours=36)

# Peaks by the session's id, in the order in which the sessions ended.
Own = dict[str, int | None]


def delta_of(session: SessionFacts, following: PainFacts | None) -> int | None:
    """Pain after, or of the next day where that is higher, minus before; None where none of it was told. What was told
    later than 12 h after the session is no pain after it."""
    after = session.pain_after if session.recorded_at - session.ended_at <= LATE else None
    told = [pain for pain in (after, following.pain if following else None) if pain is not None]
    return max(told) - session.pain_before if told and session.pain_before is not None else None


def next_day(session: SessionFacts, pains: Sequence[PainFacts]) -> PainFacts | None:
    """The first pain 12 to 36 h after, both included. `pains` by time, of two at one moment the stronger first."""
    first, last = (session.ended_at + hours for hours in NEXT_DAY)
    place = bisect_left(pains, first, key=lambda pain: pain.at)
    return pains[place] if place < len(pains) and pains[place].at <= last else None


def peak_of_hurt(feeling: str, discomfort: int | None) -> int | None:
    """How strong a "This hurts" was. "Just too much" is at least a 6, with or without a number (domain.md 2.6, D05)."""
    return max(TOO_MUCH, discomfort or 0) if feeling == "too_much" else discomfort


def peak_of(session: SessionFacts, technique_id: str | None = None) -> int | None:
    """The highest discomfort of the session, or of one technique in it."""
    told = [entry.peak for entry in session.entries if technique_id in (None, entry.technique_id)]
    return max((peak for peak in told if peak is not None), default=None)


def newest_peak(own: Own) -> tuple[int, ...]:
    """The last that is told (D05), where any is."""
    return tuple(islice((peak for peak in reversed(own.values()) if peak is not None), 1))


class Felt:
    """The sessions so far, those of each technique since its last change, and what each of them did."""

    def __init__(self, sessions: Iterable[SessionFacts], pains: Iterable[PainFacts]) -> None:
        told = sorted(pains, key=lambda pain: (pain.at, -pain.pain))
        self._following = {session.id: next_day(session, told) for session in sessions}
        self._followed = defaultdict[PainFacts | None, list[SessionFacts]](list)
        self._deltas: dict[str, int | None] = {}
        self._own = defaultdict[str, Own](dict)
        self.sessions: list[SessionFacts] = []

    def practised(self, session: SessionFacts, changed_at: Mapping[str, datetime]) -> None:
        """A session has ended. Of a technique that changed after it began it says nothing more."""
        self.sessions.append(session)
        self._deltas[session.id] = delta_of(session, None)
        self._followed[self._following[session.id]].append(session)
        for target in {entry.technique_id for entry in session.entries}:
            if target not in changed_at or session.started_at > changed_at[target]:
                self._own[target][session.id] = peak_of(session, target)

    def told(self, pain: PainFacts) -> list[SessionFacts]:
        """The sessions of which this pain is that of the next day."""
        followed = self._followed[pain]
        self._deltas.update((session.id, delta_of(session, pain)) for session in followed)
        return followed

    def own(self, target: str) -> Own:
        """The peak of each session with the technique since its last change, by the session's id."""
        return self._own[target]

    def forget(self, target: str) -> None:
        self._own[target].clear()

    def newest_deltas(self, own: Own) -> tuple[int, ...]:
        """The last three that are told (D04), oldest first."""
        told = (self._deltas[id_] for id_ in reversed(own))
        return tuple(islice((delta for delta in told if delta is not None), 3))[::-1]

    def deltas(self, sessions: Iterable[str]) -> tuple[int, ...]:
        return tuple([delta for id_ in sessions if (delta := self._deltas[id_]) is not None])
