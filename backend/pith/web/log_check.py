"""From a phone's bytes to judged items: reads a batch that may hold anything, and says what is wrong with which.

Two ways, one truth: `Shape` is compiled once from each schema's own fields and only says yes or no; whatever it
refuses goes through marshmallow, whose words the phone is told. (Marshmallow alone took most of a push's time:
docs/performance.md.)
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Mapping
from typing import Any

import orjson
from marshmallow import Schema, fields

from pith.domain.errors import Invalid
from pith.domain.sync import SCHEMA, Fault, Received, upgraded
from pith.web.errors import flatten
from pith.web.log_fields import BAD_TEXT, WRONG_TYPE, Checked, json_fault
from pith.web.log_schemas import SCHEMAS, Part

log = logging.getLogger("pith")

_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}").fullmatch
_SHOWN = 64

SENTENCES = {
    "missing": "This is missing.",
    "null": "This may not be empty.",
    "unknown_field": "There is no such field.",
    WRONG_TYPE: "This is of the wrong kind.",
    "out_of_range": "This is not a value that fits here.",
    "too_long": "This is too long.",
    BAD_TEXT: "This text has a character that cannot be stored.",
}


def receive(item: Any, *, strict: bool = False) -> Received:
    """One item of a batch, with its fault if it has one. Never raises: one bad item blocks no other.

    `strict` says that the reader of the body takes no NaN and no infinity, so that none has to be looked for.
    """
    try:
        return _receive(item, strict)
    except Exception as error:
        # Our own fault, not the phone's: it is told to try again, and the operator sees which kind of error.
        log.exception("a log could not be checked: %s", type(error).__name__)
        return _refused(item, Fault("server_error", status="retry"))


def _receive(item: Any, strict: bool) -> Received:
    if type(item) is not dict:
        return _refused(item, Fault(WRONG_TYPE))
    if type(item.get("id")) is not str or not _ID(item["id"]):
        return _refused(item, Fault("invalid_id" if "id" in item else "missing", "id"))
    try:
        canonical = orjson.dumps(item, option=orjson.OPT_SORT_KEYS)
        odd = None if strict or b"null" not in canonical else _odd(item)
    except (TypeError, RecursionError):
        canonical, odd = _any_bytes(item), Fault(BAD_TEXT, _unwritable(item))
    newest = upgraded(item)
    fault, extra = (odd, frozenset[str]()) if odd else _check(newest)
    return Received(item["id"], item["id"], newest, canonical, fault, extra)


def _odd(item: dict[str, Any]) -> Fault | None:
    """orjson writes NaN and infinity as null: find them before that is taken for the truth."""
    for name, value in item.items():
        if value is not None and _no_number(value):
            return Fault("not_a_number", _printable(name)[:200])
    return None


def _no_number(value: Any) -> bool:
    level = [value]
    while level:
        inner: list[Any] = []
        for part in level:
            if type(part) is float and (part != part or part in (float("inf"), float("-inf"))):
                return True
            if type(part) is dict:
                inner += part.values()
            elif type(part) is list:
                inner += part
        level = inner
    return False


def _unwritable(item: dict[str, Any]) -> str | None:
    """The field that no JSON can carry on: a lone surrogate, a number beyond 64 bits, too deep a nest."""
    for name, value in item.items():
        try:
            orjson.dumps({name: value})
        except (TypeError, RecursionError):
            return _printable(name)[:200]
    return None


def _check(item: dict[str, Any]) -> tuple[Fault | None, frozenset[str]]:
    kind = item.get("kind")
    if type(kind) is not str or kind not in _SHAPES:
        return Fault("unknown_kind" if "kind" in item else "missing", "kind"), frozenset()
    shape = _SHAPES[kind]
    if shape.takes(item):
        return None, frozenset()
    newer = type(item.get("schema")) is int and SCHEMA < item["schema"] <= 1000
    part = shape.known(item) if newer else item
    extra = frozenset(item.keys() - part.keys())
    errors = shape.schema.validate(part)
    if errors:
        return _first(errors), extra
    too_much = json_fault(item, nodes=4_000, depth=16, high=16_000)
    return Fault(too_much) if too_much else None, extra


def _first(errors: dict[str, Any]) -> Fault:
    field, code = next(iter(flatten(errors).items()))
    return Fault(code.split(" ")[0], _printable(field)[:200])


def _printable(text: str) -> str:
    """Text that any database and any answer can carry."""
    return text.encode("utf-8", "replace").decode().replace("\x00", "?")


def _refused(item: Any, fault: Fault) -> Received:
    shown = item.get("id") if type(item) is dict else None
    shown = _printable(shown[:_SHOWN]) if type(shown) is str else None
    return Received(shown, None, item if type(item) is dict else {}, _any_bytes(item), fault)


def _any_bytes(item: Any) -> bytes:
    """The item as bytes, whatever is in it; what is nested beyond Python's depth is named instead of written."""
    try:
        return json.dumps(item, sort_keys=True).encode()
    except (ValueError, RecursionError):
        return b'"nested too deeply to be written"'


