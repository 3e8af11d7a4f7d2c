"""Techniques of a practice's own: written, changed, retired, given, judged, swapped; and nobody else's."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from sqlalchemy import update

from pith.services.transaction import AnySession, write
from pith.store.catalogue import OwnTechnique
from tests import logs, photos
from tests.cast import Cast, Someone
from tests.own import PATH, body, level, written
from tests.services.sync_world import pull, push

Json = dict[str, Any]


def own(who: Someone) -> list[Json]:
    found: list[Json] = who.http.get(PATH).get_json()["techniques"]
    return found


def catalogue(who: Someone, lang: str = "en") -> dict[str, Json]:
    document = who.http.get(f"/api/v1/techniques?lang={lang}").get_json()
    return {one["id"]: one for one in document["techniques"]}


def give(cast: Cast, *items: Json, status: int = 201) -> Json:
    program = {"items": list(items), "days": [0], "reason": "New"}
    answer = cast.owner.http.post(f"/api/v1/clients/{cast.client.id}/program/versions", json=program)
    assert answer.status_code == status, answer.text
    found: Json = answer.get_json()
    return found


def test_it_stands_in_the_catalogue_like_any_other(cast: Cast) -> None:
    made = written(cast.owner)
    found = catalogue(cast.owner)
    one = found[made["id"]]
    assert (one["own"], one["version"], one["photo"], one["signoff"]) == (True, 1, None, None)
    assert one["levels"]["1"]["dose"] == {
        **{"spots": 2, "hold_s": 24, "roll_s": 0, "move_s": 0},
        **{"breaths": 3, "sides": 2, "total_s": 96},
    }
    assert [sign["id"] for sign in one["stop"]] == ["leg_tingling"]
    assert "own" not in found["temple-hold"]
    order = list(found)
    assert order.index("outer-thigh-stick") < order.index(made["id"]) < order.index("calf-roller")


def test_where_one_level_is_written_it_stands_for_all_three(cast: Cast) -> None:
    made = written(cast.owner)
    levels = catalogue(cast.owner)[made["id"]]["levels"]
    assert levels["2"]["steps"] == levels["3"]["steps"] == levels["1"]["steps"]
    assert levels["3"]["swaps"] == levels["1"]["swaps"] == []


def test_each_written_level_stands_for_itself_and_the_last_for_those_above(cast: Cast) -> None:
    ball = level(ladder="firmer", tools=["tennis_ball"])
    made = written(cast.owner, levels=[level(), ball])
    levels = catalogue(cast.owner)[made["id"]]["levels"]
    assert [levels[number]["tools"] for number in "123"] == [["soft_ball"], ["tennis_ball"], ["tennis_ball"]]
    assert [levels[number]["hard"] for number in "123"] == [1, 2, 2]
    assert [(swap["tool"], swap["level"]) for swap in levels["3"]["swaps"]] == [(None, 1)]


def test_its_words_are_as_written_in_every_language(cast: Cast) -> None:
    made = written(cast.owner, name="Oberschenkel außen an der Wand", language="de", feel="Ein dumpfer Druck.")
    assert made["language"] == "de"
    assert {catalogue(cast.owner, lang)[made["id"]]["name"] for lang in ("en", "de")} == {made["name"]}
    [sign] = catalogue(cast.owner, "de")[made["id"]]["stop"]
    assert sign["text"] != catalogue(cast.owner, "en")[made["id"]]["stop"][0]["text"]


def test_it_is_given_with_all_that_a_phone_needs_to_judge_it(cast: Cast) -> None:
    made = written(cast.owner)
    (item,) = give(cast, {"technique_id": made["id"], "level": 1})["items"]
    assert item["snapshot"]["steps"] == level()["steps"]
    assert item["technique"]["photo"] is None
    screened = item["technique"]["screened"]
    assert (screened["id"], screened["regions"], len(screened["levels"])) == (made["id"], ["thigh_side"], 3)
    assert (screened["exclude"], screened["caution"]) == (["varicose_veins"], ["bruises_easily"])
    view = pull(cast.client).get_json()
    assert view["program"]["items"] == [item]
    (shared,) = give(cast, {"technique_id": "temple-hold", "level": 1})["items"]
    assert "technique" not in shared


def test_the_rules_judge_it_at_the_desk_and_when_it_is_given(cast: Cast) -> None:
    made = written(cast.owner)
    push(cast.client, logs.make("intake", question_id="q12", answer="yes"))
    path = f"/api/v1/clients/{cast.client.id}/verdicts"
    rows = {one["technique_id"]: one for one in cast.owner.http.get(path).get_json()["verdicts"]}
    assert rows[made["id"]]["rules"] == ["S27"]
    assert cast.owner.http.get(path, query_string={"levels": f"{made['id']}:2"}).status_code == 200
    (item,) = give(cast, {"technique_id": made["id"], "level": 2})["items"]
    assert (item["level"], item["safety"]["rules"], item["safety"]["clipped"]) == (1, ["S27"], ["level"])


def test_its_own_exclude_blocks_it(cast: Cast) -> None:
    made = written(cast.owner)
    flag = {"flag_id": "varicose_veins", "act": "raise", "sites": [{"region": "thigh_side", "side": "left"}]}
    assert cast.owner.http.post(f"/api/v1/clients/{cast.client.id}/flags", json=flag).status_code == 201
    fields = give(cast, {"technique_id": made["id"], "level": 1}, status=422)["fields"]
    assert fields["items.0.technique_id"].endswith("(exclude:varicose_veins)")


def test_a_change_is_a_new_version_and_programs_keep_the_old_one(cast: Cast) -> None:
    made = written(cast.owner)
    path = f"{PATH}/{made['id']}"
    before = give(cast, {"technique_id": made["id"], "level": 1})["items"]
    answer = cast.colleague.http.put(path, json={**body(name="Another name"), "base_version": 1})
    assert (answer.status_code, answer.get_json()["version"], answer.get_json()["name"]) == (200, 2, "Another name")
    assert answer.get_json()["by"]["id"] == cast.colleague.id
    assert catalogue(cast.owner)[made["id"]]["name"] == "Another name"
    version = cast.owner.http.get(f"/api/v1/clients/{cast.client.id}/program/versions/1").get_json()
    assert version["items"] == before


def test_a_stricter_version_reaches_the_phone_that_has_an_older_one(cast: Cast) -> None:
    made = written(cast.owner)
    path = f"{PATH}/{made['id']}"
    give(cast, {"technique_id": made["id"], "level": 1})
    (before,) = give(cast, {"technique_id": made["id"], "level": 1}, {"technique_id": "temple-hold", "level": 1})[
        "items"
    ][:1]
    first = pull(cast.client).get_json()
    assert "now" not in first["program"]["items"][0]["technique"]
    stricter = body(regions=["thigh_side", "glute"], exclude=["varicose_veins", "fragile_skin"])
    assert cast.owner.http.put(path, json={**stricter, "base_version": 1}).status_code == 200
    view = pull(cast.client).get_json()
    assert view["view_version"] != first["view_version"]
    item, shared = view["program"]["items"]
    assert item["technique"]["now"]["regions"] == ["thigh_side", "glute"]
    assert item["technique"]["now"]["exclude"] == ["varicose_veins", "fragile_skin"]
    assert "technique" not in shared
    assert {**item, "technique": before["technique"]} == before
    assert cast.owner.http.delete(path).status_code == 204
    assert pull(cast.client).get_json()["program"]["items"] == [item, shared]


def test_a_photo_that_came_later_reaches_the_phone_too_and_goes_with_it(cast: Cast) -> None:
    made = written(cast.owner)
    path = f"{PATH}/{made['id']}/photo"
    give(cast, {"technique_id": made["id"], "level": 1})

    def shown() -> Json | None:
        photo: Json | None = pull(cast.client).get_json()["program"]["items"][0]["technique"]["photo"]
        return photo

    assert shown() is None
    assert cast.owner.http.put(path, data=photos.photo(), content_type="image/jpeg").status_code == 200
    assert (shown() or {})["alt"] == made["name"]
    assert cast.owner.http.delete(path).status_code == 200
    assert shown() is None


def test_what_no_longer_fits_the_content_is_judged_on_the_phone_as_it_was_given(
    cast: Cast, session: AnySession
) -> None:
    made = written(cast.owner)
    (item,) = give(cast, {"technique_id": made["id"], "level": 1})["items"]
    with write(session):
        broken = {**body(), "levels": [level(tools=["gone"])]}
        session.execute(update(OwnTechnique).where(OwnTechnique.id == made["id"]).values(body=broken))
    assert pull(cast.client).get_json()["program"]["items"] == [item]


def test_two_who_change_the_same_version_do_not_overwrite_each_other(cast: Cast) -> None:
    made = written(cast.owner)
    change = {**body(name="First"), "base_version": 1}
    assert cast.owner.http.put(f"{PATH}/{made['id']}", json=change).status_code == 200
    late = cast.colleague.http.put(f"{PATH}/{made['id']}", json={**change, "name": "Second"})
    assert (late.status_code, late.get_json()["code"], late.get_json()["current"]) == (409, "base_version_stale", 2)
    assert own(cast.owner)[0]["name"] == "First"


def test_a_retired_one_can_be_given_no_more_and_stays_where_it_was_given(cast: Cast) -> None:
    made = written(cast.owner)
    kept = give(cast, {"technique_id": made["id"], "level": 1})["items"]
    for _ in range(2):
        assert cast.owner.http.delete(f"{PATH}/{made['id']}").status_code == 204
    assert [(one["version"], one["retired"]) for one in own(cast.owner)] == [(2, True)]
    assert made["id"] not in catalogue(cast.owner)
    assert list(give(cast, {"technique_id": made["id"], "level": 1}, status=422)["fields"]) == ["items.0.technique_id"]
    assert pull(cast.client).get_json()["program"]["items"] == kept


def test_a_retired_one_comes_back_with_a_new_version_and_stands_last_until_then(cast: Cast) -> None:
    made, other = written(cast.owner), written(cast.owner, name="Another one")
    cast.owner.http.delete(f"{PATH}/{made['id']}")
    assert [one["id"] for one in own(cast.owner)] == [other["id"], made["id"]]
    back = cast.owner.http.put(f"{PATH}/{made['id']}", json={**body(), "base_version": 2}).get_json()
    assert (back["version"], back["retired"]) == (3, False)
    assert made["id"] in catalogue(cast.owner)


def test_another_practice_never_sees_it(cast: Cast) -> None:
    made = written(cast.owner)
    path, missing = f"{PATH}/{made['id']}", f"{PATH}/own-00000000-0000-7000-8000-0000000000ff"
    stranger = cast.stranger.http
    assert own(cast.stranger) == []
    assert made["id"] not in catalogue(cast.stranger) and made["id"] not in catalogue(cast.strangers_client)
    for send in (
        lambda where: stranger.put(where, json={**body(), "base_version": 1}),
        lambda where: stranger.delete(where),
        lambda where: stranger.put(where + "/photo", data=b"x", content_type="image/png"),
        lambda where: stranger.delete(where + "/photo"),
    ):
        real, none = send(path), send(missing)
        assert (real.status_code, real.data, dict(real.headers)) == (404, none.data, dict(none.headers))
    program = {"items": [{"technique_id": made["id"], "level": 1}], "days": [0], "reason": "x"}
    given = stranger.post(f"/api/v1/clients/{cast.strangers_client.id}/program/versions", json=program)
    assert (given.status_code, list(given.get_json()["fields"])) == (422, ["items.0.technique_id"])


@pytest.mark.parametrize(
    "name", ["temple-hold", "own-", "own-x", "x" * 300, "own-00000000-0000-7000-8000-00000000000G"]
)
def test_what_is_no_own_technique_cannot_be_changed(cast: Cast, name: str) -> None:
    assert cast.owner.http.put(f"{PATH}/{name}", json={**body(), "base_version": 1}).status_code == 404


def test_a_practice_has_200_at_most(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pith.services.own_techniques.MOST", 1)
    written(cast.owner)
    answer = cast.owner.http.post(PATH, json=body())
    assert (answer.status_code, list(answer.get_json()["fields"])) == (422, ["name"])


def test_what_no_longer_fits_the_content_is_left_out_and_can_be_mended(
    cast: Cast, session: AnySession, caplog: pytest.LogCaptureFixture
) -> None:
    """The shared content moved on: a tool is gone. Nobody can be given it, and the desk still shows it."""
    made, other = written(cast.owner), written(cast.owner, name="Another one")
    broken = {key: value for key, value in made.items() if key in body()}
    broken["levels"] = [level(tools=["gone"])]
    with write(session):
        session.execute(update(OwnTechnique).where(OwnTechnique.id == made["id"]).values(body=broken))
    cast.owner.http.delete(f"{PATH}/{other['id']}")
    with caplog.at_level(logging.WARNING, "pith"):
        assert made["id"] not in catalogue(cast.owner)
    assert "levels.1.tools" in caplog.text and cast.owner.name not in caplog.text
    assert own(cast.owner)[0]["levels"][0]["tools"] == ["gone"]
    mended = cast.owner.http.put(f"{PATH}/{made['id']}", json={**body(), "base_version": 1})
    assert mended.status_code == 200
    assert made["id"] in catalogue(cast.owner)


def test_a_signature_under_its_version_ends_with_the_next_one(cast: Cast) -> None:
    made = written(cast.owner)
    signature = {"part": f"own:{made['id']}", "version": "1", "name": "Reviewing Clinician", "role": "Physician"}
    assert cast.owner.http.post("/api/v1/practices/me/sign-offs", json=signature).status_code == 201
    assert catalogue(cast.owner)[made["id"]]["signoff"]["name"] == "Reviewing Clinician"
    assert own(cast.owner)[0]["signoff"]["role"] == "Physician"
    cast.owner.http.put(f"{PATH}/{made['id']}", json={**body(name="Another name"), "base_version": 1})
    assert own(cast.owner)[0]["signoff"] is None


def test_a_verdict_says_whether_all_that_it_rests_on_was_reviewed(cast: Cast) -> None:
    made = written(cast.owner)
    path = f"/api/v1/clients/{cast.client.id}/verdicts"
    sign_offs = "/api/v1/practices/me/sign-offs"

    def reviewed() -> tuple[bool, bool]:
        rows = {one["technique_id"]: one["reviewed"] for one in cast.owner.http.get(path).get_json()["verdicts"]}
        return rows["temple-hold"], rows[made["id"]]

    parts = cast.owner.http.get(sign_offs).get_json()["parts"]
    assert cast.owner.http.get(path).get_json()["reviewed"] == {"rules": None, "flags": None, "techniques": None}
    seen = [reviewed()]
    for part in parts:
        signature = {"part": part["part"], "version": part["version"], "name": "A", "role": "B"}
        assert cast.owner.http.post(sign_offs, json=signature).status_code == 201
        seen.append(reviewed())
    assert [part["label"] for part in parts] == ["rules", "flags", "techniques", made["name"]]
    assert seen == [(False, False), (False, False), (False, False), (True, False), (True, True)]
