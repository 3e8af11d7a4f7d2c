"""What can go wrong in words of the domain. `web/errors.py` alone turns these into HTTP."""

from __future__ import annotations

from typing import Any


class DomainError(Exception):
    """The root of every refusal. `code` is for programs, `message` for people, `fields` names what to mend."""

    code = "refused"
    message = "This cannot be done."

    def __init__(self, code: str | None = None, message: str | None = None) -> None:
        self.code = code or self.code
        self.message = message or self.message
        super().__init__(self.message)


class NotFound(DomainError):
    """There is no such thing, or this actor may not know of it: both look the same on purpose."""

    code = "not_found"
    message = "There is nothing here."


class NotAllowed(DomainError):
    code = "not_allowed"
    message = "You may not do this."


class Unauthenticated(DomainError):
    code = "session_expired"
    message = "Please sign in again. Nothing on this device is lost."


class Invalid(DomainError):
    """`fields` maps a path such as `items.0.level` to one plain sentence."""

    code = "invalid"
    message = "Some fields need another look."

    def __init__(self, fields: dict[str, str], code: str | None = None, message: str | None = None) -> None:
        super().__init__(code, message)
        self.fields = fields


class Conflict(DomainError):
    """The thing has moved on since the caller looked. `detail` is merged into the answer."""

    code = "conflict"
    message = "Somebody changed this meanwhile."

    def __init__(self, code: str | None = None, message: str | None = None, **detail: Any) -> None:
        super().__init__(code, message)
        self.detail = detail


class IdTaken(Conflict):
    """What is sent under an id says something else than what stands under it."""

    code = "id_taken"
    message = "Something else stands under this id already."


class Gone(DomainError):
    """This phone's place is closed: `detail` names the client so that only her data is wiped."""

    code = "client_revoked"
    message = "This phone is no longer signed in here."

    def __init__(self, code: str | None = None, message: str | None = None, **detail: Any) -> None:
        super().__init__(code, message)
        self.detail = detail


class RateLimited(DomainError):
    code = "too_many_tries"
    message = "Too many tries. Please wait a little."

    def __init__(self, retry_after: int) -> None:
        super().__init__()
        self.retry_after = retry_after


class TooLarge(DomainError):
    code = "too_large"
    message = "That is too much at once."

    def __init__(self, max_bytes: int) -> None:
        super().__init__()
        self.max_bytes = max_bytes


class AppTooOld(DomainError):
    code = "app_too_old"
    message = "This app needs an update before it can fetch the program. What it holds is kept."

    def __init__(self, min_schema: int) -> None:
        super().__init__()
        self.min_schema = min_schema


class Unavailable(DomainError):
    """The server cannot do it right now (disk full, database busy): the caller keeps its copy and tries again."""

    code = "unavailable"
    message = "The server is busy. What you have is kept; it tries again by itself."

    def __init__(self, retry_after: int = 5) -> None:
        super().__init__()
        self.retry_after = retry_after
