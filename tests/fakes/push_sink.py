"""A push service that takes everything, in a process of its own: for counting and for measuring, where the one that
looks at every push (push_service.py) would be what is measured."""

from __future__ import annotations

import json
import os
import ssl
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.fakes.push_service import certificate

SCRIPT = Path(__file__).with_name("push_sink.mjs")


@dataclass(frozen=True)
class PushSink:
    """Where it listens, and the file that vouches for it."""

    origin: str
    authority: Path

    def counts(self) -> dict[str, int]:
        """How often each path was posted to."""
        context = ssl.create_default_context(cafile=str(self.authority))
        with urllib.request.urlopen(f"{self.origin}/counts", context=context, timeout=20) as answer:
            found: dict[str, int] = json.loads(answer.read())
        return found


@contextmanager
def push_sink(folder: Path, core: int | None = None, delay_ms: int = 0) -> Iterator[PushSink]:
    """Serves until the block ends; on one `core` only, so that it takes no time from what is measured on another.
    Raises RuntimeError when it does not start."""
    authority = folder / "push-authority.pem"
    process = subprocess.Popen(
        ["node", str(SCRIPT), str(certificate(authority)), str(delay_ms)],
        stdout=subprocess.PIPE,
        preexec_fn=None if core is None else lambda: os.sched_setaffinity(0, {core}),
    )
    try:
        assert process.stdout is not None
        port = process.stdout.readline().decode().strip()
        if not port:
            raise RuntimeError("the push sink did not start: is node there?")
        yield PushSink(f"https://127.0.0.1:{port}", authority)
    finally:
        process.terminate()
        process.wait(10)
        if process.stdout is not None:
            process.stdout.close()
