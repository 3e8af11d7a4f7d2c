"""The phone's own rules on a phone four times slower than this machine: all techniques judged within a hundredth of a
second. The best of a few pages counts, the middle of many runs in each: this machine may be busy with other things.
"""

from __future__ import annotations

import statistics
import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.e2e.conftest import ROOT

PHONE = ROOT / "frontend" / "src" / "domain" / "screening"
SLOWDOWN = 4
LIMIT_MS = 10
PAGES = 3
RUNS = 40
# With more flags there is more to find: twenty are more than anybody has.
PEOPLE = {
    "nobody's": "() => false",
    "an older client's": "(id) => ['osteoporosis', 'blood_thinners', 'diabetes', 'varicose_veins'].includes(id)",
    "twenty": "(id, at) => at % 3 === 0",
}
JUDGE = """({ policy, runs, has }) => {
  const sites = [{ region: 'lower_back', side: 'both' }, { region: 'calf', side: 'left' }];
  const raised = Object.keys(policy.flags).filter(eval(has)).map((flag) => ({
    flag, log: '', confirmed: null,
    sites: policy.flags[flag].placed ? sites : [],
    since: policy.timelines[flag] ? '2026-11-20' : null,
  }));
  const uses = Object.values(policy.techniques).map((technique) => ({ technique, level: 2 }));
  const took = [];
  for (let run = 0; run < runs; run += 1) {
    const begun = performance.now();
    const found = rules.verdicts(policy, uses, raised, '2026-11-22');
    took.push(performance.now() - begun);
    if (found.length !== uses.length) throw new Error('not all were judged');
  }
  return took;
}"""


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rules as the build makes them: one small script."""
    out = tmp_path_factory.mktemp("rules") / "rules.js"
    bundler = ROOT / "frontend" / "node_modules" / ".bin" / "rolldown"
    asked = [bundler, PHONE / "index.ts", "--minify", "--format", "iife", "--name", "rules", "--file", out]
    subprocess.run(asked, check=True, capture_output=True)
    return out


@pytest.mark.alone
@pytest.mark.parametrize("whose", PEOPLE)
def test_all_techniques_are_judged_within_a_hundredth_of_a_second(whose: str, browser: Browser, rules: Path) -> None:
    policy = (PHONE / "policy.gen.json").read_text()
    took = [judged(browser, rules, policy, PEOPLE[whose]) for _ in range(PAGES)]
    middles = [statistics.median(page) for page in took]
    firsts = [round(page[0], 1) for page in took]
    print(f"\n{whose} flags: middle {[round(middle, 2) for middle in middles]} ms, first of all {firsts} ms")
    assert min(middles) <= LIMIT_MS


def judged(browser: Browser, rules: Path, policy: str, has: str) -> list[float]:
    """Milliseconds of each run in a page that has judged nobody before."""
    page = browser.new_page()
    try:
        page.add_script_tag(path=rules)
        slow: dict[str, Any] = {"rate": SLOWDOWN}
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", slow)
        data = page.evaluate("JSON.parse", policy)
        took: list[float] = page.evaluate(JUDGE, {"policy": data, "runs": RUNS, "has": has})
        return took
    finally:
        page.close()
