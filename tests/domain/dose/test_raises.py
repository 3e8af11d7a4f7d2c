"""Where a raise goes: breaths and rolling, in the therapist's order, within the step and the day."""

from __future__ import annotations

from pith.domain.catalogue import Dose
from pith.domain.dose import Raisable, longest_hold_s, raised

EVERY_DAY = frozenset(range(7))


def hold(key: str, hold_s: int = 30, spots: int = 1, *, sides: int = 1, most: int = 90) -> Raisable:
    dose = Dose(spots=spots, hold_s=hold_s, roll_s=0, move_s=0)
    return Raisable(key, {"both": dose} if sides == 1 else {"left": dose, "right": dose}, EVERY_DAY, most)


def roll(key: str, roll_s: int = 60, *, sides: int = 1) -> Raisable:
    dose = Dose(spots=0, hold_s=0, roll_s=roll_s, move_s=0)
    return Raisable(key, {"both": dose} if sides == 1 else {"left": dose, "right": dose}, EVERY_DAY)


def seconds(items: list[Raisable], step_s: int = 60, most: int = 720) -> dict[str, int]:
    return {key: sum(side.total_s for side in dose.values()) for key, dose in raised(items, step_s, most).items()}


def test_a_step_is_walked_in_the_therapists_order_until_it_is_used() -> None:
    # 8 + 15 + 8 + 15 + 8 = 54; neither 8 nor 15 more fits into 60.
    assert seconds([hold("a"), roll("b")]) == {"a": 54, "b": 90}
    # The other way round: 15 + 8 + 15 + 8 = 46, then 8 more for what comes second.
    assert seconds([roll("b"), hold("a")]) == {"b": 90, "a": 54}


def test_every_spot_gets_its_breath_and_both_sides_rise_together() -> None:
    found = raised([hold("a", spots=2, sides=2)], 60, 720)
    assert found == {"a": {"left": Dose(2, 38, 0, 0), "right": Dose(2, 38, 0, 0)}}


def test_rolling_rises_by_15_seconds_a_side() -> None:
    assert raised([roll("a", sides=2)], 30, 720) == {"a": {"left": Dose(0, 0, 75, 0), "right": Dose(0, 0, 75, 0)}}


def test_what_does_not_fit_whole_goes_to_the_next() -> None:
    assert seconds([roll("a", sides=2), hold("b")], step_s=15) == {"b": 38}


def test_a_step_that_nothing_can_take_raises_nothing() -> None:
    assert raised([roll("a", sides=2)], 15, 720) == {}


def test_a_hold_that_presses_stays_within_90_seconds_and_rolling_within_120() -> None:
    assert seconds([hold("a", 82), hold("b", 83), roll("c", 105), roll("d", 106)], step_s=200) == {"a": 90, "c": 120}


def test_a_breath_may_last_three_minutes() -> None:
    assert longest_hold_s("breath") == longest_hold_s("position_of_ease") == longest_hold_s("skin_glide") == 180
    assert longest_hold_s("sustained_hold") == longest_hold_s("slow_roll") == 90
    assert seconds([hold("a", 172, most=180)]) == {"a": 180}


def test_what_holds_and_rolls_holds_longer_first_and_rolls_longer_then() -> None:
    both = Raisable("a", {"both": Dose(1, 74, 60, 0)}, EVERY_DAY)
    assert raised([both], 60, 720) == {"a": {"both": Dose(1, 90, 90, 0)}}


def test_where_a_breath_does_not_fit_rolling_may() -> None:
    three = Raisable("a", {"both": Dose(3, 20, 60, 0)}, EVERY_DAY)
    assert raised([three], 20, 720) == {"a": {"both": Dose(3, 20, 75, 0)}}


def test_what_only_moves_rises_no_further() -> None:
    assert raised([Raisable("a", {"both": Dose(0, 0, 0, 60)}, EVERY_DAY)], 60, 720) == {}


def test_no_weekday_rises_over_the_most_that_a_day_may_have() -> None:
    monday, tuesday = frozenset({0}), frozenset({1})
    full = Raisable("a", {"both": Dose(1, 80, 0, 0)}, monday, 180)
    free = Raisable("b", {"both": Dose(1, 40, 0, 0)}, tuesday, 180)
    assert raised([full, free], 60, 87) == {"b": {"both": Dose(1, 80, 0, 0)}}
    assert raised([full], 60, 88) == {"a": {"both": Dose(1, 88, 0, 0)}}


def test_what_is_due_on_no_day_stays() -> None:
    assert raised([Raisable("a", {"both": Dose(1, 30, 0, 0)}, frozenset())], 60, 720) == {}


def test_what_does_not_rise_is_not_named() -> None:
    assert seconds([hold("a", 90), hold("b")], step_s=8) == {"b": 38}
