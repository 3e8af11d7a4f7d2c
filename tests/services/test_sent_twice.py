"""What the desk sends twice, because the answer to the first was lost, stands once, and the second request gets the
answer of the first. An id that stands for something else already is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Select, func, select

from pith.config import Settings
from pith.content.loader import load_content
from pith.domain.screening import Act
from pith.services import clients, flags_desk, intake_desk, measures, own_techniques, programs, screening, sign_offs
from pith.services.program_wire import draft_of
from pith.services.transaction import AnySession, read
from pith.store.accounts import Client
from pith.store.answers import AnswerEntry
from pith.store.catalogue import OwnTechnique, SignOff
from pith.store.db import db
from pith.store.practice import Log
from pith.store.programs import ProgramVersion
from pith.store.screening import Clearance, FlagEntry
from tests import logs, own
from tests.cast import Cast
from tests.conftest import MONDAY, Clock
from tests.services.inbox_world import tell
from tests.services.test_at_once import at_once

ID = "00000000-0000-7000-8000-0000000000f1"
CLIENT = "/api/v1/clients/{client}"
MINE = "/api/v1/practices/me"
CALF = {"region": "calf", "side": "left"}
PAIN = {"measure_id": "pain_avg", "values": {"avg": 6}}
RAISED = {"flag_id": "surgery_1_6w", "act": "raise", "sites": [CALF], "reason": "Seen in the room"}
ANSWERS = {"answers": {"q12": "yes", "q26": "no"}}
NEWCOMER = {"name": "Ina Berg", "timezone": "Europe/Oslo"}
ITEMS = [{"technique_id": "scalp-glide", "level": 1}, {"technique_id": "temple-hold", "level": 1, "note": "Softly"}]
VERSION = {"base_version": 0, "items": ITEMS, "days": [0, 2, 4], "reason": "To begin with"}

# What is sent, what of it says something else, and which rows it makes.
FORMS: Mapping[str, tuple[str, dict[str, Any], dict[str, Any], Select[Any]]] = {
    "a measure": (f"{CLIENT}/measures", PAIN, {"values": {"avg": 5}}, select(Log).where(Log.kind == "measure")),
    "a flag": (f"{CLIENT}/flags", RAISED, {"flag_id": "bruises_easily", "sites": []}, select(FlagEntry)),
    "answers": (f"{CLIENT}/intake", ANSWERS, {"answers": {"q12": "no", "q26": "no"}}, select(AnswerEntry)),
    "her word": (f"{CLIENT}/clearance", {"note": "Screened."}, {"note": "Not quite."}, select(Clearance)),
    "a version": (f"{CLIENT}/program/versions", VERSION, {"reason": "Another"}, select(ProgramVersion)),
    "a client": ("/api/v1/clients", NEWCOMER, {"name": "Ole Berg"}, select(Client).where(Client.name.like("% Berg"))),
    "a technique": (f"{MINE}/techniques", own.body(), {"name": "Another one"}, select(OwnTechnique)),
}
ROWS = {"answers": 2}


@pytest.fixture
def told(cast: Cast) -> str:
    """The id of her question."""
    question = logs.make("question")
    tell(cast.client, question, at=MONDAY)
    return str(question["id"])


def count(session: AnySession, rows: Select[Any]) -> int:
    session.rollback()
    with read(session):
        return session.scalar(select(func.count()).select_from(rows.subquery())) or 0


@pytest.mark.parametrize("form", FORMS)
def test_a_form_that_is_sent_twice_stands_once(form: str, cast: Cast, session: AnySession, clock: Clock) -> None:
    path, body, other, rows = FORMS[form]
    path = path.format(client=cast.client.id)
    before = count(session, rows)
    first = cast.owner.http.post(path, json={"id": ID, **body})
    assert first.status_code == 201, first.text
    clock.forward(minutes=2)
    again = cast.owner.http.post(path, json={"id": ID, **body})
    assert (again.status_code, again.get_json()) == (201, first.get_json())
    assert count(session, rows) == before + ROWS.get(form, 1)
    refused = cast.owner.http.post(path, json={"id": ID, **body, **other})
    assert (refused.status_code, refused.get_json()["code"]) == (409, "id_taken")
    assert count(session, rows) == before + ROWS.get(form, 1)


@pytest.mark.parametrize("form", [form for form in FORMS if form != "a version"])
def test_a_form_that_is_filled_in_twice_stands_twice(form: str, cast: Cast, session: AnySession) -> None:
    path, body, _, rows = FORMS[form]
    path = path.format(client=cast.client.id)
    before = count(session, rows)
    for given in ({}, {"id": ID}, {"id": ID[:-1] + "2"}):
        assert cast.owner.http.post(path, json={**given, **body}).status_code == 201
    assert count(session, rows) == before + 3 * ROWS.get(form, 1)


def test_two_practices_that_send_one_id_have_two_clients_with_ids_of_their_own(cast: Cast) -> None:
    ids = [
        one.http.post("/api/v1/clients", json={"id": cast.client.id, **NEWCOMER}).get_json()["id"]
        for one in (cast.owner, cast.stranger)
    ]
    assert len({*ids, cast.client.id}) == 3


def test_a_flag_sent_twice_is_one_telling(cast: Cast) -> None:
    for _ in range(2):
        sheet = cast.owner.http.post(f"/api/v1/clients/{cast.client.id}/flags", json={"id": ID, **RAISED}).get_json()
    assert [(one["flag_id"], one["id"]) for one in sheet["flags"]] == [("surgery_1_6w", ID)]


def test_a_lowering_and_a_lift_sent_twice_are_not_refused_for_what_they_did_themselves(cast: Cast) -> None:
    path = f"/api/v1/clients/{cast.client.id}/flags"
    raised = [cast.owner.http.post(path, json={**RAISED, "flag_id": flag, "sites": []}).get_json()
              for flag in ("bruises_easily", "rf_dvt")]  # fmt: skip
    ids = {one["flag_id"]: one["id"] for one in raised[-1]["flags"]}
    told = [
        {"flag_id": "bruises_easily", "act": "lower", "covers": [ids["bruises_easily"]], "reason": "Not so any more"},
        {"flag_id": "rf_dvt", "act": "lift", "lifts": ids["rf_dvt"], "reason": "Seen by her doctor today"},
    ]
    for place, act in enumerate(told):
        answers = [cast.owner.http.post(path, json={"id": f"{ID[:-1]}{place}", **act}) for _ in range(2)]
        assert [one.status_code for one in answers] == [201, 201], answers[-1].text
    assert answers[-1].get_json()["flags"] == []
    assert len(answers[-1].get_json()["history"]) == 4


def test_an_id_of_another_clients_version_is_taken(cast: Cast) -> None:
    sent = [
        cast.owner.http.post(f"/api/v1/clients/{one.id}/program/versions", json={"id": ID, **VERSION})
        for one in (cast.client, cast.other_client)
    ]
    assert [one.status_code for one in sent] == [201, 409]


def test_a_version_says_one_thing_under_its_id(cast: Cast) -> None:
    path = f"/api/v1/clients/{cast.client.id}/program/versions"
    assert cast.owner.http.post(path, json={"id": ID, **VERSION}).status_code == 201
    for other in (
        {"items": ITEMS[:1]},
        {"days": [0, 2]},
        {"base_version": 1},
        {"items": [ITEMS[0], {**ITEMS[1], "note": ""}]},
    ):
        assert cast.owner.http.post(path, json={"id": ID, **VERSION, **other}).status_code == 409, other
    assert cast.colleague.http.post(path, json={"id": ID, **VERSION}).status_code == 404


def test_an_answer_sent_twice_is_the_answer_and_another_one_comes_too_late(cast: Cast, told: str) -> None:
    path = f"/api/v1/clients/{cast.client.id}/logs/{told}/answer"
    first = cast.owner.http.post(path, json={"text": "Rest it today."})
    again = cast.owner.http.post(path, json={"text": "Rest it today."})
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.get_json() == first.get_json()
    assert cast.owner.http.post(path, json={"text": "Go on."}).get_json()["code"] == "answered"
    assert cast.owner.http.put(f"/api/v1/clients/{cast.client.id}/members/{cast.colleague.id}").status_code == 204
    assert cast.colleague.http.post(path, json={"text": "Rest it today."}).get_json()["code"] == "answered"


def test_a_signature_sent_twice_stands_once(cast: Cast, session: AnySession) -> None:
    version = load_content().parts["rules"]
    signed = {"part": "rules", "version": version, "name": "Reviewing Clinician", "role": "Physician"}
    answers = [cast.owner.http.post(f"{MINE}/sign-offs", json=signed) for _ in range(2)]
    assert [one.status_code for one in answers] == [201, 201]
    assert answers[0].get_json() == answers[1].get_json()
    assert count(session, select(SignOff)) == 1
    assert cast.owner.http.post(f"{MINE}/sign-offs", json={**signed, "name": "Another"}).status_code == 201
    assert count(session, select(SignOff)) == 2


def test_the_next_version_of_an_own_technique_sent_twice_is_one(cast: Cast, session: AnySession) -> None:
    made = cast.owner.http.post(f"{MINE}/techniques", json=own.body()).get_json()
    path = f"{MINE}/techniques/{made['id']}"
    changed = {**own.body(), "name": "A softer wall", "base_version": 1}
    answers = [cast.owner.http.put(path, json=changed) for _ in range(2)]
    assert [one.status_code for one in answers] == [200, 200], answers[-1].text
    assert answers[0].get_json() == answers[1].get_json()
    stale = cast.owner.http.put(path, json={**changed, "name": "A harder wall"})
    assert (stale.status_code, stale.get_json()["code"]) == (409, "base_version_stale")
    assert cast.colleague.http.put(path, json=changed).get_json()["code"] == "base_version_stale"
    assert count(session, select(OwnTechnique)) == 2


def test_sent_twice_at_the_same_instant_it_stands_once(
    app: Flask, cast: Cast, session: AnySession, clock: Clock, settings: Settings
) -> None:
    owner, client, master, content = cast.owner.actor, cast.client.id, settings.secrets.master, load_content()
    act = Act("bruises_easily", "raise", (), None, "Seen")
    told, signed = {**PAIN, "id": ID}, ("rules", content.parts["rules"], "Reviewer", "Physician")
    work: dict[str, Callable[[], object]] = {
        "a measure": lambda: measures.write_down(db.session, owner, clock.now, master, client, told),
        "a flag": lambda: flags_desk.act(db.session, owner, clock.now, content, client, act, ID),
        "answers": lambda: intake_desk.answer(
            db.session, owner, clock.now, content, master, client, ANSWERS["answers"], ID
        ),
        "her word": lambda: screening.record(db.session, owner, clock.now, client, "Seen.", ID),
        "a version": lambda: programs.save_version(
            db.session, owner, clock.now, content, client, draft_of(VERSION), ID, 0
        ),
        "a client": lambda: clients.add_client(
            db.session, owner, clock.now, master, "Ina Berg", "Europe/Oslo", None, ID
        ),
        "a technique": lambda: own_techniques.add(db.session, owner, clock.now, content, own.body(), "en", ID),
        "a signature": lambda: sign_offs.sign(db.session, owner, clock.now, content, *signed),
    }
    rows = {**{form: rows for form, (_, _, _, rows) in FORMS.items()}, "a signature": select(SignOff)}
    for form, one in work.items():
        before = count(session, rows[form])
        assert at_once(app, *[one] * 3) == ["done"] * 3, form
        assert count(session, rows[form]) == before + {"answers": 2, "a flag": 1}.get(form, 1), form
