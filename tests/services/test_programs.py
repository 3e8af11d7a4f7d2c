"""Versions of a program: saved on a base, never changed, pulled by the phone, known by date."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta
from typing import Any

import orjson
import pytest
from flask import Flask

from pith.content.loader import load_content
from pith.domain.accounts import Actor
from pith.domain.errors import Conflict, Invalid, NotFound
from pith.services import programs
from pith.services.program_wire import draft_of
from pith.services.transaction import AnySession, read, write
from pith.store.accounts import Client
from pith.store.db import db
from pith.store.practice import Log
from tests.cast import Cast
from tests.conftest import Clock

CONTENT = load_content()
CATALOGUE = CONTENT.catalogue
BALLS = {"technique_id": "upper-back-two-balls", "level": 1}
WALL = {"technique_id": "neck-shoulder-soft-ball-wall", "level": 2}
REST = {"technique_id": "body-scan-rest", "level": 1}


def wish(*items: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {"items": list(items), "days": [0, 1, 2, 3, 4, 5, 6], "reason": "because"} | changes


class Desk:
    """A therapist who writes programs for one client; ids count up."""

    def __init__(self, session: AnySession, clock: Clock, actor: Actor, client_id: str) -> None:
        self.session, self.clock, self.actor, self.client_id = session, clock, actor, client_id
        self.count = 0

    def save(self, *items: dict[str, Any], base: int | None = programs.ANY_BASE, **changes: Any) -> dict[str, Any]:
        self.count += 1
        return programs.save_version(
            self.session,
            self.actor,
            self.clock(),
            CONTENT,
            self.client_id,
            draft_of(wish(*items, **changes)),
            f"00000000-0000-7000-8000-{self.count:012d}",
            base,
        )

    def program(self, day: date | None = None) -> dict[str, Any]:
        return programs.program_of(self.session, self.actor, self.clock(), self.client_id, day)

    def view(self) -> dict[str, Any]:
        with read(self.session):
            return programs.view_of_programs(self.session, self.actor.practice_id, self.client_id)

    def view_version(self) -> str:
        with read(self.session):
            return self.session.get_one(Client, (self.actor.practice_id, self.client_id)).view_version


@pytest.fixture
def desk(session: AnySession, clock: Clock, cast: Cast) -> Desk:
    return Desk(session, clock, cast.owner.actor, cast.client.id)


def test_without_a_version_there_is_no_program(desk: Desk) -> None:
    nothing = {"program": None, "versions": [], "in_force": None, "clearance": None, "fetched": None, "rests": []}
    assert desk.program() == nothing
    assert desk.view() == {"program": None, "earlier": []}


def test_the_first_version_is_number_1_on_base_0(desk: Desk, cast: Cast) -> None:
    saved = desk.save(BALLS, WALL)
    assert (saved["number"], saved["base_version"], saved["starts_on"]) == (1, 0, "2026-03-02")
    assert saved["author"] == {"id": cast.owner.id, "name": "Owner of Practice A"}
    assert (saved["dose_s"], saved["with_setup_s"]) == (78 + 168, 78 + 28 + 168 + 46)
    assert saved["content_version"] == CATALOGUE.version
    assert desk.program()["program"] == saved


def test_an_item_freezes_the_words_and_tags_of_its_assigned_level(desk: Desk) -> None:
    [item] = desk.save(BALLS)["items"]
    snapshot = item["snapshot"]
    assert item["dose"] == {"both": {"spots": 2, "hold_s": 24, "roll_s": 30, "move_s": 0}}
    assert (item["dose_s"], item["setup_s"], item["key"], item["days"], item["note"]) == (78, 28, "i1", None, None)
    assert snapshot["pos"] == ["standing_wall"]
    assert snapshot["steps"][1] == "Stand with your back to a wall, feet a step forward."
    assert snapshot["near"][0] == {"id": "spine", "say": "Never on the bones of the spine."}
    assert {"id": "chest_pain", "text": "Chest pain", "urgent": True} in snapshot["stop"]
    assert snapshot["name"] == "Upper back on two tennis balls"


def test_the_balls_on_the_floor_offer_the_wall_as_the_gentler_way(desk: Desk) -> None:
    [item] = desk.save({"technique_id": "upper-back-two-balls", "level": 2})["items"]
    [wall] = item["snapshot"]["swaps"]
    assert (wall["reason"], wall["level"], wall["pos"]) == ("level", 1, ["standing_wall"])
    assert wall["dose"]["total_s"] == 78


def test_a_swap_in_a_snapshot_is_never_longer_than_what_was_prescribed(desk: Desk) -> None:
    short = {"technique_id": "quad-roller", "level": 2, "dose": {"both": {"spots": 0, "roll_s": 20}}}
    [item] = desk.save(short)["items"]
    [stick] = item["snapshot"]["swaps"]
    assert (stick["tools"], stick["level"], stick["reason"]) == (["massage_stick"], 1, "tool")
    assert stick["dose"] == {"spots": 0, "hold_s": 0, "roll_s": 20, "move_s": 0, "sides": 2, "total_s": 40}


def test_each_change_is_a_new_version_and_the_old_one_stays_as_it_was(desk: Desk) -> None:
    first = desk.save(BALLS)
    second = desk.save(BALLS, REST, base=1, reason="Close with rest")
    assert (second["number"], second["base_version"]) == (2, 1)
    assert programs.one_version(desk.session, desk.actor, desk.client_id, 1) == first
    assert [version["number"] for version in desk.program()["versions"]] == [2, 1]
    assert "items" not in desk.program()["versions"][0]


def test_items_keep_their_keys_from_version_to_version(desk: Desk) -> None:
    desk.save(BALLS, WALL)
    keys = {item["technique_id"]: item["key"] for item in desk.save(REST, WALL, BALLS)["items"]}
    assert keys == {"body-scan-rest": "i3", "neck-shoulder-soft-ball-wall": "i2", "upper-back-two-balls": "i1"}


@pytest.mark.parametrize("base", [0, None, 2, 7])
def test_a_base_that_is_not_the_newest_is_refused_with_what_changed(desk: Desk, base: int | None) -> None:
    desk.save(BALLS)
    with pytest.raises(Conflict) as caught:
        desk.save(WALL, base=base)
    assert caught.value.code == "base_version_stale"
    assert caught.value.detail["current"] == 1
    assert [change["code"] for change in caught.value.detail["changes"]] == ["added"]
    assert len(desk.program()["versions"]) == 1


def test_a_stale_base_shows_the_changes_since_that_base(desk: Desk) -> None:
    desk.save(BALLS)
    desk.save(BALLS | {"level": 2}, base=1)
    with pytest.raises(Conflict) as caught:
        desk.save(BALLS, WALL, base=1)
    [change] = [change for change in caught.value.detail["changes"] if change["code"] == "level"]
    assert (change["technique_id"], change["from"], change["to"]) == ("upper-back-two-balls", 1, 2)


@pytest.mark.parametrize("base", [0, None, programs.ANY_BASE])
def test_a_first_version_may_name_no_base(desk: Desk, base: int | None) -> None:
    assert desk.save(BALLS, base=base)["number"] == 1


def test_a_base_for_a_client_without_a_program_is_stale(desk: Desk) -> None:
    with pytest.raises(Conflict) as caught:
        desk.save(BALLS, base=3)
    assert caught.value.detail == {"current": 0, "changes": []}


def test_a_refused_draft_leaves_nothing_behind(desk: Desk) -> None:
    before = desk.view_version()
    with pytest.raises(Invalid) as caught:
        desk.save(BALLS | {"level": 9})
    assert list(caught.value.fields) == ["items.0.level"]
    assert desk.program()["versions"] == []
    assert desk.view_version() == before


def test_saving_changes_the_view_of_this_client_alone(
    desk: Desk, cast: Cast, session: AnySession, clock: Clock
) -> None:
    other = Desk(session, clock, cast.owner.actor, cast.other_client.id)
    mine, others = desk.view_version(), other.view_version()
    desk.save(BALLS)
    assert desk.view_version() != mine
    assert other.view_version() == others


@pytest.mark.parametrize("who", ["stranger", "colleague", "client"])
def test_nobody_else_reaches_the_program(session: AnySession, clock: Clock, cast: Cast, who: str) -> None:
    Desk(session, clock, cast.owner.actor, cast.client.id).save(BALLS)
    other = Desk(session, clock, getattr(cast, who).actor, cast.client.id)
    for attempt in (lambda: other.save(WALL), other.program):
        with pytest.raises(NotFound):
            attempt()


def test_a_version_that_is_not_there_is_not_found(desk: Desk) -> None:
    desk.save(BALLS)
    for ask in (programs.one_version, programs.differences):
        with pytest.raises(NotFound):
            ask(desk.session, desk.actor, desk.client_id, 2)


def test_differences_are_told_against_the_version_before(desk: Desk) -> None:
    desk.save(BALLS)
    desk.save(BALLS | {"level": 2}, REST)
    found = programs.differences(desk.session, desk.actor, desk.client_id, 2)["changes"]
    assert [(change["code"], change["technique_id"]) for change in found] == [
        ("added", "body-scan-rest"),
        ("level", "upper-back-two-balls"),
        ("dose", "upper-back-two-balls"),
    ]
    first = programs.differences(desk.session, desk.actor, desk.client_id, 1)["changes"]
    assert [change["code"] for change in first] == ["added"]


def test_history_answers_what_was_in_force_on_a_date(desk: Desk) -> None:
    desk.save(BALLS)
    desk.clock.forward(days=10)
    desk.save(WALL, starts_on="2026-03-20")
    held = {day: desk.program(date(2026, 3, day))["in_force"] for day in (1, 2, 12, 19, 20, 31)}
    assert held == {1: None, 2: 1, 12: 1, 19: 1, 20: 2, 31: 2}
    assert desk.program()["in_force"] == 1


def test_today_is_the_clients_today(desk: Desk) -> None:
    desk.clock.now = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)  # already the 3rd in Berlin
    assert desk.save(BALLS)["starts_on"] == "2026-03-03"


def test_the_phone_gets_the_newest_version_alone_while_it_holds_from_its_first_day(desk: Desk) -> None:
    desk.save(BALLS)
    newest = desk.save(WALL)
    assert desk.view() == {"program": {**newest, "answered": []}, "earlier": []}


def test_the_phone_gets_the_older_version_too_while_the_newest_lies_ahead(desk: Desk) -> None:
    desk.save(REST)
    desk.clock.forward(days=3)
    now = desk.save(BALLS)
    desk.clock.forward(days=3)
    ahead = desk.save(WALL, starts_on="2026-03-20")
    sent = {"program": {**ahead, "answered": []}, "earlier": [{**now, "answered": []}]}
    assert desk.view() == sent
    desk.clock.forward(days=60)
    assert desk.view() == sent, "the view does not depend on today"


def told(desk: Desk, number: int, ref: str, at: datetime, what: str = "program", **changes: Any) -> None:
    with write(desk.session):
        desk.session.add(
            Log(
                practice_id=desk.actor.practice_id,
                client_id=desk.client_id,
                id=f"00000000-0000-7000-8000-0000000f{number:04d}",
                seq=number,
                kind="read",
                digest="d",
                local_date="2026-03-02",
                device_id="00000000-0000-7000-8000-00000000d001",
                received_at=at,
                skew_s=0,
                clock_suspect=False,
                target=f"{what}:{ref}",
                body=orjson.dumps({"recorded_at": at - timedelta(minutes=5)}, option=orjson.OPT_UTC_Z).decode(),
            )
        )


def test_fetched_is_the_highest_version_that_a_phone_stored_and_when_the_first_one_had_it(desk: Desk) -> None:
    at = [datetime(2026, 3, 2, hour, tzinfo=UTC) for hour in range(8)]
    told(desk, 1, "2", at[1])
    told(desk, 2, "10", at[2])
    told(desk, 3, "10", at[3])
    told(desk, 4, "9", at[4])
    told(desk, 5, "message-1", at[5], what="message")
    told(desk, 6, "²", at[6])
    told(desk, 7, "no number", at[7])
    assert desk.program()["fetched"] == {"number": 10, "at": at[2] - timedelta(minutes=5)}


def test_two_therapists_who_save_at_once_on_one_base_do_not_overwrite_each_other(
    app: Flask, desk: Desk, clock: Clock
) -> None:
    desk.save(BALLS)
    start = threading.Barrier(2)
    outcomes: list[str] = []

    def save(item: dict[str, Any], id_: str) -> None:
        with app.app_context():
            start.wait(10)
            try:
                draft = draft_of(wish(item))
                programs.save_version(db.session, desk.actor, clock(), CONTENT, desk.client_id, draft, id_, 1)
                outcomes.append("saved")
            except Conflict as error:
                outcomes.append(error.code)
            finally:
                db.session.remove()

    pairs = ((WALL, "00000000-0000-7000-8000-0000000000a1"), (REST, "00000000-0000-7000-8000-0000000000a2"))
    threads = [threading.Thread(target=save, args=pair) for pair in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert sorted(outcomes) == ["base_version_stale", "saved"]
    assert [version["number"] for version in desk.program()["versions"]] == [2, 1]
