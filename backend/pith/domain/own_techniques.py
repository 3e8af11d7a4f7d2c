"""Techniques that a practice wrote itself, beside the shared ones: the same levels, the same tags, the same rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from pith.domain.catalogue import Catalogue, Technique

# No shared technique is called so, and no id of a practice is another one's.
OWN_ID = re.compile(r"own-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def with_own(catalogue: Catalogue, techniques: Iterable[Technique]) -> Catalogue:
    """The catalogue of a practice: the shared one and its own techniques, whose words are the same in every language,
    from head to foot."""
    own = {technique.id: technique for technique in techniques}
    order = list(catalogue.regions)
    mixed = sorted({**catalogue.techniques, **own}, key=lambda id_: order.index(_first(catalogue, own, id_)))
    return _mixed(
        replace(catalogue, languages={name: _mixed(one, own, mixed) for name, one in catalogue.languages.items()}),
        own,
        mixed,
    )


def _first(catalogue: Catalogue, own: Mapping[str, Technique], id_: str) -> str:
    return (own.get(id_) or catalogue.techniques[id_]).regions[0]


def _mixed(catalogue: Catalogue, own: Mapping[str, Technique], order: Iterable[str]) -> Catalogue:
    everything = {**catalogue.techniques, **own}
    return replace(catalogue, techniques={id_: everything[id_] for id_ in order})
