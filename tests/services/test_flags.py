"""A client's flags: out of her logs and her therapist's acts, never deleted, in her phone's view at once."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from sqlalchemy import select

from pith.content.loader import load_content
from pith.domain.screening import Act, FlagLog, fold
from pith.services import flags_desk
from pith.services.transaction import AnySession
from pith.store.screening import FlagEntry
from tests import logs
from tests.cast import Cast
from tests.conftest import Clock
from tests.furnished import everywhere
from tests.services.flags_world import Json, act, on, told, view_flags
from tests.services.sync_world import effects, pull, push

CALF = {"region": "calf", "side": "left"}
WHY = "Seen by her doctor today"


def test_nobody_has_flags_before_anything_is_told(cast: Cast) -> None:
    assert told(cast) == {"today": "2026-03-02", "flags": [], "history": []}


def test_a_flag_from_her_phone_is_on_with_its_place_and_date(cast: Cast) -> None:
    push(cast.client, log := logs.make("flag"))
    (flag,) = told(cast)["flags"]
    assert flag["flag_id"] == "open_wound"
    assert flag["label"]
    assert (flag["id"], flag["sites"], flag["since"], flag["source"]) == (
        log["id"],
        [CALF],
        "2026-03-01",
        "daily_check",
    )
    assert flag["by"] is None
    assert flag["red"] is False


def test_an_answer_raises_its_flags_and_another_answer_lowers_none(cast: Cast) -> None:
    push(cast.client, logs.make("intake", question_id="q12", answer="not sure"))
    push(cast.client, logs.make("intake", question_id="q12", answer="no"))
    assert on(cast) == ["blood_thinners"]


def test_a_flag_that_names_its_answer_stands_for_what_the_answer_raised(cast: Cast) -> None:
    answer = logs.make("intake", question_id="q05", answer=["rf_dvt", "rf_chest"])
    log = logs.make("flag", flag_id="rf_dvt", act="raise", source=answer["id"])
    push(cast.client, answer, log)
    assert [(flag["flag_id"], flag["id"]) for flag in told(cast)["flags"]] in (
        [("rf_chest", f"{answer['id']}:1"), ("rf_dvt", log["id"])],
        [("rf_dvt", log["id"]), ("rf_chest", f"{answer['id']}:1")],
    )


def test_a_flag_of_hers_without_a_source_hides_nothing_that_a_therapist_did(cast: Cast) -> None:
    push(cast.client, logs.without(logs.make("flag", flag_id="bruises_easily"), "source", "sites"))
    act(cast, "bruises_easily", "lower", reason="Not so")
    assert on(cast) == []


def test_a_phone_neither_lowers_nor_voids_a_flag(cast: Cast) -> None:
    push(cast.client, log := logs.make("flag"))
    push(cast.client, logs.make("flag", on=False), logs.make("void", voids=log["id"]))
    assert on(cast) == ["open_wound"]


def test_a_red_flag_from_the_phone_raises_one_urgent_alert_that_no_void_withdraws(
    cast: Cast, session: AnySession
) -> None:
    void = logs.make("void", voids=(log := logs.make("intake", question_id="q05", answer=["rf_dvt", "rf_chest"]))["id"])
    push(cast.client, log)
    push(cast.client, log, void)
    assert effects(session, cast.client) == {("red_flag", log["id"], "urgent", False)}


def test_a_red_flag_out_of_the_daily_check_alerts_as_well_and_other_flags_do_not(
    cast: Cast, session: AnySession
) -> None:
    red = logs.make("check", answers={"d1": ["something on the warning list"]})
    push(cast.client, red, logs.make("flag"), logs.make("check", answers={"d2": "yes"}))
    assert effects(session, cast.client) == {("red_flag", red["id"], "urgent", False)}


def test_a_therapist_raises_and_lowers_and_all_of_it_stays_on_record(cast: Cast) -> None:
    act(cast, "open_wound", "raise", sites=[CALF], since="2026-03-01")
    assert on(cast) == ["open_wound"]
    after = act(cast, "open_wound", "lower", reason="Closed and dry")
    assert after["flags"] == []
    assert [(one["act"], one["reason"], one["by"]["id"]) for one in after["history"]] == [
        ("lower", "Closed and dry", cast.owner.id),
        ("raise", "", cast.owner.id),
    ]


def test_a_red_flag_is_lifted_by_its_log_with_what_was_done(cast: Cast) -> None:
    push(cast.client, log := logs.make("flag", flag_id="rf_dvt", sites=[]))
    for wrong in ({"lifts": log["id"], "reason": "Fine"}, {"reason": WHY}, {"lifts": logs.SESSION_ID, "reason": WHY}):
        act(cast, "rf_dvt", "lift", 422, **wrong)
    assert act(cast, "rf_dvt", "lower", 422, reason=WHY)["fields"].keys() == {"act"}
    after = act(cast, "rf_dvt", "lift", lifts=log["id"], reason=WHY)
    assert after["flags"] == []
    assert [one["act"] for one in after["history"]] == ["lift", "raise"]


def test_a_dated_flag_moves_on_in_her_zone_and_ends_when_it_is_confirmed(
    cast: Cast, session: AnySession, clock: Clock
) -> None:
    act(cast, "surgery_lt_1w", "raise", sites=[CALF], since="2026-02-24")
    assert on(cast) == ["surgery_lt_1w"]
    at = clock.forward(hours=16, minutes=30)  # half past midnight in Berlin
    session.rollback()  # what the test looked at earlier is old
    there = flags_desk.flags_of(session, cast.owner.actor, at, load_content(), cast.client.id)
    assert there["today"] == "2026-03-03"
    assert [flag["flag_id"] for flag in there["flags"]] == ["surgery_lt_1w", "surgery_1_6w"]
    healed = Act("surgery_lt_1w", "confirm", since=date(2026, 3, 3), reason="Healing well")
    after = flags_desk.act(session, cast.owner.actor, at, load_content(), cast.client.id, healed)
    assert [(flag["flag_id"], flag["confirmed"]) for flag in after["flags"]] == [("surgery_1_6w", "2026-03-03")]


def test_a_change_of_flags_reaches_her_phone_with_the_next_pull(cast: Cast) -> None:
    first = pull(cast.client)
    push(cast.client, log := logs.make("flag", flag_id="rf_dvt", sites=[]))
    second = pull(cast.client, first.headers["ETag"])
    assert [flag["id"] for flag in second.get_json()["flags"]] == [log["id"]]
    act(cast, "rf_dvt", "lift", lifts=log["id"], reason=WHY)
    third = pull(cast.client, second.headers["ETag"]).get_json()["flags"]
    assert third[0] == {
        "id": log["id"],
        "at": "2026-03-02T07:00:00Z",
        "act": "raise",
        "flag": "rf_dvt",
        "by_therapist": False,
        "sites": [],
        "since": "2026-03-01",
        "reason": "",
        "covers": [],
        "question": "",
    }
    assert [(one["act"], one["by_therapist"], one["covers"]) for one in third[1:]] == [("lower", True, [log["id"]])]


def test_a_flag_that_only_a_newer_phone_knows_can_be_lowered(cast: Cast) -> None:
    push(cast.client, logs.make("flag", flag_id="from_next_year"))
    assert on(cast) == ["from_next_year"]
    act(cast, "from_next_year", "lower", reason="Talked about it")
    assert on(cast) == []


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"flag_id": "nonsense", "act": "raise"}, "flag_id"),
        ({"flag_id": "open_wound", "act": "forget"}, "act"),
        ({"flag_id": "open_wound", "act": "raise", "sites": [{"region": "moon", "side": "left"}]}, "sites.0.region"),
        ({"flag_id": "open_wound", "act": "raise", "sites": [{"region": "calf", "side": "middle"}]}, "sites.0.side"),
        ({"flag_id": "open_wound", "act": "raise", "since": "2026-03-03"}, "since"),
        ({"flag_id": "open_wound", "act": "lower", "reason": "Not on"}, "flag_id"),
    ],
)
def test_what_cannot_be_done_is_refused_by_field(cast: Cast, body: Json, field: str) -> None:
    answer = cast.owner.http.post(f"/api/v1/clients/{cast.client.id}/flags", json=body)
    assert answer.status_code == 422
    assert list(answer.get_json()["fields"]) == [field]
    assert told(cast)["history"] == []


def test_a_therapists_words_stay_at_the_desk(cast: Cast) -> None:
    act(cast, "bruises_easily", "raise", reason="Her skin is thin")
    act(cast, "bruises_easily", "lower", reason="It was only one bruise", role="physician")
    assert [(one["act"], one["reason"]) for one in view_flags(cast)] == [("raise", "given"), ("lower", "given")]
    assert told(cast)["history"][0]["reason"] == "It was only one bruise"


def test_who_agreed_to_a_lowering_is_kept_and_is_the_therapist_where_nobody_is_named(cast: Cast) -> None:
    for flag, agreed in (("bruises_easily", {"role": "physician"}), ("open_wound", {})):
        act(cast, flag, "raise")
        history = act(cast, flag, "lower", reason="Her letter says so", **agreed)["history"]
        roles = {one["act"]: one["role"] for one in history if one["flag_id"] == flag}
        assert roles == {"raise": None, "lower": agreed.get("role", "therapist")}
    refused = act(cast, "open_wound", "raise", 422, role="a friend")
    assert set(refused["fields"]) == {"role"}


def test_what_was_over_by_itself_leaves_her_phone_once_something_newer_is_told(cast: Cast, clock: Clock) -> None:
    push(cast.client, logs.make("check", answers={"d2": "yes"}))
    assert [one["flag"] for one in view_flags(cast)] == ["dulled_pain_today"]
    later = clock.forward(days=3)
    push(cast.client, logs.make("check", at=later, answers={"d2": "yes"}), at=later)
    assert [one["since"] for one in view_flags(cast)] == ["2026-03-05"]


def test_a_dated_flag_that_waits_for_a_therapist_stays_on_her_phone(cast: Cast, clock: Clock) -> None:
    push(cast.client, logs.make("intake", question_id="q15", answer={"on": "2026-03-01", "agreed": "yes"}))
    later = clock.forward(days=70)
    push(cast.client, logs.make("check", at=later, answers={"d2": "yes"}), at=later)
    assert {one["flag"] for one in view_flags(cast)} == {"surgery_lt_1w", "dulled_pain_today"}


def test_her_phone_folds_what_it_is_shown_to_what_the_desk_sees(cast: Cast, clock: Clock) -> None:
    push(cast.client, logs.make("flag"), logs.make("intake", question_id="q12", answer="yes"))
    push(cast.client, red := logs.make("flag", flag_id="rf_dvt", sites=[]))
    act(cast, "open_wound", "lower", reason="Closed and dry")
    act(cast, "rf_dvt", "lift", reason="Seen by her doctor today", lifts=red["id"])
    entries = [
        FlagLog(
            **{
                **one,
                "at": datetime.fromisoformat(one["at"]),
                "sites": (),
                "since": None,
                "covers": tuple(one["covers"]),
            }
        )
        for one in view_flags(cast)
    ]
    assert [one.flag for one in fold(entries)] == ["blood_thinners"]
    assert on(cast) == ["blood_thinners"]


def test_her_own_words_do_not_slip_in_as_the_source_of_a_flag(cast: Cast, session: AnySession) -> None:
    push(cast.client, logs.make("flag", source="My knee, since Tuesday"))
    push(cast.client, logs.make("flag", source="daily_check"))
    assert [flag["source"] for flag in told(cast)["flags"]] == [None, "daily_check"]
    session.rollback()  # what this test looked at earlier is old
    assert everywhere(session, "since Tuesday") == []
    assert session.scalars(select(FlagEntry.flag)).all() == ["open_wound", "open_wound"]
