"""The database handle: one declarative base, one UTC type, one way to open SQLite and PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import DateTime, Dialect, Engine, MetaData, event
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

BUSY_TIMEOUT_MS = 5_000
WRITE = "pith_write"


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


db = SQLAlchemy(model_class=Base)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware UTC instant on both engines: SQLite forgets the zone, so it is put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        aware: datetime = value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
        return aware


def engine_options(database_url: str) -> dict[str, Any]:
    """Options of `create_engine`. SQLite hands transactions to us (autocommit driver mode, see `tune`).

    Parameters are hidden: an error message with a client's words in it would end in a log file.
    """
    if database_url.startswith("sqlite"):
        timeout = BUSY_TIMEOUT_MS / 1000
        # The newest connection first: what another one commits empties a connection's page cache, so few are warm.
        lifo = {"pool_use_lifo": True}
        return {"hide_parameters": True, **lifo, "connect_args": {"isolation_level": None, "timeout": timeout}}
    return {"hide_parameters": True, "pool_size": 5, "max_overflow": 10, "pool_pre_ping": True}


def tune(engine: Engine) -> None:
    """Durable SQLite: WAL, FULL (an acknowledged log survives a power cut), and BEGIN IMMEDIATE for writers.

    A plain BEGIN fails at once with "database is locked" when a reader turns writer; the busy timeout does not
    apply to that upgrade. So a unit of work says beforehand whether it writes (services/transaction.py).
    """
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "connect")
    def _pragmas(connection: Any, _record: Any) -> None:
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "secure_delete=ON",  # what is erased is overwritten, not only unlinked
            f"busy_timeout={BUSY_TIMEOUT_MS}",
            "temp_store=MEMORY",
            "cache_size=-16000",
            "wal_autocheckpoint=8000",  # hot index pages are written back once for many pushes, not for 25
            "mmap_size=134217728",
            "journal_size_limit=67108864",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        writes = connection.get_execution_options().get(WRITE, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
