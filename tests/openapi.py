"""Prints the API's OpenAPI document, sorted, for `make types`."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from pith.app import create_app
from pith.config import load_settings


def document() -> str:
    """The OpenAPI 3.1 document as stable, indented JSON."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(load_settings({"PITH_DATA": str(Path(folder) / "data")}))
        spec = app.extensions["pith_api"].document()
    return json.dumps(spec, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    sys.stdout.write(document())
