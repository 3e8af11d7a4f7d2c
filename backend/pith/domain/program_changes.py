"""What differs between two versions, as typed changes that both sides put into words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from pith.domain.catalogue import Dose
from pith.domain.programs import Item, Plan

# In the order in which they are told: what came and went, then how each changed, then the frame.
CODES = ("added", "removed", "level", "side", "dose", "item_days", "note", "order", "days", "starts_on")


@dataclass(frozen=True)
class Change:
    """`technique_id` and `key` are None for the program's frame; `side` names the timer of a dose. Values are JSON."""

    code: str
    before: Any
    after: Any
    technique_id: str | None = None
    key: str | None = None
    side: str | None = None


def changes(old: Plan | None, new: Plan) -> tuple[Change, ...]:
    """Everything that differs, items matched by key; against None every item is `added`."""
    before = {_same(item): item for item in old.items} if old else {}
    after = {_same(item): item for item in new.items}
    found: list[Change] = []
    for same, item in after.items():
        if same in before:
            found += _of_item(before[same], item)
        else:
            found.append(_change("added", item, None, _summary(item)))
    found += [_change("removed", item, _summary(item), None) for same, item in before.items() if same not in after]
    if old:
        found += _of_frame(old, new)
    return tuple(sorted(found, key=lambda change: CODES.index(change.code)))


def _same(item: Item) -> tuple[str, str]:
    """A key that was freed may be given to another technique some versions later."""
    return item.key, item.technique_id


def _of_item(old: Item, new: Item) -> list[Change]:
    found = [
        _change(code, new, before, after)
        for code, before, after in (
            ("level", old.level, new.level),
            ("side", old.side, new.side),
            ("item_days", _days(old), _days(new)),
            ("note", old.note, new.note),
        )
        if before != after
    ]
    for timer in dict.fromkeys((*old.dose, *new.dose)):
        if old.dose.get(timer) != new.dose.get(timer):
            found.append(
                Change(
                    "dose",
                    _dose(old.dose, timer),
                    _dose(new.dose, timer),
                    technique_id=new.technique_id,
                    key=new.key,
                    side=timer,
                )
            )
    return found


def _of_frame(old: Plan, new: Plan) -> list[Change]:
    kept = {_same(item) for item in old.items} & {_same(item) for item in new.items}
    before, after = ([item.key for item in plan.items if _same(item) in kept] for plan in (old, new))
    frame = (
        ("order", before, after),
        ("days", list(old.days), list(new.days)),
        ("starts_on", old.starts_on.isoformat(), new.starts_on.isoformat()),
    )
    return [Change(code, was, now) for code, was, now in frame if was != now]


def _change(code: str, item: Item, before: Any, after: Any) -> Change:
    return Change(code, before, after, technique_id=item.technique_id, key=item.key)


def _summary(item: Item) -> dict[str, Any]:
    return {
        "level": item.level,
        "side": item.side,
        "dose": {timer: asdict(dose) for timer, dose in item.dose.items()},
        "days": _days(item),
        "note": item.note,
    }


def _days(item: Item) -> list[int] | None:
    return None if item.days is None else list(item.days)


def _dose(doses: Mapping[str, Dose], timer: str) -> dict[str, int] | None:
    dose = doses.get(timer)
    return asdict(dose) if dose else None
