"""What an act of a therapist covers, and what a later telling says of an earlier one."""

from __future__ import annotations

from datetime import datetime, timedelta

from pith.content.loader import load_content
from pith.services import flags_desk
from pith.services.transaction import AnySession
from tests import logs
from tests.cast import Cast
from tests.conftest import MONDAY, Clock
from tests.services.flags_world import act, on, told, view_flags
from tests.services.sync_world import push

CALF = {"region": "calf", "side": "left"}


def on_later(cast: Cast, session: AnySession, now: datetime) -> list[str]:
    session.rollback()  # what the test looked at earlier is old
    there = flags_desk.flags_of(session, cast.owner.actor, now, load_content(), cast.client.id)
    return [flag["flag_id"] for flag in there["flags"]]


def test_a_pregnancy_told_without_a_due_date_moves_on(cast: Cast, session: AnySession, clock: Clock) -> None:
    push(cast.client, logs.make("intake", question_id="q16", answer="weeks 14-27"))
    assert on(cast) == ["pregnancy_t2"]
    assert on_later(cast, session, clock.forward(days=1)) == ["pregnancy_t2", "pregnancy_t3"]


def test_a_pregnancy_that_a_therapist_raises_without_a_day_moves_on(
    cast: Cast, session: AnySession, clock: Clock
) -> None:
    act(cast, "pregnancy_t1", "raise")
    assert on(cast) == ["pregnancy_t1"]
    assert on_later(cast, session, clock.forward(days=1)) == ["pregnancy_t1", "pregnancy_t2"]


def test_a_flag_that_arrives_after_the_lowering_stays_on_although_it_was_told_before(cast: Cast, clock: Clock) -> None:
    push(cast.client, logs.make("flag", flag_id="bruises_easily", sites=[]))
    clock.forward(minutes=9)
    act(cast, "bruises_easily", "lower", reason="Not so")
    late = [logs.make("flag", flag_id=flag, sites=[]) for flag in ("bruises_easily", "rf_dvt")]
    push(cast.client, *late, at=clock())
    assert sorted(on(cast)) == ["bruises_easily", "rf_dvt"]


def test_of_two_days_of_a_flag_the_therapist_lowers_and_confirms_the_one_that_she_names(cast: Cast) -> None:
    first = act(cast, "surgery_1_6w", "raise", sites=[CALF], since="2026-02-01")["flags"][0]["id"]
    act(cast, "surgery_1_6w", "raise", sites=[CALF], since="2026-02-20")
    after = act(cast, "surgery_1_6w", "confirm", since="2026-03-02", reason="Healing well", covers=[first])
    assert [(one["since"], one["confirmed"]) for one in after["flags"]] == [
        ("2026-02-01", "2026-03-02"),
        ("2026-02-20", None),
    ]
    after = act(cast, "surgery_1_6w", "lower", reason="All healed", covers=[first])
    assert [one["since"] for one in after["flags"]] == ["2026-02-20"]
    assert after["history"][0]["covers"] == [first]
    refused = act(cast, "surgery_1_6w", "lower", 422, reason="All healed", covers=[first])
    assert list(refused["fields"]) == ["covers"]


def test_lowering_what_a_phone_told_twice_over_covers_both_tellings(cast: Cast) -> None:
    answer = logs.make("intake", question_id="q12", answer="yes")
    log = logs.make("flag", flag_id="blood_thinners", act="raise", source=answer["id"], sites=[])
    push(cast.client, answer, log)
    act(cast, "blood_thinners", "lower", reason="Stopped in May")
    assert set(view_flags(cast)[-1]["covers"]) == {log["id"], f"{answer['id']}:0"}


def test_a_place_told_for_one_thing_does_not_narrow_another_of_the_same_flag(cast: Cast) -> None:
    push(cast.client, logs.make("intake", question_id="q19", answer=["pacemaker or pump"]))
    push(cast.client, logs.make("intake", question_id="q24", answer={"chosen": ["implant"], "sites": [CALF]}))
    places = [one["sites"] for one in told(cast)["flags"] if one["flag_id"] == "implant_at_site"]
    assert sorted(places, key=len) == [[], [CALF]]
    push(cast.client, logs.make("intake", question_id="q19", answer={"chosen": ["pacemaker or pump"], "sites": [CALF]}))
    places = [one["sites"] for one in told(cast)["flags"] if one["flag_id"] == "implant_at_site"]
    assert places == [[CALF], [CALF]]


def test_lowering_holds_although_the_phones_clock_is_ahead(cast: Cast, clock: Clock) -> None:
    push(cast.client, logs.make("flag", at=MONDAY + timedelta(days=400)), at=clock())
    act(cast, "open_wound", "lower", reason="Closed and dry")
    assert on(cast) == []
