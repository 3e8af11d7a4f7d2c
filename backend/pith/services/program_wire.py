"""A program between its forms: what a request says, what a row holds, what a phone reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from pith.content.policy_json import screened
from pith.domain.catalogue import Catalogue, Dose, Level, Own, Photo, Swap, Technique, swaps
from pith.domain.days import read_instant
from pith.domain.program_changes import Change
from pith.domain.program_compose import DoseDraft, Draft, ItemDraft, OverrideDraft
from pith.domain.program_safety import LONGEST_HOLD_S, Given, Safety
from pith.domain.programs import Item, Plan, dose_seconds, fitted, setup_seconds
from pith.domain.screening import Override
from pith.store.programs import ProgramVersion


def draft_of(data: Mapping[str, Any]) -> Draft:
    """The draft in a request `{items, days, reason, starts_on?, over_limit_reason?}` whose shape was checked."""
    starts_on = data.get("starts_on")
    return Draft(
        items=tuple(_item_draft(item) for item in data["items"]),
        days=tuple(data["days"]),
        reason=data["reason"],
        starts_on=date.fromisoformat(starts_on) if starts_on else None,
        over_limit_reason=data.get("over_limit_reason") or None,
    )


def _item_draft(data: Mapping[str, Any]) -> ItemDraft:
    days = data.get("days")
    return ItemDraft(
        technique_id=data["technique_id"],
        level=data["level"],
        side=data.get("side"),
        dose={side: DoseDraft(**dose) for side, dose in (data.get("dose") or {}).items()},
        days=None if days is None else tuple(days),
        note=data.get("note"),
        overrides=tuple(
            OverrideDraft(one["role"], one["reason"], date.fromisoformat(one["cleared_on"]))
            for one in data.get("overrides") or ()
        ),
    )


def plan_of(row: ProgramVersion) -> Plan:
    """What a stored version prescribes."""
    return Plan(
        items=tuple(_item(item) for item in row.items),
        days=tuple(row.days),
        starts_on=date.fromisoformat(row.starts_on),
    )


def _item(data: Mapping[str, Any]) -> Item:
    return Item(
        key=data["key"],
        technique_id=data["technique_id"],
        level=data["level"],
        side=data["side"],
        dose={side: Dose(**dose) for side, dose in data["dose"].items()},
        days=None if data["days"] is None else tuple(data["days"]),
        note=data["note"],
    )


def version_summary(row: ProgramVersion) -> dict[str, Any]:
    """A version without its items."""
    return {
        "id": row.id,
        "number": row.number,
        "base_version": row.base_version,
        "author": {"id": row.author_id, "name": row.author_name},
        "reason": row.reason,
        "over_limit_reason": row.over_limit_reason,
        "created_at": row.created_at,
        "starts_on": row.starts_on,
        "days": row.days,
        "dose_s": row.dose_s,
        "with_setup_s": row.with_setup_s,
        "warnings": row.warnings,
        "content_version": row.content_version,
    }


def change_view(change: Change) -> dict[str, Any]:
    return {
        "code": change.code,
        "technique_id": change.technique_id,
        "key": change.key,
        "side": change.side,
        "from": change.before,
        "to": change.after,
    }


def frozen(item: Item, catalogue: Catalogue, safety: Safety | None = None) -> dict[str, Any]:
    """An item in its wire form, with everything of the technique that it needs for as long as it is kept; and what the
    rules did with it, where one spoke."""
    technique = catalogue.techniques[item.technique_id]
    dose = {side: asdict(dose) for side, dose in item.dose.items()}
    return {
        "key": item.key,
        "technique_id": item.technique_id,
        "level": item.level,
        "side": item.side,
        "days": None if item.days is None else list(item.days),
        "note": item.note,
        "dose": dose,
        "dose_s": dose_seconds(item.dose),
        "setup_s": setup_seconds(item.dose),
        "snapshot": _snapshot(item, technique, catalogue, safety),
        **({} if technique.own is None else {"technique": _own_view(technique, technique.own)}),
        **({} if safety is None else {"safety": _safety_view(safety)}),
    }


def _own_view(technique: Technique, own: Own) -> dict[str, Any]:
    """Of a practice's own technique: what the rules read of it, which no phone has in its copy, and its picture."""
    return {
        "version": own.version,
        "screened": screened(technique),
        "photo": None if own.photo is None else photo_view(own.photo),
    }


