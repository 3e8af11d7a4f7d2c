"""A red flag that stands is the first line of the therapist's list: which sign, when it was told, when it arrived."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from tests import logs
from tests.cast import Cast
from tests.conftest import MONDAY, Clock
from tests.services.sync_world import push

WHY = "Seen by her doctor today"


def rows(cast: Cast) -> list[dict[str, Any]]:
    return cast.owner.http.get("/api/v1/clients").get_json()["clients"]  # type: ignore[no-any-return]


def red_of(cast: Cast) -> Any:
    (row,) = [row for row in rows(cast) if row["id"] == cast.client.id]
    return row["red_flag"]


def act(cast: Cast, flag: str, what: str, **more: Any) -> None:
    url = f"/api/v1/clients/{cast.client.id}/flags"
    answer = cast.owner.http.post(url, json={"flag_id": flag, "act": what, **more})
    assert answer.status_code == 201, answer.text


def test_nobody_has_one_before_anything_is_told(cast: Cast) -> None:
    push(cast.client, logs.make("intake", question_id="q12", answer="yes"))
    assert red_of(cast) is None


def test_it_says_which_sign_when_it_was_told_and_when_it_arrived(cast: Cast, clock: Clock) -> None:
    told = logs.make("intake", question_id="q05", answer=["rf_dvt"])
    arrived = clock.forward(minutes=45)
    push(cast.client, told, at=arrived)
    red = red_of(cast)
    assert [flag["id"] for flag in red["flags"]] == ["rf_dvt"]
    assert red["flags"][0]["label"].startswith("One calf or leg newly swollen")
    assert datetime.fromisoformat(red["at"]) == logs.RECORDED
    assert datetime.fromisoformat(red["received_at"]) == arrived


def test_it_leads_the_list_and_the_one_that_arrived_last_leads_the_others(cast: Cast, clock: Clock) -> None:
    names = [cast.owner.http.post("/api/v1/clients", json={"name": name, "timezone": "UTC"}) for name in ("Aa", "Ab")]
    ids = [answer.get_json()["id"] for answer in names]
    assert [row["id"] for row in rows(cast)][:2] == ids
    push(cast.client, logs.make("flag", flag_id="rf_dvt", sites=[]))
    assert [row["id"] for row in rows(cast)][:3] == [cast.client.id, *ids]
    clock.forward(minutes=1)
    url = f"/api/v1/clients/{ids[1]}/flags"
    assert cast.owner.http.post(url, json={"flag_id": "rf_chest", "act": "raise"}).status_code == 201
    assert [row["id"] for row in rows(cast)][:3] == [ids[1], cast.client.id, ids[0]]


def test_it_stands_until_each_telling_of_it_is_lifted_and_names_each_sign_once(cast: Cast, clock: Clock) -> None:
    first = logs.make("flag", flag_id="rf_dvt", sites=[])
    later = MONDAY + timedelta(minutes=5)
    clock.forward(minutes=5)
    again = logs.make("flag", at=later, flag_id="rf_dvt", sites=[])
    other = logs.make("flag", at=later + timedelta(seconds=1), flag_id="rf_cord", sites=[])
    clock.forward(minutes=5)
    push(cast.client, first, again, other, at=clock())
    assert [flag["id"] for flag in red_of(cast)["flags"]] == ["rf_cord", "rf_dvt"]
    act(cast, "rf_dvt", "lift", lifts=first["id"], reason=WHY)
    act(cast, "rf_cord", "lift", lifts=other["id"], reason=WHY)
    assert [flag["id"] for flag in red_of(cast)["flags"]] == ["rf_dvt"]
    act(cast, "rf_dvt", "lift", lifts=again["id"], reason=WHY)
    assert red_of(cast) is None


def test_what_a_phone_told_twice_over_goes_with_one_lift(cast: Cast) -> None:
    answer = logs.make("intake", question_id="q05", answer=["rf_dvt"])
    log = logs.make("flag", flag_id="rf_dvt", act="raise", source=answer["id"], sites=[])
    push(cast.client, answer, log)
    act(cast, "rf_dvt", "lift", lifts=log["id"], reason=WHY)
    assert red_of(cast) is None


def test_a_phone_that_lifts_its_own_red_flag_takes_nothing_off_the_list(cast: Cast) -> None:
    push(cast.client, told := logs.make("flag", flag_id="rf_dvt", sites=[]))
    push(cast.client, logs.make("flag", flag_id="rf_dvt", on=False, act="lift", lifts=told["id"]))
    assert [flag["id"] for flag in red_of(cast)["flags"]] == ["rf_dvt"]
