"""Assigning within the rules: what is refused, what has to be answered, what is cut."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from pith.content.loader import load_content
from pith.domain.catalogue import Dose
from pith.domain.program_compose import DoseDraft, Draft, ItemDraft, OverrideDraft
from pith.domain.program_safety import Desk, Given, Safety, at_most, secured
from pith.domain.screening import Active, Override, Policy, Site

CONTENT = load_content()
TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
LACROSSE = ItemDraft("levator-ball-wall", 3)
DOCTOR = OverrideDraft("physician", "Her doctor agreed by letter", date(2026, 2, 20))


def run(
    item: ItemDraft,
    *flags: str | Active,
    kept: Mapping[str, tuple[Given, ...]] | None = None,
    policy: Policy = CONTENT.policy,
) -> tuple[ItemDraft, Safety | None, dict[str, str]]:
    active = [flag if isinstance(flag, Active) else Active(flag) for flag in flags]
    desk = Desk(policy, active, TODAY, "t", "Vera", NOW, kept or {}, lambda _: ["Why."])
    draft, (safety,), problems = secured(Draft((item,), (0,), "because"), CONTENT.catalogue, desk)
    return draft.items[0], safety, problems


def given(
    role: str = "physician", on: date = DOCTOR.cleared_on, basis: str = "S26:blood_thinners@", level: int = 3
) -> Given:
    return Given(Override(role, DOCTOR.reason, on, basis, level, on + timedelta(days=90)), "t", "Vera", NOW)


def with_override(*overrides: OverrideDraft, item: ItemDraft = LACROSSE) -> ItemDraft:
    return ItemDraft(item.technique_id, item.level, item.side, overrides=overrides)


def test_without_flags_a_draft_stays_as_it_was() -> None:
    assert run(LACROSSE) == (LACROSSE, None, {})


@pytest.mark.parametrize("item", [ItemDraft("no-such-one", 1), ItemDraft("temple-hold", 9)])
def test_what_the_catalogue_does_not_have_is_left_to_the_composer(item: ItemDraft) -> None:
    assert run(item, "rf_dvt") == (item, None, {})


def test_a_block_names_its_rules_alone() -> None:
    assert run(LACROSSE, "rf_dvt", "blood_thinners")[2] == {"items.0.technique_id": "Why. (S01)"}
    assert run(ItemDraft("suboccipital-two-balls", 2), "osteoporosis")[2] == {
        "items.0.technique_id": "Why. (exclude:osteoporosis)"
    }


def test_a_warning_is_on_record_and_changes_nothing() -> None:
    wound = Active("acute_injury", (Site("shoulder_top", "left"),))
    item, safety, problems = run(ItemDraft("upper-trap-ease", 1, "left"), wound)
    assert problems == {}
    assert safety is not None
    assert (safety.verdict.do, safety.clipped, safety.overrides) == ("warn", (), ())
    assert (item.level, item.side) == (1, "left")


def test_a_lower_level_holds_no_longer_than_was_asked_and_keeps_the_side_where_there_is_one() -> None:
    written = ItemDraft("levator-ball-wall", 3, "left", {"left": DoseDraft(hold_s=30)})
    item, safety, _ = run(written, "bruises_easily")
    assert (item.level, item.side, item.most_hold_s) == (2, "left", 180)
    (dose,) = item.dose.values()
    assert (dose.spots, dose.hold_s) == (2, 30)
    assert safety is not None
    assert safety.clipped == ("level",)


def test_a_missing_override_says_whom_to_ask() -> None:
    assert run(LACROSSE, "blood_thinners")[2] == {
        "items.0.overrides": "Why. (S26) Say who cleared this (physician), when, and why."
    }


def test_an_override_lets_the_item_in_within_its_limits() -> None:
    item, safety, problems = run(with_override(DOCTOR), "blood_thinners")
    assert problems == {}
    assert (item.level, item.most_hold_s) == (1, 24)
    assert safety is not None
    assert safety.overrides == (given(),)
    assert safety.overrides[0].override.expires_on == date(2026, 5, 21)
    assert safety.swap_holds == {1: 24}


def test_every_need_has_to_be_answered() -> None:
    both = ("blood_thinners", "osteoporosis")
    stick = ItemDraft("levator-ball-wall", 3)
    assert run(with_override(DOCTOR, item=stick), *both)[2] == {
        "items.0.overrides": "Also needed: physician, physician_or_pt."
    }
    other = OverrideDraft("physician_or_pt", DOCTOR.reason, TODAY)
    _, safety, problems = run(with_override(DOCTOR, other, item=stick), *both)
    assert problems == {}
    assert safety is not None
    assert [one.override.needs for one in safety.overrides] == ["physician", "physician_or_pt"]


def test_where_no_level_is_soft_enough_nothing_is_assigned() -> None:
    other = OverrideDraft("physician_or_pt", DOCTOR.reason, TODAY)
    item = with_override(other, item=ItemDraft("upper-back-two-balls", 1))
    assert run(item, "osteoporosis")[2] == {"items.0.technique_id": "No level of it is soft enough here. Why. (S21)"}


@pytest.mark.parametrize(
    ("old", "stands"),
    [
        (given(), True),
        (given(on=date(2025, 12, 3)), True),
        (given(on=date(2025, 12, 2)), False),
        (given(basis="S26:clotting_disorder@"), False),
        (given(basis="S25:blood_thinners@"), False),
        (given(basis="S26:blood_thinners@ S54:hypermobility@"), True),
        (given(level=2), False),
        (given(role="surgeon"), False),
    ],
)
def test_an_override_of_the_version_before_stands_while_it_holds(old: Given, stands: bool) -> None:
    _, safety, problems = run(LACROSSE, "blood_thinners", kept={LACROSSE.technique_id: (old,)})
    assert (problems == {}) is stands
    assert (safety is not None and old in safety.overrides) is stands


def test_one_that_ended_as_it_was_written_stays_ended_where_one_counts_longer_now() -> None:
    old = given(on=date(2025, 12, 2))
    policy = replace(CONTENT.policy, numbers={**CONTENT.policy.numbers, "override_days": 180})
    _, _, problems = run(LACROSSE, "blood_thinners", kept={LACROSSE.technique_id: (old,)}, policy=policy)
    assert list(problems) == ["items.0.overrides"]


def test_one_that_was_given_for_a_soft_level_stays_with_it() -> None:
    """The cane asks a physician at every level."""
    cane = ItemDraft("mid-back-cane", 1)
    _, safety, _ = run(with_override(DOCTOR, item=cane), "blood_thinners")
    assert safety is not None
    kept = {cane.technique_id: safety.overrides}
    assert run(cane, "blood_thinners", kept=kept)[2] == {}
    assert list(run(replace(cane, level=2), "blood_thinners", kept=kept)[2]) == ["items.0.overrides"]


def test_a_new_override_takes_the_place_of_the_old_one() -> None:
    kept = {LACROSSE.technique_id: (given(on=date(2026, 1, 1)),)}
    _, safety, _ = run(with_override(DOCTOR), "blood_thinners", kept=kept)
    assert safety is not None
    assert safety.overrides == (given(),)


@pytest.mark.parametrize(
    ("override", "field"),
    [
        (OverrideDraft("surgeon", DOCTOR.reason, TODAY), "role"),
        (OverrideDraft("physician", "She said yes   ", TODAY), "reason"),
        (OverrideDraft("physician", DOCTOR.reason, date(2026, 3, 3)), "cleared_on"),
        (OverrideDraft("physician", DOCTOR.reason, date(2025, 12, 2)), "cleared_on"),
    ],
)
def test_an_override_that_does_not_count_is_refused(override: OverrideDraft, field: str) -> None:
    assert f"items.0.overrides.0.{field}" in run(with_override(override), "blood_thinners")[2]


@pytest.mark.parametrize(
    ("dose", "clipped"),
    [
        ({}, ("hold_s",)),
        ({"both": DoseDraft(hold_s=24)}, ()),
        ({"both": DoseDraft(breaths=3)}, ()),
        ({"left": DoseDraft(breaths=4), "right": DoseDraft(hold_s=20)}, ("hold_s",)),
        ({"both": DoseDraft(spots=1)}, ("hold_s",)),
    ],
)
def test_a_hold_that_is_cut_is_said(dose: dict[str, DoseDraft], clipped: tuple[str, ...]) -> None:
    item, safety, problems = run(ItemDraft("pec-hand-hold", 1, dose=dose), "blood_thinners")
    assert problems == {}
    assert item.most_hold_s == 24
    assert safety is not None
    assert safety.clipped == clipped


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ({}, 48),
        ({"both": DoseDraft(spots=1, hold_s=16)}, 16),
        ({"both": DoseDraft(spots=1, breaths=1)}, 8),
        ({"left": DoseDraft(spots=1, hold_s=10), "right": DoseDraft(spots=2, hold_s=30)}, 10),
        ({"both": DoseDraft(spots=8, hold_s=60)}, 48),
    ],
)
def test_a_lower_level_is_never_longer_than_what_was_asked_for(written: dict[str, DoseDraft], seconds: int) -> None:
    item, safety, problems = run(ItemDraft("low-back-ball-wall", 2, dose=written), "blood_thinners")
    assert problems == {}
    assert safety is not None
    assert (item.level, safety.clipped) == (1, ("level",))
    usual = CONTENT.catalogue.techniques["low-back-ball-wall"].at(1).dose
    (dose,) = item.dose.values() or (DoseDraft(usual.spots, usual.hold_s),)
    assert (dose.spots or 0) * (dose.hold_s or 0) + (dose.roll_s or 0) + (dose.move_s or 0) == seconds


@pytest.mark.parametrize(
    ("dose", "total_s", "found"),
    [
        (Dose(2, 24, 10, 6), 64, Dose(2, 24, 10, 6)),
        (Dose(2, 24, 10, 6), 63, Dose(2, 24, 9, 5)),
        (Dose(2, 24, 10, 6), 32, Dose(1, 24, 5, 3)),
        (Dose(2, 24, 10, 6), 16, Dose(1, 13, 2, 1)),
        (Dose(0, 0, 60, 0), 30, Dose(0, 0, 30, 0)),
        (Dose(2, 24, 0, 0), 0, Dose(1, 1, 0, 0)),
    ],
)
def test_a_dose_is_made_shorter_in_proportion(dose: Dose, total_s: int, found: Dose) -> None:
    assert at_most(dose, total_s) == found