def photo_view(photo: Photo) -> dict[str, Any]:
    return {"url": f"/api/v1/photos/{photo.id}", "alt": photo.alt, "width": photo.width, "height": photo.height}


def _safety_view(safety: Safety) -> dict[str, Any]:
    return {
        "asked_level": safety.asked_level,
        "verdict": safety.verdict.do,
        "rules": list(safety.verdict.rules),
        "needs": list(safety.verdict.needs),
        "limits": dict(safety.verdict.limits),
        "clipped": list(safety.clipped),
        "overrides": [_override_view(one) for one in safety.overrides],
    }


def _override_view(given: Given) -> dict[str, Any]:
    return {
        "role": given.override.needs,
        "reason": given.override.reason,
        "cleared_on": given.override.on.isoformat(),
        "expires_on": given.override.expires_on.isoformat(),
        "basis": given.override.basis,
        "up_to_level": given.override.level,
        "by": {"id": given.by_id, "name": given.by_name},
        "at": given.at.isoformat(),
    }


def overrides_kept(row: ProgramVersion | None) -> dict[str, tuple[Given, ...]]:
    """The overrides that stand in a version, by technique."""
    return {
        item["technique_id"]: tuple(_given(one) for one in item["safety"]["overrides"])
        for item in (row.items if row else ())
        if "safety" in item
    }


def _given(one: Mapping[str, Any]) -> Given:
    override = Override(
        needs=one["role"],
        reason=one["reason"],
        on=date.fromisoformat(one["cleared_on"]),
        basis=one["basis"],
        level=one["up_to_level"],
        expires_on=date.fromisoformat(one["expires_on"]),
    )
    return Given(override, one["by"]["id"], one["by"]["name"], read_instant(one["at"]))


def _snapshot(item: Item, technique: Technique, catalogue: Catalogue, safety: Safety | None) -> dict[str, Any]:
    level = technique.at(item.level)
    longest = max(dose.total_s for dose in item.dose.values())
    return {
        "name": technique.name,
        "steps": list(level.steps),
        "feel": technique.feel,
        "tools": list(level.tools),
        "props": list(level.props),
        "pos": list(level.pos),
        "style": level.style,
        "load": level.load,
        "hard": level.hard,
        "regions": list(technique.regions),
        "near": near_view(level, catalogue),
        "stop": stop_view(technique, catalogue),
        "ladder": list(technique.ladder),
        "swaps": [
            swap_view(
                swap, catalogue, longest, LONGEST_HOLD_S if safety is None else safety.swap_holds[swap.level.number]
            )
            for swap in swaps(technique, item.level, catalogue.tools)
            if safety is None or swap.level.number in safety.swap_holds
        ],
    }


def near_view(level: Level, catalogue: Catalogue) -> list[dict[str, str]]:
    return [{"id": id_, "say": catalogue.near[id_].say} for id_ in level.near]


def stop_view(technique: Technique, catalogue: Catalogue) -> list[dict[str, Any]]:
    signs = [catalogue.stop_signs[id_] for id_ in technique.stop]
    return [{"id": sign.id, "text": sign.text, "urgent": sign.urgent} for sign in signs]


def swap_view(
    swap: Swap, catalogue: Catalogue, longest_s: int | None = None, most_hold_s: int = LONGEST_HOLD_S
) -> dict[str, Any]:
    """A safe other way. With `longest_s` its dose on a side is cut to that: a swap never makes a day longer; nor does
    it hold longer than `most_hold_s`."""
    level = swap.level
    dose = level.dose if longest_s is None else fitted(level.dose, longest_s)
    dose = replace(dose, hold_s=min(dose.hold_s, most_hold_s))
    return {
        "reason": swap.reason,
        "tool": swap.tool,
        "level": level.number,
        "steps": list(level.steps),
        "tools": list(level.tools),
        "props": list(level.props),
        "pos": list(level.pos),
        "style": level.style,
        "load": level.load,
        "hard": level.hard,
        "side": level.side,
        "near": near_view(level, catalogue),
        "dose": dose_view(level, dose),
    }


def dose_view(level: Level, dose: Dose) -> dict[str, Any]:
    """One side's dose with how many sides it is meant for; `breaths` where the catalogue counts in them."""
    counted = {"breaths": level.breaths} if level.breaths and dose.hold_s == level.dose.hold_s else {}
    return asdict(dose) | counted | {"sides": level.sides, "total_s": level.sides * dose.total_s}
