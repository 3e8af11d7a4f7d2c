"""Every word of the content that a client reads, in both languages: plain, without a promise, without blame."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from pith.content.loader import DATA
from pith.content.plain_words import (
    LIMITS,
    TABLE,
    begins_with_action,
    faults,
    grade,
    grade_fault,
    sentences,
    syllables,
    words_of,
)

CONTRACT = json.loads((Path(__file__).parents[1] / "contract" / "plain_words.json").read_text("utf-8"))
ROOTS = {"en": DATA, "de": DATA / "de"}
TONGUES = pytest.mark.parametrize("tongue", list(ROOTS))
CASES = CONTRACT["cases"]
# Steps longer than 12 words: a budget that may only shrink. Write the smaller number here when you have mended some.
LONG_STEPS = {"en": 10, "de": 70}
SLACK = 6
# Rules that stand before an emergency: what to do comes first.
EMERGENCY_RULES = ("S01", "S02")


class Text(NamedTuple):
    place: str
    kind: str
    words: str


def techniques(root: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted((root / "techniques").glob("*.yaml")):
        for technique in _read(root, f"techniques/{path.name}"):
            yield f"techniques/{path.name} {technique['id']}", technique


def steps(root: Path) -> Iterator[Text]:
    for place, technique in techniques(root):
        for number, level in technique["levels"].items():
            for at, step in enumerate(level["steps"], 1):
                yield Text(f"{place} levels.{number}.steps.{at}", "plain", step)


def blocks(root: Path) -> Iterator[Text]:
    """What is read in one go: the steps of a level."""
    for place, technique in techniques(root):
        for number, level in technique["levels"].items():
            yield Text(f"{place} levels.{number}.steps", "plain", "\n".join(level["steps"]))


def others(root: Path) -> Iterator[Text]:
    for place, technique in techniques(root):
        yield Text(f"{place} name", "name", technique["name"])
        yield Text(f"{place} feel", "plain", technique["feel"])
    for file, part, field, kind in (
        ("zones.yaml", "no_load_zones", "say", "plain"),
        ("zones.yaml", "near_points", "say", "plain"),
        ("stop_signs.yaml", "stop_signs", "ask", "medical"),
        ("flags.yaml", "flags", "label", "term"),
        ("flags.yaml", "red_flags", "ask", "medical"),
        ("rules.yaml", "", "text", "medical"),
        ("screening.yaml", "reasons", "text", "medical"),
        ("screening.yaml", "answers", "text", "plain"),
        ("screening.yaml", "emergency", "title", "plain"),
        ("screening.yaml", "emergency", "text", "plain"),
        ("labels.yaml", "conditions", "label", "term"),
        ("labels.yaml", "conditions", "often", "plain"),
        *(("labels.yaml", part, "label", "name") for part in ("styles", "lines", "props", "positions")),
        ("tools.yaml", "", "label", "name"),
        ("regions.yaml", "", "label", "name"),
        ("starters.yaml", "", "name", "name"),
    ):
        rows = _read(root, file)
        for row in rows[part] if part else rows:
            yield Text(f"{file} {row['id']} {field}", kind, row[field])


def questions(root: Path) -> Iterator[Text]:
    for rows in _read(root, "intake.yaml").values():
        for row in rows:
            place = f"intake.yaml {row['id']}"
            yield Text(f"{place} text", "medical", row["text"])
            if "follow_up" in row:
                yield Text(f"{place} follow_up", "medical", row["follow_up"]["text"])
            options, answers = row.get("options", []), row.get("answers", {})
            yield from (Text(f"{place} answers", "medical", answer) for answer in answers.values())
            for option in options.values() if isinstance(options, dict) else options:
                if not option.endswith(".*"):
                    yield Text(f"{place} options", "medical", option)


def _read(root: Path, file: str) -> Any:
    return yaml.safe_load((root / file).read_text(encoding="utf-8"))


def listed(tongue: str, texts: Iterator[Text], said: Callable[[str, str, str], list[str]] = faults) -> list[str]:
    """One line a faulty text: file, id and key, the text, what is wrong."""
    found = [(text, said(tongue, text.kind, text.words)) for text in texts]
    return [f"{tongue} {text.place}: “{text.words}”: {', '.join(wrong)}" for text, wrong in found if wrong]


def without_grade(tongue: str, kind: str, text: str) -> list[str]:
    return [fault for fault in faults(tongue, kind, text) if not fault.startswith("grade")]


@TONGUES
def test_no_step_promises_blames_or_rambles(tongue: str) -> None:
    assert listed(tongue, steps(ROOTS[tongue]), without_grade) == []


@TONGUES
def test_the_steps_of_a_level_ask_for_grade_6_at_most(tongue: str) -> None:
    assert listed(tongue, blocks(ROOTS[tongue]), grade_fault) == []


@TONGUES
def test_the_lines_of_a_ladder_are_plain(tongue: str) -> None:
    """Names of the levels, in a few words each: no running text, so they have no grade."""
    lines = (
        Text(f"{place} ladder.{at}", "plain", line)
        for place, technique in techniques(ROOTS[tongue])
        for at, line in enumerate(technique["ladder"], 1)
    )
    assert listed(tongue, lines, without_grade) == []


@TONGUES
def test_names_cautions_signs_and_rules_are_plain(tongue: str) -> None:
    assert listed(tongue, others(ROOTS[tongue])) == []


@TONGUES
def test_questions_and_their_answers_are_plain(tongue: str) -> None:
    assert listed(tongue, questions(ROOTS[tongue])) == []


@TONGUES
def test_long_steps_only_get_fewer(tongue: str) -> None:
    long = [text.place for text in steps(ROOTS[tongue]) if len(words_of(text.words)) > LIMITS["step_words"]]
    budget = LONG_STEPS[tongue]
    assert len(long) <= budget, f"{budget} steps over 12 words are allowed; there are {len(long)}: {long}"
    assert len(long) > budget - SLACK, f"lower the budget from {budget} to {len(long)}"


@TONGUES
def test_an_emergency_begins_with_what_to_do(tongue: str) -> None:
    rules = {row["id"]: row["text"] for row in _read(ROOTS[tongue], "rules.yaml")}
    titles = [row["title"] for row in _read(ROOTS[tongue], "screening.yaml")["emergency"]]
    said = [*titles, *(rules[id_] for id_ in EMERGENCY_RULES)]
    assert [text for text in said if not begins_with_action(tongue, text)] == []


@pytest.mark.parametrize(("tongue", "word", "count"), CASES["syllables"])
def test_syllables_are_counted_as_the_table_says(tongue: str, word: str, count: int) -> None:
    assert syllables(tongue, word) == count


@pytest.mark.parametrize(("text", "lengths"), CASES["sentences"])
def test_sentences_are_cut_as_the_table_says(text: str, lengths: list[int]) -> None:
    assert [len(sentence) for sentence in sentences(text)] == lengths


@pytest.mark.parametrize(("tongue", "text", "expected"), CASES["grade"])
def test_grades_are_reckoned_as_the_table_says(tongue: str, text: str, expected: float) -> None:
    assert grade(tongue, text) == pytest.approx(expected, abs=0.05)


@pytest.mark.parametrize(("tongue", "kind", "text", "found"), CASES["faults"])
def test_bad_samples_are_caught_and_good_ones_pass(tongue: str, kind: str, text: str, found: list[str]) -> None:
    assert faults(tongue, kind, text) == found


def test_a_bad_step_is_named_with_its_file_id_and_key(tmp_path: Path) -> None:
    (tmp_path / "techniques").mkdir()
    bad = [{"id": "roll", "levels": {1: {"steps": ["Roll slowly.", "You missed the piriformis."]}}}]
    (tmp_path / "techniques" / "hip.yaml").write_text(yaml.safe_dump(bad))
    assert listed("en", steps(tmp_path)) == [
        "en techniques/hip.yaml roll levels.1.steps.2: “You missed the piriformis.”: blame: missed, latin: piriformis"
    ]


def test_the_lists_are_those_of_the_table_that_the_desk_reads_too() -> None:
    assert {name: CONTRACT[name] for name in ("limits", "en", "de")} == TABLE
