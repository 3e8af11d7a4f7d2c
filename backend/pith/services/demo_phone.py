"""A phone as the server sees one: it pairs, pulls, practises what it pulled, and sends logs when it has a network."""

from __future__ import annotations

import uuid
from datetime import date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

import orjson

from pith.domain.accounts import Actor
from pith.domain.days import local_date, utc_offset_min
from pith.domain.sync import MAX_ITEMS, Received
from pith.services import sessions, sync
from pith.services.demo_felt import felt
from pith.services.demo_story import Story
from pith.services.dosing_round import settle_told
from pith.services.transaction import AnySession, read

if TYPE_CHECKING:
    from pith.content.loader import Content

SIDES = ("left", "right", "both")
_SHORT_OF_TIME = {"outcome": "skipped", "skip_reason": "no_time", "done_s": 0}


class Phone:
    """Made from a token, as a real one holds it. `random` is seeded by the story, so that every demo is the same."""

    def __init__(self, story: Story, began: date, token: str, master: bytes, content: Content, random: Random) -> None:
        self.story, self.began, self.token = story, began, token
        self.master, self.content, self.random = master, content, random
        self.told = Random(f"{story.name} told")  # its own, so that what she says of a spot moves no other chance
        self.asides = Random(f"{story.name} asides")  # and this one for what she answers about herself
        self.zone = story.zone  # where she is; travel changes it
        self.view: dict[str, Any] = {}
        self.outbox: list[dict[str, Any]] = []
        self.last_session: str | None = None
        self._fetched = 0

    def pull(self, session: AnySession, at: datetime) -> None:
        """Asks for the view as a phone does, with the version that it holds; notes that a new program was stored."""
        held = frozenset({self.view["view_version"]} if self.view else ())
        found = sync.pull(session, self._actor(session, at), at, self.master, self.content, held)
        if found.body is None:
            return
        self.view = orjson.loads(found.body)
        program = self.view["program"]
        if program is not None and program["number"] != self._fetched:
            self._fetched = program["number"]
            self.tell(at, "read", what="program", ref=str(self._fetched))

    def send(self, session: AnySession, at: datetime) -> None:
        """Empties the outbox in batches. Raises RuntimeError when the server does not take an item."""
        while self.outbox:
            batch, self.outbox = self.outbox[:MAX_ITEMS], self.outbox[MAX_ITEMS:]
            received = [
                Received(log["id"], log["id"], log, orjson.dumps(log, option=orjson.OPT_SORT_KEYS)) for log in batch
            ]
            for verdict in sync.push(session, self._actor(session, at), at, self.master, self.content, at, received):
                if verdict.status != "stored":
                    raise RuntimeError(f"the demo's log was not taken: {verdict}")
            actor = self._actor(session, at)
            settle_told(session, (actor.practice_id, actor.id), at, self.content)

    def tell(self, at: datetime, kind: str, chance: Random | None = None, **fields: Any) -> str:
        """Freezes a log and puts it into the outbox; returns its id. `chance` makes the id where it is not the story's
        own."""
        log = {
            "id": self._new_id(at, chance or self.random),
            "kind": kind,
            "schema": 1,
            "local_date": local_date(at, self.zone).isoformat(),
            "tz": self.zone,
            "utc_offset_min": utc_offset_min(at, self.zone),
            "recorded_at": _wire(at),
            **fields,
        }
        self.outbox.append(log)
        return str(log["id"])

    def items_today(self, today: date) -> tuple[int, list[dict[str, Any]]]:
        """Number of the version in force and its items of the day, from the view that the phone holds."""
        versions = [self.view["program"], *self.view["earlier"]] if self.view.get("program") else []
        for version in versions:
            if version["starts_on"] <= today.isoformat():
                weekday = today.weekday()
                mine = [one for one in version["items"] if weekday in (one["days"] or version["days"])]
                return version["number"], mine
        return 0, []

    def practise(self, at: datetime, word: str | None, hurt: tuple[int, int, str] | None) -> None:
        """One session from its start tap to "Saved"; nothing where no program holds on this day."""
        number, items = self.items_today(local_date(at, self.zone))
        if not items or not self.view["gate"]["open"]:
            return
        before, after = self._pain(at)
        short = hurt is None and self.random.random() < self.story.shortens
        entries = self._entries(items, short, hurt, before)
        seconds = sum(one["done_s"] for one in entries) + 25 * len(entries)
        end = at + timedelta(seconds=seconds)
        self.last_session = self.tell(
            end,
            "session",
            program_version=number,
            started_at=_wire(at),
            ended_at=_wire(end),
            status="complete" if all(one["outcome"] == "done" for one in entries) else "partial",
            shortened=short,
            pain_before=before,
            pain_after=min(10, after + 2) if hurt else after,
            sensations=[] if hurt else self.random.sample(self.story.feels, self.random.choice((1, 1, 2))),
            word=word,
            items=entries,
        )
        if hurt:
            place, second, feeling = hurt
            stopped = next(one for one in entries if one["key"] == items[place]["key"])
            named = {name: stopped[name] for name in ("key", "technique_id", "level", "side")}
            self.tell(
                end,
                "hurt",
                program_version=number,
                session_id=self.last_session,
                second=second,
                feeling=feeling,
                **named,
            )

    def _entries(
        self, items: list[dict[str, Any]], short: bool, hurt: tuple[int, int, str] | None, pain: int
    ) -> list[dict[str, Any]]:
        """One entry an item and side. A short session skips what comes last; pain stops everything after it."""
        entries: list[dict[str, Any]] = []
        for place, one in enumerate(items):
            for side in (side for side in SIDES if side in one["dose"]):
                dose = one["dose"][side]
                planned = dose["spots"] * dose["hold_s"] + dose["roll_s"] + dose["move_s"]
                entry = {
                    "key": one["key"],
                    "technique_id": one["technique_id"],
                    "level": one["level"],
                    "side": side,
                    "planned_s": planned,
                    "done_s": planned,
                    "outcome": "done",
                    "skip_reason": None,
                    "tool": None,
                    "softening": None,
                }
                if short and place == len(items) - 1:
                    entry |= _SHORT_OF_TIME
                if hurt and place >= hurt[0]:
                    first = place == hurt[0] and not any(other["outcome"] == "stopped" for other in entries)
                    done = min(planned, hurt[1]) if first else 0
                    entry |= {"outcome": "stopped" if first else "skipped", "done_s": done}
                    entry["skip_reason"] = None if first else "too_sore"
                if entry["outcome"] == "done":
                    entry |= felt(one["snapshot"]["style"], dose, pain, self.told)
                entries.append(entry)
        return entries

    def _pain(self, at: datetime) -> tuple[int, int]:
        """Before and after, near the story's line."""
        day = (at.date() - self.began).days
        before = pain_on(self.story, day) + self.random.gauss(0, 0.6)
        after = before - max(0.0, self.random.gauss(self.story.relief, 0.5))
        return _scale(before), _scale(after)

    def _actor(self, session: AnySession, at: datetime) -> Actor:
        with read(session):
            actor = sessions.find(session, at, self.token).actor
        if actor is None:
            raise RuntimeError("the demo's phone is not signed in")
        return actor

    def _new_id(self, at: datetime, chance: Random) -> str:
        """A UUIDv7 (RFC 9562, 5.7) whose random part comes from the story's seed."""
        bits = int(at.timestamp() * 1000) << 80 | 0x7 << 76 | chance.getrandbits(12) << 64
        return str(uuid.UUID(int=bits | 0b10 << 62 | chance.getrandbits(62)))


def pain_on(story: Story, day: int) -> float:
    """The story's pain before practice on a day, straight between the days that it names."""
    (low_day, low), *rest = story.pain
    for high_day, high in rest:
        if day <= high_day:
            return low + (high - low) * max(0, day - low_day) / max(1, high_day - low_day)
        low_day, low = high_day, high
    return low


def _scale(value: float) -> int:
    return min(10, max(0, round(value)))


def _wire(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
