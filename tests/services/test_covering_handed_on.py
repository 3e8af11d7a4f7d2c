"""Nobody stands in on days on which she is away herself: who goes away then hands on whom she stands in for, so that a
colleague sees them on each of their days."""

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
from pith.store.db import db
from pith.store.inbox import TherapistAway
from tests.cast import Cast, Someone, _Maker
from tests.conftest import MONDAY, Clock
from tests.services.test_at_once import at_once

AWAY = "/api/v1/practices/me/away"
TODAY = MONDAY.date()


def day(number: int) -> date:
    return TODAY + timedelta(days=number)


@pytest.fixture
def third(cast: Cast, app: Flask, session: AnySession, settings: Settings, clock: Clock) -> Someone:
    return _Maker(app, session, settings, clock).member(cast.owner, "third@a.example")


def away(who: Someone, by: Someone, first: date, last: date, **more: Any) -> Any:
    body = {"from": first.isoformat(), "until": last.isoformat(), "covered_by": by.id, **more}
    return who.http.put(AWAY, json=body)


def sees(who: Someone, client: Someone) -> bool:
    return bool(who.http.get(f"/api/v1/clients/{client.id}").status_code == 200)


def cover_of(session: AnySession, who: Someone) -> str | None:
    session.rollback()
    with read(session):
        return session.scalar(select(TherapistAway.covered_by).where(TherapistAway.therapist_id == who.id))


def test_who_stands_in_is_told_for_whom_before_she_goes_away_herself(cast: Cast, third: Someone) -> None:
    assert away(cast.owner, cast.colleague, TODAY, day(4)).status_code == 200
    refused = away(cast.colleague, third, day(3), day(9))
    assert (refused.status_code, refused.get_json()["code"]) == (409, "stands_in")
    span = {"therapist_id": cast.owner.id, "name": cast.owner.name, "from": "2026-03-02", "until": "2026-03-06"}
    assert refused.get_json()["covering"] == [span]
    [(field, why)] = refused.get_json()["fields"].items()
    assert field == "from" and cast.owner.name in why and "2026-03-06" in why
    assert cast.colleague.http.get(AWAY).get_json()["away"] is None
    assert sees(cast.colleague, cast.client)


def test_on_other_days_she_may_go(cast: Cast, third: Someone) -> None:
    assert away(cast.owner, cast.colleague, day(3), day(4)).status_code == 200
    for first, last in ((TODAY, day(2)), (day(5), day(9))):
        assert away(cast.colleague, third, first, last).status_code == 200


def test_days_that_are_over_count_no_more(cast: Cast, third: Someone, session: AnySession, clock: Clock) -> None:
    """The span of one who is back stays until it is tidied up; others may have gone away while it lasted."""
    assert away(cast.owner, cast.colleague, day(-4), TODAY).status_code == 200
    clock.forward(hours=16)  # 23:00 in UTC, midnight in Berlin
    for who, by in ((cast.colleague, third), (third, cast.owner)):
        told = covering.set_away(session, who.actor, clock(), TODAY, day(2), by.id)
        assert told["away"]["covered_by"]["id"] == by.id
        covering.come_back(session, who.actor)


def test_whom_she_stands_in_for_is_handed_on_with_one_yes(cast: Cast, third: Someone) -> None:
    assert away(cast.owner, cast.colleague, TODAY, day(4)).status_code == 200
    assert away(cast.colleague, third, TODAY, day(1), hand_on=True).status_code == 200
    assert (sees(cast.colleague, cast.client), sees(third, cast.client)) == (False, True)
    assert {one["therapist_id"] for one in third.http.get(AWAY).get_json()["covering"]} == {
        cast.owner.id,
        cast.colleague.id,
    }
    said = cast.owner.http.get(AWAY).get_json()["away"]
    assert said == {"from": "2026-03-02", "until": "2026-03-06", "covered_by": {"id": third.id, "name": third.name}}
    # Back again, she does not take them over once more: they have somebody until their therapist is back.
    assert cast.colleague.http.delete(AWAY).status_code == 204
    assert (sees(cast.colleague, cast.client), sees(third, cast.client)) == (False, True)


