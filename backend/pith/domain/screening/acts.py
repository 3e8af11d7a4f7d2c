"""What a therapist may do about a client's flags: raise, lower, confirm, lift. She answers for it with a reason.

Source: domain.md 2.1 (dated flags wait for her), 2.5 (lowered with a reason, history kept), DECISIONS "Verdict, dose,
flags" (a lift names the log that it lifts).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pith.domain.errors import Invalid
from pith.domain.screening.dates import Raised
from pith.domain.screening.overrides import REASON_MIN
from pith.domain.screening.policy import ANY_RED_FLAG, Policy
from pith.domain.screening.sites import Site

ACTS = ("raise", "lower", "confirm", "lift")
# Who agreed to a lowering: the therapist on her own judgement, or whoever cleared it (domain.md 2.3, `cleared_by`).
ROLES = ("therapist", "surgeon", "physician", "physician_or_pt", "lymphoedema_therapist", "midwife", "guardian")


@dataclass(frozen=True)
class Act:
    """`since`: day 0 when a flag is raised; the day until which all is confirmed when one is confirmed. `lifts`: the
    log of a red flag. `reason`: why; of a lift, what was done. `role`: who agreed to it. `covers`: the raises that are
    lowered or confirmed; all of the flag that are on where none is named."""

    flag: str
    act: str
    sites: tuple[Site, ...] = ()
    since: date | None = None
    reason: str = ""
    lifts: str | None = None
    role: str = ROLES[0]
    covers: tuple[str, ...] = ()


def check_act(policy: Policy, act: Act, raised: Sequence[Raised], today: date) -> None:
    """Whether this can be done about the flags that are `raised`. Raises Invalid by field."""
    red = is_red(policy, act.flag)
    found = {
        "raise": lambda: _raising(policy, act, red),
        "lower": lambda: _lowering(act, red, raised),
        "confirm": lambda: _confirming(policy, act, raised),
        "lift": lambda: _lifting(act, red, raised),
    }[act.act]()
    if act.since is not None and act.since > today:
        found["since"] = "This day is still to come."
    if act.act != "raise" and act.sites:
        found["sites"] = "Places are told when a flag is raised."
    if act.act in ("raise", "lift") and act.covers:
        found["covers"] = "Only a lowering or a confirmation covers what was told."
    if found:
        raise Invalid(found)


def covered(act: Act, raised: Sequence[Raised]) -> tuple[str, ...]:
    """The raises that a checked act is about, out of those that are `raised`."""
    if act.act == "lift":
        return () if act.lifts is None else (act.lifts,)
    if act.act == "raise":
        return ()
    return act.covers or tuple(one.log for one in raised if one.flag == act.flag)


def is_red(policy: Policy, flag: str) -> bool:
    return flag in policy.red_flags or flag == ANY_RED_FLAG


def _raising(policy: Policy, act: Act, red: bool) -> dict[str, str]:
    if not red and act.flag not in policy.flags:
        return {"flag_id": "There is no such flag."}
    if act.sites and (red or not policy.flags[act.flag].placed):
        return {"sites": "This flag has no place: it counts for the whole body."}
    return {}


def _lowering(act: Act, red: bool, raised: Sequence[Raised]) -> dict[str, str]:
    if red:
        return {"act": "A red flag is lifted, not lowered: say which one, and what was done."}
    found = _must_be_on(act, raised)
    if not act.reason.strip():
        found["reason"] = "Say why: it stays in her file."
    return found


def _confirming(policy: Policy, act: Act, raised: Sequence[Raised]) -> dict[str, str]:
    timeline = policy.timelines.get(act.flag)
    if timeline is None or timeline.by_itself:
        return {"flag_id": "No days of this flag wait to be confirmed."}
    found = _must_be_on(act, raised)
    if act.since is None:
        found["since"] = "Until which day has all gone well?"
    if not act.reason.strip():
        found["reason"] = "Say why: it stays in her file."
    return found


def _lifting(act: Act, red: bool, raised: Sequence[Raised]) -> dict[str, str]:
    if not red:
        return {"act": "Only a red flag is lifted; this one is lowered."}
    found = {}
    if not any(one.flag == act.flag and one.log == act.lifts for one in raised):
        found["lifts"] = "Name the log that raised this red flag."
    if len(act.reason.strip()) < REASON_MIN:
        found["reason"] = f"Say what was done, in at least {REASON_MIN} characters."
    return found


def _must_be_on(act: Act, raised: Sequence[Raised]) -> dict[str, str]:
    on = {one.log for one in raised if one.flag == act.flag}
    if not on:
        return {"flag_id": "This flag is not on."}
    return {} if on.issuperset(act.covers) else {"covers": "Some of this is not on any more. Look again."}
