"""A client's line by push and mail as one way out: by mail only where no push arrives, once a date, nothing twice."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from pith.config import Settings
from pith.mail.post import Posted
from pith.services import delivering, due, mailing
from pith.services.delivering import Settled
from pith.services.transaction import AnySession, write
from pith.services.ways import Ways
from pith.store.reminders import Reminder
from tests.cast import Cast
from tests.conftest import Clock
from tests.services.ways_world import (
    ADDRESS,
    DAILY,
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
)


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
