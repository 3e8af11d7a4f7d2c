"""What a program says, in every language: kept with each version as it was published, put in when it is read.

A version's items are stored in English with their tags and doses; beside them, language by language, stand the words
alone. So a version reads the same for as long as it is kept, in whichever language its client turns to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pith.domain.accounts import LANGUAGES
from pith.domain.catalogue import Catalogue
from pith.domain.program_safety import Safety
from pith.domain.programs import Item
from pith.services.program_wire import frozen, version_summary
from pith.store.programs import ProgramVersion

Words = Mapping[str, Any]
Frozen = Mapping[str, Any]


def all_words(
    items: Sequence[Item], catalogue: Catalogue, safeties: Sequence[Safety | None]
) -> dict[str, list[dict[str, Any]]]:
    """For each language beside English the words of each item, in the order of the items."""
    return {
        language: [
            _words(frozen(item, spoken, safety)["snapshot"]) for item, safety in zip(items, safeties, strict=True)
        ]
        for language, spoken in catalogue.languages.items()
    }


def version_in(row: ProgramVersion, language: str) -> dict[str, Any]:
    """A whole version as phones and the desk read it; in English where it was published before `language` came."""
    # The words of other languages stay in the database for whoever reads English.
    said = None if language == LANGUAGES[0] else row.words.get(language)
    items = row.items if said is None else [_said(item, words) for item, words in zip(row.items, said, strict=True)]
    return version_summary(row) | {"items": items}


def version_with_words(row: ProgramVersion) -> dict[str, Any]:
    """A whole version in English, its words in every other language, and the decisions that ended with it."""
    return version_summary(row) | {"items": row.items, "words": row.words, "seen_decisions": row.seen_decisions}


def fits(items: Sequence[Frozen], said: Sequence[Words]) -> bool:
    """Whether these words, from elsewhere, are as many as the places they are for."""
    return len(items) == len(said) and all(
        _shape(_words(item["snapshot"])) == _shape(words) for item, words in zip(items, said, strict=True)
    )


def _words(snapshot: Frozen) -> dict[str, Any]:
    return {
        "name": snapshot["name"],
        "steps": list(snapshot["steps"]),
        "feel": snapshot["feel"],
        "near": [near["say"] for near in snapshot["near"]],
        "stop": [sign["text"] for sign in snapshot["stop"]],
        "ladder": list(snapshot["ladder"]),
        "swaps": [
            {"steps": swap["steps"], "near": [near["say"] for near in swap["near"]]} for swap in snapshot["swaps"]
        ],
    }


def _shape(words: Words) -> tuple[Any, ...]:
    swaps = tuple((len(swap["steps"]), len(swap["near"])) for swap in words["swaps"])
    return (*(len(words[name]) for name in ("steps", "near", "stop", "ladder")), swaps)


def _said(item: Frozen, words: Words) -> dict[str, Any]:
    snapshot = item["snapshot"]
    swaps = [
        {**swap, "steps": said["steps"], "near": _near(swap["near"], said["near"])}
        for swap, said in zip(snapshot["swaps"], words["swaps"], strict=True)
    ]
    stop = [{**sign, "text": text} for sign, text in zip(snapshot["stop"], words["stop"], strict=True)]
    plain = {name: words[name] for name in ("name", "steps", "feel", "ladder")}
    near = _near(snapshot["near"], words["near"])
    return {**item, "snapshot": {**snapshot, **plain, "near": near, "stop": stop, "swaps": swaps}}


def _near(places: Sequence[Frozen], said: Sequence[str]) -> list[dict[str, Any]]:
    return [{**place, "say": say} for place, say in zip(places, said, strict=True)]
