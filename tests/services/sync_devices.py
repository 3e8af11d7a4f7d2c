"""The people and devices of the sync machine, and what all their logs together must have set off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import orjson
from flask import Flask

from pith.domain.practice import HURT_LEVEL
from pith.domain.sync import digest
from pith.services.transaction import AnySession
from tests import logs
from tests.cast import Cast, Someone, _Maker
from tests.conftest import Clock
from tests.phone import Phone


@dataclass
class World:
    app: Flask
    session: AnySession
    clock: Clock
    maker: _Maker
    cast: Cast


class Device:
    """A device: who is signed in on it, the separate stores of each client who ever was, and its clock."""

    def __init__(self, world: World, name: str, clients: list[Someone]) -> None:
        self.world, self.clients = world, clients
        self.off = timedelta()
        self.device_id = logs.new_id()
        self.phones: dict[str, Phone] = {}
        self.token = ""
        self.sign_in(clients[0])

    def sign_in(self, client: Someone) -> None:
        self.current = client.id
        self.token = self.world.maker.phone(self.world.cast.owner, client.id, client.name, self.device_id).token
        if client.id not in self.phones:
            practice_id = client.actor.practice_id
            self.phones[client.id] = Phone(client.id, practice_id, self.device_id, self.now)

    def now(self) -> datetime:
        return self.world.clock.now + self.off

    @property
    def phone(self) -> Phone:
        return self.phones[self.current]


# How soon she looks at it (domain.md 2.7).
WAITS = {"question": "review", "note": "info", "reaction": "same_day"}


def content_digest(log: dict[str, Any]) -> str:
    return digest(orjson.dumps(log, option=orjson.OPT_SORT_KEYS))


def expected_effects(made: dict[str, list[dict[str, Any]]]) -> set[tuple[Any, ...]]:
    """What all logs together must have set off, in whatever order they came."""
    every = [versions[0] for versions in made.values()]
    voided = {log["voids"] for log in every if log["kind"] == "void"}
    hurts = {
        ("hurt", log["id"], HURT_LEVEL[log["feeling"]], log["id"] in voided) for log in every if log["kind"] == "hurt"
    }
    told = {(log["kind"], log["id"], WAITS[log["kind"]], log["id"] in voided) for log in every if waits(log)}
    consents = {
        (log["id"], log["version"], log["given"])
        for log in every
        if log["kind"] == "consent" and log["id"] not in voided
    }
    return hurts | told | consents


def waits(log: dict[str, Any]) -> bool:
    """Whether something but a pain asks for a therapist: a question, a note for her, a body that answers badly."""
    if log["kind"] == "reaction":
        return log["answer"] in ("worse", "new_sign")
    return log["kind"] == "question" or (log["kind"] == "note" and not log["private"])
