"""Who is asking, and what browsers may do with our answers."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
from datetime import timedelta
from typing import Any, cast
from urllib.parse import urlsplit

from flask import Flask, Request, Response, after_this_request, g, request
from flask.sessions import SecureCookieSession, SessionInterface, SessionMixin
from flask_login import LoginManager, UserMixin, current_user
from sqlalchemy import Row
from werkzeug.exceptions import UnsupportedMediaType

from pith.config import LOOPBACK, Settings
from pith.domain.accounts import Actor, Kind
from pith.domain.doors import CLIENT_SLIDING, THERAPIST_ABSOLUTE
from pith.domain.errors import Gone, NotAllowed, NotFound, Unauthenticated
from pith.services import sessions
from pith.services.tries import Visitor
from pith.web import deps
from pith.web.fields import UUID_TEXT

SAFE = ("GET", "HEAD", "OPTIONS")
API = "/api/"
SYNC = "/api/v1/sync"
PUSH = "/api/v1/sync/logs"
# The doors that open without a sign-in; tests/web/policy.py says so a second time.
PUBLIC = frozenset({"accounts.sign_up", "accounts.sign_in", "accounts.pair", "api-docs.openapi_json"})
# The doors that take a photo as it is; no form of another site can send one without being asked about it first.
RAW = frozenset({"content.put_photo"})
LIFE: dict[Kind, timedelta] = {"client": CLIENT_SLIDING, "therapist": THERAPIST_ABSOLUTE}

# No inline script or style, nothing from elsewhere; script URLs only through the one policy named `pith`.
CSP = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob:",
        "media-src 'self' blob:",
        "connect-src 'self'",
        "font-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "object-src 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types pith",
    )
)
_DENIED = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone")
_DENIED_TOO = ("midi", "payment", "publickey-credentials-get", "serial", "usb", "xr-spatial-tracking")
HEADERS = {
    "Content-Security-Policy": CSP,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join([f"{name}=()" for name in (*_DENIED, *_DENIED_TOO)] + ["screen-wake-lock=(self)"]),
}


_HEADERS = tuple((name, name.lower(), value) for name, value in HEADERS.items())


class NoFlaskSession(SessionInterface):
    """Flask's own cookie session, empty and never written: making its signer costs more than a whole query."""

    def open_session(self, app: Flask, asked: Request) -> SecureCookieSession:
        return SecureCookieSession()

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Nothing is kept: who somebody is stands in our own table, behind our own cookie."""


class CrossSite(NotAllowed):
    code = "cross_site"
    message = "Changes are only taken from Pith's own pages."


class SignedIn(UserMixin):
    """What Flask-Login carries through a request."""

    def __init__(self, actor: Actor, look: Row[Any] | None) -> None:
        self.actor, self.look = actor, look

    def get_id(self) -> str:
        return self.actor.session_id


def init_app(app: Flask) -> None:
    """Wires sign-in lookup, the same-origin check and the headers."""
    settings = cast(Settings, app.config["PITH"])
    # Flask's own cookie and Flask-Login's remember cookie are never written. Both still look at what a browser sends,
    # and every app on this host's loopback shares cookies: so a key of their own, and a name that nobody uses.
    app.session_interface = NoFlaskSession()
    app.secret_key = hmac.new(settings.secrets.codes, b"flask", hashlib.sha256).hexdigest()
    app.config.update(SESSION_COOKIE_NAME="pith-unused-session", REMEMBER_COOKIE_NAME="pith-unused-remember")
    login = LoginManager(app)
    login.session_protection = None
    login.request_loader(_load)
    app.before_request(_same_origin_json)
    app.before_request(_signed_in)
    app.before_request(_ids_are_ids)
    app.after_request(_add_headers)


def find_actor() -> Actor | None:
    """Whoever this request's cookie belongs to. Raises Gone on the sync routes of a phone that was revoked."""
    user = current_user
    return cast(Actor, user.actor) if user.is_authenticated else None


def look() -> Row[Any] | None:
    """What the look at this request's cookie found beside the actor (store.accounts.sign_in_of)."""
    return cast("Row[Any] | None", current_user.look)


