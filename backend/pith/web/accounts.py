"""Doors over HTTP: sign-up, sign-in and out, pairing a phone, who I am, the practice and its therapists."""

from __future__ import annotations

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from pith.domain.accounts import EMAIL_MAX, EMERGENCY_NUMBER_MAX, MINORS
from pith.services import accounts, invitations, sessions, therapists
from pith.services.invitations import Device
from pith.web import deps, security
from pith.web.contract import Blueprint, Strict
from pith.web.fields import Id, Instant, Language, Text, Zone

bp = Blueprint("accounts", __name__, url_prefix="/api/v1", description="Practices, therapists, sign-ins")

# Far above what the rules allow, so that their plain sentence answers; far below what would be costly to hash.
_PASSWORD = validate.Length(max=1000)


class NewTherapist(Strict):
    name = Text(high=300, required=True)
    email = fields.String(required=True, validate=validate.Length(max=EMAIL_MAX + 100))
    password = fields.String(required=True, load_only=True, validate=_PASSWORD)


class OwnChange(Strict):
    """Any of name, language and password."""

    name = Text(high=300)
    language = Language()
    password = fields.String(load_only=True, validate=_PASSWORD)
    current_password = fields.String(load_only=True, validate=_PASSWORD)

    @validates_schema
    def _both_passwords(self, data: dict[str, Any], **_: Any) -> None:
        if ("password" in data) != ("current_password" in data):
            lacks = "current_password" if "password" in data else "password"
            raise ValidationError("A new password needs the one that you have now.", lacks)


class SignUp(NewTherapist):
    """`language` is that of the page she fills in."""

    practice_name = Text(high=300, required=True)
    timezone = Zone(required=True)
    language = Language()


class Credentials(Strict):
    email = fields.String(required=True, validate=validate.Length(max=EMAIL_MAX + 100))
    password = fields.String(required=True, load_only=True, validate=_PASSWORD)
    language = Language()


class PracticeSettings(Strict):
    emergency_number = Text(high=EMERGENCY_NUMBER_MAX)
    minors = fields.String(validate=validate.OneOf(MINORS))
    retention_months = fields.Integer(strict=True)
    idle_minutes = fields.Integer(strict=True)
    language = Language()


class PracticeChange(Strict):
    name = Text(high=300)
    timezone = Zone()
    settings = fields.Nested(PracticeSettings)


class OwnPractice(Strict):
    id = Id()
    name = fields.String()
    timezone = fields.String()
    settings = fields.Nested(PracticeSettings)


class Whoami(Strict):
    """A therapist has email, role and practice; a client has the rest. `language` is null until a therapist has one."""

    kind = fields.String(validate=validate.OneOf(("therapist", "client")))
    id = Id()
    practice_id = Id()
    name = fields.String()
    language = Language(allow_none=True)
    email = fields.String()
    role = fields.String(validate=validate.OneOf(("owner", "member")))
    practice = fields.Nested(OwnPractice)
    client_id = Id()
    device_id = Id(allow_none=True)
    timezone = fields.String()
    practice_name = fields.String()
    therapist_name = fields.String()
    consent_version = fields.Integer(allow_none=True)


class PhoneDevice(Strict):
    id = Id()
    label = Text(high=100, load_default="")


class Pairing(Strict):
    token = fields.String(validate=validate.Length(max=300))
    code = fields.String(validate=validate.Length(max=40))
    device = fields.Nested(PhoneDevice, required=True)

    @validates_schema
    def _one_key(self, data: dict[str, Any], **_: Any) -> None:
        if ("token" in data) == ("code" in data):
            raise ValidationError("Send either a token or a code.", "token")


class HandOver(Strict):
    code = fields.String()
    expires_at = Instant()


class Member(Strict):
    id = Id()
    name = fields.String()
    email = fields.String()
    role = fields.String()
    created_at = Instant()


class Members(Strict):
    members = fields.List(fields.Nested(Member))


class SignInRow(Strict):
    id = Id()
    label = fields.String()
    created_at = Instant()
    last_seen_at = Instant()
    current = fields.Boolean()


class SignIns(Strict):
    sessions = fields.List(fields.Nested(SignInRow))


@bp.post("/practices")
@bp.arguments(SignUp)
@bp.response(201, Whoami)
def sign_up(data: dict[str, Any]) -> dict[str, Any]:
    """The first practice and its owner, signed in at once; 403 `sign_up_closed` once a practice exists."""
    name, timezone, language = data.pop("practice_name"), data.pop("timezone"), data.pop("language", None)
    token = accounts.sign_up(deps.session(), deps.now(), security.visitor(), name, timezone, data, language)
    return _entered(token)


