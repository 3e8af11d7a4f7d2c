"""Who reads in which language: a client's own choice and her therapist's, and what a program says in each."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from pith.config import Settings
from pith.content.loader import load_content
from pith.domain.errors import Invalid
from pith.services.transaction import AnySession, write
from pith.store.programs import ProgramVersion
from tests import logs
from tests.cast import PASSWORD, Cast
from tests.conftest import MONDAY, Clock
from tests.furnished import exported
from tests.services.sync_world import assign, pull, push
from tests.services.test_exporting import take_in

ENGLISH = load_content().catalogue
GERMAN = ENGLISH.speaking("de")
TECHNIQUE = "plantar-golf-ball"


def choose(cast: Cast, language: Any, at: datetime = MONDAY, sent: datetime = MONDAY) -> list[str]:
    return push(cast.client, logs.make("setting", name="language", value=language, at=at), at=sent)


def view(cast: Cast) -> dict[str, Any]:
    found: dict[str, Any] = pull(cast.client).get_json()
    return found


def snapshot(cast: Cast) -> dict[str, Any]:
    found: dict[str, Any] = view(cast)["program"]["items"][0]["snapshot"]
    return found


def test_a_client_begins_in_the_language_of_the_practice_or_as_her_therapist_says(cast: Cast) -> None:
    add = {"name": "New", "timezone": "Europe/Berlin"}
    first = cast.owner.http.post("/api/v1/clients", json=add).get_json()
    cast.owner.http.patch("/api/v1/practice", json={"settings": {"language": "de"}})
    second = cast.owner.http.post("/api/v1/clients", json=add).get_json()
    third = cast.owner.http.post("/api/v1/clients", json=add | {"language": "en"}).get_json()
    assert [one["language"] for one in (first, second, third)] == ["en", "de", "en"]


def test_the_phone_gets_the_program_in_its_language_and_english_words_stay_at_home(cast: Cast) -> None:
    assign(cast.owner, cast.client, technique=TECHNIQUE)
    english = snapshot(cast)
    assert (view(cast)["me"]["language"], english["name"]) == ("en", ENGLISH.techniques[TECHNIQUE].name)
    assert choose(cast, "de") == ["stored"]
    german = snapshot(cast)
    technique = GERMAN.techniques[TECHNIQUE]
    assert view(cast)["me"]["language"] == "de"
    assert (german["name"], german["feel"]) == (technique.name, technique.feel)
    assert german["steps"] == list(technique.at(1).steps)
    assert [sign["text"] for sign in german["stop"]] == [GERMAN.stop_signs[id_].text for id_ in technique.stop]
    assert [near["say"] for near in german["near"]] == [GERMAN.near[near["id"]].say for near in english["near"]]
    assert "words" not in view(cast)["program"]


def test_the_gentler_ways_are_translated_too(cast: Cast) -> None:
    body = {"items": [{"technique_id": TECHNIQUE, "level": 3}], "days": [0], "reason": "Third level"}
    assert cast.owner.http.post(f"/api/v1/clients/{cast.client.id}/program/versions", json=body).status_code == 201
    choose(cast, "de")
    [lower, lowest] = [swap for swap in snapshot(cast)["swaps"] if swap["tool"] is None]
    technique = GERMAN.techniques[TECHNIQUE]
    assert (lower["steps"], lowest["steps"]) == (list(technique.at(2).steps), list(technique.at(1).steps))


def test_a_change_of_language_is_a_new_view(cast: Cast) -> None:
    before = pull(cast.client).headers["ETag"]
    assert pull(cast.client, before).status_code == 304
    choose(cast, "de")
    assert pull(cast.client, before).status_code == 200
    now = pull(cast.client).headers["ETag"]
    cast.owner.http.patch(f"/api/v1/clients/{cast.client.id}", json={"language": "en"})
    assert pull(cast.client, now).get_json()["me"]["language"] == "en"


def test_the_language_that_was_chosen_last_counts_whatever_arrives_last(cast: Cast) -> None:
    choose(cast, "de", at=MONDAY + timedelta(minutes=5))
    choose(cast, "en", at=MONDAY + timedelta(minutes=2))
    assert view(cast)["me"]["language"] == "de"


def test_a_choice_from_before_the_therapists_own_does_not_undo_it(cast: Cast, clock: Clock) -> None:
    clock.forward(minutes=10)
    cast.owner.http.patch(f"/api/v1/clients/{cast.client.id}", json={"language": "de"})
    choose(cast, "en", at=MONDAY + timedelta(minutes=5), sent=clock())
    assert view(cast)["me"]["language"] == "de"


@pytest.mark.parametrize("value", ["xx", "", None, 5, ["de"]])
def test_a_language_that_we_do_not_speak_is_kept_as_told_and_changes_nothing(cast: Cast, value: Any) -> None:
    before = pull(cast.client).headers["ETag"]
    assert choose(cast, value) == ["stored"]
    assert pull(cast.client, before).status_code == 304


def test_another_setting_does_not_move_the_view(cast: Cast) -> None:
    before = pull(cast.client).headers["ETag"]
    push(cast.client, logs.make("setting", name="voice", value="de"))
    assert pull(cast.client, before).status_code == 304


def test_a_version_from_before_a_language_came_reads_in_english(cast: Cast, session: AnySession) -> None:
    assign(cast.owner, cast.client, technique=TECHNIQUE)
    with write(session):
        session.get_one(ProgramVersion, (cast.owner.actor.practice_id, cast.client.id, 1)).words = {}
    choose(cast, "de")
    assert snapshot(cast)["name"] == ENGLISH.techniques[TECHNIQUE].name


def test_the_desk_reads_programs_in_the_therapists_own_language(cast: Cast) -> None:
    assign(cast.owner, cast.client, technique=TECHNIQUE)
    url = f"/api/v1/clients/{cast.client.id}/program"
    assert cast.owner.http.get(url).get_json()["program"]["items"][0]["snapshot"]["name"].startswith("Sole")
    assert cast.owner.http.patch("/api/v1/me", json={"language": "de"}).get_json()["language"] == "de"
    name = GERMAN.techniques[TECHNIQUE].name
    for path in (url, f"{url}/versions/1"):
        answer = cast.owner.http.get(path).get_json()
        assert answer.get("program", answer)["items"][0]["snapshot"]["name"] == name


def test_an_export_keeps_every_language_and_its_import_reads_as_before(
    session: AnySession, cast: Cast, clock: Clock, settings: Settings
) -> None:
    assign(cast.owner, cast.client, technique=TECHNIQUE)
    choose(cast, "de")
    session.rollback()
    master = settings.secrets.master
    document = exported(session, cast.owner.actor, clock, master, cast.client.id)
    [version] = document["programs"]
    assert document["client"]["language"] == "de"
    assert version["words"]["de"][0]["name"] == GERMAN.techniques[TECHNIQUE].name
    new_id = take_in(session, cast.stranger.actor, clock, master, document)
    assert exported(session, cast.stranger.actor, clock, master, new_id)["programs"][0]["words"] == version["words"]


@pytest.mark.parametrize("part", ["steps", "near", "stop", "ladder", "swaps"])
def test_an_export_whose_words_do_not_fit_its_items_is_refused(
    session: AnySession, cast: Cast, clock: Clock, settings: Settings, part: str
) -> None:
    assign(cast.owner, cast.client, technique=TECHNIQUE)
    session.rollback()  # the version was written in a session of its own
    master = settings.secrets.master
    document = exported(session, cast.owner.actor, clock, master, cast.client.id)
    words = document["programs"][0]["words"]["de"][0]
    words[part] = words[part] + words[part][:1] if words[part] else [{"steps": [], "near": []}]
    with pytest.raises(Invalid) as refused:
        take_in(session, cast.stranger.actor, clock, master, document)
    assert list(refused.value.fields) == ["export.programs.0"]


def test_signing_in_gives_a_therapist_the_language_of_the_page_once(cast: Cast) -> None:
    enter = {"email": "owner@a.example", "password": PASSWORD}
    first = cast.owner.http.post("/api/v1/session", json=enter | {"language": "de"}).get_json()
    second = cast.owner.http.post("/api/v1/session", json=enter | {"language": "en"}).get_json()
    assert (first["language"], second["language"]) == ("de", "de")


def test_an_invitation_opens_in_the_clients_language(cast: Cast) -> None:
    cast.owner.http.patch(f"/api/v1/clients/{cast.client.id}", json={"language": "de"})
    made = cast.owner.http.post(f"/api/v1/clients/{cast.client.id}/invitations").get_json()
    assert made["url"].endswith(f"/join?lang=de#{made['token']}")
