"""What the body's answer does to the dose: the first of fourteen rules that holds decides.

Source: domain.md 3.1 (numbers), 3.3 (decision table, first match wins), DECISIONS "Verdict, dose, flags". Seconds are
whole seconds of dose a day; pain and discomfort are 0-10, changes of pain signed. The phone decides alike
(frontend/src/domain/dose/decide.ts); tests/contract/dose.json holds both to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

START_S = 300
CEILING_S = 600
STEP_S, SLOW_STEP_S = 60, 30
WAIT_DAYS, SLOW_WAIT_DAYS = 7, 14
LEVEL_DAYS = 14
BREATH_S = 8

Rule = Literal[
    "D01", "D02", "D03", "D04", "D05", "D06", "D07", "D08", "D09", "D10", "D11", "D12", "D13", "D14"
]  # fmt: skip
Decided = Literal[
    "STOP_ALL", "PAUSE_TECHNIQUE", "PAUSE_REGION", "STEP_BACK", "RESTART", "DELOAD", "REPEAT", "HOLD",
    "RAISE_TIME", "PROPOSE_LEVEL", "MAINTAIN",
]  # fmt: skip
Notice = Literal["urgent", "same_day", "review", "info", "none"]


@dataclass(frozen=True, slots=True)
class Case:
    """What is known on one local day. `deltas`: pain after (or the next day, the higher) minus before, a session each
    since the last change, oldest first, none where none was told; `peaks`: the highest discomfort of each;
    `reaction_h`: hours that the newest reaction lasted so far; `gap_days`: prescribed days in a row without practice;
    `practised` of `prescribed` in the last seven days."""

    cur_s: int = START_S
    cap_s: int = CEILING_S
    step_s: int | None = None
    slow_lane: bool = False
    level: int = 2
    max_level: int = 3
    deltas: tuple[int, ...] = ()
    peaks: tuple[int, ...] = ()
    reaction_h: float | None = None
    stop_symptom: bool = False
    red_flag: bool = False
    gap_days: int = 0
    practised: int = 0
    prescribed: int = 7
    since_change_days: int = 0
    since_level_days: int | None = None

    @property
    def step(self) -> int:
        return self.step_s if self.step_s is not None else SLOW_STEP_S if self.slow_lane else STEP_S

    @property
    def level_days(self) -> int:
        return self.since_change_days if self.since_level_days is None else self.since_level_days


@dataclass(frozen=True, slots=True)
class Ruling:
    """`new_s`: the budget of a day from now on. What is proposed (D12, D13) waits for the therapist's tap unless she
    chose otherwise."""

    rule: Rule
    decision: Decided
    notice: Notice
    new_s: int


def decide(case: Case) -> Ruling:
    """The first rule that holds. Where pain decides and days were left out as well, the gap still lowers the time."""
    if case.red_flag:
        return Ruling("D01", "STOP_ALL", "urgent", 0)
    return _for_pain(case) or _for_a_gap(case) or _for_waiting(case) or _forward(case)


def after_gap(case: Case) -> int:
    """Seconds a day after days without practice: D06, D07. Never more than before."""
    if case.gap_days >= 14:
        return min(case.cur_s, START_S)
    if case.gap_days >= 7:
        return min(case.cur_s, max(180, case.cur_s // 2 // 30 * 30))
    return case.cur_s


def _for_pain(case: Case) -> Ruling | None:
    left = after_gap(case)
    if case.stop_symptom:
        return Ruling("D02", "PAUSE_TECHNIQUE", "same_day", left)
    if case.reaction_h is not None and case.reaction_h > 48:
        return Ruling("D03", "PAUSE_REGION", "same_day", left)
    last = case.deltas[-1:]
    if any(delta >= 3 for delta in last) or sum(delta >= 2 for delta in case.deltas[-3:]) >= 2:
        return Ruling("D04", "STEP_BACK", "same_day", min(left, _back(case)))
    if any(peak >= 6 for peak in case.peaks[-1:]):
        return Ruling("D05", "STEP_BACK", "review", min(left, _back(case)))
    return None


def _back(case: Case) -> int:
    """A level lower keeps the time; at level 1 a quarter of it goes, though never the last breath."""
    if case.level > 1:
        return case.cur_s
    return max(min(BREATH_S, case.cur_s), case.cur_s - -(-case.cur_s // 4))


def _for_a_gap(case: Case) -> Ruling | None:
    if case.gap_days >= 14:
        return Ruling("D06", "RESTART", "review", after_gap(case))
    if case.gap_days >= 7:
        return Ruling("D07", "DELOAD", "info", after_gap(case))
    return Ruling("D08", "REPEAT", "none", case.cur_s) if case.gap_days >= 3 else None


def _for_waiting(case: Case) -> Ruling | None:
    if case.deltas[-1:] == (2,):
        return Ruling("D09", "HOLD", "info", case.cur_s)
    if case.reaction_h is not None and case.reaction_h > 24:
        return Ruling("D10", "HOLD", "info", case.cur_s)
    return Ruling("D11", "HOLD", "none", case.cur_s) if _too_early(case) else None


def _too_early(case: Case) -> bool:
    fewest = 3 if case.prescribed < 5 else 4
    return (
        case.practised * 10 < case.prescribed * 7
        or case.practised < fewest
        or case.since_change_days < (SLOW_WAIT_DAYS if case.slow_lane else WAIT_DAYS)
        # No word about pain in the week is no good word (DECISIONS).
        or not case.deltas
        or any(delta > 1 for delta in case.deltas)
        or any(peak > 4 for peak in case.peaks)
    )


def _forward(case: Case) -> Ruling:
    if case.cur_s < case.cap_s:
        return Ruling("D12", "RAISE_TIME", "info", min(case.cap_s, case.cur_s + case.step))
    if case.level < case.max_level and case.level_days >= LEVEL_DAYS:
        return Ruling("D13", "PROPOSE_LEVEL", "review", case.cur_s)
    return Ruling("D14", "MAINTAIN", "none", case.cur_s)
