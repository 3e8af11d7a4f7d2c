"""The most that SQLite can do here: transactions of ten rows into the log's own table, durable as the server's."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import uuid_utils
from sqlalchemy import create_engine

from pith.store import schema
from tests.bench.payload import BATCH


class RawLogs:
    """A database of its own with the real schema (14 columns, four indexes), written without anything in between.

    The rows are those that the pushes become: as many clients, ten days a batch, bodies of the same size.
    """

    def __init__(self, path: Path, body_bytes: int, clients: int) -> None:
        engine = create_engine(f"sqlite:///{path}")
        schema.upgrade(engine)
        engine.dispose()
        self._body = "x" * body_bytes
        self._practice = str(uuid_utils.uuid7())
        self._clients = [str(uuid_utils.uuid7()) for _ in range(clients)]
        self._days = [f"2026-03-{day:02}" for day in range(1, BATCH + 1)]
        self._written = 0
        self._connection = sqlite3.connect(path, isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "temp_store=MEMORY", "mmap_size=134217728"):
            self._connection.execute(f"PRAGMA {pragma}")

    def rate(self, seconds: float) -> float:
        """Transactions of ten rows a second, one after the other."""
        began = time.perf_counter()
        count = 0
        while time.perf_counter() - began < seconds:
            self._transaction(self._clients[count % len(self._clients)])
            count += 1
        return count / (time.perf_counter() - began)

    def close(self) -> None:
        self._connection.close()

    def _transaction(self, client: str) -> None:
        rows = []
        for day in self._days:
            self._written += 1
            rows.append(
                (self._practice, client, str(uuid_utils.uuid7()), self._written, "session", "d" * 64, day,
                 client, "2026-03-02 07:00:00.000000", 0, False, None, self._body, None)
            )  # fmt: skip
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.executemany(f"INSERT INTO log VALUES ({', '.join('?' * 14)})", rows)
        self._connection.execute("COMMIT")
