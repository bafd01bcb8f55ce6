"""Folders inside the sandbox."""

HOME = "/sandbox"
"""Where a learner's process may write."""

FOLDER = f"{HOME}/submission"
"""A learner's working folder."""

FONTS = f"{HOME}/fonts"
"""matplotlib's list of fonts, made outside."""
