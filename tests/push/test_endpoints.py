"""Where pushes may go, and what an address would like to reach instead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pith.push.endpoints import BadEndpoint, Guard

GUARD = Guard()
OWN = Guard(frozenset({"https://push.example.org:8443", "http://127.0.0.1:9999"}), private=True)


@pytest.mark.parametrize(
    ("endpoint", "origin"),
    [
        ("https://fcm.googleapis.com/fcm/send/abc:def", "https://fcm.googleapis.com"),
        ("https://updates.push.services.mozilla.com/wpush/v2/gAAA", "https://updates.push.services.mozilla.com"),
        ("https://web.push.apple.com/QGu", "https://web.push.apple.com"),
        ("https://wns2-par02p.notify.windows.com:443/w/?token=B", "https://wns2-par02p.notify.windows.com"),
    ],
)
def test_the_push_services_of_browsers_are_known(endpoint: str, origin: str) -> None:
    assert GUARD.check(endpoint) == origin


@pytest.mark.parametrize(
    "endpoint",
    [
        "",
        "fcm.googleapis.com/x",
        "http://fcm.googleapis.com/x",
        "https://fcm.googleapis.com:8443/x",
        f"https://{'a' * 64}.push.apple.com/x",
        f"https://{'.'.join(['a' * 60] * 4)}.push.apple.com/x",
        "https://fcm.googleapis.com.evil.example/x",
        "https://evilfcm.googleapis.com/x",
        "https://notify.windows.com.evil.example/x",
        "https://user:pw@fcm.googleapis.com/x",
        "https://fcm.googleapis.com@127.0.0.1/x",
        "https://fcm.googleapis.com\\@127.0.0.1/x",
        "https://fcm.googleapis.com#@127.0.0.1/",
        "https://127.0.0.1/x",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/x",
        "https://[64:ff9b::a00:1]/x",
        "https://0x7f000001/x",
        "https://2130706433/x",
        "https://localhost/x",
        "https://fcm.googleapis.com:99999/x",
        "https://[fcm.googleapis.com/x",
        "https://fcm.googleapis.com:/x",
        "https://fcm.googleapis.com:0443443/x",
        "https://fcm.googleapis.com:443@127.0.0.1/x",
        "https://fcm.googleapis.com./x",
        "https://.push.apple.com/x",
        "https://fcm.googleapis.com/x#part",
        "https://fcm.googleapis.com/x\n",
        "HTTPS://fcm.googleapis.com/x",
        "https://fcm.googleapis.com%2f@127.0.0.1/x",
        "https://fcm.googleapis.com/\r\nHost: evil",
        "https://fcm.googleapis.com/ x",
        "https://fcm.googleapiş.com/x",
        "file:///etc/passwd",
        "gopher://fcm.googleapis.com/x",
        "https://fcm.googleapis.com/" + "x" * 2048,
    ],
)
def test_anything_else_is_refused(endpoint: str) -> None:
    with pytest.raises(BadEndpoint):
        GUARD.check(endpoint)


@given(st.text(max_size=200))
def test_no_text_leads_anywhere_else(text: str) -> None:
    for endpoint in (text, f"https://{text}", f"https://fcm.googleapis.com{text}"):
        try:
            origin = GUARD.check(endpoint)
        except BadEndpoint:
            continue
        assert origin == "https://fcm.googleapis.com"


def test_a_service_of_ones_own_is_known_with_its_scheme_and_port_alone() -> None:
    assert OWN.check("https://push.example.org:8443/a") == "https://push.example.org:8443"
    assert OWN.check("http://127.0.0.1:9999/a") == "http://127.0.0.1:9999"
    for other in ("https://push.example.org/a", "http://push.example.org:8443/a", "http://127.0.0.1:9998/a"):
        with pytest.raises(BadEndpoint):
            OWN.check(other)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "::1",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "64:ff9b::a00:1",  # NAT64
        "64:ff9b:1::a00:1",  # NAT64 of one's own network
        "2002:a00:1::1",  # 6to4
        "2001:0:a00:1::",  # Teredo
        "::10.0.0.1",
        "::ffff:0:127.0.0.1",
        "fec0::1",
        "2001:db8::1",
        "3fff::1",
        "198.18.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "ff02::1",
        "not an address",
    ],
)
def test_no_connection_is_made_into_a_network_of_somebodys_own(address: str) -> None:
    assert not GUARD.may_connect(address, "https://fcm.googleapis.com")


def test_public_addresses_are_connected_to() -> None:
    for address in ("142.250.74.74", "2a00:1450:4001:80b::200a", "::ffff:142.250.74.74"):
        assert GUARD.may_connect(address, "https://fcm.googleapis.com")


def test_only_a_service_of_ones_own_may_stand_in_a_private_network_and_only_where_that_is_set() -> None:
    assert OWN.may_connect("127.0.0.1", "http://127.0.0.1:9999")
    assert not OWN.may_connect("127.0.0.1", "https://fcm.googleapis.com")
    assert not Guard(OWN.extra).may_connect("127.0.0.1", "http://127.0.0.1:9999")
    assert not OWN.may_connect("0.0.0.0", "http://127.0.0.1:9999")
