"""Erasing a client: every row and her key in one transaction; what stays is stones, and her phones' closed doors."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from pith.domain.accounts import Actor, same_name
from pith.domain.errors import Invalid
from pith.services import sessions
from pith.services.clients import client_for
from pith.services.transaction import AnySession, write
from pith.store.accounts import Client, Erased, SignIn
from pith.store.keeping import What, delete_client, overwrite_journal, stone
from pith.store.practice import Log
from pith.store.sync import next_seqs


def erase_client(
    session: AnySession, actor: Actor, now: datetime, master: bytes, client_id: str, confirm_name: str
) -> None:
    """Erases a client for good, by a therapist who may or by herself. `confirm_name` is her name, typed again.

    Raises NotFound, NotAllowed, or Invalid when the name is another.
    """
    with write(session):
        client = client_for(session, actor, client_id, "erase")
        if not same_name(confirm_name, client.name):
            raise Invalid({"confirm_name": "This is not the name on the file. Nothing was erased."})
        erase_rows(session, now, master, client.practice_id, client.id)
    overwrite_journal(session)


def erase_rows(session: AnySession, now: datetime, master: bytes, practice_id: str, client_id: str) -> None:
    """The erasure itself, inside the caller's transaction. Her phones learn of it when they next ask (410, wipe).

    The client's row is locked first: a push under way ends before, and one that waits finds nobody. Her place in the
    practice's feed is taken last, as everywhere, for it holds up the others.
    """
    locked = select(Client.id).where(Client.practice_id == practice_id, Client.id == client_id).with_for_update()
    session.execute(locked)
    stones = _stones(session, now, master, practice_id, client_id)
    sessions.end_all(session, now, "client", practice_id, client_id)
    delete_client(session, practice_id, client_id)
    seq = next_seqs(session, practice_id, 1)
    own = _stone(now, master, practice_id, "client", client_id) | {"client_id": client_id, "seq": seq}
    lay_stones(session, [*stones, own])


def lay_stones(session: AnySession, rows: list[dict[str, Any]]) -> None:
    """Writes stones; one that lies already stays as it is. Inside the caller's transaction."""
    insert = postgresql_insert if session.get_bind().dialect.name == "postgresql" else sqlite_insert
    if rows:
        session.connection().execute(insert(Erased).on_conflict_do_nothing(), rows)


def _stones(
    session: AnySession, now: datetime, master: bytes, practice_id: str, client_id: str
) -> list[dict[str, Any]]:
    logs = select(Log.id).where(Log.practice_id == practice_id, Log.client_id == client_id)
    phones = select(SignIn.device_id).where(
        SignIn.practice_id == practice_id,
        SignIn.kind == "client",
        SignIn.subject_id == client_id,
        SignIn.device_id.is_not(None),
    )
    return [_stone(now, master, practice_id, "log", one) for one in session.scalars(logs)] + [
        _stone(now, master, practice_id, "device", str(one)) for one in session.scalars(phones.distinct())
    ]


def _stone(now: datetime, master: bytes, practice_id: str, what: What, thing_id: str) -> dict[str, Any]:
    return {
        "practice_id": practice_id,
        "id_hash": stone(master, practice_id, what, thing_id),
        "what": what,
        "client_id": None,
        "seq": None,
        "erased_at": now,
    }
