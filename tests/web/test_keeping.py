"""Export, import and erasure over HTTP."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

import orjson
import pytest

from pith.services import export_page
from pith.store import copying
from pith.store.db import db
from tests import logs
from tests.cast import Cast
from tests.conftest import MONDAY
from tests.furnished import PRIVATE_WORDS, SECRET_WORDS, furnish

NAME = {"confirm_name": "Client of the owner"}


def test_an_export_is_a_file_for_keeping(cast: Cast) -> None:
    furnish(cast)
    answer = cast.owner.http.get(f"/api/v1/clients/{cast.client.id}/export")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == 'attachment; filename="pith-export.json"'
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert (answer.json["format"], answer.json["version"]) == ("pith-client-export", 1)
    assert answer.json["client"]["name"] == "Client of the owner"


def test_the_client_takes_her_own_data_along_with_her_diary(cast: Cast) -> None:
    furnish(cast)
    assert PRIVATE_WORDS in cast.client.http.get("/api/v1/me/export").text
    assert PRIVATE_WORDS in cast.client.http.get("/api/v1/me/export.html").text
    assert PRIVATE_WORDS not in cast.owner.http.get(f"/api/v1/clients/{cast.client.id}/export.html").text


class Page(HTMLParser):
    """The page as a browser reads it: elements, captions, what is fetched."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.fetched: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.fetched += [str(value) for name, value in attrs if name in ("src", "href", "action")]


def test_the_page_stands_alone_and_runs_nothing(cast: Cast) -> None:
    furnish(cast)
    answer = cast.client.http.get("/api/v1/me/export.html")
    page = Page(answer.text)
    assert page.fetched == []
    assert "script" not in page.tags
    assert page.tags.count("caption") == page.tags.count("table") > 10
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in answer.text
    assert "&lt;b&gt;slowly&lt;/b&gt;" in answer.text
    assert SECRET_WORDS in answer.text
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'sha256-")


def test_the_style_that_the_policy_allows_is_the_style_of_the_page(cast: Cast) -> None:
    text = cast.client.http.get("/api/v1/me/export.html").text
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style == export_page.STYLE


def test_what_was_taken_back_is_struck_through(cast: Cast) -> None:
    furnish(cast)
    note = logs.make("note", text="A slip of the finger")
    sent = logs.batch(note, logs.make("void", voids=note["id"]), at=MONDAY)
    assert cast.client.http.post("/api/v1/sync/logs", json=sent).status_code == 200
    text = cast.client.http.get("/api/v1/me/export.html").text
    assert re.search(r'<tr class="back">(<td>[^<]*</td>)*<td>A slip of the finger</td>', text)


def test_what_a_therapist_did_about_a_flag_stands_on_the_page_with_her_name(cast: Cast) -> None:
    furnish(cast)
    text = cast.client.http.get("/api/v1/me/export.html").text
    row = r"<td>Owner of Practice A</td><td>bruises_easily</td><td>yes</td><td>[^<]*</td><td>Told in the room.</td>"
    assert re.search(row, text)


def test_the_page_tells_what_was_felt_of_each_side_and_how_strong_a_stop_was(cast: Cast) -> None:
    furnish(cast)
    spots = [
        {"spot": 1, "start": 7, "discomfort": 4, "end": None},
        {"spot": 2, "start": 5, "discomfort": 6, "end": None},
    ]
    sides = [
        {**logs.ENTRY, "technique_id": "scalp-glide", "side": "left", "softening": {"start": 6, "end": 3}},
        {**logs.ENTRY, "technique_id": "scalp-glide", "side": "right", "softening": None, "holds": spots},
    ]
    sent = logs.batch(logs.make("session", items=sides), logs.make("hurt", discomfort=9), at=MONDAY)
    assert cast.client.http.post("/api/v1/sync/logs", json=sent).status_code == 200
    text = cast.client.http.get("/api/v1/me/export.html").text
    assert "Scalp glide (left): tender 6 at first, tender 3 in the end;" in text
    assert "Scalp glide (right): tender 7/5 at first, discomfort 4/6</td>" in text
    assert "<td>sharp</td><td>9</td>" in text


def test_the_page_speaks_the_clients_language(cast: Cast) -> None:
    furnish(cast)
    cast.owner.http.patch(f"/api/v1/clients/{cast.client.id}", json={"language": "de"})
    text = cast.owner.http.get(f"/api/v1/clients/{cast.client.id}/export.html").text
    assert '<html lang="de">' in text and "Alles, was über Client of the owner aufbewahrt wird" in text
    words = set(re.findall(r"<(?:h1|h2|caption|th)\b[^>]*>([^<]*)<", text))
    english = cast.other_client.http.get("/api/v1/me/export.html").text
    shared = words & set(re.findall(r"<(?:h1|h2|caption|th)\b[^>]*>([^<]*)<", english))
    assert shared <= {"Name"}
    assert "Kopfhaut" in text, "the technique is called as in her program"


def exported(cast: Cast) -> dict[str, Any]:
    return dict(cast.owner.http.get(f"/api/v1/clients/{cast.client.id}/export").json)


def test_another_practice_takes_an_export_in(cast: Cast) -> None:
    furnish(cast)
    answer = cast.stranger.http.post("/api/v1/clients/import", json={"export": exported(cast)})
    assert answer.status_code == 201, answer.json
    row = next(
        one for one in cast.stranger.http.get("/api/v1/clients").json["clients"] if one["id"] == answer.json["id"]
    )
    assert (row["name"], row["program_number"], row["screened"], row["paired"]) == (
        NAME["confirm_name"],
        2,
        True,
        False,
    )
    told = cast.stranger.http.get(f"/api/v1/clients/{row['id']}/logs").json["logs"]
    assert SECRET_WORDS in str(told)
    assert cast.owner.http.get(f"/api/v1/clients/{row['id']}").status_code == 404


