"""The fifteen kinds of log, as a phone sends them. One truth for validation, the API document and the types.

`session` needs an entry per item and side; times are UTC instants beside the local date as lived.
"""

from __future__ import annotations

from typing import Any

from apispec import APISpec
from marshmallow import ValidationError, fields, validates_schema

from pith.domain.body_map import SIDES_OF, can_be_marked
from pith.domain.screening import ACTS
from pith.domain.sync import KINDS, SCHEMA
from pith.web.contract import Strict
from pith.web.log_fields import (
    OUT_OF_RANGE,
    WRONG_TYPE,
    anything,
    boolean,
    day,
    entries,
    instant,
    log_id,
    mapping,
    matching,
    one_of,
    text,
    whole,
    words,
)
from pith.web.reminder_fields import misfit_of

SIDES = ("left", "right", "both")
PLACES = ("left", "right", "both", "middle")
SENSATIONS = ("warmth", "stretching", "tingling", "relaxed", "sore", "tired", "emotional", "nothing")
FEELINGS = ("sharp", "burning", "electric", "numb", "spreading", "too_much")
_NAME = r"[A-Za-z0-9_.\-]+"


class Part(Strict):
    """The base of every log and of its parts: error messages are code words."""

    error_messages = {"unknown": "unknown_field", "type": WRONG_TYPE}

    @staticmethod
    def misfit(part: dict[str, Any]) -> str | None:
        """The field that fits badly to the others, each being right by itself; None when all fit."""
        return None

    @validates_schema(skip_on_field_errors=True)
    def _refuse_misfits(self, data: dict[str, Any], **_: Any) -> None:
        field = self.misfit(data)
        if field is not None:
            raise ValidationError(OUT_OF_RANGE, field)


class LogBase(Part):
    id = log_id(description="Made once by the phone (UUIDv7); the same log always has the same id.")
    schema = whole(1, 1000, optional=True)
    local_date = day(description="The date as lived, where the phone was.")
    tz = matching(r"[A-Za-z0-9_+\-/]+", high=64, description="IANA zone of the phone.")
    utc_offset_min = whole(-1080, 1080)
    recorded_at = instant()


def _kind(name: str) -> Any:
    return one_of((name,))


class Softening(Part):
    start = whole(0, 10)
    end = whole(0, 10)


class HoldEntry(Part):
    """How tender one spot was while it was held, as far as it was said: at the start, in between, at the end."""

    spot = whole(1, 60)
    start = whole(0, 10, optional=True, null=True)
    discomfort = whole(0, 10, optional=True, null=True)
    end = whole(0, 10, optional=True, null=True)


class SessionEntry(Part):
    """One technique and side: seconds planned and done."""

    key = text(32, low=1)
    technique_id = text(64, low=1)
    level = whole(1, 3)
    side = one_of(SIDES)
    planned_s = whole(0, 86_400)
    done_s = whole(0, 86_400)
    outcome = one_of(("done", "partial", "skipped", "stopped"))
    skip_reason = one_of(("no_time", "no_tool", "too_sore", "other"), optional=True, null=True)
    tool = text(64, optional=True, null=True)
    softening = fields.Nested(Softening, allow_none=True, error_messages={"type": WRONG_TYPE})
    holds = entries(HoldEntry, high=60, optional=True)


class SessionLog(LogBase):
    kind = _kind("session")
    program_version = whole(1)
    started_at = instant()
    ended_at = instant()
    status = one_of(("complete", "partial"))
    shortened = boolean(optional=True)
    pain_before = whole(0, 10, optional=True, null=True)
    pain_after = whole(0, 10, optional=True, null=True)
    sensations = words(SENSATIONS, optional=True)
    word = text(2000, optional=True, null=True)
    items = entries(SessionEntry, high=60)


class HurtLog(LogBase):
    kind = _kind("hurt")
    program_version = whole(1)
    session_id = log_id()
    key = text(32, low=1)
    technique_id = text(64, low=1)
    level = whole(1, 3)
    side = one_of(SIDES)
    second = whole(0, 86_400)
    feeling = one_of(FEELINGS)
    discomfort = whole(0, 10, optional=True, description="Where it was told as a number in a hold.")


class ReactionLog(LogBase):
    kind = _kind("reaction")
    session_id = log_id()
    answer = one_of(("gone", "still", "worse", "new_sign"))


class CheckLog(LogBase):
    kind = _kind("check")
    answers = mapping()


class IntakeLog(LogBase):
    kind = _kind("intake")
    question_id = matching(_NAME, high=64)
    answer = anything(null=True)


