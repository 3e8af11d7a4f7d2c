"""What becomes of each item of a batch, and how phone and server compare what they hold."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pith.domain.sync import (
    FREE_TEXT,
    KINDS,
    Dated,
    Facts,
    Fault,
    Head,
    Received,
    digest,
    judge,
    pain_in,
    target_of,
    upgraded,
    versions_to_send,
)
from tests import logs

NOTHING = Facts({}, ())


def received(log: dict[str, Any], fault: Fault | None = None) -> Received:
    return Received(log["id"], log["id"], log, orjson.dumps(log, option=orjson.OPT_SORT_KEYS), fault)


def statuses(batch: list[Received], facts: Facts = NOTHING) -> list[str]:
    return [verdict.status for verdict in judge(batch, facts)]


def test_a_new_log_is_stored() -> None:
    assert statuses([received(logs.make("note"))]) == ["stored"]


def test_the_order_of_fields_does_not_change_the_digest() -> None:
    log = logs.make("session")
    assert received(log).digest == received(dict(reversed(log.items()))).digest


def test_the_same_log_again_is_a_duplicate_and_another_content_is_a_conflict() -> None:
    log = logs.make("note")
    known = Facts({log["id"]: received(log).digest}, ())
    assert statuses([received(log)], known) == ["duplicate"]
    (verdict,) = judge([received({**log, "text": "Another."})], known)
    assert (verdict.status, verdict.code, verdict.id) == ("conflict", "other_content", log["id"])


def test_the_second_copy_within_one_batch_is_judged_against_the_first() -> None:
    log = logs.make("note")
    assert statuses([received(log), received(log), received({**log, "text": "B"})]) == [
        "stored",
        "duplicate",
        "conflict",
    ]


def test_a_faulty_item_blocks_no_other() -> None:
    good, bad = logs.make("note"), logs.make("note")
    verdicts = judge([received(bad, Fault("too_long", "text")), received(good)], NOTHING)
    assert [(v.status, v.code, v.field) for v in verdicts] == [("rejected", "too_long", "text"), ("stored", None, None)]


def test_an_item_on_which_the_server_itself_failed_is_to_be_sent_again() -> None:
    assert statuses([received(logs.make("note"), Fault("server_error", status="retry"))]) == ["retry"]


@pytest.mark.parametrize("kind", ["session", "hurt"])
def test_any_version_ever_made_for_her_will_do_and_no_other(kind: str) -> None:
    log = logs.make(kind, program_version=2)
    assert statuses([received(log)], Facts({}, {1, 2, 3})) == ["stored"]
    (verdict,) = judge([received(log)], Facts({}, {1, 3}))
    assert (verdict.status, verdict.code, verdict.field) == ("rejected", "unknown_program", "program_version")


def test_a_log_that_is_stored_already_is_a_duplicate_even_where_its_program_is_gone() -> None:
    log = logs.make("session", program_version=9)
    assert statuses([received(log)], Facts({log["id"]: received(log).digest}, ())) == ["duplicate"]


def test_an_erased_log_is_deleted_whatever_else_is_wrong_with_it() -> None:
    log = logs.make("note")
    erased = Facts({}, (), {log["id"]})
    assert statuses([received(log)], erased) == ["deleted"]
    assert statuses([received(log, Fault("too_long"))], erased) == ["deleted"]


def test_an_item_without_a_usable_id_is_rejected_with_what_it_called_itself() -> None:
    (verdict,) = judge([Received("no id", None, {}, b"{}", Fault("invalid_id", "id"))], NOTHING)
    assert (verdict.id, verdict.status) == ("no id", "rejected")


@given(st.permutations(range(6)), st.lists(st.integers(0, 5), max_size=6))
def test_any_order_and_any_repeats_store_each_log_once(order: list[int], repeats: list[int]) -> None:
    told = [received(logs.make("note", id=f"00000000-0000-7000-8000-00000000000{n}")) for n in range(6)]
    verdicts = judge([told[n] for n in [*order, *repeats]], NOTHING)
    assert [v.status for v in verdicts] == ["stored"] * 6 + ["duplicate"] * len(repeats)


def test_targets_are_what_voids_and_reads_point_at_and_private_notes_are_marked() -> None:
    assert target_of(logs.make("void", voids=logs.SESSION_ID)) == logs.SESSION_ID
    assert target_of(logs.make("read", what="program", ref="3")) == "program:3"
    assert target_of(logs.make("note", private=True)) == "private"
    assert target_of(logs.make("note", private=False)) is None
    assert target_of(logs.make("session")) is None


@pytest.mark.parametrize(
    ("answers", "pain"),
    [
        ({"d3": 7}, 7),
        ({"d3": 0, "d1": ["fever"]}, 0),
        ({}, None),
        ({"d3": None}, None),
        ({"d3": True}, None),
        ({"d3": 11}, None),
        ({"d3": -1}, None),
    ],
)
def test_the_pain_of_a_daily_check_can_be_read_without_her_key(answers: dict[str, Any], pain: int | None) -> None:
    assert pain_in(target_of(logs.make("check", answers=answers))) == pain


@pytest.mark.parametrize("target", [None, "private", "program:3"])
def test_what_else_a_log_points_at_is_no_pain(target: str | None) -> None:
    assert pain_in(target) is None


def test_words_and_answers_are_among_what_is_sealed() -> None:
    assert FREE_TEXT.keys() <= set(KINDS)
    assert all(names <= logs.BY_KIND[kind].keys() for kind, names in FREE_TEXT.items())


def test_equal_sets_have_equal_heads_in_any_order() -> None:
    ids = [logs.new_id() for _ in range(5)]
    assert Head().plus(ids) == Head().plus(ids[3:]).plus(list(reversed(ids[:3])))
    assert Head().plus(ids) != Head().plus(ids[1:])


def test_a_head_is_written_as_count_and_32_hex_digits() -> None:
    assert Head().text() == "0," + "0" * 32
    assert Head().plus(["00000000-0000-7000-8000-0000000000ff"]).text() == "1,000000000000700080000000000000ff"


def test_old_items_go_through_every_step_up_to_the_newest_schema() -> None:
    steps = {
        1: lambda item: {**item, "feeling": item["pain"]},
        2: lambda item: {name: value for name, value in item.items() if name != "pain"},
    }
    old = {"kind": "hurt", "schema": 1, "pain": "sharp"}
    assert upgraded(old, steps, newest=3) == {"kind": "hurt", "schema": 3, "feeling": "sharp"}
    assert old == {"kind": "hurt", "schema": 1, "pain": "sharp"}


def test_items_of_this_schema_a_newer_one_or_none_stay_as_they_are() -> None:
    for item in ({"schema": 1}, {"schema": 7}, {}, {"schema": 1.0}):
        assert upgraded(item) == item
    assert upgraded({"schema": 1}, {}, newest=3) == {"schema": 1}


@pytest.mark.parametrize("claimed", [-(2**63), -1, 0])
def test_a_schema_from_before_the_first_costs_no_more_than_any_other(claimed: int) -> None:
    began = time.process_time()
    assert upgraded({"schema": claimed}) == {"schema": claimed}
    assert time.process_time() - began < 0.5


def dated(number: int, starts_on: str, made_on: str) -> Dated:
    return Dated(number, date.fromisoformat(starts_on), date.fromisoformat(made_on))


def test_a_phone_is_sent_the_newest_version_alone_when_it_held_at_once() -> None:
    held = [dated(1, "2026-03-01", "2026-03-01"), dated(2, "2026-03-02", "2026-03-02")]
    assert versions_to_send(held) == [2]
    assert versions_to_send([]) == []


def test_a_version_dated_ahead_travels_with_the_one_that_holds_until_then() -> None:
    held = [
        dated(1, "2026-02-01", "2026-02-01"),
        dated(2, "2026-02-20", "2026-02-20"),
        dated(3, "2026-03-09", "2026-03-02"),
    ]
    assert versions_to_send(held) == [3, 2]


def test_versions_that_never_come_into_force_are_not_sent() -> None:
    held = [
        dated(1, "2026-02-01", "2026-02-01"),
        dated(2, "2026-03-20", "2026-03-01"),
        dated(3, "2026-03-09", "2026-03-02"),
    ]
    assert versions_to_send(held) == [3, 1]


def test_a_first_version_dated_ahead_is_all_there_is() -> None:
    assert versions_to_send([dated(1, "2026-03-09", "2026-03-02")]) == [1]


def test_a_digest_is_sha_256_in_hex() -> None:
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
