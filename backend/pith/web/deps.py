"""What an endpoint needs from around it. The only module that looks at Flask's current app and asks the clock."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

import uuid_utils
from flask import current_app, g
from sqlalchemy.orm import Session, scoped_session

from pith.config import Settings
from pith.domain.accounts import Actor
from pith.domain.errors import NotFound, Unauthenticated
from pith.services.practice_content import practice_content
from pith.store.db import db

if TYPE_CHECKING:
    from pith.content.loader import Content


def session() -> scoped_session[Session]:
    return cast("scoped_session[Session]", db.session)


def settings() -> Settings:
    return cast(Settings, current_app.config["PITH"])


def shared_content() -> Content:
    """The content as it was shipped."""
    return cast("Content", current_app.extensions["pith_content"])


def content() -> Content:
    """The content as the practice of whoever is signed in has it: with its own numbers and techniques."""
    if "content" not in g:
        actor = current_actor()
        g.content = practice_content(session(), shared_content(), actor.practice_id)
    return cast("Content", g.content)


def now() -> datetime:
    """The instant of this request; tests put another clock into the app's config."""
    if "now" not in g:
        clock = current_app.config.get("PITH_CLOCK")
        g.now = clock() if clock else datetime.now(UTC)
    return cast(datetime, g.now)


def new_id() -> str:
    return str(uuid_utils.uuid7())


def current_actor() -> Actor:
    """Whoever is signed in. Raises Unauthenticated."""
    from pith.web.security import find_actor

    found = find_actor()
    if found is None:
        raise Unauthenticated()
    return found


def therapist() -> Actor:
    """The signed-in therapist; to a client's phone these doors do not exist. Raises Unauthenticated, NotFound."""
    found = current_actor()
    if found.kind != "therapist":
        raise NotFound()
    return found


def client() -> Actor:
    """The signed-in client's phone; to a therapist these doors do not exist. Raises Unauthenticated, NotFound."""
    found = current_actor()
    if found.kind != "client":
        raise NotFound()
    return found
