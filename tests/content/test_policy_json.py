from pathlib import Path

from pith.content.loader import load_content
from pith.content.policy_json import written

COPY = Path(__file__).parents[2] / "frontend" / "src" / "domain" / "screening" / "policy.gen.json"


def test_the_phones_copy_of_the_rules_is_todays() -> None:
    assert COPY.read_text() == written(load_content()), "run: make rules"
