"""What the newest lines of a client's ledger say of her reminders."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pith.domain.reminder_proof import Browsers, Chosen, Told, proof_of

CHOSEN_AT = datetime(2026, 3, 1, 9, tzinfo=UTC)
NONE = "no_channel"
ON = Chosen(True, False, CHOSEN_AT)


def day(number: int, hour: int = 7) -> datetime:
    return datetime(2026, 3, number, hour, tzinfo=UTC)


def shown(number: int) -> Told:
    return Told(day(number), True, shown=True)


def taken(number: int) -> Told:
    return Told(day(number), True)


def failed(number: int, reason: str) -> Told:
    return Told(day(number), False, reason=reason)


ONE = Browsers(1, day(2))


@pytest.mark.parametrize(
    ("case", "chosen", "lines", "browsers", "state", "since", "reason"),
    [
        ("never chose", None, [], ONE, "none", None, None),
        ("every time is off", Chosen(False, False, CHOSEN_AT), [shown(3)], ONE, "none", None, None),
        ("her own calendar", Chosen(True, True, CHOSEN_AT), [failed(3, "gone")], ONE, "none", None, "calendar"),
        ("nothing was due yet", ON, [], ONE, "untried", None, None),
        ("no phone takes them", ON, [], Browsers(), "failed", CHOSEN_AT, "no_channel"),
        ("the phone went before", ON, [], Browsers(0, None, day(1, 1)), "failed", CHOSEN_AT, "no_channel"),
        ("the phone went after", ON, [], Browsers(0, None, day(2)), "failed", day(2), "no_channel"),
        ("shown", ON, [shown(3)], ONE, "shown", day(3), None),
        ("an iPhone says nothing", ON, [taken(5), taken(4), taken(3)], ONE, "accepted", day(3), None),
        ("the newest was shown", ON, [taken(3), shown(4)], ONE, "shown", day(3), None),
        ("the newest was not shown", ON, [shown(3), taken(4)], ONE, "accepted", day(3), None),
        ("refused for days", ON, [shown(3), *(failed(n, "refused") for n in (4, 5))], ONE, "failed", day(4), "refused"),
        ("another reason each day", ON, [failed(4, "unreachable"), failed(5, "lost")], ONE, "failed", day(4), "lost"),
        ("worked again between", ON, [failed(3, "lost"), taken(4), failed(5, "lost")], ONE, "failed", day(5), "lost"),
        ("works again", ON, [shown(3), failed(4, "unreachable"), taken(5)], ONE, "accepted", day(5), None),
        ("gone", ON, [shown(3), failed(4, "gone")], Browsers(0, None, day(4)), "failed", day(4), "gone"),
        ("gone, and none since", ON, [failed(4, "gone"), failed(5, NONE)], Browsers(), "failed", day(4), "gone"),
        ("lost, and none since", ON, [failed(4, "lost"), failed(5, NONE)], Browsers(), "failed", day(4), NONE),
        ("gone, and opened since", ON, [failed(4, "gone")], Browsers(1, day(5)), "untried", None, None),
        ("no phone, and one since", ON, [failed(4, "no_channel")], Browsers(1, day(5)), "untried", None, None),
        ("one gone, one refused", ON, [failed(4, "gone")], Browsers(1, day(3)), "failed", day(4), "gone"),
        ("refused, and opened since", ON, [failed(4, "refused")], Browsers(1, day(5)), "failed", day(4), "refused"),
        ("went, and switched off since", ON, [shown(3)], Browsers(), "failed", None, "no_channel"),
        ("went, and ended since", ON, [shown(3)], Browsers(0, None, day(4)), "failed", day(4), "no_channel"),
        ("by mail alone", ON, [Told(day(3), True, by_mail=True)], Browsers(), "accepted", day(3), None),
        ("both at one instant", ON, [failed(3, "gone"), shown(3)], ONE, "shown", day(3), None),
    ],
)
def test_the_newest_unbroken_run_says_whether_they_arrive_and_since_when(
    case: str,
    chosen: Chosen | None,
    lines: list[Told],
    browsers: Browsers,
    state: str,
    since: datetime | None,
    reason: str | None,
) -> None:
    found = proof_of(chosen, lines, browsers)
    assert (found.state, found.since, found.reason) == (state, since, reason), case


LINES = st.lists(
    st.builds(
        Told,
        st.integers(0, 60).map(lambda hours: CHOSEN_AT + timedelta(hours=hours)),
        st.booleans(),
        shown=st.booleans(),
        reason=st.sampled_from([None, "refused", "lost"]),
    ),
    min_size=1,
)


@given(LINES.flatmap(lambda lines: st.tuples(st.just(lines), st.permutations(lines))))
def test_the_order_in_which_lines_are_read_does_not_move_since(read: tuple[list[Told], list[Told]]) -> None:
    one, other = (proof_of(ON, lines, ONE) for lines in read)
    assert one.since == other.since
    assert (one.state == "failed") == (other.state == "failed")


@given(LINES)
def test_one_more_that_goes_like_the_newest_does_not_move_since(lines: list[Told]) -> None:
    newest = max(lines, key=lambda line: (line.at, line.works))
    again = replace(newest, at=newest.at + timedelta(hours=1))
    assert proof_of(ON, [*lines, again], ONE).since == proof_of(ON, lines, ONE).since


@given(LINES)
def test_one_that_goes_the_other_way_begins_anew(lines: list[Told]) -> None:
    newest = max(lines, key=lambda line: (line.at, line.works))
    turned = replace(newest, at=newest.at + timedelta(hours=1), works=not newest.works)
    assert proof_of(ON, [*lines, turned], ONE).since == turned.at
