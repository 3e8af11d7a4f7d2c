"""When a door opens and closes: sign-ins, invitations, short codes, limits on tries. Part of accounts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from pith.domain.accounts import Kind

THERAPIST_ABSOLUTE = timedelta(days=30)
CLIENT_SLIDING = timedelta(days=400)
INVITATION_LIFE = timedelta(days=7)
CODE_LIFE = timedelta(minutes=10)
CODE_TRIES = 5

# How stale `last_seen_at` may get: every touch is a write, and on SQLite writes queue.
CLIENT_TOUCH = timedelta(hours=1)
THERAPIST_TOUCH = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class SignIn:
    """The facts of one sign-in. `idle` counts for therapists only (their practice sets it)."""

    kind: Kind
    created_at: datetime
    last_seen_at: datetime
    idle: timedelta


def is_live(sign_in: SignIn, now: datetime) -> bool:
    """A therapist comes back within the idle time and signs in anew after 30 days; a phone may rest 400."""
    quiet = now - sign_in.last_seen_at
    if sign_in.kind == "client":
        return quiet < CLIENT_SLIDING
    return quiet < sign_in.idle and now - sign_in.created_at < THERAPIST_ABSOLUTE


def touch_due(sign_in: SignIn, now: datetime) -> bool:
    """True when `last_seen_at` should be written again."""
    return now - sign_in.last_seen_at >= (CLIENT_TOUCH if sign_in.kind == "client" else THERAPIST_TOUCH)


# Crockford's base32: no I, L, O, U, so that nothing is misread or misheard (crockford.com/base32.html).
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})
CODE_LENGTH = 10
# The first four find the code, so that wrong tries count against it; the whole ten open it.
SELECTOR_LENGTH = 4


def code_from(entropy: bytes) -> str:
    """A hand-over code of 10 characters (50 bits) from at least 7 random bytes."""
    if len(entropy) < 7:
        raise ValueError("a code needs 7 random bytes")
    number = int.from_bytes(entropy[:7], "big")
    return "".join(_CROCKFORD[(number >> 5 * place) & 31] for place in range(CODE_LENGTH))


def shown_code(code: str) -> str:
    """As people read it aloud: two halves."""
    return f"{code[:5]}-{code[5:]}"


def read_code(typed: str) -> str | None:
    """The code that somebody meant (any case, spaces, dashes, O for 0, I or L for 1), or None."""
    code = re.sub(r"[\s\-\u2010-\u2015]", "", typed).upper().translate(_MISREAD)
    return code if len(code) == CODE_LENGTH and set(code) <= set(_CROCKFORD) else None


def read_token(text: str) -> str | None:
    """The token in what was scanned or pasted (itself or a whole link), or None."""
    token = text.strip().rpartition("#")[2]
    return token if re.fullmatch(r"[A-Za-z0-9_-]{20,64}", token) else None


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `tries` within `per`, counted from the first try; then it waits for the end of that stretch."""

    tries: int
    per: timedelta


SIGN_IN_PER_EMAIL = Limit(tries=10, per=timedelta(minutes=15))
PASSWORD_CHANGE = Limit(tries=10, per=timedelta(minutes=15))
SIGN_IN_PER_ADDRESS = Limit(tries=30, per=timedelta(minutes=15))
CODE_PER_ADDRESS = Limit(tries=10, per=timedelta(hours=1))
CODE_PER_PRACTICE = Limit(tries=100, per=timedelta(hours=1))
LINK_PER_ADDRESS = Limit(tries=60, per=timedelta(hours=1))
FEED_PER_ADDRESS = Limit(tries=60, per=timedelta(hours=1))
# Wrong tries on the selector of one code; a code that saw five is dead.
TRIES_PER_CODE = Limit(tries=CODE_TRIES, per=CODE_LIFE)


def seconds_to_wait(limit: Limit, first_try: datetime, count: int, now: datetime) -> int:
    """0 while try number `count` is within the limit, else whole seconds until the stretch is over."""
    if count <= limit.tries:
        return 0
    left = first_try + limit.per - now
    return max(1, -int(-left.total_seconds() // 1))


def why_no_install(scheme: str, opened_on_loopback: bool) -> str | None:
    """Why a phone that follows a link of this server could not install the app; None when it can.

    Service workers need a secure context: https, or loopback (w3.org/TR/secure-contexts, 3.1).
    """
    if scheme == "https" or opened_on_loopback:
        return None
    return "Phones install the app only over https. Give this server an https address (PITH_ORIGIN)."
