"""What all questions say alike, and what a phone shows in an emergency, in one language."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from pith.content.emergency import Numbers, load_numbers
from pith.content.reading import ROOT, Record, by_id, read_yaml
from pith.content.screening import RED_FLAG_ACTS

YES_OR_NO = ("yes", "no", "not sure")
NONE = "none"


@dataclass(frozen=True)
class Emergency:
    """`title`: what to do; both may name the {number} to call."""

    title: str
    text: str


@dataclass(frozen=True)
class Phrases:
    """`answers`: answers in words; `emergency`: by the act of a red flag; `numbers`: whom to call, the same in every
    language."""

    answers: Mapping[str, str]
    emergency: Mapping[str, Emergency]
    numbers: Numbers


def load_phrases(root: Path, file: str) -> Phrases:
    """Raises ContentError when one is missing or left over."""
    record = Record(file, ROOT, read_yaml(root, file))
    answers = by_id(file, record.raw("answers"), lambda row: row.text("text"))
    _check(record, "answers", answers, (*YES_OR_NO, NONE), "answer")
    emergency = by_id(file, record.raw("emergency"), _emergency)
    _check(record, "emergency", emergency, RED_FLAG_ACTS, "act")
    return Phrases(answers, emergency, load_numbers(root))


def _emergency(record: Record) -> Emergency:
    return Emergency(record.text("title"), record.text("text"))


def _check(record: Record, part: str, said: Collection[str], wanted: Collection[str], what: str) -> None:
    record.known(part, said, wanted, what)
    record.known(part, wanted, said, "text")
