"""The demo is made by the services of real use: varied, the same every time, never beside real data."""

from __future__ import annotations

import shutil
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import orjson
import pytest
from flask import Flask
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from pith.config import Settings
from pith.content.loader import load_content
from pith.domain.accounts import Actor
from pith.domain.visits import gentle_until
from pith.services import (
    accounts,
    client_list,
    demo,
    due,
    exporting,
    flags_desk,
    invitations,
    measures,
    programs,
    visits,
)
from pith.services.accounts import SignUpClosed
from pith.services.demo_stories import EMAIL, PRACTICE, STORIES
from pith.services.invitations import Device
from pith.services.transaction import AnySession
from pith.store.accounts import Client, Therapist
from pith.store.db import engine_options, tune
from pith.store.deliveries import Delivery
from pith.store.practice import Alert, Log
from pith.web import log_check
from tests.cast import VISITOR, Cast
from tests.conftest import Clock
from tests.demo_world import PASSWORD, build_demo


def owner(session: AnySession) -> Actor:
    row = session.scalars(select(Therapist)).one()
    return Actor("therapist", row.practice_id, row.id, "", "owner")


def rows(session: AnySession, clock: Clock, settings: Settings) -> dict[str, dict[str, Any]]:
    listed = client_list.rows(session, owner(session), clock(), load_content(), settings.secrets.master)
    return {row["name"]: row for row in listed}


def test_nine_stories_show_in_the_list_as_they_were_told(
    app: Flask, session: AnySession, clock: Clock, settings: Settings
) -> None:
    began = time.process_time()
    build_demo(app, session, settings, clock)
    assert time.process_time() - began < 10
    seen = rows(session, clock, settings)
    assert list(seen) == ["Noor A.", *sorted(story.name for story in STORIES if story.name != "Noor A.")]
    assert all(row["paired"] and row["program_number"] for row in seen.values())
    assert [name for name, row in seen.items() if not row["screened"]] == ["Ida W."]
    assert seen["Ana R."]["pain"]["before"] <= 3
    assert seen["Ana R."]["days_kept_14"]["kept"] >= 10
    assert seen["Jonas K."]["pain"]["before"] >= 4
    assert seen["Mira T."]["stopped"]["feeling"] == "electric"
    assert seen["Sofia D."]["days_kept_14"]["kept"] == 0
    assert seen["Tom B."]["days_kept_14"]["kept"] < seen["Tom B."]["days_kept_14"]["prescribed"]
    assert seen["Peter L."]["program_number"] == 1
    assert seen["Sofia D."]["unread"] == 0 < seen["Mira T."]["unread"]
    assert {row["fetched"]["number"] == row["program_number"] for row in seen.values()} == {True}


def test_the_demo_shows_reminders_that_arrive_that_perhaps_do_and_that_stopped(
    app: Flask, session: AnySession, clock: Clock, settings: Settings
) -> None:
    clock.now = clock.now.replace(hour=22)
    build_demo(app, session, settings, clock)
    seen = {name: row["reminders"] for name, row in rows(session, clock, settings).items()}
    assert {name: one.state for name, one in seen.items() if one.state != "none"} == {
        "Ana R.": "shown",
        "Jonas K.": "accepted",
        "Lea M.": "shown",
        "Mira T.": "shown",
        "Tom B.": "failed",
    }
    assert seen["Tom B."].reason == "gone"
    assert seen["Tom B."].since.date() == (clock() - timedelta(days=4)).date()
    assert seen["Ana R."].since < clock() - timedelta(days=27)


def test_nothing_of_the_demo_is_ever_sent(
    demo_practice: None, session: AnySession, clock: Clock, settings: Settings
) -> None:
    clock.forward(days=2)
    assert due.claim(session, clock()) == 0
    clients = select(Delivery.status).where(Delivery.recipient_id == Delivery.client_id)
    assert set(session.scalars(clients)) == {"done", "failed", "skipped"}


def flags_of(session: AnySession, clock: Clock, name: str) -> list[str]:
    client_id = session.scalars(select(Client.id).where(Client.name == name)).one()
    found = flags_desk.flags_of(session, owner(session), clock(), load_content(), client_id)
    return [flag["flag_id"] for flag in found["flags"]]


