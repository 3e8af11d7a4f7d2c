"""The pages behind the links of a mail: one sentence, one button, no script, in the client's language.

Opening a link changes nothing, for mail programs and virus scanners open links too; only the button does. A mail
program's own button (RFC 8058) sends the same POST.
"""

from __future__ import annotations

import base64
import hashlib
from html import escape

from flask import Flask, Response, request

from pith.content.texts import Texts
from pith.domain.accounts import LANGUAGES
from pith.domain.errors import NotFound
from pith.services import mailing
from pith.web import deps

# The colours of the app (frontend/src/styles/tokens.css), by day and by night.
STYLE = (
    ":root{color-scheme:light dark;--page:#fff8ee;--ink:#2b2233;--act:#b8500a;--on-act:#fff}"
    "@media(prefers-color-scheme:dark){:root{--page:#1d1826;--ink:#fff3e2;--act:#f6a04a;--on-act:#1d1826}}"
    "body{background:var(--page);color:var(--ink);font:1.0625rem/1.5 system-ui,sans-serif;margin:0 auto;"
    "max-width:30rem;padding:3rem 1.25rem}h1{font-size:1.75rem;line-height:1.25;margin:0 0 1rem}p{margin:0 0 2rem}"
    "button{background:var(--act);border:0;border-radius:99rem;color:var(--on-act);font:inherit;font-weight:600;"
    "inline-size:100%;min-block-size:3.25rem;padding-inline:1.5rem}"
    "button:focus-visible{outline:3px solid var(--ink);outline-offset:3px}"
    "@media(forced-colors:active){button{border:1px solid}}"
)
_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
CSP = f"default-src 'none'; style-src 'sha256-{_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"


def init_app(app: Flask) -> None:
    for what, look, act in (("confirm", _ask_confirm, _confirm), ("off", _ask_off, _off)):
        app.add_url_rule(f"/mail/{what}/<token>", f"mail_{what}_page", look)
        app.add_url_rule(f"/mail/{what}/<token>", f"mail_{what}", act, methods=["POST"])


def _ask_confirm(token: str) -> Response:
    texts = _texts(token)
    if mailing.language_behind(deps.session(), token) is None:
        return _page(texts, "page_confirm", "page_expired", status=404)
    return _page(texts, "page_confirm", "page_confirm_ask", "page_confirm_button")


def _confirm(token: str) -> Response:
    texts = _texts(token)
    try:
        mailing.confirm(deps.session(), deps.now(), token)
    except NotFound:
        return _page(texts, "page_confirm", "page_expired", status=404)
    return _page(texts, "page_confirm", "page_on")


def _ask_off(token: str) -> Response:
    return _page(_texts(token), "page_off", "page_off_ask", "page_off_button")


def _off(token: str) -> Response:
    texts = _texts(token)
    mailing.turn_off(deps.session(), deps.now(), token)
    return _page(texts, "page_off", "page_is_off")


def _texts(token: str) -> Texts:
    """In the client's language; behind a link that is nobody's, in the browser's."""
    known = mailing.language_behind(deps.session(), token)
    language = known or request.accept_languages.best_match(LANGUAGES) or LANGUAGES[0]
    return deps.shared_content().mails[language]


def _page(texts: Texts, title: str, says: str, button: str | None = None, status: int = 200) -> Response:
    name = escape(texts.say(title))
    form = "" if button is None else f'<form method="post"><button>{escape(texts.say(button))}</button></form>\n'
    body = (
        f'<!doctype html>\n<html lang="{texts.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f"<title>{name}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{name}</h1>\n"
        f"<p>{escape(texts.say(says))}</p>\n{form}</main>\n</body>\n</html>\n"
    )
    answer = Response(body, status, mimetype="text/html")
    answer.headers["Content-Security-Policy"] = CSP
    answer.headers["Cache-Control"] = "no-store"
    return answer
