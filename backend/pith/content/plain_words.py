"""How plain words must be: those of the content, and those of a practice that writes techniques of its own.

The lists are data/plain_words.json. The desk counts the same (frontend/src/domain/desk/plain-words.ts), and
tests/contract/plain_words.json holds both to one table of cases. Tone rules of the domain brief, 6.1: no promise, no
threat, no blame, no Latin, digits, short sentences, grade 6.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Literal

TABLE: dict[str, Any] = json.loads((Path(__file__).parent / "data" / "plain_words.json").read_text("utf-8"))
LIMITS = TABLE["limits"]

Tongue = Literal["en", "de"]
# A name may keep its number word; medicine may be named for older readers; a term is what a doctor's letter says.
Kind = Literal["plain", "medical", "name", "term"]

WORD = re.compile(r"\d+(?:[.,:]\d+)+|[^\W_]+(?:['’-][^\W_]+)*")
# Units of thought: what a reader takes in before she may rest.
END = re.compile(r"[.!?…:;]+(?=\s|[\"”“’)]|$)|\n|·")


def faults(tongue: str, kind: str, text: str) -> list[str]:
    """What is wrong with this text, each in a few words; empty when nothing is."""
    words = TABLE[tongue]
    found = [f"forbidden: {word}" for word in _said(text, words["forbidden"])]
    found += [f"blame: {word}" for word in _said(text, words["blame"])]
    if kind != "term":
        found += [f"latin: {word}" for word in _said(text, words["latin"])]
    if kind in ("name", "term"):
        return found
    found += [f"number: {word}" for word in _said(text, words["numbers"])]
    long = [len(sentence) for sentence in sentences(text) if len(sentence) > LIMITS["sentence_words"]]
    return [*found, *(f"sentence of {count} words" for count in long), *grade_fault(tongue, kind, text)]


def grade_fault(tongue: str, kind: str, text: str) -> list[str]:
    """The formulas are made for running text: what is shorter has no grade."""
    limit = LIMITS["grade"][kind]
    if len(words_of(text)) < LIMITS["block_words"] or (asked := grade(tongue, text)) <= limit:
        return []
    return [f"grade {asked:.1f} over {limit}"]


def begins_with_action(tongue: str, text: str) -> bool:
    """A text for the moment of danger begins with what to do."""
    return next(iter(words_of(text)), "").lower() in TABLE[tongue]["actions"]


def grade(tongue: str, text: str) -> float:
    """The school grade that this text asks of its reader."""
    medicines = TABLE[tongue]["medicines"]
    words = [word for word in words_of(text) if word.lower() not in medicines]
    if not words:
        return 0
    per_sentence = len(words) / len(sentences(text))
    counts = [syllables(tongue, word) for word in words]
    if tongue == "en":
        return 0.39 * per_sentence + 11.8 * sum(counts) / len(words) - 15.59
    many, one = _share(counts, lambda count: count >= 3), _share(counts, lambda count: count == 1)
    long = _share(words, lambda word: len(word) > 6)
    return 0.1935 * many + 0.1672 * per_sentence + 0.1297 * long - 0.0327 * one - 0.875


def sentences(text: str) -> list[list[str]]:
    """The words of each unit of thought."""
    return [words for part in END.split(text) if (words := words_of(part))]


def words_of(text: str) -> list[str]:
    return WORD.findall(text)


def syllables(tongue: str, word: str) -> int:
    known: dict[str, int] = TABLE[tongue]["syllables"]
    total = 0
    for part in word.lower().replace("’", "'").split("-"):
        bare = part.split("'")[0]
        sounds = _english(bare) if tongue == "en" else _german(part)
        total += known.get(part, known.get(bare, max(1, sounds)))
    return total


def _english(word: str) -> int:
    silent = re.sub(
        r"^(some|there|where|fore|home|side|time|life|base|here|note)(?=[^aeiouy])", lambda m: m[0][:-1], word
    )
    for pattern, kept in (
        (r"e(ly|less|ful|ment)$", r"\1"),
        (r"([aeiouy]l)es?$", r"\1"),
        (r"([^laeiouyszxcgh]|[^sc]h)es$", r"\1"),
        (r"([^td])ed$", r"\1"),
        (r"([^laeiouy]|u)e$", r"\1"),
        (r"^y", ""),
    ):
        silent = re.sub(pattern, kept, silent)
    return len(re.findall(r"[aeiouy]{1,2}", silent))


def _german(word: str) -> int:
    return len(re.findall(r"aa|ee|oo|ie|ei|ey|ai|au|eu|äu|[aeiouyäöü]", word.replace("qu", "q")))


def _share(values: Iterable[Any], some: Callable[[Any], bool]) -> float:
    all_of_them = list(values)
    return 100 * sum(map(some, all_of_them)) / len(all_of_them)


def _said(text: str, listed: Iterable[str]) -> list[str]:
    """Those of the list that stand in the text: whole words or phrases; a star at the end takes any ending."""
    plain = f" {' '.join(words_of(text.replace('-', ' '))).lower()} "
    return [entry for entry in listed if (f" {entry[:-1]}" if entry.endswith("*") else f" {entry} ") in plain]
