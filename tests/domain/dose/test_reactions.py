"""When what a body answers will have lasted too long."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Literal

from pith.domain.dose import History, ProgramFacts, ReactionFacts, SessionFacts
from pith.domain.dose.reactions import lasts_too_long_at

ENDED = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
OVER = ENDED + timedelta(hours=48, seconds=1)


def history(now: datetime, *answers: Literal["gone", "still", "worse"]) -> History:
    session = SessionFacts("s", ENDED.date(), ENDED - timedelta(minutes=6), ENDED, ENDED, 4, 3, ())
    told = [ReactionFacts(f"r{n}", "s", ENDED + timedelta(hours=20 + n), said) for n, said in enumerate(answers)]
    program = ProgramFacts(1, date(2026, 3, 1), date(2026, 3, 1), 600, False, None, ())
    return History("c", "Europe/Berlin", now, program, sessions=(session,), reactions=tuple(told))


def test_what_is_still_felt_is_too_long_felt_right_after_48_hours() -> None:
    assert lasts_too_long_at(history(ENDED + timedelta(hours=24), "still")) == OVER
    assert lasts_too_long_at(history(OVER - timedelta(seconds=1), "still")) == OVER
    assert lasts_too_long_at(history(OVER, "still")) is None


def test_what_nobody_told_of_and_what_is_gone_lasts_no_longer() -> None:
    assert lasts_too_long_at(history(ENDED + timedelta(hours=24))) is None
    assert lasts_too_long_at(history(ENDED + timedelta(hours=24), "still", "gone")) is None


def test_only_what_was_told_by_now_counts() -> None:
    assert lasts_too_long_at(history(ENDED + timedelta(hours=20, minutes=30), "gone", "worse")) is None
