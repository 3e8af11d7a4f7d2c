"""Who somebody is and what that lets them do: actors, the one table of permissions, names, e-mail, passwords.

What opens and closes in time (sign-ins, invitations, limits) is in `doors.py`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pith.domain.errors import Invalid, NotAllowed, NotFound

Kind = Literal["therapist", "client"]
Role = Literal["owner", "member", "client"]
Minors = Literal["no", "guardian", "16_plus"]

# What an actor is to a thing. `given` is a therapist with an access row for that client; `covering` one who stands in,
# on these days, for somebody with such a row.
Standing = Literal["owner", "member", "given", "covering", "self", "stranger"]

Verb = Literal[
    # about one client
    "see",  # her file: name, program, logs, devices
    "edit",  # rename, archive, change her zone
    "invite",  # make an invitation, list and revoke devices
    "assign",  # make a version of her program
    "screen",  # record or withdraw a clearance
    "treat",  # write visits down, plan a course of care
    "share",  # give or take another therapist's access
    "export",
    "erase",
    "remind",  # choose when she is reminded, and see whether it works
    "practise",  # fetch the program and send logs: the client herself only
    # about the practice
    "see_practice",
    "set_practice",
    "write_technique",  # one of the practice's own
    "set_threshold",
    "sign_off",  # note that a clinician reviewed the content
    "add_member",
    "end_member",
    "see_members",
    "add_client",
]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is asking: one signed-in therapist or one client on one device. Ids are UUID strings. `covers`: the
    colleagues for whom this therapist stands in today."""

    kind: Kind
    practice_id: str
    id: str
    session_id: str
    role: Role
    device_id: str | None = None
    covers: frozenset[str] = frozenset()

    @property
    def whose(self) -> tuple[str, ...] | None:
        """The therapists whose clients this one may see; None for the owner, who sees everybody's."""
        return None if self.role == "owner" else (self.id, *sorted(self.covers))


@dataclass(frozen=True, slots=True)
class ClientFile:
    """What permissions need to know of a client: whose she is, and which therapists were given access."""

    practice_id: str
    client_id: str
    therapist_ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class Practice:
    """What permissions need to know of a practice."""

    practice_id: str


_TABLE: dict[Verb, frozenset[Standing]] = {
    "see": frozenset({"owner", "given", "covering"}),
    "edit": frozenset({"owner", "given", "covering"}),
    "invite": frozenset({"owner", "given", "covering"}),
    "assign": frozenset({"owner", "given", "covering"}),
    "screen": frozenset({"owner", "given", "covering"}),
    "treat": frozenset({"owner", "given", "covering"}),
    # Who only stands in gives nobody access, herself least of all, and takes no file away.
    "share": frozenset({"owner", "given"}),
    "export": frozenset({"owner", "given", "self"}),
    # Erasing cannot be taken back, so a colleague who only covers a holiday cannot do it.
    "erase": frozenset({"owner", "self"}),
    "remind": frozenset({"owner", "given", "covering", "self"}),
    "practise": frozenset({"self"}),
    "see_practice": frozenset({"owner", "member"}),
    "set_practice": frozenset({"owner"}),
    "write_technique": frozenset({"owner", "member"}),
    # What all clients of the practice are judged by is for whoever answers for all of them.
    "set_threshold": frozenset({"owner"}),
    "sign_off": frozenset({"owner"}),
    "add_member": frozenset({"owner"}),
    "end_member": frozenset({"owner"}),
    "see_members": frozenset({"owner", "member"}),
    "add_client": frozenset({"owner", "member"}),
}


def can(actor: Actor, verb: Verb, thing: ClientFile | Practice) -> bool:
    """The only place that answers "may she?". The owner sees all clients of her practice."""
    return _standing(actor, thing) in _TABLE[verb]


def require(actor: Actor, verb: Verb, thing: ClientFile | Practice) -> None:
    """Raise unless `actor` may: NotFound when she may not even know of the thing, else NotAllowed."""
    if can(actor, verb, thing):
        return
    if isinstance(thing, ClientFile) and not can(actor, "see", thing):
        raise NotFound()
    raise NotAllowed()


def _standing(actor: Actor, thing: ClientFile | Practice) -> Standing:
    if actor.practice_id != thing.practice_id:
        return "stranger"
    if actor.kind == "client":
        return "self" if isinstance(thing, ClientFile) and actor.id == thing.client_id else "stranger"
    if actor.role == "owner":
        return "owner"
    if isinstance(thing, Practice):
        return "member"
    if actor.id in thing.therapist_ids:
        return "given"
    return "covering" if actor.covers & thing.therapist_ids else "stranger"


NAME_MAX = 120
EMAIL_MAX = 254  # RFC 5321, 4.5.3.1: the longest path, without its brackets
PASSWORD_MIN = 10
PASSWORD_MAX = 200
DISTINCT_MIN = 5

# Long enough to pass the length rule, and still among the first that a guesser tries.
_COMMON = (
    "password",
    "passwort",
    "qwertyuiop",
    "qwertzuiop",
    "letmein",
    "iloveyou",
    "welcome",
    "administrator",
    "1234567890",
    "0987654321",
    "abcdefghij",
)


