"""A push service on this machine: checks what a real one would, decrypts, and answers as it is told to.

It refuses what the real ones refuse (PUSH 4): a bad signature, audience, time or contact, a missing TTL, a topic that
is not base64, a body that is too large. What it takes stands in `taken`, opened with the browser's own secret.
"""

from __future__ import annotations

import ipaddress
import json
import re
import ssl
import threading
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import http_ece
import jwt
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

LARGEST_BODY = 4096
LONGEST_TOKEN = timedelta(hours=24)


@dataclass(frozen=True)
class Browser:
    """One subscribed browser: what it hands to a server, and the secret that opens its messages."""

    endpoint: str
    private: ec.EllipticCurvePrivateKey
    auth: bytes

    def told(self) -> dict[str, Any]:
        point = self.private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        keys = {"p256dh": _text(point), "auth": _text(self.auth)}
        return {"endpoint": self.endpoint, "expirationTime": None, "keys": keys}


@dataclass(frozen=True)
class Taken:
    """A push that was taken: its headers in lower case, its claims, and its words as the browser reads them."""

    path: str
    headers: Mapping[str, str]
    claims: Mapping[str, Any]
    key: str
    plain: bytes

    @property
    def payload(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.plain)
        return found


@dataclass
class PushService:
    """`script`: answers to give before anything is looked at, by path, the first one first; `always`: one for every
    push that nothing is scripted for. `asked`: the paths of all that came."""

    origin: str
    authority: Path
    taken: list[Taken] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    script: dict[str, list[tuple[int, Mapping[str, str]]]] = field(default_factory=dict)
    always: tuple[int, Mapping[str, str]] | None = None
    browsers: dict[str, Browser] = field(default_factory=dict)
    clock: Any = lambda: datetime.now(UTC)
    delay_s: float = 0.0

    def subscribe(self, name: str) -> Browser:
        browser = Browser(
            f"{self.origin}/push/{name}", ec.generate_private_key(ec.SECP256R1()), name.encode().ljust(16)[:16]
        )
        self.browsers[f"/push/{name}"] = browser
        return browser

    def answers(self, name: str, *answers: int | tuple[int, Mapping[str, str]]) -> None:
        """What the next pushes to this browser are answered with, whatever is in them."""
        self.script[f"/push/{name}"] = [one if isinstance(one, tuple) else (one, {}) for one in answers]


@contextmanager
def push_service(folder: Path, port: int = 0) -> Iterator[PushService]:
    """Serves on a port of its own until the block ends, over TLS with a certificate made for it (in `folder`)."""
    service = PushService("", folder / "push-authority.pem")
    server = ThreadingHTTPServer(("127.0.0.1", port), _handler(service))
    server.daemon_threads = True
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate(service.authority))
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    service.origin = f"https://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(service: PushService) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 20

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            service.asked.append(self.path)
            time.sleep(service.delay_s)
            told = service.script.get(self.path)
            scripted = told.pop(0) if told else service.always
            if scripted:
                status, headers = scripted
                self._answer(status, headers, "scripted")
                return
            headers = {name.lower(): text for name, text in self.headers.items()}
            taken = _look(service, self.path, headers, body)
            if isinstance(taken, Taken):
                service.taken.append(taken)
                self._answer(201, {"Location": f"{service.origin}/message/{len(service.taken)}"}, "")
            else:
                service.refused.append(taken[1])
                self._answer(taken[0], {}, taken[1])

        def _answer(self, status: int, headers: Mapping[str, str], text: str) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, format: str, *args: Any) -> None:
            pass

    return Handler


def _look(service: PushService, path: str, headers: Mapping[str, str], body: bytes) -> Taken | tuple[int, str]:
    browser = service.browsers.get(path)
    if browser is None:
        return 410, "no such subscription"
    found = re.fullmatch(r"vapid t=([\w.\-]+), k=([\w\-]+)", headers.get("authorization", ""))
    if found is None:
        return 401, "no signature"
    try:
        claims = _claims(service, found[1], found[2])
    except (jwt.InvalidTokenError, ValueError) as error:
        return 403, f"BadJwtToken: {error}"
    wrong = _headers_wrong(headers, body)
    if wrong:
        return wrong
    try:
        plain = http_ece.decrypt(body, private_key=browser.private, auth_secret=browser.auth, version="aes128gcm")
    except Exception as error:  # whatever the library says of it, a browser could not read this either
        return 400, f"cannot be decrypted: {error}"
    return Taken(path, headers, claims, found[2], plain)


def _claims(service: PushService, token: str, key: str) -> dict[str, Any]:
    public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), _bytes(key))
    quiet = {"verify_exp": False, "verify_aud": False}
    claims: dict[str, Any] = jwt.decode(token, public, algorithms=["ES256"], options=quiet)
    now = service.clock()
    until = datetime.fromtimestamp(claims["exp"], UTC)
    if claims.get("aud") != service.origin:
        raise ValueError(f"the audience is {claims.get('aud')}, not {service.origin}")
    if not now < until <= now + LONGEST_TOKEN:
        raise ValueError(f"the signature stands until {until}")
    if not re.fullmatch(r"mailto:[^@\s:]+@[^@\s]+\.[^@\s]+|https://[^\s/]+\.[^\s]+", str(claims.get("sub"))):
        raise ValueError(f"the contact is {claims.get('sub')}")
    return claims


def _headers_wrong(headers: Mapping[str, str], body: bytes) -> tuple[int, str] | None:
    if not headers.get("ttl", "").isdigit():
        return 400, "no TTL"
    if headers.get("content-encoding") != "aes128gcm":
        return 400, "not aes128gcm"
    topic = headers.get("topic", "AAAA")
    if len(topic) > 32 or len(topic) % 4 == 1 or not re.fullmatch(r"[\w\-]+", topic):
        return 400, "BadWebPushTopic"
    if headers.get("urgency", "normal") not in ("very-low", "low", "normal", "high"):
        return 400, "no such urgency"
    return (413, "too large") if len(body) > LARGEST_BODY else None


def certificate(authority: Path) -> Path:
    """A certificate for this machine's loopback, which is its own authority; the file with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "push service of the tests")])
    now = datetime.now(UTC)
    local = [x509.IPAddress(ipaddress.ip_address("127.0.0.1")), x509.DNSName("localhost")]
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName(local), critical=False)
        .sign(key, hashes.SHA256())
    )
    authority.write_bytes(made.public_bytes(Encoding.PEM))
    both = authority.with_name("push-service.pem")
    both.write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()) + made.public_bytes(Encoding.PEM)
    )
    return both


def _text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def _bytes(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
