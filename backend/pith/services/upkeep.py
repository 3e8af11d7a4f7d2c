"""What the worker does in the background: sign of life, and closing doors whose time is over."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import delete

from pith.services.health import beat
from pith.services.transaction import AnySession, write
from pith.store.accounts import Invitation, SignIn, TryCount

ROUND_S = 30
DOOR_KEPT = timedelta(days=30)
TRIES_KEPT = timedelta(days=1)


def run(session: AnySession, clock: Callable[[], datetime], name: str, once: bool = False) -> None:
    """Rounds every 30 s until SIGTERM or SIGINT; the round in hand is finished first."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    while not stop.is_set():
        round_of_work(session, clock(), name)
        if once:
            return
        stop.wait(ROUND_S)


def round_of_work(session: AnySession, now: datetime, name: str) -> None:
    """One round in one transaction: beat, then delete sign-ins, invitations and try counts long past their time."""
    with write(session):
        beat(session, now, name)
        session.execute(delete(SignIn).where(SignIn.expires_at < now - DOOR_KEPT))
        session.execute(delete(Invitation).where(Invitation.expires_at < now - DOOR_KEPT))
        session.execute(delete(TryCount).where(TryCount.window_start < now - TRIES_KEPT))
