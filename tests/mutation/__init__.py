"""Breaks the rules of screening and dose in each small way and asks whether the hand-written cases notice."""
