"""A practice's own content over HTTP: photos as they are, the answers' shape, and what other doors make of it."""

from __future__ import annotations

from typing import Any

import pytest
from werkzeug.test import TestResponse

from pith.services.pictures import MOST_BYTES
from pith.web.catalogue import Catalogue
from pith.web.content import MAX_PHOTO, SignOffs, Thresholds
from pith.web.own_fields import OwnTechniques
from tests import photos
from tests.cast import Cast
from tests.own import PATH, body, level, written

MINE = "/api/v1/practices/me"


def send_photo(
    cast: Cast, made: dict[str, Any], data: bytes, kind: str = "image/jpeg", query: str = ""
) -> TestResponse:
    return cast.owner.http.put(f"{PATH}/{made['id']}/photo{query}", data=data, content_type=kind)


def test_the_answers_are_what_the_schemas_say(cast: Cast) -> None:
    written(cast.owner)
    cast.owner.http.put(f"{MINE}/thresholds", json={"values": {"pain_gate": 6}, "reason": "Careful"})
    http = cast.owner.http
    assert Thresholds().validate(http.get(f"{MINE}/thresholds").get_json()) == {}
    assert SignOffs().validate(http.get(f"{MINE}/sign-offs").get_json()) == {}
    assert Catalogue().validate(http.get("/api/v1/techniques").get_json()) == {}
    whole = http.get(PATH).get_json()
    for technique in whole["techniques"]:
        for one in technique["levels"]:
            one["dose"] = {"spots": 1, "hold_s": 8}
            del one["hard"]
    assert set(OwnTechniques().validate(whole)) <= {"techniques"}


def test_a_photo_goes_in_as_it_is_and_comes_out_safe_to_keep(cast: Cast) -> None:
    made = written(cast.owner)
    answer = send_photo(cast, made, photos.with_a_place(photos.halves(), 6), query="?alt=The+ball+at+the+wall")
    assert answer.status_code == 200, answer.text
    photo = answer.get_json()["photo"]
    assert (photo["alt"], photo["width"], photo["height"]) == ("The ball at the wall", 200, 400)
    assert answer.get_json()["version"] == 2
    seen = cast.client.http.get(photo["url"])
    assert (seen.status_code, seen.mimetype) == (200, "image/jpeg")
    assert b"Secret" not in seen.data and len(seen.data) <= MOST_BYTES
    assert seen.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    assert seen.headers["X-Content-Type-Options"] == "nosniff"
    assert seen.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "Set-Cookie" not in seen.headers


def test_without_words_a_photo_is_called_as_its_technique(cast: Cast) -> None:
    made = written(cast.owner)
    assert send_photo(cast, made, photos.photo()).get_json()["photo"]["alt"] == made["name"]


def test_the_same_photo_keeps_its_address_and_another_gets_another(cast: Cast) -> None:
    made = written(cast.owner)
    urls = [
        send_photo(cast, made, photos.photo(colour=colour)).get_json()["photo"]["url"]
        for colour in ("red", "red", "blue")
    ]
    assert urls[0] == urls[1] != urls[2]
    assert [cast.owner.http.get(url).status_code for url in urls] == [200, 200, 200]


def test_the_same_photo_has_another_address_in_another_practice(cast: Cast) -> None:
    mine, theirs = written(cast.owner), written(cast.stranger)
    url = send_photo(cast, mine, photos.photo()).get_json()["photo"]["url"]
    other = cast.stranger.http.put(f"{PATH}/{theirs['id']}/photo", data=photos.photo(), content_type="image/png")
    assert other.get_json()["photo"]["url"] != url
    assert cast.stranger.http.get(url).status_code == 404


