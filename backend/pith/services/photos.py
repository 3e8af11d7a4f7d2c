"""Photos of a practice's own techniques: written anew, kept in the database, named after their bytes."""

from __future__ import annotations

import hashlib
import uuid
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pith.domain import accounts as rules
from pith.domain.accounts import Actor
from pith.domain.errors import NotFound
from pith.services.own_techniques import newest, show_photo
from pith.services.pictures import Picture, picture_of
from pith.services.transaction import AnySession, read, write
from pith.store.catalogue import Photo

if TYPE_CHECKING:
    from pith.content.loader import Content


def put(
    session: AnySession,
    actor: Actor,
    now: datetime,
    content: Content,
    technique_id: str,
    base_version: int | None,
    data: bytes,
    alt: str,
) -> dict[str, Any]:
    """The technique's next version with this photo. Raises Invalid, NotFound, TechniqueStale.

    No transaction is open while the photo is read: a big one takes its time.
    """
    rules.require(actor, "write_technique", rules.Practice(actor.practice_id))
    with read(session):
        newest(session, actor.practice_id, technique_id, base_version)
    picture = picture_of(data)
    photo_id = _name(actor.practice_id, picture)
    with write(session):
        if session.get(Photo, (actor.practice_id, photo_id)) is None:
            session.add(
                Photo(
                    practice_id=actor.practice_id,
                    id=photo_id,
                    mime=picture.mime,
                    width=picture.width,
                    height=picture.height,
                    data=picture.data,
                    by_id=actor.id,
                    at=now,
                )
            )
            session.flush()
        return show_photo(session, actor, now, content, technique_id, base_version, photo_id, alt)


def take_away(
    session: AnySession, actor: Actor, now: datetime, content: Content, technique_id: str, base_version: int | None
) -> dict[str, Any]:
    """The technique's next version without a photo. Raises NotFound, TechniqueStale."""
    rules.require(actor, "write_technique", rules.Practice(actor.practice_id))
    with write(session):
        return show_photo(session, actor, now, content, technique_id, base_version, None, "")


def photo(session: AnySession, actor: Actor, photo_id: str) -> Photo:
    """A photo of the actor's own practice. Raises NotFound."""
    with read(session):
        found = session.get(Photo, (actor.practice_id, photo_id))
        if found is None:
            raise NotFound()
        session.expunge(found)
        return found


def _name(practice_id: str, picture: Picture) -> str:
    """The same picture has the same name, and in another practice another one: no name tells what others have."""
    return str(uuid.UUID(bytes=hashlib.sha256(practice_id.encode() + picture.data).digest()[:16]))
