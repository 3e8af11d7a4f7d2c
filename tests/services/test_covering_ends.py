"""What a cover leaves behind: no link that opens, no client without anybody, and nobody who is away herself."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import orjson
import pytest
from flask import Flask
from sqlalchemy import select

from pith.config import Settings
from pith.content.loader import load_content
from pith.services import covering, sync
from pith.services.transaction import AnySession, read
from pith.store.deliveries import Delivery
from pith.store.inbox import TherapistAway
from tests import logs
from tests.cast import Cast, Someone, _Maker
from tests.conftest import MONDAY, Clock
from tests.services.inbox_world import tell

AWAY = "/api/v1/practices/me/away"
TODAY = MONDAY.date()
LATER = TODAY + timedelta(days=4)
FROM_NOWHERE = {"id": "00000000-0000-7000-8000-00000000d0aa", "label": "A phone of somebody"}


@pytest.fixture
def third(cast: Cast, app: Flask, session: AnySession, settings: Settings, clock: Clock) -> Someone:
    """Another colleague in practice A, who was given the cast's client."""
    made = _Maker(app, session, settings, clock).member(cast.owner, "third@a.example")
    assert cast.owner.http.put(access(cast.client, made)).status_code == 204
    return made


def access(client: Someone, therapist: Someone) -> str:
    return f"/api/v1/clients/{client.id}/members/{therapist.id}"


def away(who: Someone, by: Someone, first: date = TODAY, last: date = TODAY) -> Any:
    return who.http.put(AWAY, json={"from": first.isoformat(), "until": last.isoformat(), "covered_by": by.id})


def link(who: Someone, client: Someone) -> str:
    made = who.http.post(f"/api/v1/clients/{client.id}/invitations")
    assert made.status_code == 201, made.text
    return str(made.get_json()["token"])


def opens(app: Flask, token: str) -> bool:
    answer = app.test_client().post("/api/v1/session/pair", json={"token": token, "device": FROM_NOWHERE})
    assert answer.status_code in (200, 404), answer.text
    return bool(answer.status_code == 200)


def test_while_she_stands_in_her_links_open(app: Flask, cast: Cast, third: Someone) -> None:
    assert away(third, cast.colleague).status_code == 200
    assert opens(app, link(cast.colleague, cast.client))


@pytest.mark.parametrize("how", ["back", "over", "over, and tidied up", "taken from who is away", "who is away leaves"])
def test_a_link_that_who_stood_in_kept_back_opens_nothing_afterwards(
    app: Flask, cast: Cast, third: Someone, session: AnySession, clock: Clock, how: str
) -> None:
    assert away(third, cast.colleague).status_code == 200
    kept, owners = link(cast.colleague, cast.client), link(cast.owner, cast.client)
    if how == "back":
        assert third.http.delete(AWAY).status_code == 204
    elif how == "taken from who is away":
        assert cast.owner.http.delete(access(cast.client, third)).status_code == 204
    elif how == "who is away leaves":
        assert cast.owner.http.delete(f"/api/v1/practices/me/members/{third.id}").status_code == 204
    else:
        clock.forward(hours=16)  # 23:00 in UTC, midnight in Berlin
        if how == "over, and tidied up":
            covering.end_those_over(session, clock())
    assert not opens(app, kept)
    assert opens(app, owners)


def test_who_leaves_hands_clients_that_nobody_else_has_to_the_owner(
    cast: Cast, third: Someone, session: AnySession
) -> None:
    """Else nobody would hear of them while the owner is away, though a colleague stands in for her."""
    for client in (cast.client, cast.other_client):
        assert cast.owner.http.put(access(client, third)).status_code == 204
        assert cast.owner.http.delete(access(client, cast.owner)).status_code == 204
    assert cast.owner.http.put(access(cast.other_client, cast.colleague)).status_code == 204
    assert cast.owner.http.delete(f"/api/v1/practices/me/members/{third.id}").status_code == 204
    shown = [cast.owner.http.get(f"/api/v1/clients/{one.id}").get_json() for one in (cast.client, cast.other_client)]
    assert [[one["id"] for one in card["therapists"]] for card in shown] == [[cast.owner.id], [cast.colleague.id]]
    assert away(cast.owner, cast.colleague).status_code == 200
    assert cast.colleague.http.get(f"/api/v1/clients/{cast.client.id}").status_code == 200
    tell(cast.client, logs.make("flag", flag_id="rf_dvt", sites=[]), at=MONDAY)
    session.rollback()
    with read(session):
        heard = set(session.scalars(select(Delivery.recipient_id).where(Delivery.kind == "alert")))
    assert heard == {cast.owner.id, cast.colleague.id}


def test_two_who_are_away_do_not_stand_in_for_one_another(cast: Cast, third: Someone) -> None:
    assert away(cast.colleague, third, TODAY, LATER).status_code == 200
    refused = away(third, cast.colleague, LATER, LATER + timedelta(days=1))
    assert (refused.status_code, list(refused.get_json()["fields"])) == (422, ["covered_by"])
    assert away(third, cast.colleague, LATER + timedelta(days=1), LATER + timedelta(days=9)).status_code == 200


def phone_says(session: AnySession, cast: Cast, clock: Clock, settings: Settings) -> Any:
    session.rollback()
    pulled = sync.pull(session, cast.client.actor, clock(), settings.secrets.master, load_content())
    assert pulled.body is not None
    return orjson.loads(pulled.body)["me"]["away"]


def test_a_phone_names_nobody_who_does_not_see_its_client(
    cast: Cast, session: AnySession, clock: Clock, settings: Settings
) -> None:
    """The therapist whom it names was away, and gave this client to a colleague for good: who stands in for her sees
    others."""
    assert away(cast.owner, cast.colleague).status_code == 200
    assert phone_says(session, cast, clock, settings)["cover_name"] == cast.colleague.name
    assert cast.owner.http.put(access(cast.client, cast.colleague)).status_code == 204
    assert cast.owner.http.delete(access(cast.client, cast.owner)).status_code == 204
    assert phone_says(session, cast, clock, settings) is None
    assert cast.owner.http.put(access(cast.client, cast.owner)).status_code == 204
    assert phone_says(session, cast, clock, settings)["cover_name"] == cast.colleague.name


def test_spans_that_are_over_are_tidied_up(cast: Cast, session: AnySession, clock: Clock) -> None:
    assert away(cast.owner, cast.colleague).status_code == 200
    left = []
    for hours in (0, 24):
        covering.end_those_over(session, clock.forward(hours=hours))
        with read(session):
            left.append(len(session.scalars(select(TherapistAway)).all()))
    assert left == [1, 0]
