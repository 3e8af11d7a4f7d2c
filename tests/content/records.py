"""The techniques as the checks of the pictograms read them.

Written by `python -m tests.content.records > tests/contract/techniques.json`.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import yaml

from pith.content.loader import DATA

LEVEL = ("pos", "tools", "props", "style", "load", "side", "near", "steps")


def records() -> list[dict[str, Any]]:
    """Every technique of the content in its file's order, only with what a picture has to agree with."""
    found = []
    for path in sorted((DATA / "techniques").glob("*.yaml")):
        for technique in yaml.safe_load(path.read_text()):
            levels = [{key: level[key] for key in LEVEL} for level in technique["levels"].values()]
            kept = {key: technique[key] for key in ("id", "name", "regions")}
            found.append({**kept, "family": path.stem, "levels": levels})
    return found


def written() -> str:
    """One technique a line: small changes stay small in a diff."""
    lines = [json.dumps(record, ensure_ascii=False) for record in records()]
    return "[\n" + ",\n".join(lines) + "\n]\n"


if __name__ == "__main__":
    sys.stdout.write(written())
