"""`pith catalogue check` and `sign-off`."""

from __future__ import annotations

from click.testing import CliRunner, Result
from flask import Flask

from pith.cli import group


def pith(app: Flask, *words: str) -> Result:
    return CliRunner().invoke(group, ["catalogue", *words], obj=app)


def test_check_says_what_is_there_and_that_nobody_reviewed_it(app: Flask) -> None:
    result = pith(app, "check")
    assert result.exit_code == 0, result.output
    assert "48 techniques, 13 starters, 81 rules, 60 flags, 29 questions: sound" in result.output
    assert "not yet reviewed" in result.output


def test_a_sign_off_is_recorded_and_shown(app: Flask) -> None:
    assert pith(app, "sign-off", "--name", "Reviewing Clinician", "--role", "Physiotherapist").exit_code == 0
    assert "signed off by Reviewing Clinician, Physiotherapist, 20" in pith(app, "check").output


def test_a_sign_off_without_a_name_is_refused_in_one_line(app: Flask) -> None:
    result = pith(app, "sign-off", "--name", " ", "--role", "Physiotherapist")
    assert result.exit_code == 1
    assert "--name: Please write a name." in result.output
    assert "not yet reviewed" in pith(app, "check").output