def test_a_file_larger_than_other_requests_is_taken_in(cast: Cast) -> None:
    furnish(cast)
    document = exported(cast)
    note = next(one for one in document["logs"] if one["log"]["kind"] == "note")
    for _ in range(200):
        document["logs"].append({**note, "log": {**note["log"], "id": logs.new_id(), "text": "x" * 4000}})
    body = orjson.dumps({"export": document})
    assert len(body) > 600_000
    url, kind = "/api/v1/clients/import", "application/json"
    assert cast.stranger.http.post(url, data=body, content_type=kind).status_code == 201
    assert cast.client.http.post(url, data=body, content_type=kind).status_code == 404


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"format": "something-else"}, "export.format"),
        ({"version": 2}, "export.version"),
        ({"surprise": 1}, "export.surprise"),
        ({"made_by": "Pith\x00"}, "export"),
        ({"made_by": "\ud800"}, "export"),
        ({"logs": "none"}, "export.logs"),
        ({"alerts": [{"cause": "hurt"}]}, "export.alerts.0.source_id"),
        ({"quarantine": [{}]}, "export.quarantine.0.digest"),
    ],
)
def test_what_is_no_export_is_refused_by_name(cast: Cast, change: dict[str, Any], field: str) -> None:
    body = json.dumps({"export": {**exported(cast), **change}})
    answer = cast.stranger.http.post("/api/v1/clients/import", data=body, content_type="application/json")
    assert answer.status_code in (400, 422), answer.status_code
    if answer.status_code == 422:
        assert field in answer.json["fields"], answer.json


def test_a_big_number_that_a_phone_told_comes_along(cast: Cast) -> None:
    furnish(cast)
    told = logs.make("setting", name="since_ms", value=1_772_000_000_000)
    assert cast.client.http.post("/api/v1/sync/logs", json=logs.batch(told, at=MONDAY)).status_code == 200
    assert cast.stranger.http.post("/api/v1/clients/import", json={"export": exported(cast)}).status_code == 201


@pytest.mark.parametrize("number", [2**31, -(2**40), 10**30])
def test_a_number_that_no_column_holds_is_refused(cast: Cast, number: int) -> None:
    furnish(cast)
    document = exported(cast)
    document["programs"][0]["dose_s"] = number
    body = json.dumps({"export": document})
    answer = cast.stranger.http.post("/api/v1/clients/import", data=body, content_type="application/json")
    assert answer.status_code in (400, 422)


def test_an_erased_clients_phones_are_told_to_wipe(cast: Cast) -> None:
    furnish(cast)
    assert cast.owner.http.delete(f"/api/v1/clients/{cast.client.id}", json=NAME).status_code == 204
    answer = cast.client.http.get("/api/v1/sync")
    assert answer.status_code == 410
    assert (answer.json["code"], answer.json["wipe"]) == ("client_revoked", True)
    assert answer.json["client_id"] == cast.client.id
    late = cast.client.http.post("/api/v1/sync/logs", json=logs.batch(logs.make("note"), at=MONDAY))
    assert [one["status"] for one in late.json["results"]] == ["deleted"]
    for path in ("/api/v1/me", "/api/v1/me/export"):
        assert cast.client.http.get(path).status_code == 401


def test_every_desk_hears_of_an_erasure_in_the_feed(cast: Cast) -> None:
    furnish(cast)
    after = cast.owner.http.get("/api/v1/logs?after=0").json["next"]
    assert cast.client.http.delete("/api/v1/me", json=NAME).status_code == 204
    feed = cast.owner.http.get(f"/api/v1/logs?after={after}").json
    assert [one["client_id"] for one in feed["erased"]] == [cast.client.id]
    assert feed["next"] > after
    assert cast.stranger.http.get("/api/v1/logs?after=0").json["erased"] == []


def test_erasing_needs_the_right_name_and_the_right_person(cast: Cast) -> None:
    url = f"/api/v1/clients/{cast.client.id}"
    wrong = cast.owner.http.delete(url, json={"confirm_name": "Somebody else"})
    assert (wrong.status_code, list(wrong.json["fields"])) == (422, ["confirm_name"])
    missing = cast.owner.http.delete("/api/v1/clients/00000000-0000-7000-8000-000000000000", json=NAME)
    for who in (cast.stranger, cast.colleague, cast.client, cast.strangers_client):
        refused = who.http.delete(url, json=NAME)
        assert (refused.status_code, refused.data) == (missing.status_code, missing.data)
    assert cast.other_client.http.delete("/api/v1/me", json=NAME).status_code == 422
    assert cast.owner.http.delete("/api/v1/me", json=NAME).status_code == 404
    assert cast.owner.http.get(url).status_code == 200


def test_erased_words_are_overwritten_in_the_file_itself(cast: Cast) -> None:
    made = cast.owner.http.post("/api/v1/clients", json={"name": "Unmistakable Zanzibar", "timezone": "Europe/Berlin"})
    answer = cast.owner.http.delete(
        f"/api/v1/clients/{made.json['id']}", json={"confirm_name": "unmistakable zanzibar"}
    )
    assert answer.status_code == 204
    db.session.remove()
    db.engine.dispose()
    file = copying.sqlite_file(db.engine)
    copying.settle_sqlite(file)
    assert b"Zanzibar" not in file.read_bytes()
