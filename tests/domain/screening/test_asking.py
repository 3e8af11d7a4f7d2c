"""Which questions are due: the table that the phone runs too, and what the questions of the intake are."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from pith.content.loader import load_content
from pith.domain.screening import Asked, Due, News, Said, answers_in, asking, is_held, is_told

TABLE = json.loads((Path(__file__).parents[2] / "contract" / "asking.json").read_text())
POLICY = load_content().policy


def at(given: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(given.get("at", f"{given['on']}T12:00:00Z"))


def said(given: dict[str, Any]) -> Said:
    chosen = [word for one in answers_in(given.get("answer")) for word in one.chosen]
    return Said(date.fromisoformat(given["on"]), at(given), tuple(chosen))


@pytest.mark.parametrize("case", TABLE["cases"], ids=[case["name"] for case in TABLE["cases"]])
def test_what_is_due(case: dict[str, Any]) -> None:
    questions = [
        Asked(one["id"], one["safety"], {other: frozenset(words) for other, words in one["show_if"].items()})
        for one in case.get("questions", TABLE["questions"])
    ]
    answered = {id_: said(one) for id_, one in case["answered"].items() if is_told(one["answer"])}
    news = [News(at(one), tuple(one["reask"])) for one in case.get("news", ())]
    cleared = said(case["clearance"]) if case.get("clearance") else None
    last = date.fromisoformat(case["last_practice"]) if case.get("last_practice") else None
    today = date.fromisoformat(case.get("today", TABLE["today"]))
    found = asking(questions, answered, news, cleared, last, today, case.get("numbers", {}))
    assert (found.open, found.due) == (case["open"], tuple(Due(*one) for one in case["due"]))


def test_a_practice_may_ask_sooner() -> None:
    questions = [Asked("q11", True)]
    told = {"q11": Said(date(2026, 2, 1), datetime(2026, 2, 1, 12, tzinfo=UTC))}

    def why(today: date, practised: date, **numbers: int) -> list[str]:
        return [one.why for one in asking(questions, told, (), None, practised, today, numbers).due]

    assert why(date(2026, 2, 15), date(2026, 2, 1), pause_days=14) == ["pause"]
    assert why(date(2026, 2, 14), date(2026, 2, 1), pause_days=14) == []
    assert why(date(2026, 5, 2), date(2026, 5, 1), reask_days=90) == ["yearly"]
    assert why(date(2026, 5, 1), date(2026, 5, 1), reask_days=90) == []


def test_a_reminder_waits_for_what_was_never_answered_and_not_for_what_is_only_old() -> None:
    questions = [Asked("q11", True), Asked("q26", False), Asked("q17", True, {"q16": frozenset({"weeks 0-13"})})]
    day = datetime(2026, 2, 1, 12, tzinfo=UTC)
    told, later = Said(day.date(), day), Said(date(2026, 2, 3), day.replace(day=3))
    news = News(day.replace(day=2), ("q11", "q26"))
    assert is_held(questions, {}, [], None)
    assert not is_held(questions, {"q11": told}, [], None)  # a year later too
    assert not is_held(questions, {}, [], told)
    assert is_held(questions, {"q11": told}, [news], None)
    assert is_held(questions, {}, [news], told)
    assert not is_held(questions, {"q11": told}, [news], later)
    assert not is_held(questions, {"q11": later}, [news], told)
    assert not is_held(questions, {"q11": told}, [News(news.at, ("q26",))], None)


def test_the_program_waits_for_what_can_raise_a_flag_the_careful_touch_excepted() -> None:
    waits = [asked.id for asked in POLICY.intake if asked.safety]
    assert waits == ["q01", *(f"q{n:02}" for n in range(4, 26))]
    assert [asked.id for asked in POLICY.intake if not asked.safety] == ["q02", "q03", "q26", "q27", "q28", "q29"]


def test_one_question_is_asked_only_where_there_is_a_pregnancy() -> None:
    shown = {asked.id: asked.show_if for asked in POLICY.intake if asked.show_if}
    assert shown.keys() == {"q17"}
    assert shown["q17"]["q16"].isdisjoint({"no", "birth in the last 12 weeks"})
    assert len(shown["q17"]["q16"]) == 5


def test_news_of_the_daily_check_ask_again() -> None:
    assert POLICY.reask["d1"]["pregnancy news"] == ("q16", "q17")
    assert POLICY.reask["d1"]["surgery"] == ("q15",)
