"""The few sentences that the server itself writes, in every language: a code, and words with {places} to fill in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Any

from pith.content.reading import ROOT, ContentError, Record, read_yaml
from pith.domain.accounts import LANGUAGES


@dataclass(frozen=True)
class Texts:
    """The sentences of one page or message in one language."""

    language: str
    sentences: Mapping[str, str]

    def say(self, code: str, **places: Any) -> str:
        return self.sentences[code].format(**places)

    def value(self, code: str) -> str:
        """A code out of a log in words; one that has none, because it is newer than these texts, as it is."""
        return self.sentences.get(f"value_{code}", code.replace("_", " "))


def load_texts(root: Path, name: str) -> dict[str, Texts]:
    """`<name>.yaml` and its twin in each other language, with the same codes and places. Raises ContentError."""
    files = {LANGUAGES[0]: f"{name}.yaml"} | {language: f"{language}/{name}.yaml" for language in LANGUAGES[1:]}
    found = {language: _read(root, file, language) for language, file in files.items()}
    english = found[LANGUAGES[0]].sentences
    for language, texts in found.items():
        file = files[language]
        for code in {**english, **texts.sentences}:
            if code not in texts.sentences:
                raise ContentError(file, code, "text", "is missing")
            if code not in english:
                raise ContentError(file, code, "text", "is not in the English file")
            if _places(texts.sentences[code]) != _places(english[code]):
                raise ContentError(file, code, "text", f"has other places than {sorted(_places(english[code]))}")
    return found


def _read(root: Path, file: str, language: str) -> Texts:
    record = Record(file, ROOT, read_yaml(root, file))
    return Texts(language, {code: record.text(code) for code in record.names()})


def _places(sentence: str) -> set[str]:
    return {place for _, place, _, _ in Formatter().parse(sentence) if place is not None}
