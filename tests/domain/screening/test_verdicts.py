"""What the tables of cases do not say: order, many at once, and rules that no real flag has."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from time import process_time

from pith.content.loader import load_content
from pith.domain.screening import (
    ANY_RED_FLAG,
    Active,
    FlagKind,
    Match,
    Policy,
    Raised,
    Rule,
    Site,
    Timeline,
    Use,
    active_flags,
    pregnancy_start,
    safer_step,
    verdict,
    verdicts,
)
from pith.domain.screening.dates import phase_on
from pith.domain.screening.person import person_of
from pith.domain.screening.verdicts import judge

CONTENT = load_content()
POLICY, TECHNIQUES = CONTENT.policy, CONTENT.catalogue.techniques
TODAY = date(2026, 3, 2)


def test_day_0_of_a_pregnancy_is_280_days_before_the_due_date() -> None:
    assert pregnancy_start(date(2026, 10, 8)) == date(2026, 1, 1)


def test_a_phase_goes_by_its_first_day_and_a_day_before_day_0_is_in_the_first() -> None:
    surgery, start = POLICY.timelines["surgery_lt_1w"], date(2026, 1, 1)
    phases = [phase_on(surgery, start, start + timedelta(days=day)) for day in (-1, 0, 6, 7, 41, 42, 55, 56)]
    weeks = ["surgery_lt_1w"] * 3 + ["surgery_1_6w"] * 2 + ["surgery_6_8w"] * 2
    assert phases == [*weeks, None]
    assert phase_on(surgery, None, start) == "surgery_lt_1w"
    assert phase_on(POLICY.timelines["fever_illness"], None, start) == "fever_illness"


def test_what_is_on_keeps_its_place_and_its_log() -> None:
    calf = (Site("calf", "left"),)
    raised = [Raised("surgery_lt_1w", calf, TODAY - timedelta(days=7), None, "log-1"), Raised("minor", log="log-2")]
    assert active_flags(POLICY, raised, TODAY) == (
        Active("surgery_lt_1w", calf, "log-1"),
        Active("surgery_1_6w", calf, "log-1"),
        Active("minor", (), "log-2"),
    )


def test_many_techniques_at_once_have_the_verdict_that_each_has_alone() -> None:
    flags = [Raised("blood_thinners"), Raised("hernia"), Raised("open_wound", (Site("calf", "left"),))]
    flags.append(Raised("fever_illness", since=TODAY - timedelta(days=1)))
    uses = [Use(technique, 2) for technique in TECHNIQUES.values()]
    assert verdicts(POLICY, uses, flags, TODAY) == tuple(verdict(POLICY, use, flags, TODAY) for use in uses)


def small_policy(rules: tuple[Rule, ...], flags: Mapping[str, FlagKind]) -> Policy:
    return replace(POLICY, rules=rules, flags=flags)


def test_the_level_that_a_limit_leaves_is_read_as_well_and_the_stricter_counts() -> None:
    on = ("lower",)
    small = small_policy(
        (
            Rule("A", on, "anywhere", Match(least={"level": 3}), "adapt", limits={"max_level": 2}),
            Rule("B", on, "anywhere", Match({"tool": frozenset({"tennis_ball"})}), "adapt", limits={"max_level": 1}),
            Rule("C", on, "anywhere", Match({"tool": frozenset({"soft_ball"})}), "block"),
        ),
        {"lower": FlagKind("lower", placed=False)},
    )
    bare = replace(TECHNIQUES["glute-ball-wall"], exclude=(), caution=())
    found = judge(person_of(small, [Active("lower")]), Use(bare, 3))
    assert (found.do, found.rules, found.limits) == ("block", ("C", "A", "B"), {"max_level": 1})


def test_the_flag_behind_each_reason_is_told_the_same_rule_once_for_each() -> None:
    found = verdict(
        POLICY, Use(TECHNIQUES["calf-roller"], 1), [Raised("blood_thinners"), Raised("clotting_disorder")], TODAY
    )
    assert [(one.rule, one.flag) for one in found.findings] == [("S25", "clotting_disorder"), ("S25", "blood_thinners")]
    assert found.rules == ("S25",)


def test_a_red_flag_is_told_by_its_own_name() -> None:
    use = Use(TECHNIQUES["body-scan-rest"], 1)
    for flag in ("rf_dvt", ANY_RED_FLAG):
        assert [one.flag for one in verdict(POLICY, use, [Raised(flag)], TODAY).findings] == [flag]


def test_a_verdict_has_a_place_in_the_order_of_strictness() -> None:
    use = Use(TECHNIQUES["calf-roller"], 2)
    flags = ("not_one", "diabetes", "fibromyalgia", "minor", "dvt")
    ranks = [verdict(POLICY, use, [Raised(flag)] if flag != "not_one" else [], TODAY).rank for flag in flags]
    assert ranks == [0, 1, 2, 3, 4]


def test_a_flag_that_this_copy_does_not_know_is_told_by_its_name() -> None:
    found = verdict(POLICY, Use(TECHNIQUES["body-scan-rest"], 1), [Raised("a_flag_of_tomorrow")], TODAY)
    assert [(one.rule, one.flag) for one in found.findings] == [("unknown_flag", "a_flag_of_tomorrow")]


def test_an_unconfirmed_phase_stays_however_short_it_is() -> None:
    short = Timeline("short", (("brief", 0),), 1, by_itself=False)
    small = replace(small_policy((), {"brief": FlagKind("brief", placed=False)}), timelines={"brief": short})
    assert active_flags(small, [Raised("brief", since=TODAY - timedelta(days=30))], TODAY) == (Active("brief"),)


def step_with(limits: Mapping[str, int], flags: Sequence[Raised] = (Raised("soft"),)) -> int | None:
    """From the lacrosse ball (3) of a technique with a tennis ball (2) and a soft ball (1) below."""
    rules = (Rule("A", ("soft",), "anywhere", Match(), "adapt", limits=limits),)
    small = small_policy(rules, {"soft": FlagKind("soft", placed=False)})
    bare = replace(TECHNIQUES["glute-ball-wall"], exclude=(), caution=())
    return safer_step(small, Use(bare, 3), flags, TODAY, ("tennis_ball", "soft_ball"))


def test_a_safer_step_is_no_harder_than_its_own_limit() -> None:
    assert step_with({"tools_max_hard": 1}) == 1
    assert step_with({"tools_max_hard": 2}) == 2
    assert step_with({"max_hold_s": 24}) == 2


def test_a_safer_step_is_judged_on_its_day() -> None:
    use = Use(TECHNIQUES["glute-ball-wall"], 3)
    for day, step in ((0, None), (1, 2)):
        fever = [Raised("fever_illness", since=TODAY - timedelta(days=day))]
        assert safer_step(POLICY, use, fever, TODAY, ("tennis_ball",)) == step


def milliseconds(raised: list[Raised]) -> float:
    """Of processor time, the best of several, with nobody counting branches: what others do here does not matter."""
    uses = [Use(one, one.ref_level) for one in CONTENT.catalogue.techniques.values()]
    took = []
    counting = sys.gettrace()
    sys.settrace(None)
    try:
        for _ in range(20):
            start = process_time()
            verdicts(CONTENT.policy, uses, raised, TODAY)
            took.append(process_time() - start)
    finally:
        sys.settrace(counting)
    return min(took) * 1000


def test_all_techniques_are_judged_in_five_milliseconds_for_somebody_with_ten_flags() -> None:
    names = ("blood_thinners", "osteoporosis", "bruises_easily", "headache_disorder", "hypermobility", "minor")
    knee = (Site("knee", "left"),)
    placed = [Raised(flag, knee) for flag in ("surgery_1_6w", "lymphoedema", "open_wound", "cancer_active")]
    assert milliseconds([*map(Raised, names), *placed]) < 5


def test_every_flag_at_once_takes_little_more() -> None:
    assert milliseconds([Raised(flag) for flag in CONTENT.policy.flags]) < 20


def test_what_was_worked_out_for_a_technique_is_not_taken_for_another_of_the_same_name() -> None:
    technique = CONTENT.catalogue.techniques["calf-roller"]
    other = replace(CONTENT.catalogue.techniques["belly-hands-breath"], id=technique.id)
    raised = [Raised("blood_thinners")]
    first = verdict(CONTENT.policy, Use(technique, 2), raised, TODAY)
    assert verdict(CONTENT.policy, Use(other, 2), raised, TODAY).do == "ok"
    assert verdict(CONTENT.policy, Use(technique, 2), raised, TODAY) == first
    assert first.do == "override"


def test_what_was_worked_out_with_some_rules_is_not_taken_for_others() -> None:
    use, raised = Use(TECHNIQUES["calf-roller"], 2), [Raised("blood_thinners")]
    assert verdict(POLICY, use, raised, TODAY).do == "override"
    assert verdict(replace(POLICY, rules=()), use, raised, TODAY).do == "ok"
    renamed = tuple(replace(rule, id=f"other {rule.id}") for rule in POLICY.rules)
    assert verdict(replace(POLICY, rules=renamed), use, raised, TODAY).do == "override"
