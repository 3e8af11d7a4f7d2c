"""What SQLite's own files still hold once a client was erased. PostgreSQL clears dead rows in its own time."""

from __future__ import annotations

from pathlib import Path

from pith.services import erasing
from pith.services.transaction import AnySession
from tests.cast import Cast
from tests.conftest import Clock
from tests.furnished import furnish

NAME = b"Client of the owner"


def test_the_files_of_the_database_hold_no_word_of_an_erased_client(
    session: AnySession, cast: Cast, clock: Clock
) -> None:
    furnish(cast)
    assert NAME in held(session)
    erasing.erase_client(session, cast.owner.actor, clock(), b"m" * 32, cast.client.id, NAME.decode())
    assert NAME not in held(session)


def held(session: AnySession) -> bytes:
    """All bytes of the database and of its journal."""
    path = session.get_bind().engine.url.database
    return b"".join(Path(f"{path}{end}").read_bytes() for end in ("", "-wal"))
