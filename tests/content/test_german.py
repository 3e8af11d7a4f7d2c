"""The German content says what the English says: the same steps, numbers, places and warnings, in plain words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from pith.content.loader import DATA
from pith.content.techniques import MOST_STEPS, STEP_LENGTH

GERMAN = DATA / "de"
FAMILIES = sorted(path.name for path in (DATA / "techniques").glob("*.yaml"))
# file -> list in it ("" = the file is the list) -> what the German record holds beside its id
FIELDS: dict[str, dict[str, tuple[str, ...]]] = {
    "regions.yaml": {"": ("label",)},
    "tools.yaml": {"": ("label", "noun")},
    "zones.yaml": {"no_load_zones": ("say",), "near_points": ("say",)},
    "stop_signs.yaml": {"stop_signs": ("ask",)},
    "starters.yaml": {"": ("name",)},
    "rules.yaml": {"": ("text",)},
    "screening.yaml": {"reasons": ("text",)},
    "thresholds.yaml": {"thresholds": ("label", "unit", "why")},
    "flags.yaml": {"flags": ("label",), "red_flags": ("ask",)},
    "intake.yaml": {"intake": ("text",), "daily_check": ("text",)},
    "labels.yaml": {
        "styles": ("label",),
        "conditions": ("label", "often"),
        "lines": ("label",),
        "props": ("label",),
        "positions": ("label",),
    },
}
WORDS = yaml.safe_load((Path(__file__).parent / "german_words.yaml").read_text(encoding="utf-8"))
MOST_WORDS, TEXTS = 15, ("dose", "export", "mail", "push")
# Lists of signs and conditions: one long line in English too.
LISTS = ("flags.yaml", "intake.yaml")
# One unit, in English and in German, as it stands after a number.
UNITS = {
    "s": (r"s\b", r"s\b"),
    "seconds": (r"seconds\b", r"Sekunden\b"),
    "minutes": (r"minutes?\b", r"Minuten?\b"),
    "hours": (r"hours?\b", r"Stunden?\b"),
    "days": (r"days?\b", r"Tagen?\b|Tage\b"),
    "weeks": (r"weeks?\b", r"Wochen?\b"),
    "months": (r"months?\b", r"Monaten?\b|Monate\b"),
    "breaths": (r"breaths\b", r"Atemzügen?\b|Atemzüge\b"),
    "times": (r"times\b", r"mal\b"),
    "cm": (r"cm\b", r"cm\b"),
    "fingers": (r"fingers?\b(?! pads)|finger-widths\b", r"Finger breit\b"),
}


def read(path: str, german: bool) -> Any:
    return yaml.safe_load(((GERMAN if german else DATA) / path).read_text(encoding="utf-8"))


def by_id(path: str, part: str, german: bool) -> dict[str, dict[str, Any]]:
    rows = read(path, german)
    return {row["id"]: row for row in (rows[part] if part else rows)}


TECHNIQUES = {
    name: (by_id(f"techniques/{name}", "", False), by_id(f"techniques/{name}", "", True)) for name in FAMILIES
}
PARTS = [(path, part) for path, parts in FIELDS.items() for part in parts]


def steps() -> Iterator[tuple[str, str, str]]:
    """Where, English, German: every step of every level."""
    for english, german in TECHNIQUES.values():
        for id_, technique in english.items():
            for number, level in technique["levels"].items():
                for place, pair in enumerate(zip(level["steps"], german[id_]["levels"][number]["steps"], strict=True)):
                    yield f"{id_} {number}.{place + 1}", *pair


def heads() -> Iterator[tuple[str, str, str]]:
    """Where, English, German: name, feel and ladder of every technique."""
    for english, german in TECHNIQUES.values():
        for id_, technique in english.items():
            yield f"{id_} name", technique["name"], german[id_]["name"]
            yield f"{id_} feel", technique["feel"], german[id_]["feel"]
            for place, pair in enumerate(zip(technique["ladder"], german[id_]["ladder"], strict=True)):
                yield f"{id_} ladder.{place + 1}", *pair


def records() -> Iterator[tuple[str, str, str]]:
    """Where, English, German: every translated field of the other files, answers included."""
    for path, part in PARTS:
        german = by_id(path, part, True)
        for id_, row in by_id(path, part, False).items():
            for field in FIELDS[path][part]:
                yield f"{path} {id_} {field}", row[field], german[id_][field]
            yield from ((f"{path} {id_} {key}", key, said) for key, said in german[id_].get("options", {}).items())
            if "follow_up" in row:
                yield f"{path} {id_} follow_up", row["follow_up"]["text"], german[id_]["follow_up"]["text"]


STEPS = list(steps())
EVERYTHING = [*STEPS, *heads(), *records()]


def in_digits(text: str, language: str) -> str:
    words = WORDS["numbers"][language]
    return re.sub(r"\w+", lambda found: str(words.get(found[0].lower(), found[0])), text)


def numbers(text: str, language: str) -> Counter[str]:
    known = WORDS["ordinals"][language]
    ordinals = [f"{known[word]}." for word in re.findall(r"\w+", text) if word in known]
    return Counter(re.findall(r"\d+", in_digits(text, language))) + Counter(ordinals)


def measures(text: str, language: str) -> Counter[tuple[str, str]]:
    """Number and unit together: '3 langsame Atemzüge' is (3, breaths)."""
    plain = in_digits(text, language)
    which = 0 if language == "en" else 1
    return Counter(
        (number, unit)
        for unit, forms in UNITS.items()
        for number in re.findall(rf"(\d+)[ -](?:[a-zä]+ )?(?:{forms[which]})", plain)
    )


def sentences(text: str) -> list[int]:
    return [len(part.split()) for part in re.split(r"[.!?:;](?:\s|$)", text) if part.strip()]


def wrong(pairs: list[tuple[str, str, str]], fault: Any) -> dict[str, str]:
    return {where: german for where, english, german in pairs if fault(english, german)}


@pytest.mark.parametrize("name", FAMILIES)
def test_every_technique_has_its_german_words_at_every_level(name: str) -> None:
    english, german = TECHNIQUES[name]
    assert list(german) == list(english)
    for id_, technique in german.items():
        assert set(technique) == {"id", "name", "ladder", "feel", "levels"}, id_
        assert len(technique["ladder"]) == 3, id_
        assert {number: len(level["steps"]) for number, level in technique["levels"].items()} == {
            number: len(level["steps"]) for number, level in english[id_]["levels"].items()
        }, id_
        assert all(set(level) == {"steps"} for level in technique["levels"].values()), id_


@pytest.mark.parametrize(("path", "part"), PARTS)
def test_every_record_has_its_german_words_and_nothing_else(path: str, part: str) -> None:
    english, german = by_id(path, part, False), by_id(path, part, True)
    assert list(german) == list(english)
    for id_, row in english.items():
        answers = isinstance(row.get("options"), list)
        wanted = {"id", *FIELDS[path][part], *(["options"] if answers else [])}
        assert set(german[id_]) == wanted | ({"follow_up"} & set(row)), id_
        if answers:
            assert list(german[id_]["options"]) == row["options"], id_


def test_no_german_file_is_without_its_english_one() -> None:
    there = {path.relative_to(GERMAN).as_posix() for path in GERMAN.rglob("*.yaml")}
    assert there == {*FIELDS, *(f"techniques/{name}" for name in FAMILIES), *(f"{name}.yaml" for name in TEXTS)}


def test_every_text_is_text_without_loose_space() -> None:
    assert not wrong(EVERYTHING, lambda _, de: not isinstance(de, str) or not de or " ".join(de.split()) != de)


def test_every_number_of_the_english_is_in_the_german() -> None:
    assert not wrong(EVERYTHING, lambda en, de: numbers(en, "en") != numbers(de, "de"))


def test_every_number_counts_the_same_thing() -> None:
    assert not wrong(EVERYTHING, lambda en, de: measures(en, "en") != measures(de, "de"))


def test_steps_write_numbers_as_digits() -> None:
    words = re.compile(rf"\b({'|'.join(WORDS['numbers']['de'])})\b")
    assert not wrong(STEPS, lambda _, de: words.search(de.replace("2 Tennisbälle", "")))


def test_a_place_or_a_tool_keeps_its_one_german_name() -> None:
    texts = [*STEPS, *(text for text in records() if text[0].startswith(("zones", "stop_signs")))]
    faults = {
        f"{where}: {term}": german
        for where, english, german in texts
        for term, said in WORDS["terms"].items()
        if re.search(rf"\b{term}", english, re.IGNORECASE) and not re.search(said, german)
    }
    assert faults == {}


def test_what_must_not_be_done_must_not_be_done_in_german() -> None:
    def lost(english: str, german: str) -> bool:
        if re.search(r"\bnever\b", english, re.IGNORECASE) and not re.search(r"\bnie\b", german, re.IGNORECASE):
            return True
        return bool(re.search(WORDS["denials"]["en"], english, re.IGNORECASE)) and not re.search(
            WORDS["denials"]["de"], german, re.IGNORECASE
        )

    texts = [*STEPS, *(text for text in records() if text[0].startswith(("zones", "rules")))]
    assert not wrong(texts, lost)


def test_the_spine_the_kidneys_and_the_throat_are_named_beyond_doubt() -> None:
    zones = {id_: row["say"] for id_, row in by_id("zones.yaml", "no_load_zones", True).items()}
    assert zones["spine"] == "Nie auf die Knochen der Wirbelsäule."
    assert zones["kidney"] == "Nie auf den weichen Bereich unter den Rippen."
    assert zones["carotid_vertebral"] == "Nie vorn oder seitlich auf den Hals."


def test_one_english_step_has_one_german_step() -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for _, english, german in STEPS:
        found[english].add(german)
    assert {english: german for english, german in found.items() if len(german) > 1} == {}


def test_a_step_begins_with_what_to_do() -> None:
    assert not wrong(STEPS, lambda _, de: de.split()[0].rstrip(",:.") not in WORDS["verbs"].split())


def test_sentences_are_short() -> None:
    def long(where: str, english: str, german: str) -> bool:
        limit = MOST_WORDS
        if where.startswith(LISTS):
            limit = max(limit, round(1.3 * max(sentences(english))))
        return max(sentences(german)) > limit

    assert {where: de for where, en, de in EVERYTHING if " ladder" not in where and long(where, en, de)} == {}


def test_most_steps_have_sentences_of_at_most_12_words() -> None:
    long = [de for de in {de for _, _, de in STEPS} if max(sentences(de)) > 12]
    assert len(long) <= len({de for _, _, de in STEPS}) // 10


def test_steps_fit_the_player_as_the_english_ones_do() -> None:
    assert not wrong(STEPS, lambda _, de: len(de) > STEP_LENGTH)
    assert all(
        len(level["steps"]) <= MOST_STEPS
        for _, de in TECHNIQUES.values()
        for t in de.values()
        for level in t["levels"].values()
    )


def test_nothing_is_promised_and_nobody_is_scolded() -> None:
    assert not wrong(EVERYTHING, lambda _, de: any(word in de.lower() for word in WORDS["forbidden"].split()))


def test_no_english_is_left() -> None:
    assert not wrong(
        EVERYTHING,
        lambda _, de: (
            set(re.findall(r"[a-zäöüß]+", de.replace("Frozen Shoulder", "").lower())) & set(WORDS["english"].split())
        ),
    )


def test_clients_are_called_du() -> None:
    assert not wrong(EVERYTHING, lambda _, de: re.search(r"\b(Sie|Ihr|Ihre[mnrs]?|Ihnen|man)\b", de))


def test_quotes_and_brackets_come_in_pairs() -> None:
    def torn(_: str, german: str) -> bool:
        pairs = german.count("„") == german.count("“") and german.count("(") == german.count(")")
        return not pairs or any(sign in german for sign in "\"'`´”")

    assert not wrong(EVERYTHING, torn)


def test_a_swap_to_a_softer_ball_puts_its_name_into_the_german_steps() -> None:
    tools, german_tools = by_id("tools.yaml", "", False), by_id("tools.yaml", "", True)
    balls = ("Tennisball", "weichen Ball", "Lacrosseball", "Golfball", "weiche Rolle", "feste Rolle")
    for english, german in TECHNIQUES.values():
        for id_, technique in english.items():
            for number, level in technique["levels"].items():
                for step, said in zip(level["steps"], german[id_]["levels"][number]["steps"], strict=True):
                    rest = said
                    for tool in set(level["tools"]) - {"hands", "none"}:
                        assert (tools[tool]["noun"] in step) == (german_tools[tool]["noun"] in said), (
                            id_,
                            number,
                            said,
                        )
                        rest = rest.replace(german_tools[tool]["noun"], "")
                    assert not [ball for ball in balls if ball in rest], (id_, number, said)


def test_no_two_entries_of_a_list_have_the_same_name() -> None:
    for path, part in PARTS:
        if path in ("regions.yaml", "tools.yaml", "labels.yaml", "stop_signs.yaml", "starters.yaml"):
            field = FIELDS[path][part][0]
            names = Counter(row[field] for row in by_id(path, part, True).values())
            assert max(names.values()) == 1, (path, part)
