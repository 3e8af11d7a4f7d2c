"""What nobody tells is looked for: silence, a week that is worse, time for a review, reminders that do not arrive; once
each, whoever looks and however often."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest

from pith.config import Settings
from pith.domain.reminder_proof import Proof
from pith.services import reminder_proof
from pith.services.inbox_round import Looks
from pith.services.transaction import AnySession
from tests import logs
from tests.cast import Cast
from tests.conftest import MONDAY, Clock
from tests.services.inbox_world import Inboxes, holds_program, practised, tell
from tests.services.sync_world import assign

DAY = timedelta(days=1)
Look = Callable[[datetime], int]


@pytest.fixture
def inboxes(session: AnySession, clock: Clock, settings: Settings) -> Inboxes:
    return Inboxes(session, clock, settings)


@pytest.fixture
def practising(cast: Cast) -> datetime:
    """She has a program, her phone holds it, and she has practised once; when."""
    assign(cast.owner, cast.client)
    tell(cast.client, holds_program(MONDAY), practised(MONDAY), at=MONDAY)
    return MONDAY


@pytest.fixture
def looks(session: AnySession, settings: Settings) -> Look:
    worker = Looks(settings.secrets.master)

    def look(now: datetime) -> int:
        session.rollback()
        return worker.look(session, now)

    return look


def test_silence_is_said_once_a_week_and_never_twice(
    looks: Look, cast: Cast, clock: Clock, inboxes: Inboxes, practising: datetime
) -> None:
    assert looks(clock.forward(days=4)) == 0  # four days later, three whole days were let go
    assert looks(clock.forward(days=1)) == 1
    [item] = inboxes.items(cast.owner)
    assert (item["rank"], item["why"]) == ("silence", {"code": "silence", "days": 4, "last": "2026-03-02"})
    assert (item["since"], item["log_id"], item["answerable"]) == (clock(), None, False)
    assert [looks(clock()) for _ in range(2)] == [0, 0]
    inboxes.close(cast.owner, item["id"], "called")
    assert looks(clock.forward(hours=20)) == 0
    assert looks(clock.forward(days=2)) == 1  # the next week, and still silent
    [again] = inboxes.items(cast.owner)
    assert (again["id"] != item["id"], again["why"]["days"]) == (True, 7)


def test_who_practises_again_is_silent_no_more(
    looks: Look, cast: Cast, clock: Clock, inboxes: Inboxes, practising: datetime
) -> None:
    looks(clock.forward(days=5))
    tell(cast.client, practised(clock()), at=clock())
    assert looks(clock.forward(hours=1)) == 0
    assert inboxes.items(cast.owner) == []


def test_who_has_no_program_yet_or_is_put_away_is_not_silent(
    looks: Look, cast: Cast, clock: Clock, inboxes: Inboxes, practising: datetime
) -> None:
    assign(cast.owner, cast.other_client)  # never fetched
    assert cast.owner.http.patch(f"/api/v1/clients/{cast.client.id}", json={"archived": True}).status_code == 200
    assert looks(clock.forward(days=9)) == 0


def test_days_off_because_it_hurt_are_no_silence(
    looks: Look, cast: Cast, clock: Clock, inboxes: Inboxes, practising: datetime
) -> None:
    tell(cast.client, logs.make("hurt", at=MONDAY), at=MONDAY)
    looks(clock.forward(days=9))
    assert [cause for _, cause in inboxes.told(cast.owner)] == ["hurt"]


def test_a_week_that_is_two_points_worse_is_said(
    looks: Look, cast: Cast, clock: Clock, inboxes: Inboxes, practising: datetime
) -> None:
    for day in range(1, 14):
        at = clock.forward(days=1)
        tell(cast.client, practised(at, pain_before=3 if day < 7 else 6), at=at)
    assert looks(clock.forward(hours=1)) == 1
    [item] = [one for one in inboxes.items(cast.owner) if one["cause"] == "worsening"]
    assert item["why"] == {"code": "worsening", "before": 3, "now": 6}


def test_after_six_weeks_without_change_she_is_looked_at_even_if_it_began_long_ago(
    looks: Look, cast: Cast, clock: Clock, inboxes: Inboxes, practising: datetime
) -> None:
    for _ in range(2):
        tell(cast.client, practised(clock.forward(days=1), pain_before=5), at=clock())
    clock.forward(days=82)
    for _ in range(3):
        tell(cast.client, practised(clock.forward(days=1), pain_before=5), at=clock())
    looks(clock())
    [item] = [one for one in inboxes.items(cast.owner) if one["why"].get("why") == "no_change"]
    assert (item["rank"], item["why"]["weeks"], item["why"]["before"]) == ("review", 12, 5)


def test_goals_that_are_reached_and_reviews_of_a_course_ask_for_a_look(
    looks: Look, cast: Cast, clock: Clock, inboxes: Inboxes, practising: datetime
) -> None:
    course = {"visits_planned": 6, "started_on": "2026-03-02"}
    assert cast.owner.http.put(f"/api/v1/clients/{cast.client.id}/course", json=course).status_code == 200
    at = clock.forward(days=42)
    tell(cast.client, practised(at), logs.make("measure", at=at, values={"walk": 9, "reach": 10}), at=at)
    looks(at)
    found = {one["why"]["why"] for one in inboxes.items(cast.owner) if one["cause"] == "review"}
    assert found == {"goal_met", "course", "low_practice"}
    assert looks(clock.forward(hours=1)) == 0


@pytest.fixture
def proof(monkeypatch: pytest.MonkeyPatch, cast: Cast) -> Iterator[dict[str, Proof]]:
    """What is known of her reminders, as the test says."""
    known: dict[str, Proof] = {}

    class Proofs(dict[str, Proof]):
        def __missing__(self, _: str) -> Proof:
            return Proof("none")

    monkeypatch.setattr(reminder_proof, "proofs", lambda *_: Proofs(known))
    yield known


def test_reminders_that_fail_are_said_until_they_arrive(
    looks: Look, cast: Cast, clock: Clock, inboxes: Inboxes, proof: dict[str, Proof]
) -> None:
    since = MONDAY - 2 * DAY
    proof[cast.client.id] = Proof("failed", since, "gone")
    assert [looks(clock()), looks(clock.forward(hours=1))] == [1, 0]
    [item] = inboxes.items(cast.owner)
    assert (item["rank"], item["since"], item["why"]) == ("info", since, {"code": "reminders", "reason": "gone"})
    proof[cast.client.id] = Proof("shown", clock())
    looks(clock())
    assert inboxes.items(cast.owner) == []
    proof[cast.client.id] = Proof("failed", None, "no_channel")
    assert looks(clock.forward(days=1)) == 1
