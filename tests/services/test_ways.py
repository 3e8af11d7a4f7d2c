"""Push and mail as one way out: a reminder by mail only where no push arrives, an alert by both, and nothing twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from pith.config import Settings
from pith.content.loader import load_content
from pith.mail.letter import Letter
from pith.mail.post import Post, Posted
from pith.mail.relay import Sender
from pith.services import delivering, due, mailing
from pith.services.delivering import Line, Settled
from pith.services.letters import MailHouse, Mails
from pith.services.transaction import AnySession, read, write
from pith.services.ways import Ways
from pith.store.deliveries import Delivery
from pith.store.mail import ClientMail
from pith.store.reminders import Reminder
from tests import logs
from tests.cast import Cast, Someone
from tests.conftest import Clock
from tests.fakes.mail_server import MailServer, mail_server
from tests.services.sync_world import assign

ADDRESS = "ada@example.org"
ORIGIN = "https://pith.example.org"
DUE = datetime(2026, 3, 3, 6, 0, tzinfo=UTC)  # 07:00 in Berlin
MINUTE = timedelta(minutes=1)
DAILY = [0, 1, 2, 3, 4, 5, 6]


class Pushing:
    """The way out by push, with a fate that the test chooses by kind of line."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.fate: Callable[[Line], Settled] = lambda line: Settled(line, "skipped", reason="no_channel")

    def send(self, lines: Sequence[Line]) -> Iterator[Settled]:
        for line in lines:
            self.lines.append(line)
            yield self.fate(line)

    def remember(self) -> None:
        """Nothing to learn."""


class Posting:
    """The mail server, with an answer that the test chooses; `dies` ends the worker while it sends."""

    def __init__(self) -> None:
        self.letters: list[Letter] = []
        self.answer: Callable[[Letter], Posted] = lambda _: Posted("accepted")
        self.dies = False

    def send(self, letters: Sequence[Letter]) -> Iterator[tuple[int, Posted]]:
        for place, letter in enumerate(letters):
            self.letters.append(letter)
            if self.dies:
                raise KeyboardInterrupt
            yield place, self.answer(letter)


@pytest.fixture
def pushes() -> Pushing:
    return Pushing()


@pytest.fixture
def post() -> Posting:
    return Posting()


@pytest.fixture
def ways(session: AnySession, clock: Clock, settings: Settings, pushes: Pushing, post: Posting) -> Ways:
    return ways_of(session, clock, settings, pushes, post)


def ways_of(session: AnySession, clock: Clock, settings: Settings, pushes: Pushing, post: Any) -> Ways:
    house = MailHouse(ORIGIN, settings.secrets.master, load_content().mails)
    return Ways(pushes, Mails(session, clock, house, post, lambda: 0.5))


@pytest.fixture
def mailed(session: AnySession, cast: Cast, settings: Settings, clock: Clock) -> None:
    """She wants mail, said yes, has a program, and is reminded at seven and at eight."""
    may_practise(cast)
    wants_mail(session, settings, clock, cast.client)
    reminded_at(session, cast.client, clock, "07:00", "08:00")
    with write(session):
        for line in session.scalars(select(Delivery)):
            session.delete(line)


MAILED = pytest.mark.usefixtures("mailed")


def wants_mail(session: AnySession, settings: Settings, clock: Clock, who: Someone, address: str = ADDRESS) -> None:
    keys = settings.secrets
    mailing.ask(session, who.actor, clock(), keys.master, keys.codes, address)
    with read(session):
        serial = session.get_one(ClientMail, (who.actor.practice_id, who.id)).serial
    mailing.confirm(session, clock(), mailing.token_of(keys.master, "confirm", who.actor.practice_id, who.id, serial))


def may_practise(cast: Cast) -> None:
    """She has a program, and her therapist's word that she may."""
    said = cast.owner.http.post(f"/api/v1/clients/{cast.client.id}/clearance", json={"note": "Seen."})
    assert said.status_code == 201, said.text
    assign(cast.owner, cast.client)


def reminded_at(session: AnySession, who: Someone, clock: Clock, *times: str) -> None:
    with write(session):
        row = Reminder(
            practice_id=who.actor.practice_id,
            client_id=who.id,
            timezone="Europe/Berlin",
            follows_phone=True,
            slots=[{"time": time, "days": DAILY, "enabled": True} for time in times],
            changed_at=clock.now,
        )
        due.place(row, clock.now)
        session.add(row)


def round_of(session: AnySession, clock: Clock, out: Ways, worker: str = "one") -> None:
    due.claim(session, clock())
    delivering.deliver(session, clock, worker, out)


def fates(session: AnySession, kind: str = "reminder") -> list[tuple[str, str | None, str | None]]:
    with read(session):
        found = select(Delivery).where(Delivery.kind == kind).order_by(Delivery.local_date, Delivery.slot, Delivery.id)
        return [(row.status, row.channel, row.reason) for row in session.scalars(found)]


