"""A phone that speaks a language nobody speaks (frontend/src/text/pseudo.ts), and an eye for what it shows.

The server gives the API; the pages come from a build of their own, so that no build for people holds the language.
"""

from __future__ import annotations

import os
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, ElementHandle, Route

from tests.e2e.chromium import ChromiumPhone
from tests.e2e.server import ROOT

TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
NO_MARKS = ".normalize('NFD').replace(/[\\u0300-\\u036f~[\\]]/g, '')"

# Text that is wider than the box it stands in, or cut at its edge; and pages that are wider than the window.
CUT_OFF = """
const found = [];
const shown = (e) => e.checkVisibility({ checkOpacity: true }) && getComputedStyle(e).clipPath === 'none';
const own = (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim() !== '');
for (const e of document.querySelectorAll('body *')) {
  const style = getComputedStyle(e);
  if (['inline', 'contents'].includes(style.display)) continue;
  if (!own(e) || !shown(e) || e.closest('.only-heard, svg, select, option') || e.clientWidth === 0) continue;
  const name = `${e.tagName.toLowerCase()}.${e.className}: ${e.textContent.trim().slice(0, 60)}`;
  const scrolls = (overflow) => overflow === 'auto' || overflow === 'scroll';
  if (e.scrollWidth > e.clientWidth + 1 && !scrolls(style.overflowX)) found.push(`wide ${name}`);
  if (e.scrollHeight > e.clientHeight + 2 && style.overflowY === 'hidden') found.push(`low ${name}`);
}
const wide = document.documentElement.scrollWidth;
if (wide > innerWidth) found.push(`the page is ${wide} px wide on ${innerWidth}`);
return [...new Set(found)].slice(0, 12);
"""

# Every text that is shown or spoken, without what stands in brackets.
UNSAID = """
const found = [];
const outside = (text) => {
  let depth = 0, rest = '';
  for (const letter of text) {
    if (letter === '[') depth += 1;
    else if (letter === ']') depth -= 1;
    else if (depth === 0) rest += letter;
  }
  return rest.replace(/\\s+/g, ' ').trim();
};
const keep = (text) => { const rest = outside(text); if (/\\p{L}{2}/u.test(rest)) found.push(rest); };
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const { parentElement, data } = walker.currentNode;
  if (parentElement.closest('script, style, noscript, option, code, svg text')) continue;
  if (parentElement.checkVisibility()) keep(data);
}
for (const e of document.querySelectorAll('[aria-label], [placeholder], [alt], [title], [aria-description]'))
  for (const name of ['aria-label', 'placeholder', 'alt', 'title', 'aria-description'])
    if (e.hasAttribute(name) && e.checkVisibility()) keep(e.getAttribute(name));
return [...new Set(found)];
"""


def build(dist: Path) -> Path:
    """The front end in the language that nobody speaks."""
    command = ["npx", "--no-install", "vite", "build", "--mode", "pseudo", "--outDir", str(dist), "--emptyOutDir"]
    done = subprocess.run(command, cwd=ROOT / "frontend", env=dict(os.environ), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return dist


class PseudoPhone(ChromiumPhone):
    """Hears and finds English names under their accents."""

    def __init__(self, context: BrowserContext, origin: str, dist: Path) -> None:
        super().__init__(context, origin)
        self._dist = dist
        context.route(f"{origin}/**", self._serve)

    def sees(self, text: str) -> bool:
        return plain(text) in plain(self.words())

    def _find(self, script: str, name: str) -> ElementHandle | None:
        marker = "return own.replace"
        assert marker in script, "the finder has changed: names would not be heard under their accents"
        return super()._find(script.replace(marker, f"return own{NO_MARKS}.replace"), name)

    def _serve(self, route: Route) -> None:
        path = route.request.url.removeprefix(self.origin).partition("?")[0].partition("#")[0]
        if path.startswith(("/api/", "/healthz")):
            route.fallback()
            return
        file = self._dist / path.lstrip("/")
        page = file if file.is_file() else self._dist / "index.html"
        kind = TYPES.get(page.suffix, "application/octet-stream")
        route.fulfill(body=page.read_bytes(), content_type=kind)


def plain(text: Any) -> str:
    """Lower case, without accents, brackets and the stretches that make sentences longer."""
    bare = "".join(mark for mark in unicodedata.normalize("NFD", str(text)) if not unicodedata.combining(mark))
    return " ".join(bare.translate(str.maketrans("", "", "[]~")).lower().split())
