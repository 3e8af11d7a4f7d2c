"""Pith: home programs of self-release, between sessions."""

__version__ = "0.1.0"
