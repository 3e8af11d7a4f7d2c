"""The inbox: what waits, by rank and with its reason; closed with an outcome, opened again, and nothing twice."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import orjson
import pytest
from sqlalchemy import select

from pith.config import Settings
from pith.content.loader import load_content
from pith.domain.errors import NotFound
from pith.services import erasing, replies, sync
from pith.services.clients import change_client
from pith.services.transaction import AnySession, read
from pith.store.inbox import AlertOutcome
from tests import logs
from tests.cast import Cast
from tests.conftest import MONDAY, Clock
from tests.services.inbox_world import Inboxes, tell
from tests.services.sync_world import assign


@pytest.fixture
def inboxes(session: AnySession, clock: Clock, settings: Settings) -> Inboxes:
    return Inboxes(session, clock, settings)


@pytest.fixture
def everything(cast: Cast) -> dict[str, dict[str, Any]]:
    """One of each kind of log that needs somebody, told from the least urgent to the most."""
    assign(cast.owner, cast.client)
    told = {
        "note": logs.make("note"),
        "strong_pain": logs.make("check", answers={"d3": 9}),
        "question": logs.make("question"),
        "reaction": logs.make("reaction", answer="worse"),
        "hurt": logs.make("hurt"),
        "red_flag": logs.make("flag", flag_id="rf_dvt", sites=[]),
    }
    tell(cast.client, *told.values(), at=MONDAY)
    return told


def outcomes(session: AnySession) -> list[tuple[int, str, str]]:
    session.rollback()
    with read(session):
        rows = session.scalars(select(AlertOutcome).order_by(AlertOutcome.cause, AlertOutcome.number)).all()
        return [(row.number, row.outcome, row.by_name) for row in rows]


def test_what_is_most_urgent_stands_first_and_says_why(
    cast: Cast, inboxes: Inboxes, everything: dict[str, dict[str, Any]]
) -> None:
    page = inboxes.page(cast.owner)
    assert [(item["rank"], item["cause"]) for item in page["items"]] == [
        ("urgent", "red_flag"),
        ("stop", "hurt"),
        ("reaction", "reaction"),
        ("question", "question"),
        ("review", "strong_pain"),
        ("info", "note"),
    ]
    red, hurt, reaction, question, strong, note = page["items"]
    assert [flag["id"] for flag in red["why"]["flags"]] == ["rf_dvt"]
    assert red["why"]["flags"][0]["label"] != "rf_dvt"
    said = {name: hurt["why"][name] for name in ("code", "technique_id", "side", "level", "feeling")}
    assert said == {"code": "hurt", "technique_id": "temple-hold", "side": "left", "level": 1, "feeling": "sharp"}
    assert hurt["why"]["technique"] == load_content().catalogue.techniques["temple-hold"].name
    assert reaction["why"] == {"code": "reaction", "answer": "worse", "session_id": logs.SESSION_ID}
    assert question["why"]["text"] == "Is warmth all right?"
    assert (question["why"]["side"], question["why"]["technique"]) == ("left", hurt["why"]["technique"])
    assert strong["why"] == {"code": "strong_pain", "pain": 9}
    assert note["why"]["text"] == "Slept well."
    assert {item["client"]["name"] for item in page["items"]} == {cast.client.name}
    assert all(item["since"] == logs.RECORDED for item in page["items"])
    assert page["counts"] == {"open": 6, "clients": 1, "fine": 1, "closed_today": 0}


def test_what_has_words_to_answer_can_be_answered_on_the_spot(
    cast: Cast, inboxes: Inboxes, everything: dict[str, dict[str, Any]]
) -> None:
    found = {item["cause"]: (item["answerable"], item["log_id"]) for item in inboxes.items(cast.owner)}
    assert {cause for cause, (can, _) in found.items() if can} == {"hurt", "question", "note"}
    assert found["question"] == (True, everything["question"]["id"])


def test_words_and_names_come_in_the_language_of_the_therapist(
    cast: Cast, inboxes: Inboxes, everything: dict[str, dict[str, Any]]
) -> None:
    assert cast.owner.http.patch("/api/v1/me", json={"language": "de"}).status_code == 200
    hurt = inboxes.items(cast.owner)[1]
    assert hurt["why"]["technique"] == load_content().catalogue.speaking("de").techniques["temple-hold"].name


def test_of_the_same_rank_what_waits_longest_stands_first(cast: Cast, inboxes: Inboxes) -> None:
    new, old = logs.make("question", at=MONDAY), logs.make("question", at=MONDAY - timedelta(days=2))
    tell(cast.client, new, at=MONDAY)
    tell(cast.other_client, old, at=MONDAY)
    assert [item["log_id"] for item in inboxes.items(cast.owner)] == [old["id"], new["id"]]


def test_an_item_is_closed_with_an_outcome_and_says_so_all_day(
    session: AnySession, cast: Cast, clock: Clock, inboxes: Inboxes
) -> None:
    tell(cast.client, logs.make("question"), at=MONDAY)
    [item] = inboxes.items(cast.owner)
    inboxes.close(cast.owner, item["id"], "called")
    page = inboxes.page(cast.owner)
    assert page["items"] == []
    [closed] = page["closed_today"]
    assert (closed["id"], closed["outcome"], closed["by"]) == (item["id"], "called", cast.owner.name)
    assert closed["why"]["text"] is None
    assert page["counts"] == {"open": 0, "clients": 0, "fine": 2, "closed_today": 1}
    clock.forward(days=1)
    assert inboxes.page(cast.owner)["closed_today"] == []


def test_closing_twice_and_opening_what_is_open_change_nothing(
    session: AnySession, cast: Cast, inboxes: Inboxes
) -> None:
    tell(cast.client, logs.make("note"), at=MONDAY)
    [item] = inboxes.items(cast.owner)
    inboxes.reopen(cast.owner, item["id"])
    assert outcomes(session) == []
    inboxes.close(cast.owner, item["id"], "seen")
    inboxes.close(cast.owner, item["id"], "nothing_to_do")
    assert outcomes(session) == [(1, "seen", cast.owner.name)]


def test_what_was_closed_by_mistake_comes_back_and_every_step_stays_on_record(
    session: AnySession, cast: Cast, inboxes: Inboxes
) -> None:
    tell(cast.client, logs.make("note"), at=MONDAY)
    [item] = inboxes.items(cast.owner)
    inboxes.close(cast.owner, item["id"], "seen")
    inboxes.reopen(cast.owner, item["id"])
    assert inboxes.items(cast.owner) == [item]
    assert inboxes.page(cast.owner)["closed_today"] == []
    inboxes.close(cast.owner, item["id"], "adjusted")
    assert [(number, outcome) for number, outcome, _ in outcomes(session)] == [
        (1, "seen"),
        (2, "reopened"),
        (3, "adjusted"),
    ]
    assert [one["outcome"] for one in inboxes.page(cast.owner)["closed_today"]] == ["adjusted"]


def test_what_she_takes_back_waits_no_longer_and_cannot_be_closed(cast: Cast, inboxes: Inboxes) -> None:
    question = logs.make("question")
    tell(cast.client, question, at=MONDAY)
    [item] = inboxes.items(cast.owner)
    tell(cast.client, logs.make("void", voids=question["id"]), at=MONDAY)
    assert inboxes.items(cast.owner) == []
    with pytest.raises(NotFound):
        inboxes.close(cast.owner, item["id"])


@pytest.mark.parametrize("odd", ["", "x", "a:b", "a:b:c:d", ":::", "00000000-0000-7000-8000-00000000a001:note:x"])
def test_an_item_that_is_none_is_not_there(cast: Cast, inboxes: Inboxes, odd: str) -> None:
    with pytest.raises(NotFound):
        inboxes.close(cast.owner, odd)
    with pytest.raises(NotFound):
        inboxes.reopen(cast.owner, odd)


def test_answering_anywhere_closes_what_waited_for_it(
    session: AnySession, cast: Cast, clock: Clock, inboxes: Inboxes
) -> None:
    question = logs.make("question")
    tell(cast.client, question, at=MONDAY)
    session.rollback()
    replies.answer(session, cast.owner.actor, clock(), inboxes.master, cast.client.id, question["id"], "Yes.")
    assert inboxes.items(cast.owner) == []
    assert [one["outcome"] for one in inboxes.page(cast.owner)["closed_today"]] == ["answered"]
    inboxes.reopen(cast.owner, f"{cast.client.id}:question:{question['id']}")
    assert [item["answerable"] for item in inboxes.items(cast.owner)] == [False]


def test_a_colleague_finds_what_concerns_her_own_clients_alone(cast: Cast, inboxes: Inboxes) -> None:
    tell(cast.client, logs.make("question"), at=MONDAY)
    tell(cast.other_client, logs.make("question"), at=MONDAY)
    given = f"/api/v1/clients/{cast.other_client.id}/members/{cast.colleague.id}"
    assert cast.owner.http.put(given).status_code == 204
    [item] = inboxes.items(cast.colleague)
    assert (item["client"]["id"], item["mine"]) == (cast.other_client.id, True)
    assert inboxes.page(cast.colleague)["counts"]["fine"] == 0
    assert inboxes.items(cast.stranger) == []
    hers = next(one for one in inboxes.items(cast.owner) if one["client"]["id"] == cast.client.id)
    for who in (cast.colleague, cast.stranger):
        with pytest.raises(NotFound):
            inboxes.close(who, hers["id"])


def test_who_is_put_away_needs_nobody_but_for_a_red_flag(
    session: AnySession, cast: Cast, clock: Clock, inboxes: Inboxes, everything: dict[str, dict[str, Any]]
) -> None:
    session.rollback()
    change_client(session, cast.owner.actor, clock(), cast.client.id, {"archived": True})
    assert inboxes.told(cast.owner) == [("urgent", "red_flag")]


def on_the_phone(session: AnySession, cast: Cast, clock: Clock, master: bytes) -> tuple[str, list[str]]:
    session.rollback()
    pulled = sync.pull(session, cast.client.actor, clock(), master, load_content())
    assert pulled.body is not None
    return pulled.view_version, orjson.loads(pulled.body)["read_logs"]


def test_the_phone_learns_which_questions_and_notes_were_read(
    session: AnySession, cast: Cast, clock: Clock, inboxes: Inboxes
) -> None:
    first, diary, second = logs.make("question"), logs.make("note", private=True), logs.make("note")
    tell(cast.client, first, diary, second, at=MONDAY)
    version, seen = on_the_phone(session, cast, clock, inboxes.master)
    assert seen == []
    url = f"/api/v1/clients/{cast.client.id}/read-mark"
    assert cast.owner.http.put(url, json={"seq": 1}).status_code == 204
    newer, seen = on_the_phone(session, cast, clock, inboxes.master)
    assert (newer != version, seen) == (True, [first["id"]])
    assert cast.owner.http.put(url, json={"seq": 2}).status_code == 204
    same, seen = on_the_phone(session, cast, clock, inboxes.master)
    assert (same, seen) == (newer, [first["id"]])
    inboxes.close(cast.owner, f"{cast.client.id}:note:{second['id']}")
    last, seen = on_the_phone(session, cast, clock, inboxes.master)
    assert (last != newer, set(seen)) == (True, {first["id"], second["id"]})


def test_outcomes_go_with_the_client(session: AnySession, cast: Cast, clock: Clock, inboxes: Inboxes) -> None:
    tell(cast.client, logs.make("note"), at=MONDAY)
    inboxes.close(cast.owner, inboxes.items(cast.owner)[0]["id"])
    session.rollback()
    erasing.erase_client(session, cast.owner.actor, clock(), inboxes.master, cast.client.id, cast.client.name)
    assert outcomes(session) == []


def test_one_clients_alerts_say_how_each_was_closed_without_her_words(
    session: AnySession, cast: Cast, inboxes: Inboxes, everything: dict[str, dict[str, Any]]
) -> None:
    waits = {item["cause"]: item["id"] for item in inboxes.items(cast.owner)}
    inboxes.close(cast.owner, waits["question"], "called")
    inboxes.close(cast.owner, waits["note"], "seen")
    inboxes.reopen(cast.owner, waits["note"])
    tell(cast.client, logs.make("void", voids=everything["strong_pain"]["id"]), at=MONDAY)
    told = {one["cause"]: one for one in inboxes.of_client(cast.owner, cast.client)}
    assert set(told) == {"red_flag", "hurt", "reaction", "question", "note"}, "what was taken back alerts nobody"
    closed = {cause: (one["outcome"], one["by"]) for cause, one in told.items() if one["outcome"] is not None}
    assert closed == {"question": ("called", cast.owner.name)}
    assert told["question"]["source_id"] == everything["question"]["id"]
    assert told["question"]["why"]["text"] is None
    assert inboxes.of_client(cast.owner, cast.other_client) == []
    with pytest.raises(NotFound):
        inboxes.of_client(cast.stranger, cast.client)
