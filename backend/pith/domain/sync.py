"""The life of a log on the server: what becomes of each item that a phone sends, and how both ends compare.

Source: DESIGN 4, DECISIONS "Sync", RELIABILITY 1. A log is frozen: nothing here edits or merges.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from operator import xor
from typing import Any, Literal

from pith.domain.practice import PAIN_NOW

SCHEMA = 1
MIN_SCHEMA = 1  # the oldest phone that may still fetch; pushes are taken from any
CONSENT_REQUIRED = 1
MAX_ITEMS = 100
MAX_BYTES = 262_144
QUARANTINE_BYTES = 65_536
_PAIN, _MOST_PAIN = "pain:", 10

KINDS = (
    "session",
    "hurt",
    "reaction",
    "check",
    "intake",
    "flag",
    "body",
    "note",
    "question",
    "measure",
    "setting",
    "read",
    "decision",
    "consent",
    "void",
)

# What people write in their own words, or answer about their health, is sealed with the client's own key.
FREE_TEXT: Mapping[str, frozenset[str]] = {
    "session": frozenset({"word"}),
    "check": frozenset({"answers"}),
    "intake": frozenset({"answer"}),
    "flag": frozenset({"reason", "source"}),
    "note": frozenset({"text"}),
    "question": frozenset({"text"}),
    "measure": frozenset({"values"}),
}

# Kinds that speak of a program version; any version ever made for this client will do, retired ones too.
NAMES_PROGRAM = frozenset({"session", "hurt"})

# What turns an item of an older schema into one of the next: a pure function per step. A phone that was never updated
# is understood for at least 24 months (RELIABILITY 1, rule 10).
UPGRADES: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}

Status = Literal["stored", "duplicate", "conflict", "rejected", "deleted", "retry"]


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an item cannot be taken: `code` for programs, `field` names the culprit (dotted path)."""

    code: str
    field: str | None = None
    status: Status = "rejected"


@dataclass(frozen=True, slots=True)
class Received:
    """One item as it came in. `id` is None when there is none that can be used; `shown_id` is echoed in the answer.

    `item` speaks the newest schema; `canonical` is the item as it was sent, as JSON with sorted keys; `extra` names
    fields that only a schema newer than ours knows.
    """

    shown_id: str | None
    id: str | None
    item: Mapping[str, Any]
    canonical: bytes
    fault: Fault | None = None
    extra: frozenset[str] = frozenset()

    digest: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", digest(self.canonical))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the phone is told about one item."""

    id: str | None
    status: Status
    code: str | None = None
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What the server knows when a batch arrives: digests by id of logs that it has, the client's program
    versions, and which of the ids were erased."""

    digests: Mapping[str, str]
    programs: Collection[int]
    erased: Collection[str] = ()


def upgraded(
    item: dict[str, Any],
    steps: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = UPGRADES,
    newest: int = SCHEMA,
) -> dict[str, Any]:
    """The item as the newest schema writes it; the digest stays that of the item as it was sent."""
    claimed = item.get("schema")
    if type(claimed) is int:
        # Goes by the steps that there are, not by the number claimed: that may be -2**63.
        for schema in sorted(step for step in steps if claimed <= step < newest):
            item = {**steps[schema](item), "schema": schema + 1}
    return item


def digest(canonical: bytes) -> str:
    """SHA-256 in hex; it alone tells a duplicate from a conflict."""
    return hashlib.sha256(canonical).hexdigest()


def judge(batch: Iterable[Received], facts: Facts) -> list[Verdict]:
    """One verdict per item, in order. `stored` means: new, to be inserted; a second copy within the batch is judged
    against the first. One bad item never changes the verdict of another id."""
    seen = dict(facts.digests)
    verdicts = []
    for received in batch:
        verdict = _judge_one(received, seen, facts)
        if verdict.status == "stored" and received.id is not None:
            seen[received.id] = received.digest
        verdicts.append(verdict)
    return verdicts


def _judge_one(received: Received, seen: Mapping[str, str], facts: Facts) -> Verdict:
    if received.id is not None and received.id in facts.erased:
        return Verdict(received.shown_id, "deleted")
    if received.fault is not None:
        fault = received.fault
        return Verdict(received.shown_id, fault.status, fault.code, fault.field)
    assert received.id is not None
    known = seen.get(received.id)
    if known is not None:
        same = known == received.digest
        return Verdict(received.id, "duplicate") if same else Verdict(received.id, "conflict", "other_content")
    if received.item["kind"] in NAMES_PROGRAM and received.item["program_version"] not in facts.programs:
        return Verdict(received.id, "rejected", "unknown_program", "program_version")
    return Verdict(received.id, "stored")


def target_of(item: Mapping[str, Any]) -> str | None:
    """What a log points at, in one searchable word: the log that it voids, or what was read. A private note is
    marked, so that no therapist's query touches it; of a daily check the pain right now stays in the open, as that
    before a practice does: doses are worked out where nobody holds her key."""
    kind = item["kind"]
    if kind == "check":
        pain = item["answers"].get(PAIN_NOW)
        return f"{_PAIN}{pain}" if type(pain) is int and 0 <= pain <= _MOST_PAIN else None
    if kind == "void":
        return str(item["voids"])
    if kind == "read":
        return f"{item['what']}:{item['ref']}"
    return "private" if kind == "note" and item.get("private") else None


def pain_in(target: str | None) -> int | None:
    """The pain right now that a daily check told, from what it points at."""
    return int(target.removeprefix(_PAIN)) if target is not None and target.startswith(_PAIN) else None


@dataclass(frozen=True, slots=True)
class Head:
    """How many logs of the window the server holds, and the xor of their ids: equal sets have equal heads."""

    count: int = 0
    xor: int = 0

    def plus(self, ids: Collection[str]) -> Head:
        return Head(self.count + len(ids), reduce(xor, map(_id_bits, ids), self.xor))

    def text(self) -> str:
        """`Pith-Log-Head`: decimal count, comma, 32 hex digits."""
        return f"{self.count},{self.xor:032x}"


def _id_bits(log_id: str) -> int:
    return int(log_id.replace("-", ""), 16)


@dataclass(frozen=True, slots=True)
class Dated:
    """A program version's number, its first local date, and the client's local date when it was made."""

    number: int
    starts_on: date
    made_on: date


def versions_to_send(versions: Collection[Dated]) -> list[int]:
    """Numbers of the versions that a phone needs, newest first: the newest, and older ones that still hold on some
    day after the newest was made. It depends on no "today", so the same view stays true until the next version."""
    ordered = sorted(versions, key=lambda version: -version.number)
    needed: list[int] = []
    covered_from: date | None = None
    for version in ordered:
        if covered_from is None or version.starts_on < covered_from:
            needed.append(version.number)
            covered_from = version.starts_on
        if covered_from <= ordered[0].made_on:
            break
    return needed
