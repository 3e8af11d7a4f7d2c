"""The catalogue as one document."""

from __future__ import annotations

from typing import Any

import orjson

from pith.content.loader import load_content
from pith.services import catalogue as service
from pith.services import sign_offs
from pith.services.transaction import AnySession
from tests.cast import Cast
from tests.conftest import Clock

CONTENT = load_content()


def page(session: AnySession, cast: Cast) -> service.Page:
    return service.page_for(session, cast.owner.actor, CONTENT, "en")


def document(session: AnySession, cast: Cast) -> dict[str, Any]:
    found: dict[str, Any] = orjson.loads(page(session, cast).body)
    return found


def test_the_document_is_made_once(session: AnySession, cast: Cast) -> None:
    assert page(session, cast) is page(session, cast)


def test_practices_that_have_nothing_of_their_own_share_it(session: AnySession, cast: Cast) -> None:
    assert page(session, cast) is service.page_for(session, cast.stranger.actor, CONTENT, "en")


def test_a_signature_is_shown_and_changes_the_tag(session: AnySession, cast: Cast, clock: Clock) -> None:
    before = page(session, cast)
    assert document(session, cast)["signoff"] is None
    sign_offs.sign_all(session, clock(), CONTENT, ("techniques",), "Reviewing Clinician", "Physiotherapist")
    after = document(session, cast)
    signed = {"name": "Reviewing Clinician", "role": "Physiotherapist", "at": "2026-03-02T07:00:00Z"}
    assert page(session, cast).etag != before.etag
    assert after["signoff"] == signed
    assert after["sign_offs"] == {"rules": None, "flags": None, "techniques": signed}


def test_a_technique_shows_every_level_complete(session: AnySession, cast: Cast) -> None:
    [balls] = [one for one in document(session, cast)["techniques"] if one["id"] == "upper-back-two-balls"]
    assert sorted(balls["levels"]) == ["1", "2", "3"]
    assert balls["levels"]["1"]["load"] == "lean"
    assert balls["levels"]["2"]["dose"] == {
        "spots": 3,
        "hold_s": 32,
        "roll_s": 30,
        "move_s": 0,
        "breaths": 4,
        "sides": 1,
        "total_s": 126,
    }


def test_a_starter_says_how_long_it_is_at_its_own_levels_and_at_level_1(session: AnySession, cast: Cast) -> None:
    starters = {starter["id"]: starter for starter in document(session, cast)["starters"]}
    assert len(starters) == 13
    foot = starters["plantar-10"]
    assert (foot["dose_s"], foot["with_setup_s"]) == (540, 666)
    assert foot["level_1"] == {"dose_s": 120 + 60 + 80 + 45, "with_setup_s": 305 + 30 + 30 + 46 + 20}
    assert foot["items"][0] == {"technique_id": "plantar-golf-ball", "ref_level": 2}
