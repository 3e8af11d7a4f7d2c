"""A practice's own techniques where a client comes, goes and is erased."""

from __future__ import annotations

from tests import photos
from tests.cast import Cast
from tests.own import PATH, written
from tests.services.test_own_techniques import give, own


def test_it_moves_with_her_to_another_practice_but_its_photo_stays(cast: Cast) -> None:
    """Her file is hers, words and tags for the rules included; the picture is the practice's own."""
    made = written(cast.owner)
    photo = cast.owner.http.put(f"{PATH}/{made['id']}/photo", data=photos.photo(), content_type="image/jpeg")
    assert photo.status_code == 200
    (item,) = give(cast, {"technique_id": made["id"], "level": 1})["items"]
    export = cast.owner.http.get(f"/api/v1/clients/{cast.client.id}/export").get_json()
    assert export["programs"][0]["items"] == [item]
    new = cast.stranger.http.post("/api/v1/clients/import", json={"export": export})
    assert new.status_code == 201, new.text
    path = f"/api/v1/clients/{new.get_json()['id']}/program"
    (moved,) = cast.stranger.http.get(path).get_json()["program"]["items"]
    assert moved == {**item, "technique": {**item["technique"], "photo": None}}


def test_erasing_a_client_leaves_what_the_practice_wrote(cast: Cast) -> None:
    made = written(cast.owner)
    give(cast, {"technique_id": made["id"], "level": 1})
    erased = cast.owner.http.delete(f"/api/v1/clients/{cast.client.id}", json={"confirm_name": cast.client.name})
    assert erased.status_code == 204
    assert [one["id"] for one in own(cast.owner)] == [made["id"]]
