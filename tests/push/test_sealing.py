"""Messages as browsers and push services want them."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import http_ece
import jwt
import pytest
import webpush
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given
from hypothesis import strategies as st

from pith.push.endpoints import Guard
from pith.push.keys import BadKey, PushKey, check_contact, new_key
from pith.push.sealing import LARGEST, Sealer, padded, topic_of
from pith.push.subscriptions import Subscription, read_subscription
from tests.fakes.push_service import Browser

NOW = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
CONTACT = "mailto:host@pith.example.org"
KEY = new_key()
OWN = Guard(frozenset({"https://push.example.org:8443"}))
MESSAGE = {
    "web_push": 8030,
    "notification": {"title": "Time for your 5 minutes", "navigate": "https://p.example/today"},
}


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


def browser(endpoint: str = "https://push.example.org:8443/push/a") -> tuple[Browser, Subscription]:
    made = Browser(endpoint, ec.generate_private_key(ec.SECP256R1()), b"sixteen bytes !!")
    found, wrong = read_subscription(made.told(), OWN)
    assert found is not None, wrong
    return made, found


def claims_of(header: str) -> dict[str, Any]:
    token = re.fullmatch(r"vapid t=(\S+), k=(\S+)", header)
    assert token is not None
    assert token[2] == KEY.public_text
    raw = urlsafe_b64decode(token[2] + "=" * (-len(token[2]) % 4))
    public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), raw)
    found: dict[str, Any] = jwt.decode(
        token[1], public, algorithms=["ES256"], options={"verify_exp": False, "verify_aud": False}
    )
    return found


def seal(sealer: Sealer, to: Subscription, ttl: timedelta = timedelta(minutes=90)) -> Any:
    return sealer.seal(to, MESSAGE, ttl, "topic")


def test_the_example_of_the_standard_comes_out_byte_by_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    """RFC 8291, section 5 and appendix A."""
    number = int.from_bytes(_raw("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"))
    server = ec.derive_private_key(number, ec.SECP256R1())
    monkeypatch.setattr(webpush.ec, "generate_private_key", lambda *_: server)
    monkeypatch.setattr(webpush.os, "urandom", lambda _: _raw("DGv6ra1nlYgDCS1FRnbzlw"))
    told = {
        "endpoint": "https://push.example.org:8443/p",
        "keys": {
            "p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            "auth": "BTBZMqHH6r4Tts7J_aSIgg",
        },
    }
    to, _ = read_subscription(told, OWN)
    assert to is not None
    monkeypatch.setattr("pith.push.sealing.padded", lambda _: b"When I grow up, I want to be a watermelon")
    sealed = Sealer(KEY, CONTACT, Clock()).seal(to, {}, timedelta(seconds=10), "topic")
    assert sealed.body == _raw(
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_y"
        "l95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    )


def test_a_browser_opens_what_was_sealed_for_it() -> None:
    made, to = browser()
    sealed = seal(Sealer(KEY, CONTACT, Clock()), to)
    plain = http_ece.decrypt(sealed.body, private_key=made.private, auth_secret=made.auth, version="aes128gcm")
    assert plain == padded(MESSAGE)


@given(st.dictionaries(st.text(max_size=20), st.text(max_size=60), max_size=12))
def test_every_message_has_a_length_that_tells_nothing(payload: dict[str, str]) -> None:
    assert len(padded(payload)) % 512 == 0
    assert len(padded(payload)) >= 512


def test_a_message_that_is_too_large_is_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        padded({"title": "x" * LARGEST})


def test_the_signature_names_the_service_with_its_port_the_contact_as_it_is_and_half_a_day() -> None:
    sealed = seal(Sealer(KEY, CONTACT, Clock()), browser()[1])
    claims = claims_of(sealed.headers["Authorization"])
    until = int((NOW + timedelta(hours=12)).timestamp())
    assert claims == {"aud": "https://push.example.org:8443", "sub": CONTACT, "exp": until}


def test_one_signature_serves_a_service_for_six_hours_and_no_other_service() -> None:
    clock = Clock()
    sealer = Sealer(KEY, CONTACT, clock)
    first, other = browser()[1], browser()[1]
    header = seal(sealer, first).headers["Authorization"]
    clock.now += timedelta(hours=5, minutes=59)
    assert seal(sealer, other).headers["Authorization"] == header
    clock.now += timedelta(minutes=1)
    assert seal(sealer, first).headers["Authorization"] != header


def test_a_clock_that_was_put_back_gets_a_signature_that_is_not_too_long() -> None:
    clock = Clock()
    sealer = Sealer(KEY, CONTACT, clock)
    to = browser()[1]
    seal(sealer, to)
    clock.now -= timedelta(days=3)
    claims = claims_of(seal(sealer, to).headers["Authorization"])
    assert claims["exp"] == int((clock.now + timedelta(hours=12)).timestamp())


def test_times_to_live_do_not_stick_to_one_another_in_many_threads() -> None:
    sealer = Sealer(KEY, CONTACT, Clock())
    to = browser()[1]

    def ttl(seconds: int) -> bool:
        return bool(seal(sealer, to, timedelta(seconds=seconds)).headers["TTL"] == str(seconds))

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(ttl, range(1, 401)))


def test_a_time_to_live_is_never_nothing() -> None:
    assert seal(Sealer(KEY, CONTACT, Clock()), browser()[1], timedelta()).headers["TTL"] == "1"


@given(st.text())
def test_a_topic_has_32_characters_that_apple_can_read(text: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9_-]{32}", topic_of(text))


@pytest.mark.parametrize(
    "contact",
    [
        "",
        "host@pith.example.org",
        "mailto:",
        "mailto:host",
        "mailto:@x.org",
        "mailto:host@localhost",
        "mailto: a@b.org",
        "https://localhost",
        "http://pith.example.org",
        "mailto:mailto",
        "https://",
        "mailto:a@b..org",
    ],
)
def test_a_contact_that_push_services_refuse_is_refused_at_once(contact: str) -> None:
    with pytest.raises(BadKey):
        check_contact(contact)


@pytest.mark.parametrize("contact", [CONTACT, "https://pith.example.org", "https://pith.example.org/about"])
def test_a_contact_with_a_real_host_is_taken(contact: str) -> None:
    assert check_contact(contact) == contact


def test_two_halves_of_different_keys_are_refused() -> None:
    with pytest.raises(BadKey, match="do not belong together"):
        PushKey(KEY.private, new_key().public)


@pytest.mark.parametrize("text", [b"", b"nonsense", KEY.public])
def test_a_key_that_cannot_be_read_is_refused(text: bytes) -> None:
    with pytest.raises(BadKey):
        PushKey(text, KEY.public)


def test_a_key_is_named_by_its_public_half() -> None:
    assert PushKey(KEY.private, KEY.public).id == KEY.id != new_key().id


def _change(change: Callable[[dict[str, Any]], None]) -> dict[str, str]:
    told = browser()[0].told()
    change(told)
    found, wrong = read_subscription(told, OWN)
    assert found is None
    return wrong


def _raw(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("auth", ""),
        ("auth", "AAAA"),
        ("auth", None),
        ("auth", "!" * 22),
        ("p256dh", ""),
        ("p256dh", "B" * 87),
        ("p256dh", 7),
        ("p256dh", "A" * 87),
        ("p256dh", "B" * 4000),
        ("auth", "é" * 22),
        ("auth", "A"),
        ("auth", "A" * 22 + "=" * 100),
    ],
)
def test_a_browsers_secret_that_cannot_be_one_is_refused_by_name(field: str, value: object) -> None:
    assert list(_change(lambda told: told["keys"].update({field: value}))) == [f"keys.{field}"]


def test_a_subscription_without_anything_names_all_that_is_missing() -> None:
    assert set(read_subscription({}, OWN)[1]) == {"endpoint", "keys.p256dh", "keys.auth"}
    assert set(read_subscription({"endpoint": 7, "keys": "x"}, OWN)[1]) == {"endpoint", "keys.p256dh", "keys.auth"}
