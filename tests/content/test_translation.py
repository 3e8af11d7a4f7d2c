"""Another language is complete or refuses to start: the same ids, as many steps, every label, nothing left over."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pith.content.loader import DATA, ContentError, load_content, read_content
from pith.domain.catalogue import LEVELS, Catalogue, swaps
from tests.content.refusing import refusal

BACK = "de/techniques/back.yaml"
TWO_BALLS = "upper-back-two-balls"

# file, what to replace there (first place), with what, then the id and field that must be named
FAULTS = {
    "a technique without words": (BACK, f"- id: {TWO_BALLS}", "- id: nobody-knows-me", "nobody-knows-me", "id"),
    "a technique without a name": (BACK, "  name:", "  names:", TWO_BALLS, "name"),
    "a level too few": (BACK, "    3:\n", "    4:\n", TWO_BALLS, "levels.3"),
    "a step too many": (BACK, "      steps:\n", '      steps:\n        - "One."\n', TWO_BALLS, "levels.1.steps"),
    "a ladder of four": (BACK, "  ladder:\n", '  ladder:\n    - "one"\n', TWO_BALLS, "ladder"),
    "a dose, which belongs to English alone": (BACK, "  feel:", "  ref_level: 2\n  feel:", TWO_BALLS, "ref_level"),
    "a region without a label": ("de/regions.yaml", "- {id: jaw, label", "- {id: jaw, name", "jaw", "label"),
    "a region that is missing": ("de/regions.yaml", '- {id: jaw, label: "Kiefer"}\n', "", "jaw", "record"),
    "a tool that steps cannot call": ("de/tools.yaml", ", noun:", ", word:", "two_balls_sock", "noun"),
    "a condition without its sentence": ("de/labels.yaml", "often:", "oft:", "back_pain", "often"),
    "an unknown zone": ("de/zones.yaml", "id: spine", "id: spines", "spines", "id"),
    "a stop sign that is missing": (
        "de/stop_signs.yaml", '- {id: tooth_pain, ask: "Zahnschmerzen"}\n', "", "tooth_pain", "record",
    ),
    "a starter without a name": ("de/starters.yaml", "name:", "title:", "upper-back-5", "name"),
    "a flag without a label": ("de/flags.yaml", "label:", "lable:", "dvt", "label"),
    "a rule without a sentence": ("de/rules.yaml", "text:", "txt:", "S01", "text"),
    "an answer without words": (
        "de/intake.yaml", '    "under 3 days": "unter 3 Tagen"\n', "", "q04", "options.under 3 days",
    ),
    "a sentence of the server without words": (
        "de/export.yaml", 'program: "Programm"\n', "", "program", "text",
    ),
    "a sentence with another place to fill in": ("de/export.yaml", "{practice}", "{praxis}", "made", "text"),
    "a sentence that English lacks": ("de/export.yaml", "who:", "wer: \"Wer\"\nwho:", "wer", "text"),
    "an answer that nobody can give": (
        "de/intake.yaml", '"over 3 months":', '"ever": "immer"\n    "over 3 months":', "q04", "options.ever",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "id_", "field"), FAULTS.values(), ids=FAULTS)
def test_a_gap_is_refused_by_file_id_and_field(
    tmp_path: Path, file: str, old: str, new: str, id_: str, field: str
) -> None:
    assert refusal(tmp_path, file, old, new).startswith(f"content/{file}: {id_}: {field}: ")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    root = tmp_path / "data"
    shutil.copytree(DATA, root)
    (root / "de" / "zones.yaml").unlink()
    with pytest.raises(ContentError, match="content/de/zones.yaml"):
        read_content(root)


@pytest.fixture
def english() -> Catalogue:
    return load_content().catalogue


@pytest.fixture
def german(english: Catalogue) -> Catalogue:
    return english.speaking("de")


def test_only_words_differ_between_languages(english: Catalogue, german: Catalogue) -> None:
    assert list(german.techniques) == list(english.techniques)
    for id_, technique in german.techniques.items():
        twin = english.techniques[id_]
        assert technique.name != twin.name
        assert (technique.stop, technique.caution, technique.exclude) == (twin.stop, twin.caution, twin.exclude)
        for level, other in zip(technique.levels, twin.levels, strict=True):
            assert (level.dose, level.tools, level.near, level.load) == (
                other.dose,
                other.tools,
                other.near,
                other.load,
            )
            assert set(level.steps).isdisjoint(other.steps)
    assert german.stop_signs["tooth_pain"].urgent == english.stop_signs["tooth_pain"].urgent


def test_a_language_that_pith_does_not_speak_is_english(english: Catalogue) -> None:
    assert english.speaking("xx") is english


def test_a_swap_changes_the_tool_in_the_same_steps_as_in_english(english: Catalogue, german: Catalogue) -> None:
    changed = 0
    for id_, technique in german.techniques.items():
        for number in LEVELS:
            pairs = zip(
                swaps(technique, number, german.tools),
                swaps(english.techniques[id_], number, english.tools),
                strict=True,
            )
            for swap, other in pairs:
                assert (swap.tool, swap.level.number, swap.reason) == (other.tool, other.level.number, other.reason)
                if swap.tool is None:
                    continue
                changed += 1
                own, english_own = technique.at(number).steps, english.techniques[id_].at(number).steps
                moved = [step != before for step, before in zip(swap.level.steps, own, strict=True)]
                assert moved == [step != old for step, old in zip(other.level.steps, english_own, strict=True)], id_
                assert german.tools[technique.at(number).tools[0]].label not in " ".join(swap.level.steps)
    assert changed > 0