class Site(Part):
    region = text(64, low=1)
    side = one_of(PLACES)


class FlagLog(LogBase):
    """A flag that was noted. `act` says more than `on`; what takes a flag back counts from a therapist alone."""

    kind = _kind("flag")
    flag_id = matching(_NAME, high=64)
    on = boolean()
    act = one_of(ACTS, optional=True)
    sites = entries(Site, high=60, optional=True)
    since = day(optional=True, null=True)
    source = text(64, optional=True, null=True, description="The log of the answer that raised it, or a word.")
    reason = text(1000, optional=True, null=True)
    role = text(64, optional=True, null=True)
    lifts = matching(r"[A-Za-z0-9_.:\-]+", high=64, optional=True, null=True)

    @staticmethod
    def misfit(part: dict[str, Any]) -> str | None:
        if "act" in part and part["on"] != (part["act"] in ("raise", "confirm")):
            return "act"
        return "lifts" if part.get("act") == "lift" and part.get("lifts") is None else None


class Mark(Part):
    """One place that hurts. Which sides a place has stands in domain/body_map.py."""

    region = one_of(SIDES_OF)
    side = one_of(PLACES)
    strength = whole(0, 10)

    @staticmethod
    def misfit(part: dict[str, Any]) -> str | None:
        return None if can_be_marked(part["region"], part["side"]) else "side"


class BodyLog(LogBase):
    kind = _kind("body")
    marks = entries(Mark, high=100)


class NoteLog(LogBase):
    kind = _kind("note")
    text = text(4000, low=1)
    private = boolean(optional=True, description="Her own diary: no therapist is shown it.")


class About(Part):
    technique_id = text(64, low=1, optional=True, null=True)
    side = one_of(SIDES, optional=True, null=True)
    session_id = log_id(optional=True, null=True)


class QuestionLog(LogBase):
    kind = _kind("question")
    text = text(4000, low=1)
    about = fields.Nested(About, allow_none=True, error_messages={"type": WRONG_TYPE})


class MeasureLog(LogBase):
    kind = _kind("measure")
    measure_id = matching(_NAME, high=64)
    values = mapping()


class SettingLog(LogBase):
    """A choice made on the phone. What the server acts on has a shape: for `reminders` that of PUT /reminders."""

    kind = _kind("setting")
    name = matching(_NAME, high=64)
    value = anything(null=True)

    @staticmethod
    def misfit(part: dict[str, Any]) -> str | None:
        if part["name"] != "reminders":
            return None
        return misfit_of(part["value"], newer=part.get("schema", SCHEMA) > SCHEMA)


class ReadLog(LogBase):
    kind = _kind("read")
    what = one_of(("program", "answer", "message", "decision"))
    ref = matching(_NAME, high=50, description="For a program: the number of its version.")


class DecisionLog(LogBase):
    kind = _kind("decision")
    decision_id = log_id()
    rule = matching(_NAME, high=16)
    target = text(64, low=1)
    before = anything(null=True)
    after = anything(null=True)


class ConsentLog(LogBase):
    kind = _kind("consent")
    version = whole(1)
    given = boolean()


class VoidLog(LogBase):
    kind = _kind("void")
    voids = log_id(description="The id of the log that is taken back.")


SCHEMAS: dict[str, type[LogBase]] = {
    "session": SessionLog,
    "hurt": HurtLog,
    "reaction": ReactionLog,
    "check": CheckLog,
    "intake": IntakeLog,
    "flag": FlagLog,
    "body": BodyLog,
    "note": NoteLog,
    "question": QuestionLog,
    "measure": MeasureLog,
    "setting": SettingLog,
    "read": ReadLog,
    "decision": DecisionLog,
    "consent": ConsentLog,
    "void": VoidLog,
}
assert tuple(SCHEMAS) == KINDS


def document(spec: APISpec) -> None:
    """Writes `Log` into the API document: one of fifteen, told apart by `kind`."""
    if "Log" in spec.components.schemas:
        return
    names = {kind: f"{schema.__name__}" for kind, schema in SCHEMAS.items()}
    for kind, schema in SCHEMAS.items():
        spec.components.schema(names[kind], schema=schema)
    refs = {kind: f"#/components/schemas/{name}" for kind, name in names.items()}
    spec.components.schema(
        "Log",
        {
            "oneOf": [{"$ref": ref} for ref in refs.values()],
            "discriminator": {"propertyName": "kind", "mapping": refs},
        },
    )
