"""The name of a decision: the same on every phone and on the server, so that what was decided twice is one."""

from __future__ import annotations

import hashlib
from datetime import date

_SPACE = bytes.fromhex("6f0e1c526f0b5d5a9d436d0f4f3d0c11")
_VERSION, _VARIANT = 0x50, 0x80


def decision_id(client_id: str, on: date, rule: str, target: str) -> str:
    """UUIDv5 (RFC 9562) of client, local date, rule and target: one decision of a rule about a target a day."""
    made = bytearray(
        hashlib.sha1(_SPACE + f"{client_id}/{on}/{rule}/{target}".encode(), usedforsecurity=False).digest()
    )
    made[6] = made[6] & 0x0F | _VERSION
    made[8] = made[8] & 0x3F | _VARIANT
    text = made[:16].hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
