"""What the worker does in the background: sign of life, closing doors whose time is over, and keeping to retention."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import delete

from pith.services import covering, retention
from pith.services.health import beat
from pith.services.inbox_round import Looks
from pith.services.transaction import AnySession, write
from pith.store.accounts import Invitation, SignIn, TryCount
from pith.store.mail import ClientMail
from pith.store.reminders import WorkerBeat

ROUND = timedelta(seconds=30)
CLEARED_EVERY = timedelta(hours=1)
LOOKED_EVERY = timedelta(hours=1)
DOOR_KEPT = timedelta(days=30)
TRIES_KEPT = timedelta(days=1)
BEATS_KEPT = timedelta(days=1)


class House:
    """What one worker keeps in order: sign of life and closing doors each half minute, retention and a look for what
    nobody tells each hour. `master` (32 bytes) marks the grave stones and opens what clients told; `fleeting` are the
    flags that end by themselves."""

    def __init__(self, master: bytes, name: str, fleeting: Collection[str] = ()) -> None:
        self._master, self._name, self._fleeting = master, name, fleeting
        self._looks = Looks(master)
        self._worked: datetime | None = None
        self._cleared: datetime | None = None
        self._looked: datetime | None = None

    def keep(self, session: AnySession, now: datetime) -> bool:
        """Does what is due of it, of a look a few clients; true when there is more of that."""
        if self._worked is None or now - self._worked >= ROUND:
            round_of_work(session, now, self._name)
            self._worked = now
        if self._cleared is None or now - self._cleared >= CLEARED_EVERY:
            retention.clear(session, now, self._master, self._fleeting)
            self._cleared = now
        if self._looked is None or now - self._looked >= LOOKED_EVERY:
            self._looked = now  # first: where it goes wrong, reminders must not wait for it until it goes right
            covering.end_those_over(session, now)
            self._looks.begin(session, now)
        if self._looks.more:
            self._looks.some(session, now)
        return self._looks.more


def round_of_work(session: AnySession, now: datetime, name: str) -> None:
    """One round in one transaction: beat, then delete sign-ins, invitations and try counts long past their time."""
    with write(session):
        beat(session, now, name)
        session.execute(delete(SignIn).where(SignIn.expires_at < now - DOOR_KEPT))
        session.execute(delete(Invitation).where(Invitation.expires_at < now - DOOR_KEPT))
        never_said_yes = ClientMail.confirmed_at.is_(None), ClientMail.asked_at < now - DOOR_KEPT
        session.execute(delete(ClientMail).where(*never_said_yes, ClientMail.ended_at.is_(None)))
        session.execute(delete(TryCount).where(TryCount.window_start < now - TRIES_KEPT))
        session.execute(delete(WorkerBeat).where(WorkerBeat.at < now - BEATS_KEPT))
