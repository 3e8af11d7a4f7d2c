"""A client's words and the key that is hers alone: sealed on the way in, opened for whoever may read them."""

from __future__ import annotations

from typing import Any

import orjson

from pith.store.seal import seal, unseal


class ClientKey:
    """Opens the client's own key only when something has to be sealed or read. `wrapped` is the key as stored."""

    def __init__(self, master: bytes, practice_id: str, client_id: str, wrapped: bytes = b"") -> None:
        self._master, self._practice_id, self._client_id = master, practice_id, client_id
        self.wrapped = wrapped
        self._key: bytes | None = None

    def seal(self, table: str, row_id: str, plain: bytes) -> bytes:
        return seal(self._opened(), self._label(table, row_id), plain)

    def unseal(self, table: str, row_id: str, sealed: bytes) -> bytes:
        """Raises cryptography's InvalidTag when the bytes belong to another row or key."""
        return unseal(self._opened(), self._label(table, row_id), sealed)

    def _label(self, table: str, row_id: str) -> str:
        return f"{table}|{self._practice_id}|{self._client_id}|{row_id}"

    def _opened(self) -> bytes:
        if self._key is None:
            self._key = unseal(self._master, f"client|{self._client_id}", self.wrapped)
        return self._key


def whole_log(key: ClientKey, log_id: str, body: str, words: bytes | None) -> dict[str, Any]:
    """A stored log as the phone sent it, its sealed words put back."""
    item: dict[str, Any] = orjson.loads(body)
    if words is not None:
        item |= orjson.loads(key.unseal("log", log_id, words))
    return item
