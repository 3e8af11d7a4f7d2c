"""What lasts is asked about once: an older alert about the same makes room, and what is over takes itself back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from pith.config import Settings
from pith.services.inbox_round import Looks
from pith.services.transaction import AnySession
from tests import logs
from tests.cast import Cast
from tests.conftest import MONDAY, Clock
from tests.services.inbox_world import Inboxes, holds_program, practised, sign_in_anew, tell
from tests.services.sync_world import assign

Look = Callable[[datetime], int]


@pytest.fixture
def inboxes(session: AnySession, clock: Clock, settings: Settings) -> Inboxes:
    return Inboxes(session, clock, settings)


@pytest.fixture(autouse=True)
def practising(cast: Cast) -> None:
    """She has a program, her phone holds it, and she has practised once."""
    assign(cast.owner, cast.client)
    tell(cast.client, holds_program(MONDAY), practised(MONDAY), at=MONDAY)


@pytest.fixture
def looks(session: AnySession, settings: Settings) -> Look:
    worker = Looks(settings.secrets.master)

    def look(now: datetime) -> int:
        session.rollback()
        return worker.look(session, now)

    return look


def reasons(inboxes: Inboxes, cast: Cast) -> list[str]:
    return sorted(one["why"]["why"] for one in inboxes.items(cast.owner) if one["cause"] == "review")


def test_of_three_weeks_of_silence_one_line_waits(looks: Look, cast: Cast, clock: Clock, inboxes: Inboxes) -> None:
    new = [looks(clock.forward(days=1)) for _ in range(20)]
    assert sum(new) == 3  # a week each
    silent = [one for one in inboxes.items(cast.owner) if one["cause"] == "silence"]
    assert [one["why"]["days"] for one in silent] == [13]  # as it was when the third week began


def test_what_was_closed_stays_closed_while_the_same_is_said_anew(
    looks: Look, cast: Cast, clock: Clock, inboxes: Inboxes
) -> None:
    looks(clock.forward(days=6))
    inboxes.close(cast.owner, inboxes.items(cast.owner)[0]["id"], "called")
    looks(clock.forward(days=1))
    told = inboxes.of_client(cast.owner, cast.client)
    assert [(one["cause"], one["outcome"]) for one in told] == [("silence", None), ("silence", "called")]


def test_silence_that_was_over_for_a_moment_is_said_again_and_no_twin_stands_beside_it(
    looks: Look, cast: Cast, clock: Clock, inboxes: Inboxes
) -> None:
    assert looks(clock.forward(days=6)) == 1
    told = practised(clock())
    tell(cast.client, told, at=clock())
    assert (looks(clock.forward(hours=1)), inboxes.items(cast.owner)) == (0, [])
    tell(cast.client, logs.make("void", at=clock(), voids=told["id"]), at=clock())
    assert (looks(clock.forward(hours=1)), looks(clock.forward(hours=1))) == (1, 0)
    assert inboxes.told(cast.owner) == [("silence", "silence")]


def test_a_goal_that_was_met_is_news_once_and_none_when_she_tells_another(
    looks: Look, cast: Cast, clock: Clock, inboxes: Inboxes
) -> None:
    def rated(**values: int) -> dict[str, Any]:
        return logs.make("measure", at=clock(), values=values)

    tell(cast.client, rated(walk=10, reach=9), at=clock())
    looks(clock())
    assert reasons(inboxes, cast) == ["goal_met"]
    inboxes.close(cast.owner, inboxes.items(cast.owner)[0]["id"])
    for _ in range(15):
        tell(cast.client, practised(clock.forward(days=1)), at=clock())
        looks(clock())
    assert reasons(inboxes, cast) == []
    tell(cast.client, rated(walk=10, reach=10), at=clock())
    looks(clock())
    assert reasons(inboxes, cast) == ["goal_met"]
    clock.forward(hours=1)
    tell(cast.client, rated(walk=10, reach=1), at=clock())
    looks(clock())
    assert reasons(inboxes, cast) == []


def test_a_score_beyond_the_scale_meets_no_goal(looks: Look, cast: Cast, clock: Clock, inboxes: Inboxes) -> None:
    tell(cast.client, logs.make("measure", at=clock(), values={"walk": 90, "reach": "10"}), at=clock())
    looks(clock())
    assert reasons(inboxes, cast) == []


def test_of_a_course_one_review_waits_and_none_once_it_is_ended(
    looks: Look, cast: Cast, clock: Clock, inboxes: Inboxes, session: AnySession
) -> None:
    url, began = f"/api/v1/clients/{cast.client.id}/course", MONDAY.date() - timedelta(weeks=12) + timedelta(days=1)
    body = {"visits_planned": 12, "started_on": began.isoformat()}
    assert cast.owner.http.put(url, json=body).status_code == 200
    weeks = []
    for _ in range(2):
        looks(clock())
        weeks.append([one["why"]["weeks"] for one in inboxes.items(cast.owner) if one["cause"] == "review"])
        clock.forward(days=1)
    assert weeks == [[6], [12]]
    sign_in_anew(session, cast.owner, clock())
    assert cast.owner.http.delete(url).status_code == 204
    looks(clock())
    assert reasons(inboxes, cast) == []


def test_days_on_which_a_red_flag_lets_her_do_nothing_are_no_silence(
    looks: Look, cast: Cast, clock: Clock, inboxes: Inboxes, session: AnySession
) -> None:
    flag = logs.make("flag", at=clock.forward(hours=1), flag_id="rf_dvt", sites=[])
    tell(cast.client, flag, at=clock())
    for _ in range(16):
        looks(clock.forward(days=1))
    assert inboxes.told(cast.owner) == [("urgent", "red_flag")]
    sign_in_anew(session, cast.owner, clock())
    url = f"/api/v1/clients/{cast.client.id}/flags"
    lift = {"flag_id": "rf_dvt", "act": "lift", "lifts": flag["id"], "reason": "Ultrasound is clear, no clot found"}
    assert cast.owner.http.post(url, json=lift).status_code == 201
    assert [looks(clock.forward(days=1)) for _ in range(4)] == [0] * 4
    assert looks(clock.forward(days=1)) == 1
    assert ("silence", "silence") in inboxes.told(cast.owner)


def test_of_strong_pain_day_after_day_the_newest_line_stands_for_all(
    looks: Look, cast: Cast, clock: Clock, inboxes: Inboxes
) -> None:
    """So it is too when a phone tells of half a year at once."""
    told = [logs.make("check", at=MONDAY - timedelta(days=back), answers={"d3": 8}) for back in range(180)]
    tell(cast.client, *told[:90], at=MONDAY)
    tell(cast.client, *told[90:], at=MONDAY)
    [item] = inboxes.items(cast.owner)
    assert (item["cause"], item["log_id"], item["since"]) == ("strong_pain", told[0]["id"], MONDAY)
    tell(cast.client, logs.make("void", at=MONDAY, voids=told[0]["id"]), at=MONDAY)
    [item] = inboxes.items(cast.owner)
    assert item["log_id"] == told[1]["id"]
    inboxes.close(cast.owner, item["id"])
    page = inboxes.page(cast.owner)
    assert (page["items"], len(page["closed_today"])) == ([], 1)
    tell(cast.client, logs.make("check", at=clock.forward(hours=1), answers={"d3": 9}), at=clock())
    assert [one["why"]["pain"] for one in inboxes.items(cast.owner)] == [9]


def test_what_a_phone_tells_from_the_future_happened_when_it_arrived(
    cast: Cast, clock: Clock, inboxes: Inboxes
) -> None:
    ahead = logs.make("hurt", at=MONDAY + timedelta(days=3), local_date="2026-03-02")
    tell(cast.client, ahead, at=MONDAY)
    assert [one["since"] for one in inboxes.items(cast.owner)] == [MONDAY]
