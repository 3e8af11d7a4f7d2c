"""The content of the product, read and checked once a process. Broken content refuses to start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from pith.content.parts import part_versions
from pith.content.phrases import Phrases, load_phrases
from pith.content.policy import load_policy, load_reasons
from pith.content.reading import ROOT, ContentError, Record, read_yaml
from pith.content.screening import Screening, load_flags, load_screening
from pith.content.techniques import load_starters, load_techniques
from pith.content.texts import Texts, load_texts
from pith.content.thresholds import ThresholdWords, load_thresholds
from pith.content.translated_screening import translated_screening
from pith.content.translation import translated
from pith.content.vocabulary import load_vocabulary
from pith.domain.accounts import LANGUAGES
from pith.domain.catalogue import Catalogue
from pith.domain.screening.policy import Policy

__all__ = ["DATA", "Content", "ContentError", "load_content", "read_content"]

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Content:
    """`screenings`: the screening in the words of each other language. `policy`: what verdicts stand on; `reasons`: the
    words for what is no rule, by language and code; `phrases`: what every question says alike, and the words of an
    emergency; `exports`: the page of an export; `pushes`: what stands on lock screens; `mails`: what stands in mails
    and on the pages behind their links; `doses`: why a step of the rules changed a program; `parts`: what a clinician
    signs, each with its version; `threshold_words`: by language."""

    catalogue: Catalogue
    screening: Screening
    screenings: Mapping[str, Screening]
    policy: Policy
    reasons: Mapping[str, Mapping[str, str]]
    phrases: Mapping[str, Phrases]
    exports: Mapping[str, Texts]
    pushes: Mapping[str, Texts]
    mails: Mapping[str, Texts]
    doses: Mapping[str, Texts]
    parts: Mapping[str, str]
    threshold_words: Mapping[str, Mapping[str, ThresholdWords]]


@lru_cache(maxsize=1)
def load_content() -> Content:
    """The shipped content, parsed once a process. Raises ContentError."""
    return read_content(DATA)


def read_content(root: Path) -> Content:
    """The content below `root`, every record and reference checked. Raises ContentError for the first fault."""
    flags = load_flags(root)
    words = load_vocabulary(root, flags.flags, flags.red_flags)
    techniques = load_techniques(root, words)
    catalogue = Catalogue(
        version=_version(root),
        regions=words.regions,
        tools=words.tools,
        props=words.props,
        positions=words.positions,
        styles=words.styles,
        conditions=words.conditions,
        lines=words.lines,
        near=words.near,
        stop_signs=words.stop_signs,
        techniques=techniques,
        starters=load_starters(root, techniques),
        body=words.body,
    )
    screening = load_screening(root, flags, words, techniques)
    others = LANGUAGES[1:]
    spoken = {language: translated(root, language, catalogue) for language in others}
    screenings = {language: translated_screening(root, language, screening) for language in others}
    policy, thresholds = load_thresholds(root, load_policy(root, screening, words, techniques, catalogue.version))
    reasons = {LANGUAGES[0]: load_reasons(root, "screening.yaml")}
    reasons |= {language: load_reasons(root, f"{language}/screening.yaml") for language in others}
    catalogue = replace(catalogue, languages=spoken)
    phrases = {LANGUAGES[0]: load_phrases(root, "screening.yaml")}
    phrases |= {language: load_phrases(root, f"{language}/screening.yaml") for language in others}
    texts = load_texts(root, "export"), load_texts(root, "push"), load_texts(root, "mail"), load_texts(root, "dose")
    return Content(catalogue, screening, screenings, policy, reasons, phrases, *texts, part_versions(root), thresholds)


def _version(root: Path) -> str:
    file = Record("content.yaml", ROOT, read_yaml(root, "content.yaml"))
    version = file.text("version")
    file.done()
    return version
