"""Techniques that a practice writes itself: a new version on top of the newest, never an edit; retired, never deleted.

Programs keep the words that they were published with, whatever happens to a technique later.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

import uuid_utils

from pith.content.own import completed, faults_in, vocabulary_of
from pith.domain import accounts as rules
from pith.domain.accounts import Actor
from pith.domain.catalogue import Photo
from pith.domain.errors import Conflict, IdTaken, Invalid, NotFound
from pith.domain.own_techniques import OWN_ID
from pith.services.clients import touch_view
from pith.services.languages import language_of
from pith.services.practice_content import renew
from pith.services.program_wire import photo_view
from pith.services.sign_offs import OWN_PART, Signature, signatures
from pith.services.transaction import AnySession, read, write
from pith.store import catalogue as store
from pith.store.accounts import Therapist
from pith.store.catalogue import OwnTechnique

if TYPE_CHECKING:
    from pith.content.loader import Content

MOST = 200
Body = Mapping[str, Any]


class TechniqueStale(Conflict):
    code = "base_version_stale"
    message = "Somebody changed this technique meanwhile. Look at it again, then save."


def techniques_of(session: AnySession, actor: Actor, content: Content) -> list[dict[str, Any]]:
    """The newest version of each, as it was written; the retired ones last."""
    rules.require(actor, "see_practice", rules.Practice(actor.practice_id))
    with read(session):
        rows = store.own_techniques(session, actor.practice_id)
        sizes = store.photo_sizes(session, actor.practice_id)
        signed = signatures(session, content, actor.practice_id)
        return [_shown(content, row, sizes, signed) for row in sorted(rows, key=lambda row: row.retired)]


def add(
    session: AnySession,
    actor: Actor,
    now: datetime,
    content: Content,
    body: Body,
    language: str | None,
    new_id: str | None = None,
) -> dict[str, Any]:
    """A new technique. `new_id` is the desk's: what is sent twice stands once. Raises Invalid with every field to mend,
    IdTaken."""
    rules.require(actor, "write_technique", rules.Practice(actor.practice_id))
    id_ = f"own-{new_id or uuid_utils.uuid7()}"
    with write(session):
        store.content_rev(session, actor.practice_id, hold=True)
        language = language or language_of(session, actor)
        made = session.get(OwnTechnique, (actor.practice_id, id_, 1))
        if made is not None:
            if not _says(made, actor, body, language):
                raise IdTaken()
            return _shown(content, made, {}, {})
        if len(store.own_techniques(session, actor.practice_id)) >= MOST:
            raise Invalid({"name": f"A practice can have {MOST} techniques of its own."})
        _check(content, body, language)
        first = OwnTechnique(id=id_, version=0, photo_id=None, photo_alt="", retired=False)
        return _next(session, actor, now, content, first, body=dict(body), language=language)


def change(
    session: AnySession,
    actor: Actor,
    now: datetime,
    content: Content,
    id_: str,
    base_version: int,
    body: Body,
    language: str | None,
) -> dict[str, Any]:
    """The next version; a retired one comes back with it. Sent twice it is one. Raises Invalid, NotFound,
    TechniqueStale."""
    rules.require(actor, "write_technique", rules.Practice(actor.practice_id))
    with write(session):
        row = _held(session, actor.practice_id, id_, None, tell=True)
        language = language or row.language
        if row.version == base_version + 1 and not row.retired and _says(row, actor, body, language):
            return _shown(content, row, store.photo_sizes(session, actor.practice_id), {})
        if row.version != base_version:
            raise TechniqueStale(current=row.version)
        _check(content, body, language)
        return _next(session, actor, now, content, row, body=dict(body), language=language, retired=False)


def retire(session: AnySession, actor: Actor, now: datetime, content: Content, id_: str) -> None:
    """Nobody can be given it from now on; retiring twice changes nothing. Raises NotFound."""
    rules.require(actor, "write_technique", rules.Practice(actor.practice_id))
    with write(session):
        row = _held(session, actor.practice_id, id_, None)
        if not row.retired:
            _next(session, actor, now, content, row, retired=True)


def show_photo(
    session: AnySession,
    actor: Actor,
    now: datetime,
    content: Content,
    id_: str,
    base_version: int | None,
    photo_id: str | None,
    alt: str,
) -> dict[str, Any]:
    """The next version with this photo (None: without one), inside the caller's transaction."""
    row = _held(session, actor.practice_id, id_, base_version, tell=True)
    return _next(session, actor, now, content, row, photo_id=photo_id, photo_alt=alt or row.body["name"])


def newest(session: AnySession, practice_id: str, id_: str, base_version: int | None) -> OwnTechnique:
    """The newest version, inside the caller's transaction. Raises NotFound, TechniqueStale."""
    row = store.own_technique(session, practice_id, id_) if OWN_ID.fullmatch(id_) else None
    if row is None:
        raise NotFound()
    if base_version not in (None, row.version):
        raise TechniqueStale(current=row.version)
    return row


def _held(
    session: AnySession, practice_id: str, id_: str, base_version: int | None, tell: bool = False
) -> OwnTechnique:
    """The same; who else would write a version waits until this transaction ends. `tell`: phones are to know of it."""
    if tell:
        # Clients first, the practice's row last: as a push takes them, so that neither waits for the other for ever.
        touch_view(session, practice_id)
    store.content_rev(session, practice_id, hold=True)
    return newest(session, practice_id, id_, base_version)


def _says(row: OwnTechnique, actor: Actor, body: Body, language: str) -> bool:
    return (row.by_id, row.language, row.body) == (actor.id, language, dict(body))


def _check(content: Content, body: Body, language: str) -> None:
    if wrong := faults_in(body, language, vocabulary_of(content)):
        raise Invalid(wrong)


def _next(
    session: AnySession, actor: Actor, now: datetime, content: Content, row: OwnTechnique, **changes: Any
) -> dict[str, Any]:
    names = ("language", "body", "photo_id", "photo_alt", "retired")
    kept = {name: changes.get(name, getattr(row, name)) for name in names}
    author = session.get_one(Therapist, (actor.practice_id, actor.id))
    new = OwnTechnique(
        practice_id=actor.practice_id,
        id=row.id,
        version=row.version + 1,
        by_id=author.id,
        by_name=author.name,
        at=now,
        **kept,
    )
    session.add(new)
    session.flush()
    renew(session, actor.practice_id)
    return _shown(content, new, store.photo_sizes(session, actor.practice_id), {})


def _shown(
    content: Content, row: OwnTechnique, sizes: Mapping[str, tuple[int, int]], signed: Mapping[str, Signature]
) -> dict[str, Any]:
    photo = None if row.photo_id is None else Photo(row.photo_id, row.photo_alt, *sizes[row.photo_id])
    words = vocabulary_of(content)
    return {
        **row.body,
        "levels": [{**level, **completed(level, words)} for level in row.body["levels"]],
        "id": row.id,
        "version": row.version,
        "language": row.language,
        "photo": photo and photo_view(photo),
        "signoff": signed.get(OWN_PART + row.id),
        "by": {"id": row.by_id, "name": row.by_name},
        "at": row.at,
        "retired": row.retired,
    }
