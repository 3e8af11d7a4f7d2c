"""Broken content refuses to start, and names the file, the id and the field."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pith.content.loader import DATA, ContentError, read_content
from tests.content.refusing import refusal

BALL = "techniques/back.yaml"
TWO_BALLS = "upper-back-two-balls"

# file, what to replace there (first place), with what, then the id and field that must be named
FAULTS = {
    "an unknown region": (BALL, "regions: [upper_back]", "regions: [upper_bak]", TWO_BALLS, "regions"),
    "no region": (BALL, "regions: [upper_back]", "regions: []", TWO_BALLS, "regions"),
    "an unknown line": (BALL, "lines: [sbl, spl]", "lines: [sbl, xyz]", TWO_BALLS, "lines"),
    "an unknown tool": (BALL, "tools: [two_balls_sock]", "tools: [two_ball]", TWO_BALLS, "levels.1.tools"),
    "an unknown prop": (BALL, "props: [wall]", "props: [wal]", TWO_BALLS, "levels.1.props"),
    "an unknown position": (BALL, "pos: [standing_wall]", "pos: [flying]", TWO_BALLS, "levels.1.pos"),
    "an unknown style": (BALL, "style: slow_roll", "style: fast_roll", TWO_BALLS, "levels.1.style"),
    "an unknown load": (BALL, "load: lean", "load: lift", TWO_BALLS, "levels.1.load"),
    "an unknown side": (BALL, "side: both", "side: all", TWO_BALLS, "levels.1.side"),
    "an unknown zone": (BALL, "near: [spine, ribs]", "near: [spine, rib]", TWO_BALLS, "levels.1.near"),
    "an unknown stop sign": (BALL, "stop: [spine_bone_pain,", "stop: [spine_pain,", TWO_BALLS, "stop"),
    "an unknown flag": (BALL, "exclude: [osteoporosis,", "exclude: [osteoporos,", TWO_BALLS, "exclude"),
    "an unknown caution": (BALL, "caution: [long_term_steroids,", "caution: [steroid,", TWO_BALLS, "caution"),
    "a flag named twice": (BALL, "caution: [long_term_steroids,", "caution: [floor_access,", TWO_BALLS, "caution"),
    "a flag in both lists": (BALL, "caution: [long_term_steroids,", "caution: [osteoporosis,", TWO_BALLS, "caution"),
    "an unknown condition": (BALL, "for: [back_pain,", "for: [back,", TWO_BALLS, "for"),
    "no condition": (BALL, "for: [back_pain, neck_pain, stress]", "for: []", TWO_BALLS, "for"),
    "a wrong total": (BALL, "sides: 1, total_s: 78", "sides: 1, total_s: 79", TWO_BALLS, "levels.1.dose.total_s"),
    "a text for a number": (BALL, "hold_s: 24,", 'hold_s: "24",', TWO_BALLS, "levels.1.dose.hold_s"),
    "a fraction": (BALL, "hold_s: 24,", "hold_s: 24.5,", TWO_BALLS, "levels.1.dose.hold_s"),
    "a truth for a number": (BALL, "hard: 2", "hard: true", TWO_BALLS, "levels.1.hard"),
    "wrong breaths": (BALL, "breaths: 4", "breaths: 5", TWO_BALLS, "levels.2.dose.breaths"),
    "wrong hardness": (BALL, "hard: 2", "hard: 3", TWO_BALLS, "levels.1.hard"),
    "a doubled level": (BALL, "    2:\n", "    1:\n", "(whole file)", "yaml"),
    "a fourth level": (BALL, "    3:\n", "    4:\n", TWO_BALLS, "levels"),
    "a level as text": (BALL, "    1:\n", '    "1":\n', TWO_BALLS, "levels"),
    "a misspelt field": (BALL, "feel:", "feels:", TWO_BALLS, "feel"),
    "a field too many": (BALL, "  feel:", "  mood: calm\n  feel:", TWO_BALLS, "mood"),
    "an empty text": (BALL, 'name: "Upper back on two tennis balls"', 'name: " "', TWO_BALLS, "name"),
    "a bare yes": (BALL, 'name: "Upper back on two tennis balls"', "name: yes", TWO_BALLS, "name"),
    "a list of bare words": (BALL, "pos: [standing_wall]", "pos: [no]", TWO_BALLS, "levels.1.pos.0"),
    "no list": (BALL, "pos: [standing_wall]", "pos: standing_wall", TWO_BALLS, "levels.1.pos"),
    "a level without tools": (BALL, "tools: [two_balls_sock]", "tools: []", TWO_BALLS, "levels.1.tools"),
    "not a mapping": (BALL, "- id: upper-back-two-balls", "- 5\n- id: upper-back-two-balls", "record 1", "record"),
    "broken YAML": (BALL, "regions: [upper_back]", "regions: [upper_back", "(whole file)", "yaml"),
    "an unknown reference level": (BALL, "ref_level: 2", "ref_level: 4", TWO_BALLS, "ref_level"),
    "two records of one id": (
        BALL, "id: upper-back-ball-wall", "id: upper-back-two-balls", TWO_BALLS, "id",
    ),
    "one id in two files": (
        "techniques/rest-and-scar.yaml", "id: body-scan-rest", "id: calf-stick", "calf-stick", "id",
    ),
    "a ladder of two": (
        BALL, '    - "same balls standing at a wall, 2 spots x 3 breaths"\n', "", TWO_BALLS, "ladder",
    ),
    "a press held too long": (
        BALL, "hold_s: 24, roll_s: 30, move_s: 0, sides: 1, total_s: 78",
        "hold_s: 91, roll_s: 30, move_s: 0, sides: 1, total_s: 212", TWO_BALLS, "levels.1.dose.hold_s",
    ),
    "a roll too long": (
        BALL, "hold_s: 24, roll_s: 30, move_s: 0, sides: 1, total_s: 78",
        "hold_s: 24, roll_s: 121, move_s: 0, sides: 1, total_s: 169", TWO_BALLS, "levels.1.dose.roll_s",
    ),
    "a hold without a spot": (
        BALL, "{spots: 2, hold_s: 24, roll_s: 30, move_s: 0, sides: 1, total_s: 78}",
        "{spots: 0, hold_s: 24, roll_s: 30, move_s: 0, sides: 1, total_s: 30}", TWO_BALLS, "levels.1.dose.hold_s",
    ),
    "two sides of a centred dose": (
        BALL, "sides: 1, total_s: 78", "sides: 2, total_s: 156", TWO_BALLS, "levels.1.dose.sides",
    ),
    "a lower level that is longer": (
        BALL, "{spots: 2, hold_s: 24, roll_s: 30, move_s: 0, sides: 1, total_s: 78}",
        "{spots: 5, hold_s: 24, roll_s: 30, move_s: 0, sides: 1, total_s: 150}", TWO_BALLS, "levels.1.dose",
    ),
    "a lower level that is heavier": (BALL, "load: body", "load: hand", TWO_BALLS, "levels.1"),
    "a step too long": (BALL, "Then move on to the next place.", "Then move on. " * 10, TWO_BALLS, "levels.1.steps"),
    "no step": (
        "techniques/rest-and-scar.yaml",
        "      steps:\n        - \"Rest both hands on your belly without pressing.\"\n"
        "        - \"Let the breath lift your hands.\"\n        - \"Let your jaw and shoulders be loose.\"\n"
        "        - \"Follow 7 easy breaths.\"\n",
        "      steps: []\n", "belly-hands-breath", "levels.1.steps",
    ),
    "weight without a tool": (
        "techniques/rest-and-scar.yaml", 'load: "none"', "load: lean", "legs-on-chair-breath", "levels.1.load",
    ),
    "a starter of something unknown": (
        "starters.yaml", "[plantar-golf-ball, body-scan-rest]", "[plantar-ball, body-scan-rest]", "plantar-5",
        "techniques",
    ),
    "a starter that adds up wrong": ("starters.yaml", "dose_s: 294", "dose_s: 295", "upper-back-5", "dose_s"),
    "a tool twice": ("tools.yaml", "id: tennis_ball", "id: soft_ball", "soft_ball", "id"),
    "a tool without hardness": ("tools.yaml", "hard: 1, family: ball", "family: ball", "soft_ball", "hard"),
    "a bare none for a tool": ("tools.yaml", 'id: "none"', "id: null", "record 11", "id"),
    "a region without a label": ("regions.yaml", 'label: "Jaw"', 'label: ""', "jaw", "label"),
    "an unlisted group of labels": ("labels.yaml", "lines:\n", "moods: []\nlines:\n", "(whole file)", "moods"),
    "a condition without its sentence": (
        "labels.yaml", ', often: "Often chosen on tense days"', "", "stress", "often",
    ),
    "a near point of no zone": ("zones.yaml", "zone: bone_points", "zone: bones", "ribs", "zone"),
    "a near point that is a zone": ("zones.yaml", "id: ribs", "id: spine", "spine", "id"),
    "a sign of no red flag": ("stop_signs.yaml", "rf: rf_cauda_equina", "rf: rf_cauda", "saddle_numbness", "rf"),
    "an urgent sign without a red flag": ("stop_signs.yaml", "rf: rf_chest", "rf: null", "chest_pain", "rf"),
    "neighbours of nowhere": ("adjacency.yaml", "head: [jaw,", "head: [jow,", "(whole file)", "adjacent.head"),
    "an unknown neighbour": (
        "adjacency.yaml", "  jaw: [neck_side]", "  jow: [neck_side]", "(whole file)", "adjacent",
    ),
    "a region for sites only": ("adjacency.yaml", "  face: [head,", "  head: [head,", "(whole file)", "site_only.head"),
    "no version": ("content.yaml", "version:", "edition:", "(whole file)", "version"),
    "an unknown severity": ("flags.yaml", "id: dvt, sev: stop", "id: dvt, sev: halt", "dvt", "sev"),
    "a flag named like all red flags": ("flags.yaml", "id: dvt,", "id: any_red_flag,", "(whole file)", "flags"),
    "a rule of no flag": ("rules.yaml", "when: dvt,", "when: dtv,", "S02", "when"),
    "a rule with an unknown verdict": ("rules.yaml", "{all: true}, do: block", "{all: true}, do: forbid", "S01", "do"),
    "a rule that matches nothing": ("rules.yaml", "match: {all: true}", "match: {}", "S01", "match"),
    "a rule on an unknown place": ("rules.yaml", "region: [neck_back,", "region: [neck,", "S17", "match.region"),
    "a rule with an unknown predicate": ("rules.yaml", "match: {all: true}", "match: {al: true}", "S01", "match.al"),
    "a rule for some of all": ("rules.yaml", "match: {all: true}", "match: {all: false}", "S01", "match.all"),
    "a rule on an unknown site": ("rules.yaml", "site: same_or_adjacent,", "site: near,", "S04", "match.site"),
    "an override that nobody may give": ("rules.yaml", "needs: surgeon,", "", "S09", "needs"),
    "an adaptation to nothing": ("rules.yaml", "adapt: {use_alternative_pos: true}", "adapt: {}", "S38", "adapt"),
    "an unknown end": ("rules.yaml", "block, until: next_day", "block, until: tomorrow", "S16", "until"),
    "an answer that raises an unknown flag": (
        "intake.yaml", 'other: acute_injury', 'other: injury', "q07", "raises.other",
    ),
    "an answer that is no option": (
        "intake.yaml", 'other: acute_injury', 'another: acute_injury', "q07", "raises.another",
    ),
    "a bare no among the options": ("intake.yaml", 'other, "no"]', "other, no]", "q07", "options.3"),
    "a bare yes as an answer": (
        "intake.yaml", '{"yes": long_term_steroids}', "{yes: long_term_steroids}", "q10", "raises.True",
    ),
    "days of an unknown flag": ("intake.yaml", "days: {recent_injection: 14}", "days: {injection: 14}", "q24", "days"),
    "a question asked again that is none": (
        "intake.yaml", "surgery: [q15]", "surgery: [q99]", "(whole file)", "d1.reask.surgery",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "id_", "field"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_refused_by_file_id_and_field(
    tmp_path: Path, file: str, old: str, new: str, id_: str, field: str
) -> None:
    assert refusal(tmp_path, file, old, new).startswith(f"content/{file}: {id_}: {field}: ")


@pytest.mark.parametrize(
    ("file", "old", "problem"),
    [
        ("rules.yaml", "when: hernia", "has no rule in rules.yaml"),
        ("intake.yaml", "hernia: hernia", "is raised by no answer in intake.yaml"),
    ],
)
def test_a_flag_that_leads_nowhere_is_refused(tmp_path: Path, file: str, old: str, problem: str) -> None:
    root = tmp_path / "data"
    shutil.copytree(DATA, root)
    text = (root / file).read_text()
    (root / file).write_text(text.replace(old, old.replace(": hernia", ": dvt")))
    with pytest.raises(ContentError, match=f"content/flags.yaml: hernia: id: {problem}"):
        read_content(root)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    root = tmp_path / "data"
    shutil.copytree(DATA, root)
    (root / "tools.yaml").unlink()
    with pytest.raises(ContentError, match=r"content/tools\.yaml: \(whole file\): file: cannot be read"):
        read_content(root)


def test_content_without_techniques_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "data"
    shutil.copytree(DATA, root)
    shutil.rmtree(root / "techniques")
    with pytest.raises(ContentError, match="techniques"):
        read_content(root)


def test_a_list_that_is_none_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "data"
    shutil.copytree(DATA, root)
    (root / "regions.yaml").write_text("head: Head\n")
    with pytest.raises(ContentError, match="is not a list of records"):
        read_content(root)


def test_weight_without_any_caution_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "data"
    shutil.copytree(DATA, root)
    path = root / "techniques" / "shoulder-and-chest.yaml"
    text = path.read_text()
    line = "caution: [frozen_shoulder_painful, joint_replacement]"
    assert line in text
    path.write_text(text.replace(line, "caution: []"))
    with pytest.raises(ContentError) as caught:
        read_content(root)
    assert (caught.value.id, caught.value.field) == ("rear-shoulder-ball-wall", "caution")
