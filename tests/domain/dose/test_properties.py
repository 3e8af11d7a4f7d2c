"""What holds for every history: 20,000 of chance in the normal run, a million by `make histories`."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import timedelta
from random import Random
from statistics import median

import pytest

from pith.domain.days import local_date
from pith.domain.dose import (
    Decision,
    Derived,
    History,
    Overlay,
    ReactionFacts,
    derive,
    lower,
    overlay_of,
    standing,
)
from tests.domain.dose.random_histories import a_history, histories, shuffled
from tests.domain.dose.retold import bad_words, halves, rested, together, until, with_more_pain

HISTORIES = int(os.environ.get("PITH_HISTORIES", "20000"))
RAISES = ("D12", "D13")
HOUR = timedelta(hours=1)


@pytest.mark.parametrize("seed", [20260309, 20260310])
def test_nothing_rises_with_a_word_against_it_and_no_safer_move_raises(seed: int) -> None:
    raises, rules = 0, set[str]()
    for history in histories(HISTORIES // 2, seed):
        found = derive(history)
        rules |= {one.rule for one in found.decisions} | {found.today.rule}
        if found.today.rule in RAISES:
            raises += 1
            assert reasons_against_a_raise(history, found) == [], history
        for made in found.decisions:
            assert is_no_laxer(made), (made, history)
        assert len({one.id for one in found.decisions}) == len(found.decisions)
    assert raises > HISTORIES // 100
    assert rules == {f"D{number:02}" for number in range(1, 15)}


def test_the_order_of_the_logs_changes_nothing() -> None:
    chance = Random(3)
    for history in histories(HISTORIES // 10, seed=4):
        assert derive(shuffled(chance, history)) == derive(history), history


def test_time_alone_gives_nothing_back() -> None:
    """But for what returns from a reaction, and that no higher than it was."""
    chance = Random(5)
    for history in histories(HISTORIES // 10, seed=6):
        earlier = until(history, history.now - chance.randint(1, 200) * HOUR)
        before, after = derive(earlier).overlay, derive(history).overlay
        back = {name for name, rule in before.paused.items() if rule == "D03"}
        kept = {name: rule for name, rule in before.paused.items() if name not in back}
        assert is_as_strict(after, replace(before, paused=kept, gentle=False, stopped=False)), history


def test_two_phones_that_know_half_are_no_laxer_than_either_and_both_come_to_the_servers_answer() -> None:
    chance = Random(7)
    for history in histories(HISTORIES // 10, seed=8):
        here, there = halves(chance, history)
        one, other = derive(here).overlay, derive(there).overlay
        until_both_know = lower(one, other)
        assert is_as_strict(until_both_know, one) and is_as_strict(until_both_know, other), history
        server = derive(history)
        assert derive(together(here, there)) == derive(together(there, here)) == server, history
        rows = standing([*history.carried, *server.decisions], history.undone, history.program.items)
        assert as_held(history, lower(server.overlay, overlay_of(rows))) == as_held(history, server.overlay), history


def test_a_bad_word_at_the_end_lets_nothing_rise_and_loosens_nothing() -> None:
    chance = Random(9)
    for history in histories(HISTORIES // 20, seed=10):
        before = derive(history)
        for worse in bad_words(chance, history):
            after = derive(worse)
            assert after.today.rule not in RAISES, worse
            assert is_as_strict(after.overlay, before.overlay), worse


def test_a_higher_pain_on_the_way_never_comes_to_more() -> None:
    chance, steps = Random(11), 0
    for _ in range(HISTORIES // 10):
        history = rested(a_history(chance))
        worse = with_more_pain(chance, history)
        before, after = derive(history), derive(worse)
        steps += after != before
        assert is_as_strict(after.overlay, before.overlay), (history, worse)
    assert steps > HISTORIES // 100


def reasons_against_a_raise(history: History, found: Derived) -> list[str]:
    today = local_date(history.now, history.zone)
    last: dict[str, ReactionFacts] = {}
    for told in sorted(history.reactions, key=lambda one: (one.at, one.id)):
        last[told.session_id] = told
    weeks: tuple[list[int], list[int]] = ([], [])
    for one in history.sessions:
        back = (today - one.local_date).days // 7
        if one.pain_before is not None and back in (0, 1):
            weeks[back].append(one.pain_before)
    this, before = weeks
    rising = len(this) > 1 and len(before) > 1 and median(this) - median(before) >= 2
    reasons = {
        "red flag": bool(history.red),
        "rest": bool(found.overlay.paused),
        "open reaction": any(one.answer != "gone" for one in last.values()),
        "rising pain": rising,
        "no word about pain": not this,
        "gentle": found.overlay.gentle,
    }
    return [name for name, holds in reasons.items() if holds]


def is_no_laxer(made: Decision) -> bool:
    """What a decision does takes; a return from a reaction gives back no more than there was, less a step."""
    before, after = made.before, made.after
    returns = (made.rule, made.decision) == ("D03", "STEP_BACK")
    level = before.level is None or (after.level is not None and after.level <= before.level)
    budget = before.budget_s is None or (after.budget_s is not None and after.budget_s <= before.budget_s)
    rests = returns or (after.paused >= before.paused and after.s <= before.s)
    return level and budget and after.cuts >= before.cuts and rests and (not returns or is_a_step(made))


def is_a_step(made: Decision) -> bool:
    return made.after.level is None or made.after.level < (made.before.level or 0) or made.after.cuts > made.before.cuts


def is_as_strict(more: Overlay, less: Overlay) -> bool:
    return (
        more.stopped >= less.stopped
        and more.gentle >= less.gentle
        and less.paused.keys() <= more.paused.keys()
        and all(
            more.max_level.get(name, 9) <= level for name, level in less.max_level.items() if name not in more.paused
        )
        and all(is_cut(more, less, name) for name in less.cuts)
        and (less.budget_s is None or (more.budget_s is not None and more.budget_s <= less.budget_s))
    )


def is_cut(more: Overlay, less: Overlay, name: str) -> bool:
    """By as many quarters, or a level further down: a step takes a level first."""
    lower_level = more.max_level.get(name, 9) < less.max_level.get(name, 9)
    return name in more.paused or lower_level or more.cuts.get(name, 0) >= less.cuts[name]


def as_held(history: History, overlay: Overlay) -> tuple[object, ...]:
    levels = {
        item.technique_id: min(item.level, overlay.max_level.get(item.technique_id, item.level))
        for item in history.program.items
    }
    return overlay.paused, levels, overlay.cuts, overlay.budget_s
