"""The only commit in the project. A use case runs inside exactly one of these."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, scoped_session

from pith.domain.errors import Unavailable
from pith.store.db import WRITE
from pith.store.turn import my_turn

AnySession = Session | scoped_session[Any]

log = logging.getLogger("pith")

# What could not be written the last time: an operator reads of it once, not with each phone that asks.
_put_off: set[str] = set()

# What an engine says when it is full or too busy, not when our SQL is wrong.
_PASSING = ("database is locked", "disk is full", "disk I/O error", "deadlock detected", "could not serialize")

# The same in PostgreSQL's classes: connection lost, transaction rolled back, out of resources, lock, operator.
_PASSING_CLASSES = ("08", "40", "53", "55", "57")


@contextmanager
def write(session: AnySession) -> Iterator[None]:
    """One writing transaction: all of it or nothing. Raises Unavailable when the database is busy or full."""
    session.rollback()
    with _turn(session):
        try:
            session.connection(execution_options={WRITE: True})
            yield
            session.commit()
        except (OperationalError, sqlite3.OperationalError) as error:
            session.rollback()
            raise told(error) from error
        except BaseException:
            session.rollback()
            raise


@contextmanager
def read(session: AnySession) -> Iterator[None]:
    """One reading transaction: a steady view of the data, released at the end. Raises Unavailable as `write` does."""
    try:
        yield
    except OperationalError as error:
        raise told(error) from error
    finally:
        session.rollback()


def write_if_able(session: AnySession, what: str, work: Callable[[], object]) -> bool:
    """Does in a writing transaction what can wait, beside something that is only read; whether it was done. Whoever
    reads is answered also while the disk is full or the database too busy. `what`: what the log says of the wait."""
    try:
        with write(session):
            work()
    except Unavailable:
        if what not in _put_off:
            log.error("the database cannot be written; reading goes on, but %s", what)
        _put_off.add(what)
        return False
    if what in _put_off:
        log.warning("the database is written again; until now %s", what)
    _put_off.discard(what)
    return True


def _turn(session: AnySession) -> AbstractContextManager[None]:
    bind = session.get_bind()
    database = bind.engine.url.database
    return my_turn(database) if bind.dialect.name == "sqlite" and database else nullcontext()


def told(error: OperationalError | sqlite3.OperationalError) -> Exception:
    """Unavailable when the same request can succeed a little later, else the error as it is."""
    if isinstance(error, sqlite3.OperationalError):  # from a statement that went to the driver itself (store/hot.py)
        return Unavailable() if any(words in str(error) for words in _PASSING) else error
    state = getattr(error.orig, "sqlstate", "")
    # PostgreSQL's driver without a state: the server was never reached.
    away = state is None or error.connection_invalidated
    passing = away or state[:2] in _PASSING_CLASSES or any(words in str(error.orig) for words in _PASSING)
    return Unavailable() if passing else error
