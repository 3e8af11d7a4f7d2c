"""The table of starters that the front end's test of the player reads."""

from pathlib import Path

from tests.content.starters import CATALOGUE, written

TABLE = Path(__file__).parents[1] / "contract" / "starters.json"


def test_the_table_says_what_the_content_says() -> None:
    assert TABLE.read_text() == written(), "run: python -m tests.content.starters > tests/contract/starters.json"


def test_the_table_has_every_starter_at_every_level() -> None:
    assert written().count('"name"') == 3 * len(CATALOGUE.starters)
