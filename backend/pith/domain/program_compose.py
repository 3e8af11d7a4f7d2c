"""From what a therapist wrote down to a plan within the limits, or to every field that needs mending.

Limits: DECISIONS "Content" and the domain brief 3.1. Hard: 720 s of dose a day, holds, rolls. Soft: warnings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from pith.domain.catalogue import BREATH_S, LEVELS, Catalogue, Dose, Level, Technique
from pith.domain.errors import Invalid
from pith.domain.programs import WEEK, Item, Length, Plan, heaviest, on_weekday, week

DAY_LIMIT_S = 720
DEFAULT_CEILING_S = 600
MANY_ITEMS = 5
ITEMS_WITHOUT_REASON = 6
MOST_SPOTS = 8
TECHNIQUES_A_REGION = 2
TOOL_CHANGES = 3
# A therapist's today may be the client's yesterday; nothing older may be rewritten.
EARLIEST = timedelta(days=1)
LATEST = timedelta(days=366)
NO_TOOL = frozenset({"none", "hands"})
# It touches nothing by itself (domain brief 1.1).
EVERYWHERE = "whole_body"


@dataclass(frozen=True)
class DoseDraft:
    """One side's dose as written; what is None is taken from the catalogue's level. `breaths` are 8 s each."""

    spots: int | None = None
    hold_s: int | None = None
    breaths: int | None = None
    roll_s: int | None = None
    move_s: int | None = None


@dataclass(frozen=True)
class OverrideDraft:
    """Who cleared what a rule asks about (as the rule calls it), why, and on which date."""

    role: str
    reason: str
    cleared_on: date


@dataclass(frozen=True)
class ItemDraft:
    """`most_hold_s`: the longest hold that the rules leave this client; a longer one is cut."""

    technique_id: str
    level: int
    side: str | None = None
    dose: Mapping[str, DoseDraft] = field(default_factory=dict)
    days: tuple[int, ...] | None = None
    note: str | None = None
    overrides: tuple[OverrideDraft, ...] = ()
    most_hold_s: int | None = None


@dataclass(frozen=True)
class Draft:
    """A program as written; `starts_on` None means the client's today."""

    items: tuple[ItemDraft, ...]
    days: tuple[int, ...]
    reason: str
    starts_on: date | None = None
    over_limit_reason: str | None = None


@dataclass(frozen=True)
class Composed:
    """A plan within the hard limits, its length on the heaviest day, and codes of what deserves a second look."""

    plan: Plan
    length: Length
    warnings: tuple[str, ...]


def compose(draft: Draft, base: Plan | None, catalogue: Catalogue, today: date) -> Composed:
    """The plan of a draft that follows `base` (None for the first); `today` is the client's local date.

    Raises Invalid with a path for every fault, such as `items.0.dose.left.hold_s`.
    """
    problems: dict[str, str] = {}
    _check_frame(draft, base, today, problems)
    found = [_item(place, item, draft.days, catalogue, problems) for place, item in enumerate(draft.items)]
    if problems:
        raise Invalid(problems)
    items = _keyed([item for item in found if item], base)
    _check_days(items, draft.days, catalogue, problems)
    if problems:
        raise Invalid(problems)
    plan = Plan(items, tuple(sorted(draft.days)), draft.starts_on or today)
    return Composed(plan, heaviest(items, plan.days), _warnings(plan, catalogue))


def _check_frame(draft: Draft, base: Plan | None, today: date, problems: dict[str, str]) -> None:
    if not draft.items:
        problems["items"] = "Choose at least one technique."
    if not draft.days or not set(draft.days) <= set(WEEK) or len(set(draft.days)) != len(draft.days):
        problems["days"] = "Choose at least one day, each once, from 0 (Monday) to 6 (Sunday)."
    if base is not None and not draft.reason:
        problems["reason"] = "Say why it changes; the client reads it."
    if len(draft.items) > ITEMS_WITHOUT_REASON and not draft.over_limit_reason:
        problems["over_limit_reason"] = (
            f"More than {ITEMS_WITHOUT_REASON} techniques are rarely kept up. Say why it is right here."
        )
    starts_on = draft.starts_on or today
    if base is not None and starts_on < today - EARLIEST:
        problems["starts_on"] = "A change cannot start in the past: those days were practised as they were."
    if starts_on > today + LATEST:
        problems["starts_on"] = "That is more than a year away."


