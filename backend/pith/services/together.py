"""Pushes that wait for their turn anyway share one transaction: one commit, one sync of the disk for all of them.

SQLite has one writer at a time, and half of a push's time under its lock is the commit. So whoever comes while another
writes puts its work on a list; the first of the list leads: once it is its turn it does the work of all who stand
there by then. When that fails, for whatever reason, nothing of it stays and each does its own work by itself, so that
one phone's fault is never another's. Nobody is told anything before the commit.

Threads are for waiting, not for working: one that works under the lock must get Python's own lock back after each
statement. So phones take turns within a process (`Turn`), and give theirs up while they wait for the database.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, TypeVar, cast

from pith.services.transaction import AnySession, write

log = logging.getLogger("pith")

T = TypeVar("T")

_held = threading.local()


class Turn:
    """A lock that is handed on in order, that its holder may give up early, and whose next holder is whoever keeps
    other processes waiting."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._taken = False
        self._queue: deque[threading.Lock] = deque()

    @contextmanager
    def taken(self, *, urgent: bool = False) -> Iterator[None]:
        """Waits, then holds the turn until the end of the block or until `give_up`."""
        self._wait(urgent)
        _held.turn = self
        try:
            yield
        finally:
            give_up()

    def _wait(self, urgent: bool) -> None:
        with self._guard:
            if not self._taken:
                self._taken = True
                return
            called = threading.Lock()
            called.acquire()
            (self._queue.appendleft if urgent else self._queue.append)(called)
        called.acquire()

    def end(self) -> None:
        """Hands the turn to the next in the queue."""
        with self._guard:
            if self._queue:
                self._queue.popleft().release()
            else:
                self._taken = False


def give_up() -> Turn | None:
    """Ends the turn of this thread, if it has one, and returns it."""
    turn: Turn | None = getattr(_held, "turn", None)
    _held.turn = None
    if turn:
        turn.end()
    return turn


class _Job:
    def __init__(self, work: Callable[[AnySession], Any]) -> None:
        self.work = work
        self.settled = threading.Event()
        self.done = False
        self.result: Any = None


class _Waiting:
    """The works of this process that wait for one database, and whether one of them leads already."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._jobs: list[_Job] = []

    def join(self, job: _Job) -> bool:
        """Whether this job leads: it is the first of the list."""
        with self._guard:
            self._jobs.append(job)
            return len(self._jobs) == 1

    def leave(self) -> list[_Job]:
        """All who wait by now; the next to join leads the next list."""
        with self._guard:
            jobs, self._jobs = self._jobs, []
            return jobs


_waiting: dict[str, _Waiting] = {}


def write_together(session: AnySession, work: Callable[[AnySession], T]) -> T:
    """Does `work` in a writing transaction, on SQLite perhaps in one with others of this process.

    `work` gets the session to use, may be done twice (nothing of the first time stays), and ends before anybody is
    answered. Raises what `work` raises, and Unavailable as `write` does.
    """
    bind = session.get_bind()
    database = bind.engine.url.database
    if bind.dialect.name == "sqlite" and database:
        job = _Job(work)
        _settle(session, job, _waiting.setdefault(database, _Waiting()))
        if job.done:
            return cast(T, job.result)
    with write(session):
        return work(session)


def _settle(session: AnySession, job: _Job, waiting: _Waiting) -> None:
    session.rollback()  # whoever waits holds no connection
    leads = waiting.join(job)
    turn = give_up()
    if leads:
        _lead(session, waiting, turn)
    else:
        job.settled.wait()


def _lead(session: AnySession, waiting: _Waiting, turn: Turn | None) -> None:
    jobs: list[_Job] = []
    try:
        with ExitStack() as until_committed, write(session):
            if turn:
                until_committed.enter_context(turn.taken(urgent=True))
            jobs = waiting.leave()
            for job in jobs:
                job.result = job.work(session)
        for job in jobs:
            job.done = True
    except Exception as error:
        log.warning("%d pushes go by themselves, not together: %s", len(jobs), type(error).__name__)
    finally:
        for job in jobs or waiting.leave():
            job.settled.set()
