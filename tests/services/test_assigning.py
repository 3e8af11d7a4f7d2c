"""Assigning to a client with flags: blocked is refused, an override is answered and kept, limits are cut in."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from pith.content.loader import load_content
from pith.domain.accounts import Actor
from pith.domain.errors import Invalid
from pith.services import programs
from pith.services.program_wire import draft_of
from pith.services.transaction import AnySession
from tests import logs
from tests.cast import Cast
from tests.conftest import Clock
from tests.services.sync_world import pull, push

Json = dict[str, Any]
CONTENT = load_content()
LACROSSE = {"technique_id": "levator-ball-wall", "level": 3}
SOFT = {"technique_id": "neck-shoulder-soft-ball-wall", "level": 3}
CLEARED = {"role": "physician", "reason": "Her doctor agreed by letter", "cleared_on": "2026-02-20"}


def flag(cast: Cast, flag_id: str, **more: Any) -> None:
    body = {"flag_id": flag_id, "act": "raise", **more}
    assert cast.owner.http.post(f"/api/v1/clients/{cast.client.id}/flags", json=body).status_code == 201


def assign(cast: Cast, *items: Json, status: int = 201) -> Json:
    body = {"items": list(items), "days": [0, 2, 4], "reason": "Because"}
    answer = cast.owner.http.post(f"/api/v1/clients/{cast.client.id}/program/versions", json=body)
    assert answer.status_code == status, answer.text
    found: Json = answer.get_json()
    return found


def refused(cast: Cast, *items: Json) -> Json:
    found: Json = assign(cast, *items, status=422)["fields"]
    return found


def test_without_flags_nothing_is_said_of_safety(cast: Cast) -> None:
    (item,) = assign(cast, LACROSSE)["items"]
    assert "safety" not in item
    assert item["level"] == 3


def test_a_flag_that_concerns_another_place_changes_nothing(cast: Cast) -> None:
    plain = assign(cast, LACROSSE)["items"]
    flag(cast, "open_wound", sites=[{"region": "foot_sole", "side": "left"}])
    assert assign(cast, LACROSSE)["items"] == plain


def test_a_blocked_technique_is_refused_with_its_rules_and_a_plain_reason(cast: Cast) -> None:
    push(cast.client, logs.make("flag", flag_id="rf_dvt", sites=[]))
    found = refused(cast, SOFT, LACROSSE)
    assert list(found) == ["items.0.technique_id", "items.1.technique_id"]
    assert found["items.0.technique_id"] == "Get medical advice first. Practice is paused. (S01)"


def test_a_block_cannot_be_overridden(cast: Cast) -> None:
    push(cast.client, logs.make("flag", flag_id="rf_dvt", sites=[]))
    assert list(refused(cast, {**SOFT, "overrides": [CLEARED]})) == ["items.0.technique_id"]


def test_on_one_side_a_flag_of_the_other_side_blocks_nothing(cast: Cast) -> None:
    flag(cast, "open_wound", sites=[{"region": "calf", "side": "left"}])
    assert list(refused(cast, {"technique_id": "calf-stick", "level": 1})) == ["items.0.technique_id"]
    assign(cast, {"technique_id": "calf-stick", "level": 1, "side": "right"})


def test_blood_thinners_no_lacrosse_ball_without_a_physician_and_a_soft_one_for_24_seconds(cast: Cast) -> None:
    push(cast.client, logs.make("intake", question_id="q12", answer="yes"))
    found = refused(cast, LACROSSE)
    assert list(found) == ["items.0.overrides"]
    assert "physician" in found["items.0.overrides"]
    assert "S26" in found["items.0.overrides"]
    (item,) = assign(cast, SOFT)["items"]
    assert item["level"] == 1
    assert all(dose["hold_s"] <= 24 for dose in item["dose"].values())
    assert item["safety"]["asked_level"] == 3
    assert (item["safety"]["verdict"], item["safety"]["clipped"]) == ("adapt", ["level"])
    assert item["safety"]["limits"] == {"max_level": 1, "max_hold_s": 24, "discomfort_ceiling": 3}


def test_a_hold_that_is_too_long_is_cut_at_the_same_level(cast: Cast) -> None:
    push(cast.client, logs.make("intake", question_id="q12", answer="yes"))
    long = {**SOFT, "level": 1, "dose": {"left": {"hold_s": 60}, "right": {"breaths": 5}}}
    (item,) = assign(cast, long)["items"]
    assert [dose["hold_s"] for dose in item["dose"].values()] == [24, 24]
    assert item["safety"]["clipped"] == ["hold_s"]
    (short,) = assign(cast, {**SOFT, "level": 1, "dose": {"both": {"hold_s": 16}}})["items"]
    assert short["safety"]["clipped"] == []
    assert {dose["hold_s"] for dose in short["dose"].values()} == {16}


def test_an_override_is_kept_with_who_and_when_and_limits_still_apply(cast: Cast) -> None:
    push(cast.client, logs.make("intake", question_id="q12", answer="yes"))
    (item,) = assign(cast, {**LACROSSE, "overrides": [CLEARED]})["items"]
    (given,) = item["safety"]["overrides"]
    assert given == {
        **CLEARED,
        "expires_on": "2026-05-21",
        "basis": "S26:blood_thinners@",
        "up_to_level": 3,
        "by": {"id": cast.owner.id, "name": given["by"]["name"]},
        "at": given["at"],
    }
    assert (item["level"], item["safety"]["asked_level"]) == (1, 3)
    assert pull(cast.client).get_json()["program"]["items"][0]["safety"] == item["safety"]


def test_an_override_that_does_not_answer_is_refused_by_field(cast: Cast) -> None:
    push(cast.client, logs.make("intake", question_id="q12", answer="yes"))
    for change, field in (
        ({"role": "surgeon"}, "role"),
        ({"reason": "She said yes"}, "reason"),
        ({"cleared_on": "2026-03-03"}, "cleared_on"),
        ({"cleared_on": "2025-12-02"}, "cleared_on"),
        ({"cleared_on": "yesterday"}, "cleared_on"),
    ):
        found = refused(cast, {**LACROSSE, "overrides": [{**CLEARED, **change}]})
        assert f"items.0.overrides.0.{field}" in found


def test_an_override_goes_on_in_the_next_version_until_the_flag_changes(cast: Cast) -> None:
    flag(cast, "blood_thinners")
    first = assign(cast, {**LACROSSE, "overrides": [CLEARED]})
    second = assign(cast, LACROSSE)
    assert second["items"][0]["safety"]["overrides"] == first["items"][0]["safety"]["overrides"]
    flag(cast, "clotting_disorder")
    assert list(refused(cast, LACROSSE)) == ["items.0.overrides"]


def save(session: AnySession, actor: Actor, at: Any, client_id: str, *items: Json) -> Json:
    session.rollback()  # what the test looked at earlier is old
    draft = draft_of({"items": items, "days": [0], "reason": "Because"})
    return programs.save_version(session, actor, at, CONTENT, client_id, draft, logs.new_id())


def test_an_override_ends_after_90_days_and_stays_written(cast: Cast, session: AnySession, clock: Clock) -> None:
    flag(cast, "blood_thinners")
    assign(cast, {**LACROSSE, "overrides": [CLEARED]})
    last = clock() + timedelta(days=79)
    who = cast.owner.actor
    assert save(session, who, last, cast.client.id, LACROSSE)["number"] == 2
    with pytest.raises(Invalid) as error:
        save(session, who, last + timedelta(days=1), cast.client.id, LACROSSE)
    assert list(error.value.fields) == ["items.0.overrides"]
    session.rollback()
    kept = programs.one_version(session, who, cast.client.id, 1)
    assert kept["items"][0]["safety"]["overrides"][0]["reason"] == CLEARED["reason"]


def test_the_list_of_versions_tells_every_override_for_ever(cast: Cast) -> None:
    flag(cast, "blood_thinners")
    (given,) = assign(cast, {**LACROSSE, "overrides": [CLEARED]})["items"][0]["safety"]["overrides"]
    assign(cast, SOFT)
    url = f"/api/v1/clients/{cast.client.id}/program"
    second, first = cast.owner.http.get(url).get_json()["versions"]
    assert first["overrides"] == [{**given, "technique_id": "levator-ball-wall", "level": 1}]
    assert second["overrides"] == []


def test_what_stands_in_for_a_limited_item_is_limited_too(cast: Cast) -> None:
    flag(cast, "bruises_easily")
    (item,) = assign(cast, {"technique_id": "levator-ball-wall", "level": 3})["items"]
    assert item["level"] == 2
    assert {swap["level"] for swap in item["snapshot"]["swaps"]} <= {1, 2}
    flag(cast, "blood_thinners")
    (item,) = assign(cast, SOFT)["items"]
    assert all(swap["dose"]["hold_s"] <= 24 for swap in item["snapshot"]["swaps"])


def test_the_words_of_a_limited_item_fit_in_every_language(cast: Cast) -> None:
    flag(cast, "bruises_easily")
    assign(cast, {"technique_id": "levator-ball-wall", "level": 3})
    assert cast.owner.http.patch("/api/v1/me", json={"language": "de"}).status_code == 200
    url = f"/api/v1/clients/{cast.client.id}/program"
    assert cast.owner.http.get(url).get_json()["program"]["items"][0]["safety"]["asked_level"] == 3


def test_reasons_are_told_in_the_therapists_language(cast: Cast) -> None:
    push(cast.client, logs.make("flag", flag_id="rf_dvt", sites=[]))
    english = refused(cast, SOFT)["items.0.technique_id"]
    assert cast.owner.http.patch("/api/v1/me", json={"language": "de"}).status_code == 200
    assert refused(cast, SOFT)["items.0.technique_id"] != english


def test_a_limited_program_survives_export_and_import(cast: Cast) -> None:
    flag(cast, "blood_thinners")
    first = assign(cast, {**LACROSSE, "overrides": [CLEARED]})
    document = cast.owner.http.get(f"/api/v1/clients/{cast.client.id}/export").get_json()
    made = cast.stranger.http.post("/api/v1/clients/import", json={"export": document})
    assert made.status_code == 201, made.text
    there = cast.stranger.http.get(f"/api/v1/clients/{made.get_json()['id']}/program").get_json()
    assert there["program"]["items"] == first["items"]
