"""Both ways out of the house as one: push first, and mail where it helps (domain/ways_out.py)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from pith.domain.ways_out import Outcome, Status, goes_by_mail, goes_by_push, together
from pith.services.delivering import Line, Out, Settled
from pith.services.letters import Mails


class Ways:
    """`mails` None: this installation sends none."""

    def __init__(self, pushes: Out, mails: Mails | None) -> None:
        self._pushes, self._mails = pushes, mails

    def send(self, lines: Sequence[Line]) -> Iterator[Settled]:
        pushed = {
            one.line.id: one
            for one in self._pushes.send([line for line in lines if goes_by_push(line.kind, line.channel)])
        }
        outcomes = {which: Outcome(cast(Status, one.status), one.reason, one.again_at) for which, one in pushed.items()}
        mailed: dict[str, Outcome] = {}
        if self._mails is not None:
            by_mail = [line for line in lines if goes_by_mail(line.kind, line.channel, outcomes.get(line.id))]
            mailed = self._mails.send(by_mail)
        for line in lines:
            found, channel = together(outcomes.get(line.id), mailed.get(line.id), line.kind)
            # Who waited for a closed push service has lost no try by it.
            tries = pushed[line.id].tries if channel == "push" else None
            yield Settled(line, found.status, channel, found.reason, found.again_at, tries)

    def remember(self) -> None:
        self._pushes.remember()
        if self._mails is not None:
            self._mails.remember()
