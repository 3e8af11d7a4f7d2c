"""Whether an answer fits its question, and what an answer raises that cannot be read.

At the desk what does not fit is refused by field. A phone's answer is never refused: what cannot be read in it counts
as not being sure (domain.md 2.5), so that nothing that was told is silently nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from pith.domain.body_map import SIDES_OF
from pith.domain.screening.asking import is_told
from pith.domain.screening.dates import PREGNANCY_DAYS, assumed_start, ends_by_itself
from pith.domain.screening.flag_logs import FlagLog
from pith.domain.screening.intake import NOTHING
from pith.domain.screening.policy import ANY_RED_FLAG, Policy, Question, RaiseIf
from pith.domain.screening.told import UNSURE, answers_in, is_region

Faults = dict[str, str]

OPERATIONS = frozenset({"date", "body_map", "bool"})
NUMBERS = frozenset({"int", "nrs"})
WORDLESS = NUMBERS | {"psfs", "time", "consent"}
YES_NO = ("yes", "no")
UNREAD = "This answer is not written as its question asks."
NO_OPTION = "This is not one of the answers."
NO_PLACE = "The body map has no such place."
NO_SIDE = "Which side of it? Left, right, both or middle."
NO_FIELD = "There is no such field in this answer."
TO_COME = "This day is still to come."
NO_DAY = "This is not a date like 2026-03-01."
TWO_KINDS = "None of these, or some of them: not both."
OLDEST, TEXT_MAX, GOALS, GOAL_MAX, PLACES_MAX, ENTRIES_MAX = 130, 1000, 3, 200, 60, 20
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def faults(question: Question, answer: Any, today: date) -> Faults:
    """What does not fit, by the path inside the answer ("" is the answer itself); empty when all fits."""
    if not is_told(answer):
        return {"": "Answer this, or leave the question out."}
    if question.asks == OPERATIONS:
        return _operations(answer, today)
    if question.asks <= WORDLESS:
        return _wordless(question.asks, answer)
    if isinstance(answer, Mapping):
        return _entries(question, answer, today) if "entries" in answer else _compound(question, answer, today)
    if isinstance(answer, list) and any(isinstance(one, Mapping) for one in answer):
        return _sites(answer) if question.asks == {"body_map"} else {"": UNREAD}
    return _chosen(question, answer)


def unread_in(policy: Policy, item: Mapping[str, Any], at: datetime, told: Sequence[FlagLog]) -> tuple[FlagLog, ...]:
    """The logs of flags for what cannot be read in one log of a phone, beside those that were `told` in it."""
    given: Mapping[str, Any] = {}
    if item["kind"] in ("intake", "check"):
        given = item["answers"] if item["kind"] == "check" else {item["question_id"]: item["answer"]}
    known = {one.flag for one in told}
    today = date.fromisoformat(item["local_date"])
    flags = dict.fromkeys(
        flag for question, answer in given.items() for flag in unread_raises(policy, question, answer)
    )
    return tuple(
        FlagLog(
            f"{item['id']}:{place}",
            at,
            "raise",
            flag,
            since=today if ends_by_itself(policy, flag) else assumed_start(policy, flag, today),
        )
        for place, flag in enumerate((flag for flag in flags if flag not in known), len(told))
    )


def unread_raises(policy: Policy, question: str, answer: Any) -> tuple[str, ...]:
    """The flags that an answer raises which its question does not know; none where all of it can be read."""
    asked = policy.questions.get(question)
    if asked is None or not is_told(answer) or _is_read(asked, answer):
        return ()
    unsure = [one for one in asked.raises if one.value == UNSURE]
    raised = dict.fromkeys(flag for one in unsure or asked.raises for flag in _when_unsure(one))
    return tuple(raised)


def _when_unsure(raises: RaiseIf) -> tuple[str, ...]:
    if raises.kind == "ticked":
        return (ANY_RED_FLAG,)
    if raises.kind == "phase_of":
        return raises.flags[:1]
    # Something that nobody can read is no reason to lock her out for good: what else it may mean pauses today.
    return tuple(flag for flag in raises.flags if flag != ANY_RED_FLAG)


def _is_read(question: Question, answer: Any) -> bool:
    """Whether every word in it is one that the question knows, and there is something in it at all. (That a place is
    not known is told as not being sure: it matters only where nothing else is told.)"""
    known = {*question.words, *question.follow_up, *NOTHING} - {UNSURE} | {one.value for one in question.raises}
    for one in answers_in(answer):
        words = set(one.chosen)
        counts = one.number is not None and not question.asks.isdisjoint(NUMBERS)
        told = words or counts or one.on is not None or one.sites
        if not told or not known.issuperset(words if words == {UNSURE} else words - {UNSURE}):
            return False
    return True


def _wordless(asks: frozenset[str], answer: Any) -> Faults:
    if "psfs" in asks:
        return _goals(answer)
    if "time" in asks:
        return _parts(answer, {"time": _time, "consent": _one_of(YES_NO)}, ("consent",))
    return _number(answer, 10 if "nrs" in asks else OLDEST)


def _compound(question: Question, answer: Any, today: date) -> Faults:
    asks = question.asks
    checks: dict[str, Callable[[Any], Faults]] = {"chosen": lambda told: _chosen(question, told)}
    if "body_map" in asks or question.follow_up:
        checks["sites"] = _sites
    if "date" in asks:
        checks["on"] = lambda told: _day(told, today)
        if "choice" in asks:
            checks["due"] = lambda told: _due(told, today)
    if "text" in asks:
        checks["text"] = _text(TEXT_MAX)
    if question.follow_up:
        checks["follow_up"] = _one_of(question.follow_up)
    return _parts(answer, checks, () if asks == {"body_map"} else ("chosen",))


def _operations(answer: Any, today: date) -> Faults:
    if isinstance(answer, str):
        return _one_of((*NOTHING, UNSURE))(answer)
    if isinstance(answer, Mapping) and answer.get("chosen") is not None:
        return _parts(answer, {"chosen": _one_of((*NOTHING, UNSURE)), "entries": lambda _: {"": TWO_KINDS}})
    checks = {"on": lambda told: _day(told, today), "sites": _sites, "agreed": _one_of((*YES_NO, UNSURE, True, False))}
    if isinstance(answer, Mapping) and "entries" in answer:
        return _each(answer, lambda one: _parts(one, checks))
    return _parts(answer, checks)


def _entries(question: Question, answer: Mapping[str, Any], today: date) -> Faults:
    """Several things of one question, each with its own place and date."""
    if "multi" not in question.asks:
        return {"entries": NO_FIELD}
    return _each(answer, lambda one: _compound(question, one, today))


def _each(answer: Mapping[str, Any], check: Callable[[Any], Faults]) -> Faults:
    entries = answer["entries"]
    if set(answer) != {"entries"} or not isinstance(entries, list) or len(entries) > ENTRIES_MAX:
        return {"entries": UNREAD}
    wrong = [check(one) for one in entries]
    return {_path(f"entries.{at}", path): why for at, one in enumerate(wrong) for path, why in one.items()}


def _parts(told: Any, checks: Mapping[str, Callable[[Any], Faults]], required: Iterable[str] = ()) -> Faults:
    if not isinstance(told, Mapping):
        return {"": UNREAD}
    found: Faults = {name: UNREAD for name in required if not is_told(told.get(name))}
    for name, part in told.items():
        if name not in checks:
            found[str(name)[:64]] = NO_FIELD
        elif is_told(part):
            found |= {_path(name, path): why for path, why in checks[name](part).items()}
    return found


def _chosen(question: Question, told: Any) -> Faults:
    several = "multi" in question.asks
    words = told if several and isinstance(told, list) else [told]
    if several != isinstance(told, list):
        return {"": UNREAD}
    known = {*question.words, *NOTHING}
    wrong = {
        (str(at) if several else ""): NO_OPTION
        for at, word in enumerate(words)
        if not isinstance(word, str) or word not in known
    }
    if not wrong and len(words) > 1 and not NOTHING.isdisjoint(words):
        return {"": TWO_KINDS}
    return wrong


def _sites(told: Any) -> Faults:
    if not isinstance(told, list) or len(told) > PLACES_MAX:
        return {"": UNREAD}
    found: Faults = {}
    for at, row in enumerate(told):
        if not isinstance(row, Mapping) or not is_region(row.get("region")):
            found[f"{at}.region"] = NO_PLACE
        elif not _has_side(row):
            found[f"{at}.side"] = NO_SIDE
        else:
            found |= {f"{at}.{name}"[:64]: NO_FIELD for name in row if name not in ("region", "side")}
    return found


def _has_side(row: Mapping[str, Any]) -> bool:
    sides = SIDES_OF[row["region"]]
    return row.get("side") in sides or (row.get("side") == "both" and "left" in sides)


def _day(told: Any, today: date) -> Faults:
    day = _read_day(told)
    if day is None:
        return {"": NO_DAY}
    return {"": TO_COME} if day > today else {}


def _due(told: Any, today: date) -> Faults:
    """A child that is due is neither long born nor due before it began."""
    day = _read_day(told)
    if day is None:
        return {"": NO_DAY}
    return {} if abs(day - today) <= timedelta(PREGNANCY_DAYS) else {"": "This is no due date of a pregnancy now."}


def _read_day(told: Any) -> date | None:
    try:
        return date.fromisoformat(told) if isinstance(told, str) and len(told) == 10 else None
    except ValueError:
        return None


def _number(told: Any, high: int) -> Faults:
    whole = isinstance(told, int) and not isinstance(told, bool)
    return {} if whole and 0 <= told <= high else {"": f"A whole number from 0 to {high}."}


def _goals(told: Any) -> Faults:
    if not isinstance(told, list) or len(told) > GOALS:
        return {"": UNREAD}
    checks = {"activity": _text(GOAL_MAX), "score": lambda score: _number(score, 10)}
    wrong = [_parts(one, checks, ("activity", "score")) for one in told]
    return {_path(str(at), path): why for at, one in enumerate(wrong) for path, why in one.items()}


def _text(high: int) -> Callable[[Any], Faults]:
    return lambda told: {} if _is_text(told) and len(told) <= high else {"": f"Plain words, at most {high} characters."}


def _is_text(told: Any) -> bool:
    """Text that any database and any answer can carry."""
    return isinstance(told, str) and not any(mark == "\x00" or "\ud800" <= mark <= "\udfff" for mark in told)


def _time(told: Any) -> Faults:
    return {} if isinstance(told, str) and _TIME.fullmatch(told) else {"": "This is not a time like 07:30."}


def _one_of(words: Iterable[Any]) -> Callable[[Any], Faults]:
    known = [(type(word), word) for word in words]
    return lambda told: {} if (type(told), told) in known else {"": NO_OPTION}


def _path(outer: str, inner: str) -> str:
    return f"{outer}.{inner}" if inner else outer
