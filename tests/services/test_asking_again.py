"""When a client is asked again: after a year, a pause, news; and what her phone knows of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from pith.services import sessions
from pith.services.transaction import AnySession
from pith.services.transaction import write as write_to
from tests import logs
from tests.cast import Cast
from tests.conftest import Clock
from tests.services.intake_world import SAFETY, due, flags_on, intake, push, told_all, write
from tests.services.sync_world import assign, pull


@pytest.fixture
def later(cast: Cast, clock: Clock, session: AnySession) -> Callable[..., None]:
    """Moves the clock, and signs the owner in again."""

    def move(**step: float) -> None:
        clock.forward(**step)
        with write_to(session):
            cast.owner.token = sessions.open_session(
                session, clock(), "therapist", cast.owner.actor.practice_id, cast.owner.id, "A browser", None
            )

    return move


def test_a_daily_check_that_nobody_can_read_pauses_today_and_no_longer(cast: Cast, later: Callable[..., None]) -> None:
    push(cast.client, logs.make("check", answers={"d1": ["something of a newer app"]}))
    assert "fever_illness" in flags_on(cast)
    assert "any_red_flag" not in flags_on(cast)
    later(days=4)
    assert "fever_illness" not in flags_on(cast)


def test_safety_questions_come_again_after_a_year(cast: Cast, later: Callable[..., None]) -> None:
    push(cast.client, *told_all())
    later(days=364)
    write(cast, {"q12": "no"})
    later(days=1)
    assert {"yearly"} == {why for name, why in due(cast).items() if name in SAFETY and name != "q12"}
    assert "q12" not in due(cast)


def test_safety_questions_come_again_after_28_days_without_practice(
    cast: Cast, clock: Clock, later: Callable[..., None]
) -> None:
    assign(cast.owner, cast.client)
    push(cast.client, *told_all())
    practised = logs.RECORDED + timedelta(days=10)
    later(days=10)
    push(cast.client, logs.make("session", at=practised), at=clock())
    later(days=27)
    assert intake(cast)["open"]
    later(days=1)
    assert not intake(cast)["open"]
    assert due(cast)["q12"] == "pause"


def test_a_phone_from_the_future_does_not_keep_the_questions_away(cast: Cast, later: Callable[..., None]) -> None:
    assign(cast.owner, cast.client)
    push(cast.client, *told_all(), logs.make("session", at=logs.RECORDED + timedelta(days=900)))
    later(days=28)
    assert due(cast)["q12"] == "pause"


def test_news_of_the_daily_check_ask_again_until_they_are_answered(cast: Cast, later: Callable[..., None]) -> None:
    push(cast.client, *told_all())
    told_at = logs.RECORDED + timedelta(minutes=10)
    push(cast.client, logs.make("check", at=told_at, answers={"d1": ["pregnancy news"], "d2": "no"}))
    assert {name: why for name, why in due(cast).items() if why != "first"} == {"q16": "news"}
    assert pull(cast.client).get_json()["news"] == [
        {"on": "2026-03-02", "at": "2026-03-02T06:40:00Z", "reask": ["q16", "q17"]}
    ]
    later(hours=1)
    write(cast, {"q16": "weeks 14-27"})
    assert due(cast)["q17"] == "first"
    write(cast, {"q17": "no"})
    assert intake(cast)["open"]
    assert pull(cast.client).get_json()["news"] == []


def test_closing_the_program_closes_it_although_she_answered_everything(cast: Cast, later: Callable[..., None]) -> None:
    url = f"/api/v1/clients/{cast.client.id}/clearance"
    push(cast.client, *told_all())
    assert cast.owner.http.post(url, json={"note": ""}).status_code == 201
    later(minutes=1)
    assert cast.owner.http.delete(url).status_code == 204
    assert not intake(cast)["open"]
    assert {why for name, why in due(cast).items() if name in SAFETY} == {"news"}
    view = pull(cast.client).get_json()
    assert not view["gate"]["open"]
    assert [set(one["reask"]) >= {"q05", "q12", "q16"} for one in view["news"]] == [True]
    later(minutes=1)
    assert cast.owner.http.delete(url).status_code == 204
    assert len(pull(cast.client).get_json()["news"]) == 1
    assert cast.owner.http.post(url, json={"note": ""}).status_code == 201
    assert intake(cast)["open"]
    assert pull(cast.client).get_json()["news"] == []


def test_her_phone_is_shown_the_newest_answer_of_each_question_and_whose_it_is(cast: Cast, clock: Clock) -> None:
    before = pull(cast.client).headers["ETag"]
    push(cast.client, logs.make("intake", question_id="q12", answer="no"))
    after = pull(cast.client)
    assert after.headers["ETag"] != before
    assert after.get_json()["answers"] == [
        {
            "question_id": "q12",
            "answered_on": "2026-03-02",
            "at": "2026-03-02T06:30:00Z",
            "answer": "no",
            "by_therapist": False,
        }
    ]
    write(cast, {"q12": "yes"})
    (answer,) = pull(cast.client).get_json()["answers"]
    assert (answer["answer"], answer["by_therapist"]) == ("yes", True)


def test_a_phone_that_lost_everything_learns_when_she_last_practised(cast: Cast) -> None:
    assert pull(cast.client).get_json()["last_practice"] is None
    assign(cast.owner, cast.client)
    push(cast.client, logs.make("session"))
    assert pull(cast.client).get_json()["last_practice"] == "2026-03-02"
