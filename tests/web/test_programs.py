"""Programs over HTTP: shapes, refusals by field, and who is shut out."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cast import Cast, Someone

NOBODY = "00000000-0000-7000-8000-00000000dead"
ALL = [0, 1, 2, 3, 4, 5, 6]
BALLS = {"technique_id": "upper-back-two-balls", "level": 1}


def body(*items: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {"items": list(items) or [BALLS], "days": ALL, "reason": "because"} | changes


def post(who: Someone, client_id: str, data: Any) -> Any:
    return who.http.post(f"/api/v1/clients/{client_id}/program/versions", json=data)


def get(who: Someone, client_id: str, rest: str = "") -> Any:
    return who.http.get(f"/api/v1/clients/{client_id}/program{rest}")


def test_a_program_is_saved_read_and_compared(cast: Cast) -> None:
    first = post(cast.owner, cast.client.id, body(base_version=0))
    assert first.status_code == 201
    second = post(cast.owner, cast.client.id, body(BALLS | {"level": 2, "note": "Slowly"}, base_version=1))
    assert second.get_json()["number"] == 2
    program = get(cast.owner, cast.client.id).get_json()
    assert program["program"] == second.get_json()
    assert [version["number"] for version in program["versions"]] == [2, 1]
    assert program["in_force"] == 2
    assert get(cast.owner, cast.client.id, "/versions/1").get_json() == first.get_json()
    changes = get(cast.owner, cast.client.id, "/versions/2/diff").get_json()["changes"]
    assert changes[0] == {
        "code": "level",
        "technique_id": "upper-back-two-balls",
        "key": "i1",
        "side": None,
        "from": 1,
        "to": 2,
    }


def test_what_was_in_force_on_a_date_can_be_asked(cast: Cast) -> None:
    post(cast.owner, cast.client.id, body(starts_on="2026-03-10"))
    assert get(cast.owner, cast.client.id, "?on=2026-03-09").get_json()["in_force"] is None
    assert get(cast.owner, cast.client.id, "?on=2026-03-10").get_json()["in_force"] == 1
    assert get(cast.owner, cast.client.id, "?on=2026-02-30").status_code == 422


def test_a_stale_base_answers_409_with_the_current_number_and_changes(cast: Cast) -> None:
    post(cast.owner, cast.client.id, body())
    answer = post(cast.owner, cast.client.id, body(base_version=None))
    assert answer.status_code == 409
    data = answer.get_json()
    assert (data["code"], data["current"]) == ("base_version_stale", 1)
    assert data["changes"][0]["code"] == "added"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"items": []}, "items"),
        ({"items": [BALLS] * 21}, "items"),
        ({"items": [BALLS | {"level": 4}]}, "items.0.level"),
        ({"items": [BALLS | {"level": "1"}]}, "items.0.level"),
        ({"items": [BALLS | {"level": 1.0}]}, "items.0.level"),
        ({"items": [BALLS | {"level": True}]}, "items.0.level"),
        ({"items": [BALLS | {"speed": 2}]}, "items.0.speed"),
        ({"items": [BALLS | {"side": "up"}]}, "items.0.side"),
        ({"items": [BALLS | {"side": "left"}]}, "items.0.side"),
        ({"items": [BALLS | {"technique_id": "nothing-such"}]}, "items.0.technique_id"),
        ({"items": [BALLS | {"technique_id": ""}]}, "items.0.technique_id"),
        ({"items": [BALLS | {"dose": {"both": {"hold_s": 91}}}]}, "items.0.dose.both.hold_s"),
        ({"items": [BALLS | {"dose": {"both": {"hold_s": 181}}}]}, "items.0.dose.both.hold_s"),
        ({"items": [BALLS | {"dose": {"both": {"breaths": 0}}}]}, "items.0.dose.both.breaths"),
        ({"items": [BALLS | {"dose": {"middle": {}}}]}, "items.0.dose.middle"),
        ({"items": [BALLS | {"days": []}]}, "items.0.days"),
        ({"items": [BALLS | {"days": [7]}]}, "items.0.days.0"),
        ({"items": [BALLS | {"note": "x" * 501}]}, "items.0.note"),
        ({"items": [BALLS | {"note": "a\x00b"}]}, "items.0.note"),
        ({"items": [BALLS | {"note": "\ud800"}]}, "items.0.note"),
        ({"items": [{"technique_id": "legs-on-chair-breath", "level": 3}] * 5}, "items"),
        ({"items": [BALLS] * 7}, "over_limit_reason"),
        ({"days": []}, "days"),
        ({"days": [0, 0]}, "days"),
        ({"starts_on": "tomorrow"}, "starts_on"),
        ({"starts_on": "2028-01-01"}, "starts_on"),
        ({"base_version": -1}, "base_version"),
        ({"reason": None}, "reason"),
        ({"seen_decisions": ["not an id"]}, "seen_decisions.0"),
        ({"colour": "orange"}, "colour"),
    ],
)
def test_a_fault_is_refused_by_its_field(cast: Cast, changes: dict[str, Any], field: str) -> None:
    answer = post(cast.owner, cast.client.id, body() | changes)
    assert answer.status_code == 422
    assert answer.get_json()["code"] == "invalid"
    assert list(answer.get_json()["fields"]) == [field]
    assert get(cast.owner, cast.client.id).get_json()["versions"] == []


def test_nulls_stand_for_what_is_left_out(cast: Cast) -> None:
    item = BALLS | {"side": None, "dose": None, "days": None, "note": None}
    answer = post(cast.owner, cast.client.id, body(item, starts_on=None, over_limit_reason=None, base_version=None))
    assert answer.status_code == 201


@pytest.mark.parametrize("who", ["stranger", "colleague", "client", "strangers_client"])
def test_whoever_may_not_see_her_gets_the_answer_for_a_missing_client(cast: Cast, who: str) -> None:
    post(cast.owner, cast.client.id, body())
    other: Someone = getattr(cast, who)
    asked = [
        (get(other, cast.client.id, rest), get(other, NOBODY, rest)) for rest in ("", "/versions/1", "/versions/1/diff")
    ]
    asked.append((post(other, cast.client.id, body()), post(other, NOBODY, body())))
    for hers, nobodys in asked:
        assert (hers.status_code, hers.data) == (nobodys.status_code, nobodys.data)
        assert hers.status_code == 404


def test_a_version_number_beyond_any_is_not_found(cast: Cast) -> None:
    for number in ("0", "2", "2147483647", "99999999999999999999"):
        assert get(cast.owner, cast.client.id, f"/versions/{number}").status_code == 404


def test_every_technique_can_be_assigned_at_every_level(cast: Cast) -> None:
    techniques = cast.owner.http.get("/api/v1/techniques").get_json()["techniques"]
    for technique in techniques:
        for level in (1, 2, 3):
            answer = post(cast.owner, cast.client.id, body({"technique_id": technique["id"], "level": level}))
            assert answer.status_code == 201, (technique["id"], level, answer.get_json())
            assert answer.get_json()["dose_s"] == technique["levels"][str(level)]["dose"]["total_s"]
