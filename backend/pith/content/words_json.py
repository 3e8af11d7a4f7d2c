"""What phones and desks say of the screening, one file a language: questions, answers, flags, rules, emergencies.

`python -m pith.content.words_json frontend/src/content` writes words.<language>.gen.json there; a test holds them to
the YAML. Which answer raises what is no matter of words: policy_json.py writes that, once for all languages.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pith.content.loader import Content, load_content
from pith.content.phrases import NONE, YES_OR_NO, Phrases
from pith.content.policy_json import lines
from pith.content.screening import Screening
from pith.domain.accounts import LANGUAGES
from pith.domain.catalogue import BARE, Tool

Fields = Mapping[str, Any]
# What a field on the screen needs beside the words.
SHAPE = ("type", "show_if")


def written(content: Content, language: str) -> str:
    """The words in `language`, one record a line: a small change stays small in a diff."""
    screening = content.screenings.get(language, content.screening)
    tools = content.catalogue.languages.get(language, content.catalogue).tools
    phrases = content.phrases[language]
    said = _Said(screening, phrases, tools)
    parts: dict[str, Any] = {
        "questions": [said.question(one) for one in screening.intake.values()],
        "daily_check": [said.question(one) for one in screening.daily_check.values()],
        "flags": {id_: flag["label"] for id_, flag in screening.flags.flags.items()},
        "red_flags": {id_: {"ask": flag["ask"], "act": flag["act"]} for id_, flag in screening.flags.red_flags.items()},
        "rules": {id_: rule["text"] for id_, rule in screening.rules.items()},
        "reasons": content.reasons[language],
        "emergency": {act: asdict(said) for act, said in phrases.emergency.items()},
        "numbers": asdict(phrases.numbers),
        "signs": {id_: sign.red_flag for id_, sign in content.catalogue.stop_signs.items() if sign.urgent},
    }
    return lines(parts)


class _Said:
    """Questions in the words of one language."""

    def __init__(self, screening: Screening, phrases: Phrases, tools: Mapping[str, Tool]) -> None:
        self._phrases = phrases
        self._lists = {
            "red_flags.*": {id_: flag["ask"] for id_, flag in screening.flags.red_flags.items()},
            "tools.*": {id_: tool.label for id_, tool in tools.items() if id_ not in BARE},
        }

    def question(self, fields: Fields) -> dict[str, Any]:
        asked = {"id": fields["id"], **self._field(fields)}
        if "follow_up" in fields:
            asked["follow_up"] = {"if": fields["follow_up"]["if"], **self._field(fields["follow_up"])}
        return asked

    def _field(self, fields: Fields) -> dict[str, Any]:
        shape = {name: fields[name] for name in SHAPE if name in fields}
        options = [{"id": id_, "label": _begun(label)} for id_, label in self._options(fields)]
        return {"text": fields["text"], **shape, "options": options}

    def _options(self, fields: Fields) -> Iterator[tuple[str, str]]:
        options, common = fields.get("options"), self._phrases.answers
        if isinstance(options, str):
            yield from self._lists[options].items()
            yield NONE, common[NONE]
        elif options is not None:
            for option, label in fields["answers"].items():
                yield option, label if label != option else common.get(option, label)
        elif "bool" in fields["type"]:
            yield from ((option, common[option]) for option in YES_OR_NO)


def _begun(label: str) -> str:
    return label[:1].upper() + label[1:]


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    shipped = load_content()
    for spoken in LANGUAGES:
        (folder / f"words.{spoken}.gen.json").write_text(written(shipped, spoken), encoding="utf-8")
