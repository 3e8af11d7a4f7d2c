"""Who reviewed which part of the content, in which version; of one practice, and of all."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from pith.content.loader import DATA, load_content
from pith.content.parts import PARTS, part_versions
from pith.domain.errors import Invalid, NotAllowed
from pith.services import sign_offs
from pith.services.sign_offs import PartMovedOn
from pith.services.transaction import AnySession, read
from tests.cast import Cast, Someone
from tests.conftest import Clock

CONTENT = load_content()
RULES = CONTENT.parts["rules"]


def signed(session: AnySession, who: Someone | None) -> dict[str, str]:
    with read(session):
        found = sign_offs.signatures(session, CONTENT, who and who.actor.practice_id)
        return {part: one.name for part, one in found.items()}


def sign(session: AnySession, cast: Cast, clock: Clock, part: str = "rules", version: str = RULES) -> None:
    sign_offs.sign(session, cast.owner.actor, clock(), CONTENT, part, version, "Reviewing Clinician", "Physician")


def test_nobody_has_signed_until_somebody_signs(session: AnySession, cast: Cast) -> None:
    shown = sign_offs.sign_offs_of(session, cast.owner.actor, CONTENT)
    assert [(one["part"], one["signed"]) for one in shown["parts"]] == [(part, None) for part in PARTS]
    assert shown["history"] == []


def test_a_part_is_signed_by_itself(session: AnySession, cast: Cast, clock: Clock) -> None:
    sign(session, cast, clock)
    assert signed(session, cast.owner) == {"rules": "Reviewing Clinician"}


def test_a_practice_signs_for_itself_alone(session: AnySession, cast: Cast, clock: Clock) -> None:
    sign(session, cast, clock)
    assert signed(session, cast.stranger) == signed(session, None) == {}
    assert sign_offs.sign_offs_of(session, cast.stranger.actor, CONTENT)["history"] == []


def test_the_operator_signs_for_every_practice(session: AnySession, cast: Cast, clock: Clock) -> None:
    sign_offs.sign_all(session, clock(), CONTENT, tuple(PARTS), "First", "Physician")
    assert signed(session, cast.stranger) == signed(session, None) == dict.fromkeys(PARTS, "First")


def test_the_newest_signature_counts_and_the_others_stay_in_the_history(
    session: AnySession, cast: Cast, clock: Clock
) -> None:
    sign_offs.sign_all(session, clock(), CONTENT, ("rules",), "First", "Physician")
    clock.forward(days=1)
    sign(session, cast, clock)
    assert signed(session, cast.owner) == {"rules": "Reviewing Clinician"}
    history = sign_offs.sign_offs_of(session, cast.owner.actor, CONTENT)["history"]
    assert [one["name"] for one in history] == ["Reviewing Clinician", "First"]


def test_another_version_is_unsigned_again(session: AnySession, cast: Cast, clock: Clock) -> None:
    sign(session, cast, clock)
    newer = replace(CONTENT, parts={**CONTENT.parts, "rules": "another"})
    with read(session):
        assert sign_offs.signatures(session, newer, cast.owner.actor.practice_id) == {}


def test_what_has_changed_since_it_was_read_is_not_signed(session: AnySession, cast: Cast, clock: Clock) -> None:
    with pytest.raises(PartMovedOn) as caught:
        sign(session, cast, clock, version="the one before")
    assert caught.value.detail == {"current": RULES}


def test_an_unknown_part_is_refused(session: AnySession, cast: Cast, clock: Clock) -> None:
    with pytest.raises(Invalid) as caught:
        sign(session, cast, clock, part="own:own-nobody")
    assert set(caught.value.fields) == {"part"}


def test_only_the_owner_signs_for_a_practice(session: AnySession, cast: Cast, clock: Clock) -> None:
    with pytest.raises(NotAllowed):
        sign_offs.sign(session, cast.colleague.actor, clock(), CONTENT, "rules", RULES, "A", "B")


@pytest.mark.parametrize(("name", "role"), [(" ", "Physician"), ("First", "")])
def test_a_signature_has_a_name_and_a_role(session: AnySession, clock: Clock, name: str, role: str) -> None:
    with pytest.raises(Invalid):
        sign_offs.sign_all(session, clock(), CONTENT, ("rules",), name, role)


@pytest.mark.parametrize(
    ("file", "part"),
    [
        ("rules.yaml", "rules"),
        ("thresholds.yaml", "rules"),
        ("de/rules.yaml", "rules"),
        ("flags.yaml", "flags"),
        ("intake.yaml", "flags"),
        ("techniques/arm-and-hand.yaml", "techniques"),
        ("de/zones.yaml", "techniques"),
    ],
)
def test_any_change_to_a_part_gives_it_another_version(tmp_path: Path, file: str, part: str) -> None:
    root = tmp_path / "data"
    shutil.copytree(DATA, root)
    before = part_versions(root)
    changed = root / file
    changed.write_text(changed.read_text() + "\n# another word\n")
    after = part_versions(root)
    assert {name for name in PARTS if before[name] != after[name]} == {part}
