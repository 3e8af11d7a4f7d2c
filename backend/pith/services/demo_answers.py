"""What the people of the demo answer in the intake: the plain answers of somebody with one sore place, no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from pith.domain.screening import Asked, words_in
from pith.services.demo_story import Story

_NO = ("q08", "q09", "q10", "q11", "q12", "q13", "q14", "q15", "q16", "q18", "q26")
_NONE = ("q05", "q06", "q19", "q20", "q21", "q22", "q23", "q24")
PLAIN: dict[str, Any] = {
    "q01": 41,
    "q02": [{"region": "shoulder_top", "side": "left"}],
    "q03": 5,
    "q04": "over 3 months",
    "q07": ["no"],
    **dict.fromkeys(_NO, "no"),
    **{question: ["none"] for question in _NONE},
    "q25": ["all fine"],
    "q27": [{"activity": "Work a morning at the desk", "score": 5}],
    "q28": ["two_balls_sock", "soft_ball", "tennis_ball", "golf_ball"],
    "q29": {"time": "07:00", "consent": "yes"},
}


def answers_of(story: Story, questions: Sequence[Asked], began: date) -> Iterator[tuple[str, Any]]:
    """Her answers in the order in which she is asked; a question that is not shown to her is not answered."""
    told = PLAIN | dict(story.tells or {})
    for question in questions:
        if story.tells is None or question.id == story.stops_at:
            return
        if all(set(words_in(told[other])) & wanted for other, wanted in question.show_if.items()):
            answer = told[question.id]
            if story.due_on is not None and question.id == "q16":
                answer = {**answer, "due": (began + timedelta(days=story.due_on)).isoformat()}
            yield question.id, answer
