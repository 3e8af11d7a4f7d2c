"""Numbers of the rules that a practice moves: for all that judges for its clients, and with a history."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from pith.services.transaction import AnySession
from tests import logs
from tests.cast import Cast, Someone
from tests.conftest import Clock
from tests.services.sync_world import pull, push

Json = dict[str, Any]
PATH = "/api/v1/practices/me/thresholds"


def move(who: Someone, status: int = 200, reason: str = "We are careful here.", **values: int) -> Json:
    answer = who.http.put(PATH, json={"values": values, "reason": reason})
    assert answer.status_code == status, answer.text
    found: Json = answer.get_json()
    return found


def values(who: Someone) -> dict[str, int]:
    return {one["id"]: one["value"] for one in who.http.get(PATH).get_json()["thresholds"]}


def limits(cast: Cast, technique: str = "upper-back-ball-wall") -> Json:
    rows = cast.owner.http.get(f"/api/v1/clients/{cast.client.id}/verdicts").get_json()["verdicts"]
    found: Json = next(row["limits"] for row in rows if row["technique_id"] == technique)
    return found


def test_every_number_comes_with_its_bounds_and_its_words(cast: Cast) -> None:
    [one] = [one for one in cast.owner.http.get(PATH).get_json()["thresholds"] if one["id"] == "injection_over"]
    assert {name: one[name] for name in ("value", "default", "low", "high", "stricter", "unit")} == {
        **{"value": 14, "default": 14, "low": 7, "high": 42},
        **{"stricter": "higher", "unit": "days"},
    }
    cast.owner.http.patch("/api/v1/me", json={"language": "de"})
    [german] = [one for one in cast.owner.http.get(PATH).get_json()["thresholds"] if one["id"] == "injection_over"]
    assert german["unit"] == "Tage" and german["label"] != one["label"]


def test_who_moved_what_when_and_why_is_kept_newest_first(cast: Cast, clock: Clock) -> None:
    move(cast.owner, hold_thinners=16)
    clock.forward(hours=1)
    history = move(cast.owner, hold_thinners=24, pain_gate=6, reason="Back again.")["history"]
    assert {(one["threshold"], one["from"], one["to"]) for one in history[:2]} == {
        ("hold_thinners", 16, 24),
        ("pain_gate", 8, 6),
    }
    assert (history[2]["from"], history[2]["to"], history[2]["reason"]) == (24, 16, "We are careful here.")
    assert history[2]["by"] == {"id": cast.owner.id, "name": cast.owner.name}
    assert len(history) == 3


def test_what_stays_as_it_is_is_no_change(cast: Cast) -> None:
    before = pull(cast.client).headers["ETag"]
    assert move(cast.owner, hold_thinners=24)["history"] == []
    assert pull(cast.client).headers["ETag"] == before


@pytest.mark.parametrize(("id_", "value"), [("hold_thinners", 25), ("hold_thinners", 7), ("surgery_over", 10**9)])
def test_a_number_out_of_bounds_is_refused_and_named(cast: Cast, id_: str, value: int) -> None:
    refused = move(cast.owner, 422, **{id_: value, "pain_gate": 6})
    assert list(refused["fields"]) == [f"values.{id_}"]
    assert values(cast.owner)["pain_gate"] == 8


def test_a_number_that_does_not_exist_is_refused_and_named(cast: Cast) -> None:
    assert move(cast.owner, 422, luck=3)["fields"] == {"values.luck": "There is no such number."}


def test_only_the_owner_moves_numbers_and_every_therapist_reads_them(cast: Cast) -> None:
    move(cast.colleague, 403, pain_gate=6)
    move(cast.owner, pain_gate=6)
    assert values(cast.colleague)["pain_gate"] == 6


def test_verdicts_of_this_practice_follow_and_those_of_another_do_not(cast: Cast) -> None:
    push(cast.client, logs.make("intake", question_id="q12", answer="yes"))
    assert limits(cast)["max_hold_s"] == 24
    move(cast.stranger, hold_thinners=8)
    assert limits(cast)["max_hold_s"] == 24
    move(cast.owner, hold_thinners=16)
    assert limits(cast)["max_hold_s"] == 16
    move(cast.owner, hold_thinners=24)
    assert limits(cast)["max_hold_s"] == 24


def test_what_is_assigned_is_cut_to_the_number_of_the_practice(cast: Cast) -> None:
    push(cast.client, logs.make("intake", question_id="q12", answer="yes"))
    move(cast.owner, hold_thinners=16)
    program = {"items": [{"technique_id": "upper-back-ball-wall", "level": 1}], "days": [0], "reason": "New"}
    saved = cast.owner.http.post(f"/api/v1/clients/{cast.client.id}/program/versions", json=program).get_json()
    assert saved["items"][0]["safety"]["limits"]["max_hold_s"] == 16
    assert saved["items"][0]["dose"]["left"]["hold_s"] == 16


def test_a_clearance_counts_as_long_as_the_practice_says(cast: Cast) -> None:
    push(cast.client, logs.make("intake", question_id="q12", answer="yes"))
    cleared = {"role": "physician", "reason": "Her doctor agreed by letter", "cleared_on": "2026-02-10"}
    item = {"technique_id": "upper-back-two-balls", "level": 2}
    path = f"/api/v1/clients/{cast.client.id}/program/versions"

    def give(*overrides: Json) -> Json:
        program = {"items": [{**item, "overrides": list(overrides)}], "days": [0], "reason": "New"}
        found: Json = cast.owner.http.post(path, json=program).get_json()
        return found

    assert give(cleared)["items"][0]["safety"]["overrides"][0]["expires_on"] == "2026-05-11"
    move(cast.owner, override_days=14)
    assert list(give()["fields"]) == ["items.0.overrides"]
    assert give(cleared)["fields"] == {
        "items.0.overrides.0.cleared_on": "A clearance counts for 14 days from its date."
    }
    move(cast.owner, override_days=30)
    assert give()["items"][0]["safety"]["overrides"][0]["expires_on"] == "2026-03-12"


def test_phones_of_the_practice_get_the_numbers_with_their_next_pull(cast: Cast) -> None:
    first, strangers = pull(cast.client), pull(cast.strangers_client)
    assert first.get_json()["thresholds"] == {}
    move(cast.owner, pain_gate=6)
    again = pull(cast.client, first.headers["ETag"].strip('"'))
    assert again.get_json()["thresholds"] == {"pain_gate": 6}
    assert pull(cast.other_client).get_json()["thresholds"] == {"pain_gate": 6}
    assert pull(cast.strangers_client, strangers.headers["ETag"].strip('"')).status_code == 304
    move(cast.owner, pain_gate=8)
    assert pull(cast.client).get_json()["thresholds"] == {"pain_gate": 8}


def test_what_an_answer_raises_follows_the_days_of_the_practice(cast: Cast, clock: Clock) -> None:
    """An operation 60 days ago is over for everybody, and not where 90 days are wanted."""
    day = (clock().date() - timedelta(days=60)).isoformat()
    answer = {"entries": [{"on": day, "sites": [{"region": "calf", "side": "left"}], "agreed": "yes"}]}
    path = f"/api/v1/clients/{cast.client.id}/flags"
    push(cast.client, logs.make("intake", question_id="q15", answer=answer))
    assert cast.owner.http.get(path).get_json()["flags"] == []
    move(cast.owner, surgery_over=90)
    push(cast.client, logs.make("intake", question_id="q15", answer=answer))
    assert [one["flag_id"] for one in cast.owner.http.get(path).get_json()["flags"]] == ["surgery_6_8w"]


def test_a_push_asks_nothing_more_once_the_numbers_are_known(cast: Cast, session: AnySession) -> None:
    asked: list[str] = []
    engine: Engine = session.get_bind()  # type: ignore[assignment]

    @event.listens_for(engine, "before_cursor_execute")
    def _count(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        asked.append(statement)

    def queries() -> int:
        asked.clear()
        push(cast.client, logs.make("note"))
        return len(asked)

    queries()
    plain = queries()
    move(cast.owner, pain_gate=6)
    first, again = queries(), queries()
    assert first > plain
    assert again == plain
