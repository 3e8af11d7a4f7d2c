"""`pith therapist add|reset` on a real database."""

from __future__ import annotations

from typing import Any

import pytest
from click.testing import CliRunner, Result
from flask import Flask
from flask.testing import FlaskClient

from pith.cli import group
from tests.cast import PASSWORD, Cast

NEW_PASSWORD = "another long password"


@pytest.fixture
def pith(app: Flask) -> Any:
    """The command line, as if typed; passwords are typed twice at the prompt."""

    def run(*words: str, password: str = PASSWORD) -> Result:
        typed = f"{password}\n{password}\n"
        return CliRunner().invoke(group, ["therapist", *words], input=typed, obj=app)

    return run


def signs_in(http: FlaskClient, email: str, password: str = PASSWORD) -> int:
    return http.post("/api/v1/session", json={"email": email, "password": password}).status_code


def test_the_first_therapist_begins_a_practice(pith: Any, http: FlaskClient) -> None:
    answer = pith("add", "--email", "a@x.org", "--name", "Anna", "--practice", "Praxis", "--timezone", "Europe/Berlin")
    assert (answer.exit_code, answer.output.splitlines()[-1]) == (0, "Anna can sign in as a@x.org")
    assert signs_in(http, "a@x.org") == 200
    me = http.get("/api/v1/me").json
    assert (me["role"], me["practice"]["timezone"]) == ("owner", "Europe/Berlin")


def test_the_next_one_joins_it_and_sees_nobody_yet(pith: Any, http: FlaskClient) -> None:
    pith("add", "--email", "a@x.org", "--name", "Anna", "--practice", "Praxis")
    assert pith("add", "--email", "b@x.org", "--name", "Bea").exit_code == 0
    signs_in(http, "b@x.org")
    assert http.get("/api/v1/me").json["role"] == "member"
    assert http.get("/api/v1/clients").json == {"clients": []}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--email", "a@x.org", "--name", "Anna"], "name it with --practice"),
        (["--email", "a@x.org", "--name", "Anna", "--practice", "P", "--timezone", "Mars"], "--timezone"),
        (["--email", "nonsense", "--name", " ", "--practice", "P"], "email: "),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(pith: Any, words: list[str], said: str) -> None:
    answer = pith("add", *words)
    assert answer.exit_code == 1
    assert said in answer.output
    assert "Traceback" not in answer.output


def test_with_several_practices_the_owner_adds_her_colleague_herself(pith: Any, cast: Cast) -> None:
    answer = pith("add", "--email", "c@x.org", "--name", "Cleo")
    assert answer.exit_code == 1
    assert "several practices" in answer.output


def test_a_reset_password_opens_and_the_old_sign_ins_are_over(pith: Any, cast: Cast, http: FlaskClient) -> None:
    assert pith("reset", "--email", "owner@a.example", password=NEW_PASSWORD).exit_code == 0
    assert cast.owner.http.get("/api/v1/me").status_code == 401
    assert signs_in(http, "owner@a.example") == 401
    assert signs_in(http, "owner@a.example", NEW_PASSWORD) == 200


def test_a_weak_password_is_refused_at_the_prompt_too(pith: Any, cast: Cast) -> None:
    answer = pith("reset", "--email", "owner@a.example", password="owner@a.example")
    assert answer.exit_code == 1
    assert "password: " in answer.output
