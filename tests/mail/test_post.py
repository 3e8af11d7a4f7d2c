"""Handing letters over, to a real mail server and to broken ones."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pith.mail.letter import Letter
from pith.mail.post import Post, Posted
from pith.mail.relay import Relay, Sender
from tests.fakes.mail_server import PASSWORD, USER, MailServer, mail_server, talking

SENDER = Sender("Pith, reminders", "reminders@pith.example")
NOW = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
OFF = "https://pith.example/mail/off/secret"


def letter(to: str = "ada@example.org", key: str = "line-1", **more: str) -> Letter:
    words = {"subject": "Zeit für deine 5 Minuten", "text": "Öffne es hier:\n\n.\nhttps://pith.example/today\n", **more}
    return Letter(key, to, words["subject"], words["text"], "de", NOW, more.get("off", OFF))


def posted(post: Post, *letters: Letter) -> list[Posted]:
    found = dict(post.send(letters))
    return [found[place] for place in range(len(letters))]


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as service:
        yield service


def test_a_letter_arrives_as_plain_text_with_everything_that_makes_it_polite(server: MailServer) -> None:
    assert posted(Post(server.relay(), SENDER), letter()) == [Posted("accepted")]
    [taken] = server.taken
    assert (taken.sender, taken.to) == ("reminders@pith.example", ["ada@example.org"])
    message = taken.message
    assert message["From"] == '"Pith, reminders" <reminders@pith.example>'
    assert message["Subject"] == "Zeit für deine 5 Minuten"
    assert message["Message-ID"] == "<line-1@pith.example>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["List-Unsubscribe"] == f"<{OFF}>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["Date"].datetime == NOW
    assert message.get_content_type() == "text/plain"
    assert taken.text == letter().text
    assert all(byte < 128 for byte in taken.raw)


def test_many_letters_go_over_one_connection(server: MailServer) -> None:
    letters = [letter(f"ada{number}@example.org", f"line-{number}") for number in range(32)]
    assert {one.fate for one in posted(Post(server.relay(), SENDER), *letters)} == {"accepted"}
    assert len(server.taken) == 32
    assert server.connections == 1


@pytest.mark.parametrize(
    ("answer", "fate"),
    [
        ("550 5.1.1 nobody here", "refused"),
        ("552 5.2.2 full", "refused"),
        ("451 4.7.1 come back later", "again"),
    ],
)
def test_a_mailbox_that_says_no_stops_no_other(server: MailServer, answer: str, fate: str) -> None:
    server.answers["gone@example.org"] = answer
    found = posted(Post(server.relay(), SENDER), letter("gone@example.org"), letter())
    assert [(one.fate, one.ours) for one in found] == [(fate, False), ("accepted", False)]
    assert [one.to for one in server.taken] == [["ada@example.org"]]


@pytest.mark.parametrize(("says", "fate"), [("554 spam", "refused"), ("452 4.3.1 no room", "again")])
def test_what_a_server_says_of_the_words_counts(server: MailServer, says: str, fate: str) -> None:
    server.says = says
    assert [one.fate for one in posted(Post(server.relay(), SENDER), letter())] == [fate]


@pytest.mark.parametrize(
    "bad",
    [
        letter("ada@example.org\r\nBcc: all@example.org"),
        letter("ada@example.org\r\nRCPT TO:<all@example.org>"),
        letter("=?x?q?x?=@example.org"),
        letter(subject="Hello\r\nBcc: all@example.org"),
        letter(off="https://pith.example/\r\nBcc: all@example.org"),
        letter(key="line>\r\nBcc: all@example.org"),
        letter("ada@example.org, bob@example.org"),
    ],
    ids=["to", "command", "encoded", "subject", "link", "key", "two"],
)
def test_no_header_and_no_recipient_can_be_smuggled_in(server: MailServer, bad: Letter) -> None:
    found = posted(Post(server.relay(), SENDER), bad, letter())
    assert [(one.fate, one.ours) for one in found] == [("refused", False), ("accepted", False)]
    assert [one.to for one in server.taken] == [["ada@example.org"]]
    assert server.taken[0].message["Bcc"] is None


def test_a_dot_alone_on_a_line_ends_no_letter(server: MailServer) -> None:
    text = "One\r\n.\r\nMAIL FROM:<evil@example.org>\n.\nThree\n"
    posted(Post(server.relay(), SENDER), letter(text=text))
    assert len(server.taken) == 1
    assert server.taken[0].text.splitlines() == ["One", ".", "MAIL FROM:<evil@example.org>", ".", "Three"]


def test_without_https_no_button_is_offered_that_mail_programs_would_not_trust(server: MailServer) -> None:
    posted(Post(server.relay(), SENDER), letter(off="http://localhost:8000/mail/off/secret"))
    assert server.taken[0].message["List-Unsubscribe"] == "<http://localhost:8000/mail/off/secret>"
    assert server.taken[0].message["List-Unsubscribe-Post"] is None


@pytest.mark.parametrize("speech", ["tls", "starttls"])
def test_the_wire_is_encrypted_and_the_password_goes_only_there(tmp_path: Path, speech: str) -> None:
    with mail_server(tmp_path, speech, locked=True) as server:  # type: ignore[arg-type]
        post = Post(server.relay(USER, PASSWORD), SENDER, str(server.authority))
        assert [one.fate for one in posted(post, letter())] == ["accepted"]
        wrong = Post(server.relay(USER, "guess"), SENDER, str(server.authority))
        assert posted(wrong, letter()) == [Posted("again", "sign-in refused", ours=True)]
    assert len(server.taken) == 1


@pytest.mark.parametrize("speech", ["tls", "starttls"])
def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path, speech: str) -> None:
    with mail_server(tmp_path, speech) as server:  # type: ignore[arg-type]
        found = posted(Post(server.relay(), SENDER), letter())
        assert found == [Posted("again", "SSLCertVerificationError", ours=True)]
        other = Relay("localhost.localdomain", server.port, server.speech)
        assert [one.fate for one in posted(Post(other, SENDER, str(server.authority)), letter())] == ["again"]
    assert server.taken == []


def test_a_server_that_offers_no_encryption_gets_nothing(server: MailServer) -> None:
    demanding = Relay("127.0.0.1", server.port, "starttls", USER, PASSWORD)
    assert posted(Post(demanding, SENDER), letter()) == [Posted("again", "SMTPNotSupportedError", ours=True)]
    assert server.taken == []


def test_a_server_that_is_away_takes_nothing_and_costs_no_time() -> None:
    with talking(lambda _: None) as port:
        pass
    began = time.monotonic()
    found = posted(Post(Relay("127.0.0.1", port, "plain"), SENDER), letter(), letter())
    assert found == [Posted("again", "ConnectionRefusedError", ours=True)] * 2
    assert time.monotonic() - began < 2


def _silent(connection: socket.socket) -> None:
    connection.recv(1)


def _drip(connection: socket.socket) -> None:
    while True:
        connection.sendall(b"2")
        time.sleep(0.1)


def _busy(connection: socket.socket) -> None:
    connection.sendall(b"421 too many\r\n")


def _babble(connection: socket.socket) -> None:
    connection.sendall(b"\x00\xff" * 5000 + b"\r\n")


@pytest.mark.parametrize("talk", [_silent, _drip, _busy, _babble])
def test_a_slow_or_broken_server_holds_nobody_up(talk: object) -> None:
    began = time.monotonic()
    with talking(talk) as port:  # type: ignore[arg-type]
        post = Post(Relay("127.0.0.1", port, "plain"), SENDER, answer_s=0.5, whole_s=1)
        found = posted(post, letter(), letter())
    assert [(one.fate, one.ours) for one in found] == [("again", True)] * 2
    assert time.monotonic() - began < 4


def _until_data(connection: socket.socket, then: bytes | None) -> None:
    """Speaks well until the words are there, then says `then`, or hangs up."""
    said = connection.makefile("rb")
    connection.sendall(b"220 hello\r\n")
    for line in said:
        if line.lower().startswith(b"data"):
            break
        connection.sendall(b"250 OK\r\n")
    connection.sendall(b"354 go on\r\n")
    for line in said:
        if line == b".\r\n":
            break
    if then is None:
        connection.shutdown(socket.SHUT_RDWR)
    else:
        connection.sendall(then)
        connection.recv(100)


def test_words_that_were_on_their_way_without_an_answer_are_not_sent_again() -> None:
    with talking(lambda connection: _until_data(connection, None)) as port:
        found = posted(Post(Relay("127.0.0.1", port, "plain"), SENDER, answer_s=1), letter(), letter())
    assert [one.fate for one in found] == ["unknown", "again"]


def test_a_server_that_falls_asleep_over_the_words_is_left_after_its_time() -> None:
    with talking(lambda connection: _until_data(connection, b"")) as port:
        found = posted(Post(Relay("127.0.0.1", port, "plain"), SENDER, answer_s=0.5), letter())
    assert [one.fate for one in found] == ["unknown"]


def test_a_sender_that_the_server_does_not_take_is_our_fault_and_nobodys_mailbox() -> None:
    def strict(connection: socket.socket) -> None:
        connection.sendall(b"220 hello\r\n")
        for line in connection.makefile("rb"):
            connection.sendall(b"550 not you\r\n" if line.startswith(b"mail") else b"250 OK\r\n")

    with talking(strict) as port:
        found = posted(Post(Relay("127.0.0.1", port, "plain"), SENDER, answer_s=1), letter(), letter())
    assert [(one.fate, one.ours) for one in found] == [("again", True)] * 2


def test_nothing_to_send_opens_no_connection(server: MailServer) -> None:
    assert posted(Post(server.relay(), SENDER)) == []
    assert server.connections == 0
