"""People beyond the cast that tests of sync need."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from flask import Flask

from pith.config import Settings
from pith.services.transaction import AnySession
from tests.cast import Cast, Someone, _Maker

SECOND_DEVICE = "00000000-0000-7000-8000-00000000d005"


@pytest.fixture
def second_phone(
    cast: Cast, app: Flask, session: AnySession, settings: Settings, clock: Callable[[], datetime]
) -> Someone:
    """Another phone of the same client."""
    return _Maker(app, session, settings, clock).phone(cast.owner, cast.client.id, cast.client.name, SECOND_DEVICE)
