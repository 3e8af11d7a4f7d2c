"""The front end's files: packed where the browser takes it, never stale, never anything else from the disk."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

PAGE = b"<!doctype html><title>Pith</title>"


@pytest.fixture
def dist(app: Flask, tmp_path: Path) -> Path:
    folder = tmp_path / "dist"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_bytes(PAGE)
    (folder / "index.html.gz").write_bytes(gzip.compress(PAGE))
    (folder / "assets" / "core-1.js").write_text("1")
    (folder / "manifest.webmanifest").write_text("{}")
    (tmp_path / "secrets.json").write_text("{}")
    app.config["PITH_DIST"] = folder
    return folder


@pytest.mark.parametrize("path", ["/", "/today", "/join", "/desk", "/desk/clients/x/program", "/learn", "/learn/stop"])
def test_every_screen_opens_with_the_shell(http: FlaskClient, dist: Path, path: str) -> None:
    answer = http.get(path, buffered=True)
    assert (answer.status_code, answer.data) == (200, PAGE)
    assert answer.headers["Cache-Control"] == "no-cache"


def test_a_browser_that_takes_gzip_gets_the_packed_file(http: FlaskClient, dist: Path) -> None:
    answer = http.get("/", headers={"Accept-Encoding": "gzip, br"}, buffered=True)
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.mimetype == "text/html"
    assert gzip.decompress(answer.data) == PAGE
    assert "Accept-Encoding" in answer.headers["Vary"]


def test_a_browser_that_refuses_packing_gets_the_plain_file(http: FlaskClient, dist: Path) -> None:
    assert "Content-Encoding" not in http.get("/", headers={"Accept-Encoding": "gzip;q=0"}, buffered=True).headers


def test_hashed_files_are_kept_for_a_year_and_the_rest_is_asked_again(http: FlaskClient, dist: Path) -> None:
    assert "immutable" in http.get("/assets/core-1.js", buffered=True).headers["Cache-Control"]
    manifest = http.get("/manifest.webmanifest", buffered=True)
    assert (manifest.headers["Cache-Control"], manifest.mimetype) == ("no-cache", "application/manifest+json")


def test_content_is_packed_json_that_is_kept_for_a_year(http: FlaskClient, dist: Path) -> None:
    (dist / "assets" / "words.en.gen-1.json").write_text("{}")
    (dist / "assets" / "words.en.gen-1.json.gz").write_bytes(gzip.compress(b"{}"))
    answer = http.get("/assets/words.en.gen-1.json", headers={"Accept-Encoding": "gzip"}, buffered=True)
    assert (answer.mimetype, gzip.decompress(answer.data)) == ("application/json", b"{}")
    assert "immutable" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("path", ["/assets/../../secrets.json", "/..%2fsecrets.json", "/index.html.gz", "/nothing.js"])
def test_nothing_else_on_the_disk_is_served(http: FlaskClient, dist: Path, path: str) -> None:
    assert http.get(path, buffered=True).status_code == 404