def program_of(session: AnySession, clock: Clock, name: str) -> list[dict[str, Any]]:
    client_id = session.scalars(select(Client.id).where(Client.name == name)).one()
    items: list[dict[str, Any]] = programs.program_of(session, owner(session), clock(), client_id)["program"]["items"]
    return items


def test_the_demo_shows_what_flags_do(
    demo_practice: None, session: AnySession, clock: Clock, settings: Settings
) -> None:
    seen = rows(session, clock, settings)
    assert [name for name, row in seen.items() if row["red_flag"]] == ["Noor A."]
    assert [flag["id"] for flag in seen["Noor A."]["red_flag"]["flags"]] == ["rf_dvt"]
    assert clock() - timedelta(days=2) < seen["Noor A."]["red_flag"]["received_at"] < clock()
    assert [name for name, row in seen.items() if not row["safety"]["open"]] == ["Ida W."]
    assert 5 < seen["Ida W."]["safety"]["due"] < 23
    assert set(flags_of(session, clock, "Jonas K.")) == {"blood_thinners", "dvt_history", "bruises_easily"}
    assert set(flags_of(session, clock, "Lea M.")) == {"pregnancy_t2", "pregnancy_t3"}
    assert flags_of(session, clock, "Ana R.") == []
    ball = program_of(session, clock, "Jonas K.")[0]
    assert (ball["technique_id"], ball["level"], ball["dose"]["left"]["hold_s"]) == ("low-back-ball-wall", 1, 24)
    assert (ball["safety"]["asked_level"], ball["safety"]["clipped"]) == (2, ["level"])


def test_the_demo_shows_visits_and_a_course_that_is_looked_at_today(
    app: Flask, session: AnySession, clock: Clock, settings: Settings
) -> None:
    clock.now = clock.now.replace(hour=22)
    build_demo(app, session, settings, clock)
    files = {}
    for client_id, name in session.execute(select(Client.id, Client.name)).all():
        session.rollback()
        files[name] = visits.visits_of(session, owner(session), clock(), settings.secrets.master, client_id)
    assert {name: len(file["visits"]) for name, file in files.items() if file["visits"]} == {
        "Ana R.": 3,
        "Jonas K.": 3,
        "Lea M.": 4,
        "Mira T.": 2,
        "Sofia D.": 1,
    }
    today = clock().date().isoformat()
    assert files["Ana R."]["course"]["next_review"] == {"weeks": 6, "due_on": today}
    assert (files["Ana R."]["course"]["visits_done"], files["Ana R."]["course"]["visits_planned"]) == (3, 6)
    assert files["Sofia D."]["course"] is None
    # One phone is gentle now, and it is not the one that a visitor opens.
    newest = {name: file["visits"][0]["at"] for name, file in files.items() if file["visits"]}
    assert [name for name, at in newest.items() if gentle_until([at], clock())] == ["Lea M."]


def test_every_log_of_the_demo_is_one_that_a_phone_could_send(
    demo_practice: None, session: AnySession, clock: Clock, settings: Settings
) -> None:
    who, kinds = owner(session), set()
    for client_id in session.scalars(select(Client.id)).all():
        document = exporting.export_client(session, who, clock(), settings.secrets.master, client_id)
        for entry in document["logs"]:
            received = log_check.receive(entry["log"])
            assert received.fault is None, entry["log"]
            assert entry["received_at"] <= clock()
            assert not entry["clock_suspect"]
            kinds.add(entry["log"]["kind"])
        numbers = [version["number"] for version in document["programs"]]
        assert numbers == list(range(1, len(numbers) + 1))
    practised = {"session", "hurt", "reaction", "body", "measure", "flag"}
    assert kinds == practised | {"question", "note", "read", "consent", "intake"}
    assert Counter(session.scalars(select(Alert.cause))) == {
        "dose": 2,
        "hurt": 1,
        "note": 2,
        "question": 7,
        "red_flag": 1,
    }