def _item(
    place: int, draft: ItemDraft, days: Sequence[int], catalogue: Catalogue, problems: dict[str, str]
) -> Item | None:
    """The item without its key; None when something is wrong with it."""
    path = f"items.{place}"
    before = len(problems)
    technique = catalogue.techniques.get(draft.technique_id)
    if technique is None:
        problems[f"{path}.technique_id"] = "The catalogue has no such technique."
    if draft.level not in LEVELS:
        problems[f"{path}.level"] = "Levels are 1, 2 and 3."
    if draft.days is not None and (not draft.days or not set(draft.days) <= set(days)):
        problems[f"{path}.days"] = "Choose from the program's days."
    if technique is None or len(problems) > before:
        return None
    level = technique.at(draft.level)
    side = draft.side or "both"
    timers = _timers(level, side, draft, path, problems)
    dose = {timer: _dose(timer, draft, level, technique, path, problems) for timer in timers}
    own_days = None if draft.days is None else tuple(sorted(set(draft.days)))
    if own_days == tuple(sorted(days)):
        own_days = None
    return Item("", technique.id, draft.level, side, dose, own_days, draft.note or None)


def _timers(level: Level, side: str, draft: ItemDraft, path: str, problems: dict[str, str]) -> tuple[str, ...]:
    """Which timers run: one in the middle, or one for each chosen side."""
    centred = level.side == "both"
    if centred and side != "both":
        problems[f"{path}.side"] = "This one is done in the middle, for both sides at once."
        return ()
    if side != "both":
        timers: tuple[str, ...] = (side,)
    elif level.side == "per_side" or (not centred and {"left", "right"} & set(draft.dose)):
        timers = ("left", "right")
    else:
        timers = ("both",)
    for name in draft.dose:
        if name not in timers and (name != "both" or len(draft.dose) > 1):
            problems[f"{path}.dose.{name}"] = "There is no such side in this item."
    return timers


def _dose(
    timer: str, draft: ItemDraft, level: Level, technique: Technique, path: str, problems: dict[str, str]
) -> Dose:
    given = timer if timer in draft.dose else "both"
    written = draft.dose.get(given, DoseDraft())
    where = f"{path}.dose.{given}"
    hold_s = written.hold_s
    if written.breaths is not None:
        if hold_s not in (None, written.breaths * BREATH_S):
            problems[f"{where}.breaths"] = f"A breath is {BREATH_S} s: give seconds or breaths, not both."
        hold_s = written.breaths * BREATH_S
    spots = _or(written.spots, level.dose.spots)
    dose = Dose(
        spots=spots,
        hold_s=_cut(_or(hold_s, level.dose.hold_s), draft.most_hold_s) if spots else 0,
        roll_s=_or(written.roll_s, level.dose.roll_s),
        move_s=_or(written.move_s, level.dose.move_s),
    )
    _check_dose(dose, level, technique, where, problems)
    return dose


def _cut(hold_s: int, most: int | None) -> int:
    return hold_s if most is None else min(hold_s, most)


def _or(written: int | None, default: int) -> int:
    return default if written is None else written


def _check_dose(dose: Dose, level: Level, technique: Technique, where: str, problems: dict[str, str]) -> None:
    limits = {
        "spots": (dose.spots, MOST_SPOTS),
        "hold_s": (dose.hold_s, level.hold_limit_s),
        "roll_s": (dose.roll_s, technique.roll_limit_s),
        "move_s": (dose.move_s, technique.roll_limit_s),
    }
    for name, (value, limit) in limits.items():
        if not 0 <= value <= limit:
            problems[f"{where}.{name}"] = f"From 0 to {limit}."
    if dose.spots and not dose.hold_s:
        problems[f"{where}.hold_s"] = "How long is each spot held?"
    if dose.total_s == 0:
        problems[where] = "This side has no time at all."


