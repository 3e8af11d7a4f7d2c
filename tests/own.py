"""A technique as a practice writes it, for tests."""

from __future__ import annotations

from typing import Any

from tests.cast import Someone

PATH = "/api/v1/practices/me/techniques"


def level(**changes: Any) -> dict[str, Any]:
    return {
        "ladder": "light",
        "steps": ["Stand beside a wall.", "Put the ball at the side of your thigh.", "Lean in and breathe."],
        "tools": ["soft_ball"],
        "props": ["wall"],
        "pos": ["standing_wall"],
        "style": "sustained_hold",
        "load": "lean",
        "side": "per_side",
        "near": [],
        "dose": {"spots": 2, "breaths": 3, "roll_s": 0, "move_s": 0},
        **changes,
    }


def body(**changes: Any) -> dict[str, Any]:
    return {
        "name": "Side of the thigh at the wall",
        "regions": ["thigh_side"],
        "lines": ["ll"],
        "for": ["itb_runner"],
        "feel": "A dull ache that eases.",
        "stop": ["leg_tingling"],
        "exclude": ["varicose_veins"],
        "caution": ["bruises_easily"],
        "levels": [level()],
        **changes,
    }


def written(who: Someone, **changes: Any) -> dict[str, Any]:
    """A new technique of her practice, as the server answers it."""
    answer = who.http.post(PATH, json=body(**changes))
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.get_json()
    return found
