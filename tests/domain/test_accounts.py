"""Who may do what; and what names, addresses, passwords and settings are."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest

from pith.domain.accounts import (
    Actor,
    ClientFile,
    Practice,
    PracticeSettings,
    Verb,
    can,
    check_password,
    check_settings,
    clean_email,
    clean_name,
    language_told,
    normal_password,
    require,
    same_name,
)
from pith.domain.errors import Invalid, NotAllowed, NotFound

OWNER = Actor("therapist", "A", "owner", "s1", "owner")
GIVEN = Actor("therapist", "A", "given", "s2", "member")
COLLEAGUE = Actor("therapist", "A", "colleague", "s3", "member")
HERSELF = Actor("client", "A", "client", "s4", "client", "d1")
OTHER_CLIENT = Actor("client", "A", "other", "s5", "client", "d2")
STRANGER = Actor("therapist", "B", "owner", "s6", "owner")
NAMESAKE = Actor("client", "B", "client", "s7", "client", "d3")

COVERING = Actor("therapist", "A", "colleague", "s8", "member", covers=frozenset({"given"}))

FILE = ClientFile("A", "client", frozenset({"given"}))
PRACTICE = Practice("A")

EVERY_DAY = {"see", "edit", "invite", "assign", "screen", "treat", "share", "export", "remind"}
ABOUT_A_CLIENT = EVERY_DAY | {"erase", "practise"}
ABOUT_THE_PRACTICE = {"see_practice", "set_practice", "add_member", "end_member", "see_members", "add_client"} | {
    *("write_technique", "set_threshold", "sign_off"),
}


def allowed(actor: Actor, thing: ClientFile | Practice) -> set[str]:
    verbs: tuple[Verb, ...] = get_args(Verb)
    about = ABOUT_A_CLIENT if isinstance(thing, ClientFile) else ABOUT_THE_PRACTICE
    return {verb for verb in verbs if verb in about and can(actor, verb, thing)}


@pytest.mark.parametrize(
    ("actor", "verbs"),
    [
        (OWNER, EVERY_DAY | {"erase"}),
        (GIVEN, EVERY_DAY),
        (COLLEAGUE, set()),
        (COVERING, EVERY_DAY - {"share", "export"}),
        (HERSELF, {"practise", "remind", "export", "erase"}),
        (OTHER_CLIENT, set()),
        (STRANGER, set()),
        (NAMESAKE, set()),
    ],
    ids=[
        "owner",
        "given",
        "colleague",
        "stands in",
        "herself",
        "other client",
        "stranger",
        "same id in another practice",
    ],
)
def test_what_an_actor_may_do_with_a_client(actor: Actor, verbs: set[str]) -> None:
    assert allowed(actor, FILE) == verbs


@pytest.mark.parametrize(
    ("actor", "verbs"),
    [
        (OWNER, ABOUT_THE_PRACTICE),
        (COLLEAGUE, {"see_practice", "see_members", "add_client", "write_technique"}),
        (HERSELF, set()),
        (STRANGER, set()),
    ],
    ids=["owner", "colleague", "client", "stranger"],
)
def test_what_an_actor_may_do_with_a_practice(actor: Actor, verbs: set[str]) -> None:
    assert allowed(actor, PRACTICE) == verbs


def test_every_verb_is_about_a_client_or_about_the_practice() -> None:
    assert set(get_args(Verb)) == ABOUT_A_CLIENT | ABOUT_THE_PRACTICE


def test_nobody_outside_the_practice_may_do_anything() -> None:
    for actor, thing, verb in product((STRANGER, NAMESAKE), (FILE, PRACTICE), get_args(Verb)):
        assert not can(actor, verb, thing)


def test_what_may_not_be_seen_is_not_there() -> None:
    with pytest.raises(NotFound):
        require(COLLEAGUE, "edit", FILE)


def test_what_may_be_seen_but_not_done_is_refused_openly() -> None:
    with pytest.raises(NotAllowed):
        require(GIVEN, "erase", FILE)


def test_a_practice_is_never_a_secret_to_its_members() -> None:
    with pytest.raises(NotAllowed):
        require(COLLEAGUE, "set_practice", PRACTICE)


def test_what_is_allowed_passes() -> None:
    require(OWNER, "erase", FILE)


@pytest.mark.parametrize(("typed", "kept"), [("  Ana  María ", "Ana María"), ("Zoe\u0308", "Zoë"), ("李", "李")])
def test_a_name_is_kept_as_people_see_it(typed: str, kept: str) -> None:
    assert clean_name(typed, "name") == kept


@pytest.mark.parametrize("typed", ["", "   ", "a" * 121, "a\x00b", "a\ud800b"])
def test_a_name_that_cannot_be_shown_or_stored_is_refused(typed: str) -> None:
    with pytest.raises(Invalid) as refused:
        clean_name(typed, "practice_name")
    assert list(refused.value.fields) == ["practice_name"]


@pytest.mark.parametrize(
    ("typed", "kept"), [(" Ana@Example.ORG ", "ana@example.org"), ("a+b@localhost", "a+b@localhost")]
)
def test_an_address_is_compared_without_case_and_spaces(typed: str, kept: str) -> None:
    assert clean_email(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "ana",
        "@x.org",
        "ana@",
        "a b@x.org",
        "a@b@c.org",
        "a@-b.org",
        "a@b-",
        "a@b..org",
        "a\x00@b",
        "a" * 252 + "@b.c",
    ],
)
def test_what_no_mail_could_reach_is_no_address(typed: str) -> None:
    with pytest.raises(Invalid):
        clean_email(typed)


@pytest.mark.parametrize(
    "password",
    [
        "short",
        "a" * 201,
        "aaaaaaaaaaaa",
        "abababababab",
        "Password1234",
        "1234567890",
        "qwertyuiop12",
        "line\nbreak here",
        "lone \ud800 surrogate",
        "marit.example1",
    ],
)
def test_a_password_that_is_easily_tried_is_refused(password: str) -> None:
    with pytest.raises(Invalid) as refused:
        check_password(password, ["marit.example", "Pi"])
    assert list(refused.value.fields) == ["password"]


@pytest.mark.parametrize("password", ["six quiet oranges", "marit and her oranges", "пять тихих апельсинов"])
def test_a_few_words_make_a_good_password(password: str) -> None:
    check_password(password, ["marit", ""])


def test_a_password_is_the_same_from_every_keyboard() -> None:
    assert normal_password("Zoe\u0308 \ufb01ve") == normal_password("Zoë five")


def test_usual_settings_are_good() -> None:
    check_settings(PracticeSettings())


def test_every_setting_out_of_bounds_is_named_at_once() -> None:
    bad = PracticeSettings("call me", "all", retention_months=0, idle_minutes=29, language="xx")  # type: ignore[arg-type]
    with pytest.raises(Invalid) as refused:
        check_settings(bad)
    assert set(refused.value.fields) == {
        "settings.emergency_number",
        "settings.language",
        "settings.minors",
        "settings.retention_months",
        "settings.idle_minutes",
    }


@pytest.mark.parametrize("number", ["", "  ", "1" * 31, "112; drop"])
def test_an_emergency_number_can_be_dialled(number: str) -> None:
    with pytest.raises(Invalid):
        check_settings(PracticeSettings(emergency_number=number))


@pytest.mark.parametrize("minutes", [30, 720])
def test_idle_time_reaches_from_half_an_hour_to_twelve(minutes: int) -> None:
    check_settings(PracticeSettings(idle_minutes=minutes))


def test_a_name_typed_to_confirm_forgives_case_and_spaces() -> None:
    assert same_name(" ana  MARÍA", "Ana María")
    assert not same_name("Ana", "Ana María")


def test_a_therapist_sees_her_own_clients_and_those_for_whom_she_stands_in() -> None:
    assert OWNER.whose is None
    assert COLLEAGUE.whose == ("colleague",)
    assert COVERING.whose == ("colleague", "given")


@pytest.mark.parametrize(
    ("log", "language"),
    [
        ({"kind": "setting", "name": "language", "value": "de"}, "de"),
        ({"kind": "setting", "name": "language", "value": "tlh"}, None),
        ({"kind": "setting", "name": "tones", "value": "de"}, None),
        ({"kind": "note", "text": "de"}, None),
    ],
)
def test_a_language_is_told_by_a_setting_and_has_to_be_one_of_ours(log: dict[str, str], language: str | None) -> None:
    assert language_told(log) == language
