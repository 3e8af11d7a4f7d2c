"""The catalogue as one document, and the clinician's signature under it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import orjson
import pytest

from pith.content.loader import load_content
from pith.domain.errors import Invalid
from pith.services import catalogue as service
from pith.services.transaction import AnySession
from tests.conftest import Clock

CATALOGUE = load_content().catalogue
ID = "00000000-0000-7000-8000-000000000001"


def document(session: AnySession) -> dict[str, Any]:
    found: dict[str, Any] = orjson.loads(service.page(session, CATALOGUE).body)
    return found


def test_the_content_is_unsigned_until_somebody_signs(session: AnySession) -> None:
    assert document(session)["signoff"] is None


def test_a_signature_is_shown_and_changes_the_tag(session: AnySession, clock: Clock) -> None:
    before = service.page(session, CATALOGUE)
    service.sign_off(session, clock(), CATALOGUE, "Reviewing Clinician", "Physiotherapist", ID)
    after = service.page(session, CATALOGUE)
    assert after.etag != before.etag
    assert document(session)["signoff"] == {
        "name": "Reviewing Clinician",
        "role": "Physiotherapist",
        "at": "2026-03-02T07:00:00Z",
    }


def test_the_newest_signature_counts(session: AnySession, clock: Clock) -> None:
    service.sign_off(session, clock(), CATALOGUE, "First", "Physiotherapist", ID)
    service.sign_off(session, clock.forward(days=1), CATALOGUE, "Second", "Physician", ID[:-1] + "2")
    assert document(session)["signoff"]["name"] == "Second"


def test_a_new_version_of_the_content_is_unsigned_again(session: AnySession, clock: Clock) -> None:
    service.sign_off(session, clock(), CATALOGUE, "First", "Physiotherapist", ID)
    assert service.signature_of(session, replace(CATALOGUE, version="another")) is None


@pytest.mark.parametrize(("name", "role"), [(" ", "Physician"), ("First", "")])
def test_a_signature_has_a_name_and_a_role(session: AnySession, clock: Clock, name: str, role: str) -> None:
    with pytest.raises(Invalid):
        service.sign_off(session, clock(), CATALOGUE, name, role, ID)


def test_the_document_is_made_once(session: AnySession) -> None:
    assert service.page(session, CATALOGUE) is service.page(session, CATALOGUE)


def test_a_technique_shows_every_level_complete(session: AnySession) -> None:
    [balls] = [one for one in document(session)["techniques"] if one["id"] == "upper-back-two-balls"]
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


def test_a_starter_says_how_long_it_is_at_its_own_levels_and_at_level_1(session: AnySession) -> None:
    starters = {starter["id"]: starter for starter in document(session)["starters"]}
    assert len(starters) == 13
    foot = starters["plantar-10"]
    assert (foot["dose_s"], foot["with_setup_s"]) == (540, 666)
    assert foot["level_1"] == {"dose_s": 120 + 60 + 80 + 45, "with_setup_s": 305 + 30 + 30 + 46 + 20}
    assert foot["items"][0] == {"technique_id": "plantar-golf-ball", "ref_level": 2}
