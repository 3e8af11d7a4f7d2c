"""Statements of the hot doors: built once, and on SQLite given to its driver as they are.

Each is written once, for both engines. SQLAlchemy's share of running one is five times SQLite's own, and while it works
every other writer waits (docs/performance.md). So for SQLite it only writes the text; what comes back are plain tuples.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.expression import Executable

from pith.store.db import UtcDateTime

_SQLITE = sqlite.dialect()


class Hot:
    """A statement with named parameters. Columns must be text, whole numbers or bytes: nothing is converted, but for
    instants that are handed in."""

    def __init__(self, statement: Executable) -> None:
        self._statement = statement
        compiled = cast(Any, statement).compile(dialect=_SQLITE)
        self._text = str(compiled)
        self._fixed: dict[str, Any] = {name: value for name, value in compiled.params.items() if value is not None}
        self._order: Sequence[str] = compiled.positiontup
        self._converted = [(name, _conversion(compiled.binds[name])) for name in self._order]
        self._with_instants = any(convert for _, convert in self._converted)

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

    def change_all(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> int:
        """The same for each of `rows`; how many rows of the table were changed."""
        if not rows:
            return 0
        driver = driver_of(connection)
        if driver is None:
            return connection.execute(self._statement, rows).rowcount
        return driver.executemany(self._text, [self._in_order(row) for row in rows]).rowcount

    def _in_order(self, values: Mapping[str, Any]) -> list[Any]:
        if self._with_instants:
            return self._as_stored(values)
        return [values[name] if name in values else self._fixed[name] for name in self._order]

    def _as_stored(self, values: Mapping[str, Any]) -> list[Any]:
        told = {**self._fixed, **values}
        return [told[name] if convert is None else convert(told[name]) for name, convert in self._converted]


def driver_of(connection: Connection) -> sqlite3.Connection | None:
    """SQLite's own connection below this one; None on another engine."""
    if connection.dialect.name != "sqlite":
        return None
    return cast(sqlite3.Connection, connection.connection.driver_connection)


def _conversion(parameter: Any) -> Callable[[Any], Any] | None:
    """How SQLite's driver is given values of this type; None: as they are."""
    if not isinstance(parameter.type, UtcDateTime):
        return None
    return cast("Callable[[Any], Any]", parameter.type.dialect_impl(_SQLITE).bind_processor(_SQLITE))
