"""A colleague stands in: she sees exactly the clients of whom she stands in for, on exactly those days, and hears of
what is urgent; afterwards it is as it was before."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import orjson
import pytest
from flask import Flask
from sqlalchemy import select

from pith.config import Settings
from pith.content.loader import load_content
from pith.services import sessions, sync
from pith.services.transaction import AnySession, read, write
from pith.store.deliveries import Delivery
from pith.store.inbox import TherapistAway
from tests import logs
from tests.cast import Cast, Someone, _Maker
from tests.conftest import MONDAY, Clock
from tests.services.inbox_world import tell

URL = "/api/v1/practices/me/away"
FIRST, LAST = date(2026, 3, 9), date(2026, 3, 20)
SEEN, GONE = 200, 404


@pytest.fixture
def third(cast: Cast, app: Flask, session: AnySession, settings: Settings, clock: Clock) -> Someone:
    """Another colleague in practice A, who stands in for nobody."""
    return _Maker(app, session, settings, clock).member(cast.owner, "third@a.example")


def away(cast: Cast, first: date = FIRST, last: date = LAST, by: Someone | None = None) -> None:
    body = {"from": first.isoformat(), "until": last.isoformat(), "covered_by": (by or cast.colleague).id}
    answer = cast.owner.http.put(URL, json=body)
    assert answer.status_code == 200, answer.text


def sees(who: Someone, client: Someone) -> tuple[int, bool, bool, bool]:
    """What her file answers, and whether she is in list, feed and inbox."""
    card = who.http.get(f"/api/v1/clients/{client.id}").status_code
    rows = who.http.get("/api/v1/clients").get_json()["clients"]
    feed = who.http.get("/api/v1/logs?after=0").get_json()["logs"]
    items = who.http.get("/api/v1/inbox").get_json()["items"]
    return (
        card,
        any(row["id"] == client.id for row in rows),
        any(row["client_id"] == client.id for row in feed),
        any(item["client"]["id"] == client.id for item in items),
    )


NOTHING = (GONE, False, False, False)
ALL = (SEEN, True, True, True)


class Calendar:
    """Days that pass, with every therapist signed in anew."""

    def __init__(self, session: AnySession, clock: Clock, *people: Someone) -> None:
        self.session, self.clock, self.people = session, clock, people

    def on(self, day: date, hour: int = 12) -> datetime:
        """Noon in UTC of that day, where no hour is said."""
        self.clock.now = datetime(day.year, day.month, day.day, hour, tzinfo=MONDAY.tzinfo)
        self.session.rollback()
        with write(self.session):
            for who in self.people:
                place = who.actor.practice_id, who.id
                who.token = sessions.open_session(self.session, self.clock(), "therapist", *place, "A browser", None)
        return self.clock()


@pytest.fixture
def calendar(cast: Cast, session: AnySession, clock: Clock, third: Someone) -> Calendar:
    return Calendar(session, clock, cast.owner, cast.colleague, cast.stranger, third)


def test_before_during_and_after(cast: Cast, calendar: Calendar, third: Someone) -> None:
    tell(cast.client, logs.make("question"), at=MONDAY)
    tell(cast.strangers_client, logs.make("question"), at=MONDAY)
    away(cast)
    for day, expected in (
        (FIRST - timedelta(days=1), NOTHING),
        (FIRST, ALL),
        (LAST, ALL),
        (LAST + timedelta(days=1), NOTHING),
    ):
        calendar.on(day)
        assert sees(cast.colleague, cast.client) == expected, day
        assert sees(third, cast.client) == NOTHING
        assert sees(cast.colleague, cast.strangers_client) == NOTHING
        assert sees(cast.stranger, cast.client) == NOTHING
        assert sees(cast.owner, cast.client) == ALL


def test_the_days_are_those_of_the_practice_to_the_hour(cast: Cast, calendar: Calendar) -> None:
    away(cast)
    seen = []
    # Berlin is an hour ahead of UTC in March.
    for day, hour in ((FIRST - timedelta(days=1), 22), (FIRST - timedelta(days=1), 23), (LAST, 22), (LAST, 23)):
        calendar.on(day, hour)
        seen.append(cast.colleague.http.get(f"/api/v1/clients/{cast.client.id}").status_code)
    assert seen == [GONE, SEEN, SEEN, GONE]


def test_who_stands_in_sees_only_clients_that_the_other_was_given(
    cast: Cast, session: AnySession, clock: Clock, third: Someone
) -> None:
    """The third is away: of the owner's clients the colleague sees only the one whom the third was given, too."""
    given = f"/api/v1/clients/{cast.other_client.id}/members/{third.id}"
    assert cast.owner.http.put(given).status_code == 204
    body = {"from": "2026-03-02", "until": "2026-03-03", "covered_by": cast.colleague.id}
    assert third.http.put(URL, json=body).status_code == 200
    assert sees(cast.colleague, cast.other_client)[0] == SEEN
    assert sees(cast.colleague, cast.client) == NOTHING


def test_who_stands_in_treats_and_answers_but_shares_exports_and_erases_nothing(cast: Cast) -> None:
    question = logs.make("question")
    tell(cast.client, question, at=MONDAY)
    away(cast, MONDAY.date(), LAST)
    base, http = f"/api/v1/clients/{cast.client.id}", cast.colleague.http
    assert http.post(f"{base}/logs/{question['id']}/answer", json={"text": "Yes."}).status_code == 201
    assert http.post(f"{base}/clearance", json={"note": "Seen."}).status_code == 201
    assert http.put(f"{base}/members/{cast.colleague.id}").status_code == 403
    assert http.get(f"{base}/export").status_code == 403
    assert http.delete(base, json={"confirm_name": cast.client.name}).status_code == 403


