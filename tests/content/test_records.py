from pathlib import Path

from tests.content.records import written


def test_the_pictograms_are_checked_against_todays_techniques() -> None:
    table = Path(__file__).parents[1] / "contract" / "techniques.json"
    assert table.read_text() == written(), "run: python -m tests.content.records > tests/contract/techniques.json"
