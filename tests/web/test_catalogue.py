"""`GET /techniques`: one document for whoever is signed in."""

from __future__ import annotations

from flask.testing import FlaskClient

from pith.web.catalogue import Catalogue
from tests.cast import Cast

PATH = "/api/v1/techniques"


def test_therapists_and_clients_read_the_same_catalogue(cast: Cast) -> None:
    answers = [who.http.get(PATH) for who in (cast.owner, cast.stranger, cast.client)]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert len({answer.data for answer in answers}) == 1


def test_nobody_reads_it_unless_signed_in(http: FlaskClient) -> None:
    assert http.get(PATH).status_code == 401


def test_the_document_is_what_the_schema_says(cast: Cast) -> None:
    assert Catalogue().validate(cast.owner.http.get(PATH).get_json()) == {}


def test_a_copy_that_is_still_the_newest_is_not_sent_again(cast: Cast) -> None:
    first = cast.owner.http.get(PATH)
    again = cast.owner.http.get(PATH, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    other = cast.owner.http.get(PATH, headers={"If-None-Match": '"another"'})
    assert other.status_code == 200


def test_it_comes_in_the_language_asked_for_else_in_that_of_whoever_is_signed_in(cast: Cast) -> None:
    english, german = (cast.owner.http.get(PATH, query_string={"lang": lang}) for lang in ("en", "de"))
    assert german.headers["ETag"] != english.headers["ETag"]
    assert german.get_json()["tools"][0]["label"] == "Zwei Tennisbälle in einer Socke"
    assert cast.owner.http.get(PATH).data == english.data
    cast.owner.http.patch("/api/v1/me", json={"language": "de"})
    own = cast.owner.http.get(PATH)
    assert own.data == german.data and "Cookie" in own.headers["Vary"]
    stale = cast.owner.http.get(PATH, headers={"If-None-Match": english.headers["ETag"]})
    assert stale.status_code == 200


def test_a_language_that_pith_does_not_speak_is_refused(cast: Cast) -> None:
    assert cast.owner.http.get(PATH, query_string={"lang": "xx"}).status_code == 422
