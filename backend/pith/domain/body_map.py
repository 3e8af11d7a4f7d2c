"""The places of the body map: where it hurts, as a client can mark it, and the sides that each place has.

Source: domain.md 1.1 (30 regions; 13 places that no technique works on, so that nothing that hurts is unsayable).
The phone draws the same list; tests/contract/body_places.json holds both to it.
"""

from __future__ import annotations

from collections.abc import Mapping

_PAIR, _ACROSS = ("left", "right"), ("left", "middle", "right")
_MIDLINE, _ALL_OVER = ("middle",), ("both",)

# A limb, or what there is two of, has a left and a right. What lies across the midline has a middle too. The whole
# body is one mark; a scar may lie anywhere, so its side is told and its place is marked as the place where it lies.
SIDES_OF: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("head", "base_of_skull", "neck_back", "chest", "upper_back", "mid_back", "lower_back"), _ACROSS),
    **dict.fromkeys(("back_pelvis", "abdomen_contact_only", "belly", "scar_area"), _ACROSS),
    **dict.fromkeys(("face", "jaw", "neck_side", "shoulder_top", "shoulder_front", "shoulder_back"), _PAIR),
    **dict.fromkeys(("armpit", "breast", "side_ribs", "upper_arm", "elbow", "forearm_front"), _PAIR),
    **dict.fromkeys(("forearm_back", "wrist", "hand", "glute", "hip_side", "hip_front", "groin"), _PAIR),
    **dict.fromkeys(("thigh_front", "thigh_side", "thigh_back", "thigh_inner", "knee"), _PAIR),
    **dict.fromkeys(("calf", "shin", "ankle", "foot_top", "foot_sole"), _PAIR),
    **dict.fromkeys(("neck_front", "tailbone"), _MIDLINE),
    "whole_body": _ALL_OVER,
}


def can_be_marked(region: str, side: str) -> bool:
    """Whether the map has this place on this side."""
    return side in SIDES_OF.get(region, ())
