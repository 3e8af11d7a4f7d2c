"""Reading a body's JSON, the same way for every door."""

from __future__ import annotations

import json
from typing import Any

import orjson


class Unreadable(Exception):
    """The body is no JSON at all."""


def read_json(body: bytes) -> Any:
    """The body's JSON. Text that is JSON but for one odd value (a lone surrogate, NaN, 1e400) is read as well, so
    that the odd item can be refused by itself. Raises Unreadable; nothing at all is unreadable, too."""
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        pass
    try:
        return json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Unreadable() from error
