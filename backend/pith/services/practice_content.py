"""The content as one practice has it: the shared one, its own numbers in the rules, and its own techniques.

What is made is kept by `practice.content_rev`, a random id that changes with any of it: so processes need not talk to
one another, and a practice that changed nothing costs nothing.
"""

from __future__ import annotations

import logging
import uuid
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from pith.content.own import own_technique, vocabulary_of
from pith.content.reading import ContentError
from pith.domain.catalogue import Catalogue, Own, Photo, Technique
from pith.domain.own_techniques import with_own
from pith.domain.screening.thresholds import with_thresholds
from pith.services.sign_offs import OWN_PART
from pith.services.transaction import AnySession, read
from pith.store import catalogue as store
from pith.store.catalogue import OwnTechnique, ThresholdChange

if TYPE_CHECKING:
    from pith.content.loader import Content

log = logging.getLogger("pith")

KEPT = 128
_kept: OrderedDict[tuple[str, Catalogue], Content] = OrderedDict()
_kept_lock = Lock()


def practice_content(session: AnySession, shared: Content, practice_id: str) -> Content:
    """The content of this practice, as everything that judges for one of its clients has to read it."""
    with read(session):
        return content_at(session, shared, practice_id, store.content_rev(session, practice_id))


def content_at(session: AnySession, shared: Content, practice_id: str, rev: str) -> Content:
    """The same where `rev` is known already; asks the database only for a `rev` that is new to this process. Inside the
    caller's transaction."""
    if not rev:
        return shared
    key = (rev, shared.catalogue)
    with _kept_lock:
        found = _kept.get(key)
        if found is not None:
            _kept.move_to_end(key)
            return found
    made = _made(session, shared, practice_id)
    with _kept_lock:
        _kept[key] = made
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return made


def renew(session: AnySession, practice_id: str) -> None:
    """Says that something of it changed. Inside the caller's transaction."""
    store.set_content_rev(session, practice_id, uuid.uuid4().hex)


def values_of(changes: Iterable[ThresholdChange]) -> dict[str, int]:
    """The number of each threshold that was ever moved; `changes` in the order in which they were made."""
    return {change.threshold: change.after for change in changes}


def newest_own(session: AnySession, shared: Content, practice_id: str) -> dict[str, Technique]:
    """The newest version of each technique of a practice's own, the retired too: who was given it may do it still.
    Inside the caller's transaction."""
    rows = store.own_techniques(session, practice_id)
    return {one.id: one for one in _techniques(shared, rows, store.photo_sizes(session, practice_id))}


def _made(session: AnySession, shared: Content, practice_id: str) -> Content:
    values = values_of(store.threshold_changes(session, practice_id))
    sizes = store.photo_sizes(session, practice_id)
    rows = [row for row in store.own_techniques(session, practice_id) if not row.retired]
    techniques = _techniques(shared, rows, sizes)
    own_parts = {OWN_PART + one.id: str(one.own.version) for one in techniques if one.own}
    return replace(
        shared,
        policy=with_thresholds(shared.policy, values) if values else shared.policy,
        catalogue=with_own(shared.catalogue, techniques) if techniques else shared.catalogue,
        parts={**shared.parts, **own_parts},
    )


def _techniques(shared: Content, rows: Sequence[OwnTechnique], sizes: dict[str, tuple[int, int]]) -> list[Technique]:
    words = vocabulary_of(shared)
    found = []
    for row in rows:
        photo = None if row.photo_id is None else Photo(row.photo_id, row.photo_alt, *sizes[row.photo_id])
        try:
            found.append(own_technique(row.id, row.body, words, Own(row.version, photo)))
        except ContentError as error:  # written under older content: nobody can be given it until it is mended
            log.warning("own technique %s of a practice no longer fits the content: %s", row.id, error.field)
    return found
