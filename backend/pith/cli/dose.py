"""`pith dose`: what the dose rules decide about one case, for audits. It reads no client."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import IO, Any

import click
import orjson

from pith.domain.dose import Case, decide

_NAMES = {field.name for field in fields(Case)}
_FLAGS = {"slow_lane", "stop_symptom", "red_flag"}
_LISTS = {"deltas", "peaks"}
# From and to, both allowed; every other number is at least 0.
_RANGES = {"level": (1, 3), "max_level": (1, 3), "practised": (0, 7), "prescribed": (0, 7), "peaks": (0, 10)}
_ANY = (0, 100_000)
_CHANGE = (-10, 10)


@click.command("dose")
@click.option(
    "--json", "file", type=click.File("rb"), required=True, metavar="FILE", help="The case as JSON; - reads from stdin."
)
def command(file: IO[bytes]) -> None:
    """The decision about one case: inputs as the domain brief 3.2 calls them, absent ones as usual."""
    try:
        told = orjson.loads(file.read())
    except orjson.JSONDecodeError as error:
        raise click.BadParameter(f"this is no JSON: {error}", param_hint="--json") from error
    if not isinstance(told, dict):
        raise click.BadParameter("a case is one JSON object", param_hint="--json")
    click.echo(orjson.dumps(asdict(decide(_case(told)))).decode())


def _case(told: dict[str, Any]) -> Case:
    unknown = told.keys() - _NAMES
    if unknown:
        raise click.BadParameter(f"{', '.join(sorted(unknown))}: no such input", param_hint="--json")
    return Case(**{name: _value(name, value) for name, value in told.items() if value is not None})


def _value(name: str, value: Any) -> Any:
    if name in _FLAGS:
        if not isinstance(value, bool):
            raise click.BadParameter(f"{name} is true or false", param_hint="--json")
        return value
    if name in _LISTS:
        if not isinstance(value, list):
            raise click.BadParameter(f"{name} is a list of whole numbers", param_hint="--json")
        return tuple(_number(f"{name}.{place}", one, _range(name)) for place, one in enumerate(value))
    return _number(name, value, _range(name), whole=name != "reaction_h")


def _range(name: str) -> tuple[int, int]:
    return _CHANGE if name == "deltas" else _RANGES.get(name, _ANY)


def _number(path: str, value: Any, within: tuple[int, int], whole: bool = True) -> Any:
    low, high = within
    fits = isinstance(value, int) or (not whole and isinstance(value, float))
    if isinstance(value, bool) or not fits or not low <= value <= high:
        kind = "a whole number" if whole else "a number"
        raise click.BadParameter(f"{path} is {kind} from {low} to {high}", param_hint="--json")
    return value
