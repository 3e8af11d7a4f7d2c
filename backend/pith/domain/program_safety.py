"""Assigning with a client's flags: a block refuses, an override has to be answered, limits are applied before a version
is written.

Source: domain.md 2.4 (a block may not be overridden; an override needs a reason, who cleared and when; limits add to
it), DECISIONS "Verdict, dose, flags".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from pith.domain.catalogue import BREATH_S, LEVELS, Catalogue, Dose, Level, Technique
from pith.domain.program_compose import DoseDraft, Draft, ItemDraft, OverrideDraft
from pith.domain.screening import (
    OVERRIDE_DAYS,
    REASON_MIN,
    Active,
    Override,
    Policy,
    Use,
    Verdict,
    basis_of,
    permits,
    stands,
)
from pith.domain.screening.person import Person, person_of
from pith.domain.screening.sites import sides_of
from pith.domain.screening.verdicts import judge

HARDEST = 3
LONGEST_HOLD_S = 180


@dataclass(frozen=True)
class Given:
    """An override as it was written: what it answers, by whom and when."""

    override: Override
    by_id: str
    by_name: str
    at: datetime


@dataclass(frozen=True)
class Safety:
    """What the rules did with one item. `verdict` is that at `asked_level`; `clipped` names what was lowered (level,
    hold_s); `swap_holds`: the levels that may stand in for it, and the longest hold there, in seconds."""

    asked_level: int
    verdict: Verdict
    clipped: tuple[str, ...]
    overrides: tuple[Given, ...]
    swap_holds: Mapping[int, int]


@dataclass(frozen=True)
class Desk:
    """Who assigns, when, for whom: `active` are the client's flags today, `kept` the overrides of the version before,
    by technique, and `say` tells a verdict's reasons in the author's language."""

    policy: Policy
    active: Sequence[Active]
    today: date
    by_id: str
    by_name: str
    at: datetime
    kept: Mapping[str, tuple[Given, ...]]
    say: Callable[[Verdict], Sequence[str]]


def secured(draft: Draft, catalogue: Catalogue, desk: Desk) -> tuple[Draft, tuple[Safety | None, ...], dict[str, str]]:
    """The draft within the limits, what was done to each item (None: no rule speaks), and what is refused, by field."""
    person = person_of(desk.policy, desk.active)
    problems: dict[str, str] = {}
    items, safeties = [], []
    for place, item in enumerate(draft.items):
        technique = catalogue.techniques.get(item.technique_id)
        safety = None
        # What the catalogue does not have is refused elsewhere.
        if technique is not None and item.level in LEVELS:
            item, safety = _secured(item, technique, person, desk, f"items.{place}", problems)
        items.append(item)
        safeties.append(safety)
    return replace(draft, items=tuple(items)), tuple(safeties), problems


def _secured(
    item: ItemDraft, technique: Technique, person: Person, desk: Desk, path: str, problems: dict[str, str]
) -> tuple[ItemDraft, Safety | None]:
    use = Use(technique, item.level, sides_of(item.side or "both"))
    found = judge(person, use)
    if found.do == "ok":
        return item, None
    if found.do == "block":
        problems[f"{path}.technique_id"] = _sentence(found, desk)
        return item, None
    before = len(problems)
    given = _overrides(item, found, desk, path, problems)
    if len(problems) > before:
        return item, None
    holds = _allowed(use, found, person, given, desk)
    if not holds:
        problems[f"{path}.technique_id"] = f"No level of it is soft enough here. {_sentence(found, desk)}"
        return item, None
    level = max(holds)
    most = holds[level]
    clipped = _clipped(item, technique.at(item.level), level, most)
    within = _within(item, technique.at(item.level), technique.at(level), most)
    return within, Safety(item.level, found, clipped, given, holds)


def _overrides(item: ItemDraft, found: Verdict, desk: Desk, path: str, problems: dict[str, str]) -> tuple[Given, ...]:
    """Those written now and those that still stand from before; what is missing or does not count is refused."""
    if found.do != "override":
        return ()
    basis = basis_of(found, desk.active)
    days = _days(desk)
    for place, one in enumerate(item.overrides):
        _check(one, found, desk.today, days, f"{path}.overrides.{place}", problems)
    new = [Given(_new(one, basis, item.level, days), desk.by_id, desk.by_name, desk.at) for one in item.overrides]
    written = {one.override.needs for one in new}
    old = [
        _shortened(one, days)
        for one in desk.kept.get(item.technique_id, ())
        if one.override.needs not in written and stands(one.override, item.level, basis, desk.today, days)
    ]
    if not item.overrides and not _permitted(found, item.level, old, desk):
        needs = ", ".join(found.needs)
        problems[f"{path}.overrides"] = f"{_sentence(found, desk)} Say who cleared this ({needs}), when, and why."
    elif item.overrides and set(found.needs) - {one.override.needs for one in [*new, *old]}:
        problems.setdefault(f"{path}.overrides", f"Also needed: {', '.join(found.needs)}.")
    return (*old, *new)


def _check(one: OverrideDraft, found: Verdict, today: date, days: int, path: str, problems: dict[str, str]) -> None:
    if one.role not in found.needs:
        problems[f"{path}.role"] = f"Needed here: {', '.join(found.needs)}."
    if len(one.reason.strip()) < REASON_MIN:
        problems[f"{path}.reason"] = f"Say why, in at least {REASON_MIN} characters."
    if not 0 <= (today - one.cleared_on).days < days:
        problems[f"{path}.cleared_on"] = f"A clearance counts for {days} days from its date."


def _days(desk: Desk) -> int:
    return desk.policy.numbers.get("override_days", OVERRIDE_DAYS)


def _new(one: OverrideDraft, basis: str, level: int, days: int) -> Override:
    return Override(one.role, one.reason, one.cleared_on, basis, level, one.cleared_on + timedelta(days=days))


def _shortened(one: Given, days: int) -> Given:
    """Kept from before, and written with the earlier end where a practice has made clearances shorter since."""
    until = min(one.override.expires_on, one.override.on + timedelta(days=days))
    return replace(one, override=replace(one.override, expires_on=until))


def _permitted(found: Verdict, level: int, given: Sequence[Given], desk: Desk) -> bool:
    overrides = [one.override for one in given]
    return permits(found, level, overrides, basis_of(found, desk.active), desk.today, _days(desk))


def _allowed(use: Use, asked: Verdict, person: Person, given: Sequence[Given], desk: Desk) -> dict[int, int]:
    """The levels up to the assigned one that may be done, each with its longest hold in seconds. The limits of the
    assigned level count at every lower one."""
    holds: dict[int, int] = {}
    for number in range(1, asked.limits.get("max_level", use.level) + 1):
        found = judge(person, replace(use, level=number))
        limits = (asked.limits, found.limits)
        soft = use.technique.at(number).hard <= min(one.get("tools_max_hard", HARDEST) for one in limits)
        low = number <= min(use.level, found.limits.get("max_level", number))
        if soft and low and _permitted(found, number, given, desk):
            holds[number] = min(one.get("max_hold_s", LONGEST_HOLD_S) for one in limits)
    return holds


def _clipped(item: ItemDraft, asked: Level, level: int, most: int) -> tuple[str, ...]:
    if level < item.level:
        return ("level",)
    written = [one.hold_s or (one.breaths or 0) * BREATH_S or asked.dose.hold_s for one in item.dose.values()]
    return ("hold_s",) if max(written, default=asked.dose.hold_s) > most else ()


def _within(item: ItemDraft, asked: Level, level: Level, most: int) -> ItemDraft:
    """At the level that is allowed; a dose that was written for another level gives way to the catalogue's, as far as
    it is no longer than what was asked for."""
    if level.number == item.level:
        return replace(item, most_hold_s=most)
    side = None if level.side == "both" else item.side
    written = [_whole(one, asked.dose) for one in item.dose.values()] or [asked.dose]
    hold_s = min([level.dose.hold_s, *(one.hold_s for one in written if one.spots)])
    dose = at_most(replace(level.dose, hold_s=hold_s), min(one.total_s for one in written))
    kept = {} if dose == level.dose else {"both": DoseDraft(dose.spots, dose.hold_s, None, dose.roll_s, dose.move_s)}
    return replace(item, level=level.number, side=side, dose=kept, most_hold_s=most)


def _whole(written: DoseDraft, usual: Dose) -> Dose:
    """The dose of one side as it was written; what was left out is as usual."""
    hold_s = _or(written.hold_s, None if written.breaths is None else written.breaths * BREATH_S, usual.hold_s)
    moving = _or(written.roll_s, usual.roll_s), _or(written.move_s, usual.move_s)
    return Dose(_or(written.spots, usual.spots), hold_s, *moving)


def at_most(dose: Dose, total_s: int) -> Dose:
    """The dose, made shorter in proportion where it is longer than `total_s`; at least a second of it stays."""
    if dose.total_s <= total_s:
        return dose
    roll_s, move_s = (part * total_s // dose.total_s for part in (dose.roll_s, dose.move_s))
    held = max(1, total_s) - roll_s - move_s
    spots = min(dose.spots, max(1, held // dose.hold_s)) if dose.spots else 0
    hold_s = min(dose.hold_s, held // spots) if spots else 0
    return Dose(spots, hold_s, roll_s, move_s)


def _or(*values: int | None) -> int:
    return next(value for value in values if value is not None)


def _sentence(found: Verdict, desk: Desk) -> str:
    strictest = [finding.rule for finding in found.findings if finding.do == found.do]
    rules = ", ".join(rule for rule in found.rules if rule.split(":")[0] in strictest)
    return f"{' '.join(desk.say(found))} ({rules})"
