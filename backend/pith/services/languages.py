"""In which language whoever is signed in reads: the server asks its own records, never a header of the browser."""

from __future__ import annotations

from pith.domain.accounts import Actor, PracticeSettings
from pith.services.transaction import AnySession
from pith.store.accounts import Client, Practice, Therapist


def language_of(session: AnySession, actor: Actor) -> str:
    """A client's own; a therapist's own, else her practice's. Runs inside the caller's transaction."""
    if actor.kind == "client":
        return session.get_one(Client, (actor.practice_id, actor.id)).language
    own = session.get_one(Therapist, (actor.practice_id, actor.id)).language
    return own or language_of_practice(session, actor.practice_id)


def language_of_practice(session: AnySession, practice_id: str) -> str:
    """What a client gets about whom nothing else is said. Runs inside the caller's transaction."""
    return PracticeSettings(**session.get_one(Practice, practice_id).settings).language
