"""Which tools a client has at home, as she told in the intake."""

from __future__ import annotations

from pith.services import intake
from pith.services.transaction import AnySession
from pith.services.words import ClientKey
from pith.store import answers as store
from pith.store.accounts import Client

QUESTION = "q28"


def tools_owned(session: AnySession, master: bytes, client: Client) -> frozenset[str] | None:
    """None when she was never asked, which is not the same as owning nothing. Inside the caller's transaction."""
    who = client.practice_id, client.id
    row = intake.newest_of(store.answers(session, *who)).get(QUESTION)
    if row is None:
        return None
    told = intake.answer_in(ClientKey(master, *who, client.text_key), row)
    return frozenset(tool for tool in told if isinstance(tool, str)) if isinstance(told, list) else None
