"""Pull and push as use cases: views, versions, heads, windows, consent, sealed words."""

from __future__ import annotations

from datetime import timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from sqlalchemy import select, text

from pith.config import Settings
from pith.domain.sync import Head
from pith.services.transaction import AnySession, read, write
from pith.store.accounts import Client, Erased
from pith.store.keeping import stone
from pith.store.practice import Log
from tests import logs
from tests.cast import Cast, Someone
from tests.conftest import MONDAY, Clock
from tests.services.sync_world import assign, effects, pull, push, stored


def view(who: Someone) -> dict[str, Any]:
    answer = pull(who)
    assert answer.status_code == 200
    return answer.get_json()  # type: ignore[no-any-return]


def test_a_new_client_pulls_a_whole_view_with_a_closed_gate(cast: Cast) -> None:
    seen = view(cast.client)
    assert seen["me"] == {
        "client_id": cast.client.id,
        "practice_id": cast.client.actor.practice_id,
        "name": "Client of the owner",
        "timezone": "Europe/Berlin",
        "practice_name": "Practice A",
        "therapist_name": "Owner of Practice A",
        "away": None,
        "emergency_number": "112",
        "language": "en",
        "consent_version": None,
        "consent_required": 1,
    }
    assert (seen["program"], seen["earlier"]) == (None, [])
    assert seen["gate"] == {"open": False, "by": None, "at": None}
    assert (seen["flags"], seen["decisions"], seen["messages"]) == ([], [], [])
    assert seen["limits"] == {"max_items": 100, "max_bytes": 262_144}
    assert (seen["schema"], seen["min_schema"], seen["server_time"]) == (1, 1, "2026-03-02T07:00:00Z")


def test_a_program_and_a_clearance_arrive_with_the_next_pull(cast: Cast) -> None:
    etag = pull(cast.client).headers["ETag"]
    assign(cast.owner, cast.client, times=2)
    cast.owner.http.post(f"/api/v1/clients/{cast.client.id}/clearance", json={"note": "Screened in the room."})
    answer = pull(cast.client, etag)
    assert answer.status_code == 200
    seen = answer.get_json()
    assert seen["program"]["number"] == 2 and seen["earlier"] == []
    assert seen["program"]["items"][0]["snapshot"]["name"]
    assert seen["gate"] == {"open": True, "by": "Owner of Practice A", "at": "2026-03-02T07:00:00Z"}


def test_a_program_dated_ahead_comes_with_the_one_that_holds_until_then(cast: Cast) -> None:
    assign(cast.owner, cast.client)
    body = {
        "items": [{"technique_id": "temple-hold", "level": 2}],
        "days": [0, 2, 4],
        "starts_on": "2026-03-09",
        "reason": "After the weekend",
    }
    cast.owner.http.post(f"/api/v1/clients/{cast.client.id}/program/versions", json=body)
    seen = view(cast.client)
    assert (seen["program"]["number"], [one["number"] for one in seen["earlier"]]) == (2, [1])


def test_a_phone_that_holds_the_view_is_answered_304_with_the_head(cast: Cast) -> None:
    first = pull(cast.client)
    again = pull(cast.client, first.headers["ETag"])
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"] == f'"{first.get_json()["view_version"]}"'
    assert again.headers["Pith-Log-Head"] == Head().text()


@pytest.mark.parametrize("form", ["W/{}", '"other", {}', "{}"])
def test_the_held_version_may_come_weak_or_in_a_list(cast: Cast, form: str) -> None:
    etag = pull(cast.client).headers["ETag"]
    assert pull(cast.client, form.format(etag)).status_code == 304


@pytest.mark.parametrize("held", ["*", '"other"', "", '"', "\xff"])
def test_any_other_version_is_answered_with_the_whole_view(cast: Cast, held: str) -> None:
    assert cast.client.http.get("/api/v1/sync", headers={"If-None-Match": held}).status_code == 200


