"""The numbers that a phone shows in an emergency: by its time zone, which says where it is, else by its language's
region. A number that is no number, or a zone or region that stands twice, refuses to start."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pith.content.reading import ROOT, Record, read_yaml

FILE = "emergency.yaml"
_NUMBER = re.compile(r"[0-9]{2,6}")
_REGION = re.compile(r"[A-Z]{2}")
_ZONE = re.compile(r"[A-Z]\w*(/\w*)*")


@dataclass(frozen=True)
class Numbers:
    """`zones`: by the beginning of a time zone's name, of which the longest counts; `regions`: by country code."""

    zones: Mapping[str, str]
    regions: Mapping[str, str]


def load_numbers(root: Path) -> Numbers:
    """Raises ContentError."""
    file = Record(FILE, ROOT, read_yaml(root, FILE))
    rows = file.raw("numbers")
    file.done()
    if not isinstance(rows, list):
        raise file.error("numbers", "is not a list")
    zones: dict[str, str] = {}
    regions: dict[str, str] = {}
    for place, row in enumerate(rows):
        record = Record(FILE, f"numbers.{place}", row)
        number = record.text("number")
        if not _NUMBER.fullmatch(number):
            raise record.error("number", f"{number!r} cannot be dialled")
        for field, shape, into in (("zones", _ZONE, zones), ("regions", _REGION, regions)):
            for key in record.some_texts(field):
                if not shape.fullmatch(key):
                    raise record.error(field, f"{key!r} is none")
                if key in into:
                    raise record.error(field, f"{key!r} stands twice")
                into[key] = number
        record.done()
    return Numbers(zones, regions)
