"""Rules, dates and questions that could not work refuse to start, and name the file, the id and the field."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.refusing import refusal

# file, what to replace there (first place), with what, then the id and field that must be named
FAULTS = {
    "a limit that is none": (
        "rules.yaml",
        "adapt: {max_level: 1, max_hold_s: 24}",
        "adapt: {max_level: 3}",
        "S25",
        "adapt.max_level",
    ),
    "a hold that nobody may hold": (
        "rules.yaml",
        "adapt: {max_level: 1, max_hold_s: 24}",
        "adapt: {max_hold_s: 91}",
        "S25",
        "adapt.max_hold_s",
    ),
    "a ceiling of nothing": (
        "rules.yaml",
        "max_hold_s: 24, discomfort_ceiling: 3}, text",
        "discomfort_ceiling: 5}, text",
        "S27",
        "adapt.discomfort_ceiling",
    ),
    "a rule that never matches": (
        "rules.yaml",
        "near: [kidney]",
        "near: [kidney], hard_gte: 3, load: [none]",
        "S75",
        "match",
    ),
    "a placed flag without a site": ("rules.yaml", "{site: anywhere, load: [lean", "{load: [lean", "S09", "match.site"),
    "a site of a flag that has no place": (
        "rules.yaml",
        "when: dvt, match: {all: true}",
        "when: dvt, match: {all: true, site: same}",
        "S02",
        "match.site",
    ),
    "flags with and without a place in one rule": (
        "rules.yaml",
        "when: [open_wound, skin_infection]",
        "when: [open_wound, dvt]",
        "S05",
        "when",
    ),
    "a block that somebody may clear": (
        "rules.yaml",
        "{all: true}, do: block",
        "{all: true}, do: block, needs: surgeon",
        "S01",
        "do",
    ),
    "a warning that limits": ("rules.yaml", "do: warn, text", "do: warn, adapt: {max_level: 1}, text", "S07", "do"),
    "an adaptation that somebody clears": (
        "rules.yaml",
        "do: adapt, adapt: {max_level: 2, disc",
        "do: adapt, needs: surgeon, adapt: {max_level: 2, disc",
        "S28",
        "needs",
    ),
    "a day rule of a flag that stays": (
        "rules.yaml",
        'do: block, text: "Keep off',
        'do: block, until: next_day, text: "Keep off',
        "S57",
        "until",
    ),
    "phases that begin late": ("screening.yaml", "surgery_lt_1w: 0", "surgery_lt_1w: 1", "surgery", "phases"),
    "phases out of order": ("screening.yaml", "surgery_1_6w: 7", "surgery_1_6w: 43", "surgery", "phases"),
    "no phase": ("screening.yaml", "{postpartum_lt_12w: 0}", "{}", "birth", "phases"),
    "a phase of an unknown flag": ("screening.yaml", "{postpartum_lt_12w: 0}", "{postpartum: 0}", "birth", "phases"),
    "an end before the last phase": ("screening.yaml", "ends: 56", "ends: 42", "surgery", "ends"),
    "phases that end by themselves": (
        "screening.yaml",
        "ends: 56}",
        "ends: 56, by_itself: true}",
        "surgery",
        "by_itself",
    ),
    "an end by itself without an end": (
        "screening.yaml",
        "phases: {fever_illness: 0}, ends: 1",
        "phases: {fever_illness: 0}",
        "fever",
        "by_itself",
    ),
    "a flag in two timelines": (
        "screening.yaml",
        "{postpartum_lt_12w: 0}",
        "{acute_injury: 0}",
        "acute_injury",
        "phases.acute_injury",
    ),
    "a static flag that is none": ("screening.yaml", "id: lymphoedema", "id: lymph", "lymph", "id"),
    "a limb of a flag that has no place": (
        "screening.yaml",
        "- {id: lymphoedema, site",
        "- {id: dvt, site",
        "dvt",
        "site",
    ),
    "an exclusion of nothing": (
        "screening.yaml",
        "technique: [suboccipital-two-balls]",
        "technique: [calf-stick]",
        "osteoporosis",
        "exclude_where.1",
    ),
    "a reason without words": (
        "screening.yaml",
        '- {id: caution, text: "Take extra care here. You told us: {flag}."}\n',
        "",
        "(whole file)",
        "reasons",
    ),
    "words of no reason": ("screening.yaml", "id: caution, text", "id: careful, text", "(whole file)", "reasons"),
    "a German reason that is missing": (
        "de/screening.yaml",
        "id: caution, text",
        "id: careful, text",
        "(whole file)",
        "reasons",
    ),
    "a part too many": ("screening.yaml", "statics:\n", "moods: []\nstatics:\n", "(whole file)", "moods"),
    "a place that the body map does not have": (
        "adjacency.yaml",
        "  elbow: [upper_arm",
        "  elbo: [upper_arm",
        "(whole file)",
        "site_only.elbo",
    ),
    "a place of the body map that touches nothing": (
        "adjacency.yaml",
        "  elbow: [upper_arm, forearm_front, forearm_back]\n",
        "",
        "(whole file)",
        "site_only",
    ),
    "days that two files tell differently": (
        "intake.yaml",
        "recent_injection: 14",
        "recent_injection: 7",
        "q24",
        "days.recent_injection",
    ),
    "a dated flag without a date": ("intake.yaml", 'type: "choice + date"', 'type: "choice"', "q16", "type"),
    "a placed flag without a question for its place": (
        "intake.yaml",
        "type: body_map, raises: {}, raises_if",
        "type: bool, raises: {}, raises_if",
        "q08",
        "type",
    ),
    "a phase of no timeline": ("intake.yaml", "phase_of: surgery}", "phase_of: operation}", "q15", "raises_if"),
    "a question after one that is none": ("intake.yaml", "show_if: {q16:", "show_if: {q99:", "q17", "show_if"),
    "a question after an answer that is none": (
        "intake.yaml",
        "show_if: {q16: [weeks 0-13,",
        "show_if: {q16: [weeks 0-12,",
        "q17",
        "show_if.q16",
    ),
    "a question asked again after an answer that is none": (
        "intake.yaml",
        "reask: {surgery:",
        "reask: {operation:",
        "d1",
        "reask",
    ),
    "an age that is none": ("intake.yaml", "below: 18", "below: young", "q01", "raises_if.0.below"),
    "an age that raises nothing known": ("intake.yaml", "flags: [minor]", "flags: [young]", "q01", "raises_if.0.flags"),
    "two conditions in one": ("intake.yaml", "{any: true,", "{any: true, below: 3,", "q08", "raises_if.0"),
    "a condition that is no list": (
        "intake.yaml",
        "raises_if: [{ticked: red_flags}]",
        "raises_if: ticked",
        "q05",
        "raises_if",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "id_", "field"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_refused_by_file_id_and_field(
    tmp_path: Path, file: str, old: str, new: str, id_: str, field: str
) -> None:
    assert refusal(tmp_path, file, old, new).startswith(f"content/{file}: {id_}: {field}: ")
