"""The catalogue as people get it, with the signatures of the clinicians who reviewed it."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import orjson

from pith.content.parts import PARTS
from pith.domain.accounts import LANGUAGES, Actor
from pith.domain.catalogue import BodyMap, Catalogue, Level, Own, Starter, Technique, swaps
from pith.domain.programs import Length, length
from pith.services.languages import language_of
from pith.services.program_wire import dose_view, near_view, photo_view, stop_view, swap_view
from pith.services.sign_offs import OWN_PART, Signature, Signatures, signatures
from pith.services.transaction import AnySession, read

if TYPE_CHECKING:
    from pith.content.loader import Content


@dataclass(frozen=True)
class Page:
    """The JSON of `GET /techniques` and the tag that changes with any byte of it."""

    etag: str
    body: bytes


@dataclass(frozen=True)
class _Dosed:
    dose: dict[str, Any]
    days: None = None


def page_for(session: AnySession, actor: Actor, content: Content, language: str | None) -> Page:
    """The whole catalogue of the actor's practice in `language`, else in her own."""
    with read(session):
        spoken = content.catalogue.speaking(language or language_of(session, actor))
        signed = signatures(session, content, actor.practice_id)
    return _page(spoken, tuple(signed.items()), content.policy.numbers["pain_gate"])


@lru_cache(maxsize=8 * len(LANGUAGES))
def _page(catalogue: Catalogue, signed: tuple[tuple[str, Signature], ...], pain_gate: int) -> Page:
    """Made once a process for each practice's catalogue, its signatures and its number."""
    body = orjson.dumps({**_payload(catalogue, dict(signed)), "pain_gate": pain_gate}, option=orjson.OPT_UTC_Z)
    return Page(hashlib.sha256(body).hexdigest()[:32], body)


def _payload(catalogue: Catalogue, signed: Signatures) -> dict[str, Any]:
    return {
        "version": catalogue.version,
        "signoff": signed.get("techniques"),
        "sign_offs": {part: signed.get(part) for part in PARTS},
        "regions": _all(catalogue.regions.values()),
        "tools": [
            {"id": tool.id, "label": tool.label, "hard": tool.hard, "family": tool.family}
            for tool in catalogue.tools.values()
        ],
        "props": _all(catalogue.props.values()),
        "positions": _all(catalogue.positions.values()),
        "styles": _all(catalogue.styles.values()),
        "conditions": _all(catalogue.conditions.values()),
        "lines": _all(catalogue.lines.values()),
        "techniques": [_technique(technique, catalogue, signed) for technique in catalogue.techniques.values()],
        "starters": [_starter(starter, catalogue) for starter in catalogue.starters.values()],
        "adjacency": _body(catalogue.body),
    }


def _all(records: Any) -> list[dict[str, Any]]:
    return [asdict(record) for record in records]


def _technique(technique: Technique, catalogue: Catalogue, signed: Signatures) -> dict[str, Any]:
    own = {} if technique.own is None else _own(technique.id, technique.own, signed)
    return _shared(technique, catalogue) | own


def _own(id_: str, own: Own, signed: Signatures) -> dict[str, Any]:
    photo = None if own.photo is None else photo_view(own.photo)
    return {"own": True, "version": own.version, "photo": photo, "signoff": signed.get(OWN_PART + id_)}


def _shared(technique: Technique, catalogue: Catalogue) -> dict[str, Any]:
    reference = technique.at(technique.ref_level)
    return {
        "id": technique.id,
        "name": technique.name,
        "regions": technique.regions,
        "side": reference.side,
        "lines": technique.lines,
        "near": near_view(reference, catalogue),
        "feel": technique.feel,
        "stop": stop_view(technique, catalogue),
        "caution": technique.caution,
        "exclude": technique.exclude,
        "for": technique.conditions,
        "source": technique.source,
        "ref_level": technique.ref_level,
        "roll_limit_s": technique.roll_limit_s,
        "ladder": technique.ladder,
        "levels": {str(level.number): _level(technique, level, catalogue) for level in technique.levels},
    }


def _level(technique: Technique, level: Level, catalogue: Catalogue) -> dict[str, Any]:
    return {
        "dose": dose_view(level, level.dose),
        "steps": level.steps,
        "tools": level.tools,
        "props": level.props,
        "pos": level.pos,
        "style": level.style,
        "load": level.load,
        "hard": level.hard,
        "side": level.side,
        "hold_limit_s": level.hold_limit_s,
        "near": near_view(level, catalogue),
        "swaps": [swap_view(swap, catalogue) for swap in swaps(technique, level.number, catalogue.tools)],
    }


def _starter(starter: Starter, catalogue: Catalogue) -> dict[str, Any]:
    techniques = [catalogue.techniques[id_] for id_ in starter.techniques]
    whole = _length([technique.at(technique.ref_level) for technique in techniques])
    gentle = _length([technique.at(1) for technique in techniques])
    return {
        "id": starter.id,
        "name": starter.name,
        "items": [{"technique_id": technique.id, "ref_level": technique.ref_level} for technique in techniques],
        "dose_s": whole.dose_s,
        "with_setup_s": whole.with_setup_s,
        "level_1": asdict(gentle),
    }


def _length(levels: list[Level]) -> Length:
    sides = {1: ("both",), 2: ("left", "right")}
    return length(_Dosed({side: level.dose for side in sides[level.sides]}) for level in levels)


def _body(body: BodyMap) -> dict[str, Any]:
    return {
        "adjacent": body.adjacent,
        "limbs": body.limbs,
        "limbs_lymphoedema": body.limbs_lymphoedema,
        "site_only": body.site_only,
    }
