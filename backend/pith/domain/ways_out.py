"""Two ways out of the house, push and mail, and what becomes of a line that went by either or both.

A client's line goes by mail only where no browser took it. A therapist's alert goes by both at once. Nothing that one
way took is sent by it again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

Way = Literal["push", "mail"]
Status = Literal["done", "due", "failed", "skipped"]

# What only a mail can say, and what only a push is meant to show.
_BY_MAIL_ALONE = "confirm"
_BY_PUSH_ALONE = "test"
_BY_BOTH = "alert"
# Said of a client who had her one mail of this date.
MAILED = "mailed"
# Said of what may have gone out and may not.
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one way made of a line; `again_at` where it is due again."""

    status: Status
    reason: str | None = None
    again_at: datetime | None = None


class Together(NamedTuple):
    """What both made of it. `channel` of a line that is done names who took it, of one that is due again who still
    tries; None: both."""

    outcome: Outcome
    channel: str | None


def goes_by_push(kind: str, left: str | None) -> bool:
    """`left`: the way that is still to be tried, None for all."""
    return kind != _BY_MAIL_ALONE and left != "mail"


def goes_by_mail(kind: str, left: str | None, push: Outcome | None) -> bool:
    """`push`: what a push made of it just now, None where none was tried."""
    if kind == _BY_PUSH_ALONE:
        return False
    if kind == _BY_BOTH:
        return left != "push"
    return push is None or push.status in ("failed", "skipped")


def together(push: Outcome | None, mail: Outcome | None, kind: str) -> Together:
    """One that was not tried is None. One that took it is enough; else whoever may still take it tries again. But an
    alert that was pushed stays open for the mail that was surely not taken: her phone may lie in a drawer."""
    pushed = kind == _BY_BOTH and push is not None and push.status == "done"
    if pushed and mail is not None and mail.status == "due" and mail.reason != UNKNOWN:
        return Together(mail, "mail")
    told: dict[Way, Outcome] = {}
    if push is not None:
        told["push"] = push
    if mail is not None:
        told["mail"] = mail
    for status in ("done", "due", "failed"):
        ways = [way for way, outcome in told.items() if outcome.status == status]
        if ways:
            return _all_of(status, ways, told)
    # Who had her mail was reached today; who has neither browser nor address was not.
    why = MAILED if mail is not None and mail.reason == MAILED else "no_channel"
    return Together(Outcome("skipped", why), None)


def _all_of(status: Status, ways: list[Way], told: dict[Way, Outcome]) -> Together:
    if status == "done":
        return Together(Outcome("done"), ways[0] if len(ways) == 1 else "both")
    first = told[ways[0]]
    if status == "failed":
        return Together(Outcome("failed", first.reason), ways[0])
    times = [told[way].again_at for way in ways]
    again = min(at for at in times if at is not None)
    return Together(Outcome("due", first.reason, again), ways[0] if len(ways) == 1 else None)
