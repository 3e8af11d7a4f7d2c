"""The only commit in the project. A use case runs inside exactly one of these."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, scoped_session

from pith.domain.errors import Unavailable
from pith.store.db import WRITE

AnySession = Session | scoped_session[Any]

# What an engine says when it is full or too busy, not when our SQL is wrong.
_PASSING = ("database is locked", "disk is full", "disk I/O error", "deadlock detected", "could not serialize")

# The same in PostgreSQL's classes: connection lost, transaction rolled back, out of resources, lock, operator.
_PASSING_CLASSES = ("08", "40", "53", "55", "57")

# SQLite lets one writer in and makes the others poll, unfairly; a queue within the process is fair and cheap.
_ONE_SQLITE_WRITER = threading.Lock()


@contextmanager
def write(session: AnySession) -> Iterator[None]:
    """One writing transaction: all of it or nothing. Raises Unavailable when the database is busy or full."""
    session.rollback()
    on_sqlite = session.get_bind().dialect.name == "sqlite"
    with _ONE_SQLITE_WRITER if on_sqlite else nullcontext():
        try:
            session.connection(execution_options={WRITE: True})
            yield
            session.commit()
        except OperationalError as error:
            session.rollback()
            if _is_passing(error):
                raise Unavailable() from error
            raise
        except BaseException:
            session.rollback()
            raise


def _is_passing(error: OperationalError) -> bool:
    """True when the same request can succeed a little later."""
    state = getattr(error.orig, "sqlstate", None) or ""
    told = any(words in str(error.orig) for words in _PASSING)
    return told or state[:2] in _PASSING_CLASSES or error.connection_invalidated


@contextmanager
def read(session: AnySession) -> Iterator[None]:
    """One reading transaction: a steady view of the data, released at the end."""
    try:
        yield
    finally:
        session.rollback()