def test_a_photo_comes_along_with_the_program_and_goes_when_it_is_taken_away(cast: Cast) -> None:
    made = written(cast.owner)
    photo = send_photo(cast, made, photos.photo()).get_json()["photo"]
    program = {"items": [{"technique_id": made["id"], "level": 1}], "days": [0], "reason": "New"}
    saved = cast.owner.http.post(f"/api/v1/clients/{cast.client.id}/program/versions", json=program).get_json()
    assert saved["items"][0]["technique"]["photo"] == photo
    gone = cast.owner.http.delete(f"{PATH}/{made['id']}/photo?base_version=2")
    assert (gone.get_json()["photo"], gone.get_json()["version"]) == (None, 3)
    view = cast.client.http.get("/api/v1/sync").get_json()
    assert view["program"]["items"][0]["technique"]["photo"] is None
    assert cast.client.http.get(photo["url"]).status_code == 200  # a phone that has not heard of it yet


def test_two_who_send_photos_at_once_do_not_overwrite_each_other(cast: Cast) -> None:
    made = written(cast.owner)
    assert send_photo(cast, made, photos.photo(), query="?base_version=1").status_code == 200
    late = send_photo(cast, made, photos.photo(), query="?base_version=1")
    assert (late.status_code, late.get_json()["current"]) == (409, 2)


@pytest.mark.parametrize(
    ("data", "kind", "status", "field"),
    [
        (b"", "image/jpeg", 422, "photo"),
        (b"<svg><script>alert(1)</script></svg>", "image/svg+xml", 422, "photo"),
        (b"<html></html>", "image/png", 422, "photo"),
        (photos.photo("GIF"), "image/gif", 422, "photo"),
        (photos.png_of_size(50_000, 50_000), "image/png", 422, "photo"),
        (photos.photo(), "text/html", 415, None),
        (photos.photo(), "application/json", 415, None),
        (photos.photo(), "multipart/form-data; boundary=x", 415, None),
        (photos.photo(), "", 415, None),
    ],
)
def test_what_is_no_photo_changes_nothing(cast: Cast, data: bytes, kind: str, status: int, field: str | None) -> None:
    made = written(cast.owner)
    answer = send_photo(cast, made, data, kind)
    assert answer.status_code == status, answer.text
    if field:
        assert list(answer.get_json()["fields"]) == [field]
    [now] = cast.owner.http.get(PATH).get_json()["techniques"]
    assert (now["version"], now["photo"]) == (1, None)


def test_a_photo_over_10_mb_is_refused_before_it_is_read(cast: Cast) -> None:
    made = written(cast.owner)
    assert send_photo(cast, made, b"\xff\xd8" + b"x" * MAX_PHOTO).status_code == 413
    assert send_photo(cast, made, photos.photo() + b"x" * (MAX_PHOTO - 50_000)).status_code == 200


def test_no_other_site_sends_a_photo_in_somebodys_name(cast: Cast) -> None:
    made = written(cast.owner)
    answer = cast.owner.http.put(
        f"{PATH}/{made['id']}/photo",
        data=photos.photo(),
        content_type="image/jpeg",
        headers={"Sec-Fetch-Site": "cross-site"},
    )
    assert (answer.status_code, answer.get_json()["code"]) == (403, "cross_site")


def test_other_doors_take_no_photo(cast: Cast) -> None:
    answer = cast.owner.http.post(PATH, data=photos.photo(), content_type="image/jpeg")
    assert answer.status_code == 415


def test_an_odd_address_of_a_photo_finds_nothing(cast: Cast) -> None:
    made = written(cast.owner)
    url = send_photo(cast, made, photos.photo()).get_json()["photo"]["url"]
    for odd in (url[:-1], url + "x", "/api/v1/photos/..%2f..%2fetc", "/api/v1/photos/" + "0" * 5000):
        assert cast.owner.http.get(odd).status_code == 404


def test_seconds_or_breaths_but_not_both(cast: Cast) -> None:
    both = level(dose={"spots": 1, "hold_s": 24, "breaths": 3})
    answer = cast.owner.http.post(PATH, json=body(levels=[both]))
    assert (answer.status_code, list(answer.get_json()["fields"])) == (422, ["levels.0.dose.breaths"])


def test_more_than_three_levels_or_none_are_refused(cast: Cast) -> None:
    for levels in ([], [level()] * 4):
        answer = cast.owner.http.post(PATH, json=body(levels=levels))
        assert (answer.status_code, list(answer.get_json()["fields"])) == (422, ["levels"])
