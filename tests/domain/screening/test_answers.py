"""Which answers fit their questions, and what an answer raises that nobody can read."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from pith.content.loader import load_content
from pith.domain.screening import faults, told_in, unread_in, unread_raises
from tests import logs

POLICY = load_content().policy
TODAY = date(2026, 3, 2)
CALF = {"region": "calf", "side": "left"}
GOAL = {"activity": "Climb the stairs", "score": 4}


def paths(question: str, answer: Any) -> set[str]:
    found = faults(POLICY.questions[question], answer, TODAY)
    assert all(why.endswith(".") for why in found.values())
    return set(found)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("q01", 0),
        ("q01", 130),
        ("q02", "none"),
        ("q02", [CALF]),
        ("q02", {"sites": [CALF], "chosen": None}),
        ("q03", 0),
        ("q03", 10),
        ("q04", "over 3 months"),
        ("q04", {"chosen": "under 3 days", "follow_up": "not sure", "sites": [CALF]}),
        ("q05", ["none"]),
        ("q05", ["rf_dvt", "rf_chest"]),
        ("q06", ["none"]),
        ("q06", {"chosen": ["hurt in the last 3 days"], "on": "2026-03-02", "sites": [CALF]}),
        ("q06", {"chosen": ["hurt in the last 3 days"], "on": None, "sites": []}),
        ("q07", ["no"]),
        ("q08", "no"),
        ("q08", [{"region": "calf", "side": "both"}, {"region": "upper_back", "side": "middle"}]),
        ("q08", [{"region": "whole_body", "side": "both"}]),
        ("q09", "not sure"),
        ("q04", "none"),
        ("q08", "yes"),
        ("q08", "none"),
        ("q06", {"entries": [{"chosen": ["hurt in the last 3 days"], "sites": [CALF], "on": "2026-03-01"}]}),
        ("q21", {"entries": [{"chosen": ["wound"], "sites": [CALF]}, {"chosen": ["raised scar"]}]}),
        ("q28", ["none"]),
        ("q15", "none"),
        ("q15", {"chosen": "no", "entries": []}),
        ("q12", "not sure"),
        ("q13", "yes and it is over"),
        ("q15", "no"),
        ("q15", "not sure"),
        ("q15", {"on": "2026-01-10", "sites": [CALF], "agreed": True}),
        ("q15", {"entries": [{"on": "2026-01-10"}]}),
        ("q15", {"entries": [{"on": "2026-01-10", "agreed": "no"}, {"sites": [CALF], "agreed": "not sure"}]}),
        ("q15", {"entries": [{"on": "2026-01-10"}] * 20}),
        ("q16", "no"),
        ("q16", {"chosen": "weeks 14-27", "due": "2026-08-01"}),
        ("q16", {"chosen": "birth in the last 12 weeks", "on": "2026-02-01"}),
        ("q16", {"chosen": "weeks 0-13", "due": (TODAY + timedelta(280)).isoformat()}),
        ("q16", {"chosen": "weeks 0-13", "due": (TODAY - timedelta(280)).isoformat()}),
        ("q18", {"chosen": "now or under treatment", "sites": [CALF]}),
        ("q26", {"chosen": "yes", "text": "x" * 1000, "sites": [CALF]}),
        ("q26", "no"),
        ("q27", [GOAL, GOAL, GOAL]),
        ("q27", [{"activity": "x" * 200, "score": 0}]),
        ("q28", ["two_balls_sock", "tennis_ball"]),
        ("q29", {"time": "07:00", "consent": "yes"}),
        ("q29", {"time": None, "consent": "no"}),
        ("q29", {"time": "23:59", "consent": "no"}),
    ],
)
def test_an_answer_that_fits(question: str, answer: Any) -> None:
    assert paths(question, answer) == set()


@pytest.mark.parametrize(
    ("question", "answer", "wrong"),
    [
        ("q01", "forty", {""}),
        ("q01", 12.5, {""}),
        ("q01", True, {""}),
        ("q01", -1, {""}),
        ("q01", 131, {""}),
        ("q01", None, {""}),
        ("q03", 11, {""}),
        ("q04", "last year", {""}),
        ("q04", ["over 3 months"], {""}),
        ("q04", {"entries": [{"chosen": "over 3 months"}]}, {"entries"}),
        ("q04", {"chosen": "under 3 days", "follow_up": "maybe"}, {"follow_up"}),
        ("q04", {"chosen": "under 3 days", "on": "2026-03-01"}, {"on"}),
        ("q05", "rf_dvt", {""}),
        ("q05", ["rf_dvt", "rf_flu"], {"1"}),
        ("q05", ["rf_dvt", "none"], {""}),
        ("q05", [{"a": 1}], {""}),
        ("q05", [3], {"0"}),
        ("q06", {"chosen": ["none", "hurt in the last 3 days"]}, {"chosen"}),
        ("q06", {"chosen": ["hurt in the last 3 days"], "on": "2026-03-03"}, {"on"}),
        ("q06", {"chosen": ["hurt in the last 3 days"], "on": "yesterday"}, {"on"}),
        ("q06", {"chosen": ["hurt in the last 3 days"], "on": "20260301"}, {"on"}),
        ("q06", {"chosen": ["hurt in the last 3 days"], "on": "2026-13-01"}, {"on"}),
        ("q06", {"chosen": ["hurt in the last 3 days"], "on": 3}, {"on"}),
        ("q06", {"chosen": ["hurt in the last 3 days"], "due": "2026-03-01"}, {"due"}),
        ("q06", {"chosen": ["x", "none"]}, {"chosen.0"}),
        ("q06", {"sites": [CALF]}, {"chosen"}),
        ("q06", {"chosen": [], "sites": [CALF]}, {"chosen"}),
        ("q06", [CALF], {""}),
        ("q07", ["no", "other"], {""}),
        ("q08", "perhaps", {""}),
        ("q08", [], {""}),
        ("q08", [{"region": "moon", "side": "left"}], {"0.region"}),
        ("q08", [{"region": ["calf"], "side": "left"}], {"0.region"}),
        ("q08", [CALF, 3], {"1.region"}),
        ("q08", [{"region": "calf"}], {"0.side"}),
        ("q08", [{"region": "calf", "side": "middle"}], {"0.side"}),
        ("q08", [{"region": "neck_front", "side": "both"}], {"0.side"}),
        ("q08", [{**CALF, "strength": 3}], {"0.strength"}),
        ("q08", {"sites": "calf"}, {"sites"}),
        ("q08", {"sites": [CALF] * 61}, {"sites"}),
        ("q08", {"sites": [CALF], "on": "2026-03-01"}, {"on"}),
        ("q12", True, {""}),
        ("q12", {"chosen": "yes", "sites": [CALF]}, {"sites"}),
        ("q15", "yes", {""}),
        ("q15", {"chosen": "yes"}, {"chosen"}),
        ("q15", {"chosen": "no", "entries": [{"on": "2026-01-10"}]}, {"entries"}),
        ("q15", {"chosen": "no", "on": "2026-01-10"}, {"on"}),
        ("q15", 3, {""}),
        ("q15", {"entries": "two"}, {"entries"}),
        ("q15", {"entries": [{"on": "2026-01-10"}] * 21}, {"entries"}),
        ("q15", {"entries": [{"on": "2026-01-10"}, 3]}, {"entries.1"}),
        ("q15", {"entries": [{"on": "2026-03-03", "agreed": "perhaps"}]}, {"entries.0.on", "entries.0.agreed"}),
        ("q15", {"entries": [{"on": "2026-01-10"}], "on": "2026-01-10"}, {"entries"}),
        ("q15", {"on": "2026-03-03"}, {"on"}),
        ("q15", {"on": "2026-03-01", "agreed": 1}, {"agreed"}),
        ("q16", {"chosen": "weeks 14-27", "due": (TODAY + timedelta(281)).isoformat()}, {"due"}),
        ("q16", {"chosen": "weeks 14-27", "due": (TODAY - timedelta(281)).isoformat()}, {"due"}),
        ("q16", {"chosen": "weeks 14-27", "due": "soon"}, {"due"}),
        ("q16", {"chosen": "weeks 14-27", "text": "twins"}, {"text"}),
        ("q26", {"chosen": "yes", "text": "x" * 1001}, {"text"}),
        ("q26", {"chosen": "yes", "text": ["x"]}, {"text"}),
        ("q26", {"chosen": "yes", "text": "a\x00b"}, {"text"}),
        ("q26", {"chosen": "yes", "text": "a\ud800b"}, {"text"}),
        (
            "q21",
            {"entries": [{"chosen": ["wound"]}, {"chosen": ["hole"], "sites": [{"region": "moon"}]}]},
            {"entries.1.chosen.0", "entries.1.sites.0.region"},
        ),
        ("q21", {"entries": [{"sites": [CALF]}, 3]}, {"entries.0.chosen", "entries.1"}),
        ("q21", {"entries": [{"chosen": ["wound"]}], "sites": [CALF]}, {"entries"}),
        ("q27", [GOAL] * 4, {""}),
        ("q27", "Stairs", {""}),
        ("q27", [{"activity": "Stairs"}], {"0.score"}),
        ("q27", [{"activity": "x" * 201, "score": 11}], {"0.activity", "0.score"}),
        ("q27", [GOAL, 3], {"1"}),
        ("q28", ["a broom"], {"0"}),
        ("q28", ["none", "tennis_ball"], {""}),
        ("q28", [["tennis_ball"]], {"0"}),
        ("q29", {"time": "7:00", "consent": "yes"}, {"time"}),
        ("q29", {"time": 7, "consent": "yes"}, {"time"}),
        ("q29", {"time": "24:00", "consent": "yes"}, {"time"}),
        ("q29", {"time": "07:00"}, {"consent"}),
        ("q29", "07:00", {""}),
        ("q29", {"time": "07:00", "consent": True}, {"consent"}),
        ("q12", {"x" * 80: 1, "chosen": "yes"}, {"x" * 64}),
    ],
)
def test_an_answer_that_does_not_fit_is_named(question: str, answer: Any, wrong: set[str]) -> None:
    assert paths(question, answer) == wrong


@pytest.mark.parametrize(
    ("question", "answer", "raised"),
    [
        ("q01", "forty", ["minor"]),
        ("q04", "since Tuesday", ["acute_injury"]),
        ("q05", ["rf_newer"], ["any_red_flag"]),
        ("q09", "perhaps", ["osteoporosis"]),
        ("q12", "perhaps", ["blood_thinners"]),
        ("q12", 3.5, ["blood_thinners"]),
        ("q12", {"chosen": 3}, ["blood_thinners"]),
        ("q12", {"new_field": "yes"}, ["blood_thinners"]),
        ("q13", "not sure", ["dvt_history", "dvt"]),
        ("q15", "perhaps", ["surgery_lt_1w", "surgery_no_approval"]),
        ("q16", "weeks 40+", ["pregnancy_t1"]),
        ("q25", ["stairs are hard"], ["floor_access", "supine_intolerance", "falls_risk"]),
        ("q25", ["all fine", "stairs are hard"], ["floor_access", "supine_intolerance", "falls_risk"]),
        ("q26", "perhaps", ["trauma_history"]),
        ("q27", "Stairs", []),
        ("q99", "yes", []),
        (
            "d1",
            ["a thing of a newer app"],
            ["acute_injury", "acute_inflammation", "open_wound", "skin_infection", "fever_illness"],
        ),
    ],
)
def test_what_cannot_be_read_counts_as_not_being_sure(question: str, answer: Any, raised: list[str]) -> None:
    assert list(unread_raises(POLICY, question, answer)) == raised


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("q01", 40),
        ("q04", {"chosen": "under 3 days", "follow_up": "no"}),
        ("q06", {"chosen": ["hurt in the last 3 days"], "sites": [{"region": "moon"}]}),
        ("q08", [CALF]),
        ("q09", "not sure"),
        ("q12", "no"),
        ("q12", None),
        ("q12", {"chosen": []}),
        ("q12", False),
        ("q15", {"entries": [{"on": "2026-01-10"}]}),
        ("q16", {"chosen": "no"}),
        ("q22", ["none"]),
        ("d1", ["nothing new"]),
        ("d2", "not sure"),
    ],
)
def test_what_can_be_read_raises_no_more_than_it_says(question: str, answer: Any) -> None:
    assert unread_raises(POLICY, question, answer) == ()


def test_what_was_told_is_not_raised_twice_and_what_ends_by_itself_has_its_day() -> None:
    log = logs.make("check", answers={"d1": ["new injury", "a thing of a newer app"], "d2": "perhaps"})
    at = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
    told = told_in(POLICY, log, at)
    found = unread_in(POLICY, log, at, told)
    assert [(one.id, one.flag, one.since) for one in (*told, *found)] == [
        (f"{log['id']}:0", "acute_injury", TODAY),
        (f"{log['id']}:1", "acute_inflammation", None),
        (f"{log['id']}:2", "open_wound", None),
        (f"{log['id']}:3", "skin_infection", None),
        (f"{log['id']}:4", "fever_illness", TODAY),
        (f"{log['id']}:5", "dulled_pain_today", TODAY),
    ]
    assert all((one.act, one.at) == ("raise", at) for one in found)


def test_only_answers_can_be_unread() -> None:
    at = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
    assert unread_in(POLICY, logs.make("flag", flag_id="perhaps"), at, ()) == ()
    (found,) = unread_in(POLICY, logs.make("intake", question_id="q12", answer="perhaps"), at, ())
    assert found.flag == "blood_thinners"


def test_every_answer_of_the_tests_phone_can_be_read() -> None:
    for question, answer in logs.BY_KIND["check"]["answers"].items():
        assert unread_raises(POLICY, question, answer) == ()


def test_every_option_of_every_question_can_be_read_and_fits() -> None:
    for question in POLICY.questions.values():
        for word in question.words:
            several = "multi" in question.asks
            if question.id != "q15" or word != "yes":
                assert faults(question, [word] if several else word, TODAY) == {}
            if word != "not sure":
                assert unread_raises(POLICY, question.id, [word]) == ()
