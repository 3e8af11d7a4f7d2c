"""Who reviewed which part of the content: the rules, the flags and questions, the techniques, one's own techniques.

A signature is for one part in one version. One of the installation counts for every practice, one of a practice for
itself; what nobody signed is "not yet reviewed by a clinician".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import uuid_utils

from pith.domain import accounts as rules
from pith.domain.accounts import Actor, clean_name
from pith.domain.catalogue import Technique
from pith.domain.errors import Conflict, Invalid
from pith.services.transaction import AnySession, read, write
from pith.store import catalogue as store
from pith.store.catalogue import SignOff

if TYPE_CHECKING:
    from pith.content.loader import Content

# An own technique is a part of its own: this and its id.
OWN_PART = "own:"


class PartMovedOn(Conflict):
    code = "version_stale"
    message = "This has changed since you looked. Please read it again before you sign."


@dataclass(frozen=True)
class Signature:
    """Who reviewed this version, in what role, when."""

    name: str
    role: str
    at: datetime


Signatures = Mapping[str, Signature]


def signatures(session: AnySession, content: Content, practice_id: str | None) -> dict[str, Signature]:
    """The newest signature under each part in the version that it has now. Inside the caller's transaction."""
    found: dict[str, Signature] = {}
    for row in store.sign_offs(session, practice_id):
        if content.parts.get(row.part) == row.version and row.part not in found:
            found[row.part] = Signature(row.name, row.role, row.at)
    return found


def all_reviewed(signed: Signatures, technique: Technique) -> bool:
    """Whether a clinician reviewed everything that a verdict on this technique rests on."""
    own = "techniques" if technique.own is None else OWN_PART + technique.id
    return {"rules", "flags", own} <= signed.keys()


def sign_offs_of(session: AnySession, actor: Actor, content: Content) -> dict[str, Any]:
    """`{parts, history}` as a practice sees them."""
    rules.require(actor, "see_practice", rules.Practice(actor.practice_id))
    with read(session):
        return _shown(session, actor, content)


def sign(
    session: AnySession, actor: Actor, now: datetime, content: Content, part: str, version: str, name: str, role: str
) -> dict[str, Any]:
    """Records that a clinician reviewed this part in this version; the same again changes nothing. Raises Invalid,
    PartMovedOn, NotAllowed."""
    rules.require(actor, "sign_off", rules.Practice(actor.practice_id))
    if part not in content.parts:
        raise Invalid({"part": "There is no such part."})
    if content.parts[part] != version:
        raise PartMovedOn(current=content.parts[part])
    signed = Signature(clean_name(name, "name"), clean_name(role, "role"), now)
    with write(session):
        store.content_rev(session, actor.practice_id, hold=True)
        said = actor.practice_id, part, version, signed.name, signed.role
        rows = store.sign_offs(session, actor.practice_id)
        if said not in [(row.practice_id, row.part, row.version, row.name, row.role) for row in rows]:
            session.add(_row(actor.practice_id, part, version, signed, actor.id))
            session.flush()
        return _shown(session, actor, content)


def sign_all(
    session: AnySession, now: datetime, content: Content, parts: tuple[str, ...], name: str, role: str
) -> None:
    """The operator's record, for every practice. Raises Invalid on an empty name or role."""
    signed = Signature(clean_name(name, "name"), clean_name(role, "role"), now)
    with write(session):
        session.add_all(_row(None, part, content.parts[part], signed, None) for part in parts)


def _row(practice_id: str | None, part: str, version: str, signed: Signature, by_id: str | None) -> SignOff:
    new_id = str(uuid_utils.uuid7())
    return SignOff(id=new_id, practice_id=practice_id, part=part, version=version, by_id=by_id, **asdict(signed))


def _shown(session: AnySession, actor: Actor, content: Content) -> dict[str, Any]:
    signed = signatures(session, content, actor.practice_id)
    rows = store.sign_offs(session, actor.practice_id)
    return {
        "parts": [
            {"part": part, "label": _label(content, part), "version": version, "signed": signed.get(part)}
            for part, version in content.parts.items()
        ],
        "history": [
            {"part": row.part, "version": row.version, "name": row.name, "role": row.role, "at": row.at} for row in rows
        ],
    }


def _label(content: Content, part: str) -> str:
    """An own technique by its name; the shared parts by their ids, for which every desk has its words."""
    technique = content.catalogue.techniques.get(part.removeprefix(OWN_PART))
    return technique.name if technique else part
