"""The parts of the content that a clinician signs one by one, and the version of each.

A version is a mark of the very bytes of its files in every language: whoever signs, signs these words, and any change
to them is unsigned again without anybody having to think of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from pith.domain.accounts import LANGUAGES

# The globs of each part; the same names below a language's folder belong to it too.
PARTS = {
    "rules": ("rules.yaml", "screening.yaml", "thresholds.yaml"),
    "flags": ("flags.yaml", "intake.yaml"),
    "techniques": (
        "techniques/*.yaml",
        "adjacency.yaml",
        "labels.yaml",
        "regions.yaml",
        "starters.yaml",
        "stop_signs.yaml",
        "tools.yaml",
        "zones.yaml",
    ),
}
_LENGTH = 12


def part_versions(root: Path) -> dict[str, str]:
    """The version of each part of the content below `root`."""
    return {part: _mark(root, files) for part, files in PARTS.items()}


def _mark(root: Path, files: Iterable[str]) -> str:
    mark = hashlib.sha256()
    for folder in (root, *(root / language for language in LANGUAGES[1:])):
        for file in files:
            for path in sorted(folder.glob(file)):
                data = path.read_bytes()
                mark.update(f"{path.relative_to(root).as_posix()} {len(data)}\n".encode() + data)
    return mark.hexdigest()[:_LENGTH]