def _keyed(items: Sequence[Item], base: Plan | None) -> tuple[Item, ...]:
    """Each item keeps the key it had in `base` (same technique, in order of use); new ones get the next free number."""
    old = list(base.items) if base else []
    highest = max((int(item.key[1:]) for item in old), default=0)
    keyed = []
    for item in items:
        same = next((other for other in old if other.technique_id == item.technique_id), None)
        if same:
            old.remove(same)
            key = same.key
        else:
            highest += 1
            key = f"i{highest}"
        keyed.append(Item(key, item.technique_id, item.level, item.side, item.dose, item.days, item.note))
    return tuple(keyed)


def _check_days(items: Sequence[Item], days: Sequence[int], catalogue: Catalogue, problems: dict[str, str]) -> None:
    most = max(day.dose_s for day in week(items, days))
    if most > DAY_LIMIT_S:
        problems["items"] = f"A day would take {most} s. More than {DAY_LIMIT_S} s (12 minutes) a day is too much."
    for weekday in WEEK:
        _check_rolls(items, on_weekday(items, days, weekday), catalogue, problems)


def _check_rolls(
    all_items: Sequence[Item], today: Sequence[Item], catalogue: Catalogue, problems: dict[str, str]
) -> None:
    """Rolling adds up over the techniques of one region and side; the most generous limit among them holds."""
    rolled: Counter[tuple[str, str]] = Counter()
    limits: dict[tuple[str, str], int] = {}
    for item in today:
        technique = catalogue.techniques[item.technique_id]
        for timer, dose in item.dose.items():
            for side in ("left", "right") if timer == "both" else (timer,):
                for region in technique.regions if dose.roll_s else ():
                    spot = (region, side)
                    rolled[spot] += dose.roll_s
                    limits[spot] = max(limits.get(spot, 0), technique.roll_limit_s)
                    if rolled[spot] > limits[spot]:
                        label = catalogue.regions[region].label.lower()
                        problems[f"items.{all_items.index(item)}.dose.{timer}.roll_s"] = (
                            f"More than {limits[spot]} s of rolling a day on one place and side ({label})."
                        )


def _warnings(plan: Plan, catalogue: Catalogue) -> tuple[str, ...]:
    days = [on_weekday(plan.items, plan.days, weekday) for weekday in WEEK]
    found = {
        "many_items": len(plan.items) > MANY_ITEMS,
        "over_limit": len(plan.items) > ITEMS_WITHOUT_REASON,
        "long_day": heaviest(plan.items, plan.days).dose_s > DEFAULT_CEILING_S,
        "many_of_region": any(_most_of_a_region(day, catalogue) > TECHNIQUES_A_REGION for day in days),
        "many_tool_changes": any(_tool_changes(day, catalogue) > TOOL_CHANGES for day in days),
        "side_open": any(_side_open(item, catalogue) for item in plan.items),
    }
    return tuple(code for code, holds in found.items() if holds)


def _most_of_a_region(items: Sequence[Item], catalogue: Catalogue) -> int:
    pairs = {
        (item.technique_id, region) for item in items for region in catalogue.techniques[item.technique_id].regions
    }
    counts = Counter(region for _, region in pairs if region != EVERYWHERE)
    return max(counts.values(), default=0)


def _tool_changes(items: Sequence[Item], catalogue: Catalogue) -> int:
    """How often something else has to be fetched; putting a tool away for hands or rest does not count."""
    used = [set(catalogue.techniques[item.technique_id].at(item.level).tools) - NO_TOOL for item in items]
    needed = [tools for tools in used if tools]
    return sum(after != before for before, after in pairwise(needed))


def _side_open(item: Item, catalogue: Catalogue) -> bool:
    return catalogue.techniques[item.technique_id].at(item.level).side == "one_side" and "both" in item.dose
