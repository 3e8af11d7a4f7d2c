"""`pith verdicts`: what the rules say about flags, for audits. It reads the content alone, and no client."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, cast

import click
import orjson
from flask import Flask

from pith.content.loader import Content
from pith.domain.body_map import SIDES_OF
from pith.domain.screening import ANY_RED_FLAG, Raised, Site, Use, Verdict, verdicts
from pith.services.flags import flag_names
from pith.services.verdict_rows import reasons_in

SIDES = {"left": "left", "right": "right", "middle": "middle", "midline": "middle", "both": "both"}


@click.command("verdicts")
@click.option(
    "--flag", "flags", multiple=True, metavar="ID[@REGION:SIDE]", help="A flag that is on; a place if it has."
)
@click.option(
    "--since", "dates", multiple=True, metavar="ID=DATE", help="Day 0 of a dated flag: it moves on from there."
)
@click.option("--level", "levels", multiple=True, metavar="TECHNIQUE=N", help="Another level than the usual one.")
@click.option("--today", metavar="DATE", help="The day that is judged (default: today, UTC).")
@click.option("--json", "as_json", is_flag=True, help="One JSON list instead of lines.")
@click.pass_obj
def command(
    app: Flask,
    flags: tuple[str, ...],
    dates: tuple[str, ...],
    levels: tuple[str, ...],
    today: str | None,
    as_json: bool,
) -> None:
    """The verdict on every technique for somebody with these flags."""
    content = cast(Content, app.extensions["pith_content"])
    days = {name: _day("--since", told) for name, told in (_pair("--since", text) for text in dates)}
    raised = [_raised(content, text, days) for text in flags]
    idle = days.keys() - {one.flag for one in raised}
    if idle:
        raise click.BadParameter(f"{', '.join(sorted(idle))}: no such --flag is given", param_hint="--since")
    uses = _uses(content, dict(_pair("--level", text) for text in levels))
    judged = datetime.now(UTC).date() if today is None else _day("--today", today)
    found = verdicts(content.policy, uses, raised, judged)
    rows = [_row(content, use, verdict) for use, verdict in zip(uses, found, strict=True)]
    if as_json:
        click.echo(orjson.dumps(rows, option=orjson.OPT_INDENT_2).decode())
        return
    for row in rows:
        rules = " ".join(row["rules"])
        click.echo(f"{row['verdict']:8} {row['technique_id']} {row['level']}  {rules}".rstrip())


def _raised(content: Content, text: str, days: dict[str, date]) -> Raised:
    flag, _, place = text.partition("@")
    if flag not in {*content.policy.flags, *content.policy.red_flags, ANY_RED_FLAG}:
        raise click.BadParameter(f"{flag!r} is not a known flag", param_hint="--flag")
    return Raised(flag, (_site(place),) if "@" in text else (), days.get(flag))


def _site(text: str) -> Site:
    region, _, side = text.partition(":")
    if region not in SIDES_OF:
        raise click.BadParameter(f"{region!r} is not a known region", param_hint="--flag")
    if (side or "both") not in SIDES:
        raise click.BadParameter(f"{side!r} is not left, right, middle or both", param_hint="--flag")
    return Site(region, SIDES[side or "both"])


def _uses(content: Content, levels: dict[str, str]) -> list[Use]:
    techniques = content.catalogue.techniques
    for name, number in levels.items():
        if name not in techniques:
            raise click.BadParameter(f"{name!r} is not a known technique", param_hint="--level")
        if number not in ("1", "2", "3"):
            raise click.BadParameter(f"{number!r} is not 1, 2 or 3", param_hint="--level")
    return [Use(one, int(levels.get(one.id, one.ref_level))) for one in techniques.values()]


def _row(content: Content, use: Use, verdict: Verdict) -> dict[str, Any]:
    names = flag_names(content, "en")
    return {
        "technique_id": use.technique.id,
        "level": use.level,
        "verdict": verdict.do,
        "rules": verdict.rules,
        "needs": verdict.needs,
        "limits": verdict.limits,
        "reasons": reasons_in(content, "en", names, verdict),
    }


def _pair(option: str, text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise click.BadParameter(f"{text!r} has no '='", param_hint=option)
    return name, value


def _day(option: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise click.BadParameter(f"{text!r} is not a date like 2026-03-01", param_hint=option) from error
