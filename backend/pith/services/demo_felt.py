"""What somebody in the demo says of a spot while she presses on it, as the player asks: at the start, in between, at
the end, each with one drag or not at all."""

from __future__ import annotations

from random import Random
from typing import Any

_PRESSING = ("sustained_hold", "slow_roll", "active_movement")
_TIME_TO_ASK_S, _LONG_S = 16, 45
_ANSWERS, _STAYS = 0.85, 0.9  # how often she says how it is at the start, and how often then at the end, too
_TENDER_ANYHOW, _TENDER_BY_PAIN = 2.0, 0.3  # a spot is sought where it is tender, also on a day without pain
_STRONGEST = 5  # from 6 on she comes off the spot, and the rules take a step back


def felt(style: str, dose: dict[str, int], pain: int, random: Random) -> dict[str, Any]:
    """`softening` and `holds` of one side, on a day with this pain before."""
    tenderness = _TENDER_ANYHOW + _TENDER_BY_PAIN * pain
    asked = style in _PRESSING and dose["hold_s"] >= _TIME_TO_ASK_S
    holds = [_hold(spot, dose["hold_s"], tenderness, random) for spot in range(1, dose["spots"] + 1)] if asked else []
    told = [hold for hold in holds if hold["start"] is not None]
    both = [(start, end) for start, end in map(_ends, told) if start is not None and end is not None]
    softening = {"start": _mean([start for start, _ in both]), "end": _mean([end for _, end in both])} if both else None
    return {"softening": softening} | ({"holds": told} if told else {})


def _hold(spot: int, seconds: int, tenderness: float, random: Random) -> dict[str, int | None]:
    start = tenderness + random.gauss(0, 0.8)
    end = start - max(0.0, random.gauss(1.8, 0.9))
    answers, stays = random.random() < _ANSWERS, random.random() < _STAYS
    return {
        "spot": spot,
        "start": _score(start) if answers else None,
        "discomfort": _score((start + end) / 2) if answers and seconds >= _LONG_S else None,
        "end": _score(end) if answers and stays else None,
    }


def _ends(hold: dict[str, int | None]) -> tuple[int | None, int | None]:
    return hold["start"], hold["end"]


def _score(value: float) -> int:
    return min(_STRONGEST, max(0, round(value)))


def _mean(scores: list[int]) -> int:
    """Half up, as on the phone."""
    return int(sum(scores) / len(scores) + 0.5)