def closed_phone() -> Actor | None:
    """Whose closed phone pushes here: refused, but an erased client's phone is told to let go of each log."""
    find_actor()
    return cast("Actor | None", g.get("closed_phone"))


def _load(asked: Request) -> SignedIn | None:
    token = held_token()
    if not token or not asked.path.startswith(API):
        return None
    found = sessions.find(deps.session(), deps.now(), token)
    if found.closed and asked.path.startswith(SYNC):
        if asked.path == PUSH and asked.method == "POST":
            g.closed_phone = found.closed
            return None
        raise Gone(client_id=found.closed.id, practice_id=found.closed.practice_id)
    if found.actor is None:
        return None
    if found.touched and found.actor.kind == "client":
        keep_cookie(token, found.actor.kind)
    return SignedIn(found.actor, found.row)


def held_token() -> str | None:
    """The token that this browser sent, whatever it is worth."""
    return request.cookies.get(_cookie_name())


def keep_cookie(token: str, kind: Kind) -> None:
    """Puts the session cookie on this request's answer."""

    @after_this_request
    def _put(response: Response) -> Response:
        response.set_cookie(_cookie_name(), token, max_age=LIFE[kind], **_flags())
        return response


def drop_cookie() -> None:
    """Takes the session cookie away with this request's answer."""

    @after_this_request
    def _drop(response: Response) -> Response:
        response.delete_cookie(_cookie_name(), **_flags())
        return response


def _cookie_name() -> str:
    """`__Host-` binds the cookie to this host over https; browsers refuse that name on plain http."""
    return "__Host-sid" if deps.settings().https else "pith-sid"


def _flags() -> dict[str, Any]:
    return {"path": "/", "secure": deps.settings().https, "httponly": True, "samesite": "Lax"}


def visitor() -> Visitor:
    """Who knocks at a public door; the address is the proxy's word only where a proxy is configured."""
    return Visitor(_network(request.remote_addr or ""), request.user_agent.string, deps.settings().secrets.codes)


def _network(address: str) -> str:
    """An IPv6 household has a whole /64 to knock from; it counts as one."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(ipaddress.ip_network((parsed, 64), strict=False)) if parsed.version == 6 else str(parsed)


def opened_on_loopback() -> bool:
    """True when this browser reached us by a name of its own machine."""
    return urlsplit(f"//{request.host}").hostname in LOOPBACK


def _same_origin_json() -> None:
    """State changes come from our own pages, as JSON. No token is needed, for no browser sends these otherwise.

    `Sec-Fetch-Site` is set by the browser and cannot be forged by a page; older ones send `Origin` with each POST. A
    caller with neither is no browser, and carries nobody's cookies but its own.
    """
    if request.method in SAFE or not request.path.startswith(API):
        return
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if site is not None:
        if site != "same-origin":
            raise CrossSite()
    elif origin is not None and origin not in (deps.settings().origin, request.host_url.rstrip("/")):
        raise CrossSite()
    has_body = bool(request.content_length) or "Transfer-Encoding" in request.headers
    wanted = "image/" if request.endpoint in RAW else "application/json"
    if has_body and not request.mimetype.startswith(wanted):
        raise UnsupportedMediaType()


def _signed_in() -> None:
    """Every door of the API is locked unless it is listed; a bad body or id is not even looked at before."""
    if not request.path.startswith(API) or request.endpoint is None or request.endpoint in PUBLIC:
        return
    if find_actor() is None and "closed_phone" not in g:
        raise Unauthenticated()


def _ids_are_ids() -> None:
    """What is no UUID names nothing; so no query ever sees NUL bytes or a megabyte in an id."""
    for name, value in (request.view_args or {}).items():
        if name.endswith("_id") and not UUID_TEXT.fullmatch(str(value)):
            raise NotFound()


def _add_headers(response: Response) -> Response:
    # One look at what is there: `setdefault` would walk the list anew for each of ours, with every answer.
    there = {name.lower() for name, _ in response.headers}
    for name, lower, value in _HEADERS:
        if lower not in there:
            response.headers.add(name, value)
    if deps.settings().https:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    if request.path.startswith(API):
        response.headers.setdefault("Cache-Control", "private, no-store")
    return response
