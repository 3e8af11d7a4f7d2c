"""Reads the YAML files strictly: every value asked for by name and kind, and nothing left over."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import yaml

try:
    from yaml import CSafeLoader as BaseLoader
except ImportError:  # PyYAML was built without libyaml: the same result, slower
    from yaml import SafeLoader as BaseLoader  # type: ignore[assignment]

ROOT = "(whole file)"
T = TypeVar("T")


class ContentError(Exception):
    """Content that must not be used. The one line names the file, the id and the field, and what is wrong there."""

    def __init__(self, file: str, id_: str, field: str, problem: str) -> None:
        super().__init__(f"content/{file}: {id_}: {field}: {problem}")
        self.file, self.id, self.field, self.problem = file, id_, field, problem


class _Loader(BaseLoader):
    """YAML that refuses a key given twice instead of keeping the last one."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Hashable, Any]:
        found: dict[Hashable, Any] = super().construct_mapping(node, deep)
        if len(found) != len(node.value):
            raise yaml.constructor.ConstructorError(None, None, "a key stands twice", node.start_mark)
        return found


def read_yaml(root: Path, file: str) -> Any:
    """The parsed file. Raises ContentError when it is missing or is not YAML."""
    try:
        return yaml.load((root / file).read_bytes(), _Loader)
    except OSError as error:
        raise ContentError(file, ROOT, "file", f"cannot be read ({error.strerror})") from error
    except (yaml.YAMLError, UnicodeDecodeError, ValueError) as error:
        raise ContentError(file, ROOT, "yaml", " ".join(str(error).split())) from error


class Record:
    """One mapping of a file. Each getter marks its field as known; `done` refuses what nobody asked for."""

    def __init__(self, file: str, id_: str, data: Any, field: str = "") -> None:
        self.file, self.id, self.field = file, id_, field
        if not isinstance(data, dict):
            raise self.error("", "is not a mapping of fields")
        self._data: dict[Any, Any] = data
        self._asked: set[Any] = set()

    def error(self, field: str, problem: str) -> ContentError:
        path = ".".join(part for part in (self.field, field) if part)
        return ContentError(self.file, self.id, path or "record", problem)

    def has(self, field: str) -> bool:
        return field in self._data

    def raw(self, field: str | int) -> Any:
        self._asked.add(field)
        if field not in self._data:
            raise self.error(str(field), "is missing")
        return self._data[field]

    def text(self, field: str) -> str:
        return self._text(field, self.raw(field))

    def texts(self, field: str) -> tuple[str, ...]:
        values = self.raw(field)
        if not isinstance(values, list):
            raise self.error(field, "is not a list")
        return tuple(self._text(f"{field}.{place}", value) for place, value in enumerate(values))

    def some_texts(self, field: str) -> tuple[str, ...]:
        values = self.texts(field)
        if not values:
            raise self.error(field, "is empty")
        return values

    def whole(self, field: str, low: int, high: int) -> int:
        value = self.raw(field)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise self.error(field, f"{value!r} is not a whole number from {low} to {high}")
        return value

    def choice(self, field: str, known: Collection[str], what: str) -> str:
        value = self.text(field)
        self.known(field, [value], known, what)
        return value

    def choices(self, field: str, known: Collection[str], what: str) -> tuple[str, ...]:
        values = self.texts(field)
        self.known(field, values, known, what)
        if len(set(values)) != len(values):
            raise self.error(field, "names one twice")
        return values

    def known(self, field: str, values: Iterable[str], known: Collection[str], what: str) -> None:
        for value in values:
            if value not in known:
                raise self.error(field, f"{value!r} is not a known {what}")

    def record(self, field: str) -> Record:
        path = ".".join(part for part in (self.field, field) if part)
        return Record(self.file, self.id, self.raw(field), path)

    def names(self) -> list[Any]:
        return list(self._data)

    def done(self) -> None:
        for field in self._data:
            if field not in self._asked:
                raise self.error(str(field), "is not a field of this record")

    def _text(self, field: str, value: Any) -> str:
        if isinstance(value, bool) or value is None:
            raise self.error(field, f"{value!r} is not text; quote words such as yes, no, on, off, null")
        if not isinstance(value, str) or not value.strip():
            raise self.error(field, f"{value!r} is not text")
        return value


def by_id(file: str, rows: Any, make: Callable[[Record], T]) -> dict[str, T]:
    """The list of records as a dict by `id`, in file order. Raises ContentError on a missing or doubled id."""
    if not isinstance(rows, list):
        raise ContentError(file, ROOT, "list", "is not a list of records")
    found: dict[str, T] = {}
    for place, row in enumerate(rows):
        first = Record(file, f"record {place + 1}", row)
        id_ = first.text("id")
        record = Record(file, id_, row)
        record.text("id")
        if id_ in found:
            raise record.error("id", "stands twice")
        found[id_] = make(record)
        record.done()
    return found
