"""Every setting, command and route is documented, and nothing documented is gone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import click
from flask import Flask

from pith import cli
from pith.config import KNOWN

ROOT = Path(__file__).parents[2]


def test_every_setting_stands_in_the_settings_page_and_no_other() -> None:
    page = (ROOT / "docs" / "settings.md").read_text()
    assert set(re.findall(r"^\| `([A-Z_]+)`", page, re.MULTILINE)) == KNOWN


def test_every_command_stands_in_the_page_of_commands_and_no_other() -> None:
    page = (ROOT / "docs" / "commands.md").read_text()
    assert set(re.findall(r"^\| `(pith [a-z -]+)`", page, re.MULTILINE)) == set(_commands(cli.group, "pith"))


def _commands(group: click.Group, name: str) -> Iterator[str]:
    for command in group.commands.values():
        here = f"{name} {command.name}"
        if isinstance(command, click.Group):
            yield from _commands(command, here)
        else:
            yield here


def test_every_route_of_the_api_stands_in_its_document_with_a_sentence(app: Flask) -> None:
    paths = json.loads((ROOT / "docs" / "openapi.json").read_text())["paths"]
    routes = {
        (re.sub(r"<(?:[^:<>]+:)?(\w+)>", r"{\1}", rule.rule), method.lower())
        for rule in app.url_map.iter_rules()
        for method in rule.methods or ()
        if rule.rule.startswith("/api/") and method not in ("HEAD", "OPTIONS")
    } - {("/api/v1/openapi.json", "get")}
    assert {
        (path, method) for path, method in routes if not paths.get(path, {}).get(method, {}).get("summary")
    } == set()
    known = {
        (path, method)
        for path in paths
        for method in paths[path]
        if method in ("get", "post", "put", "patch", "delete")
    }
    assert known - routes == {("/healthz", "get"), ("/calendar/{token}.ics", "get")}


def test_no_tracked_text_names_a_machine_path_or_a_registry() -> None:
    from tests.house.test_layout import tracked

    bad = re.compile(r"(^|[^\w./])/(root|work|farm)/[a-z]|--(extra-)?index-url|files\.pythonhosted|registry\.npmjs")
    guilty = [
        str(p.relative_to(ROOT))
        for p in tracked()
        if p.suffix not in (".png", ".ico") and p != Path(__file__) and bad.search(p.read_text())
    ]
    assert guilty == []
