"""Answers of the intake: from her phone and from the room, kept sealed, due again when it is time, and their flags."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from pith.content.loader import load_content
from pith.services.transaction import AnySession
from pith.store.answers import AnswerEntry
from pith.store.practice import Alert
from tests import logs
from tests.cast import Cast
from tests.conftest import MONDAY, Clock
from tests.furnished import everywhere
from tests.services.intake_world import (
    CALF,
    SAFETY,
    Json,
    answers,
    due,
    flags_on,
    intake,
    listed,
    path,
    push,
    told_all,
    write,
)
from tests.services.sync_world import pull

SECRET = "Never from behind, please"


def test_a_new_client_has_everything_to_answer(cast: Cast) -> None:
    found = intake(cast)
    assert (found["today"], found["open"], found["answers"]) == ("2026-03-02", False, [])
    assert set(due(cast).values()) == {"first"}
    assert "q17" not in due(cast)
    assert listed(cast) == {"open": False, "due": len(SAFETY)}


def test_her_answers_open_the_program_when_the_last_safety_question_is_answered(cast: Cast) -> None:
    *most, last = told_all()
    push(cast.client, *most)
    assert not intake(cast)["open"]
    assert listed(cast) == {"open": False, "due": 1}
    push(cast.client, last)
    assert intake(cast)["open"]
    assert listed(cast) == {"open": True, "due": 0}
    assert flags_on(cast) == []


def test_a_clearance_stands_for_the_safety_questions_and_is_not_the_gate_of_them(cast: Cast) -> None:
    push(cast.client, *told_all())
    assert pull(cast.client).get_json()["gate"]["open"] is False
    cast.owner.http.post(f"/api/v1/clients/{cast.client.id}/clearance", json={"note": ""})
    assert pull(cast.client).get_json()["gate"]["open"] is True


def test_a_clearance_alone_opens_and_ends_with_it(cast: Cast) -> None:
    url = f"/api/v1/clients/{cast.client.id}/clearance"
    cast.owner.http.post(url, json={"note": ""})
    assert listed(cast) == {"open": True, "due": 0}
    cast.owner.http.delete(url)
    assert listed(cast)["open"] is False


def test_an_answer_shows_who_when_which_questions_and_what_was_said_before(cast: Cast, clock: Clock) -> None:
    push(cast.client, logs.make("intake", question_id="q12", answer="no"))
    clock.forward(minutes=10)
    write(cast, {"q12": "yes"})
    shown = answers(cast)["q12"]
    assert (shown["answer"], shown["answered_on"]) == ("yes", "2026-03-02")
    assert shown["by"] == {"id": cast.owner.id, "name": "Owner of Practice A"}
    assert shown["version"] == load_content().catalogue.version
    (before,) = shown["earlier"]
    assert (before["answer"], before["by"], before["answered_on"]) == ("no", None, "2026-03-02")


def test_an_answer_in_the_room_counts_although_her_phone_is_ahead(cast: Cast, clock: Clock) -> None:
    push(cast.client, logs.make("intake", at=MONDAY + timedelta(days=400), question_id="q12", answer="no"), at=clock())
    write(cast, {"q12": "yes"})
    write(cast, {"q12": "not sure"})
    assert answers(cast)["q12"]["answer"] == "not sure"
    assert [one["answer"] for one in answers(cast)["q12"]["earlier"]] == ["yes", "no"]


def test_an_answer_in_the_room_raises_the_flags_that_her_phone_would(cast: Cast, session: AnySession) -> None:
    write(cast, {"q05": ["rf_dvt"], "q08": [CALF], "q12": "not sure"})
    found = cast.owner.http.get(f"/api/v1/clients/{cast.client.id}/flags").get_json()["flags"]
    by = {"id": cast.owner.id, "name": "Owner of Practice A"}
    assert [(flag["flag_id"], flag["sites"], flag["by"], flag["source"]) for flag in found] == [
        ("rf_dvt", [], by, "intake"),
        ("fracture_unhealed", [CALF], by, "intake"),
        ("blood_thinners", [], by, "intake"),
    ]
    assert session.scalars(select(Alert)).all() == []


def test_each_operation_keeps_its_own_day(cast: Cast) -> None:
    told = {"entries": [{"on": "2026-02-20", "sites": [CALF], "agreed": "yes"}, {"on": "2026-02-28", "agreed": "no"}]}
    write(cast, {"q15": told})
    assert flags_on(cast) == ["surgery_1_6w", "surgery_lt_1w", "surgery_no_approval"]


@pytest.mark.parametrize(
    ("given", "fields"),
    [
        ({}, {"answers"}),
        ({"q99": "yes"}, {"answers.q99"}),
        ({"d1": ["nothing new"]}, {"answers.d1"}),
        ({"q12": "perhaps"}, {"answers.q12"}),
        ({"q12": None}, {"answers.q12"}),
        ({"q07": {"chosen": ["other"], "on": "2026-03-03"}}, {"answers.q07.on"}),
        ({"q08": [{"region": "calf"}], "q01": "x"}, {"answers.q08.0.side", "answers.q01"}),
        (
            {"q15": {"entries": [{"on": "2026-01-01", "sites": [{"region": "moon"}]}]}},
            {"answers.q15.entries.0.sites.0.region"},
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_name_and_nothing_is_written(cast: Cast, given: Json, fields: set[str]) -> None:
    answer = write(cast, {"q14": "yes", **given} if given else {}, 422)
    assert set(answer["fields"]) == fields
    assert intake(cast)["answers"] == []
    assert flags_on(cast) == []


def test_what_her_phone_says_and_nobody_can_read_is_kept_and_raises_what_not_being_sure_raises(cast: Cast) -> None:
    push(cast.client, logs.make("intake", question_id="q12", answer="perhaps"))
    push(cast.client, logs.make("intake", question_id="q05", answer=["rf_of_a_newer_app"]))
    push(cast.client, logs.make("intake", question_id="q08", answer=[{"region": ["calf"], "side": 7}]))
    assert flags_on(cast) == ["blood_thinners", "any_red_flag", "fracture_unhealed"]
    assert answers(cast)["q12"]["answer"] == "perhaps"


def test_an_answer_that_says_nothing_leaves_the_question_open(cast: Cast) -> None:
    push(cast.client, *told_all())
    push(cast.client, logs.make("intake", at=logs.RECORDED + timedelta(minutes=1), question_id="q12", answer=None))
    assert due(cast)["q12"] == "first"


def test_an_answer_that_is_taken_back_is_no_answer_in_whichever_order_they_arrive(cast: Cast) -> None:
    for first, second in ((0, 1), (1, 0)):
        log = logs.make("intake", question_id="q14", answer="no")
        pair = log, logs.make("void", voids=log["id"])
        push(cast.client, pair[first])
        push(cast.client, pair[second])
        assert "q14" in due(cast)
    assert answers(cast) == {}


def test_words_of_an_answer_lie_nowhere_in_the_open(cast: Cast, session: AnySession) -> None:
    push(cast.client, logs.make("intake", question_id="q26", answer={"chosen": "yes", "text": SECRET}))
    write(cast, {"q26": {"chosen": "yes", "text": SECRET}, "q27": [{"activity": SECRET, "score": 3}]})
    session.rollback()  # what this test looked at earlier is old
    assert everywhere(session, SECRET) == []
    assert answers(cast)["q26"]["answer"]["text"] == SECRET
    assert session.scalars(select(AnswerEntry.question_id)).all() != []


@pytest.mark.parametrize("who", ["colleague", "stranger", "client", "other_client", "strangers_client", "lost_phone"])
def test_nobody_else_reads_or_writes_her_answers(cast: Cast, who: str) -> None:
    someone = getattr(cast, who)
    push(cast.client, logs.make("intake", question_id="q12", answer="yes"))
    assert someone.http.get(path(cast)).status_code in (401, 404)
    assert someone.http.post(path(cast), json={"answers": {"q14": "no"}}).status_code in (401, 404)
    assert set(answers(cast)) == {"q12"}


def test_the_list_says_the_same_as_her_page_for_every_client(cast: Cast) -> None:
    push(cast.client, *told_all())
    push(cast.other_client, logs.make("intake", question_id="q12", answer="no"))
    for row in cast.owner.http.get("/api/v1/clients").get_json()["clients"]:
        page = cast.owner.http.get(f"/api/v1/clients/{row['id']}/intake").get_json()
        due = [one for one in page["due"] if one["question_id"] in {*SAFETY, "q17"}]
        assert row["safety"] == {"open": page["open"], "due": len(due)}