def test_an_item_that_she_closed_stays_closed_afterwards(cast: Cast, calendar: Calendar) -> None:
    tell(cast.client, logs.make("question"), at=MONDAY)
    away(cast, MONDAY.date(), MONDAY.date())
    page = cast.colleague.http.get("/api/v1/inbox").get_json()
    assert [(item["mine"], item["cause"]) for item in page["items"]] == [(False, "question")]
    assert page["covering"] == [
        {"therapist_id": cast.owner.id, "name": cast.owner.name, "until": MONDAY.date().isoformat()}
    ]
    closing = {"id": page["items"][0]["id"], "outcome": "called"}
    assert cast.colleague.http.post("/api/v1/inbox/close", json=closing).status_code == 204
    calendar.on(MONDAY.date() + timedelta(days=1))
    assert cast.owner.http.get("/api/v1/inbox").get_json()["items"] == []
    assert cast.colleague.http.post("/api/v1/inbox/reopen", json={"id": closing["id"]}).status_code == 404


def heard(session: AnySession) -> set[str]:
    session.rollback()
    with read(session):
        return set(session.scalars(select(Delivery.recipient_id).where(Delivery.kind == "alert")))


def test_alerts_go_to_who_stands_in_on_those_days_only(cast: Cast, session: AnySession, calendar: Calendar) -> None:
    away(cast)
    tell(cast.client, logs.make("reaction", answer="worse"), at=MONDAY)
    assert heard(session) == {cast.owner.id}
    at = calendar.on(FIRST)
    tell(cast.client, logs.make("reaction", answer="new_sign", at=at), at=at)
    assert heard(session) == {cast.owner.id, cast.colleague.id}


def test_of_two_spans_the_one_said_last_counts_and_coming_back_ends_it(
    cast: Cast, clock: Clock, third: Someone
) -> None:
    away(cast, MONDAY.date(), LAST)
    away(cast, MONDAY.date(), FIRST, by=third)
    assert (sees(cast.colleague, cast.client)[0], sees(third, cast.client)[0]) == (GONE, SEEN)
    told = cast.owner.http.get(URL).get_json()
    assert told["away"] == {
        "from": "2026-03-02", "until": "2026-03-09", "covered_by": {"id": third.id, "name": third.name},
    }  # fmt: skip
    assert third.http.get(URL).get_json()["covering"][0]["therapist_id"] == cast.owner.id
    assert cast.owner.http.delete(URL).status_code == 204
    assert cast.owner.http.delete(URL).status_code == 204
    assert sees(third, cast.client) == NOTHING
    assert cast.owner.http.get(URL).get_json() == {"away": None, "covering": []}


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        ("2026-03-10", "2026-03-09", "until"),
        ("2026-02-01", "2026-03-01", "until"),
        ("2026-03-02", "2027-03-04", "until"),
    ],
)
def test_days_that_make_no_sense_are_refused(cast: Cast, first: str, last: str, field: str) -> None:
    answer = cast.owner.http.put(URL, json={"from": first, "until": last, "covered_by": cast.colleague.id})
    assert (answer.status_code, list(answer.get_json()["fields"])) == (422, [field])


def test_nobody_stands_in_for_herself_or_for_another_practice(cast: Cast) -> None:
    days = {"from": "2026-03-09", "until": "2026-03-20"}
    own = cast.owner.http.put(URL, json={**days, "covered_by": cast.owner.id})
    assert (own.status_code, list(own.get_json()["fields"])) == (422, ["covered_by"])
    assert cast.owner.http.put(URL, json={**days, "covered_by": cast.stranger.id}).status_code == 404


def test_who_leaves_the_practice_stands_in_for_nobody(cast: Cast, session: AnySession) -> None:
    away(cast, MONDAY.date(), LAST)
    assert cast.owner.http.delete(f"/api/v1/practices/me/members/{cast.colleague.id}").status_code == 204
    session.rollback()
    with read(session):
        assert session.scalars(select(TherapistAway)).all() == []
    assert cast.owner.http.get(URL).get_json()["away"] is None


def told_on_the_phone(session: AnySession, who: Someone, clock: Clock, settings: Settings) -> tuple[str, Any]:
    session.rollback()
    pulled = sync.pull(session, who.actor, clock(), settings.secrets.master, load_content())
    assert pulled.body is not None
    return pulled.view_version, orjson.loads(pulled.body)["me"]["away"]


def test_her_clients_phones_learn_when_she_is_away_and_who_stands_in(
    cast: Cast, session: AnySession, clock: Clock, settings: Settings
) -> None:
    version, said = told_on_the_phone(session, cast.client, clock, settings)
    assert said is None
    away(cast)
    newer, said = told_on_the_phone(session, cast.client, clock, settings)
    assert said == {"from": "2026-03-09", "until": "2026-03-20", "cover_name": cast.colleague.name}
    assert newer != version
    assert told_on_the_phone(session, cast.strangers_client, clock, settings)[1] is None
    cast.owner.http.delete(URL)
    assert told_on_the_phone(session, cast.client, clock, settings)[1] is None


def test_whom_she_stands_in_for_comes_with_who_is_signed_in(
    cast: Cast, session: AnySession, calendar: Calendar
) -> None:
    away(cast)
    for day, covers in (
        (MONDAY.date(), frozenset()),
        (FIRST, {cast.owner.id}),
        (LAST + timedelta(days=1), frozenset()),
    ):
        calendar.on(day)
        found = sessions.find(session, calendar.clock(), cast.colleague.token).actor
        assert found is not None and found.covers == covers
