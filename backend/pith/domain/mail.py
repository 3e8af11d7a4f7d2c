"""Mail as a way out: which addresses it goes to, how often one is asked to confirm, and when it is tried again.

An address is somebody's only after whoever reads its mail said so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Literal

from pith.domain.accounts import clean_email
from pith.domain.doors import Limit
from pith.domain.errors import Invalid

State = Literal["unavailable", "off", "unconfirmed", "on"]

# A link that confirms opens this long; a mail that asks to is worth sending this long.
CONFIRM_LIFE = timedelta(hours=48)
CONFIRM_WORTH = timedelta(hours=6)
# Nobody can have a stranger's address flooded, nor try many of them.
CONFIRM_PER_ADDRESS = Limit(tries=3, per=timedelta(days=1))
CONFIRM_PER_CLIENT = Limit(tries=6, per=timedelta(days=1))
# A mailbox that was refused so often in a row has to be confirmed anew.
REFUSED_MOST = 3

TRIES = 12
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=1)
LONGEST_URGENT = timedelta(minutes=15)
# How long a mail server that does not answer, or does not let us in, is left alone.
LEFT_ALONE_FIRST = timedelta(seconds=30)
LEFT_ALONE_LONGEST = timedelta(minutes=15)

# RFC 2047, 2: what begins so is read as a word in another character set, and not as it is written.
_ENCODED = "=?"
# RFC 5321, 4.1.2: a dot-string in ASCII. What needs quotes or SMTPUTF8 is not reached everywhere.
_LOCAL = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
_LOCAL_MAX = 64


def deliverable(text: str, field: str) -> str:
    """An address as mail goes to it: lower case, ASCII, a host with a dot. Raises Invalid on `field`."""
    address = clean_email(text, field)
    local, _, host = address.rpartition("@")
    try:
        host = host.encode("idna").decode()
    except UnicodeError:
        host = ""
    labels = host.split(".")
    sound = len(labels) > 1 and all(_LABEL.fullmatch(label) for label in labels)
    if not sound or len(local) > _LOCAL_MAX or not _LOCAL.fullmatch(local) or _ENCODED in local:
        raise Invalid({field: "Please write an e-mail address such as name@example.org."})
    return f"{local}@{host}"


def next_try(
    tries: int, now: datetime, not_after: datetime, chance: Callable[[], float], urgent: bool = False
) -> datetime | None:
    """When to try again after `tries` failures: the second half of a growing span. None when it was the last, or it
    would be too late. `chance` gives 0 to 1. `urgent`: there is no last, and the spans stay short."""
    longest = LONGEST_URGENT if urgent else LONGEST_WAIT
    span: timedelta = min(longest, FIRST_WAIT * 3 ** min(max(0, tries - 1), 10))
    at = now + span * (0.5 + chance() / 2)
    return at if (urgent or tries < TRIES) and at < not_after else None


def left_alone_for(failures: int) -> timedelta:
    """How long a server is left alone after so many failures in a row."""
    grown: timedelta = min(LEFT_ALONE_LONGEST, LEFT_ALONE_FIRST * 2 ** min(failures - 1, 10))
    return grown


def state_of(available: bool, known: bool, confirmed: bool) -> State:
    """`known`: an address was told; `available`: this installation sends mail."""
    if not available:
        return "unavailable"
    if not known:
        return "off"
    return "on" if confirmed else "unconfirmed"
