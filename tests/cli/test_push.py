"""`pith push`, and that nothing starts with keys that would sign for nobody."""

from __future__ import annotations

import re
from typing import Any

import pytest
from click.testing import CliRunner, Result
from flask import Flask
from sqlalchemy import update

from pith.cli import group
from pith.push.keys import new_key
from pith.services.transaction import write
from pith.store.db import db
from pith.store.reminders import PushKeyRow

LINE = r"[0-9a-f]{16}  \d{4}-\d\d-\d\d \d\d:\d\d UTC  0 browsers"


@pytest.fixture
def pith(app: Flask) -> Any:
    def run(*words: str) -> Result:
        return CliRunner().invoke(group, words, obj=app)

    return run


def test_the_keys_are_listed_with_how_many_browsers_need_them(pith: Any) -> None:
    answer = pith("push", "keys")
    assert answer.exit_code == 0
    assert re.fullmatch(rf"{LINE}  signs new ones\n", answer.output)
    assert pith("push", "keys").output == answer.output


def test_a_new_key_signs_from_now_on_and_one_that_nobody_needs_is_gone(pith: Any) -> None:
    first = pith("push", "keys").output
    answer = pith("push", "rotate")
    assert (answer.exit_code, len(answer.output.splitlines())) == (0, 1)
    assert re.fullmatch(rf"{LINE}  signs new ones\n", answer.output)
    assert answer.output[:16] != first[:16]


@pytest.mark.parametrize("command", [("web",), ("reminders", "run", "--once")])
def test_nothing_starts_with_halves_of_a_key_that_do_not_belong_together(pith: Any, command: tuple[str, ...]) -> None:
    pith("push", "keys")
    with write(db.session):
        db.session.execute(update(PushKeyRow).values(public=new_key().public.decode()))
    answer = pith(*command)
    assert answer.exit_code == 1
    assert answer.output == "Error: The two halves of the push key do not belong together.\n"
