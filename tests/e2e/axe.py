"""axe-core in the page: what a machine can tell about a screen's accessibility."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.e2e.phone import Phone

AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(phone: Phone, colours_alone: bool = False) -> list[str]:
    """One line for each fault: rule, place, what is wrong. Empty when all is well. What is still on its way to a colour
    is waited for; what never ends is not. `colours_alone` is for what differs only in its colours from a page that was
    looked at whole."""
    found = phone.run(
        "const ends = (one) => Number.isFinite(one.effect?.getComputedTiming().endTime) ? one.finished : null;"
        "await Promise.allSettled(document.getAnimations().map(ends));"
        f"if (!window.axe) {{ {_source()} }};"
        "const [tags, coloursAlone] = arguments;"
        "const ofColours = axe.getRules(tags).filter((one) => one.tags.includes('cat.color')).map((one) => one.ruleId);"
        "const r = await window.axe.run(document, { runOnly: coloursAlone ? ofColours : tags });"
        "return r.violations.flatMap((v) => v.nodes.map((n) =>"
        " `${v.id} at ${n.target.join(' ')}: ${n.failureSummary.split('\\n').slice(1).join('; ').trim()}`));",
        RULES,
        colours_alone,
    )
    return list(found)


@cache
def _source() -> str:
    return AXE.read_text()
