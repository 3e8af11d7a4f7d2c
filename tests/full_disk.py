"""A disk without room: whatever is read is read, and nothing is written, on either engine."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from pith.store.db import db

WRITES = ("INSERT", "UPDATE", "DELETE")


@contextmanager
def full_disk() -> Iterator[None]:
    """Until the end of the block each statement that writes fails as SQLite says it."""

    def refuse(_: Any, __: Any, statement: str, *___: Any) -> None:
        if statement.lstrip().upper().startswith(WRITES):
            raise OperationalError(statement, None, sqlite3.OperationalError("database or disk is full"))

    db.session.rollback()
    engine = db.engine
    event.listen(engine, "before_cursor_execute", refuse)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", refuse)