def test_who_travels_keeps_one_practice_a_day_in_the_zone_where_she_is(
    demo_practice: None, session: AnySession, clock: Clock, settings: Settings
) -> None:
    who = owner(session)
    noor = session.scalars(select(Client.id).where(Client.name == "Noor A.")).one()
    document = exporting.export_client(session, who, clock(), settings.secrets.master, noor)
    sessions = [entry["log"] for entry in document["logs"] if entry["log"]["kind"] == "session"]
    assert {one["tz"] for one in sessions} == {"Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles"}
    days = [one["local_date"] for one in sessions]
    assert len(set(days)) == len(days)
    late = [entry for entry in document["logs"] if entry["received_at"].date().isoformat() > entry["log"]["local_date"]]
    assert len(late) >= 2


def test_the_same_clock_gives_the_same_demo(
    app: Flask, session: AnySession, clock: Clock, settings: Settings, migrated_sqlite: Path, tmp_path: Path
) -> None:
    build_demo(app, session, settings, clock)
    shutil.copy(migrated_sqlite, tmp_path / "again.db")
    engine = create_engine(f"sqlite:///{tmp_path / 'again.db'}", **engine_options("sqlite"))
    tune(engine)
    with Session(engine) as again:
        build_demo(app, again, settings, clock)
        query = select(Log.id, Log.kind, Log.local_date, Log.received_at).order_by(Log.seq)
        assert [tuple(row) for row in again.execute(query)] == [tuple(row) for row in session.execute(query)]
    engine.dispose()


def test_the_demo_tells_how_spots_eased_and_nothing_of_what_was_left_out(
    demo_practice: None, session: AnySession, clock: Clock, settings: Settings
) -> None:
    entries = [
        entry
        for body in session.scalars(select(Log.body).where(Log.kind == "session"))
        for entry in orjson.loads(body)["items"]
    ]
    holds = [hold for entry in entries for hold in entry.get("holds", ())]
    both = [hold for hold in holds if hold["start"] is not None and hold["end"] is not None]
    assert len(both) > 300
    assert all(hold["end"] <= hold["start"] < 8 for hold in both)
    assert len({hold["start"] for hold in both}) > 4
    assert not any(entry["softening"] or entry.get("holds") for entry in entries if entry["outcome"] != "done")
    assert not any(entry.get("holds") for entry in entries if entry["technique_id"] == "body-scan-rest")


def test_the_therapist_comes_in_with_the_password_and_the_client_by_a_fresh_link(
    demo_practice: None, session: AnySession, clock: Clock, settings: Settings
) -> None:
    assert accounts.sign_in(session, clock(), VISITOR, EMAIL, PASSWORD, None)
    links = [demo.fresh_link(session, clock(), "http://localhost:8000") for _ in range(2)]
    assert None not in links
    assert links[0] != links[1]
    for link in links:
        invited = invitations.pair_by_token(session, clock(), VISITOR, str(link), Device(None, "A phone"))[1]
        assert (invited["name"], invited["practice_name"]) == ("Ana R.", PRACTICE)
    assert demo.fresh_link(session, clock.forward(days=1), "http://localhost:8000")


def test_demo_data_never_stands_beside_real_data(
    app: Flask, session: AnySession, cast: Cast, clock: Clock, settings: Settings
) -> None:
    with pytest.raises(SignUpClosed):
        build_demo(app, session, settings, clock)
    assert demo.fresh_link(session, clock(), "http://localhost:8000") is None
    assert session.scalars(select(Client.name).where(Client.name == "Ana R.")).all() == []


def test_nothing_in_the_demo_happened_after_now_not_even_at_midnight(
    app: Flask, session: AnySession, clock: Clock, settings: Settings
) -> None:
    clock.now = clock.now.replace(hour=0, minute=3)
    build_demo(app, session, settings, clock)
    newest = session.scalars(select(Log.received_at).order_by(Log.received_at.desc()).limit(1)).one()
    assert clock() - timedelta(days=1) < newest <= clock()


def test_ana_tells_how_it_goes_at_the_start_and_four_weeks_on(
    demo_practice: None, session: AnySession, clock: Clock, settings: Settings
) -> None:
    client = session.scalars(select(Client).where(Client.name == "Ana R.")).one()
    file = measures.measures_of(session, owner(session), clock(), settings.secrets.master, client.id)
    assert [one["measure_id"] for one in file["readings"]] == ["psfs", "pain_avg", "pain_avg", "psfs", "groc"]
    assert file["goals"] == ["Turn my head in the car", "Sleep through"]
    assert file["due"] is None
