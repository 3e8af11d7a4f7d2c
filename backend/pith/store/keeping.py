"""Queries of keeping and parting: grave stones, and every row that stands for one client, in whichever table."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Collection, Iterator
from typing import Any, Literal

from sqlalchemy import ColumnElement, Table, and_, delete, select

from pith.store.accounts import AnySession, Erased
from pith.store.models import Base

What = Literal["client", "log", "device"]

# A row of these tables belongs to a client through (kind, subject_id), all others through client_id or, her own, id.
_SUBJECT = "subject_id"
# What stays of her on purpose: stones, and her phones' closed sign-ins (so that they are told to wipe).
KEPT_OF_ERASED = frozenset({"erased", "sign_in"})
_CHUNK = 500  # SQLite takes 32,766 parameters a statement, and long ones are slow to plan


def stone(master: bytes, practice_id: str, what: What, thing_id: str) -> str:
    """The keyed hash under which an erased id is remembered; without the installation's key nobody can test an id."""
    text = f"stone|{practice_id}|{what}|{thing_id}".encode()
    return hmac.new(master, text, hashlib.sha256).hexdigest()


def erased_among(
    session: AnySession, master: bytes, practice_id: str, what: What, ids: Collection[str]
) -> frozenset[str]:
    """Those of `ids` that were erased in this practice."""
    by_stone = {stone(master, practice_id, what, one): one for one in ids}
    found: set[str] = set()
    hashes = list(by_stone)
    for start in range(0, len(hashes), _CHUNK):
        some = hashes[start : start + _CHUNK]
        rows = select(Erased.id_hash).where(Erased.practice_id == practice_id, Erased.id_hash.in_(some))
        found.update(by_stone[row] for row in session.scalars(rows))
    return frozenset(found)


def client_tables() -> Iterator[Table]:
    """Every table with rows of clients, children before parents, so that they can be deleted in this order."""
    for table in reversed(Base.metadata.sorted_tables):
        if _client_column(table) is not None:
            yield table


def of_client(table: Table, practice_id: str, client_id: str) -> ColumnElement[bool]:
    """The condition for one client's rows in one of `client_tables()`."""
    column = _client_column(table)
    assert column is not None
    mine = and_(table.c.practice_id == practice_id, column == client_id)
    return and_(mine, table.c.kind == "client") if column.name == _SUBJECT else mine


def delete_client(session: AnySession, practice_id: str, client_id: str) -> None:
    """Deletes every row of one client but what stays on purpose; no table needs to be remembered by name."""
    for table in client_tables():
        if table.name not in KEPT_OF_ERASED:
            session.execute(delete(table).where(of_client(table, practice_id, client_id)))


def owners(session: AnySession, table: Table) -> set[tuple[str, str]]:
    """(practice id, client id) of everybody who has rows in one of `client_tables()`."""
    column = _client_column(table)
    assert column is not None
    query = select(table.c.practice_id, column).distinct().where(column.is_not(None))
    if column.name == _SUBJECT:
        query = query.where(table.c.kind == "client")
    return {(row[0], row[1]) for row in session.execute(query)}


def _client_column(table: Table) -> ColumnElement[Any] | None:
    if table.name == "client":
        return table.c.id
    for name in ("client_id", _SUBJECT):
        if name in table.c:
            return table.c[name]
    return None


def overwrite_journal(session: AnySession) -> None:
    """Empties SQLite's journal: pages from before a deletion stand in it until others are written over them. Outside a
    transaction. Who is still reading holds some of it back, so the worker does it again each hour. PostgreSQL clears
    its own journal and its dead rows by itself."""
    engine = session.get_bind().engine
    if engine.dialect.name != "sqlite":
        return
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
