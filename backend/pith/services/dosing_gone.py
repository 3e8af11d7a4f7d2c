"""What a technique touched that a client practised and that her program has no more."""

from __future__ import annotations

from collections.abc import Mapping

from pith.services.dosing_told import Told
from pith.services.transaction import AnySession
from pith.store import programs as programs_store
from pith.store.programs import ProgramVersion


def regions_gone(session: AnySession, version: ProgramVersion, told: Told) -> Mapping[str, frozenset[str]]:
    """By technique, as the programs say under which it was practised. Inside the caller's transaction."""
    here = {item["technique_id"] for item in version.items}
    numbers = {
        body["program_version"]
        for _, body in told.of("session")
        if body["program_version"] != version.number and any(one["technique_id"] not in here for one in body["items"])
    }
    found: dict[str, frozenset[str]] = {}
    for number in sorted(numbers):
        earlier = programs_store.one_version(session, version.practice_id, version.client_id, number)
        for item in earlier.items if earlier else ():
            if item["technique_id"] not in here:
                found[item["technique_id"]] = frozenset(item["snapshot"]["regions"])
    return found
