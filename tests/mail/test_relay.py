"""The address of a mail server, and the one that mails come from."""

from __future__ import annotations

import pytest

from pith.mail.relay import BadRelay, Relay, Sender, read_relay, read_sender


@pytest.mark.parametrize(
    ("text", "relay"),
    [
        ("smtp://mail.example.org", Relay("mail.example.org", 587, "starttls")),
        ("smtp://mail.example.org:25/", Relay("mail.example.org", 25, "starttls")),
        ("smtps://me:p%40ss%3Aw@mail.example.org", Relay("mail.example.org", 465, "tls", "me", "p@ss:w")),
        ("smtp://localhost:25", Relay("localhost", 25, "plain")),
        ("smtp://[::1]:25", Relay("::1", 25, "plain")),
        ("smtps://127.0.0.1", Relay("127.0.0.1", 465, "tls")),
    ],
)
def test_speech_is_encrypted_unless_the_server_is_this_machine(text: str, relay: Relay) -> None:
    assert read_relay(text) == relay


@pytest.mark.parametrize(
    "text",
    [
        "mail.example.org",
        "http://mail.example.org",
        "smtp://",
        "smtp://mail.example.org:70000",
        "smtp://mail.example.org/inbox",
        "smtp://mail.example.org?tls=no",
        "smtp://me@mail.example.org",
        "smtp://:secret@mail.example.org",
        "smtp://me:a%0d%0aRSET@mail.example.org",
        "smtp://[::1",
    ],
)
def test_what_is_no_address_of_a_mail_server_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(BadRelay) as caught:
        read_relay(text)
    assert "secret" not in str(caught.value)
    assert "example.org:70000" not in str(caught.value)


def test_a_password_stands_in_no_printed_form() -> None:
    assert "p@ss" not in repr(read_relay("smtp://me:p%40ss@mail.example.org"))


@pytest.mark.parametrize(
    ("text", "sender"),
    [
        ("reminders@example.org", Sender("", "reminders@example.org")),
        ("Pith <Reminders@Example.org>", Sender("Pith", "reminders@example.org")),
        ('"Pith, Berlin" <a@b.example>', Sender("Pith, Berlin", "a@b.example")),
        ("Praxis Grün <a@b.example>", Sender("Praxis Grün", "a@b.example")),
    ],
)
def test_a_sender_may_have_a_name(text: str, sender: Sender) -> None:
    assert read_sender(text) == sender


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Pith",
        "Pith <nobody>",
        "a@b.example, c@d.example",
        "Pith <a@b.example>\r\nBcc: x@y.example",
        "a b@c.example",
    ],
)
def test_what_is_no_sender_is_refused(text: str) -> None:
    with pytest.raises(BadRelay):
        read_sender(text)
