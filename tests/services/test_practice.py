"""What therapists read: one client's logs, the practice's feed, read marks, and the numbers of the list."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from pith.content.loader import load_content
from pith.services import client_list
from pith.services.transaction import AnySession
from tests import logs
from tests.cast import Cast, Someone
from tests.conftest import MONDAY, Clock
from tests.services.sync_world import assign, effects, push


def client_logs(who: Someone, client: Someone, query: str = "") -> dict[str, Any]:
    answer = who.http.get(f"/api/v1/clients/{client.id}/logs{query}")
    assert answer.status_code == 200
    return answer.get_json()  # type: ignore[no-any-return]


def feed(who: Someone, query: str = "") -> dict[str, Any]:
    answer = who.http.get(f"/api/v1/logs{query}")
    assert answer.status_code == 200
    return answer.get_json()  # type: ignore[no-any-return]


def row(cast: Cast, session: AnySession, clock: Clock) -> dict[str, Any]:
    session.rollback()
    return next(
        one
        for one in client_list.rows(session, cast.owner.actor, clock(), load_content(), bytes(32))
        if one["id"] == cast.client.id
    )


def ids(page: dict[str, Any]) -> list[str]:
    return [entry["log"]["id"] for entry in page["logs"]]


def test_a_therapist_reads_logs_as_they_were_sent_newest_first(cast: Cast) -> None:
    assign(cast.owner, cast.client)
    told = [logs.make("session"), logs.make("note"), logs.make("intake")]
    push(cast.client, *told, at=MONDAY)
    page = client_logs(cast.owner, cast.client)
    assert [entry["log"] for entry in page["logs"]] == told[::-1]
    assert [entry["seq"] for entry in page["logs"]] == [3, 2, 1]
    assert page["next"] is None
    assert {key: value for key, value in page["logs"][0].items() if key != "log"} == {
        "seq": 3, "received_at": "2026-03-02T07:00:00Z", "clock_suspect": False, "voided": False, "reply": None,
    }  # fmt: skip


def test_pages_join_without_gap_or_overlap(cast: Cast) -> None:
    told = [logs.make("reaction") for _ in range(7)]
    push(cast.client, *told)
    seen, query = [], "?limit=3"
    while True:
        page = client_logs(cast.owner, cast.client, query)
        seen += ids(page)
        if page["next"] is None:
            break
        query = f"?limit=3&before_seq={page['next']}"
    assert seen == [log["id"] for log in told[::-1]]


def test_pages_of_some_kinds_leave_out_the_others_and_join_too(cast: Cast) -> None:
    marks = [logs.make("body") for _ in range(3)]
    note = logs.make("note")
    push(cast.client, marks[0], logs.make("reaction"), marks[1], note, logs.make("reaction"), marks[2])
    first = client_logs(cast.owner, cast.client, "?kinds=body&limit=2")
    assert ids(first) == [marks[2]["id"], marks[1]["id"]]
    assert ids(client_logs(cast.owner, cast.client, f"?kinds=body&before_seq={first['next']}")) == [marks[0]["id"]]
    both = ids(client_logs(cast.owner, cast.client, "?kinds=body&kinds=note"))
    assert both == [marks[2]["id"], note["id"], marks[1]["id"], marks[0]["id"]]


def test_no_kind_opens_her_diary(cast: Cast) -> None:
    push(cast.client, logs.make("note", private=True))
    assert ids(client_logs(cast.owner, cast.client, "?kinds=note")) == []


def test_a_log_that_was_taken_back_says_so_and_stays(cast: Cast) -> None:
    note = logs.make("note")
    push(cast.client, note, logs.make("void", voids=note["id"]))
    assert [entry["voided"] for entry in client_logs(cast.owner, cast.client)["logs"]] == [False, True]


def test_her_diary_is_shown_to_no_therapist_and_counts_as_nothing_unread(
    cast: Cast, session: AnySession, clock: Clock
) -> None:
    diary, note = logs.make("note", private=True), logs.make("note")
    push(cast.client, diary, note)
    assert ids(client_logs(cast.owner, cast.client)) == ids(feed(cast.owner)) == [note["id"]]
    assert row(cast, session, clock)["unread"] == 1
    assert len(cast.client.http.get("/api/v1/sync/logs").get_json()["logs"]) == 2


def test_the_feed_goes_on_where_the_reader_stopped(cast: Cast) -> None:
    told = [logs.make("note") for _ in range(5)]
    push(cast.client, *told[:3])
    push(cast.other_client, *told[3:])
    first = feed(cast.owner, "?limit=2")
    assert (ids(first), first["next"], first["more"]) == ([log["id"] for log in told[:2]], 2, True)
    rest = feed(cast.owner, "?after=2")
    assert (ids(rest), rest["next"], rest["more"]) == ([log["id"] for log in told[2:]], 5, False)
    assert [entry["client_id"] for entry in rest["logs"]] == [cast.client.id] + [cast.other_client.id] * 2
    assert feed(cast.owner, "?after=5") == {"logs": [], "erased": [], "next": 5, "more": False}


def test_a_colleague_reads_only_of_clients_she_was_given_and_a_stranger_nothing(cast: Cast) -> None:
    push(cast.client, logs.make("note"))
    other = logs.make("note")
    push(cast.other_client, other)
    assert feed(cast.colleague)["logs"] == []
    assert feed(cast.colleague)["next"] == 2
    cast.owner.http.put(f"/api/v1/clients/{cast.other_client.id}/members/{cast.colleague.id}")
    assert ids(feed(cast.colleague)) == [other["id"]]
    assert feed(cast.stranger) == {"logs": [], "erased": [], "next": 0, "more": False}
    for path, method in (("logs", "GET"), ("read-mark", "PUT")):
        for who in (cast.colleague, cast.stranger):
            answer = who.http.open(
                f"/api/v1/clients/{cast.client.id}/{path}", method=method, json={"seq": 1} if method == "PUT" else None
            )
            assert answer.status_code == 404


def test_an_erasure_stands_in_the_feed_at_its_place(cast: Cast) -> None:
    push(cast.client, logs.make("note"))
    cast.owner.http.delete(f"/api/v1/clients/{cast.client.id}", json={"confirm_name": cast.client.name})
    push(cast.other_client, logs.make("note"))
    seen = feed(cast.owner, "?after=1")
    assert [entry["client_id"] for entry in seen["erased"]] == [cast.client.id]
    assert [entry["client_id"] for entry in seen["logs"]] == [cast.other_client.id]
    assert seen["erased"][0]["seq"] < seen["logs"][0]["seq"] == seen["next"]
    assert feed(cast.owner, f"?after={seen['next']}")["erased"] == []


def test_reading_up_to_a_place_leaves_what_came_later_unread(cast: Cast, session: AnySession, clock: Clock) -> None:
    push(cast.client, *(logs.make("note") for _ in range(3)))
    push(cast.client, logs.make("setting"), logs.make("read"))
    assert row(cast, session, clock)["unread"] == 3
    mark(cast, 2)
    assert row(cast, session, clock)["unread"] == 1


def mark(cast: Cast, seq: int) -> None:
    answer = cast.owner.http.put(f"/api/v1/clients/{cast.client.id}/read-mark", json={"seq": seq})
    assert (answer.status_code, answer.data) == (204, b"")


def test_a_mark_never_goes_back_nor_beyond_what_there_is(cast: Cast, session: AnySession, clock: Clock) -> None:
    push(cast.client, *(logs.make("note") for _ in range(3)))
    mark(cast, 3)
    mark(cast, 1)
    assert row(cast, session, clock)["unread"] == 0
    mark(cast, 2**53 - 1)
    push(cast.client, logs.make("note"))
    assert row(cast, session, clock)["unread"] == 1


@pytest.mark.parametrize("seq", [-1, 2**53, "1", None, 1.5, True])
def test_a_mark_that_is_no_place_is_refused(cast: Cast, seq: Any) -> None:
    answer = cast.owner.http.put(f"/api/v1/clients/{cast.client.id}/read-mark", json={"seq": seq})
    assert answer.status_code == 422 and list(answer.get_json()["fields"]) == ["seq"]


@pytest.mark.parametrize(
    "query", ["?limit=0", "?limit=501", "?kinds=", "?kinds=diary", "?before_seq=0", "?before_seq=x", f"?limit={2**70}"]
)
def test_pages_that_make_no_sense_are_refused(cast: Cast, query: str) -> None:
    assert cast.owner.http.get(f"/api/v1/clients/{cast.client.id}/logs{query}").status_code == 422


def test_the_list_says_nothing_of_somebody_who_told_nothing(cast: Cast, session: AnySession, clock: Clock) -> None:
    seen = row(cast, session, clock)
    assert seen["last_practised_on"] is None and seen["pain"] is None and seen["fetched"] is None
    assert seen["stopped"] is None and seen["program_number"] is None
    assert (seen["days_kept_14"], seen["unread"]) == ({"kept": 0, "prescribed": 0}, 0)


def test_the_list_tells_last_practice_kept_days_and_pain(cast: Cast, session: AnySession, clock: Clock) -> None:
    assign(cast.owner, cast.client)
    clock.forward(days=3)
    told = [
        logs.make("session", at=clock() - timedelta(days=1), pain_before=6, pain_after=4),
        logs.make("session", at=clock(), pain_before=5, pain_after=None),
    ]
    push(cast.client, *told, at=clock())
    seen = row(cast, session, clock)
    assert (seen["last_practised_on"], seen["pain"]) == ("2026-03-05", {"before": 6, "after": 4})
    assert seen["days_kept_14"] == {"kept": 2, "prescribed": 4}
    push(cast.client, logs.make("void", voids=told[0]["id"]), at=clock())
    seen = row(cast, session, clock)
    assert (seen["pain"], seen["days_kept_14"]["kept"]) == (None, 1)


def test_days_of_reaction_and_of_pause_count_neither_as_kept_nor_as_missed(
    cast: Cast, session: AnySession, clock: Clock
) -> None:
    assign(cast.owner, cast.client)
    clock.forward(days=4)
    assert row(cast, session, clock)["days_kept_14"] == {"kept": 0, "prescribed": 4}
    sore = logs.make("reaction", at=clock() - timedelta(days=3), answer="still")
    stop = logs.make("hurt", at=clock() - timedelta(days=1), feeling="sharp", technique_id="temple-hold")
    push(cast.client, sore, stop, at=clock())
    assert row(cast, session, clock)["days_kept_14"] == {"kept": 0, "prescribed": 2}
    push(cast.client, logs.make("void", voids=stop["id"]), logs.make("void", voids=sore["id"]), at=clock())
    assert row(cast, session, clock)["days_kept_14"] == {"kept": 0, "prescribed": 4}


def test_the_list_remembers_somebody_who_has_been_quiet_for_months(
    cast: Cast, session: AnySession, clock: Clock
) -> None:
    assign(cast.owner, cast.client)
    push(cast.client, logs.make("session", pain_before=4, pain_after=1))
    clock.forward(days=200)
    seen = row(cast, session, clock)
    assert (seen["last_practised_on"], seen["pain"]) == ("2026-03-02", {"before": 4, "after": 1})
    assert seen["days_kept_14"] == {"kept": 0, "prescribed": 13}


def test_the_list_tells_where_it_hurt_last_until_it_is_taken_back_or_old(
    cast: Cast, session: AnySession, clock: Clock
) -> None:
    assign(cast.owner, cast.client)
    first = logs.make("hurt", at=MONDAY - timedelta(hours=2), feeling="numb")
    last = logs.make("hurt", at=MONDAY - timedelta(hours=1), feeling="too_much", technique_id="jaw-hold", discomfort=8)
    push(cast.client, last, first, at=MONDAY)
    seen = row(cast, session, clock)["stopped"]
    assert (seen["technique_id"], seen["feeling"], seen["at"]) == ("jaw-hold", "too_much", MONDAY - timedelta(hours=1))
    assert seen["discomfort"] == 8
    push(cast.client, logs.make("void", voids=last["id"]))
    seen = row(cast, session, clock)["stopped"]
    assert (seen["feeling"], seen["discomfort"]) == ("numb", None)
    clock.forward(days=29)
    assert row(cast, session, clock)["stopped"] is None


def test_the_list_tells_which_program_her_phone_holds_since_when(cast: Cast, session: AnySession, clock: Clock) -> None:
    assign(cast.owner, cast.client, times=3)
    push(
        cast.client,
        logs.make("read", at=MONDAY - timedelta(minutes=9), ref="2"),
        logs.make("read", at=MONDAY - timedelta(minutes=3), ref="3"),
        logs.make("read", at=MONDAY - timedelta(minutes=5), ref="3"),
        logs.make("read", at=MONDAY, ref="latest"),
        logs.make("read", at=MONDAY, what="answer", ref="9"),
        at=MONDAY,
    )
    seen = row(cast, session, clock)
    assert seen["fetched"] == {"number": 3, "at": MONDAY - timedelta(minutes=5)}
    assert seen["program_number"] == 3


def test_the_list_over_http_has_every_client_once_by_name(cast: Cast) -> None:
    rows = cast.owner.http.get("/api/v1/clients").get_json()["clients"]
    assert [one["name"] for one in rows] == ["Client of the owner", "Other client"]
    assert [one["name"] for one in cast.colleague.http.get("/api/v1/clients").get_json()["clients"]] == []


def test_the_number_of_the_practice_says_from_where_pain_is_strong(cast: Cast, session: AnySession) -> None:
    values = {"values": {"pain_gate": 5}, "reason": "We are more careful here"}
    assert cast.owner.http.get("/api/v1/techniques").get_json()["pain_gate"] == 8
    assert cast.owner.http.put("/api/v1/practices/me/thresholds", json=values).status_code == 200
    assert cast.owner.http.get("/api/v1/techniques").get_json()["pain_gate"] == 5
    told = logs.make("check", answers={"d3": 5})
    push(cast.client, told, logs.make("check", answers={"d3": 4}))
    assert effects(session, cast.client) == {("strong_pain", told["id"], "review", False)}


def test_strong_pain_before_a_practice_is_kept_for_the_therapist_and_a_slip_is_withdrawn(
    cast: Cast, session: AnySession
) -> None:
    told, slip = logs.make("check", answers={"d3": 9}), logs.make("check", answers={"d3": 8})
    push(cast.client, told, slip, logs.make("void", voids=slip["id"]))
    assert effects(session, cast.client) == {
        ("strong_pain", told["id"], "review", False),
        ("strong_pain", slip["id"], "review", True),
    }