def stops(cast: Cast, clock: Clock, *feelings: str) -> None:
    made = [logs.make("hurt", clock.now, feeling=feeling) for feeling in feelings]
    sent = cast.client.http.post("/api/v1/sync/logs", json=logs.batch(*made, at=clock.now))
    assert {one["status"] for one in sent.json["results"]} == {"stored"}


def failed(reason: str) -> Callable[[Line], Settled]:
    return lambda line: Settled(line, "failed", "push", reason)


def done(line: Line) -> Settled:
    return Settled(line, "done", "push")


@MAILED
def test_where_a_push_arrives_no_mail_goes(
    session: AnySession, clock: Clock, ways: Ways, pushes: Pushing, post: Posting
) -> None:
    pushes.fate = done
    clock.now = DUE + MINUTE
    round_of(session, clock, ways)
    assert post.letters == []
    assert fates(session) == [("done", "push", None)]


@MAILED
@pytest.mark.parametrize("fate", [None, "gone", "lost", "unreachable", "resubscribe"])
def test_where_no_push_arrives_the_same_line_goes_by_mail(
    session: AnySession, clock: Clock, ways: Ways, pushes: Pushing, post: Posting, fate: str | None
) -> None:
    if fate is not None:
        pushes.fate = failed(fate)
    clock.now = DUE + MINUTE
    round_of(session, clock, ways)
    assert [letter.to for letter in post.letters] == [ADDRESS]
    assert fates(session) == [("done", "mail", None)]


@MAILED
def test_a_push_that_is_tried_again_keeps_the_mail_back(
    session: AnySession, clock: Clock, ways: Ways, pushes: Pushing, post: Posting
) -> None:
    clock.now = DUE + MINUTE
    pushes.fate = lambda line: Settled(line, "due", "push", "unreachable", clock.now + MINUTE)
    round_of(session, clock, ways)
    assert (post.letters, fates(session)) == ([], [("due", "push", "unreachable")])
    pushes.fate = failed("unreachable")
    clock.forward(minutes=1)
    round_of(session, clock, ways)
    assert fates(session) == [("done", "mail", None)]
    assert len(post.letters) == 1


@MAILED
def test_one_mail_a_local_date_and_the_next_day_one_again(
    session: AnySession, clock: Clock, ways: Ways, post: Posting
) -> None:
    for hours in (0, 1, 24):
        clock.now = DUE + timedelta(hours=hours) + MINUTE
        round_of(session, clock, ways)
    assert fates(session) == [("done", "mail", None), ("skipped", None, "mailed"), ("done", "mail", None)]
    assert len(post.letters) == 2


@MAILED
def test_two_slots_in_one_window_are_one_mail(session: AnySession, clock: Clock, ways: Ways, post: Posting) -> None:
    with write(session):
        row = session.scalars(select(Reminder)).one()
        row.slots = [{"time": time, "days": DAILY, "enabled": True} for time in ("07:00", "07:01", "07:02")]
        due.place(row, clock())
    for minutes in range(4):
        clock.now = DUE + minutes * MINUTE
        due.claim(session, clock())
    clock.now = DUE + 5 * MINUTE
    delivering.deliver(session, clock, "one", ways)
    assert len(post.letters) == 1
    assert sorted(str(reason) for _, _, reason in fates(session)) == ["None", "mailed", "mailed"]


def test_who_did_not_say_yes_gets_no_mail(
    session: AnySession, cast: Cast, settings: Settings, clock: Clock, ways: Ways, post: Posting
) -> None:
    may_practise(cast)
    reminded_at(session, cast.client, clock, "07:00")
    keys = settings.secrets
    clock.now = DUE - 30 * MINUTE
    mailing.ask(session, cast.client.actor, clock(), keys.master, keys.codes, ADDRESS)
    round_of(session, clock, ways)
    clock.now = DUE + MINUTE
    round_of(session, clock, ways)
    assert [letter.subject for letter in post.letters] == ["Please confirm this address"]
    assert fates(session) == [("skipped", None, "no_channel")]


@MAILED
def test_a_mail_says_nothing_of_her_and_ends_with_one_click(
    session: AnySession, cast: Cast, settings: Settings, clock: Clock, ways: Ways, post: Posting
) -> None:
    clock.now = DUE + MINUTE
    round_of(session, clock, ways)
    [letter] = post.letters
    words = f"{letter.subject} {letter.text}"
    assert f"{ORIGIN}/today\n" in letter.text
    assert not [name for name in (cast.client.name, "Practice A", "pain", cast.client.id) if name in words]
    assert letter.off is not None
    assert letter.off in letter.text
    mailing.turn_off(session, clock(), letter.off.rpartition("/")[2])
    clock.forward(days=1)
    round_of(session, clock, ways)
    assert len(post.letters) == 1


