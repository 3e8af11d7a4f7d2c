"""Fields that several nouns share: ids, instants, days, zones, plain text."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any
from zoneinfo import available_timezones

from marshmallow import ValidationError, fields, validate

from pith.domain.accounts import LANGUAGES
from pith.domain.days import in_utc

UUID_TEXT = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
ZONES = available_timezones()


class Id(fields.String):
    """A UUID in lower case, 36 characters."""

    def __init__(self, **kwargs: Any) -> None:
        check = validate.Regexp(re.compile(rf"\A{UUID_TEXT.pattern}\Z"), error="Not an id.")
        super().__init__(validate=check, metadata={"format": "uuid"}, **kwargs)


class SentOnce(Id):
    """The id that whoever sends a form chose for it: sent twice it stands once. Left out, the server makes one."""

    def __init__(self) -> None:
        super().__init__(load_default=None)


class Instant(fields.AwareDateTime):
    """An instant with its zone in ISO 8601; written in UTC with a Z."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="iso", default_timezone=None, **kwargs)

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else instant_text(value)


def instant_text(value: datetime) -> str:
    return in_utc(value).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Day(fields.String):
    """A local date as lived, `YYYY-MM-DD`."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(validate=_day, metadata={"format": "date"}, **kwargs)


def _day(value: str) -> None:
    try:
        good = date.fromisoformat(value).isoformat() == value
    except ValueError:
        good = False
    if not good:
        raise ValidationError("Not a date (YYYY-MM-DD).")


class Zone(fields.String):
    """An IANA time zone name."""

    # Not OneOf: the list of zones stays out of the API document, because it changes with tzdata, not with us.
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(validate=_zone, **kwargs)


class Language(fields.String):
    """A language that Pith speaks."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(validate=validate.OneOf(LANGUAGES), **kwargs)


def _zone(value: str) -> None:
    if value not in ZONES:
        raise ValidationError("Not a known time zone.")


class Text(fields.String):
    """Text from people: no NUL, no lone surrogates (PostgreSQL and UTF-8 refuse them), trimmed, of given length."""

    def __init__(self, *, low: int = 0, high: int, **kwargs: Any) -> None:
        self.low, self.high = low, high
        super().__init__(validate=[validate.Length(min=low, max=high), _clean], **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        return str(super()._deserialize(value, attr, data, **kwargs)).strip()


def _clean(value: str) -> None:
    if "\x00" in value or any("\ud800" <= mark <= "\udfff" for mark in value):
        raise ValidationError("This text has a character that cannot be stored.")
