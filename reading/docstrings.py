"""Numpy-style docstrings, laid out by napoleon where they have sections."""

from typing import Any

from sphinx.application import Sphinx
from sphinx.ext.napoleon import Config, NumpyDocstring

WITHOUT_SECTIONS = ("attribute", "data", "property")
"""One sentence each. Napoleon would take what stands before its colon for a type."""

SETTINGS = Config(napoleon_use_param=False, napoleon_use_rtype=False)
"""Types are prose here, "array of shape (n, n_features)": no word of them is a link."""


def lay_out(app: Sphinx, what: str, name: str, thing: Any, options: Any, lines: list[str]) -> None:
    """Write the sections of a docstring as fields, in place."""
    if what not in WITHOUT_SECTIONS:
        lines[:] = NumpyDocstring(lines, SETTINGS, app, what, name, thing, options).lines()


def setup(app: Sphinx) -> dict[str, bool]:
    """Be asked for each docstring."""
    app.connect("autodoc-process-docstring", lay_out)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
