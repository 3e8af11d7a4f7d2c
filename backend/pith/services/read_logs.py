"""Which of a client's questions and notes somebody at the practice has read: her phone says so beside them."""

from __future__ import annotations

from datetime import datetime

from pith.services.clients import touch_view
from pith.services.transaction import AnySession
from pith.store import inbox
from pith.store import practice as store
from pith.store.replies import replies_on

# As many of the newest as are looked at: older ones were read long ago, or are talked about in the room.
FOR_PHONE = 60


def for_phone(session: AnySession, practice_id: str, client_id: str) -> list[str]:
    """The ids of her newest questions and notes that were read: a therapist's mark has passed them, or what waited
    about them was closed or answered. Inside the caller's transaction."""
    said = store.said_to_practice(session, practice_id, client_id, FOR_PHONE)
    if not said:
        return []
    mark = store.furthest_mark(session, practice_id, client_id)
    later = [row.id for row in said if row.seq > mark]
    if later:
        closed = inbox.closed_among(session, practice_id, client_id, later)
        seen = closed | {row.log_id for row in replies_on(session, practice_id, client_id, later)}
        return [row.id for row in said if row.seq <= mark or row.id in seen]
    return [row.id for row in said]


def mark(session: AnySession, practice_id: str, client_id: str, therapist_id: str, seq: int, now: datetime) -> None:
    """Moves a therapist's mark, and tells the phone where that passed a question or a note for the first time. Inside
    the caller's transaction."""
    before = store.furthest_mark(session, practice_id, client_id)
    store.set_read_mark(session, practice_id, client_id, therapist_id, seq, now)
    after = store.furthest_mark(session, practice_id, client_id)
    newly = [row for row in store.said_to_practice(session, practice_id, client_id, FOR_PHONE) if row.seq > before]
    if any(row.seq <= after for row in newly):
        touch_view(session, practice_id, client_id)
