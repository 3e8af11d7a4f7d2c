"""The least that Flask can do, under the very gunicorn settings of `pith web`: what every answer costs beforehand."""

from __future__ import annotations

from flask import Flask

from pith.cli.server import Server
from pith.cli.serving import options
from pith.config import load_settings

app = Flask("hello")


@app.get("/")
def hello() -> str:
    return "hello"


if __name__ == "__main__":
    Server(app, options(load_settings())).run()
