"""A therapist's alert by push and mail at once, and the whole way of a client's mail with a real mail server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from pith.config import Settings
from pith.mail.post import Post, Posted
from pith.mail.relay import Sender
from pith.services import mailing
from pith.services.delivering import Line, Settled
from pith.services.transaction import AnySession
from pith.services.ways import Ways
from tests import logs
from tests.cast import Cast
from tests.conftest import Clock
from tests.fakes.mail_server import MailServer, mail_server
from tests.services.ways_world import (
    ADDRESS,
    DUE,
    MAILED,
    MINUTE,
    ORIGIN,
    Posting,
    Pushing,
    done,
    failed,
    fates,
    may_practise,
    reminded_at,
    round_of,
    stops,
    ways_of,
)


@MAILED
@pytest.mark.parametrize(
    ("push", "mail", "fate"),
    [
        (done, Posted("accepted"), ("done", "both", None)),
        (done, Posted("again", "busy"), ("due", "mail", "mail_unreachable")),
        (done, Posted("unknown", "timeout", ours=True), ("done", "push", None)),
        (failed("gone"), Posted("unknown", "timeout", ours=True), ("due", "mail", "unknown")),
        (failed("gone"), Posted("accepted"), ("done", "mail", None)),
        (failed("gone"), Posted("refused", "550"), ("failed", "push", "gone")),
        (failed("gone"), Posted("again", "busy"), ("due", "mail", "mail_unreachable")),
    ],
)
def test_an_alert_goes_by_push_and_mail_at_once(
    session: AnySession, cast: Cast, clock: Clock, ways: Ways, pushes: Pushing, post: Posting,
    push: Callable[[Line], Settled], mail: Posted, fate: Any,
) -> None:  # fmt: skip
    pushes.fate, post.answer = push, lambda _: mail
    stops(cast, clock, "sharp")
    round_of(session, clock, ways)
    assert fates(session, "alert") == [fate]
    assert [letter.to for letter in post.letters] == ["owner@a.example"]
    assert f"{ORIGIN}/desk/clients/{cast.client.id}" in post.letters[0].text
    assert cast.client.name not in post.letters[0].text
    assert [line.recipient_id for line in pushes.lines] == [cast.owner.id]


@MAILED
def test_an_alert_whose_push_is_over_is_tried_by_mail_alone_until_it_is_taken(
    session: AnySession, cast: Cast, clock: Clock, ways: Ways, pushes: Pushing, post: Posting
) -> None:
    pushes.fate, post.answer = failed("gone"), lambda _: Posted("again", "busy")
    stops(cast, clock, "sharp")
    for _ in range(40):
        round_of(session, clock, ways)
        clock.forward(minutes=5)
    assert len(pushes.lines) == 1
    assert fates(session, "alert") == [("due", "mail", "mail_unreachable")]
    post.answer = lambda _: Posted("accepted")
    clock.forward(hours=1)
    round_of(session, clock, ways)
    assert fates(session, "alert") == [("done", "mail", None)]


@MAILED
def test_an_alert_that_mail_cannot_take_is_pushed_again_and_mailed_no_more(
    session: AnySession, cast: Cast, clock: Clock, ways: Ways, pushes: Pushing, post: Posting
) -> None:
    pushes.fate = lambda line: Settled(line, "due", "push", "unreachable", clock.now + MINUTE)
    post.answer = lambda _: Posted("refused", "550")
    stops(cast, clock, "sharp")
    round_of(session, clock, ways)
    assert fates(session, "alert") == [("due", "push", "unreachable")]
    pushes.fate = done
    clock.forward(minutes=1)
    round_of(session, clock, ways)
    assert fates(session, "alert") == [("done", "push", None)]
    assert len(post.letters) == 1


@MAILED
def test_an_alert_whose_worker_died_while_it_was_sent_goes_out_again(
    session: AnySession, cast: Cast, clock: Clock, ways: Ways, pushes: Pushing, post: Posting
) -> None:
    pushes.fate, post.dies = done, True
    stops(cast, clock, "sharp")
    with pytest.raises(KeyboardInterrupt):
        round_of(session, clock, ways)
    post.dies = False
    clock.forward(minutes=1)
    round_of(session, clock, ways)
    assert len(pushes.lines) == 1, "its worker may only be slow"
    clock.forward(minutes=4)
    round_of(session, clock, ways)
    assert len(pushes.lines) == 2
    assert fates(session, "alert") == [("done", "both", None)]


@MAILED
def test_many_stops_at_once_are_one_mail_about_her(
    session: AnySession, cast: Cast, clock: Clock, ways: Ways, post: Posting
) -> None:
    stops(cast, clock, "sharp", "numb", "burning")
    round_of(session, clock, ways)
    assert len(post.letters) == 1
    assert fates(session, "alert") == [("done", "mail", None)] * 3


@MAILED
def test_a_phone_that_tells_stops_without_end_makes_a_mail_in_ten_minutes(
    session: AnySession, cast: Cast, clock: Clock, ways: Ways, post: Posting
) -> None:
    for _ in range(20):
        stops(cast, clock, "sharp")
        round_of(session, clock, ways)
        clock.forward(minutes=1)
    assert len(post.letters) == 2
    clock.forward(minutes=10)
    round_of(session, clock, ways)
    assert fates(session, "alert") == [("done", "mail", None)] * 20


@MAILED
def test_who_wants_no_alerts_by_mail_gets_none(
    session: AnySession, cast: Cast, clock: Clock, ways: Ways, pushes: Pushing, post: Posting
) -> None:
    mailing.choose_alerts(session, cast.owner.actor, False, True)
    pushes.fate = done
    stops(cast, clock, "sharp")
    round_of(session, clock, ways)
    assert post.letters == []
    assert fates(session, "alert") == [("done", "push", None)]


@MAILED
def test_one_that_was_taken_back_goes_by_neither_way(
    session: AnySession, cast: Cast, clock: Clock, ways: Ways, pushes: Pushing, post: Posting
) -> None:
    stop = logs.make("hurt", clock.now, feeling="sharp")
    for made in (stop, logs.make("void", clock.now, voids=stop["id"])):
        cast.client.http.post("/api/v1/sync/logs", json=logs.batch(made, at=clock.now))
    round_of(session, clock, ways)
    assert (pushes.lines, post.letters) == ([], [])


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as service:
        yield service


def test_from_the_question_over_the_yes_to_the_reminder_and_the_no(
    session: AnySession, cast: Cast, settings: Settings, clock: Clock, pushes: Pushing, server: MailServer
) -> None:
    """The whole way, with a real mail server and the links as they stand in the mails."""
    out = ways_of(session, clock, settings, pushes, Post(server.relay(), Sender("Pith", "reminders@pith.example")))
    may_practise(cast)
    reminded_at(session, cast.client, clock, "07:00")
    phone = cast.client.http
    assert phone.put("/api/v1/reminders/mail", json={"address": ADDRESS}).json["state"] == "unconfirmed"
    round_of(session, clock, out)
    yes = next(line for line in server.taken[0].text.splitlines() if "/mail/confirm/" in line)
    stranger = cast.owner.app.test_client()
    assert stranger.get(yes.removeprefix(ORIGIN)).status_code == 200
    assert phone.get("/api/v1/reminders").json["mail"]["state"] == "unconfirmed"
    assert stranger.post(yes.removeprefix(ORIGIN)).status_code == 200
    assert phone.get("/api/v1/reminders").json["mail"] == {"state": "on", "address": ADDRESS}
    clock.now = DUE + MINUTE
    round_of(session, clock, out)
    assert [one.message["Subject"] for one in server.taken] == [
        "Please confirm this address",
        "Time for your 5 minutes",
    ]
    off = str(server.taken[1].message["List-Unsubscribe"]).strip("<>").removeprefix(ORIGIN)
    assert stranger.post(off, data={"List-Unsubscribe": "One-Click"}).status_code == 200
    assert phone.get("/api/v1/reminders").json["mail"] == {"state": "off", "address": None}
