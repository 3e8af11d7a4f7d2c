"""A technique that a practice wrote: held to the same checks and the same plain words as the shared ones.

What arrives is `{name, regions, lines, for, feel, stop, exclude, caution, levels}` with one to three complete levels.
Where fewer than three are written, the last one stands for those above it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pith.content.plain_words import LIMITS, faults, grade_fault, words_of
from pith.content.reading import ContentError, Record
from pith.content.techniques import read_level, read_technique
from pith.content.vocabulary import Vocabulary
from pith.domain.catalogue import BREATH_S, LEVELS, ROLL_LIMIT_S, Own, Technique

if TYPE_CHECKING:
    from pith.content.loader import Content

FILE = "own technique"
SOURCE = "practice"
# What a fault of the lint is called to whoever writes.
_SAID = {
    "forbidden": "Please say it without “{}”: it promises or threatens.",
    "blame": "Please say it without “{}”: it blames.",
    "latin": "Please find an everyday word for “{}”.",
    "number": "Please write “{}” in digits.",
}

Body = Mapping[str, Any]


def vocabulary_of(content: Content) -> Vocabulary:
    """What own techniques may refer to: the very lists of the shared ones."""
    shared = content.catalogue
    return Vocabulary(
        regions=shared.regions,
        tools=shared.tools,
        styles=shared.styles,
        lines=shared.lines,
        props=shared.props,
        positions=shared.positions,
        conditions=shared.conditions,
        near=shared.near,
        stop_signs=shared.stop_signs,
        flags=content.policy.flags,
        body=shared.body,
    )


def own_technique(id_: str, body: Body, words: Vocabulary, own: Own) -> Technique:
    """The technique as the rules and the builder read it. Raises ContentError for the first fault."""
    return replace(read_technique(_record(id_, body, words), words), own=own)


def faults_in(body: Body, language: str, words: Vocabulary) -> dict[str, str]:
    """Everything to mend, by field (`levels.0.steps.2`); empty when nothing is."""
    found: dict[str, str] = {}
    for place, level in enumerate(body["levels"]):
        parent = Record(FILE, FILE, {1: completed(level, words)}, "levels")
        try:
            read_level(parent, 1, words, ROLL_LIMIT_S)
        except ContentError as error:
            found[error.field.replace("levels.1", f"levels.{place}", 1)] = _sentence(error)
    if not found:
        try:
            read_technique(_record(FILE, body, words), words)
        except ContentError as error:
            found[_by_place(error.field)] = _sentence(error)
    for field, wrong in _unplain(body, language):
        found.setdefault(field, wrong)
    return found


def completed(level: Body, words: Vocabulary) -> dict[str, Any]:
    """A level as the catalogue writes it: what follows from the rest is worked out."""
    plain = {name: value for name, value in level.items() if name not in ("ladder", "dose")}
    hard = max((words.tools[tool].hard for tool in level["tools"] if tool in words.tools), default=1)
    return {**plain, "hard": hard, "dose": _dose(level)}


def _record(id_: str, body: Body, words: Vocabulary) -> Record:
    levels: Sequence[Body] = body["levels"]
    filled = [levels[min(number, len(levels)) - 1] for number in LEVELS]
    names = ("name", "regions", "lines", "for", "feel", "stop", "exclude", "caution")
    data = {name: body[name] for name in names}
    data |= {"id": id_, "ref_level": 1, "source": SOURCE, "ladder": [one["ladder"] or body["name"] for one in filled]}
    data["levels"] = {number: completed(one, words) for number, one in zip(LEVELS, filled, strict=True)}
    return Record(FILE, id_, data)


def _dose(level: Body) -> dict[str, int]:
    dose = dict(level["dose"])
    breaths = dose.get("breaths")
    dose.setdefault("hold_s", 0 if breaths is None else breaths * BREATH_S)
    sides = 2 if level["side"] == "per_side" else 1
    total = sides * (dose["spots"] * dose["hold_s"] + dose["roll_s"] + dose["move_s"])
    return {**dose, "sides": sides, "total_s": total}


def _by_place(field: str) -> str:
    """The catalogue counts levels from 1, a list from 0."""
    head, _, rest = field.partition(".")
    number, _, last = rest.partition(".")
    if head != "levels" or not number.isdigit():
        return field
    return ".".join(part for part in ("levels", str(int(number) - 1), last) if part)


def _sentence(error: ContentError) -> str:
    return f"{error.problem[:1].upper()}{error.problem[1:]}."


def _unplain(body: Body, language: str) -> Iterator[tuple[str, str]]:
    for kind, field, text in (("name", "name", body["name"]), ("plain", "feel", body["feel"])):
        yield from ((field, _told(fault)) for fault in faults(language, kind, text))
    for place, level in enumerate(body["levels"]):
        path = f"levels.{place}"
        for at, step in enumerate(level["steps"]):
            yield from ((f"{path}.steps.{at}", why) for why in _unplain_step(language, step))
        yield from ((f"{path}.steps", _told(one)) for one in grade_fault(language, "plain", "\n".join(level["steps"])))
        yield from ((f"{path}.ladder", _told(one)) for one in _without_grade(language, level["ladder"]))


def _unplain_step(language: str, step: str) -> Iterator[str]:
    count, most = len(words_of(step)), LIMITS["step_words"]
    if count > most:
        yield f"This step has {count} words; {most} at most."
    yield from map(_told, _without_grade(language, step))


def _without_grade(language: str, text: str) -> list[str]:
    """Few words have no grade of their own: they are read together."""
    return [fault for fault in faults(language, "plain", text) if not fault.startswith("grade")]


def _told(fault: str) -> str:
    kind, _, word = fault.partition(": ")
    if kind in _SAID:
        return _SAID[kind].format(word)
    if kind.startswith("grade"):
        return "This is hard to read. Shorter words and sentences help."
    return f"This has a {fault}; {LIMITS['sentence_words']} at most."
