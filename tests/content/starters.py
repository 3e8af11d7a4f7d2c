"""Every starter at every level, as long as the server says, for the front end's test of the player.

Written by `python -m tests.content.starters > tests/contract/starters.json`.
"""

from __future__ import annotations

import json
from typing import Any

from pith.content.loader import load_content
from pith.domain.catalogue import Dose, Level, Starter, Technique
from pith.domain.programs import Item, length

CATALOGUE = load_content().catalogue


def written() -> str:
    rows = [json.dumps(case(starter, level)) for starter in CATALOGUE.starters.values() for level in (1, 2, 3)]
    return "[\n" + ",\n".join(rows) + "\n]\n"


def case(starter: Starter, number: int) -> dict[str, Any]:
    found = [CATALOGUE.techniques[name] for name in starter.techniques]
    levels = [level_of(technique, number) for technique in found]
    pairs = list(zip(found, levels, strict=True))
    items = [Item(technique.id, technique.id, number, "both", dose(level), None) for technique, level in pairs]
    whole = length(items)
    return {
        "name": f"{starter.id} at level {number}",
        "items": [
            {"technique_id": one.key, "style": level.style, "dose": {side: wire(d) for side, d in one.dose.items()}}
            for one, level in zip(items, levels, strict=True)
        ],
        "dose_s": whole.dose_s,
        "with_setup_s": whole.with_setup_s,
    }


def level_of(technique: Technique, number: int) -> Level:
    return technique.levels[number - 1]


def dose(level: Level) -> dict[str, Dose]:
    if level.sides == 2:
        return {"left": level.dose, "right": level.dose}
    return {"both" if level.side == "both" else "left": level.dose}


def wire(dose: Dose) -> dict[str, int]:
    return {"spots": dose.spots, "hold_s": dose.hold_s, "roll_s": dose.roll_s, "move_s": dose.move_s}


if __name__ == "__main__":
    print(written(), end="")