def clean_name(text: str, field: str) -> str:
    """A name as people see it: NFC, single spaces, 1-120 characters. Raises Invalid on `field`."""
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not name:
        raise Invalid({field: "Please write a name."})
    if len(name) > NAME_MAX:
        raise Invalid({field: f"Please use at most {NAME_MAX} characters."})
    if any(unicodedata.category(character) in ("Cc", "Cs", "Cn") for character in name):
        raise Invalid({field: "Please use letters, digits and ordinary signs only."})
    return name


def clean_email(text: str, field: str = "email") -> str:
    """An address as stored and compared: trimmed, lower case. Raises Invalid where nothing could be sent."""
    email = unicodedata.normalize("NFC", text).strip().lower()
    local, at, host = email.rpartition("@")
    plain = email.isprintable() and not any(character.isspace() for character in email)
    if not (at and local and plain and len(email) <= EMAIL_MAX and "@" not in local and _is_host(host)):
        raise Invalid({field: "Please write an e-mail address such as name@example.org."})
    return email


def _is_host(host: str) -> bool:
    return all(host.split(".")) and not host.startswith("-") and not host.endswith("-")


def normal_password(text: str) -> str:
    """The one form that is hashed and checked: keyboards write the same letter in different code points.

    Source: NIST SP 800-63B, 3.1.1.2 (normalise before hashing).
    """
    return unicodedata.normalize("NFKC", text)


def check_password(password: str, known_words: Iterable[str], field: str = "password") -> None:
    """Raise Invalid unless the password is long, varied and not made of what others know (`known_words`).

    No rule asks for digits or signs: length and a look at common words hold better (NIST SP 800-63B 3.1.1.2,
    OWASP ASVS 6.2).
    """
    text = normal_password(password)
    if len(text) < PASSWORD_MIN:
        raise Invalid({field: f"Please use at least {PASSWORD_MIN} characters; a few words together are easy to keep."})
    if len(text) > PASSWORD_MAX:
        raise Invalid({field: f"Please use at most {PASSWORD_MAX} characters."})
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in text):
        raise Invalid({field: "Please use signs that a keyboard can write."})
    lower = text.casefold()
    if len(set(lower)) < DISTINCT_MIN or _is_mostly(lower, _COMMON):
        raise Invalid({field: "This password is among the first that a stranger would try."})
    if _is_mostly(lower, (word.casefold() for word in known_words)):
        raise Invalid({field: "Please do not build the password from your name or e-mail address."})


def _is_mostly(text: str, words: Iterable[str]) -> bool:
    """True when one of the words leaves fewer than five characters of one's own."""
    return any(len(word) > 3 and word in text and len(text.replace(word, "")) < 5 for word in words)


# The first is the one that the content is written in; each other has a folder of its own there.
LANGUAGES = ("en", "de")
IDLE_MINUTES_MIN, IDLE_MINUTES_MAX = 30, 12 * 60
RETENTION_MONTHS_MIN, RETENTION_MONTHS_MAX = 1, 30 * 12
EMERGENCY_NUMBER_MAX = 30
MINORS: tuple[Minors, ...] = ("no", "guardian", "16_plus")


@dataclass(frozen=True, slots=True)
class PracticeSettings:
    """What a practice sets for itself. `idle_minutes`: quiet time before a therapist must sign in again. `language`: of
    a client about whom nothing else is said."""

    emergency_number: str = "112"
    minors: Minors = "no"
    retention_months: int = 120
    idle_minutes: int = 120
    language: str = LANGUAGES[0]


def check_settings(settings: PracticeSettings) -> None:
    """Raise Invalid, naming every field that is out of bounds (`settings.<name>`)."""
    wrong: dict[str, str] = {}
    number = settings.emergency_number
    if not number.strip() or len(number) > EMERGENCY_NUMBER_MAX or not set(number) <= set("+0123456789 -/()*#"):
        wrong["settings.emergency_number"] = "Please write a telephone number."
    if settings.language not in LANGUAGES:
        wrong["settings.language"] = f"Please choose one of: {', '.join(LANGUAGES)}."
    if settings.minors not in MINORS:
        wrong["settings.minors"] = "Please choose one of: no, guardian, 16_plus."
    if not RETENTION_MONTHS_MIN <= settings.retention_months <= RETENTION_MONTHS_MAX:
        wrong["settings.retention_months"] = f"From {RETENTION_MONTHS_MIN} to {RETENTION_MONTHS_MAX} months."
    if not IDLE_MINUTES_MIN <= settings.idle_minutes <= IDLE_MINUTES_MAX:
        wrong["settings.idle_minutes"] = f"From {IDLE_MINUTES_MIN} to {IDLE_MINUTES_MAX} minutes."
    if wrong:
        raise Invalid(wrong)


def language_told(item: Mapping[str, Any]) -> str | None:
    """The language that a client chose with this log; None for any other log, and for one that we do not speak."""
    told = item["kind"] == "setting" and item["name"] == "language" and item["value"] in LANGUAGES
    return item["value"] if told else None


def same_name(typed: str, name: str) -> bool:
    """True when somebody typed the name to confirm what cannot be undone; case and spaces are forgiven."""
    return _plain(typed) == _plain(name)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
