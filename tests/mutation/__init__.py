"""Breaks the screening rules in each small way and asks whether the hand-written cases notice."""
