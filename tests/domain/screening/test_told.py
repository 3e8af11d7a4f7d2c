"""From a phone's logs and a therapist's acts to flags: what is understood, what is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from pith.content.loader import load_content
from pith.domain.errors import Invalid
from pith.domain.screening import (
    Act,
    Raised,
    Site,
    answers_in,
    asked_again,
    check_act,
    covered,
    ends_by_itself,
    is_over,
    sites_in,
    told_in,
    words_in,
)
from tests import logs

POLICY = load_content().policy
AT = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
TODAY = date(2026, 3, 2)
CALF = {"region": "calf", "side": "left"}
LEFT_CALF = (Site("calf", "left"),)
WHY = "Seen by her doctor"


def flags(kind: str, **fields: Any) -> list[tuple[str, tuple[Site, ...], date | None]]:
    found = told_in(POLICY, logs.make(kind, **fields), AT)
    assert all(one.act == "raise" and one.at == AT and not one.by_therapist for one in found)
    return [(one.flag, one.sites, one.since) for one in found]


def answer(question: str, told: Any) -> list[tuple[str, tuple[Site, ...], date | None]]:
    return flags("intake", question_id=question, answer=told)


def test_a_flag_log_is_that_flag() -> None:
    (found,) = told_in(POLICY, log := logs.make("flag"), AT)
    assert (found.id, found.act, found.flag) == (log["id"], "raise", "open_wound")
    assert (found.sites, found.since) == (LEFT_CALF, date(2026, 3, 1))


def test_a_flag_log_that_is_off_lowers_and_a_lift_names_what_it_lifts() -> None:
    (off,) = told_in(POLICY, logs.without(logs.make("flag", on=False), "since", "sites"), AT)
    assert (off.act, off.sites, off.since) == ("lower", (), None)
    (lift,) = told_in(POLICY, logs.make("flag", on=False, act="lift", lifts="x", flag_id="rf_dvt"), AT)
    assert (lift.act, lift.covers) == ("lower", ("x",))


def test_other_logs_tell_no_flag() -> None:
    assert flags("note") == []


@pytest.mark.parametrize("told", ["yes", True, ["yes"], {"chosen": "yes"}, {"chosen": ["yes"]}, "not sure"])
def test_an_answer_may_be_written_in_several_ways(told: Any) -> None:
    assert answer("q12", told) == [("blood_thinners", (), None)]


@pytest.mark.parametrize("told", ["no", False, None, 3, [], {}, {"chosen": None}, {"chosen": {"a": 1}}])
def test_an_answer_that_says_no_or_nothing_raises_nothing(told: Any) -> None:
    assert answer("q12", told) == []


def test_an_answer_to_no_known_question_raises_nothing() -> None:
    assert answer("q99", "yes") == []


def test_a_number_is_an_answer() -> None:
    assert answer("q01", 17) == answer("q01", {"number": 17.0}) == [("minor", (), None)]
    assert answer("q01", 18) == answer("q01", {"number": True}) == []


def test_a_list_of_places_is_an_answer() -> None:
    assert answer("q08", [CALF]) == answer("q08", {"sites": [CALF]}) == [("fracture_unhealed", LEFT_CALF, None)]


def test_a_place_that_is_none_counts_as_everywhere() -> None:
    assert answer("q08", {"sites": [CALF, {"region": "moon", "side": "left"}]}) == [("fracture_unhealed", (), None)]
    assert answer("q08", [{"region": "calf"}, 3]) == [("fracture_unhealed", (), None)]
    assert sites_in([CALF, {"region": "calf", "side": 3}]) == sites_in("calf") == ()


def test_a_follow_up_belongs_to_its_answer() -> None:
    told = {"chosen": "under 3 days", "follow_up": "yes", "sites": [CALF]}
    assert answer("q04", told) == [("acute_injury", LEFT_CALF, TODAY)]


def test_a_due_date_gives_the_first_day_of_a_pregnancy() -> None:
    told = {"chosen": ["weeks 14-27"], "due": "2026-08-01"}
    assert answer("q16", told) == [("pregnancy_t2", (), date(2025, 10, 25))]


@pytest.mark.parametrize("due", ["0001-01-05", "soon", 7])
def test_a_due_date_that_is_none_leaves_the_weeks_that_were_chosen(due: Any) -> None:
    assert answer("q16", {"chosen": ["weeks 14-27"], "due": due}) == [("pregnancy_t2", (), date(2025, 8, 19))]


def test_each_operation_is_an_answer_of_its_own() -> None:
    first = {"on": "2026-02-28", "sites": [CALF], "agreed": False}
    second = {"on": "2026-02-01", "sites": [], "agreed": "yes"}
    assert answer("q15", {"entries": [first, second]}) == [
        ("surgery_lt_1w", LEFT_CALF, date(2026, 2, 28)),
        ("surgery_no_approval", LEFT_CALF, date(2026, 2, 28)),
        ("surgery_1_6w", (), date(2026, 2, 1)),
    ]
    assert len(answers_in({"entries": "two"})) == 1


def test_the_same_twice_is_one_and_each_has_a_name_of_its_own() -> None:
    log = logs.make("intake", question_id="q05", answer=["rf_dvt", "rf_chest", "rf_dvt"])
    assert [(one.id, one.flag) for one in told_in(POLICY, log, AT)] == [
        (f"{log['id']}:0", "rf_dvt"),
        (f"{log['id']}:1", "rf_chest"),
    ]


def test_the_daily_check_raises_too() -> None:
    told = {"d1": ["fever or feeling ill", "something on the warning list"], "d2": True, "d3": 9}
    assert flags("check", answers=told) == [
        ("fever_illness", (), TODAY),
        ("any_red_flag", (), None),
        ("dulled_pain_today", (), TODAY),
    ]


def test_a_daily_check_names_the_questions_to_ask_again() -> None:
    assert asked_again(POLICY, {"d1": ["pregnancy news", "surgery", "surgery", "unheard of"], "d3": 4}) == (
        "q16",
        "q17",
        "q15",
    )
    assert asked_again(POLICY, {"d1": ["nothing new"], "d9": "surgery"}) == ()


def test_the_words_of_an_answer_are_those_of_all_its_entries() -> None:
    assert words_in({"entries": [{"chosen": ["wound"]}, {"chosen": "rash"}]}) == ("wound", "rash")
    assert words_in(3) == ()


RAISED = (
    Raised("bruises_easily", log="a"),
    Raised("rf_dvt", log="b"),
    Raised("surgery_lt_1w", since=date(2026, 2, 1), log="c"),
    Raised("from_a_newer_phone", log="d"),
)


@pytest.mark.parametrize(
    "act",
    [
        Act("bruises_easily", "raise"),
        Act("open_wound", "raise", LEFT_CALF, TODAY),
        Act("rf_chest", "raise"),
        Act("any_red_flag", "raise"),
        Act("bruises_easily", "lower", reason="It is over"),
        Act("from_a_newer_phone", "lower", reason="Not hers"),
        Act("surgery_lt_1w", "confirm", since=TODAY, reason="Healed well"),
        Act("rf_dvt", "lift", reason=WHY, lifts="b"),
        Act("bruises_easily", "lower", reason="It is over", covers=("a",)),
        Act("surgery_lt_1w", "confirm", since=TODAY, reason="Healed well", covers=("c",)),
    ],
)
def test_a_therapist_may(act: Act) -> None:
    check_act(POLICY, act, RAISED, TODAY)


@pytest.mark.parametrize(
    ("act", "fields"),
    [
        (Act("nonsense", "raise"), {"flag_id"}),
        (Act("bruises_easily", "raise", LEFT_CALF), {"sites"}),
        (Act("rf_chest", "raise", LEFT_CALF), {"sites"}),
        (Act("open_wound", "raise", since=date(2026, 3, 3)), {"since"}),
        (Act("bruises_easily", "lower", reason="  "), {"reason"}),
        (Act("bruises_easily", "lower", LEFT_CALF, reason="It is over"), {"sites"}),
        (Act("open_wound", "lower"), {"flag_id", "reason"}),
        (Act("rf_dvt", "lower", reason=WHY), {"act"}),
        (Act("surgery_lt_1w", "confirm"), {"since", "reason"}),
        (Act("surgery_1_6w", "confirm", since=TODAY, reason=WHY), {"flag_id"}),
        (Act("bruises_easily", "confirm", since=TODAY, reason=WHY), {"flag_id"}),
        (Act("acute_injury", "confirm", since=TODAY, reason=WHY), {"flag_id"}),
        (Act("bruises_easily", "lift", reason=WHY, lifts="a"), {"act"}),
        (Act("rf_dvt", "lift", reason=WHY), {"lifts"}),
        (Act("rf_dvt", "lift", reason=WHY, lifts="a"), {"lifts"}),
        (Act("rf_chest", "lift", reason=WHY, lifts="b"), {"lifts"}),
        (Act("rf_dvt", "lift", reason="Seen it, fine ", lifts="b"), {"reason"}),
        (Act("rf_dvt", "lift", reason=WHY, lifts="b", covers=("b",)), {"covers"}),
        (Act("bruises_easily", "raise", covers=("a",)), {"covers"}),
        (Act("bruises_easily", "lower", reason="It is over", covers=("a", "b")), {"covers"}),
        (Act("surgery_lt_1w", "confirm", since=TODAY, reason=WHY, covers=("gone",)), {"covers"}),
    ],
)
def test_a_therapist_may_not(act: Act, fields: set[str]) -> None:
    with pytest.raises(Invalid) as error:
        check_act(POLICY, act, RAISED, TODAY)
    assert set(error.value.fields) == fields


def test_only_what_ends_by_itself_is_ever_over_without_a_word() -> None:
    since = date(2026, 2, 1)
    assert ends_by_itself(POLICY, "fever_illness")
    assert not ends_by_itself(POLICY, "surgery_lt_1w")
    assert not ends_by_itself(POLICY, "blood_thinners")
    assert is_over(POLICY, Raised("acute_injury", since=since), date(2026, 2, 4))
    assert not is_over(POLICY, Raised("acute_injury", since=since), date(2026, 2, 3))
    assert not is_over(POLICY, Raised("acute_injury"), TODAY)
    assert not is_over(POLICY, Raised("surgery_lt_1w", since=date(2020, 1, 1)), TODAY)
    assert not is_over(POLICY, Raised("blood_thinners"), TODAY)


@pytest.mark.parametrize(
    ("act", "what"),
    [
        (Act("surgery_lt_1w", "lower"), ("c", "e")),
        (Act("surgery_lt_1w", "confirm"), ("c", "e")),
        (Act("surgery_lt_1w", "lower", covers=("e",)), ("e",)),
        (Act("rf_dvt", "lift", lifts="b"), ("b",)),
        (Act("rf_dvt", "lift"), ()),
        (Act("surgery_lt_1w", "raise"), ()),
    ],
)
def test_an_act_is_about_what_it_names_or_all_of_that_flag_that_is_on(act: Act, what: tuple[str, ...]) -> None:
    assert covered(act, (*RAISED, Raised("surgery_lt_1w", log="e"))) == what
