"""From a draft to a plan: sides, doses, days, keys, limits and warnings."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from pith.domain.catalogue import Dose
from pith.domain.errors import Invalid
from pith.domain.program_compose import Composed, DoseDraft, Draft, ItemDraft, compose
from pith.domain.programs import Item, Plan
from tests.domain.small_catalogue import CATALOGUE

TODAY = date(2026, 3, 2)
ALL = (0, 1, 2, 3, 4, 5, 6)
BASE = Plan((Item("i1", "back-ball", 1, "both", {"left": Dose(2, 24, 0, 0)}),), ALL, TODAY)


def draft(*items: ItemDraft, **changes: Any) -> Draft:
    return Draft(**{"items": items, "days": ALL, "reason": "why"} | changes)


def composed(*items: ItemDraft, base: Plan | None = None, **changes: Any) -> Composed:
    return compose(draft(*items, **changes), base, CATALOGUE, TODAY)


def faults(*items: ItemDraft, base: Plan | None = None, **changes: Any) -> dict[str, str]:
    with pytest.raises(Invalid) as caught:
        composed(*items, base=base, **changes)
    return caught.value.fields


def one(*args: Any, **changes: Any) -> Item:
    return composed(ItemDraft(*args, **changes)).plan.items[0]


# --- sides and doses ---


def test_a_technique_of_two_sides_gets_the_level_s_dose_on_each() -> None:
    assert one("back-ball", 1).dose == {"left": Dose(2, 24, 0, 0), "right": Dose(2, 24, 0, 0)}


@pytest.mark.parametrize("side", ["left", "right"])
def test_one_chosen_side_has_one_timer(side: str) -> None:
    assert one("back-ball", 1, side).dose == {side: Dose(2, 24, 0, 0)}


def test_the_left_side_alone_can_be_longer() -> None:
    dose = one("back-ball", 1, dose={"left": DoseDraft(spots=3)}).dose
    assert dose == {"left": Dose(3, 24, 0, 0), "right": Dose(2, 24, 0, 0)}


def test_one_dose_can_be_written_for_both_sides() -> None:
    dose = one("back-ball", 1, dose={"both": DoseDraft(hold_s=40)}).dose
    assert dose == {"left": Dose(2, 40, 0, 0), "right": Dose(2, 40, 0, 0)}


def test_a_breath_is_eight_seconds() -> None:
    assert one("back-ball", 1, "left", {"left": DoseDraft(breaths=5)}).dose["left"].hold_s == 40


def test_breaths_and_seconds_that_agree_are_taken() -> None:
    assert one("back-ball", 1, "left", {"left": DoseDraft(breaths=5, hold_s=40)}).dose["left"].hold_s == 40


def test_breaths_and_seconds_that_differ_are_refused() -> None:
    found = faults(ItemDraft("back-ball", 1, "left", {"left": DoseDraft(breaths=5, hold_s=41)}))
    assert list(found) == ["items.0.dose.left.breaths"]


def test_without_spots_there_is_no_hold() -> None:
    item = one("back-ball", 1, "left", {"left": DoseDraft(spots=0, roll_s=30)})
    assert item.dose["left"] == Dose(0, 0, 30, 0)


def test_a_centred_technique_has_one_timer_and_no_side() -> None:
    assert one("neck-rest", 1).dose == {"both": Dose(1, 60, 0, 0)}
    assert list(faults(ItemDraft("neck-rest", 1, "left"))) == ["items.0.side"]
    assert list(faults(ItemDraft("neck-rest", 1, dose={"left": DoseDraft(hold_s=30)}))) == ["items.0.dose.left"]


def test_the_sore_side_can_be_chosen_or_left_to_the_client() -> None:
    assert list(one("sore-side", 1, "left").dose) == ["left"]
    assert list(one("sore-side", 1).dose) == ["both"]
    assert composed(ItemDraft("sore-side", 1)).warnings == ("side_open",)
    assert composed(ItemDraft("sore-side", 1, "right")).warnings == ()


def test_both_sore_sides_get_a_timer_each_where_each_has_a_dose() -> None:
    item = one("sore-side", 1, "both", {"left": DoseDraft(hold_s=60), "right": DoseDraft()})
    assert item.dose == {"left": Dose(1, 60, 0, 0), "right": Dose(1, 90, 0, 0)}


def test_a_scar_is_worked_where_it_is() -> None:
    assert one("scar", 1).dose == {"both": Dose(3, 30, 30, 0)}
    assert composed(ItemDraft("scar", 1)).warnings == ()


@pytest.mark.parametrize(
    ("side", "names", "path"),
    [
        ("left", ["right"], "items.0.dose.right"),
        ("both", ["both", "left"], "items.0.dose.both"),
    ],
)
def test_a_dose_for_a_side_that_is_not_there_is_refused(side: str, names: list[str], path: str) -> None:
    assert list(faults(ItemDraft("back-ball", 1, side, {name: DoseDraft(hold_s=30) for name in names}))) == [path]


@pytest.mark.parametrize(
    ("written", "path"),
    [
        (DoseDraft(hold_s=91), "items.0.dose.left.hold_s"),
        (DoseDraft(hold_s=0), "items.0.dose.left.hold_s"),
        (DoseDraft(spots=9), "items.0.dose.left.spots"),
        (DoseDraft(spots=-1), "items.0.dose.left.spots"),
        (DoseDraft(roll_s=121), "items.0.dose.left.roll_s"),
        (DoseDraft(move_s=121), "items.0.dose.left.move_s"),
        (DoseDraft(spots=0), "items.0.dose.left"),
    ],
)
def test_each_bound_of_a_dose_names_its_field(written: DoseDraft, path: str) -> None:
    assert path in faults(ItemDraft("back-ball", 1, "left", {"left": written}))


def test_a_gentle_hold_may_last_180_seconds_and_no_longer() -> None:
    assert one("neck-rest", 1, dose={"both": DoseDraft(hold_s=180)}).dose["both"].hold_s == 180
    assert list(faults(ItemDraft("neck-rest", 1, dose={"both": DoseDraft(hold_s=181)}))) == ["items.0.dose.both.hold_s"]


def test_the_article_s_foot_technique_may_roll_180_seconds() -> None:
    assert one("foot-roll", 1, dose={"both": DoseDraft(roll_s=180)}).dose["left"].roll_s == 180


# --- items, days, frame ---


def test_unknown_techniques_and_levels_are_named_by_place() -> None:
    found = faults(ItemDraft("back-ball", 1), ItemDraft("nothing-such", 4))
    assert list(found) == ["items.1.technique_id", "items.1.level"]
    assert list(faults(ItemDraft("back-ball", 0))) == ["items.0.level"]


def test_a_program_has_at_least_one_technique() -> None:
    assert list(faults()) == ["items"]


@pytest.mark.parametrize("days", [(), (7,), (-1,), (1, 1)])
def test_the_days_of_a_program_are_weekdays_each_once(days: tuple[int, ...]) -> None:
    assert list(faults(ItemDraft("back-ball", 1), days=days)) == ["days"]


def test_days_are_kept_in_the_order_of_the_week() -> None:
    plan = composed(ItemDraft("back-ball", 1, days=(4, 0)), days=(4, 2, 0)).plan
    assert plan.days == (0, 2, 4)
    assert plan.items[0].days == (0, 4)


def test_an_item_on_all_days_of_the_program_has_no_days_of_its_own() -> None:
    assert composed(ItemDraft("back-ball", 1, days=(2, 0)), days=(0, 2)).plan.items[0].days is None


@pytest.mark.parametrize("days", [(), (1,)])
def test_the_days_of_an_item_are_days_of_the_program(days: tuple[int, ...]) -> None:
    assert list(faults(ItemDraft("back-ball", 1, days=days), days=(0, 2))) == ["items.0.days"]


def test_an_empty_note_is_no_note() -> None:
    assert one("back-ball", 1, note="").note is None
    assert one("back-ball", 1, note="Slowly").note == "Slowly"


def test_a_change_says_why_and_a_first_program_may() -> None:
    assert list(faults(ItemDraft("back-ball", 1), base=BASE, reason="")) == ["reason"]
    assert composed(ItemDraft("back-ball", 1), reason="").plan.items


def test_a_program_starts_today_unless_it_says_otherwise() -> None:
    assert composed(ItemDraft("back-ball", 1)).plan.starts_on == TODAY
    later = TODAY + timedelta(days=7)
    assert composed(ItemDraft("back-ball", 1), starts_on=later).plan.starts_on == later


def test_a_first_program_may_start_in_the_past() -> None:
    past = TODAY - timedelta(days=30)
    assert composed(ItemDraft("back-ball", 1), starts_on=past).plan.starts_on == past


def test_a_change_may_not_rewrite_days_that_were_practised() -> None:
    yesterday = TODAY - timedelta(days=1)
    assert composed(ItemDraft("back-ball", 1), base=BASE, starts_on=yesterday).plan.starts_on == yesterday
    too_old = TODAY - timedelta(days=2)
    assert list(faults(ItemDraft("back-ball", 1), base=BASE, starts_on=too_old)) == ["starts_on"]


def test_a_start_more_than_a_year_away_is_refused() -> None:
    assert list(faults(ItemDraft("back-ball", 1), starts_on=TODAY + timedelta(days=367))) == ["starts_on"]


# --- keys ---


def test_keys_number_the_items_of_a_first_program() -> None:
    items = composed(ItemDraft("rest", 1), ItemDraft("back-ball", 1), ItemDraft("rest", 1)).plan.items
    assert [item.key for item in items] == ["i1", "i2", "i3"]


def test_an_item_keeps_its_key_when_others_come_before_it() -> None:
    items = composed(ItemDraft("rest", 1), ItemDraft("back-ball", 2), base=BASE).plan.items
    assert [(item.key, item.technique_id) for item in items] == [("i2", "rest"), ("i1", "back-ball")]


def test_the_same_technique_twice_has_two_keys() -> None:
    items = composed(ItemDraft("back-ball", 1), ItemDraft("back-ball", 1), base=BASE).plan.items
    assert [item.key for item in items] == ["i1", "i2"]


# --- limits of a day ---


def hold(seconds: int, **changes: Any) -> ItemDraft:
    return ItemDraft("rest", 1, dose={"both": DoseDraft(spots=4, hold_s=seconds)}, **changes)


def test_twelve_minutes_of_dose_a_day_is_the_most() -> None:
    assert composed(hold(180)).length.dose_s == 720
    assert list(faults(hold(180), hold(1))) == ["items"]


def test_the_limit_counts_each_day_for_itself() -> None:
    found = composed(hold(180, days=(0,)), hold(180, days=(1,)))
    assert (found.length.dose_s, found.length.with_setup_s) == (720, 764)


def test_rolling_of_one_place_and_side_adds_up_over_techniques() -> None:
    long = {"both": DoseDraft(roll_s=120)}
    found = faults(ItemDraft("foot-stick", 1, dose=long), ItemDraft("foot-roll", 1))
    assert sorted(found) == ["items.1.dose.left.roll_s", "items.1.dose.right.roll_s"]
    assert "180 s" in found["items.1.dose.left.roll_s"]
    assert composed(ItemDraft("foot-stick", 1), ItemDraft("foot-roll", 1)).warnings == ()


def test_a_centred_roll_counts_for_both_sides() -> None:
    twice = (ItemDraft("back-roll", 1), ItemDraft("back-roll", 1))
    assert composed(*twice).plan
    assert list(faults(*twice, ItemDraft("back-roll", 1))) == ["items.2.dose.both.roll_s"]


def test_more_than_six_techniques_need_a_reason() -> None:
    seven = [ItemDraft("rest", 1, dose={"both": DoseDraft(hold_s=10)})] * 7
    assert list(faults(*seven)) == ["over_limit_reason"]
    found = composed(*seven, over_limit_reason="She asked for short ones.")
    assert found.warnings == ("many_items", "over_limit")


# --- warnings ---


def test_six_techniques_are_many_and_five_are_not() -> None:
    short = ItemDraft("rest", 1, dose={"both": DoseDraft(hold_s=10)})
    assert composed(*[short] * 5).warnings == ()
    assert composed(*[short] * 6).warnings == ("many_items",)


def test_more_than_ten_minutes_is_a_long_day() -> None:
    assert composed(hold(150)).warnings == ()
    assert composed(hold(151)).warnings == ("long_day",)


def test_three_techniques_of_one_place_on_a_day_are_many() -> None:
    names = ("back-ball", "back-ball-two", "back-ball-three")
    assert composed(*[ItemDraft(name, 1) for name in names[:2]]).warnings == ()
    assert composed(*[ItemDraft(name, 1) for name in names]).warnings == ("many_of_region",)
    apart = [ItemDraft(name, 1, days=(day,)) for day, name in enumerate(names)]
    assert composed(*apart, days=(0, 1, 2)).warnings == ()


def test_whole_body_rest_belongs_to_no_place() -> None:
    assert composed(*[ItemDraft("rest", 1)] * 3).warnings == ()


def test_four_changes_of_tool_are_many_and_hands_are_no_tool() -> None:
    ball, stick, rest = ItemDraft("back-ball", 1), ItemDraft("foot-stick", 1, "left"), ItemDraft("rest", 1)
    right = ItemDraft("foot-stick", 1, "right")
    assert composed(ball, rest, stick, ball, right).warnings == ()
    assert composed(ball, stick, ball, right, ball).warnings == ("many_tool_changes",)
