"""A choice about reminders as it stands on the wire: in a request, in an answer, in a phone's log, and in an export."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import fields, validate

from pith.domain.errors import Invalid
from pith.domain.reminders import check_choice
from pith.services.reminders import choice_of
from pith.web.contract import Strict
from pith.web.errors import flatten
from pith.web.fields import Day, Instant, Zone

_CLOCK = validate.Regexp(r"\A([01][0-9]|2[0-3]):[0-5][0-9]\Z", error="Write it as 07:00.")
_WEEKDAY = fields.Integer(strict=True, validate=validate.Range(0, 6))


class Flag(fields.Boolean):
    """true or false, and nothing that reads like one."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(truthy={True}, falsy={False}, **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if not isinstance(value, bool):  # 1 and 0.0 are equal to them
            raise self.make_error("invalid", input=value)
        return value


class SlotField(Strict):
    """A time of day on weekdays, 0 = Monday."""

    time = fields.String(required=True, validate=_CLOCK)
    days = fields.List(_WEEKDAY, validate=validate.Length(max=7), load_default=lambda: list(range(7)))
    enabled = Flag(load_default=True)


class QuietField(Strict):
    start = fields.String(required=True, validate=_CLOCK, data_key="from", attribute="from")
    end = fields.String(required=True, validate=_CLOCK, data_key="to", attribute="to")


class RemindersIn(Strict):
    timezone = Zone(required=True)
    slots = fields.List(fields.Nested(SlotField), required=True, validate=validate.Length(max=50))
    follows_phone = Flag(load_default=True)
    quiet = fields.Nested(QuietField, allow_none=True, load_default=None)
    away_until = Day(allow_none=True, load_default=None)
    follow_up_min = fields.Integer(strict=True, allow_none=True, load_default=None)
    calendar = Flag(load_default=False, metadata={"description": "Her phone's own calendar reminds her."})


class RemindersTold(RemindersIn):
    """A choice as it stands, and when it was made."""

    changed_at = Instant(required=True)


def misfit_of(told: Any, newer: bool) -> str | None:
    """The first field of a choice in a log that is wrong, None when all is right. A `newer` phone may say more."""
    if not isinstance(told, Mapping):
        return "value"
    schema = RemindersIn()
    wrong = flatten(schema.validate(told))
    if newer:
        wrong = {field: why for field, why in wrong.items() if why != schema.error_messages["unknown"]}
    if not wrong:
        try:
            check_choice(choice_of(told))
        except Invalid as error:
            wrong = error.fields
    return next((f"value.{field}" for field in wrong), None)
