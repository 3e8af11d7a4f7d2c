"""Statements of the hot doors: built once, and on SQLite given to its driver as they are.

Each is written once, for both engines. SQLAlchemy's share of running one is five times SQLite's own, and while it works
every other writer waits (docs/performance.md). So for SQLite it only writes the text; what comes back are plain tuples.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.expression import Executable

_SQLITE = sqlite.dialect()


class Hot:
    """A statement with named parameters. Columns must be text, whole numbers or bytes: nothing is converted."""

    def __init__(self, statement: Executable) -> None:
        self._statement = statement
        compiled = cast(Any, statement).compile(dialect=_SQLITE)
        self._text = str(compiled)
        self._fixed: dict[str, Any] = {name: value for name, value in compiled.params.items() if value is not None}
        self._order: Sequence[str] = compiled.positiontup

    def run(self, connection: Connection, values: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
        """All rows. Raises what the engine raises: `sqlite3.Error` on SQLite, SQLAlchemy's errors elsewhere."""
        driver = driver_of(connection)
        if driver is None:
            return connection.execute(self._statement, values).all()
        return driver.execute(self._text, self._in_order(values)).fetchall()

    def change(self, connection: Connection, values: Mapping[str, Any]) -> None:
        """For a statement that answers with no rows."""
        driver = driver_of(connection)
        if driver is None:
            connection.execute(self._statement, values)
        else:
            driver.execute(self._text, self._in_order(values))

    def _in_order(self, values: Mapping[str, Any]) -> list[Any]:
        return [values[name] if name in values else self._fixed[name] for name in self._order]


def driver_of(connection: Connection) -> sqlite3.Connection | None:
    """SQLite's own connection below this one; None on another engine."""
    if connection.dialect.name != "sqlite":
        return None
    return cast(sqlite3.Connection, connection.connection.driver_connection)
