"""`make bench`: the real server and a bare Flask hello, measured in turns in one run; last line: one JSON object."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.bench import load
from tests.bench.people import Phone, phones
from tests.bench.raw import RawLogs
from tests.e2e.api import Therapist
from tests.e2e.server import ROOT, Server, clean_environment, free_port, wait_for_port

CONNECTIONS = 16
SENDERS = 64
FLOORS = {"pull_200": 0.12, "pull_304": 0.20, "push_10": 0.33}
GOALS = {"pull_200": 0.25, "pull_304": 0.35, "push_10": 0.50}
P99_OVER_P50 = 3.0
P99_MS = 150.0


class Bench:
    """Everything that is measured, started; each `measure_*` runs for the same few seconds."""

    def __init__(self, port: int, hello_port: int, raw: RawLogs, readers: list[Phone], senders: list[Phone]) -> None:
        self.port, self.hello_port, self.raw = port, hello_port, raw
        self.readers, self.senders = readers, senders
        self.sent = 0

    def hello(self, seconds: float) -> load.Outcome:
        return load.run(self.hello_port, lambda _: _get("/", ""), CONNECTIONS, seconds)

    def pull_200(self, seconds: float) -> load.Outcome:
        asked = [_get("/api/v1/sync", f"Cookie: {phone.cookie}\r\n") for phone in self.readers]
        return load.run(self.port, lambda n: asked[n], CONNECTIONS, seconds)

    def pull_304(self, seconds: float) -> load.Outcome:
        asked = [
            _get("/api/v1/sync", f"Cookie: {phone.cookie}\r\nIf-None-Match: {phone.etag}\r\n") for phone in self.readers
        ]
        return load.run(self.port, lambda n: asked[n], CONNECTIONS, seconds)

    def push_10(self, seconds: float) -> load.Outcome:
        return load.run(self.port, lambda _: self._push(), CONNECTIONS, seconds)

    def _push(self) -> bytes:
        self.sent += 1
        phone = self.senders[self.sent % len(self.senders)]
        body = phone.batches.next()
        head = (
            f"POST /api/v1/sync/logs HTTP/1.1\r\nHost: localhost:{self.port}\r\nCookie: {phone.cookie}\r\n"
            f"Sec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body


def _get(path: str, headers: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n".encode()


def measure(bench: Bench, rounds: int, seconds: float) -> dict[str, float]:
    """All parts in turns, so that a busy minute of the machine meets each of them; medians of the rounds' ratios."""
    kinds = {"pull_200": bench.pull_200, "pull_304": bench.pull_304, "push_10": bench.push_10}
    for part in (bench.hello, *kinds.values()):
        part(0.5)
    ratios: dict[str, list[float]] = {name: [] for name in kinds}
    times: dict[str, list[float]] = {name: [] for name in kinds}
    bad = 0
    for number in range(1, rounds + 1):
        hello, raw = bench.hello(seconds), bench.raw.rate(seconds / 2)
        line = f"round {number}: hello {hello.rate:.0f}/s, raw SQLite {raw:.0f} transactions of 10/s"
        for name, part in kinds.items():
            outcome = part(seconds)
            ratios[name].append(outcome.rate / (raw if name == "push_10" else hello.rate))
            times[name] += outcome.times
            bad += outcome.non_2xx
            line += f"; {name} {outcome.rate:.0f}/s"
            if outcome.first_fault:
                print(f"{name}: {outcome.first_fault}", file=sys.stderr)
        print(line)
    tails = {name: load.Outcome(1.0, found) for name, found in times.items()}
    for name, tail in tails.items():
        p50, p99 = tail.percentile(0.5), tail.percentile(0.99)
        print(f"{name}: ratio {median(ratios[name]):.3f} (floor {FLOORS[name]}, goal {GOALS[name]});"
              f" p50 {p50:.1f} ms, p99 {p99:.1f} ms, {p99 / p50:.2f} x p50")  # fmt: skip
    return {
        **{name: round(median(found), 3) for name, found in ratios.items()},
        "p99_over_p50": round(max(tail.percentile(0.99) / tail.percentile(0.5) for tail in tails.values()), 2),
        "p99_ms": round(max(tail.percentile(0.99) for tail in tails.values()), 1),
        "non_2xx": bad,
    }


def below_floor(result: dict[str, float]) -> list[str]:
    """What a release must not ship with; empty when every floor holds."""
    found = [f"{name} {result[name]} < {floor}" for name, floor in FLOORS.items() if result[name] < floor]
    return found + ([f"{result['non_2xx']} answers were not 2xx"] if result["non_2xx"] else [])


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--seconds", type=float, default=2.0, help="of each part in each round")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="pith-bench-") as folder:
        server = Server(Path(folder) / "data").start()
        hello_port = free_port()
        hello = _hello_server(server, hello_port)
        try:
            therapist = Therapist(server.origin).sign_up()
            readers = phones(server.origin, therapist, CONNECTIONS, history=True)
            senders = phones(server.origin, therapist, SENDERS, history=False)
            raw = RawLogs(Path(folder) / "raw.db", senders[0].batches.log_bytes, SENDERS)
            print(f"{CONNECTIONS} connections; a log is {senders[0].batches.log_bytes} bytes; {options.rounds} rounds")
            result = measure(Bench(server.port, hello_port, raw, readers, senders), options.rounds, options.seconds)
            raw.close()
        finally:
            hello.terminate()
            hello.wait(10)
            server.stop()
    low = below_floor(result)
    if low:
        print("below the floor: " + ", ".join(low), file=sys.stderr)
    print(json.dumps(result))
    return 1 if low else 0


def _hello_server(server: Server, port: int) -> subprocess.Popen[bytes]:
    """A bare Flask under the same gunicorn with the same settings as the server's own."""
    env = clean_environment(server.data.with_name("hello"), port)
    process = subprocess.Popen([sys.executable, "-m", "tests.bench.hello"], env=env, cwd=ROOT)
    wait_for_port(port)
    return process


if __name__ == "__main__":
    sys.exit(main())
