"""The background worker: sends what is due, second by second, between that keeps house (services/upkeep.py), and works
out the doses of clients whose day begins (services/dosing_round.py)."""

from __future__ import annotations

import logging
import signal
import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from pith.domain.errors import Unavailable
from pith.services import delivering, due, upkeep
from pith.services.delivering import Out
from pith.services.dosing_round import Doses
from pith.services.transaction import AnySession, read
from pith.store import deliveries
from pith.store.schedule import next_due

log = logging.getLogger("pith")

# A reminder that somebody sets now may be due within the minute, so the worker never sleeps long.
LONGEST_SLEEP = timedelta(seconds=5)
SHORTEST_SLEEP = timedelta(milliseconds=200)


def run(
    session: AnySession,
    clock: Callable[[], datetime],
    name: str,
    house: upkeep.House,
    out: Out,
    once: bool = False,
    doses: Doses | None = None,
) -> None:
    """Works until SIGTERM or SIGINT; the window in hand is finished first. A round that the database is too busy for is
    left out: what it would have done is still due in the next. So is one in which a line of ours or of a library is
    wrong, which is logged whole: one bad row must not keep everybody's reminders, and the web beside them, down."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    zones_looked_at = False
    while not stop.is_set():
        try:
            if not zones_looked_at:
                due.recompute(session, clock())
                zones_looked_at = True
            busy = house.keep(session, clock())
            busy |= round_of_reminders(session, clock, name, out)
            busy |= doses is not None and doses.round(session, clock())
            wait = timedelta() if busy else _until_next(session, clock())
        except Unavailable:
            log.warning("the database is busy or full; this round is left out")
            wait = LONGEST_SLEEP
        except Exception:
            session.rollback()
            if once:
                raise
            log.exception("this round is left out")
            wait = LONGEST_SLEEP
        if once:
            return
        stop.wait(wait.total_seconds())


def round_of_reminders(session: AnySession, clock: Callable[[], datetime], name: str, out: Out) -> bool:
    """Enters what is due and sends what is open, one batch each. True when there may be more."""
    claimed = due.claim(session, clock())
    sent = delivering.deliver(session, clock, name, out)
    return claimed == due.BATCH or sent >= delivering.CLAIMED


def _until_next(session: AnySession, now: datetime) -> timedelta:
    with read(session):
        ahead = [one for one in (next_due(session), deliveries.oldest_open(session)) if one is not None]
    wait = min(ahead) - now if ahead else LONGEST_SLEEP
    return max(SHORTEST_SLEEP, min(wait, LONGEST_SLEEP))
