"""Measures told by phone or in the room, what the desk reads of them, and consistency with its numbers."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from pith.config import Settings
from pith.services import consistency
from pith.services.inbox_round import Looks
from pith.services.transaction import AnySession, read
from pith.store.practice import Alert, Log
from tests import logs
from tests.cast import Cast
from tests.conftest import MONDAY, Clock
from tests.services.inbox_world import holds_program, practised, tell
from tests.services.sync_world import assign, pull, push, stored

GOALS = [{"activity": "Climb the stairs", "score": 3}, {"activity": "Sleep through", "score": 5}]
PLAIN = {"measure_id": "pain_avg", "values": {"avg": 6}}


def measure(measure_id: str, values: dict[str, int], on: str = "2026-03-02") -> dict[str, Any]:
    return logs.make("measure", measure_id=measure_id, values=values, local_date=on)


def path(cast: Cast, what: str = "measures") -> str:
    return f"/api/v1/clients/{cast.client.id}/{what}"


def shown(cast: Cast) -> dict[str, Any]:
    answer = cast.owner.http.get(path(cast))
    assert answer.status_code == 200
    return answer.get_json()  # type: ignore[no-any-return]


def told(seen: dict[str, Any]) -> list[tuple[str, str, dict[str, int]]]:
    return [(one["measure_id"], one["on"], one["values"]) for one in seen["readings"]]


def test_what_her_phone_told_is_read_at_the_desk_oldest_first(cast: Cast) -> None:
    assign(cast.owner, cast.client)
    push(cast.client, measure("pain_avg", {"avg": 5}, "2026-03-02"), measure("pain_avg", {"avg": 6}, "2026-03-01"))
    seen = shown(cast)
    assert told(seen) == [("pain_avg", "2026-03-01", {"avg": 6}), ("pain_avg", "2026-03-02", {"avg": 5})]
    assert {one["by"] for one in seen["readings"]} == {None}
    assert seen["since"] == "2026-03-02"
    assert seen["due"] == {"weeks": 0, "measures": ["psfs"]}


def test_goals_that_were_named_and_rated_in_the_intake_are_a_first_reading(cast: Cast) -> None:
    assign(cast.owner, cast.client)
    push(cast.client, logs.make("intake", question_id="q27", answer=GOALS))
    seen = shown(cast)
    assert told(seen) == [("psfs", "2026-03-02", {"Climb the stairs": 3, "Sleep through": 5})]
    assert seen["goals"] == ["Climb the stairs", "Sleep through"]
    assert seen["due"] == {"weeks": 0, "measures": ["pain_avg"]}


def test_what_was_taken_back_and_what_cannot_be_read_is_left_out(cast: Cast) -> None:
    gone = measure("pain_avg", {"avg": 6})
    push(
        cast.client,
        gone,
        logs.make("void", voids=gone["id"]),
        measure("groc", {"change": 9}),
        measure("peg", {"pain": 3}),
    )
    assert told(shown(cast)) == []


def test_without_a_program_nothing_is_due(cast: Cast) -> None:
    seen = shown(cast)
    assert (seen["since"], seen["due"], seen["goals"], seen["readings"]) == (None, None, [], [])


def test_her_phone_knows_since_when_she_has_a_program(cast: Cast) -> None:
    assert pull(cast.client).get_json()["measures"] == {"since": None}
    assign(cast.owner, cast.client, times=2)
    assert pull(cast.client).get_json()["measures"] == {"since": "2026-03-02"}


def test_her_own_words_for_what_she_wants_to_do_are_sealed(cast: Cast, session: AnySession) -> None:
    push(cast.client, measure("psfs", {"Climb the stairs": 3}))
    session.rollback()
    with read(session):
        row = session.execute(select(Log.body, Log.words).where(Log.kind == "measure")).one()
    assert "stairs" not in row.body and row.words and b"stairs" not in row.words
    assert told(shown(cast)) == [("psfs", "2026-03-02", {"Climb the stairs": 3})]


def test_a_measure_taken_in_the_room_names_who_wrote_it_and_reaches_her_phone(cast: Cast, session: AnySession) -> None:
    assign(cast.owner, cast.client)
    answer = cast.owner.http.post(path(cast), json=PLAIN)
    assert answer.status_code == 201
    (one,) = answer.get_json()["readings"]
    assert one["by"] == {"id": cast.owner.id, "name": cast.owner.name}
    assert (one["measure_id"], one["on"], one["values"]) == ("pain_avg", "2026-03-02", {"avg": 6})
    (log,) = cast.client.http.get("/api/v1/sync/logs").get_json()["logs"]
    assert (log["kind"], log["values"]) == ("measure", {"avg": 6})
    assert set(pull(cast.client).get_json()["log_window"]["ids"]) == set(stored(session, cast.client)) == {log["id"]}
    assert push(cast.client, log) == ["duplicate"]


def test_values_that_do_not_fit_are_refused_with_nothing_kept(cast: Cast) -> None:
    for wrong in (
        {"measure_id": "pain_avg", "values": {"worst": 6}},
        {"measure_id": "pain_avg", "values": {"avg": 6, "worst": 8}},
        {"measure_id": "groc", "values": {"change": 7}},
        {"measure_id": "psfs", "values": {"walk": -1}},
        {"measure_id": "psfs", "values": {}},
        {"measure_id": "peg", "values": {"pain": 3}},
        {"measure_id": "psfs", "values": {"walk": True}},
    ):
        assert cast.owner.http.post(path(cast), json=wrong).status_code == 422, wrong
    assert told(shown(cast)) == []


def no_change(session: AnySession, cast: Cast, settings: Settings, now: datetime) -> list[str]:
    """Reviews because nothing changed."""
    session.rollback()
    Looks(settings.secrets.master).look(session, now)
    with read(session):
        rows = session.scalars(select(Alert).where(Alert.client_id == cast.client.id, Alert.cause == "review"))
        return [row.source_id for row in rows if row.detail.get("why") == "no_change"]


@pytest.mark.parametrize(("now", "reviewed"), [(6, ["no_change:6"]), (3, [])])
def test_pain_that_stays_asks_for_a_review_unless_her_own_measures_say_that_she_is_better(
    cast: Cast, session: AnySession, settings: Settings, clock: Clock, now: int, reviewed: list[str]
) -> None:
    assign(cast.owner, cast.client)
    tell(cast.client, holds_program(MONDAY), measure("pain_avg", {"avg": 6}), at=MONDAY)
    tell(cast.client, *(practised(clock.forward(days=1), pain_before=5) for _ in range(2)), at=clock())
    clock.forward(days=40)
    tell(cast.client, *(practised(clock.forward(days=1), pain_before=5) for _ in range(3)), at=clock())
    tell(cast.client, measure("pain_avg", {"avg": now}, clock().date().isoformat()), at=clock())
    assert no_change(session, cast, settings, clock()) == reviewed


def test_measures_are_in_the_export_word_for_word(cast: Cast) -> None:
    push(cast.client, measure("psfs", {"Climb the stairs": 3}))
    body = cast.owner.http.get(path(cast, "export")).get_data(as_text=True)
    assert "Climb the stairs" in body
    assert "Climb the stairs" in cast.owner.http.get(path(cast, "export.html")).get_data(as_text=True)


def session_on(day: str, done_s: int) -> dict[str, Any]:
    entry = logs.ENTRY | {"planned_s": 120, "done_s": done_s}
    began = f"{day}T06:20:00Z"
    return logs.make("session", local_date=day, started_at=began, ended_at=f"{day}T06:29:00Z", items=[entry])


def test_consistency_is_counted_from_what_was_prescribed_and_practised(cast: Cast, session: AnySession) -> None:
    assert cast.owner.http.get(path(cast, "consistency")).get_json()["share"] is None
    assign(cast.owner, cast.client)
    dose = cast.owner.http.get(path(cast, "program")).get_json()["program"]["dose_s"]
    practised = [session_on("2026-03-02", 120), session_on("2026-03-03", 120), session_on("2026-03-04", 900)]
    push(cast.client, *practised)
    push(cast.client, logs.make("reaction", local_date="2026-03-05"), logs.make("void", voids=practised[0]["id"]))
    session.rollback()
    friday = MONDAY + timedelta(days=4)
    assert consistency.consistency_of(session, cast.owner.actor, friday, cast.client.id) == {
        "today": date(2026, 3, 6),
        "practised": 2,
        "prescribed": 3,
        "share": 67,
        "band": "partial",
        "done_s": min(120, dose * 3 // 2) + min(900, dose * 3 // 2),
        "done": 2,
        "assigned": 3,
        "weeks_kept": 0,
        "weeks": 0,
    }