def test_phones_name_who_stands_in_now(
    cast: Cast, third: Someone, session: AnySession, clock: Clock, settings: Settings
) -> None:
    def told() -> tuple[str, str]:
        session.rollback()
        pulled = sync.pull(session, cast.client.actor, clock(), settings.secrets.master, load_content())
        assert pulled.body is not None
        return pulled.view_version, orjson.loads(pulled.body)["me"]["away"]["cover_name"]

    assert away(cast.owner, cast.colleague, TODAY, day(4)).status_code == 200
    before = told()
    assert away(cast.colleague, third, TODAY, day(1), hand_on=True).status_code == 200
    after = told()
    assert after[0] != before[0]
    assert (before[1], after[1]) == (cast.colleague.name, third.name)


def test_she_hands_on_only_to_somebody_who_is_there_for_all_that_is_left(cast: Cast, third: Someone) -> None:
    assert away(cast.owner, cast.colleague, TODAY, day(9)).status_code == 200
    assert away(third, cast.colleague, day(7), day(12)).status_code == 200
    refused = away(cast.colleague, third, TODAY, day(1), hand_on=True)
    assert (refused.status_code, list(refused.get_json()["fields"])) == (422, ["covered_by"])
    assert away(cast.colleague, cast.owner, TODAY, day(1), hand_on=True).status_code == 422, "she is away herself"
    assert sees(cast.colleague, cast.client)


def test_handing_on_where_she_stands_in_for_nobody_is_going_away(cast: Cast, third: Someone) -> None:
    assert away(cast.colleague, third, TODAY, day(1), hand_on=True).status_code == 200


def test_two_who_go_away_at_once_never_stand_in_for_one_another(
    app: Flask, cast: Cast, third: Someone, session: AnySession, clock: Clock
) -> None:
    """Of each ring of two or three the last one is told; whoever stands in is there."""

    def goes(who: Someone, by: Someone) -> Any:
        return lambda: covering.set_away(db.session, who.actor, clock.now, TODAY, day(4), by.id)

    for _ in range(5):
        ends = at_once(app, goes(cast.owner, cast.colleague), goes(cast.colleague, cast.owner))
        assert ends in (["Invalid", "done"], ["StandsIn", "done"]), ends
        for who in (cast.owner, cast.colleague):
            assert who.http.delete(AWAY).status_code == 204
    people = (cast.owner, cast.colleague, third)
    for _ in range(5):
        ring = zip(people, (*people[1:], people[0]), strict=True)
        ends = at_once(app, *[goes(who, by) for who, by in ring])
        there = {who.id for who in people if cover_of(session, who) is None}
        assert {cover_of(session, who) for who in people} - {None} <= there, ends
        assert ends.count("done") >= 1, ends
        for who in people:
            assert who.http.delete(AWAY).status_code == 204


def test_one_hands_on_while_the_other_names_somebody_else(
    app: Flask, cast: Cast, third: Someone, session: AnySession, settings: Settings, clock: Clock
) -> None:
    """What the one who is away says herself is never written over by an older reading of it."""
    fourth = _Maker(app, session, settings, clock).member(cast.owner, "fourth@a.example")

    def goes(who: Someone, by: Someone, hand_on: bool) -> Any:
        return lambda: covering.set_away(db.session, who.actor, clock.now, TODAY, day(4), by.id, hand_on)

    for _ in range(5):
        assert away(cast.owner, cast.colleague, TODAY, day(4)).status_code == 200
        ends = at_once(app, goes(cast.colleague, third, True), goes(cast.owner, fourth, False))
        assert ends == ["done", "done"], ends
        assert cover_of(session, cast.owner) == fourth.id
        for who in (cast.owner, cast.colleague):
            assert who.http.delete(AWAY).status_code == 204
