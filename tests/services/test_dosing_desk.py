"""A step that went well is proposed, taken with one tap or declined; a decision is undone with a reason."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from pith.config import Settings
from pith.services import dosing_round, programs
from pith.services.transaction import AnySession
from tests.cast import Cast
from tests.conftest import MONDAY, Clock
from tests.dose_world import TECHNIQUE, hurt_at, session_on
from tests.services.dosing_world import Room, seconds

SCALP = {"technique_id": "scalp-glide", "level": 1}
TEMPLE = {"technique_id": "temple-hold", "level": 1}


@pytest.fixture
def room(session: AnySession, cast: Cast, clock: Clock, settings: Settings) -> Room:
    made = Room(session, cast, clock, settings)
    made.save(SCALP, TEMPLE)
    made.go_on(0)
    return made


def test_three_good_weeks_are_a_step_more_in_the_therapists_order(room: Room) -> None:
    before = room.desk.get(f"{room.url}/program").json["program"]
    room.days(21)
    room.round()
    dose = room.dose()
    proposal = dose["proposal"]
    assert (proposal["rule"], proposal["new_s"] - proposal["cur_s"]) == ("D12", 60)
    assert [item["before_s"] for item in proposal["items"]] == [item["dose_s"] for item in before["items"]]
    assert proposal["items"][0]["after_s"] > proposal["items"][0]["before_s"], "the first in order gets more first"
    taken = room.act(proposal["id"], "accept")
    assert taken.status_code == 200, taken.text
    after = room.desk.get(f"{room.url}/program").json["program"]
    assert (after["number"], after["reason"].split()[-1]) == (2, "well.")
    assert [item["dose_s"] for item in after["items"]] == [item["after_s"] for item in proposal["items"]]
    assert 60 - 24 <= seconds(after["items"]) - seconds(before["items"]) <= 60
    assert taken.json["proposal"] is None
    [decision] = taken.json["decisions"]
    assert (decision["act"], decision["acted"]["by"]["id"]) == ("accepted", room.cast.owner.id)
    assert room.view()["program"]["number"] == 2
    again = room.act(proposal["id"], "accept")
    assert (again.status_code, again.json["decisions"]) == (200, taken.json["decisions"]), "a tap that came twice"
    assert room.view()["program"]["number"] == 2, "one tap, one step"


def test_what_lay_over_the_program_is_worked_into_the_step_and_ends_with_it(room: Room) -> None:
    room.tell(session_on(room.clock(), peak=6))
    room.go_on(1)
    room.days(9)
    room.round()
    proposal = room.dose()["proposal"]
    written = room.view()["program"]["items"][0]["dose_s"]
    assert proposal["items"][0]["before_s"] < written
    assert room.act(proposal["id"], "accept").status_code == 200
    dose = room.view()["dose"]
    assert (dose["decisions"], dose["carried"]) == ([], [])
    assert room.view()["program"]["dose_s"] <= proposal["new_s"]


def test_a_step_that_is_declined_comes_again_after_the_time_between_two_steps(room: Room) -> None:
    room.days(8)
    room.round()
    proposal = room.dose()["proposal"]
    declined = room.act(proposal["id"], "decline", reason="A hard week ahead")
    assert (declined.status_code, declined.json["proposal"]) == (200, None)
    assert declined.json["decisions"][0]["acted"]["reason"] == "A hard week ahead"
    again = room.act(proposal["id"], "decline", reason="A hard week ahead")
    assert (again.status_code, again.json["decisions"]) == (200, declined.json["decisions"])
    assert room.act(proposal["id"], "decline", reason="Another reason").status_code == 409
    assert room.act(proposal["id"], "accept").status_code == 409
    room.days(6)
    room.round()
    assert room.dose()["proposal"] is None
    room.days(2)
    room.round()
    assert room.dose()["proposal"]["id"] != proposal["id"]


def test_a_step_that_waits_for_a_yes_stands_in_the_inbox_until_it_has_its_answer(room: Room) -> None:
    for answer in ("decline", "accept"):
        room.days(8)
        room.round()
        room.round()
        proposal = room.dose()["proposal"]
        [item] = room.desk.get("/api/v1/inbox").json["items"]
        assert (item["decision_id"], item["why"]["rule"], item["rank"]) == (proposal["id"], "D12", "info")
        assert room.act(proposal["id"], answer).status_code == 200
        assert room.desk.get("/api/v1/inbox").json["items"] == []


def test_a_step_back_in_several_techniques_of_one_practice_is_one_thing_in_the_inbox(room: Room) -> None:
    log = session_on(room.clock(), pain_before=3, pain_after=6)
    entries = [{**log["items"][0], "key": one["technique_id"], **one} for one in (SCALP, TEMPLE)]
    room.tell({**log, "items": entries})
    assert len(room.alerts()) == 2

    def page() -> dict[str, Any]:
        return dict(room.desk.get("/api/v1/inbox").json)

    [item] = page()["items"]
    assert (item["why"]["rule"], item["why"]["technique"]) == ("D04", "Scalp glide, Temple hold")
    closing = {"id": item["id"], "outcome": "called"}
    assert room.desk.post("/api/v1/inbox/close", json=closing).status_code == 204
    assert (page()["items"], [one["outcome"] for one in page()["closed_today"]]) == ([], ["called"])
    assert page()["closed_today"][0]["why"]["technique"] == "Scalp glide, Temple hold"
    assert room.desk.post("/api/v1/inbox/reopen", json={"id": item["id"]}).status_code == 204
    assert (page()["items"], page()["closed_today"]) == ([item], [])


def test_a_proposal_goes_with_the_week_that_led_to_it(room: Room) -> None:
    room.days(8)
    room.round()
    proposal = room.dose()["proposal"]
    room.tell(session_on(room.clock(), peak=5))
    assert room.dose()["proposal"] is None
    assert room.desk.get("/api/v1/inbox").json["items"] == []
    assert room.act(proposal["id"], "accept").status_code == 409
    assert room.view()["program"]["number"] == 1


def test_a_stop_that_is_undone_lets_the_technique_go_again_on_her_phone(room: Room) -> None:
    hurt = hurt_at(room.clock())
    room.tell(hurt)
    [stop] = room.dose()["decisions"]
    assert room.view()["program"]["answered"] == []
    undone = room.act(stop["id"], "undo", reason="It was a cramp, seen in the room")
    assert undone.status_code == 200, undone.text
    [told] = undone.json["decisions"]
    assert (told["act"], told["in_effect"], told["acted"]["reason"]) == (
        "undone",
        False,
        "It was a cramp, seen in the room",
    )
    view = room.view()
    assert view["program"]["answered"] == [hurt["id"]]
    assert ([one["id"] for one in view["dose"]["decisions"]], view["dose"]["undone"]) == ([stop["id"]], [stop["id"]])
    again = room.act(stop["id"], "undo", reason="It was a cramp, seen in the room")
    assert (again.status_code, again.json["decisions"]) == (200, undone.json["decisions"])
    assert room.act(stop["id"], "undo", reason="Twice").status_code == 409


def test_a_step_back_that_is_undone_has_no_effect_and_still_waits_its_time(room: Room) -> None:
    room.days(8)
    room.tell(session_on(room.clock(), peak=6))
    [back] = room.dose()["decisions"]
    assert room.act(back["id"], "undo", reason="A slip of the thumb").status_code == 200
    assert room.dose()["today"]["rule"] == "D11"
    assert room.dose()["today"]["cur_s"] == room.view()["program"]["dose_s"]
    assert (back["id"], "review", True) in room.alerts()


def test_the_rules_step_by_themselves_only_where_she_said_so_and_never_over_the_cap(room: Room) -> None:
    start = room.view()["program"]["dose_s"]
    room.days(8)
    room.round()
    assert room.view()["program"]["number"] == 1, "a person approves by default"
    assert room.bounds(mode="auto", cap_s=max(180, start + 30)).status_code == 200
    for _ in range(40):
        room.days(1, version=room.view()["program"]["number"])
        room.round()
    program = room.view()["program"]
    assert program["number"] > 1
    assert program["dose_s"] <= max(180, start + 30)
    assert program["author"]["id"] == room.cast.owner.id
    assert "The rules did this by themselves" in program["reason"]
    taken = [one for one in room.dose()["decisions"] if one["act"] == "accepted"]
    assert taken and all(one["acted"]["by"] is None for one in taken)


def test_nothing_stays_of_a_step_that_breaks_in_the_middle(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.days(8)
    room.round()
    proposal = room.dose()["proposal"]

    def killed(*_: Any) -> None:
        raise RuntimeError("killed")

    monkeypatch.setattr(programs, "tell_client", killed)
    assert room.act(proposal["id"], "accept").status_code == 500
    monkeypatch.undo()
    room.session.rollback()
    assert room.dose()["proposal"]["id"] == proposal["id"]
    assert room.view()["program"]["number"] == 1


def test_the_slow_lane_waits_longer_and_goes_in_smaller_steps(room: Room) -> None:
    assert room.bounds(lane="slow").json["slow_lane"] is True
    room.days(9)
    room.round()
    assert room.dose()["proposal"] is None
    room.days(6)
    room.round()
    proposal = room.dose()["proposal"]
    assert proposal["new_s"] - proposal["cur_s"] == 30
    assert room.view()["dose"]["slow_lane"] is True


def test_much_pain_and_old_age_are_the_slow_lane_by_themselves(room: Room) -> None:
    assert room.dose()["slow_lane"] is False
    room.days(2, pain_before=8, pain_after=7)
    assert room.dose()["slow_lane"] is True
    assert room.bounds(lane="usual").json["slow_lane"] is False
    told = room.desk.post(f"{room.url}/intake", json={"answers": {"q01": 80}})
    assert told.status_code == 201, told.text
    room.bounds()
    room.go_on(20)
    room.round()
    assert room.dose()["slow_lane"] is True


@pytest.mark.parametrize(
    "wrong", [{"cap_s": 179}, {"cap_s": 721}, {"lane": "fast"}, {"mode": "always"}, {"cap_s": True}]
)
def test_bounds_that_make_no_sense_are_refused_by_their_field(room: Room, wrong: dict[str, Any]) -> None:
    answer = room.bounds(**wrong)
    assert (answer.status_code, list(answer.json["fields"])) == (422, list(wrong))


def test_each_clients_day_begins_once_whoever_looks(room: Room) -> None:
    assert room.round() == 0
    room.clock.now = room.clock.now.replace(hour=23, minute=30)  # after midnight in Berlin
    assert (room.round(), room.round()) == (1, 0)
    room.clock.forward(days=1)
    assert room.desk.patch(room.url, json={"archived": True}).status_code == 200
    assert room.round() == 0


def test_a_client_whose_dose_cannot_be_worked_out_keeps_no_other_from_hers(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = room.cast.other_client.id
    body = {"items": [SCALP], "days": [0, 1, 2, 3, 4, 5, 6], "reason": "Because"}
    assert room.desk.post(f"/api/v1/clients/{other}/program/versions", json=body).status_code == 201
    settled, real = [], dosing_round.settle

    def some(session: AnySession, practice_id: str, client_id: str, *rest: Any) -> Any:
        if client_id == room.cast.client.id:
            raise RuntimeError("hers alone")
        settled.append(client_id)
        return real(session, practice_id, client_id, *rest)

    monkeypatch.setattr(dosing_round, "settle", some)
    room.go_on(1)
    assert room.round() == 2
    assert settled == [other]
    assert room.round() == 0, "it waits an hour"
    room.clock.now += timedelta(hours=2)
    assert room.round() == 1


def test_nobody_of_another_practice_learns_of_it(room: Room) -> None:
    room.clock.now = MONDAY  # while all of them are signed in
    room.tell(hurt_at(room.clock(), TECHNIQUE))
    [stop] = room.dose()["decisions"]
    for who in (room.cast.stranger, room.cast.colleague, room.cast.client):
        assert who.http.get(f"{room.url}/dose").status_code == 404
        assert who.http.post(f"{room.url}/dose/{stop['id']}/undo", json={"reason": "Mine"}).status_code == 404
    assert room.dose()["decisions"][0]["in_effect"] is True
