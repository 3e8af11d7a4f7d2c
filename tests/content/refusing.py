"""A copy of the content with one fault in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pith.content.loader import DATA, ContentError, read_content


def refusal(folder: Path, file: str, old: str, new: str) -> str:
    """What the content says once the first `old` in a file is `new`; fails where it starts all the same."""
    root = folder / "data"
    shutil.copytree(DATA, root)
    text = (root / file).read_text()
    assert old in text, "the fault has nowhere to go any more"
    (root / file).write_text(text.replace(old, new, 1))
    with pytest.raises(ContentError) as caught:
        read_content(root)
    return str(caught.value)