class Shape:
    """One schema, compiled: the rule of each name, the names that may be null, and those that must be there."""

    def __init__(self, made: Schema) -> None:
        self.schema = made
        self.rules: dict[str, Callable[[Any], Any]] = {}
        self.nulls: dict[str, Callable[[Any], Any]] = {}
        self.required = frozenset(name for name, field in made.fields.items() if field.required)
        self.inner: dict[str, Shape] = {}
        self.misfit: Callable[[Any], str | None] | None = _own_misfit(made)
        for name, field in made.fields.items():
            self.rules[name] = self._rule(name, field)
            if field.allow_none:
                self.nulls[name] = _nothing_wrong

    def takes(self, item: Any) -> bool:
        """Whether marshmallow would take it, for a tenth of the time."""
        if type(item) is not dict or not (len(item) == len(self.rules) or self.required <= item.keys()):
            return False
        rules = self.rules
        try:
            for name, value in item.items():
                if (rules[name] if value is not None else self.nulls[name])(value) is not None:
                    return False
        except KeyError:  # a name that is not known, or null where there may be none
            return False
        return self.misfit is None or self.misfit(item) is None

    def known(self, item: Any) -> Any:
        """The item without names that this schema does not know, inner parts too."""
        if type(item) is not dict:
            return item
        kept = {name: value for name, value in item.items() if name in self.rules}
        for name, shape in self.inner.items():
            if type(kept.get(name)) is list:
                kept[name] = [shape.known(part) for part in kept[name]]
            elif name in kept:
                kept[name] = shape.known(kept[name])
        return kept

    def _rule(self, name: str, field: fields.Field[Any]) -> Callable[[Any], Any]:
        if isinstance(field, Checked):
            return field.fault
        if isinstance(field, fields.Nested):
            shape = self.inner[name] = Shape(field.schema)
            return lambda value: None if shape.takes(value) else WRONG_TYPE
        if isinstance(field, fields.List) and isinstance(field.inner, fields.Nested):
            shape = self.inner[name] = Shape(field.inner.schema)
            return _list_rule(shape, field)
        raise TypeError(f"{name}: no compiled rule for {type(field).__name__}")


def _own_misfit(made: Schema) -> Callable[[Any], str | None] | None:
    """Most parts have no rule between their fields: those pay for none."""
    return made.misfit if isinstance(made, Part) and type(made).misfit is not Part.misfit else None


def _nothing_wrong(_: Any) -> None:
    return None


def _list_rule(shape: Shape, field: fields.List[Any]) -> Callable[[Any], Any]:
    (length,) = field.validators
    high = int(getattr(length, "max", 0))

    def rule(value: Any) -> str | None:
        if type(value) is not list or len(value) > high:
            return WRONG_TYPE
        takes = shape.takes
        for part in value:
            if not takes(part):
                return WRONG_TYPE
        return None

    return rule


_SHAPES: Mapping[str, Shape] = {kind: Shape(schema()) for kind, schema in SCHEMAS.items()}


def refuse_envelope(schema: Schema, body: Any) -> None:
    """Raises Invalid with the wrong fields of a batch's frame named."""
    errors = schema.validate(body) if type(body) is dict else {"_schema": [WRONG_TYPE]}
    raise Invalid({name: SENTENCES.get(code, code) for name, code in flatten(errors).items()})
