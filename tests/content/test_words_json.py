import json
from pathlib import Path
from typing import Any

import pytest

from pith.content.loader import load_content
from pith.content.words_json import written
from pith.domain.accounts import LANGUAGES
from tests.content.refusing import refusal

IDS = ("id", "type", "if", "show_if")
COPIES = Path(__file__).parents[2] / "frontend" / "src" / "content"


def said(language: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(written(load_content(), language))
    return found


def labels(language: str, question: str) -> dict[str, str]:
    [asked] = [one for part in ("questions", "daily_check") for one in said(language)[part] if one["id"] == question]
    return {option["id"]: option["label"] for option in asked["options"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_phones_and_desks_are_todays(language: str) -> None:
    assert (COPIES / f"words.{language}.gen.json").read_text() == written(load_content(), language), "run: make rules"


def test_every_language_says_the_same_things() -> None:
    def shape(value: Any) -> Any:
        """Everything but the sentences; of options and records the ids."""
        if isinstance(value, dict):
            return {key: inner if key in IDS else shape(inner) for key, inner in value.items()}
        return [shape(inner) for inner in value] if isinstance(value, list) else type(value)

    english, *others = map(said, LANGUAGES)
    assert [shape(one) for one in others] == [shape(english)]


def test_the_warning_list_and_the_tools_stand_in_their_questions_and_can_be_denied() -> None:
    assert list(labels("en", "q05")) == [*load_content().screening.flags.red_flags, "none"]
    assert labels("de", "q28")["soft_ball"] == "Weicher Ball"
    assert "hands" not in labels("en", "q28")


def test_an_option_reads_well_where_its_own_words_are_short() -> None:
    assert labels("en", "q20")["area"] == "Less feeling in an area"
    assert labels("en", "q06")["none"] == "None of these"
    assert labels("de", "q10") == {"yes": "Ja", "no": "Nein", "not sure": "Nicht sicher"}


def test_words_for_an_option_that_is_none_are_refused(tmp_path: Path) -> None:
    found = refusal(tmp_path, "intake.yaml", 'answers: {area: "less', 'answers: {aria: "less')
    assert found.startswith("content/intake.yaml: q20: answers: ")


@pytest.mark.parametrize("file", ["screening.yaml", "de/screening.yaml"])
def test_an_emergency_without_words_is_refused(file: str, tmp_path: Path) -> None:
    found = refusal(tmp_path, file, "- {id: urgent, title", "- {id: later, title")
    assert found.startswith(f"content/{file}: (whole file): emergency: ")