@MAILED
def test_a_mail_speaks_her_language(session: AnySession, cast: Cast, clock: Clock, ways: Ways, post: Posting) -> None:
    cast.owner.http.patch(f"/api/v1/clients/{cast.client.id}", json={"language": "de"})
    clock.now = DUE + MINUTE
    round_of(session, clock, ways)
    assert post.letters[0].subject == "Zeit für deine 5 Minuten"


@MAILED
def test_a_worker_that_dies_while_it_mails_sends_no_second_one(
    session: AnySession, clock: Clock, ways: Ways, post: Posting
) -> None:
    clock.now = DUE + MINUTE
    post.dies = True
    with pytest.raises(KeyboardInterrupt):
        round_of(session, clock, ways)
    post.dies = False
    for minutes in (2, 10, 61, 92):
        clock.now = DUE + minutes * MINUTE
        round_of(session, clock, ways, "two")
    assert len(post.letters) == 1
    assert [reason for _, _, reason in fates(session)] == ["unknown", "mailed"]


@MAILED
def test_a_mail_that_may_have_gone_is_not_sent_again(
    session: AnySession, clock: Clock, ways: Ways, post: Posting
) -> None:
    post.answer = lambda _: Posted("unknown", "timeout", ours=True)
    for minutes in (1, 5, 30, 61):
        clock.now = DUE + minutes * MINUTE
        round_of(session, clock, ways)
    assert len(post.letters) == 1
    assert fates(session) == [("failed", "mail", "unknown"), ("skipped", None, "mailed")]


@MAILED
def test_a_mail_server_that_is_away_is_asked_again_and_left_alone_meanwhile(
    session: AnySession, clock: Clock, ways: Ways, pushes: Pushing, post: Posting
) -> None:
    post.answer = lambda _: Posted("again", "ConnectionRefusedError", ours=True)
    clock.now = DUE + MINUTE
    round_of(session, clock, ways)
    assert fates(session) == [("due", "mail", "mail_unreachable")]
    round_of(session, clock, ways)
    assert (len(post.letters), len(pushes.lines)) == (1, 1)
    post.answer = lambda _: Posted("accepted")
    clock.forward(minutes=2)
    round_of(session, clock, ways)
    assert fates(session) == [("done", "mail", None)]
    assert (len(post.letters), len(pushes.lines)) == (2, 1)
    assert post.letters[0].key == post.letters[1].key


@MAILED
def test_no_mail_goes_out_after_the_window_of_its_slot(
    session: AnySession, clock: Clock, ways: Ways, post: Posting
) -> None:
    post.answer = lambda _: Posted("again", "busy")
    with write(session):
        row = session.scalars(select(Reminder)).one()
        row.slots = [{"time": "07:00", "days": DAILY, "enabled": True}]
        due.place(row, clock())
    for minutes in range(1, 120):
        clock.now = DUE + minutes * MINUTE
        round_of(session, clock, ways)
    last = max(letter.at for letter in post.letters)
    assert last <= DUE + 90 * MINUTE
    assert 3 <= len(post.letters) <= 8
    assert fates(session) == [("failed", "mail", "mail_unreachable")]


@MAILED
def test_a_mailbox_that_is_gone_has_to_be_confirmed_anew_after_three_refusals(
    session: AnySession, cast: Cast, settings: Settings, clock: Clock, ways: Ways, post: Posting
) -> None:
    post.answer = lambda _: Posted("refused", "550")
    for day in range(2):
        for hours in (0, 1):
            clock.now = DUE + timedelta(days=day, hours=hours) + MINUTE
            round_of(session, clock, ways)
    assert len(post.letters) == 3
    found = mailing.state_of(session, cast.client.actor, cast.client.id, settings.secrets.master, True)
    assert found["state"] == "unconfirmed"


@MAILED
def test_a_test_of_pushes_is_no_mail(session: AnySession, cast: Cast, clock: Clock, ways: Ways, post: Posting) -> None:
    assert cast.client.http.post("/api/v1/push/test").status_code == 202
    round_of(session, clock, ways)
    assert post.letters == []
    assert fates(session, "test") == [("skipped", None, "no_channel")]


@MAILED
@pytest.mark.parametrize(
    ("push", "mail", "fate"),
    [
        (done, Posted("accepted"), ("done", "both", None)),
        (done, Posted("again", "busy"), ("done", "push", None)),
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
def test_many_stops_at_once_are_one_mail_about_her(
    session: AnySession, cast: Cast, clock: Clock, ways: Ways, post: Posting
) -> None:
    stops(cast, clock, "sharp", "numb", "burning")
    round_of(session, clock, ways)
    assert len(post.letters) == 1
    assert fates(session, "alert") == [("done", "mail", None)] * 3


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