def test_nothing_in_the_view_depends_on_today(cast: Cast, clock: Clock) -> None:
    assign(cast.owner, cast.client)
    first = pull(cast.client)
    clock.forward(days=40)
    assert pull(cast.client, first.headers["ETag"]).status_code == 304
    moving = ("server_time", "log_window")
    before, after = ({k: v for k, v in one.items() if k not in moving} for one in (first.get_json(), view(cast.client)))
    assert before == after


def test_an_app_that_is_too_old_may_not_fetch_but_what_it_sends_is_taken(cast: Cast) -> None:
    answer = cast.client.http.get("/api/v1/sync", headers={"X-App-Schema": "0"})
    assert (answer.status_code, answer.get_json()["code"], answer.get_json()["min_schema"]) == (426, "app_too_old", 1)
    told = cast.client.http.post("/api/v1/sync/logs", json=logs.batch(logs.make("note")), headers={"X-App-Schema": "0"})
    assert told.get_json()["results"][0]["status"] == "stored"


@pytest.mark.parametrize("claimed", ["1", "99999999999999999999", "new", "²"])
def test_any_other_claim_about_the_app_is_let_through(cast: Cast, claimed: str) -> None:
    answer = cast.client.http.get("/api/v1/sync", headers={"X-App-Schema": claimed.encode("utf-8").decode("latin-1")})
    assert answer.status_code == 200


def test_the_window_holds_60_days_back_and_everything_ahead(cast: Cast, clock: Clock) -> None:
    days = {back: logs.make("note", at=MONDAY - timedelta(days=back)) for back in (61, 60, 0, -700)}
    push(cast.client, *days.values(), at=MONDAY)
    inside = [days[back]["id"] for back in (60, 0, -700)]
    answer = pull(cast.client)
    assert answer.get_json()["log_window"] == {"from": "2026-01-01", "ids": inside}
    assert answer.headers["Pith-Log-Head"] == Head().plus(inside).text()


def test_the_head_moves_with_the_days_and_with_each_push(cast: Cast, clock: Clock) -> None:
    old, new = logs.make("note", at=MONDAY - timedelta(days=60)), logs.make("note")
    push(cast.client, old)
    etag = pull(cast.client).headers["ETag"]
    assert pull(cast.client, etag).headers["Pith-Log-Head"] == Head().plus([old["id"]]).text()
    clock.forward(days=1)
    assert pull(cast.client, etag).headers["Pith-Log-Head"] == Head().text()
    push(cast.client, new)
    assert pull(cast.client, etag).headers["Pith-Log-Head"] == Head().plus([new["id"]]).text()
    clock.forward(days=1)
    later = logs.make("note", at=MONDAY + timedelta(days=1))
    push(cast.client, later)
    assert pull(cast.client, etag).headers["Pith-Log-Head"] == Head().plus([new["id"], later["id"]]).text()


def test_consent_is_recorded_once_shown_in_the_view_and_taken_back_by_its_void(cast: Cast, session: AnySession) -> None:
    etag = pull(cast.client).headers["ETag"]
    given = logs.make("consent", at=MONDAY)
    push(cast.client, given, at=MONDAY)
    answer = pull(cast.client, etag)
    assert (answer.status_code, answer.get_json()["me"]["consent_version"]) == (200, 1)
    push(cast.client, given, at=MONDAY)
    assert pull(cast.client, answer.headers["ETag"]).status_code == 304
    push(cast.client, logs.make("void", voids=given["id"]))
    assert view(cast.client)["me"]["consent_version"] is None
    assert effects(session, cast.client) == set()


def test_the_newest_consent_counts_in_corrected_time_whatever_arrives_last(cast: Cast) -> None:
    later = logs.make("consent", at=MONDAY, given=False)
    push(cast.client, later, at=MONDAY)
    # This phone's clock is two days ahead: what it says was on Wednesday was on Monday, an hour earlier.
    ahead = MONDAY + timedelta(days=2)
    push(cast.client, logs.make("consent", at=ahead - timedelta(hours=1)), at=ahead)
    assert view(cast.client)["me"]["consent_version"] is None
    push(cast.client, logs.make("consent", at=MONDAY + timedelta(minutes=1)), at=MONDAY)
    assert view(cast.client)["me"]["consent_version"] == 1


