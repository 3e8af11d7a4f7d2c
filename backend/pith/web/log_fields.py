"""Strict fields of a log: each says in one place (`fault`) what it takes, in code words a phone can act on.

Marshmallow runs them for the words of an error and for the API document; `log_check` runs the same `fault` without
marshmallow's cost. A value is never converted: a log is kept as it was sent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate

from pith.domain.days import read_instant

WRONG_TYPE, OUT_OF_RANGE, TOO_LONG, BAD_TEXT = "wrong_type", "out_of_range", "too_long", "bad_text"
INT32 = 2**31 - 1
_UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_MESSAGES: Any = {"required": "missing", "null": "null", "validator_failed": OUT_OF_RANGE, "invalid": WRONG_TYPE}

Fault = Callable[[Any], str | None]


class Checked(fields.Field[Any]):
    """A field whose whole rule is `fault(value)`: a code word, or None when the value is taken as it is."""

    default_error_messages = _MESSAGES

    def __init__(self, fault: Fault, *, optional: bool = False, null: bool = False, **document: Any) -> None:
        super().__init__(required=not optional, allow_none=null, metadata=document)
        self.fault = fault

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        code = self.fault(value)
        if code is not None:
            raise ValidationError(code)
        return value


def text(high: int, *, low: int = 0, **rest: Any) -> Checked:
    """Plain text of `low` to `high` characters, without NUL (PostgreSQL refuses it)."""

    def fault(value: Any) -> str | None:
        if type(value) is not str:
            return WRONG_TYPE
        if len(value) > high:
            return TOO_LONG
        if len(value) < low:
            return OUT_OF_RANGE
        return BAD_TEXT if "\x00" in value else None

    return Checked(fault, type="string", minLength=low, maxLength=high, **rest)


def matching(pattern: str, *, high: int, **rest: Any) -> Checked:
    """Text of one exact form."""
    match = re.compile(pattern).fullmatch

    def fault(value: Any) -> str | None:
        if type(value) is not str:
            return WRONG_TYPE
        return None if len(value) <= high and match(value) else OUT_OF_RANGE

    return Checked(fault, type="string", pattern=f"^{pattern}$", maxLength=high, **rest)


def log_id(**rest: Any) -> Checked:
    """A UUID in lower case, made by the phone."""
    return matching(_UUID, high=36, format="uuid", **rest)


def one_of(words: Iterable[str], **rest: Any) -> Checked:
    """One of a closed list of words."""
    allowed = tuple(words)
    known = frozenset(allowed)

    def fault(value: Any) -> str | None:
        if type(value) is not str:
            return WRONG_TYPE
        return None if value in known else OUT_OF_RANGE

    shown = [*allowed, None] if rest.get("null") else list(allowed)
    return Checked(fault, type="string", enum=shown, **rest)


def whole(low: int, high: int = INT32, **rest: Any) -> Checked:
    """A whole number; 9.0 is one (JSON Schema says so), true is not."""

    def fault(value: Any) -> str | None:
        kind = type(value)
        if kind is not int and not (kind is float and value.is_integer()):
            return WRONG_TYPE
        return None if low <= value <= high else OUT_OF_RANGE

    return Checked(fault, type="integer", minimum=low, maximum=high, **rest)


def boolean(**rest: Any) -> Checked:
    return Checked(lambda value: None if type(value) is bool else WRONG_TYPE, type="boolean", **rest)


def day(**rest: Any) -> Checked:
    """A local date as lived, `YYYY-MM-DD`."""

    def fault(value: Any) -> str | None:
        if type(value) is not str:
            return WRONG_TYPE
        try:
            return None if len(value) == 10 and date.fromisoformat(value) else OUT_OF_RANGE
        except ValueError:
            return OUT_OF_RANGE

    return Checked(fault, type="string", format="date", **rest)


_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,12})?([Zz]|[+-]\d\d:\d\d)", re.ASCII).fullmatch


def instant(**rest: Any) -> Checked:
    """An instant with its zone, RFC 3339. Any year is taken: wrong clocks are flagged, never refused."""

    def fault(value: Any) -> str | None:
        if type(value) is not str:
            return WRONG_TYPE
        if len(value) > 40 or not _INSTANT(value):
            return OUT_OF_RANGE
        try:
            read_instant(value)
        except ValueError:
            return OUT_OF_RANGE
        return None

    return Checked(fault, type="string", format="date-time", **rest)


def anything(*, nodes: int = 400, depth: int = 8, high: int = 4_000, **rest: Any) -> Checked:
    """Any JSON value of bounded size: at most `nodes` values, `depth` levels, texts of `high` characters."""

    def fault(value: Any) -> str | None:
        return json_fault(value, nodes=nodes, depth=depth, high=high)

    return Checked(fault, **rest)


def mapping(*, nodes: int = 400, **rest: Any) -> Checked:
    """A JSON object of bounded size, from names to any JSON value."""

    def fault(value: Any) -> str | None:
        return json_fault(value, nodes=nodes, depth=6, high=4_000) if type(value) is dict else WRONG_TYPE

    return Checked(fault, type="object", additionalProperties=True, **rest)


def json_fault(value: Any, *, nodes: int, depth: int, high: int) -> str | None:
    """Why a JSON value of free shape is refused, or None. Walks level by level, so that no depth can exhaust it."""
    level: list[Any] = [value]
    for _ in range(depth):
        nodes -= len(level)
        if nodes < 0:
            return TOO_LONG
        inner: list[Any] = []
        for part in level:
            if type(part) is str:
                if len(part) > high:
                    return TOO_LONG
                if "\x00" in part:
                    return BAD_TEXT
            elif type(part) is dict:
                inner += part.keys()
                inner += part.values()
            elif type(part) is list:
                inner += part
        if not inner:
            return None
        level = inner
    return "too_deep"


def entries(schema: type[Schema], *, high: int, optional: bool = False) -> fields.List[Any]:
    """A list of at most `high` objects of one schema."""
    return fields.List(
        fields.Nested(schema, error_messages={"type": WRONG_TYPE, **_MESSAGES}),
        required=not optional,
        validate=validate.Length(max=high, error=OUT_OF_RANGE),
        error_messages=_MESSAGES,
    )


def words(allowed: Iterable[str], **rest: Any) -> Checked:
    """A set of words of a closed list, each at most once."""
    known = tuple(allowed)
    inner = frozenset(known)

    def fault(value: Any) -> str | None:
        if type(value) is not list or any(type(word) is not str for word in value):
            return WRONG_TYPE
        return None if len(set(value)) == len(value) and inner.issuperset(value) else OUT_OF_RANGE

    shape: Any = {"type": "array", "items": {"type": "string", "enum": list(known)}, "uniqueItems": True}
    return Checked(fault, **shape, **rest)
