"""The keys that sign pushes, while they change: an old one goes on signing until no browser needs it any more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from pith.push.sealing import Sealer
from pith.services.subscriptions import id_of, keys_of
from pith.services.transaction import AnySession, read, write
from pith.store import reminders as store
from pith.store.browsers import living_by_key

# A key that nobody knows is looked for again after this long.
_LOOKS_EVERY = timedelta(seconds=30)


@dataclass(frozen=True)
class KeyState:
    """One key: `living` browsers were made for it; `signs_new`: new ones are."""

    id: str
    made_at: datetime
    living: int
    signs_new: bool


class Sealers:
    """A sealer for each key of this installation, those made after the start too."""

    def __init__(self, session: AnySession, clock: Callable[[], datetime], master: bytes, contact: str) -> None:
        self._session, self._clock, self._master, self._contact = session, clock, master, contact
        self._known: dict[str, Sealer] = {}
        self._looked: datetime | None = None
        self._look()

    def get(self, key_id: str, /) -> Sealer | None:
        """None for a key that this installation does not have."""
        if key_id not in self._known and (self._looked is None or self._clock() - self._looked >= _LOOKS_EVERY):
            self._look()
        return self._known.get(key_id)

    def _look(self) -> None:
        for key in keys_of(self._session, self._master):
            if key.id not in self._known:
                self._known[key.id] = Sealer(key, self._contact, self._clock)
        self._looked = self._clock()


def states(session: AnySession) -> list[KeyState]:
    """Every key, the one for new browsers first."""
    with read(session):
        living, rows = living_by_key(session), store.push_keys(session)
        return [
            KeyState(id_of(row), row.made_at, living.get(id_of(row), 0), place == 0) for place, row in enumerate(rows)
        ]


def retire(session: AnySession) -> int:
    """Forgets old keys that no living browser was made for; how many there were. What is signed by them would reach
    nobody."""
    with write(session):
        living = living_by_key(session)
        old = [row for row in store.push_keys(session)[1:] if not living.get(id_of(row))]
        for row in old:
            session.delete(row)
    return len(old)
