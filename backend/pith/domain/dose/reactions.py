"""How long a practice is felt, and what rests because of it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import chain

from pith.domain.dose.history import Decision, History, ItemFacts, ReactionFacts, SessionFacts
from pith.domain.practice import SETTLED

USUAL = timedelta(hours=48)  # so long a body may answer (domain.md 2.7); the last moment is still usual
HOUR = timedelta(hours=1)
_MOMENT = timedelta(seconds=1)


def is_open(told: ReactionFacts | None) -> bool:
    return told is not None and told.answer != SETTLED


def too_long(session: SessionFacts, at: datetime) -> bool:
    return at - session.ended_at > USUAL


def lasts_too_long_at(history: History) -> datetime | None:
    """The first moment still ahead at which a practice will have been felt for too long; None where none is felt."""
    answers = Answers(history.reactions)
    felt = (one for one in history.sessions if is_open(answers.about(one.id, history.now)))
    ahead = (one.ended_at + USUAL + _MOMENT for one in felt)
    return min((at for at in ahead if at > history.now), default=None)


def hours_of(session: SessionFacts, at: datetime) -> int:
    """Hours begun since a session whose reaction lasts too long: the 49th when 48 are over."""
    return max(49, -((session.ended_at - at) // HOUR))


def felt_by(session: SessionFacts, items: Sequence[ItemFacts]) -> list[str]:
    """The techniques of the program that share a region with those of the session, and those themselves, also where the
    program has them no more: somebody is to hear of it all the same."""
    practised = {entry.technique_id for entry in session.entries}
    regions = {region for entry in session.entries for region in entry.regions}
    regions |= {region for item in items if item.technique_id in practised for region in item.regions}
    felt = (item.technique_id for item in items if item.technique_id in practised or regions & item.regions)
    return list(dict.fromkeys((*felt, *sorted(practised))))


class Answers:
    """What was told about each session, by time."""

    def __init__(self, reactions: Iterable[ReactionFacts]) -> None:
        self._about = defaultdict[str, list[ReactionFacts]](list)
        for told in sorted(reactions, key=lambda one: (one.at, one.id)):
            self._about[told.session_id].append(told)
        self._sessions = {told.id: told.session_id for told in chain(*self._about.values())}

    def about(self, session_id: str | None, by: datetime) -> ReactionFacts | None:
        """The newest answer about a session, told at `by` at the latest."""
        told = self._about.get(session_id or "", [])
        place = bisect_right(told, by, key=lambda one: one.at)
        return told[place - 1] if place else None

    def to_pause(self, pause: Decision, by: datetime) -> ReactionFacts | None:
        """That about the session for which something rests; None where nobody knows which it was."""
        return self.about(self._sessions.get(pause.source or ""), by)

    def was_open_after(self, session: SessionFacts, hours: timedelta) -> bool:
        """Whether it was still felt, by any answer, when so long was over since a session."""
        return any(is_open(told) and told.at - session.ended_at > hours for told in self._about.get(session.id, ()))

    def tells_of(self, session: SessionFacts) -> bool:
        return session.id in self._about

    def any_open(self) -> bool:
        """Whether any session is still felt, by the last that was told of it."""
        return any(is_open(told[-1]) for told in self._about.values())
