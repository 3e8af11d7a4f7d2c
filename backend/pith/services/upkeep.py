"""What the worker does in the background: sign of life, closing doors whose time is over, and keeping to retention."""

from __future__ import annotations

import logging
import signal
import threading
from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from sqlalchemy import delete

from pith.domain.errors import Unavailable
from pith.services import retention
from pith.services.health import beat
from pith.services.transaction import AnySession, write
from pith.store.accounts import Invitation, SignIn, TryCount

log = logging.getLogger("pith")

ROUND_S = 30
CLEARED_EVERY = timedelta(hours=1)
DOOR_KEPT = timedelta(days=30)
TRIES_KEPT = timedelta(days=1)


def run(
    session: AnySession,
    clock: Callable[[], datetime],
    name: str,
    master: bytes,
    once: bool = False,
    fleeting: Collection[str] = (),
) -> None:
    """Rounds every 30 s until SIGTERM or SIGINT; the round in hand is finished first. Retention runs once an hour.

    `master` (32 bytes) marks the grave stones; `fleeting` are the flags that end by themselves. A round that the
    database is too busy for is left out.
    """
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    cleared: datetime | None = None
    while not stop.is_set():
        now = clock()
        try:
            round_of_work(session, now, name)
            if cleared is None or now - cleared >= CLEARED_EVERY:
                retention.clear(session, now, master, fleeting)
                cleared = now
        except Unavailable:
            log.warning("the database is busy or full; this round is left out")
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
