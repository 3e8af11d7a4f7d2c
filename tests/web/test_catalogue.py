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
