"""How long things are kept."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from pith.domain.keeping import archive_is_over, backups_to_keep, logs_end, months_before

NOW = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)


def test_copies_thin_out_to_24_hours_14_days_and_12_months() -> None:
    made = [NOW - timedelta(hours=hour) for hour in range(24 * 800)]
    kept = backups_to_keep(made)
    assert len(kept) <= 24 + 14 + 12
    assert set(made[:24]) <= kept
    assert {at.date() for at in kept} >= {(NOW - timedelta(days=day)).date() for day in range(14)}
    assert len({(at.year, at.month) for at in kept}) == 12
    assert backups_to_keep(kept) == kept


def test_a_gap_uses_up_no_place_and_the_newest_always_stays() -> None:
    old = [datetime(2020, 1, day, 12, tzinfo=UTC) for day in range(1, 11)]
    assert backups_to_keep(old) == frozenset(old)
    assert backups_to_keep([]) == frozenset()
    assert max(old) in backups_to_keep([*old, max(old) - timedelta(minutes=3)])


def test_months_are_counted_by_the_calendar() -> None:
    assert months_before(date(2026, 3, 31), 1) == date(2026, 2, 28)
    assert months_before(date(2024, 3, 31), 1) == date(2024, 2, 29)
    assert months_before(date(2026, 1, 15), 14) == date(2024, 11, 15)
    assert months_before(date(2, 1, 1), 360) == date.min
    noon = datetime(2026, 7, 1, 12, tzinfo=UTC)
    assert logs_end(noon, 1) == date(2026, 4, 30)
    assert logs_end(noon, 12) == date(2025, 7, 1)
    assert not archive_is_over(noon - timedelta(days=365), noon, 12)
    assert archive_is_over(noon - timedelta(days=367), noon, 12)
