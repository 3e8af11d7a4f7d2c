"""The controlled lists: regions, tools, labels, places near which nothing presses, stop signs, the body's map."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from pith.content.reading import ROOT, Record, by_id, read_yaml
from pith.domain.catalogue import BodyMap, Condition, Named, Near, StopSign, Tool

ACTS = ("emergency", "urgent", "same_day")
LABELLED = ("styles", "lines", "props", "positions")


@dataclass(frozen=True)
class Vocabulary:
    """What records may refer to. `zones` are the no-load zones; `near` holds zones and near points alike."""

    regions: Mapping[str, Named]
    tools: Mapping[str, Tool]
    styles: Mapping[str, Named]
    lines: Mapping[str, Named]
    props: Mapping[str, Named]
    positions: Mapping[str, Named]
    conditions: Mapping[str, Condition]
    near: Mapping[str, Near]
    stop_signs: Mapping[str, StopSign]
    flags: Collection[str]
    body: BodyMap


def load_vocabulary(root: Path, flags: Collection[str], red_flags: Collection[str]) -> Vocabulary:
    """Reads the five files. Raises ContentError."""
    labels = Record("labels.yaml", ROOT, read_yaml(root, "labels.yaml"))
    named = {name: by_id("labels.yaml", labels.raw(name), _named) for name in LABELLED}
    conditions = by_id("labels.yaml", labels.raw("conditions"), _condition)
    labels.done()
    regions = by_id("regions.yaml", read_yaml(root, "regions.yaml"), _named)
    return Vocabulary(
        regions=regions,
        tools=by_id("tools.yaml", read_yaml(root, "tools.yaml"), _tool),
        conditions=conditions,
        near=_near(root),
        stop_signs=_stop_signs(root, red_flags),
        flags=flags,
        body=_body(root, regions),
        styles=named["styles"],
        lines=named["lines"],
        props=named["props"],
        positions=named["positions"],
    )


def _named(record: Record) -> Named:
    return Named(record.text("id"), record.text("label"))


def _condition(record: Record) -> Condition:
    return Condition(record.text("id"), record.text("label"), record.text("often"))


def _tool(record: Record) -> Tool:
    return Tool(
        id=record.text("id"),
        label=record.text("label"),
        hard=record.whole("hard", 1, 3),
        family=record.text("family"),
        noun=record.text("noun"),
    )


def _near(root: Path) -> dict[str, Near]:
    file = Record("zones.yaml", ROOT, read_yaml(root, "zones.yaml"))
    zones = by_id("zones.yaml", file.raw("no_load_zones"), _zone)

    def point(record: Record) -> Near:
        zone = None if record.raw("zone") is None else record.choice("zone", zones, "no-load zone")
        if record.text("id") in zones:
            raise record.error("id", "is already a no-load zone")
        return Near(record.text("id"), record.text("say"), zone)

    points = by_id("zones.yaml", file.raw("near_points"), point)
    file.done()
    return zones | points


def _zone(record: Record) -> Near:
    record.text("what")
    record.text("basis")
    return Near(record.text("id"), record.text("say"), record.text("id"))


def _stop_signs(root: Path, red_flags: Collection[str]) -> dict[str, StopSign]:
    def sign(record: Record) -> StopSign:
        act = record.choice("act", ACTS, "act")
        red_flag = None if record.raw("rf") is None else record.choice("rf", red_flags, "red flag")
        if (red_flag is None) != (act == "same_day"):
            raise record.error("rf", "an urgent sign names its red flag, a same-day sign names none")
        return StopSign(record.text("id"), act, red_flag, record.text("ask"))

    file = Record("stop_signs.yaml", ROOT, read_yaml(root, "stop_signs.yaml"))
    signs = by_id("stop_signs.yaml", file.raw("stop_signs"), sign)
    file.done()
    return signs


def _body(root: Path, regions: Collection[str]) -> BodyMap:
    file = Record("adjacency.yaml", ROOT, read_yaml(root, "adjacency.yaml"))

    def lists(name: str, keys: Collection[str] | None) -> dict[str, tuple[str, ...]]:
        inner = file.record(name)
        if keys is not None:
            inner.known("", inner.names(), keys, "region")
        found = {key: inner.choices(key, regions, "region") for key in inner.names()}
        inner.done()
        return found

    site_only = lists("site_only", None)
    for place in site_only:
        if place in regions:
            raise file.error(f"site_only.{place}", "is a region, so it cannot be for sites only")
    body = BodyMap(lists("adjacent", regions), lists("limbs", None), lists("limbs_lymphoedema", None), site_only)
    file.done()
    return body
