"""From what a client told (a flag, an answer of the intake or of the daily check) to the logs of flags that it makes.

Source: domain.md 2.3 (flag record), 2.5 (not sure counts as yes; a site flag without a place touches everything).
How an answer is written is up to its question: a word, a number, a list of words or of places, or an object of
`chosen`, `follow_up`, `number`, `on`, `due`, `sites`, `agreed`; `entries` holds several such (each operation is one).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from pith.domain.body_map import SIDES_OF
from pith.domain.screening.dates import assumed_start, pregnancy_start
from pith.domain.screening.flag_logs import FlagLog
from pith.domain.screening.intake import Answer, raised_by
from pith.domain.screening.policy import Policy
from pith.domain.screening.sites import Site

TELLS_FLAGS = frozenset({"flag", "intake", "check"})
UNSURE = "not sure"


def told_in(policy: Policy, item: Mapping[str, Any], at: datetime) -> tuple[FlagLog, ...]:
    """The logs of flags in one checked log of a phone, recorded `at`. What an answer raises is named after its log."""
    if item["kind"] == "flag":
        return (_own_words(policy, item, at),)
    if item["kind"] not in TELLS_FLAGS:
        return ()
    answers = {item["question_id"]: item["answer"]} if item["kind"] == "intake" else item["answers"]
    today = date.fromisoformat(item["local_date"])
    # The daily check asks what is new: the same answer tomorrow is another thing, which tells nothing about today's.
    asked = item["question_id"] if item["kind"] == "intake" else ""
    raised = dict.fromkeys(
        one
        for question, told in answers.items()
        if question in policy.questions
        for answer in answers_in(told)
        for one in raised_by(policy, question, answer, today)
    )
    return tuple(
        FlagLog(f"{item['id']}:{place}", at, "raise", one.flag, sites=one.sites, since=one.since, question=asked)
        for place, one in enumerate(raised)
    )


def asked_again(policy: Policy, answers: Mapping[str, Any]) -> tuple[str, ...]:
    """The questions of the intake that the answers of a daily check ask again, each once."""
    asked = (
        policy.reask.get(question, {}).get(word, ()) for question, told in answers.items() for word in words_in(told)
    )
    return tuple(dict.fromkeys(name for names in asked for name in names))


def words_in(told: Any) -> tuple[str, ...]:
    """Every word in an answer, of all its entries."""
    return tuple(word for one in answers_in(told) for word in one.chosen)


def answers_in(told: Any) -> tuple[Answer, ...]:
    """One answer, or one for each of its `entries`. What cannot be read says nothing."""
    entries = told.get("entries") if isinstance(told, Mapping) else None
    return tuple(_answer(one) for one in (entries if isinstance(entries, list) else [told]))


def sites_in(told: Any) -> tuple[Site, ...]:
    """The places in a list of `{region, side}`; none when one of them is not on the body map, for then the flag has to
    count everywhere."""
    rows = told if isinstance(told, list) else []
    sites = tuple(Site(row["region"], row["side"]) for row in rows if _is_place(row))
    return sites if len(sites) == len(rows) else ()


def is_region(told: Any) -> bool:
    """Whether this is the name of a place of the body map."""
    return isinstance(told, str) and told in SIDES_OF


def effective(act: str) -> str:
    """A lift is the lowering of a red flag's own log."""
    return "lower" if act == "lift" else act


def _own_words(policy: Policy, item: Mapping[str, Any], at: datetime) -> FlagLog:
    act = item.get("act") or ("raise" if item["on"] else "lower")
    since = None if item.get("since") is None else date.fromisoformat(item["since"])
    if since is None and act == "raise":
        since = assumed_start(policy, item["flag_id"], date.fromisoformat(item["local_date"]))
    return FlagLog(
        item["id"],
        at,
        effective(act),
        item["flag_id"],
        sites=sites_in(item.get("sites")),
        since=since,
        covers=(item["lifts"],) if item.get("lifts") else (),
    )


def _answer(told: Any) -> Answer:
    parts = told if isinstance(told, Mapping) else _as_parts(told)
    chosen = tuple(_words([*_listed(parts.get("chosen")), *_listed(parts.get("follow_up"))]))
    sites, due = sites_in(parts.get("sites")), _day(parts.get("due"))
    unread = bool(parts.get("sites")) and not sites
    return Answer(
        chosen=(*chosen, UNSURE) if unread else chosen,
        number=_number(parts.get("number")),
        on=_day(parts.get("on")) if due is None else _begun(due),
        sites=sites,
        agreed=parts.get("agreed") in (True, "yes"),
    )


def _as_parts(told: Any) -> Mapping[str, Any]:
    if isinstance(told, list) and any(isinstance(one, Mapping) for one in told):
        return {"sites": told}
    return {"number": told, "chosen": told}


def _listed(told: Any) -> list[Any]:
    return told if isinstance(told, list) else [told]


def _words(told: Iterable[Any]) -> Iterable[str]:
    for one in told:
        if isinstance(one, bool):
            yield "yes" if one else "no"
        elif isinstance(one, str):
            yield one


def _is_place(row: Any) -> bool:
    return isinstance(row, Mapping) and is_region(row.get("region")) and isinstance(row.get("side"), str)


def _number(told: Any) -> int | None:
    return int(told) if isinstance(told, int | float) and not isinstance(told, bool) else None


def _day(told: Any) -> date | None:
    try:
        return date.fromisoformat(told) if isinstance(told, str) else None
    except ValueError:
        return None


def _begun(due: date) -> date | None:
    try:
        return pregnancy_start(due)
    except OverflowError:
        return None