def test_a_second_phone_reads_the_history_as_it_was_sent_newest_day_first(cast: Cast, second_phone: Someone) -> None:
    assign(cast.owner, cast.client)
    told = [logs.make(kind, at=MONDAY - timedelta(days=back)) for back, kind in enumerate(logs.BY_KIND)]
    push(cast.client, *told)
    push(cast.client, logs.make("note", at=MONDAY - timedelta(days=61)))
    assert second_phone.http.get("/api/v1/sync/logs").get_json()["logs"] == told


def test_words_and_answers_are_not_readable_in_the_database(cast: Cast, session: AnySession) -> None:
    assign(cast.owner, cast.client)
    secret = "nobody else may read this"
    push(
        cast.client,
        logs.make("session", word=secret),
        logs.make("note", text=secret),
        logs.make("question", text=secret),
        logs.make("intake", answer=[secret]),
        logs.make("check", answers={"q": secret}),
        {**logs.make("note", schema=2), "diary": secret},
        {**logs.make("note"), "text": [secret]},
    )
    session.rollback()
    with read(session):
        for table in ("log", "sync_quarantine", "alert"):
            for row in session.execute(text(f"SELECT * FROM {table}")):
                assert secret.encode() not in b"".join(bytes(c) for c in row if isinstance(c, bytes | memoryview))
                assert secret not in str(row)


def test_sealed_words_open_only_on_their_own_row(cast: Cast, session: AnySession) -> None:
    first, second = logs.make("note", text="one"), logs.make("note", text="two")
    push(cast.client, first, second)
    with write(session):
        rows = {row.id: row for row in session.scalars(select(Log)).all()}
        rows[first["id"]].words, rows[second["id"]].words = rows[second["id"]].words, rows[first["id"]].words
    answer = cast.client.http.get("/api/v1/sync/logs")
    assert answer.status_code == 500 and "one" not in answer.get_data(as_text=True)


def test_what_an_erased_log_was_called_is_answered_deleted(cast: Cast, session: AnySession, settings: Settings) -> None:
    gone, kept = logs.make("note"), logs.make("note")
    with write(session):
        mark = stone(settings.secrets.master, cast.client.actor.practice_id, "log", gone["id"])
        session.add(Erased(practice_id=cast.client.actor.practice_id, id_hash=mark, what="log", erased_at=MONDAY))
    assert push(cast.client, gone, kept) == ["deleted", "stored"]
    assert stored(session, cast.client).keys() == {kept["id"]}


def test_an_answer_names_no_cache_that_may_keep_it(cast: Cast) -> None:
    for answer in (pull(cast.client), cast.client.http.get("/api/v1/sync/logs")):
        assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_view_that_two_processes_keep_is_made_anew_when_its_version_moves(cast: Cast, session: AnySession) -> None:
    before = view(cast.client)["view_version"]
    cast.owner.http.patch(f"/api/v1/clients/{cast.client.id}", json={"name": "Renamed"})
    after = view(cast.client)
    assert after["view_version"] != before and after["me"]["name"] == "Renamed"
    session.rollback()
    with read(session):
        held = session.execute(select(Client.view_version).where(Client.id == cast.client.id)).scalar_one()
    assert after["view_version"] == f"{held}.1"


def test_the_head_is_counted_from_the_date_of_the_answer(cast: Cast, clock: Clock) -> None:
    """The phone derives the window from the answer's Date; the two agree on every second but one a day."""
    assert format_datetime(clock(), usegmt=True).endswith("2026 07:00:00 GMT")
    assert view(cast.client)["log_window"]["from"] == (MONDAY - timedelta(days=60)).date().isoformat()