@bp.post("/session")
@bp.arguments(Credentials)
@bp.response(200, Whoami)
def sign_in(data: dict[str, Any]) -> dict[str, Any]:
    """Signs a therapist in; 401 `wrong_credentials` for an unknown address and a wrong password alike."""
    token = accounts.sign_in(deps.session(), deps.now(), security.visitor(), **data, replaces=security.held_token())
    return _entered(token)


@bp.delete("/session")
@bp.response(204)
def sign_out() -> None:
    """Ends this sign-in on the server and takes the cookie away."""
    sessions.sign_out(deps.session(), deps.current_actor(), deps.now())
    security.drop_cookie()


@bp.post("/session/pair")
@bp.arguments(Pairing)
@bp.response(200, Whoami)
def pair(data: dict[str, Any]) -> dict[str, Any]:
    """Lets a client's phone in by link token or hand-over code; 404 `invitation_invalid` whatever is wrong with it."""
    device = Device(data["device"].get("id"), data["device"]["label"])
    by, key = (invitations.pair_by_token, "token") if "token" in data else (invitations.pair_by_code, "code")
    token, answer = by(deps.session(), deps.now(), security.visitor(), data[key], device)
    security.keep_cookie(token, "client")
    return answer


@bp.post("/session/handover")
@bp.response(200, HandOver)
def hand_over() -> dict[str, Any]:
    """A short code by which the same client's installed app comes in, for ten minutes."""
    return invitations.hand_over(deps.session(), deps.client(), deps.now(), deps.settings().secrets.codes)


@bp.get("/me")
@bp.response(200, Whoami)
def me() -> dict[str, Any]:
    """Who is signed in."""
    return accounts.me(deps.session(), deps.current_actor())


@bp.patch("/me")
@bp.arguments(OwnChange)
@bp.response(200, Whoami)
def change_me(data: dict[str, Any]) -> dict[str, Any]:
    """A therapist changes her name, language or password; a new password ends her other sign-ins."""
    return therapists.change_me(deps.session(), deps.therapist(), deps.now(), security.visitor(), data)


@bp.get("/practice")
@bp.response(200, OwnPractice)
def practice() -> dict[str, Any]:
    """The therapist's own practice with its settings."""
    return accounts.practice_of(deps.session(), deps.therapist())


@bp.patch("/practice")
@bp.arguments(PracticeChange)
@bp.response(200, OwnPractice)
def change_practice(data: dict[str, Any]) -> dict[str, Any]:
    """Changes what is sent and leaves the rest; for the owner."""
    return accounts.change_practice(deps.session(), deps.therapist(), data)


@bp.get("/practices/me/members")
@bp.response(200, Members)
def members() -> dict[str, Any]:
    """The therapists of the practice."""
    return {"members": accounts.members(deps.session(), deps.therapist())}


@bp.post("/practices/me/members")
@bp.arguments(NewTherapist)
@bp.response(201, Member)
def add_member(data: dict[str, Any]) -> dict[str, Any]:
    """A second therapist, who sees the clients that she is given; for the owner."""
    return accounts.add_member(deps.session(), deps.therapist(), deps.now(), data)


@bp.delete("/practices/me/members/<therapist_id>")
@bp.response(204)
def end_member(therapist_id: str) -> None:
    """Ends a colleague's access to the practice; for the owner, who stays and sees every client."""
    therapists.end_member(deps.session(), deps.therapist(), deps.now(), therapist_id)


@bp.get("/sessions")
@bp.response(200, SignIns)
def own_sessions() -> dict[str, Any]:
    """My own live sign-ins, newest first."""
    return {"sessions": sessions.own_sessions(deps.session(), deps.current_actor(), deps.now())}


@bp.delete("/sessions/<sign_in_id>")
@bp.response(204)
def end_session(sign_in_id: str) -> None:
    """Ends one of my own sign-ins."""
    sessions.end_own(deps.session(), deps.current_actor(), deps.now(), sign_in_id)


def _entered(token: str) -> dict[str, Any]:
    """Cookie and first answer of a therapist who has just come in."""
    security.keep_cookie(token, "therapist")
    found = sessions.find(deps.session(), deps.now(), token)
    if found.actor is None:
        raise LookupError("a session that was opened this instant is gone")
    return accounts.me(deps.session(), found.actor)
